#include "shell/status_line.h"

#include "appearance/counted.h"
#include "appearance/icons.h"

#include <QStringList>

#include <algorithm>

namespace namescape {

namespace {

int countOf(const Snapshot& snapshot, Severity severity) {
    return static_cast<int>(std::count_if(snapshot.diagnostics.begin(), snapshot.diagnostics.end(),
                                          [=](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
}

double milliseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

QString stagesText(const StageTimes& times) {
    return StatusLine::tr("Parse %1 ms, evaluate %2 ms, index %3 ms, diagram %4 ms, layout %5 ms")
        .arg(milliseconds(times.parse), 0, 'f', 2)
        .arg(milliseconds(times.evaluate), 0, 'f', 2)
        .arg(milliseconds(times.index), 0, 'f', 2)
        .arg(milliseconds(times.diagram), 0, 'f', 2)
        .arg(milliseconds(times.layout), 0, 'f', 2);
}

}  // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), m_counts(new SteadyText<QLabel>(this)), m_time(new SteadyText<QLabel>(this)), m_cursor(new SteadyText<QLabel>(this)),
      m_problems(new SteadyText<QToolButton>(this)) {
    setSizeGripEnabled(false);
    for (QLabel* label : {m_counts, m_time, m_cursor}) label->setContentsMargins(6, 0, 6, 0);
    m_problems->setAutoRaise(true);
    m_problems->setToolTip(tr("Show the problems"));
    m_problems->setFocusPolicy(Qt::NoFocus);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsRequested);
    addWidget(m_counts);
    addWidget(m_time);
    addPermanentWidget(m_problems);
    addPermanentWidget(m_cursor);
    // As tall before the first build as after it.
    m_problems->setSteadyText(tr("no problems"));
    showCursor(1, 1);
}

void StatusLine::showBuild(const Build& latest) {
    const Snapshot& snapshot = *latest.snapshot;
    m_counts->setSteadyText(counted(static_cast<qsizetype>(snapshot.graph().definedOperationCount()), tr("1 operation"), tr("%1 operations")) + QStringLiteral("  ·  ") +
                      counted(static_cast<qsizetype>(snapshot.variables().size()), tr("1 variable"), tr("%1 variables")));
    m_cursor->setVisible(!snapshot.graphFile);  // which has no text
    m_time->setSteadyText(tr("built in %1 ms").arg(milliseconds(snapshot.times.total()), 0, 'f', 1));
    m_time->setToolTip(stagesText(snapshot.times));
    const int errors = countOf(snapshot, Severity::Error);
    const int warnings = countOf(snapshot, Severity::Warning);
    const int hints = countOf(snapshot, Severity::Hint);
    QStringList problems;
    if (errors > 0) problems.append(counted(errors, tr("1 error"), tr("%1 errors")));
    if (warnings > 0) problems.append(counted(warnings, tr("1 warning"), tr("%1 warnings")));
    if (hints > 0) problems.append(counted(hints, tr("1 hint"), tr("%1 hints")));
    m_problems->setSteadyText(problems.isEmpty() ? tr("no problems") : problems.join(QStringLiteral(", ")));
}

void StatusLine::showCursor(int line, int column) {
    m_cursor->setSteadyText(tr("line %1, column %2").arg(line).arg(column));
}

}  // namespace namescape
