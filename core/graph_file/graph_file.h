// Reads graphs that others have written: GraphDef, MetaGraphDef and SavedModel, binary or as text, and event files.
#pragma once

#include "graph/graph.h"
#include "graph_file/file_bytes.h"
#include "graph_file/file_kind.h"
#include "graph_file/graph_file_limits.h"
#include "support/diagnostic.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// What is wrong with a file, and where.
struct FileProblem {
    Severity severity = Severity::Error;
    std::string place;    // "12:3" (line and column, from 1) in a text, "1234" (offset in bytes) in data; empty where it is the whole file
    std::string message;  // lower-case phrase without a period
    std::string line;     // of a text: the line, or a piece of it where it is long
    std::uint32_t caret = 0;  // offset in `line` of what is wrong

    bool operator==(const FileProblem&) const = default;
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
    std::vector<std::string> functions;  // of the library, each a graph of its own
    std::string function;                // whose graph this is; empty for the main graph
    std::vector<FileCollection> collections;  // of a MetaGraphDef
    std::shared_ptr<const FileBytes> bytes;   // that the ranges are of; a text is made data at first
    std::vector<FileRange> rest;              // the fields of the GraphDef that are no nodes: library, versions
    std::optional<GraphFileLimit> hitLimit;   // what is there up to it was read
    bool wasStopped = false;                  // what is here is worth nothing

    bool isOk() const { return problems.empty() || problems.front().severity != Severity::Error; }
};

struct GraphFileOptions {
    std::string function;  // the one whose graph is wanted; empty for the main graph
    GraphFileLimits limits;

    bool operator==(const GraphFileOptions&) const = default;
};

// Told now and then how much is done, from 0 to 1.
using Progress = std::function<void(double)>;

// Never fails: what is wrong is in the result.
GraphFile readGraphFile(const std::shared_ptr<const FileBytes>& file, const GraphFileOptions& options = {}, std::stop_token stop = {}, const Progress& progress = {});

}  // namespace namescape
