// The values of attributes in short words.
#pragma once

#include "graph/attribute.h"

#include <QString>

namespace namescape {

// "(2, ?)", "float32", "[1, 2, 2, 1]", "float32 (3, 64): 0.1, 0.2, …". What is long is cut, and how much there is is told.
QString attributeText(const AttributeValue& value);

}  // namespace namescape
