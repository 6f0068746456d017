// tf.TensorShape and tf.Dimension: TensorFlow 1.15, python/framework/tensor_shape.py.

#include "api/convert.h"
#include "api/tensor_library.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace namescape {

namespace {

constexpr std::int64_t kUnknown = Shape::kUnknownSize;

std::string text(Dimension dimension) {
    return dimension.size == kUnknown ? "?" : std::to_string(dimension.size);
}

// --- Dimension

// Dimension(value); a Dimension as it is.
Dimension asDimension(Api& api, const Value& value) {
    Interpreter& in = api.interpreter();
    if (const auto* dimension = value.as<Dimension>()) return *dimension;
    if (value.isNone()) return {};
    const Value number = value.isInt() ? value : in.call(in.getAttribute(&in.builtins(), "int"), {value});
    if (!value.is<StringObject>() && !in.equal(number, value)) throw in.valueError("Ambiguous dimension: " + in.str(value));
    const std::int64_t size = in.index(number);
    if (size < 0) throw in.valueError("Dimension " + std::to_string(size) + " must be >= 0");
    return {size};
}

// The other operand of an operator; nothing where Python tries the other way round.
std::optional<Dimension> otherDimension(Api& api, const Value& value) {
    try {
        return asDimension(api, value);
    } catch (const ScriptError&) {
        return std::nullopt;
    }
}

using Arithmetic = std::int64_t (*)(std::int64_t left, std::int64_t right);

std::int64_t floorDivided(std::int64_t x, std::int64_t y) {
    return x / y - (x % y != 0 && (x < 0) != (y < 0) ? 1 : 0);
}

Value calculated(Api& api, Arithmetic calculate, Dimension left, Dimension right) {
    if (left.size == kUnknown || right.size == kUnknown) return api.wrap(Dimension{});
    return api.wrap(asDimension(api, calculate(left.size, right.size)));
}

void addArithmetic(Api& api, NativeClass& type, const std::string& name, Arithmetic calculate) {
    type.method("__" + name + "__(self, other)", [&api, calculate](Interpreter& in, std::span<Value> a) {
        const auto other = otherDimension(api, a[1]);
        return other ? calculated(api, calculate, payloadOf<Dimension>(in, a[0]), *other) : Value::notImplemented();
    });
    type.method("__r" + name + "__(self, other)", [&api, calculate](Interpreter& in, std::span<Value> a) {
        const auto other = otherDimension(api, a[1]);
        return other ? calculated(api, calculate, *other, payloadOf<Dimension>(in, a[0])) : Value::notImplemented();
    });
}

// Comparisons know no answer where a size is unknown: None.
void addComparison(Api& api, NativeClass& type, const std::string& name, bool (*compare)(std::int64_t, std::int64_t)) {
    type.method("__" + name + "__(self, other)", [&api, compare](Interpreter& in, std::span<Value> a) -> Value {
        const auto other = otherDimension(api, a[1]);
        if (!other) return Value::notImplemented();
        const Dimension self = payloadOf<Dimension>(in, a[0]);
        if (self.size == kUnknown || other->size == kUnknown) return {};
        return compare(self.size, other->size);
    });
}

Value sizeOrNone(Dimension dimension) {
    return dimension.size == kUnknown ? Value() : Value(dimension.size);
}

bool areCompatible(Dimension first, Dimension second) {
    return first.size == kUnknown || second.size == kUnknown || first.size == second.size;
}

void requireCompatible(Api& api, Dimension first, Dimension second) {
    if (!areCompatible(first, second)) throw api.interpreter().valueError("Dimensions " + text(first) + " and " + text(second) + " are not compatible");
}

void addDivisionRefusals(NativeClass& type) {
    type.method("__truediv__(self, other)", [](Interpreter& in, std::span<Value> a) -> Value {
        throw in.typeError("unsupported operand type(s) for /: 'Dimension' and '" + in.typeName(a[1]) + "', please use // instead");
    });
    type.method("__rtruediv__(self, other)", [](Interpreter& in, std::span<Value> a) -> Value {
        throw in.typeError("unsupported operand type(s) for /: '" + in.typeName(a[1]) + "' and 'Dimension', please use // instead");
    });
}

void addDimensionOperators(Api& api, NativeClass& type) {
    addArithmetic(api, type, "add", [](std::int64_t x, std::int64_t y) { return x + y; });
    addArithmetic(api, type, "sub", [](std::int64_t x, std::int64_t y) { return x - y; });
    addArithmetic(api, type, "mul", [](std::int64_t x, std::int64_t y) { return x * y; });
    addArithmetic(api, type, "floordiv", [](std::int64_t x, std::int64_t y) { return y == 0 ? 0 : floorDivided(x, y); });
    addArithmetic(api, type, "mod", [](std::int64_t x, std::int64_t y) { return y == 0 ? 0 : x - floorDivided(x, y) * y; });
    addDivisionRefusals(type);
    addComparison(api, type, "eq", [](std::int64_t x, std::int64_t y) { return x == y; });
    addComparison(api, type, "ne", [](std::int64_t x, std::int64_t y) { return x != y; });
    addComparison(api, type, "lt", [](std::int64_t x, std::int64_t y) { return x < y; });
    addComparison(api, type, "le", [](std::int64_t x, std::int64_t y) { return x <= y; });
    addComparison(api, type, "gt", [](std::int64_t x, std::int64_t y) { return x > y; });
    addComparison(api, type, "ge", [](std::int64_t x, std::int64_t y) { return x >= y; });
}

void registerDimension(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.framework.tensor_shape", "Dimension");
    const auto self = [](Interpreter& in, const Value& value) -> Dimension { return payloadOf<Dimension>(in, value); };
    const auto value = [self](Interpreter& in, std::span<Value> a) { return sizeOrNone(self(in, a[0])); };
    type.method("__init__(self, value)", [&api](Interpreter&, std::span<Value> a) -> Value {
        a[0].as<InstanceObject>()->emplace<Dimension>(asDimension(api, a[1]));
        return {};
    });
    type.property("value", [self](Interpreter& in, const Value& object) { return sizeOrNone(self(in, object)); })
        .method("__int__(self)", value)
        .method("__index__(self)", value)
        .method("__str__(self)", [self](Interpreter& in, std::span<Value> a) -> Value { return in.string(text(self(in, a[0]))); })
        .method("__repr__(self)", [self](Interpreter& in, std::span<Value> a) -> Value { return in.string("Dimension(" + in.repr(sizeOrNone(self(in, a[0]))) + ")"); })
        .method("__hash__(self)", [self](Interpreter& in, std::span<Value> a) -> Value { return self(in, a[0]).size; })
        .method("is_compatible_with(self, other)", [&api, self](Interpreter& in, std::span<Value> a) -> Value { return areCompatible(self(in, a[0]), asDimension(api, a[1])); })
        .method("assert_is_compatible_with(self, other)",
                [&api, self](Interpreter& in, std::span<Value> a) -> Value {
                    requireCompatible(api, self(in, a[0]), asDimension(api, a[1]));
                    return {};
                })
        .method("merge_with(self, other)", [&api, self](Interpreter& in, std::span<Value> a) {
            const Dimension mine = self(in, a[0]), other = asDimension(api, a[1]);
            requireCompatible(api, mine, other);
            return api.wrap(mine.size == kUnknown ? other : mine);
        });
    addDimensionOperators(api, type);
    api.types.dimension = &type.type();
}

// --- TensorShape

Value dimensionList(Api& api, const Shape& shape) {
    if (!shape.hasRank()) return {};
    std::vector<Value> dimensions;
    for (const auto size : shape.sizes()) dimensions.push_back(api.wrap(Dimension{size}));
    return api.interpreter().list(dimensions);
}

Value rankOrNone(const Shape& shape) {
    return shape.hasRank() ? Value(static_cast<std::int64_t>(shape.rank())) : Value();
}

std::string rankError(const Shape& shape, const std::string& what, std::int64_t rank) {
    return "Shape " + shape.text() + " must have rank " + what + std::to_string(rank);
}

Shape merged(Api& api, const Shape& first, const Shape& second) {
    if (auto result = first.mergedWith(second)) return *std::move(result);
    throw api.interpreter().valueError("Shapes " + first.text() + " and " + second.text() + " are not compatible");
}

Shape concatenation(const Shape& first, const Shape& second) {
    if (!first.hasRank() || !second.hasRank()) return {};
    std::vector<std::int64_t> sizes(first.sizes().begin(), first.sizes().end());
    sizes.insert(sizes.end(), second.sizes().begin(), second.sizes().end());
    return Shape(std::move(sizes));
}

// What both fit: sizes that differ are unknown.
Shape mostSpecificCompatible(const Shape& first, const Shape& second) {
    if (!first.hasRank() || !second.hasRank() || first.rank() != second.rank()) return {};
    Shape common = first;
    for (std::size_t axis = 0; axis < first.rank(); ++axis)
        if (first[axis] != second[axis]) common.setSize(axis, kUnknown);
    return common;
}

Value itemOfUnknown(Api& api, const Value& key) {
    Interpreter& in = api.interpreter();
    const auto* slice = key.as<SliceObject>();
    if (!slice) return api.wrap(Dimension{});
    if (!slice->step.isNone()) throw in.valueError("Steps are not yet handled");
    const std::int64_t start = slice->start.isNone() ? 0 : in.index(slice->start);
    if (slice->stop.isNone() || start < 0 || in.index(slice->stop) < 0) return api.wrap(Shape::unknown());
    return api.wrap(Shape::ofRank(static_cast<std::size_t>(std::max<std::int64_t>(0, in.index(slice->stop) - start))));
}

Value item(Api& api, const Shape& shape, const Value& key) {
    if (!shape.hasRank()) return itemOfUnknown(api, key);
    const Value picked = api.interpreter().getItem(dimensionList(api, shape), key);
    return key.is<SliceObject>() ? api.wrap(asShape(api, picked)) : picked;
}

// Unknown sizes equal nothing but themselves.
bool areEqual(const Value& self, const Value& other, const Shape& first, const Shape& second) {
    if (!first.hasRank() || !second.hasRank()) return first.hasRank() == second.hasRank();
    return first == second && (first.isFullyDefined() || self.isSame(other));
}

void requireRank(Api& api, const Shape& shape, std::int64_t rank) {
    if (shape.hasRank() && static_cast<std::int64_t>(shape.rank()) != rank) throw api.interpreter().valueError(rankError(shape, "", rank));
}

class ShapeMethods {
public:
    ShapeMethods(Api& api, NativeClass& type) : m_api(api), m_type(type) {}

