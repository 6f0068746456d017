#include "command_line/progress_line.h"

#include <fmt/format.h>

#include <cstdio>

#include <unistd.h>

namespace namescape {

namespace {

constexpr std::chrono::milliseconds kPatience{400};
constexpr const char* kCleared = "\r\033[K";

}  // namespace

ProgressLine::ProgressLine(std::string what) : m_what(std::move(what)), m_begin(std::chrono::steady_clock::now()), m_isTerminal(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (m_shownPercent >= 0) std::fputs(kCleared, stderr);
}

void ProgressLine::show(double done) {
    const int percent = static_cast<int>(done * 100);
    if (!m_isTerminal || percent == m_shownPercent || std::chrono::steady_clock::now() - m_begin < kPatience) return;
    m_shownPercent = percent;
    std::fputs(fmt::format("{}{}: {} %", kCleared, m_what, percent).c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace namescape
