#include "document/revision_log.h"

#include <algorithm>

namespace namescape {

namespace {

int moved(int place, int position, int removed, int added) {
    if (place < position) return place;
    if (place >= position + removed) return place + added - removed;
    return position + std::min(place - position, added);
}

}  // namespace

void RevisionLog::append(TextChange change) {
    m_changes.push_back(change);
    if (m_changes.size() > kMaxChanges) m_changes.pop_front();
}

int RevisionLog::toNow(std::uint64_t revision, int position) const {
    for (const TextChange& change : m_changes)
        if (change.revision > revision) position = moved(position, change.position, change.removed, change.added);
    return position;
}

int RevisionLog::fromNow(std::uint64_t revision, int position) const {
    for (auto change = m_changes.rbegin(); change != m_changes.rend() && change->revision > revision; ++change)
        position = moved(position, change->position, change->added, change->removed);
    return position;
}

}  // namespace namescape
