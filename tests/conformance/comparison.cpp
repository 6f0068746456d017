#include "conformance/comparison.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>

namespace namescape {

namespace {

using Json = nlohmann::json;

constexpr auto indent = "\n        ";

Json member(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? Json() : *found;
}

Json list(const Json& object, const char* key) {
    const Json value = member(object, key);
    return value.is_null() ? Json::array() : value;
}

Json sorted(Json values) {
    std::sort(values.begin(), values.end());
    return values;
}

std::string withoutAddresses(const Json& text) {
    static const std::regex address("0x[0-9a-f]+");
    return text.is_string() ? std::regex_replace(text.get<std::string>(), address, "0x") : std::string();
}

// The message up to the stack trace that follows "originally defined at".
std::string withoutTrace(std::string message) {
    for (const char* start : {"Originally defined at", "originally defined at"})
        message.resize(std::min(message.find(start), message.size()));
    message.resize(message.find_last_not_of(" \t\r\n\f\v") + 1);
    return message;
}

Json comparableError(const Json& result) {
    const Json error = member(result, "error");
    if (error.empty()) return nullptr;
    return {{"type", member(error, "type")},
            {"message", withoutTrace(withoutAddresses(member(error, "message")))},
            {"line", member(error, "line")}};
}

Json comparableNode(const Json& node) {
    Json row;
    for (const char* key : {"name", "op", "inputs", "device", "shape", "dtypes"}) row[key] = member(node, key);
    for (const char* key : {"control_inputs", "colocation"}) row[key] = sorted(list(node, key));
    return row;
}

Json comparableVariables(const Json& result) {
    Json rows = Json::array();
    for (const Json& variable : list(result, "variables")) {
        Json row;
        for (const char* key : {"name", "shape", "dtype", "trainable"}) row[key] = member(variable, key);
        row["collections"] = sorted(list(variable, "collections"));
        rows.push_back(row);
    }
    return rows;
}

std::string difference(const std::string& what, const Json& got, const Json& want) {
    return what + ": got " + got.dump() + indent + "want " + want.dump();
}

std::optional<std::string> nodeDifference(const Json& got, const Json& want) {
    for (std::size_t index = 0; index < std::min(got.size(), want.size()); ++index) {
        const Json ours = comparableNode(got[index]);
        const Json theirs = comparableNode(want[index]);
        if (ours != theirs) return difference("node " + std::to_string(index), ours, theirs);
    }
    if (got.size() == want.size()) return std::nullopt;
    const Json& longer = got.size() > want.size() ? got : want;
    return std::to_string(got.size()) + " nodes, want " + std::to_string(want.size()) + indent +
           (got.size() > want.size() ? "too much: " : "missing: ") +
           longer[std::min(got.size(), want.size())].dump();
}

}  // namespace

std::optional<std::string> firstDifference(const Json& got, const Json& want) {
    if (auto found = nodeDifference(list(got, "nodes"), list(want, "nodes"))) return found;
    const struct {
        const char* what;
        Json got, want;
    } pairs[] = {
        {"error", comparableError(got), comparableError(want)},
        {"stdout", withoutAddresses(member(got, "stdout")), withoutAddresses(member(want, "stdout"))},
        {"variables", comparableVariables(got), comparableVariables(want)},
        {"collections", member(got, "collections"), member(want, "collections")},
    };
    for (const auto& pair : pairs)
        if (pair.got != pair.want) return difference(pair.what, pair.got, pair.want);
    return std::nullopt;
}

}  // namespace namescape
