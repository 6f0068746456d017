// What a program may use up, and how a run ends that uses more.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <stop_token>
#include <string>

namespace namescape {

struct ScriptLimits {
    std::uint64_t maxSteps = 50'000'000;       // loop rounds, calls, and the elements that builtins go through
    std::uint32_t maxRecursionDepth = 1'000;   // calls within calls: beyond it Python's own RecursionError
    std::size_t maxStackBytes = 3u << 20;      // of the thread's stack; beyond it RecursionError too
    std::size_t maxMemory = std::size_t{1} << 30;  // bytes of all objects together
    std::size_t maxOutput = std::size_t{8} << 20;  // bytes that are printed
    std::chrono::milliseconds maxTime{10'000};
};

enum class LimitKind : std::uint8_t { Steps, Memory, Output, Time, Stopped, Operations };

// The end of a run by a limit or by request. Not a Python exception: no `except` and no `finally` of the program sees it.
class LimitReached : public std::exception {
public:
    // `limit`: the bound that was hit, in its unit (steps, bytes, milliseconds, operations).
    LimitReached(LimitKind kind, std::uint64_t limit);

    const char* what() const noexcept override { return m_message.c_str(); }
    LimitKind kind() const { return m_kind; }
    std::uint64_t limit() const { return m_limit; }

private:
    LimitKind m_kind;
    std::uint64_t m_limit;
    std::string m_message;
};

// The command line option that raises the limit, e.g. "--max-steps"; empty where there is none.
const char* optionFor(LimitKind kind);

}  // namespace namescape
