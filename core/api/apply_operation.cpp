#include "api/apply_operation.h"

#include "api/attribute_from_value.h"
#include "api/convert.h"
#include "api/function_graph.h"
#include "api/graph_stack.h"
#include "api/name_scope_type.h"
#include "api/named_tuple.h"
#include "graph/graph_scopes.h"
#include "ops/operation_builder.h"
#include "script/builtin_types.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace namescape {

namespace {

bool isSequence(const Value& value) {
    return value.is<ListObject>() || value.is<TupleObject>();
}

bool isTypeError(Interpreter& in, const ScriptError& error) {
    return in.isInstance(error.value(), *in.types().typeError);
}

bool isValueError(Interpreter& in, const ScriptError& error) {
    return in.isInstance(error.value(), *in.types().valueError);
}

// Puts the values of one call into an operation's input arguments, one after another.
class InputConverter {
public:
    InputConverter(Api& api, OperationBuilder& builder) : m_api(api), m_builder(builder) {}

    void add(const Value& value) {
        if (m_builder.nextArgument().isList()) addList(value);
        else addSingle(value);
    }

private:
    ConvertOptions wanted() const {
        const OpArgument& argument = m_builder.nextArgument();
        return {m_builder.expectedType(), m_builder.preferredType(), argument.name, argument.isReference};
    }

    void addSingle(const Value& value) {
        if (const auto* tensor = value.as<Tensor>()) return m_builder.add(withinFunction(m_api, *tensor).id());
        const ConvertOptions options = wanted();
        std::optional<Tensor> tensor;
        try {
            tensor = convertToTensor(m_api, value, options);
        } catch (const ScriptError& error) {
            if (isTypeError(interpreter(), error) && options.type.isValid()) failOnValue(value, options, error);
            if (isValueError(interpreter(), error)) failOnType(value);
            throw;
        }
        m_builder.add(tensor->id());
    }

    [[noreturn]] void failOnValue(const Value& value, const ConvertOptions& options, const ScriptError& error) {
        Interpreter& in = interpreter();
        throw in.typeError("Expected " + options.type.name() + " passed to parameter '" + std::string(options.name) + "' of op '" + typeName() + "', got " + in.repr(value) +
                           " of type '" + in.typeName(value) + "' instead. Error: " + in.str(error.value()));
    }

    // What type would the value have, left to itself?
    [[noreturn]] void failOnType(const Value& value) {
        std::optional<Tensor> observed;
        try {
            ConvertOptions options;
            options.asReference = m_builder.nextArgument().isReference;
            observed = convertToTensor(m_api, value, options);
        } catch (const ScriptError& error) {
            if (!isValueError(interpreter(), error)) throw;
            throw interpreter().valueError("Tried to convert '" + std::string(m_builder.nextArgument().name) + "' to a tensor and failed. Error: " + interpreter().str(error.value()));
        }
        m_builder.failOnType(observed->dataType().name());
    }

    DataType listType(const std::vector<Value>& values) const {
        const DataType expected = m_builder.expectedType();
        if (expected.isValid() || m_builder.nextArgument().countAttribute == OpArgument::kNone) return expected.base();
        for (const Value& value : values)
            if (const auto* tensor = value.as<Tensor>()) return tensor->dataType().base();
        return {};
    }

    void addList(const Value& value) {
        Interpreter& in = interpreter();
        const OpArgument& argument = m_builder.nextArgument();
        if (!isSequence(value)) throw in.typeError("Expected list for '" + std::string(argument.name) + "' argument to '" + typeName() + "' Op, not " + in.str(value) + ".");
        const std::vector<Value> values = in.elements(value);
        ConvertOptions options = wanted();
        options.type = listType(values);
        std::vector<TensorId> tensors;
        if (!convertAll(values, options, tensors)) failOnList(value, values, options);
        m_builder.addList(tensors);
    }

    // False where an element doesn't fit, or the elements don't fit each other.
    bool convertAll(const std::vector<Value>& values, ConvertOptions options, std::vector<TensorId>& tensors) {
        const OpArgument& argument = m_builder.nextArgument();
        Graph& graph = m_builder.graph();
        for (const Value& value : values) {
            const std::string name = std::string(argument.name) + "_" + std::to_string(tensors.size());
            options.name = name;
            try {
                tensors.push_back(convertToTensor(m_api, value, options).id());
            } catch (const ScriptError& error) {
                if (isTypeError(interpreter(), error) || isValueError(interpreter(), error)) return false;
                throw;
            }
        }
        if (argument.countAttribute == OpArgument::kNone) return true;
        return std::ranges::all_of(tensors, [&](TensorId each) { return graph.outputType(each).base() == graph.outputType(tensors.front()).base(); });
    }

    std::string observedTypes(const std::vector<Value>& values) {
        std::string observed;
        for (const Value& value : values) {
            if (!observed.empty()) observed += ", ";
            try {
                observed += convertToTensor(m_api, value, {.asReference = m_builder.nextArgument().isReference}).dataType().base().name();
            } catch (const ScriptError& error) {
                if (!isTypeError(interpreter(), error) && !isValueError(interpreter(), error)) throw;
                observed += "<NOT CONVERTIBLE TO TENSOR>";
            }
        }
        return observed;
    }

