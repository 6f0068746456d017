#include "explain/mistake_explainers.h"

#include "explain/call_edits.h"
#include "explain/explanation_text.h"
#include "explain/nearest_names.h"
#include "graph/graph_scopes.h"
#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

std::string validName(std::string_view name) {
    const auto colon = name.rfind(':');
    if (colon != std::string_view::npos && colon > 0 && name.find_first_not_of("0123456789", colon + 1) == std::string_view::npos) name = name.substr(0, colon);
    std::string valid;
    for (const char c : name) {
        // A character of several bytes becomes one.
        if (continuesCodePoint(c)) continue;
        valid += isValidNestedScopeName({&c, 1}) ? c : '_';
    }
    const auto begin = valid.find_first_not_of("_-/");
    return begin == std::string::npos ? std::string() : valid.substr(begin);
}

}  // namespace

void explainInvalidName(Mistake& mistake, const std::string& name) {
    mistake.say("a name may have letters from A to Z, digits and _ . - /, and begins with a letter, a digit or a dot");
    const Expression* literal = nullptr;
    for (const Expression* each : mistake.program().expressions()) {
        if (isWithin(each->range, mistake.range()) && isText(each) && !textOf(*each).empty() && (textOf(*each) == name || name.ends_with("/" + std::string(textOf(*each))))) literal = each;
    }
    if (!literal) return;
    const std::string valid = validName(textOf(*literal));
    if (!valid.empty()) mistake.addFix(fmt::format("Call it \"{}\"", valid), mistake.rename(*literal, valid));
}

void explainDuplicate(Mistake& mistake, const std::string& name) {
    const auto known = mistake.explainer().explain(name);
    mistake.say(known ? fmt::format("a name that ends in \"/\" is taken as it is, and {} was made in {}", name, placeText(known->place)) : "a name that ends in \"/\" is taken as it is");
    if (known) mistake.relate(known->place.range, name + " was made here");
    const Expression* literal = mistake.nameLiteral();
    if (literal && textOf(*literal).ends_with('/')) {
        const std::string other(textOf(*literal).substr(0, textOf(*literal).size() - 1));
        mistake.addFix(fmt::format("Let it be made unique: \"{}\"", other), mistake.rename(*literal, other));
    } else if (mistake.call()) {
        mistake.addFix("Let it have its default name", removeArgument(mistake.program(), *mistake.call(), "name", -1));
    }
}

void explainLookup(Mistake& mistake) {
    const std::string asked(quoted(mistake.message()));
    const auto colon = asked.find(':');
    const std::string output = colon == std::string::npos ? std::string() : asked.substr(colon);
    std::vector<std::string> operations;
    const Graph& graph = *mistake.evaluation().main.graph;
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i) operations.emplace_back(graph.operationName({i}));
    std::ranges::sort(operations);
    const auto nearest = nearestNames(asked, operations, 3);
    if (nearest.empty()) return mistake.say("no operation of that name was made before this line");
    mistake.say(fmt::format("operations with names near it are {}", fmt::join(nearest, ", ")));
    const Expression* literal = mistake.literalWith(asked);
    for (const std::string& each : nearest)
        if (literal) mistake.addFix(fmt::format("Ask for \"{}{}\"", each, output), mistake.rename(*literal, each + output));
}

void explainOperationForTensor(Mistake& mistake) {
    const std::string asked(quoted(mistake.message()));
    mistake.say("an operation's first output is the tensor of its name with :0 behind");
    if (const Expression* literal = mistake.literalWith(asked)) mistake.addFix(fmt::format("Ask for \"{}:0\"", asked), mistake.rename(*literal, asked + ":0"));
}

void explainTensorForOperation(Mistake& mistake) {
    const std::string asked(quoted(mistake.message()));
    const std::string operation = asked.substr(0, asked.find(':'));
    mistake.say("an operation's name has no colon");
    if (const Expression* literal = mistake.literalWith(asked)) mistake.addFix(fmt::format("Ask for \"{}\"", operation), mistake.rename(*literal, operation));
}

}  // namespace namescape