    void addAll() {
        addPython();
        addProperties();
        addQuestions();
        addCombinations();
        addRanks();
    }

private:
    using Body = std::function<Value(Interpreter& in, const Shape& self, std::span<Value> arguments)>;

    void add(const std::string& signature, Body body) {
        m_type.method(signature, [body = std::move(body)](Interpreter& in, std::span<Value> a) { return body(in, payloadOf<Shape>(in, a[0]), a); });
    }

    void addPython() {
        Api& api = m_api;
        m_type.method("__init__(self, dims)", [&api](Interpreter&, std::span<Value> a) -> Value {
            a[0].as<InstanceObject>()->emplace<Shape>(asShape(api, a[1]));
            return {};
        });
        add("__str__(self)", [](Interpreter& in, const Shape& self, std::span<Value>) -> Value { return in.string(self.text()); });
        add("__repr__(self)", [&api](Interpreter& in, const Shape& self, std::span<Value>) -> Value { return in.string("TensorShape(" + in.repr(dimensionList(api, self)) + ")"); });
        add("__bool__(self)", [](Interpreter&, const Shape& self, std::span<Value>) -> Value { return self.hasRank(); });
        add("__len__(self)", [](Interpreter& in, const Shape& self, std::span<Value>) -> Value {
            if (!self.hasRank()) throw in.valueError("Cannot take the length of Shape with unknown rank.");
            return static_cast<std::int64_t>(self.rank());
        });
        add("__iter__(self)", [&api](Interpreter& in, const Shape& self, std::span<Value>) {
            if (!self.hasRank()) throw in.valueError("Cannot iterate over a shape with unknown rank.");
            return in.iterate(dimensionList(api, self));
        });
        add("__getitem__(self, key)", [&api](Interpreter&, const Shape& self, std::span<Value> a) { return item(api, self, a[1]); });
        add("__eq__(self, other)", [&api](Interpreter&, const Shape& self, std::span<Value> a) -> Value {
            const auto other = optionalShape(api, a[1]);
            return other ? Value(areEqual(a[0], a[1], self, *other)) : Value::notImplemented();
        });
        add("__ne__(self, other)", [&api](Interpreter& in, const Shape& self, std::span<Value> a) -> Value {
            const auto other = optionalShape(api, a[1]);
            if (!other) return Value::notImplemented();
            if (!self.hasRank() || !other->hasRank()) throw in.valueError("The inequality of unknown TensorShapes is undefined.");
            return !areEqual(a[0], a[1], self, *other);
        });
        add("__hash__(self)", [&api](Interpreter& in, const Shape& self, std::span<Value>) -> Value {
            return static_cast<std::int64_t>(in.hash(in.tuple(in.elements(dimensionList(api, self.hasRank() ? self : Shape::scalar())))) >> 1);
        });
    }