    [[noreturn]] void failOnList(const Value& value, const std::vector<Value>& values, const ConvertOptions& options) {
        Interpreter& in = interpreter();
        const OpArgument& argument = m_builder.nextArgument();
        const std::string prefix = "Tensors in list passed to '" + std::string(argument.name) + "' of '" + typeName() + "' Op have types [" + observedTypes(values) + "]";
        if (argument.countAttribute == OpArgument::kNone) throw in.typeError(prefix + " that are invalid. Tensors: " + in.str(value));
        if (argument.type.isValid()) throw in.typeError(prefix + " that do not match expected type " + options.type.name() + ".");
        if (m_builder.expectedType().isValid()) throw in.typeError(prefix + " that do not match type " + options.type.name() + " inferred from earlier arguments.");
        throw in.typeError(prefix + " that don't all match.");
    }

    Interpreter& interpreter() const { return m_api.interpreter(); }
    std::string typeName() const { return std::string(m_builder.definition().type); }

    Api& m_api;
    OperationBuilder& m_builder;
};

// The graph that inputs decide on; lists are looked into one level deep.
Graph& graphOfInputs(Api& api, std::span<const Value> inputs) {
    if (std::ranges::none_of(inputs, isSequence)) return graphFromInputs(api, inputs);
    std::vector<Value> flat;
    for (const Value& input : inputs) {
        if (!isSequence(input)) flat.push_back(input);
        else
            for (const Value& element : api.interpreter().elements(input)) flat.push_back(element);
    }
    return graphFromInputs(api, flat);
}

// An operation may be asked for more outputs than there is room for.
void chargeOutputs(Api& api, const OpDefinition& definition, const OpAttribute& declared, const AttributeValue& value) {
    constexpr std::size_t bytesOfAnOutput = 256;  // a tensor of the script, what it is of, its shape
    const bool isCount = std::ranges::any_of(definition.outputs, [&](const OpArgument& output) {
        return output.countAttribute != OpArgument::kNone && &definition.attributes[static_cast<std::size_t>(output.countAttribute)] == &declared;
    });
    const auto* count = std::get_if<std::int64_t>(&value);
    if (!isCount || !count || *count <= 0) return;
    api.interpreter().heap().ensureRoom(static_cast<std::size_t>(*count), bytesOfAnOutput);
    api.interpreter().step(static_cast<std::uint64_t>(*count));
}

std::vector<Attribute> convertedAttributes(Api& api, const OpDefinition& definition, std::span<const GivenAttribute> given) {
    std::vector<Attribute> attributes;
    for (const GivenAttribute& each : given) {
        const OpAttribute* declared = definition.attribute(each.name);
        if (!declared || (each.value.isNone() && declared->defaultValue)) continue;
        attributes.push_back({std::string(each.name), attributeFromValue(api, *declared, each.value)});
        chargeOutputs(api, definition, *declared, attributes.back().value);
    }
    return attributes;
}

}  // namespace

Operation applyOperation(Api& api, const OpDefinition& definition, const Value& name, std::span<const Value> inputs, std::span<const GivenAttribute> attributes) {
    Graph& graph = graphOfInputs(api, inputs);
    std::optional<DefaultGraphBlock> otherGraph;
    if (&graph != &api.defaultGraph()) otherGraph.emplace(api, api.pointerTo(graph));
    api.markOrigin(graph);

    const std::string asked = name.isNone() ? std::string(definition.type) : scopeNameArgument(api.interpreter(), name);
    OperationBuilder builder(graph, definition);
    InputConverter converter(api, builder);
    const bool areAllTensors = std::ranges::all_of(inputs, [](const Value& input) { return input.is<Tensor>(); });
    if (areAllTensors && !asked.empty()) {
        const std::string path = takeOperationPath(graph, asked);
        for (const Value& input : inputs) converter.add(input);
        return builder.create(path, convertedAttributes(api, definition, attributes));
    }
    const NameScope scope(graph, asked);
    for (const Value& input : inputs) converter.add(input);
    return builder.create(scope.path(), convertedAttributes(api, definition, attributes));
}

Value resultOf(Api& api, const OpDefinition& definition, const Operation& operation) {
    if (definition.outputs.empty()) return api.wrap(operation);
    std::vector<Value> tensors;
    for (const Tensor& output : operation.outputs()) tensors.push_back(api.wrap(output));
    if (definition.outputs.size() == 1) {
        if (!definition.outputs[0].isList()) return tensors.front();
        // No tensors at all: the operation stands for what it does.
        return tensors.empty() ? api.wrap(operation) : Value(api.interpreter().list(tensors));
    }
    std::vector<std::string_view> fields;
    for (const OpArgument& output : definition.outputs) fields.push_back(output.name);
    if (fields.size() != tensors.size()) return api.interpreter().tuple(tensors);
    return namedTuple(api, definition.type, fields, tensors);
}

}  // namespace namescape
