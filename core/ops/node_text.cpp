#include "ops/node_text.h"

#include "graph/graph.h"
#include "ops/operation_attributes.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace namescape {

namespace {

// Writes protobuf's text form: nested messages indented by two spaces.
class TextWriter {
public:
    void field(std::string_view name, std::string_view value) { m_text.append(m_depth * 2, ' ').append(name).append(": ").append(value).append("\n"); }
    void string(std::string_view name, std::string_view value) { field(name, quoted(value)); }

    template <typename Body>
    void message(std::string_view name, Body body) {
        m_text.append(m_depth * 2, ' ').append(name).append(" {\n");
        ++m_depth;
        body();
        --m_depth;
        m_text.append(m_depth * 2, ' ').append("}\n");
    }

    std::string take() { return std::move(m_text); }

private:
    static std::string quoted(std::string_view bytes) {
        std::string text = "\"";
        for (const char c : bytes) {
            if (c == '\n') text += "\\n";
            else if (c == '\r') text += "\\r";
            else if (c == '\t') text += "\\t";
            else if (c == '"' || c == '\'' || c == '\\') text.append("\\").push_back(c);
            else if (c >= ' ' && c <= '~') text += c;
            else text += octal(static_cast<unsigned char>(c));
        }
        return text + "\"";
    }
    static std::string octal(unsigned char byte) {
        return {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)), static_cast<char>('0' + (byte & 7))};
    }

    std::string m_text;
    std::size_t m_depth = 0;
};

const char* enumName(DataType type) {
    constexpr const char* kNames[] = {"DT_INVALID", "DT_FLOAT", "DT_DOUBLE", "DT_INT32", "DT_UINT8", "DT_INT16", "DT_INT8", "DT_STRING", "DT_COMPLEX64", "DT_INT64",
                                      "DT_BOOL", "DT_QINT8", "DT_QUINT8", "DT_QINT32", "DT_BFLOAT16", "DT_QINT16", "DT_QUINT16", "DT_UINT16", "DT_COMPLEX128",
                                      "DT_HALF", "DT_RESOURCE", "DT_VARIANT", "DT_UINT32", "DT_UINT64"};
    return kNames[type.baseCode()];
}

// The shortest text that gives the number again, with a decimal point.
template <typename Number>
std::string numberText(Number number) {
    char digits[40];
    std::string text(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

void writeShape(TextWriter& out, const Shape& shape) {
    if (!shape.hasRank()) return out.field("unknown_rank", "true");
    for (const auto size : shape.sizes()) out.message("dim", [&] { out.field("size", std::to_string(size)); });
}

template <typename Stored, typename Held>
std::string bytesOf(const std::vector<Held>& elements, std::size_t count) {
    std::string bytes;
    for (std::size_t index = 0; index < count; ++index) {
        const auto stored = static_cast<Stored>(elements[std::min(index, elements.size() - 1)]);
        char raw[sizeof stored];
        std::memcpy(raw, &stored, sizeof stored);
        bytes.append(raw, sizeof raw);
    }
    return bytes;
}

void writeIntegers(TextWriter& out, const ConstantValue& value, const std::vector<std::int64_t>& elements) {
    const char* name = value.type.isBool() ? "bool_val" : value.type == DataType::Int64 ? "int64_val" : "int_val";
    if (elements.size() > 1) {
        const auto bytes = value.type == DataType::Int64   ? bytesOf<std::int64_t>(elements, elements.size())
                           : value.type.size() == 4        ? bytesOf<std::int32_t>(elements, elements.size())
                           : value.type.size() == 2        ? bytesOf<std::int16_t>(elements, elements.size())
                                                           : bytesOf<std::int8_t>(elements, elements.size());
        return out.string("tensor_content", bytes);
    }
    for (const auto element : elements) out.field(name, value.type.isBool() ? (element ? "true" : "false") : std::to_string(element));
}

void writeFloats(TextWriter& out, const ConstantValue& value, const std::vector<double>& elements) {
    const bool isDouble = value.type == DataType::Float64;
    if (elements.size() > 1 && value.type.size() >= 4) return out.string("tensor_content", isDouble ? bytesOf<double>(elements, elements.size()) : bytesOf<float>(elements, elements.size()));
    for (const auto element : elements) out.field(isDouble ? "double_val" : "float_val", isDouble ? numberText(element) : numberText(static_cast<float>(element)));
}

void writeConstant(TextWriter& out, const ConstantValue& value) {
    out.field("dtype", enumName(value.type));
    out.message("tensor_shape", [&] { writeShape(out, value.shape); });
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&value.elements)) writeIntegers(out, value, *integers);
    else if (const auto* floats = std::get_if<std::vector<double>>(&value.elements)) writeFloats(out, value, *floats);
    else if (const auto* texts = std::get_if<std::vector<std::string>>(&value.elements))
        for (const auto& text : *texts) out.string("string_val", text);
    else
        for (const auto& number : std::get<std::vector<std::complex<double>>>(value.elements)) {
            out.field("dcomplex_val", numberText(number.real()));
            out.field("dcomplex_val", numberText(number.imag()));
        }
}

// One value of an attribute, or one element of a list.
struct AttributeWriter {
    TextWriter& out;

    void operator()(std::int64_t value) const { out.field("i", std::to_string(value)); }
    void operator()(double value) const { out.field("f", numberText(static_cast<float>(value))); }
    void operator()(bool value) const { out.field("b", value ? "true" : "false"); }
    void operator()(const std::string& value) const { out.string("s", value); }
    void operator()(DataType value) const { out.field("type", enumName(value)); }
    void operator()(const Shape& value) const {
        out.message("shape", [&] { writeShape(out, value); });
    }
    void operator()(const std::shared_ptr<const ConstantValue>& value) const {
        out.message("tensor", [&] { writeConstant(out, *value); });
    }
    template <typename Element>
    void operator()(const std::vector<Element>& values) const {
        out.message("list", [&] {
            for (const Element& value : values) (*this)(value);
        });
    }
};

std::string inputText(const Graph& graph, TensorId input) {
    std::string text(graph.operationName(input.operation));
    if (input.output != 0) text += ':' + std::to_string(input.output);
    return text;
}

}  // namespace

std::string nodeText(const Operation& operation) {
    TextWriter out;
    const Graph& graph = operation.graph();
    out.string("name", operation.name());
    out.string("op", operation.type());
    for (const TensorId input : operation.inputs()) out.string("input", inputText(graph, input));
    for (const OperationId control : operation.controlInputs()) out.string("input", '^' + std::string(graph.operationName(control)));
    if (!operation.device().empty()) out.string("device", operation.device());
    for (const Attribute& attribute : allAttributes(operation))
        out.message("attr", [&] {
            out.string("key", attribute.name);
            out.message("value", [&] { std::visit(AttributeWriter{out}, attribute.value); });
        });
    return out.take();
}

std::string shapeText(const Shape& shape) {
    TextWriter out;
    writeShape(out, shape);
    return out.take();
}

std::string constantText(const ConstantValue& value) {
    TextWriter out;
    writeConstant(out, value);
    return out.take();
}

}  // namespace namescape