    void addProperties() {
        Api& api = m_api;
        m_type.property("dims", [&api](Interpreter& in, const Value& self) { return dimensionList(api, payloadOf<Shape>(in, self)); })
            .property("ndims", [](Interpreter& in, const Value& self) { return rankOrNone(payloadOf<Shape>(in, self)); })
            .property("rank", [](Interpreter& in, const Value& self) { return rankOrNone(payloadOf<Shape>(in, self)); });
    }

    void addQuestions() {
        Api& api = m_api;
        add("as_list(self)", [](Interpreter& in, const Shape& self, std::span<Value>) -> Value {
            if (!self.hasRank()) throw in.valueError("as_list() is not defined on an unknown TensorShape.");
            std::vector<Value> sizes;
            for (const auto size : self.sizes()) sizes.push_back(sizeOrNone({size}));
            return in.list(sizes);
        });
        add("num_elements(self)", [](Interpreter&, const Shape& self, std::span<Value>) -> Value {
            const auto count = self.elementCount();
            return count ? Value(*count) : Value();
        });
        add("is_fully_defined(self)", [](Interpreter&, const Shape& self, std::span<Value>) -> Value { return self.isFullyDefined(); });
        add("assert_is_fully_defined(self)", [](Interpreter& in, const Shape& self, std::span<Value>) -> Value {
            if (!self.isFullyDefined()) throw in.valueError("Shape " + self.text() + " is not fully defined");
            return {};
        });
        add("is_compatible_with(self, other)", [&api](Interpreter&, const Shape& self, std::span<Value> a) -> Value { return self.isCompatibleWith(asShape(api, a[1])); });
        add("assert_is_compatible_with(self, other)", [&api](Interpreter& in, const Shape& self, std::span<Value> a) -> Value {
            const Shape other = asShape(api, a[1]);
            if (!self.isCompatibleWith(other)) throw in.valueError("Shapes " + self.text() + " and " + other.text() + " are incompatible");
            return {};
        });
    }

