// Who took which suffix of a name: for the suffixes 1, 2, 3, … of any number of names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace namescape {

// The suffixes of a name lie in chunks, chunk k holding 2^k … 2^(k+1) - 1 and where the chunk before is; the name itself
// keeps its last chunk. A name with one suffix costs eight bytes, one with a million little more than four each, and none is
// more than twenty steps away.
class SuffixOrigins {
public:
    using Chunk = std::uint32_t;
    static constexpr Chunk kNone = 0;
    static constexpr std::uint32_t kNotTaken = UINT32_MAX;  // of a suffix that was skipped: the name was given to somebody else

    // Sets that of `number` (from 1), which is higher than all before, those between having been skipped. Returns the last chunk.
    Chunk append(Chunk last, std::uint32_t formerNumber, std::uint32_t number, std::uint32_t origin);
    // That of `number`, of a name whose highest suffix is `lastNumber`.
    std::uint32_t find(Chunk last, std::uint32_t lastNumber, std::uint32_t number) const;
    std::size_t bytes() const { return m_words.capacity() * sizeof(std::uint32_t); }

    void shrink() { m_words.shrink_to_fit(); }

private:
    std::vector<std::uint32_t> m_words = {kNone};  // place 0 is no chunk
};

}  // namespace namescape
