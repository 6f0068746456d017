// The graph's values as AttrValue in wire format; the other way round of attribute_decoder.
#pragma once

#include "graph/attribute.h"

#include <string>

namespace namescape {

// What a text stands for.
enum class TextMeaning : std::uint8_t { Text, FunctionName };

// Appends a field of a NodeDef: an entry of its map of attributes.
void appendAttribute(std::string& nodeDef, const Attribute& attribute, TextMeaning meaning);

}  // namespace namescape