    void addCombinations() {
        Api& api = m_api;
        add("merge_with(self, other)", [&api](Interpreter&, const Shape& self, std::span<Value> a) { return api.wrap(merged(api, self, asShape(api, a[1]))); });
        add("concatenate(self, other)", [&api](Interpreter&, const Shape& self, std::span<Value> a) { return api.wrap(concatenation(self, asShape(api, a[1]))); });
        add("most_specific_compatible_shape(self, other)",
            [&api](Interpreter&, const Shape& self, std::span<Value> a) { return api.wrap(mostSpecificCompatible(self, asShape(api, a[1]))); });
    }

    void addRanks() {
        Api& api = m_api;
        add("assert_same_rank(self, other)", [&api](Interpreter& in, const Shape& self, std::span<Value> a) -> Value {
            const Shape other = asShape(api, a[1]);
            if (self.hasRank() && other.hasRank() && self.rank() != other.rank())
                throw in.valueError("Shapes " + self.text() + " and " + other.text() + " must have the same rank");
            return {};
        });
        add("assert_has_rank(self, rank)", [&api](Interpreter& in, const Shape& self, std::span<Value> a) -> Value {
            requireRank(api, self, in.index(a[1]));
            return {};
        });
        add("with_rank(self, rank)", [&api](Interpreter& in, const Shape& self, std::span<Value> a) {
            const std::int64_t rank = in.index(a[1]);
            requireRank(api, self, rank);
            return api.wrap(self.hasRank() ? self : Shape::ofRank(static_cast<std::size_t>(rank)));
        });
        add("with_rank_at_least(self, rank)", [&api](Interpreter& in, const Shape& self, std::span<Value> a) {
            const std::int64_t rank = in.index(a[1]);
            if (self.hasRank() && static_cast<std::int64_t>(self.rank()) < rank) throw in.valueError(rankError(self, "at least ", rank));
            return api.wrap(self);
        });
        add("with_rank_at_most(self, rank)", [&api](Interpreter& in, const Shape& self, std::span<Value> a) {
            const std::int64_t rank = in.index(a[1]);
            if (self.hasRank() && static_cast<std::int64_t>(self.rank()) > rank) throw in.valueError(rankError(self, "at most ", rank));
            return api.wrap(self);
        });
    }

