#include "blocks/block_line.h"

#include "blocks/code_fields.h"

#include <QMouseEvent>

namespace namescape {

BlockLine::BlockLine(QWidget* parent) : QLineEdit(parent) {
    setFrame(false);
    setAccessibleName(tr("The block's code"));
    setToolTip(tr("Tab: next name or value; Enter: done; Esc: as it was"));
}

void BlockLine::selectField(int step) {
    // All is selected at first: then the first field comes next.
    const bool isAll = hasSelectedText() && selectionLength() == text().size();
    const int from = isAll ? -1 : hasSelectedText() ? selectionStart() : cursorPosition();
    const std::vector<CodeField> fields = fieldsOf(text());
    if (fields.empty()) return selectAll();
    const CodeField field = fieldBeside(fields, from, step);
    setSelection(field.begin, field.length);
}

// A second click selects what Tab would: all of a number or of what is between quotes, not a word of it.
void BlockLine::mouseDoubleClickEvent(QMouseEvent* event) {
    QLineEdit::mouseDoubleClickEvent(event);  // a third click selects all
    const int place = cursorPositionAt(event->position().toPoint());
    for (const CodeField& field : fieldsOf(text()))
        if (field.begin <= place && place <= field.begin + field.length) return setSelection(field.begin, field.length);
}

void BlockLine::selectFirstField() {
    selectAll();
    selectField(1);
}

}  // namespace namescape
