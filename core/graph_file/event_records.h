// The records of TensorFlow's event files, and the graphs in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace namescape {

// Whether the bytes begin with a record: a length and its checksum.
bool beginsAsRecords(std::string_view bytes);

struct EventGraph {
    std::string_view bytes;     // of a GraphDef, or, where there is none, of a MetaGraphDef
    bool isMetaGraph = false;
};

struct EventGraphs {
    std::optional<EventGraph> graph;       // the last one, as TensorBoard has it
    std::size_t count = 0;                 // of all
    std::optional<std::uint64_t> brokenAt; // where a record's checksum is wrong; what came before it counts
};

// A record that is cut off at the end is still being written, and no error.
EventGraphs findEventGraphs(std::string_view file);

}  // namespace namescape
