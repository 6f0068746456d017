// tf.DeviceSpec and tf.IndexedSlices: TensorFlow 1.15, python/framework/device_spec.py and ops.py.

#include "api/convert.h"
#include "api/indexed_slices.h"
#include "api/tensor_library.h"
#include "graph/device_spec.h"

#include <string>

namespace namescape {

namespace {

DeviceSpec& specOf(Interpreter& in, const Value& self) {
    return payloadOf<DeviceSpec>(in, self);
}

std::optional<int> optionalNumber(Interpreter& in, const Value& value) {
    return value.isNone() ? std::nullopt : std::optional(static_cast<int>(in.index(value)));
}

std::optional<std::string> optionalText(Interpreter& in, const Value& value) {
    return value.isNone() ? std::nullopt : std::optional(in.str(value));
}

// "cpu" and "gpu" are written large.
std::optional<std::string> deviceType(Interpreter& in, const Value& value) {
    auto type = optionalText(in, value);
    if (type == "cpu") return "CPU";
    return type == "gpu" ? std::optional<std::string>("GPU") : type;
}

Value textOrNone(Interpreter& in, const std::optional<std::string>& text) {
    return text ? Value(in.string(*text)) : Value();
}

Value numberOrNone(std::optional<int> number) {
    return number ? Value(*number) : Value();
}

Value wrapSpec(Api& api, const DeviceSpec& spec) {
    return api.interpreter().wrap<DeviceSpec>(*api.types.deviceSpec, spec);
}

void addSpecFields(NativeClass& type) {
    type.property("job", [](Interpreter& in, const Value& self) { return textOrNone(in, specOf(in, self).job); },
                  [](Interpreter& in, const Value& self, const Value& value) { specOf(in, self).job = optionalText(in, value); })
        .property("replica", [](Interpreter& in, const Value& self) { return numberOrNone(specOf(in, self).replica); },
                  [](Interpreter& in, const Value& self, const Value& value) { specOf(in, self).replica = optionalNumber(in, value); })
        .property("task", [](Interpreter& in, const Value& self) { return numberOrNone(specOf(in, self).task); },
                  [](Interpreter& in, const Value& self, const Value& value) { specOf(in, self).task = optionalNumber(in, value); })
        .property("device_type", [](Interpreter& in, const Value& self) { return textOrNone(in, specOf(in, self).deviceType); },
                  [](Interpreter& in, const Value& self, const Value& value) { specOf(in, self).deviceType = deviceType(in, value); })
        .property("device_index", [](Interpreter& in, const Value& self) { return numberOrNone(specOf(in, self).deviceIndex); },
                  [](Interpreter& in, const Value& self, const Value& value) { specOf(in, self).deviceIndex = optionalNumber(in, value); });
}

void addSpecMethods(Api& api, NativeClass& type) {
    type.method("__init__(self, job=None, replica=None, task=None, device_type=None, device_index=None)",
                [](Interpreter& in, std::span<Value> a) -> Value {
                    a[0].as<InstanceObject>()->emplace<DeviceSpec>(
                        DeviceSpec{optionalText(in, a[1]), optionalNumber(in, a[2]), optionalNumber(in, a[3]), deviceType(in, a[4]), optionalNumber(in, a[5])});
                    return {};
                })
        .method("to_string(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string(specOf(in, a[0]).text()); })
        .method("parse_from_string(self, spec)",
                [](Interpreter& in, std::span<Value> a) {
                    specOf(in, a[0]) = DeviceSpec::parse(in.str(a[1]));
                    return a[0];
                })
        .method("merge_from(self, dev)",
                [](Interpreter& in, std::span<Value> a) -> Value {
                    specOf(in, a[0]) = specOf(in, a[0]).mergedWith(specOf(in, a[1]));
                    return {};
                })
        .method("make_merged_spec(self, dev)", [&api](Interpreter& in, std::span<Value> a) { return wrapSpec(api, specOf(in, a[0]).mergedWith(specOf(in, a[1]))); })
        .method("__eq__(self, other)",
                [](Interpreter& in, std::span<Value> a) -> Value {
                    const auto* other = a[1].as<DeviceSpec>();
                    return other && *other == specOf(in, a[0]);
                })
        .method("__hash__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return static_cast<std::int64_t>(in.hash(in.string(specOf(in, a[0]).text())) >> 1); })
        .classMethod("from_string(cls, spec)", [&api](Interpreter& in, std::span<Value> a) { return wrapSpec(api, DeviceSpec::parse(in.str(a[1]))); });
}

// --- IndexedSlices

const IndexedSlices& slicesOf(Interpreter& in, const Value& self) {
    return payloadOf<IndexedSlices>(in, self);
}

std::string textOf(const IndexedSlices& slices) {
    std::string text = "IndexedSlices(indices=" + slices.indices.text() + ", values=" + slices.values.text();
    if (slices.denseShape) text += ", dense_shape=" + slices.denseShape->text();
    return text + ")";
}

Value shapeOrNone(Api& api, const IndexedSlices& slices) {
    return slices.denseShape ? api.wrap(*slices.denseShape) : Value();
}

void addSlicesProperties(Api& api, NativeClass& type) {
    type.property("values", [&api](Interpreter& in, const Value& self) { return api.wrap(slicesOf(in, self).values); })
        .property("indices", [&api](Interpreter& in, const Value& self) { return api.wrap(slicesOf(in, self).indices); })
        .property("dense_shape", [&api](Interpreter& in, const Value& self) { return shapeOrNone(api, slicesOf(in, self)); })
        .property("name", [](Interpreter& in, const Value& self) -> Value { return in.string(slicesOf(in, self).values.name()); })
        .property("device", [](Interpreter& in, const Value& self) -> Value { return in.string(slicesOf(in, self).values.operation().device()); })
        .property("op", [&api](Interpreter& in, const Value& self) { return api.wrap(slicesOf(in, self).values.operation()); })
        .property("dtype", [&api](Interpreter& in, const Value& self) { return api.wrap(slicesOf(in, self).values.dataType()); })
        .property("graph", [&api](Interpreter& in, const Value& self) { return api.wrap(api.pointerTo(slicesOf(in, self).values.graph())); });
}

}  // namespace

void registerDeviceSpecs(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.framework.device_spec", "DeviceSpecV1");
    addSpecFields(type);
    addSpecMethods(api, type);
    api.types.deviceSpec = &type.type();
    NativeModule(api.interpreter(), api.tf()).set("DeviceSpec", Value(api.types.deviceSpec));
}

void registerIndexedSlices(Api& api) {
    NativeClass type(api.interpreter(), "tensorflow.python.framework.ops", "IndexedSlices");
    type.method("__init__(self, values, indices, dense_shape=None)",
                [&api](Interpreter&, std::span<Value> a) -> Value {
                    graphFromInputs(api, a.subspan(1));
                    IndexedSlices slices{convertToTensor(api, a[1]), convertToTensor(api, a[2]), std::nullopt};
                    if (!a[3].isNone()) slices.denseShape = convertToTensor(api, a[3]);
                    a[0].as<InstanceObject>()->emplace<IndexedSlices>(slices);
                    return {};
                })
        .method("__str__(self)", [](Interpreter& in, std::span<Value> a) -> Value { return in.string(textOf(slicesOf(in, a[0]))); });
    addSlicesProperties(api, type);
    api.types.indexedSlices = &type.type();
    NativeModule(api.interpreter(), api.tf()).set("IndexedSlices", Value(api.types.indexedSlices));
}

}  // namespace namescape
