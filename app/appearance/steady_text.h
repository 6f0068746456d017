// Words that change with each key, without a layout of the whole window each time.
#pragma once

#include <QEvent>
#include <QString>

namespace namescape {

// A label or a button that keeps the widest size that its words needed, in one font: nothing beside it moves, and as its size is fixed,
// no layout is asked for room.
template <typename Widget>
class SteadyText : public Widget {
public:
    using Widget::Widget;

    void setSteadyText(const QString& text) {
        if (Widget::text() == text) return;
        Widget::setText(text);
        Widget::ensurePolished();
        Widget::setFixedSize(Widget::sizeHint().expandedTo(Widget::minimumSize()));
    }

protected:
    void changeEvent(QEvent* event) override {
        Widget::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) Widget::setFixedSize(Widget::sizeHint());
    }
};

}  // namespace namescape
