#include "api/scope_settings.h"

#include "api/call_back.h"
#include "api/convert.h"
#include "api/get_variable.h"
#include "api/placement.h"

#include <utility>

namespace namescape {

namespace {

bool isCollection(const Value& value) {
    return value.is<ListObject>() || value.is<TupleObject>() || value.is<SetObject>();
}

bool isType(const Value& value) {
    return value.is<TypeObject>();
}

Value sizesList(Interpreter& in, const std::vector<std::int64_t>& sizes) {
    std::vector<Value> values(sizes.begin(), sizes.end());
    return in.list(values);
}

Value partitionInfoValue(Api& api, const std::optional<PartitionInfo>& info) {
    if (!info) return {};
    return api.interpreter().wrap<PartitionInfo>(*api.types.partitionInfo, *info);
}

// As tf_inspect.getargspec counts: every parameter has a default.
bool needsNoArguments(Interpreter& in, const Value& callable) {
    const auto spec = in.argumentSpec(callable);
    if (!spec) return false;
    std::size_t count = spec->positional.size();
    // getargspec of a method or of an object with __call__ counts `self`.
    return count == spec->defaults.size();
}

Tensor callInitializer(Api& api, const Value& function, const InitializerCall& call) {
    Interpreter& in = api.interpreter();
    const Value callee = isType(function) ? callBack(api, function) : function;
    Value made;
    if (call.shape) {
        const std::vector<Value> positional{sizesList(in, *call.shape)};
        const std::vector<KeywordValue> keywords{{in.intern("dtype"), api.wrap(call.dataType)}, {in.intern("partition_info"), partitionInfoValue(api, call.partition)}};
        made = callBack(api, callee, positional, keywords);
    } else {
        made = callBack(api, callee);
    }
    ConvertOptions options;
    options.name = "initial_value";
    options.type = call.dataType;
    return convertToTensor(api, made, options);
}

Initializer functionInitializer(Api& api, const Value& value) {
    Initializer initializer;
    initializer.function = [&api, value](const InitializerCall& call) { return callInitializer(api, value, call); };
    initializer.knowsShape = needsNoArguments(api.interpreter(), value);
    return initializer;
}

Initializer valueInitializer(Api& api, const Value& value) {
    Initializer initializer;
    initializer.value = [&api, value](Graph&, std::string_view name, DataType type) {
        ConvertOptions options;
        options.type = type;
        options.name = name;
        return convertToTensor(api, value, options);
    };
    initializer.isTensor = value.is<Tensor>();
    return initializer;
}

}  // namespace

Value fromToken(const Token& token) {
    return token ? *static_cast<Value*>(token.get()) : Value();
}

Token makeToken(const Value& value) {
    return std::make_shared<Value>(value);
}

std::optional<Initializer> initializerArgument(Api& api, const Value& value) {
    if (value.isNone()) return std::nullopt;
    Initializer initializer = api.interpreter().isCallable(value) ? functionInitializer(api, value) : valueInitializer(api, value);
    initializer.token = makeToken(value);
    return initializer;
}

std::optional<Regularizer> regularizerArgument(Api& api, const Value& value) {
    if (value.isNone()) return std::nullopt;
    if (!api.interpreter().truth(value)) return Regularizer{{}, makeToken(value)};
    return Regularizer{[&api, value](Graph&, const VariablePointer& variable) -> CollectionItemPointer {
                           Interpreter& in = api.interpreter();
                           const Value given = api.wrap(variable);
                           const Value loss = callBack(api, value, {&given, 1});
                           if (loss.isNone()) return nullptr;
                           in.getAttribute(loss, "name");  // TensorFlow logs it
                           return api.item(loss);
                       },
                       makeToken(value)};
}

std::optional<Partitioner> partitionerArgument(Api& api, const Value& value) {
    if (value.isNone()) return std::nullopt;
    Partitioner partitioner;
    partitioner.token = makeToken(value);
    if (!api.interpreter().isCallable(value)) partitioner.notCallable = api.interpreter().str(value);
    partitioner.function = [&api, value](const Shape& shape, DataType type) {
        Interpreter& in = api.interpreter();
        const std::vector<KeywordValue> keywords{{in.intern("shape"), api.wrap(shape)}, {in.intern("dtype"), api.wrap(type)}};
        const Value answer = callBack(api, value, {}, keywords);
        if (!answer.is<ListObject>() && !answer.is<TupleObject>()) throw in.valueError("Partitioner must return a sequence, but saw: " + in.str(answer));
        std::vector<std::int64_t> partitions;
        in.forEach(answer, [&](const Value& count) { partitions.push_back(in.index(count)); });
        return partitions;
    };
    return partitioner;
}

std::optional<Reuse> reuseArgument(Api& api, const Value& value) {
    if (value.isNone()) return std::nullopt;
    if (value.isBool()) return value.asBool() ? Reuse::True : Reuse::False;
    if (api.interpreter().identical(value, api.autoReuse)) return Reuse::Auto;
    throw api.interpreter().valueError("The reuse parameter must be True or False or None.");
}

std::optional<bool> optionalBool(Api& api, const Value& value) {
    return value.isNone() ? std::nullopt : std::optional(api.interpreter().truth(value));
}

std::optional<std::string> optionalText(Api& api, const Value& value) {
    return value.isNone() ? std::nullopt : std::optional(api.interpreter().str(value));
}

Value reuseValueOf(Api& api, Reuse reuse) {
    if (reuse == Reuse::Auto) return api.autoReuse;
    return reuse == Reuse::True;
}

void setCachingDevice(Api& api, const Value& value, CachingDevice& device, Token& token) {
    if (value.isNone()) return;
    device = [&api, value] { return deviceFrame(api, value); };
    token = makeToken(value);
}

void setScopeDataType(Api& api, const Value& value, ScopeSettings& settings) {
    settings.dataType = DataType();
    settings.dataTypeToken = nullptr;
    if (value.isNone()) return;
    settings.dataTypeToken = makeToken(value);
    try {
        settings.dataType = asDataType(api, value);
    } catch (const ScriptError&) {
    } catch (const TensorFlowError&) {
    }
}

void checkVariableArguments(Api& api, const VariableOptions& options) {
    Interpreter& in = api.interpreter();
    const Value collections = fromToken(options.collectionsToken);
    if (!collections.isNone() && !isCollection(collections))
        throw in.valueError("collections argument to Variable constructor must be a list, tuple, or set. Got " + in.str(collections) + " of type " + in.str(&in.typeOf(collections)));
    const Value constraint = fromToken(options.constraint);
    if (!constraint.isNone() && !in.isCallable(constraint)) throw in.valueError("The `constraint` argument must be a callable.");
}

std::optional<std::vector<std::string>> collectionsArgument(Api& api, const Value& value) {
    if (!isCollection(value)) return std::nullopt;
    Interpreter& in = api.interpreter();
    std::vector<std::string> keys;
    in.forEach(value, [&](const Value& key) { keys.push_back(in.str(key)); });
    return keys;
}

}  // namespace namescape
