// The files of keys and values that checkpoints are: sorted string tables, as LevelDB has them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// What is wrong with a table, and the byte offset of the block that shows it.
struct TableProblem {
    std::uint64_t offset = 0;
    std::string message;
};

// Whether the file ends as a table does, whatever is in it.
bool isSortedTable(std::string_view file);

// Views that are valid during the call alone. False ends the walk.
using TakeEntry = std::function<bool(std::string_view key, std::string_view value, std::uint64_t blockOffset)>;

// Walks over the entries in the order of the file (TensorFlow 1.15, core/lib/io/table_builder.cc), block by block: checksums are checked,
// Snappy's compression is undone. A block is looked at only once it is its turn. What is wrong, where something is.
std::optional<TableProblem> forEachEntry(std::string_view file, const TakeEntry& take);

}  // namespace namescape
