#include "command_line/commands.h"

#include "command_line/difference_listing.h"
#include "command_line/names_listing.h"
#include "command_line/progress_line.h"
#include "pipeline/compare.h"
#include "pipeline/explain.h"
#include "pipeline/stacks_text.h"
#include "support/utf8.h"
#include "pipeline/export.h"
#include "pipeline/pipeline.h"
#include "support/file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <signal.h>
#include <unistd.h>

namespace namescape {

namespace {

namespace fs = std::filesystem;

std::shared_ptr<const Snapshot> buildSnapshot(Input input, const InputCall& call, const ViewOptions& view, Stage lastStage) {
    Request request;
    request.text = std::move(input.text);
    request.graphFile = std::move(input.graphFile);
    request.graphFileOptions = call.graphFile;
    request.fileName = call.file;
    request.view = view;
    request.evaluationLimits = call.limits;
    request.lastStage = lastStage;
    ProgressLine line("reading " + call.file);
    request.progress = [&line](double done) { line.show(done); };
    Caches caches;
    return build(std::move(request), caches);
}

// What the call is about. A program has one main graph only.
std::optional<Input> readFor(const InputCall& call) {
    auto input = readInput(call.file);
    if (!input || input->graphFile || call.graphFile.graph.empty()) return input;
    complain(fmt::format("{} is a program: --graph is for graph files", call.file));
    return std::nullopt;
}

// Scopes and operations are asked for by name; one that the graph doesn't have is a wrong call.
bool hasAllNames(const Snapshot& snapshot) {
    const auto unknown = unknownScopes(*snapshot.scopes, snapshot.view);
    for (const std::string& scope : unknown) complain(fmt::format("the graph has no name scope '{}'", scope));
    bool hasAll = unknown.empty();
    for (const std::string& name : snapshot.view.inFlow) {
        if (snapshot.scopes->find(name)) continue;
        complain(fmt::format("the graph has no operation or name scope '{}'", name));
        hasAll = false;
    }
    return hasAll;
}

Result<std::string> exported(const Snapshot& snapshot, const ExportCall& call) {
    ProgressLine line("writing " + call.output);
    const Watch watch{.stop = {}, .progress = [&line](double done) { line.show(done); }};
    return exportSnapshot(snapshot, call.format, {.theme = call.theme, .colourBy = call.colourBy}, watch);
}

// Ctrl+C waits for a file that is being written: nothing of it is to be left behind. Somebody may never take what a pipe or device is given.
std::optional<Failure> writeUninterrupted(const std::string& path, std::string_view bytes) {
    std::error_code error;
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) return writeFileWhole(path, bytes);
    sigset_t interruptions, former;
    sigemptyset(&interruptions);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&interruptions, signal);
    ::sigprocmask(SIG_BLOCK, &interruptions, &former);
    auto failure = writeFileWhole(path, bytes);
    ::sigprocmask(SIG_SETMASK, &former, nullptr);
    return failure;
}

ExitStatus worse(ExitStatus a, ExitStatus b) {
    return a < b ? b : a;
}

std::string suggestion(const std::vector<std::string>& names) {
    return names.empty() ? std::string() : fmt::format("; near it: {}", fmt::join(names, ", "));
}

bool hasDisplay() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (const char* value = std::getenv(name); value && *value) return true;
    return false;
}

bool areThere(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        if (::access(file.c_str(), R_OK) == 0) continue;
        complain(fmt::format("{} cannot be read: {} (subcommands are run, export, explain and diff; see namescape --help)", file,
                             std::generic_category().message(errno)));
        return false;
    }
    return true;
}

// Becomes the desktop application; returns only where that fails.
void becomeWindow(const std::vector<std::string>& arguments) {
    std::error_code error;
    const std::string program = fs::read_symlink("/proc/self/exe", error).replace_filename("namescape-gui").string();
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(program.c_str(), words.data());
    complain(fmt::format("the desktop application {} cannot be started: {}", program, std::generic_category().message(errno)));
}

}  // namespace

ExitStatus carryOut(const WindowCall& call) {
    if (!areThere(call.files)) return ExitStatus::CallIsWrong;
    if (hasDisplay()) becomeWindow(call.files);
    else complain("no display: neither DISPLAY nor WAYLAND_DISPLAY is set; run, export, explain and diff need none");
    return ExitStatus::CallIsWrong;
}

ExitStatus carryOut(const RunCall& call) {
    auto input = readFor(call);
    if (!input) return ExitStatus::CallIsWrong;
    const auto snapshot = buildSnapshot(std::move(*input), call, {}, Stage::Evaluate);
    std::string output = call.asJson ? runJson(*snapshot) : snapshot->evaluation->output;
    if (!call.asJson) {
        if (!output.empty() && !output.ends_with('\n')) output += '\n';
        output += namesListing(*snapshot);
    }
    const ExitStatus written = writeStandardOutput(output);
    return worse(written, reportDiagnostics(*snapshot));
}

