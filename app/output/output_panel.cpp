#include "output/output_panel.h"

#include "appearance/appearance.h"

#include <QScrollBar>

namespace namescape {

namespace {

// Of what a program prints, the last of it is shown: a text widget with megabytes is slow.
constexpr std::size_t maxShownBytes = 1u << 20;
constexpr int fontSize = 10;

QString shownOutput(const std::string& output) {
    if (output.size() <= maxShownBytes) return QString::fromStdString(output);
    const std::size_t line = output.find('\n', output.size() - maxShownBytes);
    const std::size_t begin = line == std::string::npos ? output.size() - maxShownBytes : line + 1;
    return OutputPanel::tr("(The beginning is left out: %1 bytes.)\n").arg(begin) + QString::fromStdString(output.substr(begin));
}

}  // namespace

OutputPanel::OutputPanel(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setFont(codeFont(fontSize));
    setFrameStyle(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setPlaceholderText(tr("What the program prints appears here."));
    setAccessibleName(tr("Output of the program"));
}

void OutputPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    const QString text = snapshot ? shownOutput(snapshot->evaluation->output) : QString();
    if (text == toPlainText()) return;
    const int scrolled = verticalScrollBar()->value();
    setPlainText(text);
    verticalScrollBar()->setValue(scrolled);
}

}  // namespace namescape
