#include "graph_file/graph_def_builder.h"

#include "graph_file/attribute_decoder.h"
#include "graph_file/attribute_encoder.h"
#include "graph_file/wire.h"

namespace namescape {

GraphDefBuilder GraphDefBuilder::beside(std::uint64_t written) const {
    GraphDefBuilder other(0, m_mostNodes);
    other.m_mostBytes = m_mostBytes - std::min(m_mostBytes, written);
    return other;
}

void GraphDefBuilder::begin(std::string_view name, std::string_view type, std::uint64_t source) {
    if (isFull()) return;
    m_node.clear();
    m_source = source;
    appendBytesField(m_node, 1, name);
    appendBytesField(m_node, 2, type);
}

// With its output even where that is the first, so that colons of names are not taken for one.
void GraphDefBuilder::addInput(std::string_view operation, std::size_t output) {
    if (isFull()) return;
    std::string text(operation);
    text += ':';
    text += std::to_string(output);
    appendBytesField(m_node, 3, text);
}

void GraphDefBuilder::addAttribute(const Attribute& attribute) {
    appendAttribute(m_node, attribute, TextMeaning::Text);
}

void GraphDefBuilder::addAttribute(std::string_view name, std::string_view attrValue) {
    std::string entry;
    appendBytesField(entry, 1, name);
    appendBytesField(entry, 2, attrValue);
    appendBytesField(m_node, 5, entry);
}

void GraphDefBuilder::setOutputs(std::span<const Output> outputs) {
    std::vector<DataType> types;
    std::vector<Shape> shapes;
    for (const Output& output : outputs) {
        types.push_back(output.type);
        shapes.push_back(output.shape);
    }
    addAttribute({std::string(kOutputTypes), std::move(types)});
    if (!outputs.empty()) addAttribute({"_output_shapes", std::move(shapes)});
}

// What is too much stays where it is, so that the rest is seen to be too much as well.
void GraphDefBuilder::end() {
    if (isFull()) return;
    m_marks.push_back({m_graph.size(), m_source});
    appendBytesField(m_graph, 1, m_node);
    m_node.clear();
    ++m_nodes;
}

void GraphDefBuilder::addFunction(std::string_view functionDef, std::uint64_t source) {
    m_libraryMarks.push_back({m_library.size(), source});
    appendBytesField(m_library, 1, functionDef);
}

std::string GraphDefBuilder::take() {
    if (m_library.empty()) return std::move(m_graph);
    appendBytesField(m_graph, 2, m_library);
    const std::uint64_t begin = m_graph.size() - m_library.size();
    for (const SourceMark& mark : m_libraryMarks) m_marks.push_back({begin + mark.made, mark.source});
    return std::move(m_graph);
}

}  // namespace namescape
