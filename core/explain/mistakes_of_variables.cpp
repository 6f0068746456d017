#include "explain/mistake_explainers.h"

#include "explain/call_edits.h"
#include "explain/explanation_text.h"
#include "script/nearest_name.h"

#include <fmt/format.h>

namespace namescape {

namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool isInside(const Mistake& mistake, BlockRunId id, std::uint32_t block) {
    for (; id.isValid(); id = mistake.evaluation().around(id))
        if (id.block == block) return true;
    return false;
}

// Whether a variable was made in any run of the block: reuse=True would forbid that.
bool makesVariables(const Mistake& mistake, std::uint32_t block) {
    for (const EvaluatedGraph* graph : mistake.graphs())
        for (const VariableInfo& variable : graph->variables)
            for (const VariableRequest& request : variable.requests)
                if (request.created && !variable.storeKey.empty() && isInside(mistake, request.within, block)) return true;
    return false;
}

// A default_name always makes a new scope: it takes no reuse.
bool acceptsReuse(const Mistake& mistake, const CallExpression& scope) {
    const Expression* name = mistake.program().argument(scope, "name_or_scope", 0);
    return !scope.hasUnpacking && name && name->kind != ExpressionKind::None && mistake.program().text(scope.callee->range).ends_with("variable_scope");
}

void offerLayerReuse(Mistake& mistake, const VariableRequest& first) {
    const bool isLayer = mistake.call() && contains(mistake.program().text(mistake.call()->callee->range), "layers.");
    if (isLayer && mistake.evaluation().rangeOf(first.origin) != mistake.range()) mistake.addFix("Set reuse=True on this layer", setArgument(mistake.program(), *mistake.call(), "reuse", -1, "True"));
}

void offerReuse(Mistake& mistake, const VariableRequest& first, const std::string& name) {
    if (!mistake.attempt()) return;
    const BlockRunId scope = mistake.variableScopeAround(mistake.attempt()->request.within);
    const CallExpression* scopeCall = scope.isValid() ? mistake.callOf(scope) : nullptr;
    const std::string module = mistake.moduleOf(scopeCall ? scopeCall : mistake.call());
    if (scopeCall && acceptsReuse(mistake, *scopeCall)) {
        const std::uint32_t line = mistake.lineOf(scopeCall->range);
        if (!makesVariables(mistake, scope.block)) mistake.addFix(fmt::format("Set reuse=True on the scope of line {}", line), mistake.setReuse(*scopeCall, "True"));
        mistake.addFix(fmt::format("Set reuse={}.AUTO_REUSE on the scope of line {}", module, line), mistake.setReuse(*scopeCall, module + ".AUTO_REUSE"));
        return;
    }
    if (!mistake.asksForVariable()) return offerLayerReuse(mistake, first);
    const Statement* statement = mistake.program().statementAt(mistake.range().begin);
    if (statement)
        mistake.addFix(fmt::format("Reuse {} here", name), wrapStatement(mistake.program(), *statement, fmt::format("with {0}.variable_scope({0}.get_variable_scope(), reuse={0}.AUTO_REUSE)", module)));
}

void offerAnotherName(Mistake& mistake, const std::string& name, const VariableRequest& first) {
    const Expression* literal = mistake.nameLiteral();
    const bool isTheSameCode = mistake.evaluation().rangeOf(first.origin) == mistake.range();
    if (!literal || isTheSameCode) return;
    const std::string asked(textOf(*literal));
    if (!contains(name, asked)) return;
    const std::string outer = name.ends_with(asked) ? name.substr(0, name.size() - asked.size()) : std::string();
    for (int number = 1;; ++number) {
        const std::string other = fmt::format("{}_{}", asked, number);
        if (mistake.variableWithKey(outer + other)) continue;
        return mistake.addFix(fmt::format("Make another variable, \"{}\"", other), mistake.rename(*literal, other));
    }
}

void tellOfVariableByAnotherWay(Mistake& mistake, const std::string& name) {
    for (const VariableInfo& variable : mistake.evaluation().main.variables) {
        if (!variable.storeKey.empty() || variable.name != name + ":0") continue;
        const SourceRange range = mistake.evaluation().rangeOf(variable.requests.front().origin);
        mistake.say(fmt::format("the variable {} of line {} was made by tf.Variable, which get_variable does not find", name, mistake.lineOf(range)));
        return mistake.relate(range, name + " is made here");
    }
}

void offerNearestVariable(Mistake& mistake, const std::string& name) {
    const Expression* literal = mistake.nameLiteral();
    if (!literal || !mistake.asksForVariable()) return;
    const std::string asked(textOf(*literal));
    if (!name.ends_with(asked)) return;
    const std::string outer = name.substr(0, name.size() - asked.size());
    std::vector<std::string_view> known;
    for (const VariableInfo& variable : mistake.evaluation().main.variables)
        if (variable.storeKey.size() > outer.size() && variable.storeKey.starts_with(outer)) known.push_back(std::string_view(variable.storeKey).substr(outer.size()));
    const std::string nearest = nearestName(asked, known);
    if (!nearest.empty()) mistake.addFix(fmt::format("Ask for \"{}\"", nearest), mistake.rename(*literal, nearest));
}

void offerLessReuse(Mistake& mistake, SourceRange source) {
    const CallExpression* call = mistake.program().callAt(source);
    if (!call) return;
    const std::string_view callee = mistake.program().text(call->callee->range);
    if (callee.ends_with(".reuse_variables")) return mistake.addFix(fmt::format("Take away the call of reuse_variables() in line {}", mistake.lineOf(source)), TextEdit{source, "pass"});
    if (call->hasUnpacking || !mistake.program().argument(*call, "reuse", callee.ends_with("variable_scope") ? kReusePosition : -1)) return;
    const std::string module = mistake.moduleOf(call);
    mistake.addFix(fmt::format("Set reuse={}.AUTO_REUSE in line {}", module, mistake.lineOf(source)), mistake.setReuse(*call, module + ".AUTO_REUSE"));
}

std::string listText(const Shape& shape) {
    std::string text = "[";
    for (const std::int64_t size : shape.sizes()) text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

}  // namespace

void explainExisting(Mistake& mistake, const std::string& name) {
    const VariableInfo* variable = mistake.variableWithKey(name);
    if (!variable || variable->requests.empty()) return;
    const VariableRequest& first = variable->requests.front();
    const ExplainedPlace place = mistake.explainer().placeOf(first.origin);
    const BlockRunId firstScope = mistake.variableScopeAround(first.within);
    const std::string inside = firstScope.isValid() ? fmt::format(" inside {} (line {})", mistake.program().excerpt(mistake.callOf(firstScope) ? mistake.callOf(firstScope)->range : mistake.evaluation().blocks[firstScope.block].range),
                                                                  mistake.lineOf(mistake.evaluation().blocks[firstScope.block].range))
                                                    : std::string();
    mistake.say(fmt::format("{} was first made in {}{}, and no reuse is in force here, so that get_variable must make a new one", name, placeText(place), inside));
    mistake.relate(place.range, name + " was first made here");
    offerReuse(mistake, first, name);
    offerAnotherName(mistake, name, first);
}

void explainMissing(Mistake& mistake, const std::string& name) {
    if (mistake.attempt()) {
        const VariableRequest& request = mistake.attempt()->request;
        const SourceRange source = mistake.evaluation().rangeOf(request.reuseOrigin);
        mistake.say(fmt::format("{}, and get_variable has not made {} before", reuseText(request.reuse, request.reuseSource, mistake.lineOf(source)), name));
        mistake.relate(source, "reuse is set here");
    }
    tellOfVariableByAnotherWay(mistake, name);
    offerNearestVariable(mistake, name);
    if (mistake.attempt()) offerLessReuse(mistake, mistake.evaluation().rangeOf(mistake.attempt()->request.reuseOrigin));
}

void explainMismatch(Mistake& mistake, const std::string& name) {
    const VariableInfo* variable = mistake.variableWithKey(name);
    if (!variable) return;
    const ExplainedPlace place = mistake.explainer().placeOf(variable->requests.front().origin);
    const bool isPartitioned = variable->storeKey != name;
    const Shape& shape = variable->shape;
    const std::string what = isPartitioned ? "in parts" : fmt::format("with shape {} and type {}", shape.text(), variable->dataType.name());
    mistake.say(fmt::format("{} was first made in {} {}, and is shared here", name, placeText(place), what));
    mistake.relate(place.range, name + " was first made here");
    if (!mistake.asksForVariable() || mistake.call()->hasUnpacking) return;
    if (contains(mistake.message(), "but specified shape") && !isPartitioned && shape.isFullyDefined()) {
        const std::string text = listText(shape);
        if (mistake.argument("shape", 1)) mistake.addFix(fmt::format("Ask for its shape, {}", text), setArgument(mistake.program(), *mistake.call(), "shape", 1, text));
    }
    if (contains(mistake.message(), "but specified dtype") && mistake.argument("dtype", 2)) {
        const std::string type = mistake.moduleOf(mistake.call()) + '.' + variable->dataType.name();
        mistake.addFix(fmt::format("Ask for its type, {}", type), setArgument(mistake.program(), *mistake.call(), "dtype", 2, type));
    }
}

void explainConstantWithShape(Mistake& mistake) {
    mistake.say("the initializer is a value, which has a shape of its own");
    if (mistake.asksForVariable()) mistake.addFix("Take away the shape", removeArgument(mistake.program(), *mistake.call(), "shape", 1));
}

void explainMissingShape(Mistake& mistake) {
    if (!mistake.asksForVariable()) return;
    if (mistake.argument("shape", 1)) return mistake.say("the shape is not fully known here, but the initializer needs every size");
    const std::string name = mistake.attempt() ? mistake.attempt()->storeKey : "the variable";
    mistake.say(fmt::format("{} is to be made here for the first time, and its initializer must know of which shape", name));
    if (!mistake.call()->hasUnpacking) mistake.addFix("Give it a shape, [1]", setArgument(mistake.program(), *mistake.call(), "shape", 1, "[1]"));
}

void explainInitializerType(Mistake& mistake) {
    mistake.say("the initializer is a value, which has a type of its own");
    if (mistake.asksForVariable()) mistake.addFix("Take away the dtype", removeArgument(mistake.program(), *mistake.call(), "dtype", 2));
}

void explainPartitionerMismatch(Mistake& mistake) {
    if (mistake.attempt() && mistake.variableWithKey(mistake.attempt()->storeKey)) {
        const ExplainedPlace place = mistake.explainer().placeOf(mistake.variableWithKey(mistake.attempt()->storeKey)->requests.front().origin);
        mistake.say(fmt::format("{} was made with a partitioner in {}", mistake.attempt()->storeKey, placeText(place)));
        mistake.relate(place.range, mistake.attempt()->storeKey + " was first made here");
    }
}

void explainTemplate(Mistake& mistake) { mistake.say("a template makes its variables on its first call and finds them later; tf.Variable always makes a new one, and tf.get_variable finds it"); }

}  // namespace namescape
