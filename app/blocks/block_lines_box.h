// Where a block of several lines, or a comment, is written: as high as its lines, over the rows below.
#pragma once

#include <QPlainTextEdit>

namespace namescape {

class BlockLinesBox : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit BlockLinesBox(QWidget* parent = nullptr);

    // Where its first line is to be; it takes as much height below as it needs, or stays inside of its parent.
    void place(const QRect& firstLine);

private:
    void fit();

    QRect m_firstLine;
};

}  // namespace namescape
