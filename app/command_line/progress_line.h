// One line on the terminal that says how far long work is, and goes when it is done.
#pragma once

#include <chrono>
#include <string>

namespace namescape {

// Says nothing where standard error is no terminal, or where the work is done before anybody would wonder.
class ProgressLine {
public:
    // `what` as in "reading graph.pb".
    explicit ProgressLine(std::string what);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    // Removes the line.
    ~ProgressLine();

    // From 0 to 1.
    void show(double done);

private:
    std::string m_what;
    std::chrono::steady_clock::time_point m_begin;
    bool m_isTerminal;
    int m_shownPercent = -1;
};

}  // namespace namescape
