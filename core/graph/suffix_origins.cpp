#include "graph/suffix_origins.h"

#include <bit>

namespace namescape {

namespace {

// The chunk that a suffix is in, by size: chunk k is the one that begins with suffix 2^k.
int chunkIndex(std::uint32_t number) {
    return std::bit_width(number) - 1;
}

}  // namespace

SuffixOrigins::Chunk SuffixOrigins::append(Chunk last, std::uint32_t formerNumber, std::uint32_t number, std::uint32_t origin) {
    for (int index = formerNumber == 0 ? 0 : chunkIndex(formerNumber) + 1; index <= chunkIndex(number); ++index) {
        const auto made = static_cast<Chunk>(m_words.size());
        m_words.push_back(last);
        m_words.resize(m_words.size() + (std::size_t{1} << index), kNotTaken);
        last = made;
    }
    m_words[last + 1 + (number - std::bit_floor(number))] = origin;
    return last;
}

std::uint32_t SuffixOrigins::find(Chunk last, std::uint32_t lastNumber, std::uint32_t number) const {
    for (int index = chunkIndex(lastNumber); index > chunkIndex(number); --index) last = m_words[last];
    return m_words[last + 1 + (number - std::bit_floor(number))];
}

}  // namespace namescape
