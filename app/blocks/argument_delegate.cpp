#include "blocks/argument_delegate.h"

#include "appearance/appearance.h"
#include "blocks/arguments_model.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace namescape {

namespace {

constexpr int kRowPadding = 3;
constexpr int kEditorWidth = 260;  // where there is that much: its arrow stays near the words

constexpr int kListMargin = 30;    // a list's frame, and its scroll bar where it is long

// What takes the argument away, where one can only choose.
QString notGiven() { return ArgumentDelegate::tr("(not given)"); }

// A name is what one changes in a string, not its quotes.
void selectContent(QLineEdit& line) {
    const QString text = line.text();
    const bool isString = text.size() >= 2 && (text.front() == u'\'' || text.front() == u'"') && text.back() == text.front();
    if (isString) line.setSelection(1, static_cast<int>(text.size()) - 2);
    else line.selectAll();
}

}  // namespace

ArgumentDelegate::ArgumentDelegate(const Appearance& appearance, QObject* parent) : QStyledItemDelegate(parent), m_appearance(appearance) {}

void ArgumentDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isGiven = index.data(ArgumentsModel::IsGivenRole).toBool();
    if (index.column() == ArgumentsModel::Value) option->font = codeFont(option->font.pointSize());
    else option->font.setBold(isGiven);
    if (!isGiven) option->palette.setColor(QPalette::Text, m_appearance.colors().mutedText);
    if (!isGiven) option->palette.setColor(QPalette::HighlightedText, m_appearance.colors().mutedText);
}

QSize ArgumentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(QFontMetrics(codeFont(option.font.pointSize())).height(), option.fontMetrics.height()) + 2 * kRowPadding);
    return size;
}

QWidget* ArgumentDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    auto* box = new QComboBox(parent);
    box->setFont(codeFont(option.font.pointSize()));
    box->setFrame(false);
    box->setAccessibleName(index.siblingAtColumn(ArgumentsModel::Parameter).data().toString());
    const bool isOnlyChoices = index.data(ArgumentsModel::IsOnlyChoicesRole).toBool();
    box->setEditable(!isOnlyChoices);
    if (box->lineEdit()) box->lineEdit()->setFont(box->font());
    box->setInsertPolicy(QComboBox::NoInsert);
    if (isOnlyChoices) box->addItem(notGiven());
    const QString written = index.data(Qt::EditRole).toString();
    if (!written.isEmpty()) box->addItem(written);
    box->addItems(index.data(ArgumentsModel::ChoicesRole).toStringList());
    box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + kListMargin);
    // A choice is an edit at once.
    auto* delegate = const_cast<ArgumentDelegate*>(this);
    connect(box, &QComboBox::activated, delegate, [delegate, box] {
        Q_EMIT delegate->commitData(box);
        Q_EMIT delegate->closeEditor(box);
    });
    return box;
}

void ArgumentDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* box = static_cast<QComboBox*>(editor);
    const QString written = index.data(Qt::EditRole).toString();
    if (!box->isEditable()) return box->setCurrentIndex(written.isEmpty() ? 0 : 1);
    box->setCurrentIndex(written.isEmpty() ? -1 : 0);
    box->setEditText(written);
    selectContent(*box->lineEdit());
}

void ArgumentDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    const auto* box = static_cast<QComboBox*>(editor);
    const bool isTakenAway = !box->isEditable() && box->currentIndex() == 0;
    model->setData(index, isTakenAway ? QString() : box->currentText());
}

void ArgumentDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
    QRect rect = option.rect;
    rect.setWidth(std::min(rect.width(), std::max(kEditorWidth, editor->sizeHint().width())));
    editor->setGeometry(rect);
}

}  // namespace namescape
