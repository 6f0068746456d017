#include "graph/device_spec.h"

#include "graph/tensorflow_error.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace namescape {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

// As Python's int(): throws its ValueError.
int integer(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw TensorFlowError(ErrorType::ValueError, "invalid literal for int() with base 10: '" + std::string(text) + "'");
    return value;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return result;
}

bool isDeviceType(std::string_view text) {
    return text == "CPU" || text == "GPU" || text == "TPU" || text == "TPU_SYSTEM" || text == "XLA_CPU" || text == "XLA_GPU";
}

void setDevice(DeviceSpec& spec, std::string_view whole, std::string deviceType, std::string_view index) {
    if (spec.deviceType) throw TensorFlowError(ErrorType::ValueError, "Cannot specify multiple device types: " + std::string(whole));
    spec.deviceType = std::move(deviceType);
    if (index != "*") spec.deviceIndex = integer(index);
}

void parsePart(DeviceSpec& spec, std::string_view whole, std::string_view part) {
    const auto fields = split(part, ':');
    const auto key = fields[0];
    if (fields.size() == 2 && key == "job") spec.job = std::string(fields[1]);
    else if (fields.size() == 2 && key == "replica") spec.replica = integer(fields[1]);
    else if (fields.size() == 2 && key == "task") spec.task = integer(fields[1]);
    else if ((fields.size() == 1 || fields.size() == 2) && isDeviceType(upper(key))) setDevice(spec, whole, upper(key), fields.size() == 2 ? fields[1] : "*");
    else if (fields.size() == 3 && key == "device") setDevice(spec, whole, std::string(fields[1]), fields[2]);
    else if (!key.empty()) throw TensorFlowError(ErrorType::ValueError, "Unknown attribute: '" + std::string(key) + "' in '" + std::string(whole) + "'");
}

}  // namespace

DeviceSpec DeviceSpec::parse(std::string_view text) {
    DeviceSpec spec;
    for (const auto part : split(text, '/')) parsePart(spec, text, part);
    return spec;
}

DeviceSpec DeviceSpec::mergedWith(const DeviceSpec& inner) const {
    DeviceSpec merged = inner;
    if (!merged.job) merged.job = job;
    if (!merged.replica) merged.replica = replica;
    if (!merged.task) merged.task = task;
    if (!merged.deviceType) merged.deviceType = deviceType;
    if (!merged.deviceIndex) merged.deviceIndex = deviceIndex;
    return merged;
}

std::string DeviceSpec::text() const {
    std::string result;
    if (job) result += "/job:" + *job;
    if (replica) result += "/replica:" + std::to_string(*replica);
    if (task) result += "/task:" + std::to_string(*task);
    if (deviceType) result += "/device:" + *deviceType + ":" + (deviceIndex ? std::to_string(*deviceIndex) : "*");
    return result;
}

}  // namespace namescape
