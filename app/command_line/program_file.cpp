#include "command_line/program_file.h"

#include "command_line/caret_report.h"
#include "support/file.h"
#include "support/text_check.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace namescape {

namespace {

void printError(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

const char* optionThatRaises(EvaluationLimit limit) {
    switch (limit) {
    case EvaluationLimit::Steps: return "--max-steps N";
    case EvaluationLimit::Operations: return "--max-nodes N";
    case EvaluationLimit::Recursion: return "--max-depth N";
    case EvaluationLimit::Bytes: return "--max-memory MEGABYTES";
    case EvaluationLimit::Output: return "--max-output MEGABYTES";
    case EvaluationLimit::Time: return "--max-seconds SECONDS";
    }
    return "";
}

std::string_view shownName(const std::string& file) {
    return file == "-" ? std::string_view("<stdin>") : std::string_view(file);
}

}  // namespace

void complain(std::string_view words) {
    printError(fmt::format("namescape: error: {}\n", words));
}

std::optional<std::string> readProgram(const std::string& file) {
    auto text = readFile(file, longestProgram);
    if (!text) {
        complain(fmt::format("{} {}", shownName(file), text.error()));
        return std::nullopt;
    }
    if (const auto reason = whyNotText(*text)) {
        complain(fmt::format("{} {}", shownName(file), reason->message));
        return std::nullopt;
    }
    if (text->empty()) printError(fmt::format("namescape: warning: {} is empty\n", shownName(file)));
    return std::move(*text);
}

ExitStatus reportDiagnostics(const Snapshot& snapshot) {
    const ReportedText reported{snapshot.fileName, snapshot.text()};
    for (const Diagnostic& diagnostic : snapshot.diagnostics) printError(caretReport(reported, diagnostic));
    const auto& error = snapshot.evaluation->error;
    if (error && error->limit)
        printError(fmt::format("namescape: this limit can be raised: {}\n", optionThatRaises(*error->limit)));
    return snapshot.isOk() ? ExitStatus::Done : ExitStatus::ProgramHasError;
}

ExitStatus writeStandardOutput(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0)
        return ExitStatus::Done;
    complain("standard output cannot be written: " + std::generic_category().message(errno));
    return ExitStatus::CallIsWrong;
}

}  // namespace namescape
