// Where a block of one line is written: Tab goes from one name or value in it to the next.
#pragma once

#include <QLineEdit>

namespace namescape {

class BlockLine : public QLineEdit {
    Q_OBJECT

public:
    explicit BlockLine(QWidget* parent = nullptr);

    // Selects the field behind the one that is selected, or before it (`step` -1); all of the line where it has none.
    void selectField(int step);
    void selectFirstField();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
};

}  // namespace namescape
