#include "support/diagnostic.h"

#include <fmt/args.h>
#include <fmt/format.h>

namespace namescape {

namespace {

struct Words {
    const char* name;
    const char* text;  // {0}, {1}… stand for the arguments
};

Words words(DiagnosticKind kind) {
    switch (kind) {
    case DiagnosticKind::UncaughtException: return {"uncaught-exception", "{0}: {1}"};
    }
    return {"unknown", "unknown problem"};
}

}  // namespace

std::string message(const Diagnostic& diagnostic) {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const auto& argument : diagnostic.arguments) arguments.push_back(argument);
    return fmt::vformat(words(diagnostic.kind).text, arguments);
}

const char* name(DiagnosticKind kind) {
    return words(kind).name;
}

}  // namespace namescape
