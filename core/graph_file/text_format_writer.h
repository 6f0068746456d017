// Wire format into protocol buffers' text format, by a schema.
#pragma once

#include "graph_file/message_schema.h"

#include <string>
#include <string_view>

namespace namescape {

// Appends the fields of a message, a line each, as Google's printers do. What the schema does not know, or what is broken, is
// written by number, such that readTextFormat makes the same bytes of it.
void appendTextFormat(std::string& out, std::string_view message, const MessageSchema& schema, std::size_t depth = 0);

}  // namespace namescape
