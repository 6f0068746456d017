#include "shell/help_dialogs.h"

#include "shell/window_actions.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace namescape {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString row(const QString& keys, const QString& what) {
    return QStringLiteral("<tr><td style='padding:2px 24px 2px 0'><b>%1</b></td><td style='padding:2px 0'>%2</td></tr>").arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

// Nothing where the action has no key.
QString rowOf(const QAction& action) {
    QString what = action.text();
    return action.shortcut().isEmpty() ? QString() : row(action.shortcut().toString(QKeySequence::NativeText), what.remove(u'&').remove(u'…'));
}

QString heading(const QString& words) {
    return QStringLiteral("<tr><td colspan='2' style='padding:10px 0 4px 0'><big>%1</big></td></tr>").arg(words.toHtmlEscaped());
}

QString textKeys() {
    return heading(Words::tr("In the program")) + row(Words::tr("Tab, Shift+Tab"), Words::tr("Indent the lines more or less")) +
           row(Words::tr("Alt+Up, Alt+Down"), Words::tr("Move the lines")) + row(Words::tr("Home"), Words::tr("To the first letter, then to the line's start")) +
           row(Words::tr("Ctrl+Wheel"), Words::tr("Larger or smaller text"));
}

QString pictureKeys() {
    return heading(Words::tr("In the picture")) + row(Words::tr("Arrow keys"), Words::tr("Walk from box to box")) +
           row(Words::tr("Enter, double click"), Words::tr("Open or close a scope")) + row(Words::tr("Backspace"), Words::tr("Select the scope around")) +
           row(Words::tr("Esc"), Words::tr("Select nothing")) + row(Words::tr("+, −, 1, F"), Words::tr("Zoom in, out, to actual size, show all")) +
           row(Words::tr("Ctrl+Wheel"), Words::tr("Zoom at the pointer")) +
           row(Words::tr("Drag, Wheel, Ctrl+Arrows"), Words::tr("Move the picture; with the space bar held, from anywhere")) +
           row(Words::tr("Right click, Menu"), Words::tr("What can be done with a box"));
}

// Of its actions, those that have keys of their own.
QString blockKeys(const QList<QAction*>& actions) {
    QString rows = heading(Words::tr("In the blocks")) + row(Words::tr("Enter"), Words::tr("To the arguments of the block; there, to the value of one; of a block without, into its line")) +
                   row(Words::tr("Letters"), Words::tr("In the arguments: to the one with that name")) +
                   row(Words::tr("Tab, Shift+Tab"), Words::tr("In a line that is written: to the next name or value, or the one before")) +
                   row(Words::tr("Shift+Tab"), Words::tr("From the blocks to the palette")) +
                   row(Words::tr("Shift+Enter"), Words::tr("In a comment that is written: another line")) + row(Words::tr("Esc"), Words::tr("From arguments and palette back to the blocks"));
    for (const QAction* action : actions) rows += rowOf(*action);
    return rows;
}

QString windowKeys(const WindowActions& actions) {
    QString rows = heading(Words::tr("Everywhere"));
    for (const QAction* action : actions.all()) rows += rowOf(*action);
    return rows;
}

}  // namespace

void showShortcuts(QWidget* window, const WindowActions& actions, const QList<QAction*>& blockActions) {
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Keyboard Shortcuts"));
    auto* text = new QLabel(QStringLiteral("<table>%1%2%3%4</table>").arg(pictureKeys(), textKeys(), blockKeys(blockActions), windowKeys(actions)), dialog);
    text->setMargin(16);
    text->setAlignment(Qt::AlignTop);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* scroll = new QScrollArea(dialog);
    scroll->setWidget(text);
    scroll->setWidgetResizable(true);
    scroll->setFrameStyle(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(scroll);
    column->addWidget(buttons);
    dialog->resize(text->sizeHint().width() + 2 * text->margin() + 32, 620);
    scroll->setFocus();  // so that keys scroll it
    dialog->show();
}

void showAbout(QWidget* window) {
    auto* box = new QMessageBox(QMessageBox::NoIcon, Words::tr("About Namescape"),
                                Words::tr("<p><big><b>Namescape %1</b></big></p>"
                                          "<p>Names, scopes and shared variables of TensorFlow 1 programs, drawn while you type.</p>")
                                    .arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, window);
    box->setInformativeText(Words::tr("<p>The program is read by Namescape's own evaluator, which makes the graph that TensorFlow 1.15 would make. "
                                      "Neither Python nor TensorFlow is needed.</p>"
                                      "<p>Licensed under the Apache License 2.0. Uses Qt %1 under the LGPL, and Graphviz under the EPL.</p>")
                                .arg(QLatin1String(qVersion())));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace namescape
