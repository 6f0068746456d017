// Protocol buffers' text format into wire format, by a schema: all else then reads one format only.
#pragma once

#include "graph_file/file_problems.h"
#include "graph_file/message_schema.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// What was wrong with a text, and where: byte offset.
struct TextFormatProblem {
    std::size_t offset = 0;
    std::string message;
};

struct TextFormatResult {
    std::string wire;  // all fields that are whole, up to the problem
    // Where the outermost fields, and those of `marked` messages, begin in the text and in the wire format; in order of both.
    std::vector<SourceMark> marks;
    std::optional<TextFormatProblem> error;  // ends the reading
    std::vector<TextFormatProblem> unknown;  // fields that the schema does not have, which are left out; the first few
    std::size_t unknownCount = 0;
};

// Reads a whole text as one message. A field may be given by its number too, as the writer does for those that it does not know.
TextFormatResult readTextFormat(std::string_view text, const MessageSchema& schema, std::stop_token stop = {});

// Whether the text is a message of any schema, which has a message as a field; if so, the names of its outermost fields.
std::optional<std::vector<std::string_view>> outermostFields(std::string_view text);

}  // namespace namescape
