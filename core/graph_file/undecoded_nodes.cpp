#include "graph_file/undecoded_nodes.h"

#include "graph_file/attribute_decoder.h"

namespace namescape {

namespace {

// A node of more bytes holds a large constant, which is looked at where it lies.
constexpr std::uint64_t kMostCopied = 1 << 16;

std::vector<Attribute> decoded(const FileBytes& file, FileRange range) {
    if (range.length <= kMostCopied) {
        const auto bytes = file.piece(range.offset, range.length);
        return bytes ? decodeAttributes(*bytes) : std::vector<Attribute>();
    }
    const auto view = file.view();
    if (!view || range.offset + range.length > view->bytes().size()) return {};
    return decodeAttributes(view->bytes().substr(range.offset, range.length));
}

}  // namespace

std::vector<Attribute> UndecodedNodes::decode(OperationId id) const {
    const FileRange range = node(id);
    return range.length == 0 ? std::vector<Attribute>() : decoded(*m_file, range);
}

std::span<const Attribute> UndecodedNodes::attributes(OperationId id) const {
    const FileRange range = node(id);
    if (range.length == 0) return {};
    const std::lock_guard lock(m_mutex);
    const auto [known, isNew] = m_decoded.try_emplace(id.value);
    if (isNew) known->second = decoded(*m_file, range);
    return known->second;
}

}  // namespace namescape
