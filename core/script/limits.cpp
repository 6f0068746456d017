#include "script/limits.h"

#include <fmt/format.h>

namespace namescape {

namespace {

std::string describe(LimitKind kind, std::uint64_t limit) {
    const char* option = optionFor(kind);
    switch (kind) {
    case LimitKind::Steps: return fmt::format("the program was stopped after {} steps; {} raises the limit", limit, option);
    case LimitKind::Memory: return fmt::format("the program was stopped because it needs more than {} MB of memory; {} raises the limit", limit >> 20, option);
    case LimitKind::Output: return fmt::format("the program was stopped because it printed more than {} KB; {} raises the limit", limit >> 10, option);
    case LimitKind::Time: return fmt::format("the program was stopped after {} s; {} raises the limit", static_cast<double>(limit) / 1000, option);
    case LimitKind::Stopped: return "the program was stopped on request";
    case LimitKind::Operations: return fmt::format("the program was stopped because it makes more than {} operations; {} raises the limit", limit, option);
    }
    return {};
}

}  // namespace

LimitReached::LimitReached(LimitKind kind, std::uint64_t limit) : m_kind(kind), m_limit(limit), m_message(describe(kind, limit)) {}

const char* optionFor(LimitKind kind) {
    switch (kind) {
    case LimitKind::Steps: return "--max-steps";
    case LimitKind::Memory: return "--max-memory";
    case LimitKind::Output: return "--max-output";
    case LimitKind::Time: return "--max-time";
    case LimitKind::Stopped: return "";
    case LimitKind::Operations: return "--max-nodes";
    }
    return "";
}

}  // namespace namescape
