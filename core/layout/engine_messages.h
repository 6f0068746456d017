// Layered graphs and placements as bytes, between a program and its layout worker on the same machine.
#pragma once

#include "layout/layout_engine.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace namescape {

using Bytes = std::vector<std::byte>;

// Every message begins with the number of bytes that follow, in the machine's own order; no longer one is taken.
inline constexpr std::uint32_t kLongestMessage = 64u << 20;

Bytes encoded(const LayeredGraph& graph);
Bytes encoded(const Result<Placement>& placement);

// Of the bytes after the length. The sender may be broken: what does not fit together is a failure.
Result<LayeredGraph> decodedGraph(std::span<const std::byte> message);
// As an answer to `graph`: also a failure that the worker told.
Result<Placement> decodedPlacement(std::span<const std::byte> message, const LayeredGraph& graph);

}  // namespace namescape
