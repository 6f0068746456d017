#include "changes/version_comparison.h"

#include "live/live_build.h"
#include "pipeline/compare.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

// Smaller graphs take less time than a second picture of the window would, with what has changed marked in it.
constexpr std::size_t kMostComparedAtOnce = 2'000;  // operations

}  // namespace

VersionComparison::VersionComparison(QObject* parent) : QObject(parent), m_job(new NewestJob(this)) {}

void VersionComparison::begin() {
    m_job->drop();
    m_baseline = m_latest = m_compared = nullptr;
    m_sinceEdit.invalidate();
    m_isPinned = false;
    m_difference = {};
    Q_EMIT changed();
}

void VersionComparison::setLatest(const std::shared_ptr<const Snapshot>& snapshot) {
    if (!snapshot || snapshot->graphFile || !isWhole(*snapshot)) return;
    if (m_latest && snapshot->text() == m_latest->text()) return;  // built again, or seen otherwise
    const bool isNewEdit = !m_baseline || !m_sinceEdit.isValid() || m_sinceEdit.elapsed() >= m_quietTime.count();
    if (!m_isPinned && isNewEdit) m_baseline = m_latest;
    m_sinceEdit.start();
    m_latest = snapshot;
    compare();
}

void VersionComparison::setPinned(bool isPinned) {
    if (isPinned == m_isPinned) return;
    m_isPinned = isPinned;
    m_baseline = m_latest;
    compare();
}

void VersionComparison::compare() {
    if (!m_baseline || !m_latest) return;
    m_job->drop();
    if (std::max(m_baseline->graph().operationCount(), m_latest->graph().operationCount()) > kMostComparedAtOnce) return compareMeanwhile();
    m_compared = m_latest;
    m_difference = compareSnapshots(*m_baseline, *m_latest);
    Q_EMIT changed();
}

// On a thread of its own: of a large program it may take longer than a key.
void VersionComparison::compareMeanwhile() {
    const auto found = std::make_shared<GraphDifference>();
    m_job->start([before = m_baseline, after = m_latest, found](std::stop_token) { *found = compareSnapshots(*before, *after); },
                 [this, after = m_latest, found] {
                     m_compared = after;
                     m_difference = std::move(*found);
                     Q_EMIT changed();
                 });
}

}  // namespace namescape
