#include "trial/trial.h"

#include "live/build_thread.h"
#include "live/newest_job.h"
#include "pipeline/compare.h"
#include "pipeline/pipeline.h"
#include "rewrite/edit_list.h"

#include <map>
#include <new>
#include <utility>

namespace namescape {

namespace {

using CountedMessages = std::map<std::string, int>;

CountedMessages messagesOf(const Snapshot& snapshot) {
    CountedMessages counted;
    for (const Diagnostic& diagnostic : snapshot.diagnostics) ++counted[message(diagnostic)];
    return counted;
}

// Problems of one that the other one, by its messages, does not have.
std::vector<TrialProblem> problemsOnlyOf(const Snapshot& snapshot, CountedMessages ofOther) {
    std::vector<TrialProblem> only;
    for (const Diagnostic& diagnostic : snapshot.diagnostics) {
        std::string words = message(diagnostic);
        if (const auto found = ofOther.find(words); found != ofOther.end() && found->second-- > 0) continue;
        only.push_back({snapshot.tree->lines().line(diagnostic.range.begin), std::move(words)});
    }
    return only;
}

}  // namespace

TrialOutcome outcomeOf(std::shared_ptr<const Snapshot> now, std::shared_ptr<const Snapshot> then) {
    TrialOutcome outcome{now, then, compareSnapshots(*now, *then), {}, {}};
    outcome.gone = problemsOnlyOf(*now, messagesOf(*then));
    outcome.come = problemsOnlyOf(*then, messagesOf(*now));
    return outcome;
}

Trial::Trial(QObject* parent) : QObject(parent), m_job(new NewestJob(this, kEvaluationStackBytes)) {}

void Trial::start(std::shared_ptr<const Snapshot> now, std::vector<TextEdit> edits) {
    if (now == m_now && edits == m_edits) return;
    m_now = std::move(now);
    m_edits = std::move(edits);
    m_outcome.reset();
    TextEdits inOrder = m_edits;
    sortEdits(inOrder);
    Request request;
    request.text = applied(inOrder, m_now->text());
    request.fileName = m_now->fileName;
    request.lastStage = Stage::Evaluate;
    m_text = differenceOfTexts(m_now->text(), request.text);
    Q_EMIT started();
    const auto outcome = std::make_shared<std::optional<TrialOutcome>>();
    m_job->start(
        [now = m_now, request, outcome](std::stop_token stop) {
            try {
                Caches caches;
                if (auto then = build(request, caches, stop)) *outcome = outcomeOf(now, std::move(then));
            } catch (const std::bad_alloc&) {
                outcome->reset();
            }
        },
        [this, outcome] {
            m_outcome = std::move(*outcome);
            Q_EMIT finished();
        });
}

void Trial::drop() {
    m_job->drop();
    if (!m_now) return;
    m_now = nullptr;
    m_edits.clear();
    m_text = {};
    m_outcome.reset();
    Q_EMIT started();
}

}  // namespace namescape
