// Device names such as "/job:ps/task:1/device:CPU:0": parsing, merging, canonical form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// As TensorFlow's DeviceSpec (1.15, python/framework/device.py and device_spec.py).
struct DeviceSpec {
    std::optional<std::string> job;
    std::optional<int> replica;
    std::optional<int> task;
    std::optional<std::string> deviceType;
    std::optional<int> deviceIndex;  // "*" is none

    // Throws TensorFlowError (ValueError) on an unknown attribute or two device types.
    static DeviceSpec parse(std::string_view text);
    // Fields of `inner` where it has them, else ours: a device set within another wins.
    DeviceSpec mergedWith(const DeviceSpec& inner) const;
    std::string text() const;

    bool operator==(const DeviceSpec&) const = default;
};

}  // namespace namescape
