// What the user asks for on the command line, as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace namescape {

// How much a program may take; unset: the interpreter's own limit.
struct LimitChoice {
    std::optional<std::uint64_t> steps;
    std::optional<std::uint64_t> nodes;
    std::optional<std::uint64_t> depth;
    std::optional<std::uint64_t> megabytes;
    std::optional<double> seconds;

    bool operator==(const LimitChoice&) const = default;
};

enum class PictureFormat : std::uint8_t { Svg, Dot, Json };
enum class PictureTheme : std::uint8_t { Light, Dark };

// Which name scopes are open in a picture.
struct OpenChoice {
    enum class Kind : std::uint8_t { AsAtFirst, All, None, ToDepth, Named };
    Kind kind = Kind::AsAtFirst;
    int depth = 0;                    // of ToDepth
    std::vector<std::string> scopes;  // of Named: full names without a slash at the end

    bool operator==(const OpenChoice&) const = default;
};

// namescape [FILE…]
struct WindowCall {
    std::vector<std::string> files;
    bool operator==(const WindowCall&) const = default;
};

// namescape run FILE
struct RunCall {
    std::string file;
    bool asJson = false;
    LimitChoice limits;
    bool operator==(const RunCall&) const = default;
};

// namescape export FILE -o OUT
struct ExportCall {
    std::string file;
    std::string output;
    PictureFormat format = PictureFormat::Svg;
    OpenChoice open;
    std::string scope;  // only this scope's inside; empty: the whole graph
    PictureTheme theme = PictureTheme::Light;
    LimitChoice limits;
    bool operator==(const ExportCall&) const = default;
};

// --help or --version: what is to be said.
struct InformationCall {
    std::string text;
    bool operator==(const InformationCall&) const = default;
};

// The call makes no sense, for this reason.
struct WrongCall {
    std::string reason;
    bool operator==(const WrongCall&) const = default;
};

using Call = std::variant<WindowCall, RunCall, ExportCall, InformationCall, WrongCall>;

// Reads the words of a call, the program's own name first.
Call readCall(int count, const char* const* words);

}  // namespace namescape
