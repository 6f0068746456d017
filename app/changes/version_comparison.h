// What names the newest version of a program has in place of an earlier one's: the one before the last edit, or one that the user keeps.
#pragma once

#include "compare/graph_difference.h"
#include "live/newest_job.h"
#include "pipeline/snapshot.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <memory>

namespace namescape {

// Of a version that ends in an error nothing is told: what was told before it stays, and the next one without is compared.
class VersionComparison : public QObject {
    Q_OBJECT

public:
    explicit VersionComparison(QObject* parent = nullptr);

    // Another program begins: nothing is to be compared with.
    void begin();
    // The newest build. Those that follow one another within the quiet time are one edit: a name that is being typed.
    void setLatest(const std::shared_ptr<const Snapshot>& snapshot);
    // Keeps the newest version to compare all later ones with; or goes back to the one before the last edit.
    void setPinned(bool isPinned);
    bool isPinned() const { return m_isPinned; }
    void setQuietTime(std::chrono::milliseconds time) { m_quietTime = time; }

    const GraphDifference& difference() const { return m_difference; }
    // What the names after are of; null before anything was compared.
    const std::shared_ptr<const Snapshot>& comparedSnapshot() const { return m_compared; }

Q_SIGNALS:
    // The difference is another one, of a build that is `comparedSnapshot`.
    void changed();

private:
    void compare();
    void compareMeanwhile();

    std::shared_ptr<const Snapshot> m_baseline;
    std::shared_ptr<const Snapshot> m_latest;  // the last that had no error
    std::shared_ptr<const Snapshot> m_compared;
    GraphDifference m_difference;
    bool m_isPinned = false;
    QElapsedTimer m_sinceEdit;
    std::chrono::milliseconds m_quietTime{1'500};
    NewestJob* m_job;
};

}  // namespace namescape