    Api& m_api;
    NativeClass& m_type;
};

}  // namespace

Shape asShape(Api& api, const Value& value) {
    Interpreter& in = api.interpreter();
    if (const auto* shape = value.as<Shape>()) return *shape;
    if (value.isNone()) return {};
    if (value.is<StringObject>() || value.is<BytesObject>())
        throw in.typeError("A string has ambiguous TensorShape, please wrap in a list or convert to an int: " + in.str(value));
    const bool isIterable = value.is<ListObject>() || value.is<TupleObject>() || in.hasAttribute(value, "__iter__");
    if (!isIterable) return Shape{asDimension(api, value).size};
    std::vector<std::int64_t> sizes;
    in.forEach(value, [&](const Value& element) { sizes.push_back(asDimension(api, element).size); });
    return Shape(std::move(sizes));
}

std::optional<Shape> optionalShape(Api& api, const Value& value) {
    try {
        return asShape(api, value);
    } catch (const ScriptError& error) {
        if (api.interpreter().isInstance(error.value(), *api.interpreter().types().typeError)) return std::nullopt;
        throw;
    }
}

Value Api::wrap(const Shape& shape) {
    return m_interpreter.wrap<Shape>(*types.tensorShape, shape);
}

Value Api::wrap(Dimension dimension) {
    return m_interpreter.wrap<Dimension>(*types.dimension, dimension);
}

void registerShapes(Api& api) {
    registerDimension(api);
    NativeClass type(api.interpreter(), "tensorflow.python.framework.tensor_shape", "TensorShape");
    ShapeMethods(api, type).addAll();
    api.types.tensorShape = &type.type();
    NativeModule(api.interpreter(), api.tf()).set("TensorShape", Value(api.types.tensorShape)).set("Dimension", Value(api.types.dimension));
}

}  // namespace namescape
