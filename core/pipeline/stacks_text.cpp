#include "pipeline/stacks_text.h"

#include "io/json_writer.h"

#include <fmt/core.h>

namespace namescape {

namespace {

std::string shown(const std::string& scope) {
    return scope.empty() ? "(root)" : scope;
}

// "tf.variable_scope("a"), line 3, run 2 of 8".
std::string placeText(const StackFrame& frame) {
    if (frame.line == 0) return "module level";
    std::string text = fmt::format("{}{}, line {}", frame.isOfLibrary ? "inside " : "", frame.code, frame.line);
    if (frame.runCount > 1 && !frame.isOfLibrary) text += fmt::format(", run {} of {}", frame.runNumber, frame.runCount);
    return text;
}

const char* sourceWord(StackSettingSource source) {
    switch (source) {
    case StackSettingSource::Default: return "default";
    case StackSettingSource::Here: return "here";
    case StackSettingSource::ByCall: return "call";
    case StackSettingSource::ScopeObject: return "scope_object";
    case StackSettingSource::Inherited: return "inherited";
    }
    return "";
}

void writeSetting(JsonWriter& json, const StackSetting& setting) {
    json.line();
    json.beginObject();
    json.member("setting", settingName(setting.kind));
    json.member("value", setting.value);
    if (!setting.code.empty()) json.member("code", setting.code);
    json.member("source", sourceWord(setting.source));
    if (setting.line > 0) json.member("line", setting.line);
    json.endObject();
}

void writeFrame(JsonWriter& json, const StackFrame& frame) {
    json.line();
    json.beginObject();
    json.member("code", frame.code);
    json.member("line", frame.line);
    json.member("of_library", frame.isOfLibrary);
    json.member("name_scope", frame.nameScope);
    json.member("variable_scope", frame.variableScope);
    json.member("run", frame.runNumber);
    json.member("runs", static_cast<std::int64_t>(frame.runCount));
    json.key("settings");
    json.beginArray();
    for (const StackSetting& setting : frame.settings) writeSetting(json, setting);
    json.endArray();
    json.endObject();
}

}  // namespace

std::string stacksText(const Snapshot& snapshot, const StackPlace& place) {
    const std::uint32_t line = snapshot.tree->lines().line(place.offset);
    if (place.runs.empty()) return fmt::format("Line {} has not run, or has made nothing.\n", line);
    std::string text = place.runs.size() == 1 ? fmt::format("Line {}:\n", line) : fmt::format("Line {}, run {} of {}:\n", line, place.chosen + 1, place.runs.size());
    const ScopeStacks stacks = stacksAt(snapshot, place);
    std::string indentation = "  ";
    for (const StackFrame& frame : stacks.frames) {
        const bool isInnermost = &frame == &stacks.frames.back();
        text += fmt::format("{}{}: name scope {}, variable scope {}\n", indentation, placeText(frame), shown(frame.nameScope), shown(frame.variableScope));
        indentation += "  ";
        for (const StackSetting& setting : frame.settings) {
            const bool isSetHere = setting.source != StackSettingSource::Inherited && setting.source != StackSettingSource::Default;
            if (!isInnermost && !isSetHere) continue;
            const std::string source = sourceText(setting);
            text += fmt::format("{}{} {} ({})\n", indentation, settingName(setting.kind), setting.text(), source.empty() ? "default" : source);
        }
    }
    return text;
}

std::string stacksJson(const Snapshot& snapshot, const StackPlace& place) {
    std::string text;
    JsonWriter json(text);
    json.beginObject();
    json.member("line", snapshot.tree->lines().line(place.offset));
    json.member("run", static_cast<std::int64_t>(place.runs.empty() ? 0 : place.chosen + 1));
    json.member("runs", static_cast<std::int64_t>(place.runs.size()));
    json.key("frames");
    json.beginArray();
    for (const StackFrame& frame : stacksAt(snapshot, place).frames) writeFrame(json, frame);
    json.endArray();
    json.endObject();
    return text + '\n';
}

}  // namespace namescape
