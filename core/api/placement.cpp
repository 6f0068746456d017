#include "api/placement.h"

#include "api/context_manager.h"
#include "api/convert.h"
#include "api/graph_elements.h"
#include "graph/graph_scopes.h"
#include "scope/variable.h"

#include <algorithm>
#include <memory>
#include <set>

namespace namescape {

namespace {

// What a device function returned, as ops._device_string and compat.as_str take it.
std::string deviceText(Api& api, const Value& value) {
    if (const DeviceSpec* spec = value.as<DeviceSpec>()) return spec->text();
    if (const auto* text = value.as<StringObject>()) return std::string(text->text());
    throw api.interpreter().typeError("Expected binary or unicode string, got " + api.interpreter().repr(value));
}

Operation operationToColocateWith(Api& api, const Value& with) {
    if (with.isNone()) return {};
    if (const Operation* operation = with.as<Operation>()) return *operation;
    if (const VariablePointer* variable = with.as<VariablePointer>()) return (*variable)->operation();
    ConvertOptions options;
    options.asReference = true;
    return convertToTensor(api, with, options).operation();
}

// What the blocks that are open already wait for (Graph._current_control_dependencies).
std::set<OperationId> currentControls(Graph& graph) {
    std::set<OperationId> current;
    for (const auto& controller : graph.controlDependencies().frames()) current.insert(controller->controls.begin(), controller->controls.end());
    return current;
}

}  // namespace

DeviceFrame deviceFrame(Api& api, const Value& device) {
    Interpreter& in = api.interpreter();
    if (device.isNone()) return DeviceReset{};
    if (const DeviceSpec* spec = device.as<DeviceSpec>()) return DeviceSpec::parse(spec->text());
    if (const auto* text = device.as<StringObject>()) return DeviceSpec::parse(text->text());
    if (in.isCallable(device)) return DeviceFunction([&api, device](Operation operation) { return deviceText(api, api.interpreter().call(device, {api.wrap(operation)})); });
    if (!in.truth(device)) return DeviceSpec{};
    throw in.attributeError("'" + in.typeName(device) + "' object has no attribute 'split'");
}

Value controlDependencies(Api& api, const GraphPointer& graph, const Value& controls) {
    if (controls.isNone())
        return makeContextManager(api, {[graph](Value&) -> OpenBlock { return std::make_shared<ControlDependencies>(*graph, ControlDependencies::Clear{}); }, {}});
    auto seen = currentControls(*graph);
    std::vector<OperationId> operations;
    api.interpreter().forEach(controls, [&](const Value& control) {
        const OperationId id = controlOperation(api, *graph, control).id();
        if (seen.insert(id).second) operations.push_back(id);
    });
    return makeContextManager(api, {[graph, operations](Value&) -> OpenBlock { return std::make_shared<ControlDependencies>(*graph, operations); }, {}});
}

Value deviceBlock(Api& api, const GraphPointer& graph, const Value& device) {
    return makeContextManager(api, {[&api, graph, device](Value&) -> OpenBlock { return std::make_shared<DeviceScope>(*graph, deviceFrame(api, device)); }, {}});
}

Value colocationBlock(Api& api, const GraphPointer& graph, const Value& with, bool ignoreExisting) {
    return makeContextManager(api, {[&api, graph, with, ignoreExisting](Value&) -> OpenBlock {
                                        const auto existing = ignoreExisting ? ColocationScope::Existing::Ignore : ColocationScope::Existing::Keep;
                                        // An operation made for the purpose comes before the block.
                                        if (with.isNone()) return std::make_shared<ColocationScope>(*graph, Operation(), existing);
                                        api.markOrigin(*graph);
                                        return std::make_shared<ColocationScope>(*graph, operationToColocateWith(api, with), existing);
                                    },
                                    {}});
}

}  // namespace namescape