Exported buildExported(const ExportCall& call, Stage lastStage) {
    auto input = readFor(call);
    if (!input) return {nullptr, ExitStatus::CallIsWrong};
    const auto snapshot = buildSnapshot(std::move(*input), call, call.view, lastStage);
    const ExitStatus status = reportDiagnostics(*snapshot);
    if (!hasAllNames(*snapshot)) return {nullptr, ExitStatus::CallIsWrong};
    return {snapshot, status};
}

ExitStatus carryOut(const ExportCall& call) {
    const Exported built = buildExported(call, call.format == ExportFormat::Svg ? Stage::Layout : Stage::Diagram);
    if (!built.snapshot) return built.status;
    const auto bytes = exported(*built.snapshot, call);
    if (!bytes) {
        complain(fmt::format("{} {}", call.output, bytes.error()));
        return ExitStatus::CallIsWrong;
    }
    if (call.output == "-") return worse(built.status, writeStandardOutput(*bytes));
    if (const auto failure = writeUninterrupted(call.output, *bytes)) {
        complain(fmt::format("{} {}", call.output, failure->message));
        return ExitStatus::CallIsWrong;
    }
    return built.status;
}

ExitStatus carryOut(const PaintCall& call) {
    becomeWindow(call.words);
    return ExitStatus::CallIsWrong;
}

// Nothing behind the end of the text.
std::optional<std::uint32_t> offsetOf(const Snapshot& snapshot, PlaceInText place) {
    const LineIndex& lines = snapshot.tree->lines();
    if (place.line > lines.lineCount()) return std::nullopt;
    const std::string_view text = lines.lineText(snapshot.text(), place.line);
    std::size_t offset = place.column == 0 ? std::min(text.find_first_not_of(" \t"), text.size()) : 0;
    for (std::uint32_t column = 1; column < place.column && offset < text.size(); ++column)
        do ++offset;
        while (offset < text.size() && continuesCodePoint(text[offset]));
    return lines.lineBegin(place.line) + static_cast<std::uint32_t>(offset);
}

ExitStatus printStacks(const ExplainCall& call, const Snapshot& snapshot) {
    const auto offset = offsetOf(snapshot, call.place);
    if (!offset) {
        complain(fmt::format("the program has no line {}", call.place.line));
        return ExitStatus::CallIsWrong;
    }
    StackPlace place = stackPlaceAt(snapshot, *offset);
    if (call.run > place.runs.size()) {
        complain(fmt::format("line {} ran {} time{}, as far as is known", call.place.line, place.runs.size(), place.runs.size() == 1 ? "" : "s"));
        return ExitStatus::CallIsWrong;
    }
    if (call.run > 0) place.chosen = call.run - 1;
    return writeStandardOutput(call.asJson ? stacksJson(snapshot, place) : stacksText(snapshot, place));
}

ExitStatus carryOut(const ExplainCall& call) {
    auto input = readFor(call);
    if (!input) return ExitStatus::CallIsWrong;
    if (input->graphFile) {
        complain(fmt::format("{} is a graph: only a program's names can be explained", call.file));
        return ExitStatus::CallIsWrong;
    }
    const auto snapshot = buildSnapshot(std::move(*input), call, {}, Stage::Evaluate);
    const ExitStatus status = reportDiagnostics(*snapshot);
    if (call.place.line > 0) return worse(status, printStacks(call, *snapshot));
    if (const auto explanation = explainName(*snapshot, call.name)) return worse(status, writeStandardOutput(*explanation));
    complain(fmt::format("the program makes no name '{}'{}", call.name, suggestion(namesLike(*snapshot, call.name))));
    return ExitStatus::CallIsWrong;
}

ExitStatus carryOut(const DiffCall& call) {
    InputCall other = call;
    other.file = call.otherFile;
    if (call.file == "-" && other.file == "-") {
        complain("only one of the two can be read from standard input");
        return ExitStatus::CallIsWrong;
    }
    auto before = readFor(call), after = readFor(other);
    if (!before || !after) return ExitStatus::CallIsWrong;
    const auto former = buildSnapshot(std::move(*before), call, {}, Stage::Evaluate), latter = buildSnapshot(std::move(*after), other, {}, Stage::Evaluate);
    const GraphDifference difference = compareSnapshots(*former, *latter);
    const ExitStatus written = writeStandardOutput(call.asJson ? differenceJson(difference) : differenceListing(difference));
    const ExitStatus reported = worse(reportDiagnostics(*former), reportDiagnostics(*latter));
    return worse(written, difference.isEmpty() ? reported : worse(reported, ExitStatus::ProgramHasError));
}

ExitStatus carryOut(const InformationCall& call) {
    return writeStandardOutput(call.text);
}

ExitStatus carryOut(const WrongCall& call) {
    complain(call.reason);
    return ExitStatus::CallIsWrong;
}

}  // namespace namescape
