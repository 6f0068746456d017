// What a file of another format comes to as a GraphDef or a SavedModel, which all else reads.
#pragma once

#include "graph_file/file_problems.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace namescape {

// What was found on the way, at an offset of the file; of the file as a whole without one.
struct TranslationProblem {
    Severity severity = Severity::Error;
    std::optional<std::uint64_t> offset;
    std::string message;
};

struct TranslatedFile {
    std::string message;            // a GraphDef, or a SavedModel; up to an error
    std::vector<SourceMark> marks;  // of its nodes
    std::vector<TranslationProblem> problems;
};

}  // namespace namescape
