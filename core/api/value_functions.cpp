// Constants, placeholders, conversions and random values: TensorFlow 1.15, python/framework/constant_op.py,
// python/ops/array_ops.py and random_ops.py.

#include "api/apply_operation.h"
#include "api/constant_from_value.h"
#include "api/convert.h"
#include "api/named_scope.h"
#include "api/random_seed.h"
#include "api/tensor_library.h"
#include "ops/create_operation.h"

#include <array>
#include <string>
#include <vector>

namespace namescape {

namespace {

// The name that Graph.create_op is given: None stands for the operation's type.
std::string nodeName(Interpreter& in, const Value& name, const char* fallback) {
    if (name.isNone()) return fallback;
    if (const auto* text = name.as<StringObject>()) return std::string(text->text());
    if (!in.truth(name)) return {};
    throw in.typeError("'" + in.typeName(name) + "' object is not subscriptable");
}

Value constant(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    Graph& graph = api.defaultGraph();
    ConstantOptions options{.type = asOptionalDataType(api, a[1])};
    if (!a[2].isNone()) options.shape = asShape(api, in.list(in.elements(a[2])));
    options.verifiesShape = in.truth(a[4]);
    options.allowsBroadcast = false;
    ConstantValue value = constantFromValue(api, a[0], options);
    api.markOrigin(graph);
    return api.wrap(createConstant(graph, std::move(value), nodeName(in, a[3], "Const")));
}

Value convert(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    const std::string name = a[2].isNone() ? std::string() : in.str(a[2]);
    api.markOrigin(api.defaultGraph());
    return api.wrap(convertToTensor(api, a[0], {asOptionalDataType(api, a[1]), asOptionalDataType(api, a[4].isNone() ? a[3] : a[4]), name, false}));
}

// --- Random values

std::string reprOf(Api& api, DataType type) {
    return api.interpreter().repr(api.wrap(type));
}

Value shapeTensor(Api& api, const Value& shape) {
    const bool isEmpty = (shape.is<ListObject>() || shape.is<TupleObject>()) && api.interpreter().length(shape) == 0;
    // Dimensions in a list stand for their sizes.
    if ((shape.is<ListObject>() || shape.is<TupleObject>()) && !isEmpty) {
        std::vector<Value> sizes;
        for (const Value& size : api.interpreter().elements(shape)) {
            const auto* dimension = size.as<Dimension>();
            sizes.push_back(!dimension ? size : dimension->size == Shape::kUnknownSize ? Value() : Value(dimension->size));
        }
        return api.wrap(convertToTensor(api, api.interpreter().tuple(sizes), {.name = "shape"}));
    }
    return api.wrap(convertToTensor(api, shape, {.type = isEmpty ? DataType(DataType::Int32) : DataType(), .name = "shape"}));
}

// The seeds as attributes: random_seed.get_seed.
std::vector<GivenAttribute> seeds(Api& api, const Value& seed) {
    constexpr std::int64_t kDefaultGraphSeed = 87654321;
    Graph& graph = api.defaultGraph();
    const auto ofGraph = graphSeed(graph);
    if (!ofGraph && seed.isNone()) return {};
    const Value ofOperation = seed.isNone() ? Value(static_cast<std::int64_t>(graph.operationCount())) : seed;
    return {{"seed", ofGraph.value_or(kDefaultGraphSeed)}, {"seed2", ofOperation}};
}

Value sample(Api& api, const char* operation, const Value& shape, DataType type, const Value& seed) {
    std::vector<GivenAttribute> attributes = seeds(api, seed);
    attributes.push_back({"dtype", api.wrap(type)});
    const std::array inputs{shape};
    return tensorOf(api, applyOperation(api, opDefinition(operation), Value(), inputs, attributes));
}

struct Parameters {
    Value first, second;
    const char* firstName;
    const char* secondName;
};

// A sample scaled and moved.
Value normal(Api& api, const NamedScope& scope, const char* operation, const Value& shape, const Parameters& parameters, DataType type, const Value& seed) {
    const Value sizes = shapeTensor(api, shape);
    const Value mean = api.wrap(convertToTensor(api, parameters.first, {.type = type, .name = parameters.firstName}));
    const Value deviation = api.wrap(convertToTensor(api, parameters.second, {.type = type, .name = parameters.secondName}));
    const Value samples = sample(api, operation, sizes, type, seed);
    const Value scaled = api.interpreter().binary(BinaryOperator::Multiply, samples, deviation);
    return tensorOf(api, applyOperation(api, "Add", scope.name(), {scaled, mean}));
}

Value randomNormal(Api& api, std::span<Value> a, const char* operation, const char* defaultName) {
    const std::array values{a[0], a[1], a[2]};
    const DataType type = asDataType(api, a[3]);
    const NamedScope scope(api, a[5], defaultName, values);
    return normal(api, scope, operation, a[0], {a[1], a[2], "mean", "stddev"}, type, a[4]);
}

bool isUniformType(DataType type) {
    return type.isFloating() || type == DataType::Int32 || type == DataType::Int64;
}

Value randomUniform(Api& api, std::span<Value> a) {
    Interpreter& in = api.interpreter();
    const DataType type = asDataType(api, a[3]);
    if (!isUniformType(type)) throw in.valueError("Invalid dtype " + reprOf(api, type));
    if (a[2].isNone() && type.isInteger()) throw in.valueError("Must specify maxval for integer dtype " + reprOf(api, type));
    const Value maximum = a[2].isNone() ? Value(1) : a[2];
    const std::array values{a[0], a[1], maximum};
    const NamedScope scope(api, a[5], "random_uniform", values);
    const Value shape = shapeTensor(api, a[0]);
    const Value low = api.wrap(convertToTensor(api, a[1], {.type = type, .name = "min"})), high = api.wrap(convertToTensor(api, maximum, {.type = type, .name = "max"}));
    if (type.isInteger()) {
        const std::array inputs{shape, low, high};
        return tensorOf(api, applyOperation(api, opDefinition("RandomUniformInt"), scope.name(), inputs, seeds(api, a[4])));
    }
    const Value samples = sample(api, "RandomUniform", shape, type, a[4]);
    const Value width = in.binary(BinaryOperator::Subtract, high, low);
    return tensorOf(api, applyOperation(api, "Add", scope.name(), {in.binary(BinaryOperator::Multiply, samples, width), low}));
}

}  // namespace

std::optional<std::int64_t>& graphSeed(Graph& graph) {
    static const char key = 0;
    auto& held = graph.extension(&key);
    if (!held) held = std::make_shared<std::optional<std::int64_t>>();
    return *static_cast<std::optional<std::int64_t>*>(held.get());
}

void registerValueFunctions(Api& api) {
    NativeModule tf(api.interpreter(), api.tf()), random(api.interpreter(), api.module("random"));
    const NativeDefaults float32 = {{"dtype", api.wrap(DataType(DataType::Float32))}};
    // Complaints about arguments give the names that TensorFlow's own functions have.
    tf.set("constant", api.interpreter().function("constant_v1(value, dtype=None, shape=None, name='Const', verify_shape=False)",
                                                  [&api](Interpreter&, std::span<Value> a) { return constant(api, a); }));
    tf.function("convert_to_tensor(value, dtype=None, name=None, preferred_dtype=None, dtype_hint=None)", [&api](Interpreter&, std::span<Value> a) { return convert(api, a); });
    tf.function("placeholder(dtype, shape=None, name=None)", [&api](Interpreter&, std::span<Value> a) {
        return tensorOf(api, applyOperation(api, "Placeholder", a[2], {}, {{"dtype", a[0]}, {"shape", a[1]}}));
    });
    tf.function("placeholder_with_default(input, shape, name=None)", [&api](Interpreter&, std::span<Value> a) {
        const Value shape = a[1].isNone() ? api.wrap(Shape::unknown()) : a[1];
        return tensorOf(api, applyOperation(api, "PlaceholderWithDefault", a[2], {a[0]}, {{"shape", shape}}));
    });
    const auto uniform = [&api](Interpreter&, std::span<Value> a) { return randomUniform(api, a); };
    const auto standard = [&api](Interpreter&, std::span<Value> a) { return randomNormal(api, a, "RandomStandardNormal", "random_normal"); };
    const auto truncated = [&api](Interpreter&, std::span<Value> a) { return randomNormal(api, a, "TruncatedNormal", "truncated_normal"); };
    const auto setSeed = [&api](Interpreter& in, std::span<Value> a) -> Value {
        graphSeed(api.defaultGraph()) = a[0].isNone() ? std::nullopt : std::optional(in.index(a[0]));
        return {};
    };
    tf.function("set_random_seed(seed)", setSeed);
    random.function("set_random_seed(seed)", setSeed);
    const auto both = [&](const char* former, const char* name, std::string signature, const NativeBody& body) {
        const Value made = api.interpreter().function(std::move(signature), body, float32);
        tf.set(former, made);
        random.set(name, made);
    };
    both("random_uniform", "uniform", "random_uniform(shape, minval=0, maxval=None, dtype=float32, seed=None, name=None)", uniform);
    both("random_normal", "normal", "random_normal(shape, mean=0.0, stddev=1.0, dtype=float32, seed=None, name=None)", standard);
    both("truncated_normal", "truncated_normal", "truncated_normal(shape, mean=0.0, stddev=1.0, dtype=float32, seed=None, name=None)", truncated);
}

}  // namespace namescape
