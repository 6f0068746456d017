// The margin beside a program's lines: problem marks, line numbers, and a bar per scope in the colour that its frame has in the picture.
#pragma once

#include "editor/code_editor.h"

#include <QWidget>

#include <vector>

namespace namescape {

class CodeMargin : public QWidget {
    Q_OBJECT

public:
    CodeMargin(CodeEditor& editor, const Appearance& appearance);

    int widthHint() const;
    void setScopeBars(std::vector<ScopeBar> bars);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Line {
        int number;  // from 0
        QRect rect;
        bool isCurrent;
    };

    int numberWidth() const;
    int barsWidth() const;
    void paintLine(QPainter& painter, const Line& line) const;
    void paintBars(QPainter& painter, const Line& line) const;
    void paintProblem(QPainter& painter, const Line& line) const;
    const ProblemMark* worstProblem(int line) const;
    int lineAt(int y) const;
    void selectLines(int from, int to);

    CodeEditor& m_editor;
    const Appearance& m_appearance;
    std::vector<ScopeBar> m_bars;
    std::vector<int> m_columns;  // of each bar: how many bars are left of it
    int m_columnCount = 0;
    int m_pressedLine = 0;
};

}  // namespace namescape
