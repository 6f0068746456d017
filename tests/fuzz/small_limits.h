// Limits that keep one made-up program to a few milliseconds.
#pragma once

#include "pipeline/pipeline.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace namescape {

inline Request requestOf(const std::uint8_t* data, std::size_t size) {
    Request request;
    request.text.assign(reinterpret_cast<const char*>(data), size);
    request.fileName = "program.py";
    request.evaluationLimits.maxSteps = 20'000;
    request.evaluationLimits.maxOperations = 500;
    request.evaluationLimits.maxRecursion = 60;
    request.evaluationLimits.maxBytes = 64u << 20;
    request.evaluationLimits.maxOutputBytes = 1u << 20;
    request.evaluationLimits.maxTime = std::chrono::seconds(5);
    return request;
}

}  // namespace namescape
