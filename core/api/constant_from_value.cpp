#include "api/constant_from_value.h"

#include "api/convert.h"
#include "api/structure.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace namescape {

namespace {

using Integers = std::vector<std::int64_t>;
using Floats = std::vector<double>;
using Strings = std::vector<std::string>;
using Complexes = std::vector<std::complex<double>>;

// What NumPy would make of a value; the widest of all elements decides.
enum class ElementKind : std::uint8_t { Bool, Integer, Float, Complex, Text, Other };

bool isSequence(const Value& value) {
    return value.is<ListObject>() || value.is<TupleObject>();
}

ElementKind kindOf(Interpreter& in, const Value& value) {
    if (value.isBool()) return ElementKind::Bool;
    if (value.isInt()) return ElementKind::Integer;
    if (value.isFloat()) return ElementKind::Float;
    if (value.is<StringObject>() || value.is<BytesObject>()) return ElementKind::Text;
    if (value.isObject() && value.object()->kind() == ObjectKind::Complex) return ElementKind::Complex;
    if (in.isInstance(value, *in.types().integer)) {
        // An instance of a class that inherits from int; what is beyond 64 bits is no number to NumPy.
        return value.object()->kind() == ObjectKind::BigInt ? ElementKind::Other : ElementKind::Integer;
    }
    return in.isInstance(value, *in.types().floating) ? ElementKind::Float : ElementKind::Other;
}

// The elements of nested sequences in order, and the shape that they have in common.
struct Elements {
    std::vector<std::int64_t> shape;
    std::vector<Value> leaves;
    bool isRagged = false;
};

std::vector<Value> childrenOf(Interpreter& in, const std::vector<Value>& sequences) {
    std::vector<Value> children;
    for (const Value& sequence : sequences) {
        const auto elements = in.elements(sequence);
        in.step(elements.size());
        children.insert(children.end(), elements.begin(), elements.end());
    }
    return children;
}

Elements elementsOf(Interpreter& in, const Value& value) {
    Elements result;
    result.leaves = {value};
    const auto isNested = [](const Value& each) { return isSequence(each) || each.is<RangeObject>(); };
    while (!result.leaves.empty() && isNested(result.leaves.front())) {
        const std::int64_t length = in.length(result.leaves.front());
        const bool areAlike = std::ranges::all_of(result.leaves, [&](const Value& each) { return isNested(each) && in.length(each) == length; });
        if (!areAlike) break;
        result.leaves = childrenOf(in, result.leaves);
        result.shape.push_back(length);
    }
    result.isRagged = std::ranges::any_of(result.leaves, isNested);
    return result;
}

// The shape that the first element of each level suggests (_GetDenseDimensions).
std::vector<std::int64_t> denseShape(Interpreter& in, Value value) {
    std::vector<std::int64_t> shape;
    while (isSequence(value)) {
        shape.push_back(in.length(value));
        if (shape.back() == 0) break;
        value = in.getItem(value, 0);
    }
    return shape;
}

std::string listText(const std::vector<std::int64_t>& sizes) {
    std::string text = "[";
    for (std::size_t index = 0; index < sizes.size(); ++index) text += (index > 0 ? ", " : "") + std::to_string(sizes[index]);
    return text + "]";
}

std::string tupleText(const std::vector<std::int64_t>& sizes) {
    std::string text = listText(sizes);
    text.front() = '(';
    text.back() = ')';
    if (sizes.size() == 1) text.insert(text.size() - 1, ",");
    return text;
}

// --- What a data type accepts (_AssertCompatible)

bool isAccepted(Interpreter& in, DataType type, const Value& leaf) {
    if (!type.isValid() || type.baseCode() == DataType::Resource || type.baseCode() == DataType::Variant) return !leaf.is<Tensor>();
    const ElementKind kind = kindOf(in, leaf);
    const bool isBigInteger = leaf.isObject() && leaf.object()->kind() == ObjectKind::BigInt;
    if (type.isBool()) return kind == ElementKind::Bool;
    if (type == DataType::String) return kind == ElementKind::Text;
    if (kind == ElementKind::Bool || kind == ElementKind::Integer || isBigInteger) return true;
    if (type.isComplex()) return kind == ElementKind::Float || kind == ElementKind::Complex;
    return type.isFloating() ? kind == ElementKind::Float : leaf.is<Dimension>();
}

void requireAccepted(Interpreter& in, DataType type, const Value& value) {
    const auto check = [&](const Value& leaf) {
        if (isAccepted(in, type, leaf)) return;
        if (!type.isValid()) throw in.typeError("List of Tensors when single Tensor expected");
        throw in.typeError("Expected " + type.name() + ", got " + in.repr(leaf) + " of type '" + in.typeName(leaf) + "' instead.");
    };
    if (!value.isObject() || value.is<StringObject>()) return check(value);
    for (const Value& leaf : flatten(in, value)) check(leaf);
}

// --- Elements as numbers

std::int64_t wrapped(std::int64_t number, DataType type) {
    switch (type.baseCode()) {
    case DataType::Int8: return static_cast<std::int8_t>(number);
    case DataType::Int16: return static_cast<std::int16_t>(number);
    case DataType::Int32: return static_cast<std::int32_t>(number);
    case DataType::UInt8: return static_cast<std::uint8_t>(number);
    case DataType::UInt16: return static_cast<std::uint16_t>(number);
    case DataType::UInt32: return static_cast<std::uint32_t>(number);
    default: return number;
    }
}

std::int64_t integerOf(Interpreter& in, const Value& leaf) {
    if (leaf.isInt() || leaf.isBool()) return leaf.asInt();
    if (const auto* dimension = leaf.as<Dimension>(); dimension && dimension->size == Shape::kUnknownSize)
        throw in.typeError("__int__ returned non-int (type NoneType)");
    return in.index(leaf);
}

std::complex<double> complexOf(Interpreter& in, const Value& leaf) {
    if (kindOf(in, leaf) != ElementKind::Complex) return in.toDouble(leaf);
    return {in.toDouble(in.getAttribute(leaf, "real")), in.toDouble(in.getAttribute(leaf, "imag"))};
}

ConstantValue::Elements numbers(Interpreter& in, DataType type, const std::vector<Value>& leaves) {
    if (type.isFloating()) {
        Floats values;
        for (const Value& leaf : leaves) values.push_back(leaf.isFloat() ? leaf.asFloat() : in.toDouble(leaf));
        return values;
    }
    if (type.isComplex()) {
        Complexes values;
        for (const Value& leaf : leaves) values.push_back(complexOf(in, leaf));
        return values;
    }
    Integers values;
    for (const Value& leaf : leaves) values.push_back(wrapped(integerOf(in, leaf), type));
    return values;
}

Strings texts(Interpreter& in, const Value& value, const std::vector<Value>& leaves) {
    Strings values;
    for (const Value& leaf : leaves) {
        if (const auto* text = leaf.as<StringObject>()) values.emplace_back(text->text());
        else if (const auto* bytes = leaf.as<BytesObject>()) values.emplace_back(bytes->bytes());
        else
            throw in.typeError("Failed to convert object of type " + in.repr(Value(&in.typeOf(value))) + " to Tensor. Contents: " + in.str(value) +
                               ". Consider casting elements to a supported type.");
    }
    return values;
}

// The type that NumPy would choose, as TensorFlow narrows it: float32 for floats, int32 for integers that fit.
DataType inferredType(Interpreter& in, const Elements& elements) {
    if (elements.leaves.empty()) return DataType::Float32;
    ElementKind widest = ElementKind::Bool;
    bool fitsNarrow = true;
    for (const Value& leaf : elements.leaves) {
        const ElementKind kind = kindOf(in, leaf);
        widest = std::max(widest, kind);
        if (kind == ElementKind::Integer) {
            const std::int64_t number = integerOf(in, leaf);
            fitsNarrow = fitsNarrow && number >= std::numeric_limits<std::int32_t>::min() && number <= std::numeric_limits<std::int32_t>::max();
        }
    }
    switch (widest) {
    case ElementKind::Bool: return DataType::Bool;
    case ElementKind::Integer: return fitsNarrow ? DataType::Int32 : DataType::Int64;
    case ElementKind::Float: return DataType::Float32;
    case ElementKind::Complex: return DataType::Complex128;
    case ElementKind::Text: case ElementKind::Other: break;
    }
    return DataType::String;
}

void requireDense(Interpreter& in, const Value& value, const Elements& elements, DataType type) {
    if (elements.isRagged && type.isValid() && type != DataType::String) {
        const std::string depth = std::to_string(elements.shape.size());
        throw in.valueError("setting an array element with a sequence. The requested array has an inhomogeneous shape after " + depth +
                            " dimensions. The detected shape was " + tupleText(elements.shape) + " + inhomogeneous part.");
    }
    const auto wanted = denseShape(in, value);
    if (elements.shape != wanted)
        throw in.valueError("Argument must be a dense tensor: " + in.str(value) + " - got shape " + listText(elements.shape) + ", but wanted " + listText(wanted) + ".");
}

void requireShape(Interpreter& in, const std::vector<std::int64_t>& held, const ConstantOptions& options) {
    const std::vector<std::int64_t> wanted(options.shape->sizes().begin(), options.shape->sizes().end());
    const std::int64_t room = options.shape->elementCount().value_or(std::numeric_limits<std::int64_t>::max());
    const std::int64_t count = Shape(held).elementCount().value_or(0);
    const bool isOne = held.empty() || (held.size() == 1 && held.front() == 1);
    const bool isWrong = options.allowsBroadcast ? !isOne && count != room : options.verifiesShape && held != wanted;
    if (isWrong) throw in.typeError("Expected Tensor's shape: " + tupleText(wanted) + ", got " + tupleText(held) + ".");
    if (!options.allowsBroadcast && count > room)
        throw in.valueError("Too many elements provided. Needed at most " + std::to_string(room) + ", but received " + std::to_string(count));
}

// Plain numbers, the common case.
std::optional<ConstantValue> scalarConstant(const Value& value, DataType type) {
    if (value.isFloat() && (!type.isValid() || type.isFloating())) return ConstantValue{type.isValid() ? type : DataType::Float32, Shape::scalar(), Floats{value.asFloat()}};
    if (!value.isInt()) return std::nullopt;
    const std::int64_t number = value.asInt();
    if (type.isFloating()) return ConstantValue{type, Shape::scalar(), Floats{static_cast<double>(number)}};
    const bool isNarrow = number == static_cast<std::int32_t>(number);
    if (!isNarrow || (type.isValid() && !type.isInteger())) return std::nullopt;
    return ConstantValue{type.isValid() ? type : DataType::Int32, Shape::scalar(), Integers{wrapped(number, type)}};
}

// An array of NumPy's kind: what tolist() gives, of the array's own data type.
std::optional<Value> arrayContents(Interpreter& in, const Value& value) {
    return isArray(in, value) ? std::optional(in.callMethod(value, "tolist")) : std::nullopt;
}

bool holdsArray(Interpreter& in, const Value& value) {
    if (!isSequence(value)) return isArray(in, value);
    in.checkStack();
    const auto elements = value.is<ListObject>() ? std::span<const Value>(value.as<ListObject>()->values) : std::span<const Value>(value.as<TupleObject>()->values());
    return std::ranges::any_of(elements, [&](const Value& each) { return each.isObject() && holdsArray(in, each); });
}

DataType arrayType(Api& api, const Value& value) {
    const auto type = api.interpreter().findAttribute(value, "dtype");
    return type ? asDataType(api, *type) : DataType();
}

ConstantValue fromArray(Api& api, const Value& contents, DataType type, const ConstantOptions& options) {
    Interpreter& in = api.interpreter();
    const Elements elements = elementsOf(in, contents);
    const DataType chosen = type.isValid() ? type : inferredType(in, elements);
    if (options.shape) requireShape(in, elements.shape, options);
    ConstantValue constant{chosen, options.shape.value_or(Shape(elements.shape)), {}};
    if (chosen == DataType::String) constant.elements = texts(in, contents, elements.leaves);
    else constant.elements = numbers(in, chosen, elements.leaves);
    return constant;
}

// As of plain numbers, what would be of 64 bits by itself becomes of 32.
DataType narrowedType(DataType type, const std::vector<Value>& leaves) {
    const auto fits = [](const Value& leaf) { return !leaf.isInt() || leaf.asInt() == static_cast<std::int32_t>(leaf.asInt()); };
    if (type == DataType::Float64) return DataType::Float32;
    return type == DataType::Int64 && std::ranges::all_of(leaves, fits) ? DataType(DataType::Int32) : type;
}

ConstantValue fromSequenceOfArrays(Api& api, const Value& value, DataType type, const ConstantOptions& options) {
    Interpreter& in = api.interpreter();
    const Value array = in.call(in.getAttribute(in.importModule("numpy"), "array"), {value});
    const Value contents = in.callMethod(array, "tolist");
    return fromArray(api, contents, type.isValid() ? type : narrowedType(arrayType(api, array), elementsOf(in, contents).leaves), options);
}

}  // namespace

