#include "command_line/call.h"

#include "support/ascii.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <sstream>

namespace namescape {

namespace {

constexpr std::uint64_t bytesInMegabyte = 1u << 20;

constexpr auto purpose =
    "Evaluates a TensorFlow 1 program without TensorFlow and shows the names and the graph that it makes.\n"
    "Shows graphs from files too: GraphDef, MetaGraphDef, SavedModel (.pb, .pbtxt, .meta), event files, checkpoints,\n"
    "ONNX models and Model Explorer's JSON.\n"
    "Without a subcommand: opens the window on FILE.";
constexpr auto exitStatuses =
    "\nExit status: 0 done; 1 the program or graph has an error; 2 the call is wrong, or a file cannot be read or written.";

// The limits in the units of their options.
struct LimitWords {
    std::uint64_t megabytes = EvaluationLimits().maxBytes / bytesInMegabyte;
    std::uint64_t outputMegabytes = EvaluationLimits().maxOutputBytes / bytesInMegabyte;
    double seconds = std::chrono::duration<double>(EvaluationLimits().maxTime).count();
};

CLI::Option* addLimit(CLI::App& command, const char* option, auto& value, const char* description, const char* unit) {
    return command.add_option(option, value, description)->group("Limits")->type_name(unit)->capture_default_str();
}

void addLimits(CLI::App& command, EvaluationLimits& limits, LimitWords& words) {
    const auto upTo = [](double most) { return CLI::Validator(CLI::Range(0.0, most)).description(""); };
    addLimit(command, "--max-steps", limits.maxSteps, "Statements and calls of the program", "N");
    addLimit(command, "--max-nodes", limits.maxOperations, "Operations in its graphs", "N");
    addLimit(command, "--max-depth", limits.maxRecursion, "Calls within calls", "N");
    addLimit(command, "--max-memory", words.megabytes, "Memory for its values", "MEGABYTES")->check(upTo(1e9));
    addLimit(command, "--max-output", words.outputMegabytes, "Printed text", "MEGABYTES")->check(upTo(1e9));
    addLimit(command, "--max-seconds", words.seconds, "Time", "SECONDS")->check(upTo(1e9));
}

// What there is of a graph file beside its graph, and how much of it may be read.
void addGraphFile(CLI::App& command, InputCall& call) {
    command.add_option("--graph,--function", call.graphFile.graph, "Of a graph file: the graph or function of this name in place of the main graph")->type_name("NAME");
    addLimit(command, "--max-scopes", call.graphFile.limits.maxScopes, "Name scopes in a graph file", "N");
}

void setLimits(InputCall& call, const LimitWords& words) {
    EvaluationLimits& limits = call.limits;
    // Files may have more operations than programs, but for what was asked for.
    if (limits.maxOperations != EvaluationLimits().maxOperations) call.graphFile.limits.maxOperations = limits.maxOperations;
    limits.maxBytes = words.megabytes * bytesInMegabyte;
    limits.maxOutputBytes = words.outputMegabytes * bytesInMegabyte;
    limits.maxTime = std::chrono::milliseconds(static_cast<std::int64_t>(words.seconds * 1000));
}

CLI::App& addRun(CLI::App& app, RunCall& call, LimitWords& limits) {
    CLI::App& run = *app.add_subcommand("run", "Evaluate a program; print what it prints, then its names; of a graph file, its names");
    run.add_option("FILE", call.file, "A program or a graph file; - reads it from standard input")->type_name("")->required();
    run.add_flag("--json", call.asJson, "Print one JSON object instead");
    addGraphFile(run, call);
    addLimits(run, call.limits, limits);
    run.footer(exitStatuses);
    return run;
}

// What `export` was told, as words.
struct ExportWords {
    std::optional<std::string> format;
    std::string open;
    std::string scope;
    std::string theme = "light";
    std::string controlEdges = "auto";
    bool hasNoStubs = false;
    bool hasNoSeries = false;
    std::vector<std::string> inFlow;
    std::optional<std::string> colourBy;
    std::optional<double> scale;
    LimitWords limits;
};

std::string knownFormats() {
    return fmt::format("{}, png, pdf", fmt::join(exportFormatNames(), ", "));
}

std::optional<PaintCall::Format> paintedFormatNamed(std::string_view name) {
    const std::string wanted = lowered(name);
    if (wanted == "png") return PaintCall::Format::Png;
    return wanted == "pdf" ? std::optional(PaintCall::Format::Pdf) : std::nullopt;
}

std::string_view endingOf(std::string_view file) {
    const std::string_view name = file.substr(file.find_last_of('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

CLI::App& addExport(CLI::App& app, ExportCall& call, ExportWords& words) {
    CLI::App& command = *app.add_subcommand("export", "Write the graph of a program or a file as a picture or as data");
    command.add_option("FILE", call.file, "A program or a graph file; - reads it from standard input")->type_name("")->required();
    command.add_option("-o,--output", call.output, "The file to write; - writes to standard output")
        ->type_name("OUT")->required();
    command.add_option("--format", words.format, "Of " + knownFormats() + " (default: by the ending of OUT)")->type_name("FORMAT");
    command.add_option("--open", words.open,
                       "Open name scopes: all, none, to depth N, or these and their parents (default: as the window does)")
        ->type_name("all|none|N|SCOPE[,SCOPE...]");
    command.add_option("--scope", words.scope, "Only the inside of this name scope")->type_name("SCOPE");
    command.add_option("--theme", words.theme, "Colours (default: light)")->type_name("light|dark")
        ->check(CLI::IsMember({"light", "dark"}).description(""));
    command.add_option("--control-edges", words.controlEdges, "Draw control edges: all, none, or where they are few (default: auto)")
        ->type_name("auto|on|off")->check(CLI::IsMember({"auto", "on", "off"}).description(""));
    command.add_flag("--no-stubs", words.hasNoStubs, "Leave hubs and what only helps training (gradients, save, init) in the flow");
    command.add_option("--in-flow", words.inFlow, "Leave these operations and name scopes in the flow")->type_name("NAME[,NAME...]")->delimiter(',');
    command.add_flag("--no-series", words.hasNoSeries, "Show long series of equal siblings one by one");
    command.add_option("--colour-by", words.colourBy, "Of a picture: what boxes have their colours by, with a legend (default: kind)")
        ->type_name("kind|scope|type|device|structure")
        ->check(CLI::IsMember({"kind", "scope", "type", "device", "structure"}).description(""));
    command.add_option("--scale", words.scale, "Of a PNG: pixels per point (default: 2)")->type_name("N");
    addGraphFile(command, call);
    addLimits(command, call.limits, words.limits);
    command.footer(exitStatuses);
    return command;
}

// "12" or "12:5".
std::optional<PlaceInText> placeInText(const std::string& words) {
    PlaceInText place;
    const std::size_t colon = words.find(':');
    const auto read = [&](std::size_t begin, std::size_t end, std::uint32_t& number) {
        const auto [stop, error] = std::from_chars(words.data() + begin, words.data() + end, number);
        return error == std::errc() && stop == words.data() + end && number > 0;
    };
    if (!read(0, std::min(colon, words.size()), place.line)) return std::nullopt;
    if (colon != std::string::npos && !read(colon + 1, words.size(), place.column)) return std::nullopt;
    return place;
}

CLI::App& addExplain(CLI::App& app, ExplainCall& call, LimitWords& limits) {
    CLI::App& command = *app.add_subcommand("explain", "Say why a name of a program is what it is, or which scopes are open at a line and what is in force there");
    command.add_option("FILE", call.file, "A program; - reads it from standard input")->type_name("")->required();
    CLI::Option* name = command.add_option("NAME", call.name, "An operation, tensor, variable, name scope or variable scope")->type_name("");
    CLI::Option* at = command.add_option_function<std::string>("--at", [&call](const std::string& words) {
        const auto place = placeInText(words);
        if (!place) throw CLI::ValidationError("--at", words + " is neither LINE nor LINE:COLUMN");
        call.place = *place;
    }, "In place of NAME: a line, from 1");
    at->type_name("LINE[:COLUMN]")->excludes(name);
    command.add_option("--run", call.run, "Of a line that ran several times: which time, from 1 (default: the last)")->type_name("N")->needs(at);
    command.add_flag("--json", call.asJson, "Print one JSON object instead")->needs(at);
    addLimits(command, call.limits, limits);
    command.footer(exitStatuses);
    command.final_callback([name, at] {
        if (name->empty() && at->empty()) throw CLI::RequiredError("NAME");
    });
    return command;
}

CLI::App& addDiff(CLI::App& app, DiffCall& call, LimitWords& limits) {
    CLI::App& command = *app.add_subcommand("diff", "Say which names differ between two programs or graphs, and which variables checkpoints no longer fit");
    command.add_option("A", call.file, "A program or a graph file, as it was; - reads it from standard input")->type_name("")->required();
    command.add_option("B", call.otherFile, "The same, as it is now")->type_name("")->required();
    command.add_flag("--json", call.asJson, "Print one JSON object instead");
    addGraphFile(command, call);
    addLimits(command, call.limits, limits);
    command.footer("Exit status: 0 no difference; 1 they differ, or one has an error; 2 the call is wrong, or a file cannot be read.");
    return command;
}

std::string withoutSlash(std::string scope) {
    while (scope.ends_with('/')) scope.pop_back();
    return scope;
}

// What is the same whatever the format. Why the words make no sense, where they do not.
std::optional<WrongCall> readView(ExportCall& call, const ExportWords& words) {
    call.view.focus = withoutSlash(words.scope);
    call.theme = words.theme == "dark" ? ThemeName::Dark : ThemeName::Light;
    call.view.controlEdges = words.controlEdges == "on" ? ControlEdges::Shown : words.controlEdges == "off" ? ControlEdges::Hidden : ControlEdges::Automatic;
    call.view.hasStubs = !words.hasNoStubs;
    call.view.foldsSeries = !words.hasNoSeries;
    for (const std::string& name : words.inFlow) call.view.inFlow.insert(withoutSlash(name));
    if (words.colourBy) call.colourBy = colourByNamed(*words.colourBy).value_or(ColourBy::Kind);
    setLimits(call, words.limits);
    if (words.open.empty()) return std::nullopt;
    const auto open = OpenScopes::fromText(words.open);
    if (!open) return WrongCall{"--open: " + open.error()};
    call.view.open = *open;
    return std::nullopt;
}

Call paintCall(const ExportCall& call, const ExportWords& words, PaintCall::Format format, std::vector<std::string> given) {
    // What is not a number is not within anything.
    if (words.scale && !(*words.scale >= 0.01 && *words.scale <= 100)) return WrongCall{"--scale is from 0.01 to 100"};
    if (words.scale && format != PaintCall::Format::Png) return WrongCall{"--scale is for the format png"};
    return PaintCall{call, format, words.scale.value_or(2), std::move(given)};
}

// The call with its words read, or why they make no sense.
Call finishExport(ExportCall call, const ExportWords& words, std::vector<std::string> given) {
    const auto painted = paintedFormatNamed(words.format ? std::string_view(*words.format) : endingOf(call.output));
    const auto format = words.format ? exportFormatNamed(*words.format) : exportFormatOfFile(call.output);
    if (!painted && !format && words.format)
        return WrongCall{fmt::format("unknown format '{}'; known are {}", *words.format, knownFormats())};
    if (!painted && !format)
        return WrongCall{fmt::format("'{}' does not tell the format by its ending; known are {}, or give --format",
                                     call.output, knownFormats())};
    if (auto wrong = readView(call, words)) return *wrong;
    if (painted) return paintCall(call, words, *painted, std::move(given));
    call.format = *format;
    if (words.scale) return WrongCall{"--scale is for the format png"};
    if (words.colourBy && call.format != ExportFormat::Svg && call.format != ExportFormat::Dot)
        return WrongCall{"--colour-by is for the formats svg, dot, png and pdf"};
    return call;
}

// Why CLI11 refused the words, and where to read on.
WrongCall wrongCall(const CLI::App& app, const CLI::ParseError& error) {
    std::string command = app.get_name();
    for (const CLI::App* parsed : app.get_subcommands()) command += ' ' + parsed->get_name();
    return {fmt::format("{}; see {} --help", error.what(), command)};
}

}  // namespace

Call readCall(int count, const char* const* words) {
    CLI::App app{purpose, "namescape"};
    app.set_version_flag("--version", "namescape " NAMESCAPE_VERSION);
    app.set_help_flag("-h,--help", "Show this");
    WindowCall window;
    app.add_option("FILE", window.files, "Programs and graph files to open in the window")->type_name("");
    app.footer(exitStatuses);
    RunCall run;
    LimitWords runLimits;
    ExportCall picture;
    ExportWords pictureWords;
    ExplainCall explanation;
    LimitWords explanationLimits;
    DiffCall difference;
    LimitWords differenceLimits;
    const CLI::App& runCommand = addRun(app, run, runLimits);
    const CLI::App& exportCommand = addExport(app, picture, pictureWords);
    const CLI::App& explainCommand = addExplain(app, explanation, explanationLimits);
    const CLI::App& diffCommand = addDiff(app, difference, differenceLimits);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) return wrongCall(app, error);
        std::ostringstream text;
        app.exit(error, text, text);
        return InformationCall{text.str()};
    }
    setLimits(run, runLimits);
    setLimits(explanation, explanationLimits);
    setLimits(difference, differenceLimits);
    if (explainCommand.parsed()) return explanation;
    if (diffCommand.parsed()) return difference;
    if (runCommand.parsed()) return run;
    if (exportCommand.parsed()) return finishExport(picture, pictureWords, {words + 1, words + count});
    return window;
}

}  // namespace namescape
