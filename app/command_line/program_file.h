// Reads the program or graph that a call names and says on standard error what is wrong with it.
#pragma once

#include "pipeline/snapshot.h"

#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// The exit statuses of the contract.
enum class ExitStatus : int { Done = 0, ProgramHasError = 1, CallIsWrong = 2 };

// Prints "namescape: error: WORDS" on standard error.
void complain(std::string_view words);

// What a call is about: a program's text, or, where that is not null, a graph file.
struct Input {
    std::string text;
    std::shared_ptr<const FileBytes> graphFile;
};

// What is in `file` ("-": standard input), told by its content; nothing, and a complaint, where it can't be read or is neither.
std::optional<Input> readInput(const std::string& file);

// Prints every diagnostic with its place (FILE:LINE:COLUMN, or FILE:OFFSET in a file of data), and how to raise a limit that was hit. Says which status follows from them.
ExitStatus reportDiagnostics(const Snapshot& snapshot);

// Writes to standard output; says with a complaint where that fails.
ExitStatus writeStandardOutput(std::string_view bytes);

}  // namespace namescape
