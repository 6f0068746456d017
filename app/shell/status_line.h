// The window's last line: what was built and how long that took, what is wrong, and where the cursor is.
#pragma once

#include "appearance/steady_text.h"
#include "live/live_build.h"

#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

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
    SteadyText<QLabel>* m_counts;
    SteadyText<QLabel>* m_time;
    SteadyText<QLabel>* m_cursor;
    SteadyText<QToolButton>* m_problems;
};

}  // namespace namescape
