#include "graph_file/sorted_table.h"

#include "graph_file/crc32c.h"
#include "graph_file/wire.h"

#include <fmt/format.h>

#include <snappy.h>

namespace namescape {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagic = "\x57\xFB\x80\x8B\x24\x75\x47\xDB"sv;
constexpr std::size_t kFooter = 48;             // two handles, room, and the magic number
constexpr std::size_t kTrailer = 5;             // of a block: how it is compressed, and its checksum
constexpr std::size_t kMostTimesLonger = 64;    // than its compressed form: Snappy reaches a third of that
constexpr std::size_t kMostUnpacked = std::size_t{256} << 20;
constexpr std::size_t kMostKeyBytes = std::size_t{256} << 20;  // of all keys, which share what they begin with

// Where a block lies, without its trailer.
struct BlockHandle {
    std::uint64_t offset = 0, size = 0;
};

std::optional<BlockHandle> takeHandle(std::string_view& bytes) {
    BlockHandle handle;
    if (!WireReader::takeVarint(bytes, handle.offset) || !WireReader::takeVarint(bytes, handle.size)) return std::nullopt;
    return handle;
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

class TableReader {
public:
    TableReader(std::string_view file, const TakeEntry& take) : m_file(file), m_take(take) {}

    std::optional<TableProblem> read() {
        std::string_view footer = m_file.substr(m_file.size() - kFooter);
        const auto handles = takeHandle(footer) ? takeHandle(footer) : std::nullopt;  // of the meta index, which is empty, and of the index
        if (!handles) return TableProblem{m_file.size() - kFooter, "the end of the table is damaged"};
        std::string unpacked;
        const auto index = block(*handles, unpacked);
        if (!index) return m_problem;
        walk(*index, handles->offset, [this](std::string_view, std::string_view value) { return readBlock(value); });
        return m_problem;
    }

private:
    // The block of entries that an entry of the index points to.
    bool readBlock(std::string_view handleBytes) {
        const auto handle = takeHandle(handleBytes);
        if (!handle) return fail(m_end, "the table's index is damaged");
        // Blocks that lie one in the other, or the index itself: whoever walks over them all may never come to an end.
        if (handle->offset < m_end) return fail(handle->offset, "the table's index is damaged: blocks overlap");
        std::string unpacked;
        const auto contents = block(*handle, unpacked);
        if (!contents) return false;
        m_end = handle->offset + handle->size;
        bool wantsMore = true;
        walk(*contents, handle->offset, [&](std::string_view key, std::string_view value) { return wantsMore = m_take(key, value, handle->offset); });
        return wantsMore && !m_problem;
    }

    bool fail(std::uint64_t offset, std::string message) {
        m_problem = TableProblem{offset, std::move(message)};
        return false;
    }

    // Its contents: in `unpacked`, where they are compressed.
    std::optional<std::string_view> block(BlockHandle handle, std::string& unpacked) {
        const std::uint64_t end = m_file.size() - kFooter;
        if (handle.offset > end || handle.size > end - handle.offset || end - handle.offset - handle.size < kTrailer) {
            fail(handle.offset, fmt::format("the table is cut off or damaged: a block of {} bytes should be here", handle.size));
            return std::nullopt;
        }
        const std::string_view stored = m_file.substr(handle.offset, handle.size);
        if (maskedCrc32c(m_file.substr(handle.offset, handle.size + 1)) != numberAt(m_file, handle.offset + handle.size + 1)) {
            fail(handle.offset, "the block here is damaged: its checksum is wrong");
            return std::nullopt;
        }
        const char compression = m_file[handle.offset + handle.size];
        if (compression == 0) return stored;
        if (compression == 1 && unpack(stored, unpacked)) return unpacked;
        fail(handle.offset, compression == 1 ? "the block here is damaged: it cannot be unpacked" : "the block here is compressed in a way that nobody knows");
        return std::nullopt;
    }

    static bool unpack(std::string_view stored, std::string& unpacked) {
        std::size_t size = 0;
        if (!snappy::GetUncompressedLength(stored.data(), stored.size(), &size) || size > kMostUnpacked || size / kMostTimesLonger > stored.size()) return false;
        return snappy::Uncompress(stored.data(), stored.size(), &unpacked);
    }

    // Over the entries of a block, each of which leaves out what its key shares with the one before; behind them are places to begin at.
    template <typename Take>
    bool walk(std::string_view contents, std::uint64_t offset, Take take) {
        constexpr auto kDamaged = "the block here is damaged: its lengths are wrong";
        const std::size_t restarts = contents.size() < 4 ? 0 : numberAt(contents, contents.size() - 4);
        if (contents.size() < 4 || restarts > contents.size() / 4 - 1) return fail(offset, kDamaged);
        std::string_view entries = contents.substr(0, contents.size() - 4 * (restarts + 1));
        std::string key;
        while (!entries.empty()) {
            std::uint64_t shared = 0, added = 0, valueSize = 0;
            if (!WireReader::takeVarint(entries, shared) || !WireReader::takeVarint(entries, added) || !WireReader::takeVarint(entries, valueSize)) return fail(offset, kDamaged);
            if (shared > key.size() || added > entries.size() || valueSize > entries.size() - added) return fail(offset, kDamaged);
            key.resize(shared);
            key += entries.substr(0, added);
            m_keyBytes += key.size();
            if (m_keyBytes > kMostKeyBytes) return fail(offset, fmt::format("the keys come to more than {} MB, the most that are read", kMostKeyBytes >> 20));
            const std::string_view value = entries.substr(added, valueSize);
            entries.remove_prefix(added + valueSize);
            if (!take(key, value)) return false;
        }
        return true;
    }

    std::string_view m_file;
    const TakeEntry& m_take;
    std::uint64_t m_end = 0;         // of the last block
    std::uint64_t m_keyBytes = 0;
    std::optional<TableProblem> m_problem;
};

}  // namespace

bool isSortedTable(std::string_view file) {
    return file.size() >= kFooter && file.ends_with(kMagic);
}

std::optional<TableProblem> forEachEntry(std::string_view file, const TakeEntry& take) {
    if (!isSortedTable(file)) return TableProblem{file.size(), "the table is cut off: its end is missing"};
    return TableReader(file, take).read();
}

}  // namespace namescape
