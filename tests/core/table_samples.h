// Small sorted tables and checkpoints for the tests.
#pragma once

#include "graph_file/crc32c.h"
#include "graph_file/wire.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape::samples {

struct TableEntry {
    std::string key, value;
};

// Entries as a block has them, keys without what they share with the one before; one place to begin at.
inline std::string blockOf(const std::vector<TableEntry>& entries) {
    std::string block, previous;
    for (const TableEntry& entry : entries) {
        std::size_t shared = 0;
        while (shared < previous.size() && shared < entry.key.size() && previous[shared] == entry.key[shared]) ++shared;
        appendVarint(block, shared);
        appendVarint(block, entry.key.size() - shared);
        appendVarint(block, entry.value.size());
        block += entry.key.substr(shared) + entry.value;
        previous = entry.key;
    }
    appendFixed(block, std::uint32_t{0});
    appendFixed(block, std::uint32_t{1});
    return block;
}

// As Snappy compresses, of what does not repeat; runs of one character are made copies of it.
inline std::string snappyOf(std::string_view bytes) {
    std::string out;
    appendVarint(out, bytes.size());
    while (!bytes.empty()) {
        std::size_t run = 0;
        while (run < bytes.size() && run < 60 && bytes[run] == bytes[0]) ++run;
        out.push_back('\0');  // a literal of one byte
        out.push_back(bytes[0]);
        if (run > 4) {
            out.push_back(static_cast<char>((run - 2) << 2 | 2));  // a copy of what is one byte back
            out += std::string("\1\0", 2);
        }
        bytes.remove_prefix(run > 4 ? run : 1);
    }
    return out;
}

inline std::string handleOf(std::uint64_t offset, std::uint64_t size) {
    std::string handle;
    appendVarint(handle, offset);
    appendVarint(handle, size);
    return handle;
}

// A table that is written block by block.
struct TableSample {
    std::string file;
    std::vector<TableEntry> index;

    // The handle of what was stored.
    std::string store(std::string stored, char compression = 0) {
        const std::string handle = handleOf(file.size(), stored.size());
        stored.push_back(compression);
        file += stored;
        appendFixed(file, maskedCrc32c(stored));
        return handle;
    }
    void add(const std::vector<TableEntry>& entries, bool isCompressed = false) {
        const std::string block = blockOf(entries);
        index.push_back({entries.empty() ? std::string() : entries.back().key + "~", isCompressed ? store(snappyOf(block), 1) : store(block)});
    }
    std::string end() {
        const std::string metaIndex = store(blockOf({}));
        return end(metaIndex, store(blockOf(index)));
    }
    std::string end(const std::string& metaIndex, const std::string& indexHandle) {
        std::string footer = metaIndex + indexHandle;
        footer.resize(40);
        appendFixed(footer, std::uint64_t{0xDB4775248B80FB57});
        return file + footer;
    }
};

inline std::string shapeOf(const std::vector<std::uint64_t>& sizes) {
    std::string shape;
    for (const std::uint64_t size : sizes) {
        std::string dimension;
        appendVarintField(dimension, 1, size);
        appendBytesField(shape, 2, dimension);
    }
    return shape;
}

// A slice of rows, and all columns.
inline std::string sliceOf(std::uint64_t start, std::uint64_t length) {
    std::string rows, slice;
    appendVarintField(rows, 1, start);
    appendVarintField(rows, 2, length);
    appendBytesField(slice, 1, rows);
    appendBytesField(slice, 1, "");
    return slice;
}

// The header and an entry of version 2's index.
inline const TableEntry kBundleHeader{"", "\x08\x01\x1A\x02\x08\x01"};

inline TableEntry bundleEntry(std::string key, std::uint64_t type, const std::vector<std::uint64_t>& sizes, std::uint64_t offset = 0, const std::vector<std::string>& slices = {}) {
    std::string entry;
    appendVarintField(entry, 1, type);
    appendBytesField(entry, 2, shapeOf(sizes));
    if (offset != 0) appendVarintField(entry, 4, offset);
    for (const std::string& slice : slices) appendBytesField(entry, 7, slice);
    return {std::move(key), std::move(entry)};
}

}  // namespace namescape::samples
