// The operations of a graph as their file has them: undecoded, and not even in memory where the file is large.
#pragma once

#include "graph/attribute_source.h"
#include "graph_file/file_bytes.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace namescape {

class UndecodedNodes : public AttributeSource {
public:
    // `nodes`: the NodeDefs by OperationId. Those that lie nowhere (of length 0), and operations beyond them, have no attributes.
    UndecodedNodes(std::shared_ptr<const FileBytes> file, std::vector<FileRange> nodes) : m_file(std::move(file)), m_nodes(std::move(nodes)) {}

    // Decodes them at the first look. Empty where the file has been changed since.
    std::span<const Attribute> attributes(OperationId id) const override;
    // The same without keeping them, for who looks at all.
    std::vector<Attribute> decode(OperationId id) const;

    const FileBytes& file() const { return *m_file; }
    // Of length 0 for an operation that is in no file.
    FileRange node(OperationId id) const { return id.value < m_nodes.size() ? m_nodes[id.value] : FileRange{}; }

private:
    std::shared_ptr<const FileBytes> m_file;
    std::vector<FileRange> m_nodes;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::uint32_t, std::vector<Attribute>> m_decoded;
};

}  // namespace namescape
