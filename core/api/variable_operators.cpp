#include "api/variable_operators.h"

#include "api/convert.h"
#include "api/variable_type.h"
#include "graph/graph_scopes.h"
#include "ops/create_operation.h"
#include "scope/variable.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace namescape {

namespace {

// What the `assign` of a slice makes: the slice's own arguments once more, on the variable.
Value assignToSlice(Api& api, Variable& variable, Operation slice, const Value& value, const Value& name) {
    const bool isReference = variable.kind == VariableKind::Reference;
    std::vector<Attribute> masks;
    for (const char* mask : {"begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"})
        if (const Attribute* given = slice.attribute(mask)) masks.push_back(*given);
    const std::string chosen = name.isNone() ? std::string(slice.name()) + "/_assign" : api.interpreter().str(name);
    api.markOrigin(variable.graph());
    // Resource variables convert the value themselves; for the others the operation does, below its own name.
    std::optional<NameScope> own;
    if (isReference) own.emplace(variable.graph(), chosen);
    ConvertOptions options;
    options.type = variable.elementType;
    if (isReference) options.name = "value";
    const Tensor converted = convertToTensor(api, value, options);
    const Operation made = createOperation(variable.graph(), isReference ? "StridedSliceAssign" : "ResourceStridedSliceAssign", own ? own->path() : chosen,
                                           {variable.handle, slice.input(1), slice.input(2), slice.input(3), converted}, std::move(masks));
    return isReference ? api.wrap(made.output()) : api.wrap(unreadVariable(variable.shared_from_this(), made));
}

Value valueOf(Api& api, Interpreter& in, const Value& self) {
    const auto& variable = payloadOf<VariablePointer>(in, self);
    api.markOrigin(variable->graph());
    return api.wrap(variable->value());
}

// variable[…], with the `assign` that slices of variables have.
Value sliceVariable(Api& api, const Value& self, const Value& specification) {
    Interpreter& in = api.interpreter();
    const Value sliced = in.callMethod(valueOf(api, in, self), "__getitem__", {specification});
    const Tensor* tensor = sliced.as<Tensor>();
    if (!tensor || tensor->operation().type() != "StridedSlice") return sliced;
    in.setGenericAttribute(sliced, in.intern("assign"),
                           in.function("assign(val, name=None)", [&api, variable = payloadOf<VariablePointer>(in, self), slice = tensor->operation()](Interpreter&, std::span<Value> a) {
                               return assignToSlice(api, *variable, slice, a[0], a[1]);
                           }));
    return sliced;
}

}  // namespace

void addVariableOperators(Api& api, NativeClass& type) {
    constexpr std::array kBinary{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor"};
    for (const char* name : kBinary)
        for (const std::string& method : {std::string("__") + name + "__", std::string("__r") + name + "__"})
            type.method(method + "(self, other)", [&api, method](Interpreter& in, std::span<Value> a) { return in.callMethod(valueOf(api, in, a[0]), method, {a[1]}); });
    for (const char* method : {"__lt__", "__le__", "__gt__", "__ge__"})
        type.method(std::string(method) + "(self, other)", [&api, method](Interpreter& in, std::span<Value> a) { return in.callMethod(valueOf(api, in, a[0]), method, {a[1]}); });
    for (const char* method : {"__neg__", "__invert__", "__abs__"})
        type.method(std::string(method) + "(self)", [&api, method](Interpreter& in, std::span<Value> a) { return in.callMethod(valueOf(api, in, a[0]), method); });
    type.method("__getitem__(self, slice_spec)", [&api](Interpreter&, std::span<Value> a) { return sliceVariable(api, a[0], a[1]); });
}

}  // namespace namescape
