// tf.VariableSynchronization and tf.VariableAggregation, as arguments of variables.

#include "api/variable_enums.h"

#include "api/scope_settings.h"

#include <array>
#include <string>

namespace namescape {

namespace {

constexpr std::array kSynchronizations{"AUTO", "NONE", "ON_WRITE", "ON_READ"};
constexpr std::array kAggregations{"NONE", "SUM", "MEAN", "ONLY_FIRST_REPLICA"};

template <typename Enum, std::size_t Count>
TypeObject& makeEnum(Api& api, const char* name, const std::array<const char*, Count>& members) {
    NativeClass type(api.interpreter(), "tensorflow.python.ops.variables", name);
    const std::string prefix = std::string(name) + ".";
    type.property("value", [](Interpreter& in, const Value& self) -> Value { return static_cast<std::int64_t>(payloadOf<Enum>(in, self)); })
        .property("name", [&members](Interpreter& in, const Value& self) -> Value { return in.string(members[static_cast<std::size_t>(payloadOf<Enum>(in, self))]); })
        .method("__str__(self)", [&members, prefix](Interpreter& in, std::span<Value> a) -> Value { return in.string(prefix + members[static_cast<std::size_t>(payloadOf<Enum>(in, a[0]))]); })
        .method("__repr__(self)", [&members, prefix](Interpreter& in, std::span<Value> a) -> Value {
            const auto index = static_cast<std::size_t>(payloadOf<Enum>(in, a[0]));
            return in.string("<" + prefix + members[index] + ": " + std::to_string(index) + ">");
        });
    type.identity([](const Object& object) -> std::uint64_t {
        const auto* member = static_cast<const InstanceObject&>(object).payload<Enum>();
        return member ? static_cast<std::uint64_t>(*member) + 1 : 0;
    });
    for (std::size_t index = 0; index < Count; ++index) type.attribute(members[index], api.interpreter().wrap<Enum>(type.type(), static_cast<Enum>(index)));
    NativeModule(api.interpreter(), api.tf()).set(name, &type.type());
    return type.type();
}

// A member, or its number.
template <typename Enum, std::size_t Count>
Enum member(Api& api, const Value& value, const Value& variableName, const std::array<const char*, Count>& members, const char* what) {
    if (value.isNone()) return Enum{};
    if (const Enum* given = value.as<Enum>()) return *given;
    if (value.isInt() && value.asInt() >= 0 && value.asInt() < static_cast<std::int64_t>(members.size())) return static_cast<Enum>(value.asInt());
    Interpreter& in = api.interpreter();
    throw in.valueError(std::string("Invalid variable ") + what + " mode: " + in.str(value) + " for variable: " + in.str(variableName));
}

}  // namespace

void registerVariableEnums(Api& api) {
    api.types.synchronization = &makeEnum<Synchronization>(api, "VariableSynchronization", kSynchronizations);
    api.types.aggregation = &makeEnum<Aggregation>(api, "VariableAggregation", kAggregations);
}

Synchronization synchronizationArgument(Api& api, const Value& value, const Value& variableName) {
    return member<Synchronization>(api, value, variableName, kSynchronizations, "synchronization");
}

Aggregation aggregationArgument(Api& api, const Value& value, const Value& variableName) {
    return member<Aggregation>(api, value, variableName, kAggregations, "aggregation");
}

Value valueOf(Api& api, Synchronization synchronization) {
    return api.interpreter().wrap<Synchronization>(*api.types.synchronization, synchronization);
}

Value valueOf(Api& api, Aggregation aggregation) {
    return api.interpreter().wrap<Aggregation>(*api.types.aggregation, aggregation);
}

}  // namespace namescape