bool isArray(Interpreter& in, const Value& value) {
    return value.is<InstanceObject>() && !value.is<Tensor>() && in.hasAttribute(value, "__array__") && in.hasAttribute(value, "tolist");
}

ConstantValue constantFromValue(Api& api, const Value& value, const ConstantOptions& options) {
    Interpreter& in = api.interpreter();
    const DataType type = options.type.base();
    if (!options.shape)
        if (auto scalar = scalarConstant(value, type)) return *std::move(scalar);
    if (const auto contents = arrayContents(in, value)) return fromArray(api, *contents, type.isValid() ? type : arrayType(api, value), options);
    if (value.isNone()) throw in.valueError("None values not supported.");
    if (isSequence(value) && holdsArray(in, value)) return fromSequenceOfArrays(api, value, type, options);
    if (options.shape && options.shape->elementCount() == 0 && type.isValid())
        return {type, *options.shape, type == DataType::String ? ConstantValue::Elements(Strings()) : numbers(in, type, {})};
    requireAccepted(in, type, value);
    const Elements elements = elementsOf(in, value);
    requireDense(in, value, elements, type);
    const DataType chosen = type.isValid() ? type : inferredType(in, elements);
    if (options.shape) requireShape(in, elements.shape, options);
    ConstantValue constant{chosen, options.shape.value_or(Shape(elements.shape)), {}};
    if (chosen == DataType::String) constant.elements = texts(in, value, elements.leaves);
    else constant.elements = numbers(in, chosen, elements.leaves);
    return constant;
}

}  // namespace namescape
