// Reads graphs that others have written: GraphDef, MetaGraphDef and SavedModel, binary or as text, event files, checkpoints, ONNX models and Model Explorer's JSON.
#pragma once

#include "graph/graph.h"
#include "graph_file/file_bytes.h"
#include "graph_file/file_kind.h"
#include "graph_file/file_problems.h"
#include "graph_file/graph_file_limits.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// One of the graphs that a file has.
struct GraphEntry {
    enum class Kind : std::uint8_t {
        Graph,     // the main one, or another beside it: of a SavedModel, of a collection
        Function,  // of the library
    };

    std::string name;  // that GraphFileOptions::graph opens it by; empty for a main graph that the file does not name
    Kind kind = Kind::Graph;

    bool operator==(const GraphEntry&) const = default;
};

// Of the same name and size as often as the file lists it.
struct FileCollection {
    std::string key;
    std::vector<std::string> items;
};

struct GraphFile {
    RecognizedFile recognized;
    std::shared_ptr<const Graph> graph;  // never null: what could be read; its attributes are decoded at the first look
    std::vector<FileProblem> problems;   // an error first, where there is one
    std::vector<GraphEntry> graphs;      // all that the file has, no two of one name: the main graph, those beside it, functions
    GraphEntry shown;                    // the one that `graph` is
    std::vector<FileCollection> collections;  // of a MetaGraphDef
    std::shared_ptr<const FileBytes> bytes;   // that the ranges are of; a text is made data at first
    std::vector<FileRange> rest;              // the fields of the GraphDef that are no nodes: library, versions
    std::optional<GraphFileLimit> hitLimit;   // what is there up to it was read
    bool wasStopped = false;                  // what is here is worth nothing

    bool isOk() const { return problems.empty() || problems.front().severity != Severity::Error; }
};

struct GraphFileOptions {
    std::string graph;  // the name of the one that is wanted, as in GraphFile::graphs; empty for the main graph
    GraphFileLimits limits = {};

    bool operator==(const GraphFileOptions&) const = default;
};

// Told now and then how much is done, from 0 to 1.
using Progress = std::function<void(double)>;

// Never fails: what is wrong is in the result.
GraphFile readGraphFile(const std::shared_ptr<const FileBytes>& file, const GraphFileOptions& options = {}, std::stop_token stop = {}, const Progress& progress = {});

}  // namespace namescape
