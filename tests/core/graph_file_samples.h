// Small graph files for the tests.
#pragma once

#include "graph_file/graph_file.h"
#include "graph_file/message_schema.h"
#include "graph_file/text_format_reader.h"
#include "graph_file/wire.h"

#include <string>
#include <string_view>

namespace namescape::samples {

// "name: op(input, ^control) @device" lines of a graph, what is missing included.
inline std::string graphText(const Graph& graph) {
    std::string text;
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i) {
        text += std::string(graph.operationName({i})) + ": " + std::string(graph.operationType({i})) + "(";
        bool isFirst = true;
        const auto add = [&](const std::string& input) {
            text += (isFirst ? "" : ", ") + input;
            isFirst = false;
        };
        for (const TensorId input : graph.inputs({i})) add(std::string(graph.operationName(input.operation)) + ":" + std::to_string(input.output));
        for (const OperationId control : graph.controlInputs({i})) add("^" + std::string(graph.operationName(control)));
        text += ")";
        if (!graph.device({i}).empty()) text += " @" + std::string(graph.device({i}));
        for (std::uint32_t output = 0; output < graph.outputCount({i}); ++output)
            text += (output == 0 ? " -> " : ", ") + graph.outputType({{i}, output}).name() + " " + graph.outputShape({{i}, output}).text();
        text += '\n';
    }
    return text;
}

// The problems, a line each.
inline std::string problemsText(const GraphFile& file) {
    std::string text;
    for (const FileProblem& problem : file.problems) {
        text += problem.place + (problem.severity == Severity::Error ? " error: " : " warning: ") + problem.message + '\n';
    }
    return text;
}

inline GraphFile read(std::string bytes, const GraphFileOptions& options = {}) {
    return readGraphFile(FileBytes::of(std::move(bytes)), options);
}

// A text graph as data.
inline std::string wire(std::string_view text, const MessageSchema& schema = graphDefSchema()) {
    return readTextFormat(text, schema).wire;
}

// A GraphDef as text of lines "name op input…".
inline std::string graph(std::string_view lines) {
    std::string text;
    while (!lines.empty()) {
        std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const auto take = [&] {
            const std::string word(line.substr(0, line.find(' ')));
            line.remove_prefix(std::min(line.size(), word.size() + 1));
            return word;
        };
        text += "node { name: \"" + take();
        text += "\" op: \"" + take() + "\"";
        while (!line.empty()) text += " input: \"" + take() + "\"";
        text += " }\n";
    }
    return text;
}

}  // namespace namescape::samples
