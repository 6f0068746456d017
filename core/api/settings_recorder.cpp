#include "api/settings_recorder.h"

#include "api/api.h"
#include "api/scope_settings.h"
#include "script/function_object.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace namescape {

namespace {

constexpr std::size_t kMostControls = 3;

// Runs no code of the program's, as its own repr() would.
std::string settingText(Api& api, const Value& value) {
    Interpreter& in = api.interpreter();
    if (const auto* function = value.as<FunctionObject>()) return function->name;
    if (const auto* function = value.as<NativeFunctionObject>()) return std::string(function->name());
    if (const auto* method = value.as<BoundMethodObject>()) return settingText(api, method->function);
    if (const auto* type = value.as<TypeObject>()) return type->name;
    if (const DataType* type = value.as<DataType>()) return type->name();
    if (const Tensor* tensor = value.as<Tensor>()) return tensor->name();
    if (const auto* text = value.as<StringObject>()) return std::string(text->text());
    if (!value.isObject()) return in.repr(value);
    return in.typeName(value);
}

const char* reuseText(Reuse reuse) {
    return reuse == Reuse::Auto ? "AUTO_REUSE" : reuse == Reuse::True ? "True" : "False";
}

std::string tokenText(Api& api, const Token& token) {
    return settingText(api, fromToken(token));
}

std::string deviceText(const DeviceFrame& frame) {
    if (const auto* spec = std::get_if<DeviceSpec>(&frame)) return spec->text();
    return std::holds_alternative<DeviceReset>(frame) ? "None" : "a function";
}

std::string controlsText(const Graph& graph, const ControlDependencyStack::Controller& controller) {
    if (controller.clearsOuter) return "None";
    std::string text;
    const std::size_t count = controller.controls.size();
    for (std::size_t i = 0; i < std::min(count, kMostControls); ++i) text += (i > 0 ? ", " : "") + std::string(graph.operationName(controller.controls[i]));
    if (count > kMostControls) text += " and " + std::to_string(count - kMostControls) + " more";
    return count == 0 ? "[]" : text;
}

std::size_t hashOf(const Settings& settings) {
    std::size_t hash = settings.size();
    for (const Setting& setting : settings)
        hash = (hash * 31 + setting.origin) * 31 + static_cast<std::size_t>(setting.kind) + std::hash<std::string>()(setting.value);
    return hash;
}

}  // namespace

void SettingsRecorder::add(Settings& settings, SettingKind kind, OriginId origin, std::string value) const {
    settings.push_back({kind, m_calls.contains(origin), origin, std::move(value)});
}

void SettingsRecorder::addOfScope(Api& api, const VariableScope& scope, Settings& settings) const {
    const ScopeSettings& given = scope.settings;
    const SettingOrigins& origins = given.origins;
    const auto addToken = [&](SettingKind kind, OriginId origin, const Token& token) {
        if (origin != 0) add(settings, kind, origin, tokenText(api, token));
    };
    if (scope.reuse.source != ReuseSetting::Source::Default && scope.reuse.origin != 0) add(settings, SettingKind::Reuse, scope.reuse.origin, reuseText(scope.reuse.value));
    addToken(SettingKind::Initializer, origins.initializer, given.initializer ? given.initializer->token : nullptr);
    addToken(SettingKind::DataType, origins.dataType, given.dataTypeToken);
    addToken(SettingKind::Regularizer, origins.regularizer, given.regularizer ? given.regularizer->token : nullptr);
    addToken(SettingKind::Partitioner, origins.partitioner, given.partitioner ? given.partitioner->token : nullptr);
    for (const GetterInForce& getter : given.getters) addToken(SettingKind::CustomGetter, getter.origin, getter.token);
    addToken(SettingKind::CacheDevice, origins.cachingDevice, given.cachingDeviceToken);
    if (origins.useResource != 0) add(settings, SettingKind::UseResource, origins.useResource, !given.useResource ? "None" : *given.useResource ? "True" : "False");
    addToken(SettingKind::Constraint, origins.constraint, given.constraint);
}

