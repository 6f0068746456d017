#include "api/stack_trace.h"

#include "syntax/syntax_tree.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t kMostEntries = 5;

std::string_view trimmed(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string entry(const Api& api, const Origin& origin) {
    const SyntaxTree& program = *api.program;
    const std::uint32_t line = program.lines().line(origin.expression.begin);
    const std::string& function = api.interpreter().origins().functionName(origin.function);
    // Traces give a function's own name, without what it is defined in.
    const std::string ownName = function.substr(function.rfind('.') + 1);
    std::string text = "  File \"" + api.fileName + "\", line " + std::to_string(line) + ", in " + (ownName.empty() ? "<module>" : ownName) + "\n";
    return text.append("    ").append(trimmed(program.lines().lineText(program.text(), line))).append("\n");
}

}  // namespace

std::string stackTrace(const Api& api, OriginId origin, TraceOrder order) {
    auto chain = api.interpreter().origins().chain(origin);
    if (chain.size() > kMostEntries) chain.resize(kMostEntries);
    if (order == TraceOrder::OutermostFirst) std::ranges::reverse(chain);
    std::string text;
    for (const Origin& each : chain) text += entry(api, each);
    return text;
}

}  // namespace namescape
