// What the messages of a graph file are made of: the fields of TensorFlow's .proto files, as data. Text and wire format both go by it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace namescape {

enum class FieldKind : std::uint8_t {
    Int,      // int32, int64: negative numbers are written as 64 bits
    Unsigned,
    Bool,
    Float,
    Double,
    String,   // text or bytes
    DataType, // the enum of types.proto
    Message,
    Ignored,  // known, and of no use here: stepped over in text
};

struct MessageSchema;

struct FieldSchema {
    std::uint32_t number;
    std::string_view name;
    FieldKind kind;
    bool isPacked = false;  // repeated numbers, one after the other in one field
    const MessageSchema* message = nullptr;
};

struct MessageSchema {
    std::string_view name;
    std::span<const FieldSchema> fields;

    const FieldSchema* find(std::string_view fieldName) const;
    const FieldSchema* find(std::uint32_t number) const;
};

// TensorFlow 1.15, core/framework/*.proto and core/protobuf/{meta_graph,saved_model}.proto, and the fields that later versions have added.
const MessageSchema& graphDefSchema();
const MessageSchema& metaGraphSchema();
const MessageSchema& savedModelSchema();

// "DT_FLOAT" ↔ 1; references are "DT_FLOAT_REF", 101. -1 and an empty name where there is no such type.
int dataTypeCode(std::string_view enumName);
std::string_view dataTypeEnumName(std::uint64_t code);

}  // namespace namescape
