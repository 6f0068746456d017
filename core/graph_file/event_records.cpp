#include "graph_file/event_records.h"

#include "graph_file/crc32c.h"
#include "graph_file/wire.h"

namespace namescape {

namespace {

constexpr std::size_t kHead = 12;  // length and its checksum
constexpr std::size_t kTail = 4;   // checksum of the data

std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

bool isHead(std::string_view bytes) {
    return bytes.size() >= kHead && maskedCrc32c(bytes.substr(0, 8)) == numberAt(bytes, 8, 4);
}

// Whether it has a graph.
bool lookInto(std::string_view event, EventGraphs& found) {
    bool hasGraph = false;
    WireReader reader(event);
    while (reader.next()) {
        const bool isGraph = reader.is(4, WireType::Length), isMeta = reader.is(9, WireType::Length);
        if (isGraph) ++found.count;
        const bool isBetter = isGraph || (isMeta && (!found.graph || found.graph->isMetaGraph));
        if (isBetter) found.graph = EventGraph{reader.bytes(), isMeta};
        hasGraph |= isGraph || isMeta;
    }
    return hasGraph;
}

}  // namespace

bool beginsAsRecords(std::string_view bytes) {
    return isHead(bytes);
}

EventGraphs findEventGraphs(std::string_view file) {
    EventGraphs found;
    for (std::size_t at = 0; file.size() - at >= kHead;) {
        const std::string_view rest = file.substr(at);
        if (!isHead(rest)) {
            found.brokenAt = at;
            return found;
        }
        const std::uint64_t length = numberAt(rest, 0, 8);
        if (length > rest.size() - kHead || rest.size() - kHead - length < kTail) return found;
        const std::string_view event = rest.substr(kHead, length);
        // Other events may be gigabytes, and don't matter.
        const EventGraphs before = found;
        if (lookInto(event, found) && maskedCrc32c(event) != numberAt(rest, kHead + length, kTail)) {
            found = before;
            found.brokenAt = at;
            return found;
        }
        at += kHead + length + kTail;
    }
    return found;
}

}  // namespace namescape
