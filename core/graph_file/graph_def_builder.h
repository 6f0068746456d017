// Writes a GraphDef node by node, of what is no TensorFlow graph: names may be any, and outputs are told.
#pragma once

#include "graph/attribute.h"
#include "graph_file/file_problems.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

class GraphDefBuilder {
public:
    struct Output {
        DataType type;
        Shape shape;
    };

    // Of a file of `fileSize` bytes. What is written is bounded by that, since names that are repeated may make much of little.
    GraphDefBuilder(std::uint64_t fileSize, std::uint64_t mostNodes) : m_mostBytes(std::min((fileSize + 1024) * 64, std::uint64_t{1} << 30)), m_mostNodes(mostNodes) {}
    // One for another part of the same file: it has the room that `written` bytes have left.
    GraphDefBuilder beside(std::uint64_t written) const;

    // A node that was at `source` of the file; ended by end().
    void begin(std::string_view name, std::string_view type, std::uint64_t source);
    // After the node's beginning, and in any order.
    void addInput(std::string_view operation, std::size_t output);
    void addAttribute(const Attribute& attribute);
    // `attrValue`: an AttrValue in wire format.
    void addAttribute(std::string_view name, std::string_view attrValue);
    // All of the node's outputs.
    void setOutputs(std::span<const Output> outputs);
    void end();

    // An entry of the function library, made of what was at `source` of the file.
    void addFunction(std::string_view functionDef, std::uint64_t source);

    bool isFull() const { return hasTooManyBytes() || m_nodes > m_mostNodes; }
    bool hasTooManyBytes() const { return size() > m_mostBytes; }
    std::uint64_t size() const { return m_graph.size() + m_node.size() + m_library.size(); }
    std::uint64_t mostBytes() const { return m_mostBytes; }
    // Of all nodes that have been ended, in order, and of the library.
    std::string take();
    // After take().
    std::vector<SourceMark> takeMarks() { return std::move(m_marks); }

private:
    std::uint64_t m_mostBytes, m_mostNodes;
    std::uint64_t m_nodes = 0;
    std::string m_graph;
    std::string m_node;
    std::string m_library;
    std::vector<SourceMark> m_libraryMarks;  // by offset in the library
    std::uint64_t m_source = 0;
    std::vector<SourceMark> m_marks;
};

}  // namespace namescape
