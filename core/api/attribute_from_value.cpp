#include "api/attribute_from_value.h"

#include "api/constant_from_value.h"
#include "api/convert.h"
#include "script/builtin_types.h"

#include <string>
#include <vector>

namespace namescape {

namespace {

using Kind = OpAttribute::Kind;

[[noreturn]] void failOn(Interpreter& in, const char* expected, std::string_view name, const Value& value) {
    throw in.typeError(std::string("Expected ") + expected + " for argument '" + std::string(name) + "' not " + in.repr(value) + ".");
}

std::int64_t integer(Interpreter& in, std::string_view name, const Value& value) {
    if (value.isInt() || value.isBool()) return value.asInt();
    if (value.isFloat()) return static_cast<std::int64_t>(value.asFloat());
    if (value.is<StringObject>()) failOn(in, "int", name, value);
    try {
        return in.index(in.call(in.getAttribute(&in.builtins(), "int"), {value}));
    } catch (const ScriptError&) {
        failOn(in, "int", name, value);
    }
}

double number(Interpreter& in, std::string_view name, const Value& value) {
    if (!value.isFloat() && !value.isInt() && !value.isBool()) failOn(in, "float", name, value);
    return in.toDouble(value);
}

bool boolean(Interpreter& in, std::string_view name, const Value& value) {
    if (!value.isBool()) failOn(in, "bool", name, value);
    return value.asBool();
}

std::string text(Interpreter& in, std::string_view name, const Value& value) {
    if (const auto* bytes = value.as<BytesObject>()) return std::string(bytes->bytes());
    if (const auto* string = value.as<StringObject>()) return std::string(string->text());
    failOn(in, "string", name, value);
}

DataType dataType(Api& api, std::string_view name, const Value& value) {
    try {
        return asDataType(api, value).base();
    } catch (const ScriptError&) {
        failOn(api.interpreter(), "DataType", name, value);
    }
}

Shape shape(Api& api, std::string_view name, const Value& value) {
    Interpreter& in = api.interpreter();
    try {
        return asShape(api, value);
    } catch (const ScriptError& error) {
        const std::string message = "Error converting " + std::string(name) + " to a TensorShape: " + in.str(error.value());
        if (in.isInstance(error.value(), *in.types().typeError)) throw in.typeError(message);
        if (in.isInstance(error.value(), *in.types().valueError)) throw in.valueError(message);
        throw;
    }
}

template <typename Element, typename Convert>
std::vector<Element> list(Interpreter& in, std::string_view name, const Value& value, Convert convert) {
    if (!value.is<ListObject>() && !value.is<TupleObject>()) throw in.typeError("Expected list for attr " + std::string(name));
    std::vector<Element> elements;
    for (const Value& element : in.elements(value)) elements.push_back(convert(element));
    return elements;
}

}  // namespace

AttributeValue attributeFromValue(Api& api, const OpAttribute& declared, const Value& value) {
    Interpreter& in = api.interpreter();
    const std::string_view name = declared.name;
    switch (declared.kind) {
    case Kind::Type: return dataType(api, name, value);
    case Kind::Integer: return integer(in, name, value);
    case Kind::Float: return number(in, name, value);
    case Kind::Bool: return boolean(in, name, value);
    case Kind::String: case Kind::Function: return text(in, name, value);
    case Kind::Shape: return shape(api, name, value);
    case Kind::Tensor: return std::make_shared<const ConstantValue>(constantFromValue(api, value));
    case Kind::TypeList: return list<DataType>(in, name, value, [&](const Value& each) { return dataType(api, name, each); });
    case Kind::IntegerList: return list<std::int64_t>(in, name, value, [&](const Value& each) { return integer(in, name, each); });
    case Kind::FloatList: return list<double>(in, name, value, [&](const Value& each) { return number(in, name, each); });
    case Kind::StringList: return list<std::string>(in, name, value, [&](const Value& each) { return text(in, name, each); });
    case Kind::ShapeList: return list<Shape>(in, name, value, [&](const Value& each) { return shape(api, name, each); });
    }
    return {};
}

}  // namespace namescape
