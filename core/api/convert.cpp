#include "api/convert.h"

#include "api/constant_from_value.h"
#include "api/function_graph.h"
#include "api/indexed_slices.h"
#include "graph/graph_scopes.h"
#include "ops/create_operation.h"
#include "scope/variable.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace namescape {

namespace {

bool isSequence(const Value& value) {
    return value.is<ListObject>() || value.is<TupleObject>();
}

std::string orElse(std::string_view name, std::string_view fallback) {
    return std::string(name.empty() ? fallback : name);
}

bool isTypeOrValueError(Interpreter& in, const Value& error) {
    return in.isInstance(error, *in.types().typeError) || in.isInstance(error, *in.types().valueError);
}

// --- Lists that hold tensors: they are packed (array_ops.py, _autopacking_conversion_function)

std::optional<DataType> typeOfTensorLike(const Value& value) {
    if (const auto* tensor = value.as<Tensor>()) return tensor->dataType().base();
    if (const auto* variable = value.as<VariablePointer>()) return (*variable)->elementType;
    return std::nullopt;
}

std::optional<DataType> typeOfNested(Api& api, const Value& list) {
    Interpreter& in = api.interpreter();
    in.checkStack();
    for (const Value& element : in.elements(list)) {
        if (const auto type = typeOfTensorLike(element)) return type;
        if (!isSequence(element)) continue;
        if (const auto type = typeOfNested(api, element)) return type;
    }
    return std::nullopt;
}

// Tensors of other types are cast before the packing begins.
Value castNested(Api& api, const Value& value, DataType type) {
    Interpreter& in = api.interpreter();
    if (const auto own = typeOfTensorLike(value)) {
        if (*own == type) return value;
        return api.wrap(createOperation(api.defaultGraph(), "Cast", {}, {convertToTensor(api, value)}, {{"DstT", type}}).output());
    }
    if (!isSequence(value)) return value;
    std::vector<Value> elements;
    for (const Value& element : in.elements(value)) elements.push_back(castNested(api, element, type));
    return in.list(elements);
}

// The list as it is where nothing in it is a tensor, else its Pack.
Value packed(Api& api, const Value& list, DataType type, const std::string& name) {
    Interpreter& in = api.interpreter();
    Graph& graph = api.defaultGraph();
    const NameScope scope(graph, name);
    bool mustPack = false;
    std::vector<Value> elements = in.elements(list);
    for (std::size_t index = 0; index < elements.size(); ++index) {
        if (const auto own = typeOfTensorLike(elements[index])) {
            if (*own != type)
                throw in.typeError("Cannot convert a list containing a tensor of dtype " + in.str(in.getAttribute(elements[index], "dtype")) + " to " +
                                   in.str(api.wrap(type)) + " (Tensor is: " + in.repr(elements[index]) + ")");
            mustPack = true;
        } else if (isSequence(elements[index])) {
            elements[index] = packed(api, elements[index], type, std::to_string(index));
            mustPack = mustPack || elements[index].is<Tensor>();
        }
    }
    if (!mustPack) return in.list(elements);
    std::vector<Operand> tensors;
    for (std::size_t index = 0; index < elements.size(); ++index) {
        if (typeOfTensorLike(elements[index])) tensors.emplace_back(convertToTensor(api, elements[index]));
        else tensors.emplace_back(createConstant(graph, constantFromValue(api, elements[index], {.type = type}), std::to_string(index)));
    }
    return api.wrap(createOperation(graph, "Pack", scope.path(), {tensors}).output());
}

std::optional<Tensor> autopacked(Api& api, const Value& value, const ConvertOptions& options) {
    if (options.asReference || !isSequence(value)) return std::nullopt;
    const auto inferred = typeOfNested(api, value);
    if (!inferred) return std::nullopt;
    const DataType type = options.type.isValid() ? options.type.base() : *inferred;
    const Value elements = type == *inferred ? value : castNested(api, value, type);
    return *packed(api, elements, type, orElse(options.name, "packed")).as<Tensor>();
}

// --- Shapes and sizes

void requireSizeType(Api& api, DataType type) {
    if (type.isValid() && type != DataType::Int32 && type != DataType::Int64)
        throw api.interpreter().typeError("Cannot convert a TensorShape to dtype: " + api.interpreter().str(api.wrap(type)));
}

Tensor shapeTensor(Api& api, const Shape& shape, const ConvertOptions& options) {
    Interpreter& in = api.interpreter();
    if (!shape.isFullyDefined()) throw in.valueError("Cannot convert a partially known TensorShape to a Tensor: " + shape.text());
    const auto large = std::ranges::find_if(shape.sizes(), [](std::int64_t size) { return size > std::numeric_limits<std::int32_t>::max(); });
    const bool isLarge = large != shape.sizes().end();
    requireSizeType(api, options.type);
    if (options.type == DataType::Int32 && isLarge)
        throw in.valueError("Cannot convert a TensorShape to dtype int32; a dimension is too large (" + std::to_string(*large) + ")");
    const DataType type = options.type.isValid() ? options.type : isLarge ? DataType(DataType::Int64) : DataType(DataType::Int32);
    ConstantValue value{type, Shape{static_cast<std::int64_t>(shape.rank())}, std::vector<std::int64_t>(shape.sizes().begin(), shape.sizes().end())};
    return createConstant(api.defaultGraph(), std::move(value), orElse(options.name, "shape_as_tensor"));
}

Tensor dimensionTensor(Api& api, Dimension dimension, const ConvertOptions& options) {
    if (dimension.size == Shape::kUnknownSize) throw api.interpreter().valueError("Cannot convert an unknown Dimension to a Tensor: ?");
    requireSizeType(api, options.type);
    ConstantValue value{options.type.isValid() ? options.type : DataType(DataType::Int32), Shape::scalar(), std::vector<std::int64_t>{dimension.size}};
    return createConstant(api.defaultGraph(), std::move(value), orElse(options.name, "shape_as_tensor"));
}

// --- Others

Tensor slicesTensor(Api& api, const Value& value, const IndexedSlices& slices, const ConvertOptions& options) {
    Interpreter& in = api.interpreter();
    const DataType own = slices.values.dataType();
    if (options.type.isValid() && !options.type.isCompatibleWith(own))
        throw in.valueError("Tensor conversion requested dtype " + options.type.name() + " for IndexedSlices with dtype " + own.name());
    if (!slices.denseShape) throw in.valueError("Tensor conversion requested for IndexedSlices without dense_shape: " + in.str(value));
    const Value rows = in.getItem(api.wrap(*slices.denseShape), 0);
    return createOperation(slices.values.graph(), "UnsortedSegmentSum", options.name, {slices.values, slices.indices, *rows.as<Tensor>()}).output();
}

[[noreturn]] void failOnOperation(Api& api, const Operation& operation, const ConvertOptions& options) {
    Interpreter& in = api.interpreter();
    const std::string type = options.type.isValid() ? in.repr(api.wrap(options.type)) : "None";
    const std::string name = options.name.empty() ? "None" : in.repr(in.string(options.name));
    throw in.typeError("Can't convert Operation '" + std::string(operation.name()) + "' to Tensor (target dtype=" + type + ", name=" + name +
                       ", as_ref=" + (options.asReference ? "True" : "False") + ")");
}

Tensor requireType(Api& api, Tensor tensor, DataType wanted) {
    const DataType own = tensor.dataType();
    if (wanted.isValid() && wanted != own && wanted != own.base())
        throw api.interpreter().valueError("Tensor conversion requested dtype " + wanted.name() + " for Tensor with dtype " + own.name() + ": " +
                                           api.interpreter().repr(api.wrap(tensor)));
    return tensor;
}

// The conversion of everything but tensors, with `type` as what must come out (Invalid: whatever does).
Tensor converted(Api& api, const Value& value, const ConvertOptions& options) {
    if (api.convertVariable)
        if (const auto tensor = api.convertVariable(value, options)) return withinFunction(api, *tensor);
    if (const auto tensor = autopacked(api, value, options)) return *tensor;
    if (const auto* shape = value.as<Shape>()) return shapeTensor(api, *shape, options);
    if (const auto* dimension = value.as<Dimension>()) return dimensionTensor(api, *dimension, options);
    if (const auto* slices = value.as<IndexedSlices>()) return slicesTensor(api, value, *slices, options);
    if (const auto* operation = value.as<Operation>()) failOnOperation(api, *operation, options);
    return createConstant(api.defaultGraph(), constantFromValue(api, value, {.type = options.type}), orElse(options.name, "Const"));
}

// Whether a number would become a constant of that type, told without trying.
std::optional<bool> isNumberOfType(const Value& value, DataType type) {
    if (value.isFloat()) return type.isFloating() || type.isComplex();
    if (value.isInt()) return type.isFloating() || type.isInteger() || type.isComplex();
    return std::nullopt;
}

}  // namespace