void SettingsRecorder::inherit(const InForce& around, SettingKind kind, std::size_t count, Settings& settings) const {
    for (const Setting& setting : m_all[around.settings])
        if (setting.kind == kind && count > 0) {
            settings.push_back(setting);
            --count;
        }
}

// Whatever has changed a stack was a block, and has been noted: only the innermost entries can be new.
void SettingsRecorder::addDevices(Graph& graph, OriginId here, const InForce& around, Settings& settings) const {
    const DeviceStack& devices = graph.devices();
    const std::size_t known = around.graph == &graph && devices.size() >= around.deviceCount ? around.deviceCount : 0;
    inherit(around, SettingKind::Device, known, settings);
    for (std::size_t i = known; i < devices.size(); ++i) add(settings, SettingKind::Device, here, deviceText(devices[i]));
}

void SettingsRecorder::addColocation(Graph& graph, OriginId here, const InForce& around, Settings& settings) const {
    const auto& stack = graph.colocationStack();
    const std::size_t known = around.graph == &graph && stack.size() >= around.colocationCount ? around.colocationCount : 0;
    inherit(around, SettingKind::Colocation, known, settings);
    for (std::size_t i = known; i < stack.size(); ++i) add(settings, SettingKind::Colocation, here, std::string(graph.operationName(stack[i])));
}

void SettingsRecorder::addControls(Graph& graph, OriginId here, const InForce& around, Settings& settings) const {
    const auto& frames = graph.controlDependencies().frames();
    std::size_t known = 0;
    if (around.graph == &graph)
        while (known < std::min(frames.size(), around.controllers.size()) && frames[known].get() == around.controllers[known]) ++known;
    inherit(around, SettingKind::ControlDependencies, known, settings);
    for (std::size_t i = known; i < frames.size(); ++i) add(settings, SettingKind::ControlDependencies, here, controlsText(graph, *frames[i]));
}

std::uint32_t SettingsRecorder::numberOf(Settings settings) {
    if (settings.empty()) return 0;
    const std::size_t hash = hashOf(settings);
    const auto [begin, end] = m_byHash.equal_range(hash);
    for (auto each = begin; each != end; ++each)
        if (m_all[each->second] == settings) return each->second;
    const auto number = static_cast<std::uint32_t>(m_all.size());
    m_all.push_back(std::move(settings));
    m_byHash.emplace(hash, number);
    return number;
}

void SettingsRecorder::noteModuleLevel(InForce& moduleLevel, Api& api) {
    Graph* graph = api.globalGraph().get();
    if (!graph || moduleLevel.graph == graph) return;
    moduleLevel = {};
    moduleLevel.graph = graph;
    moduleLevel.scope = &rootVariableScope(*graph);
    moduleLevel.settings = withScope(api, moduleLevel, *moduleLevel.scope);
}

std::uint32_t SettingsRecorder::withScope(Api& api, const InForce& inForce, const VariableScope& scope) {
    Settings settings;
    addOfScope(api, scope, settings);
    for (const SettingKind kind : {SettingKind::Device, SettingKind::Colocation, SettingKind::ControlDependencies}) inherit(inForce, kind, SIZE_MAX, settings);
    return numberOf(std::move(settings));
}

InForce SettingsRecorder::inForce(Api& api, const InForce& around) {
    Graph& graph = api.defaultGraph();
    InForce now;
    now.graph = &graph;
    now.scope = currentVariableScope(graph).get();
    now.deviceCount = graph.devices().size();
    now.colocationCount = graph.colocationStack().size();
    for (const auto& controller : graph.controlDependencies().frames()) now.controllers.push_back(controller.get());
    const bool isAsAround = around.graph == now.graph && around.scope == now.scope && around.deviceCount == now.deviceCount &&
                            around.colocationCount == now.colocationCount && around.controllers == now.controllers;
    if (isAsAround) {
        now.settings = around.settings;
        return now;
    }
    Settings settings;
    const OriginId here = api.interpreter().currentOrigin();
    addOfScope(api, *now.scope, settings);
    addDevices(graph, here, around, settings);
    addColocation(graph, here, around, settings);
    addControls(graph, here, around, settings);
    now.settings = numberOf(std::move(settings));
    return now;
}

}  // namespace namescape
