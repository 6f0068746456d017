#include "api/stack_trace.h"

#include "support/trimmed.h"
#include "syntax/syntax_tree.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t kMostEntries = 5;

TraceEntry entryOf(const Api& api, const Origin& origin) {
    const SyntaxTree& program = *api.program;
    const std::uint32_t line = program.lines().line(origin.expression.begin);
    const std::string& function = api.interpreter().origins().functionName(origin.function);
    // Traces give a function's own name, without what it is defined in.
    const std::string ownName = function.substr(function.rfind('.') + 1);
    return {line, ownName.empty() ? "<module>" : ownName, trimmed(program.lines().lineText(program.text(), line))};
}

}  // namespace

std::vector<TraceEntry> traceEntries(const Api& api, OriginId origin) {
    std::vector<TraceEntry> entries;
    for (const Origin& each : api.interpreter().origins().chain(origin)) entries.push_back(entryOf(api, each));
    return entries;
}

std::string stackTrace(const Api& api, OriginId origin, TraceOrder order) {
    auto entries = traceEntries(api, origin);
    if (entries.size() > kMostEntries) entries.resize(kMostEntries);
    if (order == TraceOrder::OutermostFirst) std::ranges::reverse(entries);
    std::string text;
    for (const TraceEntry& each : entries) {
        text.append("  File \"").append(api.fileName).append("\", line ").append(std::to_string(each.line)).append(", in ").append(each.function).append("\n");
        text.append("    ").append(each.code).append("\n");
    }
    return text;
}

}  // namespace namescape
