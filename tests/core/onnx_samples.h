// Small ONNX models for the tests.
#pragma once

#include "graph_file/wire.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape::samples {

inline std::string field(std::uint32_t number, std::string_view bytes) {
    std::string out;
    appendBytesField(out, number, bytes);
    return out;
}

inline std::string field(std::uint32_t number, std::uint64_t value) {
    std::string out;
    appendVarintField(out, number, value);
    return out;
}

// A TensorProto; `rest` are its values.
inline std::string tensorProto(std::string_view name, std::uint64_t type, const std::vector<std::uint64_t>& sizes, const std::string& rest = {}) {
    std::string tensor;
    for (const std::uint64_t size : sizes) tensor += field(1, size);
    return tensor + field(2, type) + (name.empty() ? "" : field(8, name)) + rest;
}

// A ValueInfoProto; sizes that are words are dimensions' names.
inline std::string valueInfo(std::string_view name, std::uint64_t type, const std::vector<std::string>& sizes) {
    std::string shape;
    for (const std::string& size : sizes) {
        const bool isNumber = size.find_first_not_of("0123456789") == std::string::npos;
        shape += field(1, isNumber ? field(1, std::stoull(size)) : field(2, size));
    }
    return field(1, name) + field(2, field(1, field(1, type) + field(2, shape)));
}

struct OnnxNode {
    std::string name, type;
    std::vector<std::string> inputs, outputs;
    std::string rest;  // attributes and the like
};

inline std::string nodeProto(const OnnxNode& node) {
    std::string out;
    for (const std::string& input : node.inputs) out += field(1, input);
    for (const std::string& output : node.outputs) out += field(2, output);
    if (!node.name.empty()) out += field(3, node.name);
    return out + field(4, node.type) + node.rest;
}

// A GraphProto of nodes; `rest` are initializers (5), inputs (11), outputs (12) and types (13).
inline std::string graphProto(const std::vector<OnnxNode>& nodes, const std::string& rest = {}) {
    std::string graph;
    for (const OnnxNode& node : nodes) graph += field(1, nodeProto(node));
    return graph + field(2, "net") + rest;
}

// A ModelProto; `rest` are functions (25).
inline std::string modelProto(const std::string& graph, const std::string& rest = {}) {
    return field(1, 8) + field(2, "test") + field(8, field(1, "") + field(2, 17)) + field(7, graph) + rest;
}

}  // namespace namescape::samples
