#include "command_line/call.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

namespace namescape {

namespace {

const std::map<std::string, PictureFormat> formats{
    {"svg", PictureFormat::Svg}, {"dot", PictureFormat::Dot}, {"json", PictureFormat::Json}};

constexpr auto description =
    "Evaluates a TensorFlow 1 program without TensorFlow and shows the names and the graph that it makes.\n"
    "Without a subcommand: opens the window on FILE.";
constexpr auto exitStatuses =
    "\nExit status: 0 done; 1 the program has an error; 2 the call is wrong, or a file cannot be read or written.";

void addLimits(CLI::App& command, LimitChoice& limits) {
    const auto group = "Limits";
    command.add_option("--max-steps", limits.steps, "Steps that the program may take")->type_name("N")->group(group);
    command.add_option("--max-nodes", limits.nodes, "Operations that it may make")->type_name("N")->group(group);
    command.add_option("--max-depth", limits.depth, "Calls within calls")->type_name("N")->group(group);
    command.add_option("--max-memory", limits.megabytes, "Memory for its values")->type_name("MEGABYTES")->group(group);
    command.add_option("--max-seconds", limits.seconds, "Time")->type_name("SECONDS")->group(group)
        ->check(CLI::Validator(CLI::NonNegativeNumber).description(""));
}

CLI::App& addRun(CLI::App& app, RunCall& call) {
    CLI::App& run = *app.add_subcommand("run", "Evaluate a program; print what it prints, then its names");
    run.add_option("FILE", call.file, "A program; - reads it from standard input")->type_name("")->required();
    run.add_flag("--json", call.asJson, "Print one JSON object instead");
    addLimits(run, call.limits);
    run.footer(exitStatuses);
    return run;
}

// What `export` was told, as words.
struct ExportWords {
    std::optional<std::string> format;
    std::optional<std::string> open;
    std::string theme = "light";
};

CLI::App& addExport(CLI::App& app, ExportCall& call, ExportWords& words) {
    CLI::App& command = *app.add_subcommand("export", "Write a program's graph as a picture or as data");
    command.add_option("FILE", call.file, "A program; - reads it from standard input")->type_name("")->required();
    command.add_option("-o,--output", call.output, "The file to write; - writes to standard output")
        ->type_name("OUT")->required();
    command.add_option("--format", words.format, "svg, dot or json (default: by the ending of OUT)")->type_name("FORMAT");
    command.add_option("--open", words.open,
                       "Open name scopes: all, none, to depth N, or these and their parents (default: as the window does)")
        ->type_name("all|none|N|SCOPE[,SCOPE...]");
    command.add_option("--scope", call.scope, "Only the inside of this name scope")->type_name("SCOPE");
    command.add_option("--theme", words.theme, "Colours (default: light)")->type_name("light|dark")
        ->check(CLI::IsMember({"light", "dark"}).description(""));
    addLimits(command, call.limits);
    command.footer(exitStatuses);
    return command;
}

std::string withoutSlash(std::string scope) {
    while (scope.ends_with('/')) scope.pop_back();
    return scope;
}

OpenChoice readOpen(const std::string& words) {
    if (words == "all") return {OpenChoice::Kind::All, 0, {}};
    if (words == "none") return {OpenChoice::Kind::None, 0, {}};
    int depth = 0;
    const char* end = words.data() + words.size();
    if (const auto read = std::from_chars(words.data(), end, depth); read.ec == std::errc() && read.ptr == end && depth >= 0)
        return {OpenChoice::Kind::ToDepth, depth, {}};
    OpenChoice choice{OpenChoice::Kind::Named, 0, {}};
    std::istringstream list(words);
    for (std::string scope; std::getline(list, scope, ',');)
        if (!withoutSlash(scope).empty()) choice.scopes.push_back(withoutSlash(scope));
    return choice;
}

std::string knownFormats() {
    std::string names;
    for (const auto& [name, format] : formats) names += (names.empty() ? "" : ", ") + name;
    return names;
}

std::string endingOf(const std::string& path) {
    const std::string name = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = name.find_last_of('.');
    std::string ending = dot == std::string::npos ? "" : name.substr(dot + 1);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    return ending;
}

// The call with its words read, or why they make no sense.
Call finishExport(ExportCall call, const ExportWords& words) {
    const std::string name = words.format.value_or(endingOf(call.output));
    const auto format = formats.find(name);
    if (format == formats.end() && words.format)
        return WrongCall{fmt::format("unknown format '{}'; known are {}", name, knownFormats())};
    if (format == formats.end())
        return WrongCall{fmt::format("'{}' does not tell the format by its ending; known are {}, or give --format",
                                     call.output, knownFormats())};
    call.format = format->second;
    call.scope = withoutSlash(call.scope);
    call.theme = words.theme == "dark" ? PictureTheme::Dark : PictureTheme::Light;
    if (words.open) call.open = readOpen(*words.open);
    return call;
}

// The message without what CLI11 appends on the command's own name.
WrongCall wrongCall(const CLI::App& app, const CLI::ParseError& error) {
    std::string command = app.get_name();
    for (const CLI::App* parsed : app.get_subcommands()) command += ' ' + parsed->get_name();
    return {fmt::format("{}; see {} --help", error.what(), command)};
}

}  // namespace

Call readCall(int count, const char* const* words) {
    CLI::App app{description, "namescape"};
    app.set_version_flag("--version", "namescape " NAMESCAPE_VERSION);
    app.set_help_flag("-h,--help", "Show this");
    WindowCall window;
    app.add_option("FILE", window.files, "Programs to open in the window")->type_name("");
    app.footer(exitStatuses);
    RunCall run;
    ExportCall picture;
    ExportWords pictureWords;
    const CLI::App& runCommand = addRun(app, run);
    const CLI::App& exportCommand = addExport(app, picture, pictureWords);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) return wrongCall(app, error);
        std::ostringstream text;
        app.exit(error, text, text);
        return InformationCall{text.str()};
    }
    if (runCommand.parsed()) return run;
    if (exportCommand.parsed()) return finishExport(picture, pictureWords);
    return window;
}

}  // namespace namescape
