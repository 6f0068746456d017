// The window's last line: what was built and how long that took, what is wrong, and where the cursor is.
#pragma once

#include "live/live_build.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace namescape {

class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showBuild(const Build& latest);
    void showCursor(int line, int column);

Q_SIGNALS:
    void problemsRequested();

private:
    QLabel* m_counts;
    QLabel* m_time;
    QLabel* m_cursor;
    QToolButton* m_problems;
};

}  // namespace namescape
