// The start of the window in a process of its own, and what all benchmarks of windows share.
#pragma once

#include <optional>
#include <string>

class QApplication;

namespace namescape {

// Without a display. One for the process.
QApplication& benchApplication();

// A file that is taken away when the process ends.
std::string temporaryProgram(const std::string& text);

struct WindowStart {
    double milliseconds = 0;  // from the start of the process until the program's picture is painted
    double megabytes = 0;     // resident then
};
// Starts this very program once more, as a window on a file.
WindowStart startWindow(const std::string& path);
// In that process: shows the window, says so on the standard output, and returns the exit status; nothing in any other process.
std::optional<int> asStartedWindow(int argc, char** argv);

}  // namespace namescape
