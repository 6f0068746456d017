#include "trial/trial_words.h"

#include "appearance/appearance.h"
#include "appearance/counted.h"
#include "appearance/sentences.h"
#include "difference/changes_model.h"
#include "live/live_build.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace namescape {

namespace {

// More would push the names out of sight; the problems' list has them all afterwards.
constexpr std::size_t maxProblems = 3;
constexpr qsizetype maxLetters = 160;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Trial)
};

QString brief(const std::string& message) {
    const QString line = firstSentence(QString::fromStdString(message)).simplified();
    return line.size() <= maxLetters ? line : line.first(maxLetters) + u'…';
}

// Where a program ends before its end.
struct Stop {
    std::uint32_t line = 0;
    QString message;
};

std::optional<Stop> stopOf(const Snapshot& snapshot) {
    if (isWhole(snapshot)) return std::nullopt;
    const auto problem = gravestProblem(snapshot);
    if (!problem) return std::nullopt;
    const Diagnostic& diagnostic = snapshot.diagnostics[*problem];
    return Stop{snapshot.tree->lines().line(diagnostic.range.begin), brief(message(diagnostic))};
}

QString operationsWords(const TrialOutcome& outcome) {
    const auto now = static_cast<qsizetype>(outcome.now->graph().operationCount()), then = static_cast<qsizetype>(outcome.then->graph().operationCount());
    if (now == then) return Words::tr("with as many operations");
    const QString count = counted(std::abs(then - now), Words::tr("1 operation"), Words::tr("%1 operations"));
    return then > now ? Words::tr("%1 more").arg(count) : Words::tr("%1 less").arg(count);
}

QString coloured(const QString& html, const QColor& color) {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(color.name(), html);
}

// What is not told by how the program ends.
std::vector<TrialProblem> without(std::vector<TrialProblem> problems, const std::optional<Stop>& told) {
    if (told) std::erase_if(problems, [&](const TrialProblem& each) { return each.line == told->line && brief(each.message) == told->message; });
    return problems;
}

QString problemRows(const std::vector<TrialProblem>& problems, const QString& heading, const QColor& color) {
    QString rows;
    for (std::size_t i = 0; i < std::min(problems.size(), maxProblems); ++i)
        rows += QStringLiteral("<div>%1 %2</div>").arg(coloured(heading, color), Words::tr("line %1: %2").arg(problems[i].line).arg(brief(problems[i].message)).toHtmlEscaped());
    if (problems.size() > maxProblems) rows += QStringLiteral("<div>%1</div>").arg(coloured(Words::tr("and %1 more").arg(problems.size() - maxProblems), color));
    return rows;
}

}  // namespace

QString endWords(const TrialOutcome& outcome) {
    const std::optional<Stop> now = stopOf(*outcome.now), then = stopOf(*outcome.then);
    if (!now && !then) return {};
    if (!then) return Words::tr("The program stops at line %1 now; with the change it runs to its end: %2.").arg(now->line).arg(operationsWords(outcome));
    const QString end = Words::tr("it stops at line %1: %2").arg(then->line).arg(then->message);
    if (!now) return Words::tr("With the change %1").arg(end);
    if (now->line == then->line || now->message == then->message) return Words::tr("With the change, too, %1").arg(end);
    return Words::tr("The program stops at line %1 now; with the change %2").arg(now->line).arg(end);
}

QString checkpointWords(const GraphDifference& names) {
    return names.checkpointBreaks.empty() ? QString()
                                          : counted(static_cast<qsizetype>(names.checkpointBreaks.size()), Words::tr("1 variable would not fit checkpoints from before"),
                                                    Words::tr("%1 variables would not fit checkpoints from before"));
}

QString outcomeHtml(const TrialOutcome& outcome, const Colors& colors) {
    const std::optional<Stop> now = stopOf(*outcome.now), then = stopOf(*outcome.then);
    QString html;
    if (const QString end = endWords(outcome); !end.isEmpty()) html += QStringLiteral("<div>%1</div>").arg(coloured(end.toHtmlEscaped(), then ? colors.error : colors.text));
    // What ends it now is not solved where the program ends early all the same.
    html += problemRows(then ? without(outcome.gone, now) : outcome.gone, Words::tr("Solved:"), colors.string);
    html += problemRows(without(outcome.come, then), Words::tr("New:"), colors.error);
    const QString names = then ? Words::tr("up to there, %1").arg(summaryOf(outcome.names)) : summaryOf(outcome.names);
    html += QStringLiteral("<div><b>%1</b></div>").arg((names.left(1).toUpper() + names.sliced(1)).toHtmlEscaped());
    if (const QString checkpoints = checkpointWords(outcome.names); !checkpoints.isEmpty()) html += QStringLiteral("<div>%1</div>").arg(coloured(checkpoints, colors.warning));
    return html;
}

}  // namespace namescape
