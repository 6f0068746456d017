// What would come of edits that nobody has made: the text, and the graph of the program that it would be.
#pragma once

#include "compare/graph_difference.h"
#include "compare/text_difference.h"
#include "pipeline/snapshot.h"
#include "support/text_edit.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace namescape {

class NewestJob;

// A problem by its words, at a line from 1.
struct TrialProblem {
    std::uint32_t line = 0;
    std::string message;
};

struct TrialOutcome {
    std::shared_ptr<const Snapshot> now, then;  // up to Stage::Evaluate at least
    GraphDifference names;                      // of what was made up to the errors, where there are any
    std::vector<TrialProblem> gone, come;       // by message: one that only moved is in neither
};

TrialOutcome outcomeOf(std::shared_ptr<const Snapshot> now, std::shared_ptr<const Snapshot> then);

// The newest edits win; the program is evaluated on a thread of its own, within the limits that it always has.
class Trial : public QObject {
    Q_OBJECT

public:
    explicit Trial(QObject* parent = nullptr);

    // The edits' ranges are of the snapshot's text, and none reaches into another.
    void start(std::shared_ptr<const Snapshot> now, std::vector<TextEdit> edits);
    // Ends it; there is nothing to tell then.
    void drop();

    // Null when nothing is tried.
    const std::shared_ptr<const Snapshot>& now() const { return m_now; }
    const std::vector<TextEdit>& edits() const { return m_edits; }
    const TextDifference& text() const { return m_text; }
    // Of the newest edits; nothing before it is known.
    const std::optional<TrialOutcome>& outcome() const { return m_outcome; }

Q_SIGNALS:
    // Other edits are tried, or none.
    void started();
    // The outcome is known; there is none where the memory did not suffice.
    void finished();

private:
    std::shared_ptr<const Snapshot> m_now;
    std::vector<TextEdit> m_edits;
    TextDifference m_text;
    std::optional<TrialOutcome> m_outcome;
    NewestJob* m_job;
};

}  // namespace namescape
