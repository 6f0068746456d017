// An operation as the text of its NodeDef, as Python prints it.
#pragma once

#include "graph/attribute.h"
#include "graph/operation.h"

#include <string>

namespace namescape {

// "name: \"a\"\nop: \"Const\"\nattr {\n …": protobuf's text form, a line break at its end.
std::string nodeText(const Operation& operation);

// The text form of a shape (TensorShapeProto) and of a constant (TensorProto).
std::string shapeText(const Shape& shape);
std::string constantText(const ConstantValue& value);

}  // namespace namescape
