// What has changed in a text since which revision, so that places of an earlier text can be found in the text of now.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

namespace namescape {

// `removed` units at `position` were replaced by `added` ones. Several changes may belong to one revision.
struct TextChange {
    std::uint64_t revision;  // that it led to
    int position;
    int removed;
    int added;
};

class RevisionLog {
public:
    // Changes that are kept; places of still earlier texts stay where they were.
    static constexpr std::size_t kMaxChanges = 4'096;

    void append(TextChange change);

    // Where a place of the text of `revision` is in the newest text. One inside a replaced stretch moves to what replaced it.
    int toNow(std::uint64_t revision, int position) const;
    // Where a place of the newest text was in the text of `revision`.
    int fromNow(std::uint64_t revision, int position) const;

private:
    std::deque<TextChange> m_changes;
};

}  // namespace namescape
