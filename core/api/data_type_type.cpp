// tf.DType and the data types themselves: TensorFlow 1.15, python/framework/dtypes.py.

#include "api/convert.h"
#include "api/tensor_library.h"
#include "script/builtin_types.h"

#include <array>
#include <limits>
#include <string>

namespace namescape {

namespace {

constexpr int kTypeCount = 24;

DataType typeOf(Interpreter& in, const Value& self) {
    return payloadOf<DataType>(in, self);
}

// Without reference, complex as its parts.
DataType realType(DataType type) {
    if (type.baseCode() == DataType::Complex64) return DataType::Float32;
    return type.baseCode() == DataType::Complex128 ? DataType(DataType::Float64) : type;
}

[[noreturn]] void failOnLimit(Interpreter& in, DataType type, const char* which) {
    throw in.typeError(std::string("Cannot find ") + which + " value of <dtype: '" + type.name() + "'>.");
}

template <typename T>
Value limitOf(bool isLargest) {
    if constexpr (std::is_integral_v<T> && sizeof(T) < 8) return static_cast<std::int64_t>(isLargest ? std::numeric_limits<T>::max() : std::numeric_limits<T>::lowest());
    else if constexpr (std::is_same_v<T, std::uint64_t>) return isLargest ? std::numeric_limits<std::int64_t>::max() : std::int64_t{0};
    else if constexpr (std::is_integral_v<T>) return isLargest ? std::numeric_limits<T>::max() : std::numeric_limits<T>::lowest();
    else return static_cast<double>(isLargest ? std::numeric_limits<T>::max() : std::numeric_limits<T>::lowest());
}

Value limitOf(Interpreter& in, DataType type, bool isLargest) {
    switch (type.baseCode()) {
    case DataType::Float16: return isLargest ? 65504.0 : -65504.0;
    case DataType::Float32: return limitOf<float>(isLargest);
    case DataType::Float64: return limitOf<double>(isLargest);
    case DataType::Int8: return limitOf<std::int8_t>(isLargest);
    case DataType::Int16: return limitOf<std::int16_t>(isLargest);
    case DataType::Int32: return limitOf<std::int32_t>(isLargest);
    case DataType::Int64: return limitOf<std::int64_t>(isLargest);
    case DataType::UInt8: return limitOf<std::uint8_t>(isLargest);
    case DataType::UInt16: return limitOf<std::uint16_t>(isLargest);
    case DataType::UInt32: return limitOf<std::uint32_t>(isLargest);
    case DataType::UInt64: return limitOf<std::uint64_t>(isLargest);
    default: failOnLimit(in, type, isLargest ? "maximum" : "minimum");
    }
}

void addQuestions(NativeClass& type) {
    struct Question {
        const char* name;
        bool (*answer)(DataType type);
    };
    constexpr std::array kQuestions = std::to_array<Question>({
        {"is_floating", [](DataType t) { return t.isFloating(); }},
        {"is_integer", [](DataType t) { return t.isInteger(); }},
        {"is_unsigned", [](DataType t) { return t.isUnsigned(); }},
        {"is_complex", [](DataType t) { return t.isComplex(); }},
        {"is_bool", [](DataType t) { return t.isBool() && !t.isReference(); }},
        {"is_quantized", [](DataType t) { return t.isQuantized(); }},
        {"is_numpy_compatible", [](DataType t) { return t.baseCode() != DataType::Resource && t.baseCode() != DataType::Variant; }},
        {"_is_ref_dtype", [](DataType t) { return t.isReference(); }},
    });
    for (const Question& question : kQuestions)
        type.property(question.name, [answer = question.answer](Interpreter& in, const Value& self) -> Value { return answer(typeOf(in, self)); });
}

// What numpy calls it; strings, and whatever else has no type there, are objects to it.
Value numpyType(Interpreter& in, DataType type) {
    const Value numpy = in.importModule("numpy");
    const auto found = in.findAttribute(numpy, type.isBool() ? "bool_" : type.name());
    return found ? *found : in.getAttribute(numpy, "object_");
}

// Of numpy's type, in bytes: a text is an object to it, held by its address.
std::int64_t numpySize(DataType type) {
    constexpr std::int64_t kAddressSize = 8;
    return type.base() == DataType(DataType::String) ? kAddressSize : type.size();
}

void addProperties(Api& api, NativeClass& type) {
    type.property("name", [](Interpreter& in, const Value& self) -> Value { return in.string(typeOf(in, self).name()); })
        .property("base_dtype", [&api](Interpreter& in, const Value& self) { return api.wrap(typeOf(in, self).base()); })
        .property("_as_ref", [&api](Interpreter& in, const Value& self) { return api.wrap(typeOf(in, self).reference()); })
        .property("real_dtype", [&api](Interpreter& in, const Value& self) { return api.wrap(realType(typeOf(in, self))); })
        .property("as_numpy_dtype", [](Interpreter& in, const Value& self) { return numpyType(in, typeOf(in, self).base()); })
        .property("as_datatype_enum", [](Interpreter& in, const Value& self) -> Value { return typeOf(in, self).code(); })
        .property("size", [](Interpreter& in, const Value& self) -> Value { return numpySize(typeOf(in, self)); })
        .property("min", [](Interpreter& in, const Value& self) { return limitOf(in, typeOf(in, self), false); })
        .property("max", [](Interpreter& in, const Value& self) { return limitOf(in, typeOf(in, self), true); });
    addQuestions(type);
}

std::optional<DataType> optionalDataType(Api& api, const Value& value) {
    try {
        return asDataType(api, value);
    } catch (const ScriptError&) {
        return std::nullopt;
    }
}

bool areEqual(Api& api, DataType self, const Value& other) {
    if (other.isNone()) return false;
    const auto type = optionalDataType(api, other);
    return type && *type == self;
}

void addPython(Api& api, NativeClass& type) {
    type.method("__init__(self, type_enum)",
                [&api](Interpreter&, std::span<Value> a) -> Value {
                    a[0].as<InstanceObject>()->emplace<DataType>(asDataType(api, a[1]));
                    return {};
                })
        .method("__str__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string("<dtype: '" + typeOf(in, a[0]).name() + "'>"); })
        .method("__repr__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string("tf." + typeOf(in, a[0]).name()); })
        .method("__int__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return typeOf(in, a[0]).code(); })
        .method("__hash__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return typeOf(in, a[0]).code(); })
        .method("__eq__(self, other)", [&api](Interpreter& in, std::span<Value> a) -> Value { return areEqual(api, typeOf(in, a[0]), a[1]); })
        .method("__ne__(self, other)", [&api](Interpreter& in, std::span<Value> a) -> Value { return !areEqual(api, typeOf(in, a[0]), a[1]); })
        .method("is_compatible_with(self, other)",
                [&api](Interpreter& in, std::span<Value> a) -> Value {
                    const DataType own = typeOf(in, a[0]), other = asDataType(api, a[1]);
                    return own == other || own == other.base();
                })
        .identity([](const Object& object) -> std::uint64_t {
            const auto* held = static_cast<const InstanceObject&>(object).payload<DataType>();
            return held ? static_cast<std::uint64_t>(held->code()) : 0;
        });
}

}  // namespace

DataType asDataType(Api& api, const Value& value) {
    Interpreter& in = api.interpreter();
    if (const auto* type = value.as<DataType>()) return *type;
    if (const auto* text = value.as<StringObject>())
        if (const auto type = DataType::fromName(text->text())) return *type;
    if (value.isInt())
        if (const DataType type = DataType::fromCode(static_cast<int>(value.asInt())); type.isValid()) return type;
    const auto* type = value.as<TypeObject>();
    if (type == in.types().floating.get()) return DataType::Float32;
    if (type == in.types().boolean.get()) return DataType::Bool;
    // A NumPy type: an object that carries the name of the type that it stands for.
    if (const auto name = type || value.is<InstanceObject>() ? in.findAttribute(value, "_numpy_type_name") : std::nullopt)
        if (const auto known = DataType::fromName(in.str(*name))) return *known;
    throw in.typeError("Cannot convert value " + in.repr(value) + " to a TensorFlow DType.");
}

DataType asOptionalDataType(Api& api, const Value& value) {
    return value.isNone() ? DataType() : asDataType(api, value);
}

Value Api::wrap(DataType type) {
    return m_interpreter.wrap<DataType>(*types.dataType, type);
}

void registerDataTypes(Api& api) {
    Interpreter& in = api.interpreter();
    NativeClass type(in, "tensorflow.python.framework.dtypes", "DType");
    addPython(api, type);
    addProperties(api, type);
    api.types.dataType = &type.type();

    NativeModule tf(in, api.tf()), module(in, api.module("dtypes"));
    for (int code = 1; code < kTypeCount; ++code) {
        const DataType known = DataType::fromCode(code);
        for (NativeModule* target : {&tf, &module}) target->set(known.name(), api.wrap(known));
    }
    for (const auto& [alias, known] : {std::pair{"half", DataType::Float16}, {"double", DataType::Float64}})
        for (NativeModule* target : {&tf, &module}) target->set(alias, api.wrap(DataType(known)));
    const auto asType = [&api](Interpreter&, std::span<Value> a) { return api.wrap(asDataType(api, a[0])); };
    for (NativeModule* target : {&tf, &module}) target->set("DType", Value(api.types.dataType)).function("as_dtype(type_value)", asType);
}

}  // namespace namescape