Tensor convertToTensor(Api& api, const Value& value, const ConvertOptions& options) {
    if (const auto* tensor = value.as<Tensor>()) return withinFunction(api, requireType(api, *tensor, options.type));
    ConvertOptions attempt = options;
    if (options.type.isValid() || !options.preferred.isValid()) return converted(api, value, attempt);
    attempt.type = options.preferred;
    if (const auto isOfType = isNumberOfType(value, options.preferred)) {
        if (!*isOfType) attempt.type = {};
        return converted(api, value, attempt);
    }
    try {
        return converted(api, value, attempt);
    } catch (const ScriptError& error) {
        if (!isTypeOrValueError(api.interpreter(), error.value())) throw;
    } catch (const TensorFlowError& error) {
        if (error.type() != ErrorType::TypeError && error.type() != ErrorType::ValueError) throw;
    }
    attempt.type = {};
    return converted(api, value, attempt);
}

namespace {

Graph* graphOf(const Value& value) {
    if (const auto* tensor = value.as<Tensor>()) return &tensor->graph();
    if (const auto* operation = value.as<Operation>()) return &operation->graph();
    if (const auto* slices = value.as<IndexedSlices>()) return &slices->values.graph();
    if (const auto* variable = value.as<VariablePointer>()) return &(*variable)->graph();
    return nullptr;
}

// What stands in the graph for an input: a variable's tensor, not the variable.
std::string elementText(Api& api, const Value& value) {
    const auto* variable = value.as<VariablePointer>();
    if (!variable) return api.interpreter().str(value);
    return ((*variable)->kind == VariableKind::Reference ? (*variable)->handle : (*variable)->snapshot).text();
}

}  // namespace

Graph& graphFromInputs(Api& api, std::span<const Value> values) {
    if (FunctionGraph::of(api.defaultGraph())) return api.defaultGraph();
    Graph* graph = nullptr;
    const Value* first = nullptr;
    const auto look = [&](const Value& value) {
        Graph* own = graphOf(value);
        if (!own) return;
        if (graph && own != graph)
            throw api.interpreter().valueError(elementText(api, value) + " must be from the same graph as " + elementText(api, *first) + ".");
        graph = own;
        if (!first) first = &value;
    };
    for (const Value& value : values) look(value);
    return graph ? *graph : api.defaultGraph();
}

}  // namespace namescape
