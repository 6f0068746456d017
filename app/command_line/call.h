// What the user asks for on the command line, as values.
#pragma once

#include "api/evaluation.h"
#include "diagram/view_options.h"
#include "graph_file/graph_file.h"
#include "pipeline/export.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace namescape {

// namescape [FILE…]
struct WindowCall {
    std::vector<std::string> files;
    bool operator==(const WindowCall&) const = default;
};

// What a subcommand is about.
struct InputCall {
    std::string file;
    EvaluationLimits limits;     // of a program
    GraphFileOptions graphFile;  // of a graph file
    bool operator==(const InputCall&) const = default;
};

// namescape run FILE
struct RunCall : InputCall {
    bool asJson = false;
    bool operator==(const RunCall&) const = default;
};

// namescape export FILE -o OUT
struct ExportCall : InputCall {
    std::string output;
    ExportFormat format = ExportFormat::Svg;
    ViewOptions view;
    ThemeName theme = ThemeName::Light;
    ColourBy colourBy = ColourBy::Kind;
    bool operator==(const ExportCall&) const = default;
};

// namescape export FILE -o OUT.png or OUT.pdf: painted by the desktop application, without a window. `format` is not used.
struct PaintCall : ExportCall {
    enum class Format : std::uint8_t { Png, Pdf };

    Format painted = Format::Png;
    double scale = 2;                // of a PNG: pixels per point
    std::vector<std::string> words;  // of the call, without the program's name
    bool operator==(const PaintCall&) const = default;
};

// A place of a program, both from 1.
struct PlaceInText {
    std::uint32_t line = 0;    // 0: none was given
    std::uint32_t column = 0;  // in letters; 0: the line's first one
    bool operator==(const PlaceInText&) const = default;
};

// namescape explain FILE NAME, or namescape explain FILE --at LINE
struct ExplainCall : InputCall {
    std::string name;
    PlaceInText place;
    std::uint32_t run = 0;  // of the place, from 1; 0: the last
    bool asJson = false;
    bool operator==(const ExplainCall&) const = default;
};

// namescape diff A B: `file` is A.
struct DiffCall : InputCall {
    std::string otherFile;
    bool asJson = false;
    bool operator==(const DiffCall&) const = default;
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

using Call = std::variant<WindowCall, RunCall, ExportCall, PaintCall, ExplainCall, DiffCall, InformationCall, WrongCall>;

// Reads the words of a call, the program's own name first.
Call readCall(int count, const char* const* words);

}  // namespace namescape
