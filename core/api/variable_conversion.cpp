// Variables as inputs of operations, and partitioned variables: TensorFlow 1.15, python/ops/variables.py.

#include "api/convert.h"
#include "api/library.h"
#include "api/scope_settings.h"
#include "api/variable_type.h"
#include "scope/partitioned_variable.h"
#include "scope/variable_scope.h"

#include <memory>
#include <string>
#include <vector>

namespace namescape {

namespace {

using PartitionedPointer = std::shared_ptr<PartitionedVariable>;

const PartitionedVariable& partitionedOf(Interpreter& in, const Value& self) {
    return *payloadOf<PartitionedPointer>(in, self);
}

void requireType(Api& api, DataType wanted, DataType own) {
    if (!wanted.isValid() || wanted.isCompatibleWith(own)) return;
    throw api.interpreter().valueError("Incompatible type conversion requested to type '" + wanted.name() + "' for variable of type '" + own.name() + "'");
}

Tensor asTensor(Api& api, const VariablePointer& variable, const ConvertOptions& options) {
    requireType(api, options.type, variable->dataType());
    if (options.asReference && variable->kind == VariableKind::Reference) return variable->handle;
    api.markOrigin(variable->graph());
    return variable->value();
}

}  // namespace

std::optional<Tensor> variableAsTensor(Api& api, const Value& value, const ConvertOptions& options) {
    if (const auto* variable = value.as<VariablePointer>()) return asTensor(api, *variable, options);
    if (const auto* partitioned = value.as<PartitionedPointer>()) {
        requireType(api, options.type, (*partitioned)->elementType);
        api.markOrigin((*partitioned)->parts.front()->graph());
        return (*partitioned)->asTensor();
    }
    return std::nullopt;
}

void registerPartitionedVariables(Api& api) {
    Interpreter& in = api.interpreter();
    NativeClass type(in, "tensorflow.python.ops.variables", "PartitionedVariable");
    const auto parts = [&api](const PartitionedVariable& variable) {
        std::vector<Value> values;
        for (const auto& part : variable.parts) values.push_back(api.wrap(part));
        return api.interpreter().list(values);
    };
    type.property("name", [](Interpreter& inner, const Value& self) -> Value { return inner.string(partitionedOf(inner, self).name); })
        .property("dtype", [&api](Interpreter& inner, const Value& self) { return api.wrap(partitionedOf(inner, self).elementType); })
        .property("shape", [&api](Interpreter& inner, const Value& self) { return api.wrap(partitionedOf(inner, self).shape); })
        .property("_variable_list", [parts](Interpreter& inner, const Value& self) -> Value { return parts(partitionedOf(inner, self)); })
        .method("get_shape(self)", [&api](Interpreter& inner, std::span<Value> a) { return api.wrap(partitionedOf(inner, a[0]).shape); })
        .method("as_tensor(self)", [&api](Interpreter& inner, std::span<Value> a) { return api.wrap(partitionedOf(inner, a[0]).asTensor()); })
        .method("_partition_axes(self)",
                [](Interpreter& inner, std::span<Value> a) -> Value {
                    const auto axes = partitionedOf(inner, a[0]).partitionedAxes();
                    std::vector<Value> values;
                    for (const std::size_t axis : axes) values.emplace_back(static_cast<std::int64_t>(axis));
                    if (values.empty()) values.emplace_back(0);
                    return inner.list(values);
                })
        .method("_get_variable_list(self)", [parts](Interpreter& inner, std::span<Value> a) -> Value { return parts(partitionedOf(inner, a[0])); })
        .method("_get_partitions(self)",
                [](Interpreter& inner, std::span<Value> a) -> Value {
                    const auto& partitions = partitionedOf(inner, a[0]).partitions;
                    const std::vector<Value> counts(partitions.begin(), partitions.end());
                    return inner.list(counts);
                })
        .method("__len__(self)", [](Interpreter& inner, std::span<Value> a) -> Value { return static_cast<std::int64_t>(partitionedOf(inner, a[0]).parts.size()); })
        .method("__iter__(self)", [parts](Interpreter& inner, std::span<Value> a) { return inner.iterate(parts(partitionedOf(inner, a[0]))); });
    for (const std::string name : {"assign", "assign_add", "assign_sub"})
        type.method(name + "(self, value, use_locking=False, name=None, read_value=True)",
                    [&api, name](Interpreter& inner, std::span<Value> a) { return inner.call(libraryValue(api, "variable_methods", "partitioned_" + name), a); });
    type.identity([](const Object& object) -> std::uint64_t {
        const auto* variable = static_cast<const InstanceObject&>(object).payload<PartitionedPointer>();
        return variable ? reinterpret_cast<std::uint64_t>(variable->get()) : 0;
    });
    api.types.partitionedVariable = &type.type();

    NativeClass info(in, "tensorflow.python.ops.variable_scope", "_PartitionInfo");
    const auto sizes = [](Interpreter& inner, const std::vector<std::int64_t>& of) -> Value {
        const std::vector<Value> values(of.begin(), of.end());
        return inner.list(values);
    };
    info.property("full_shape", [sizes](Interpreter& inner, const Value& self) { return sizes(inner, payloadOf<PartitionInfo>(inner, self).fullShape); })
        .property("var_offset", [sizes](Interpreter& inner, const Value& self) { return sizes(inner, payloadOf<PartitionInfo>(inner, self).offset); });
    api.types.partitionInfo = &info.type();
}

}  // namespace namescape
