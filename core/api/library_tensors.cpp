// The module `_namescape_tensors`: what the library's functions on tensors need beyond `tf` itself.

#include "api/convert.h"
#include "api/random_seed.h"
#include "api/structure.h"
#include "api/tensor_library.h"
#include "api/unknown_api.h"
#include "ops/constant_value.h"
#include "script/builtin_types.h"

#include <string>
#include <vector>

namespace namescape {

namespace {

// One element of a constant.
Value elementOf(Api& api, const ConstantValue& value, std::size_t index) {
    Interpreter& in = api.interpreter();
    return std::visit([&](const auto& elements) -> Value {
        using Element = typename std::decay_t<decltype(elements)>::value_type;
        const Element& element = elements[std::min(index, elements.size() - 1)];
        if constexpr (std::is_same_v<Element, std::int64_t>) return value.type.isBool() ? Value(element != 0) : Value(element);
        else if constexpr (std::is_same_v<Element, double>) return element;
        else if constexpr (std::is_same_v<Element, std::string>) return in.string(element);
        else return element.real();
    }, value.elements);
}

Value nested(Api& api, const ConstantValue& value, std::size_t axis, std::size_t& at) {
    if (axis == value.shape.rank()) return elementOf(api, value, at++);
    std::vector<Value> elements;
    for (std::int64_t index = 0; index < value.shape[axis]; ++index) elements.push_back(nested(api, value, axis + 1, at));
    return api.interpreter().list(elements);
}

// A tensor's value as nested lists where it follows from constants, else None; what is no tensor as it is.
Value staticValues(Api& api, const Value& value) {
    constexpr std::int64_t kMostElements = 1 << 16;
    const auto* tensor = value.as<Tensor>();
    if (!tensor) return value;
    const auto constant = constantValue(tensor->graph(), tensor->id());
    if (!constant || constant->shape.elementCount().value_or(kMostElements + 1) > kMostElements) return {};
    std::size_t at = 0;
    return nested(api, *constant, 0, at);
}

Value seeds(Api& api, const Value& seed) {
    constexpr std::int64_t kDefaultGraphSeed = 87654321;
    Interpreter& in = api.interpreter();
    Graph& graph = api.defaultGraph();
    const auto ofGraph = graphSeed(graph);
    if (!ofGraph && seed.isNone()) return in.tuple({Value(), Value()});
    const Value ofOperation = seed.isNone() ? Value(static_cast<std::int64_t>(graph.operationCount())) : seed;
    return in.tuple({ofGraph.value_or(kDefaultGraphSeed), ofOperation});
}

// The argument, or what was given under its former name.
Value currentArgument(Interpreter& in, std::span<Value> a) {
    if (a[3].isNone()) return a[1];
    if (!a[1].isNone()) throw in.valueError("Cannot specify both '" + in.str(a[2]) + "' and '" + in.str(a[0]) + "'");
    return a[3];
}

}  // namespace

void registerLibraryTensors(Api& api) {
    api.interpreter().addModule("_namescape_tensors", [&api](Interpreter& in, ModuleObject& module) {
        NativeModule(in, module)
            .function("current(name, value, former_name, former)", [](Interpreter& inner, std::span<Value> a) { return currentArgument(inner, a); })
            .function("is_integer(value)", [](Interpreter& inner, std::span<Value> a) -> Value { return inner.isInstance(a[0], *inner.types().integer); })
            .function("is_number(value)",
                      [](Interpreter& inner, std::span<Value> a) -> Value {
                          return inner.isInstance(a[0], *inner.types().integer) || inner.isInstance(a[0], *inner.types().floating);
                      })
            .function("static_values(value)", [&api](Interpreter&, std::span<Value> a) { return staticValues(api, a[0]); })
            .function("flatten(structure)", [](Interpreter& inner, std::span<Value> a) -> Value { return inner.list(flatten(inner, a[0])); })
            .function("pack(structure, leaves)",
                      [](Interpreter& inner, std::span<Value> a) {
                          const auto leaves = inner.elements(a[1]);
                          return packAs(inner, a[0], leaves);
                      })
            .function("assert_same_structure(first, second)",
                      [](Interpreter& inner, std::span<Value> a) -> Value {
                          assertSameStructure(inner, a[0], a[1]);
                          return {};
                      })
            .function("is_on_device()", [&api](Interpreter&, std::span<Value>) -> Value { return !api.defaultGraph().devices().empty(); })
            .function("unknown(path)", [&api](Interpreter& inner, std::span<Value> a) { return unknownApi(api, inner.str(a[0])); })
            .function("seeds(seed)", [&api](Interpreter&, std::span<Value> a) { return seeds(api, a[0]); });
    });
}

}  // namespace namescape
