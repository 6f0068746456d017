#include "explain/mistake_explainers.h"

#include "explain/call_edits.h"

#include <fmt/format.h>

namespace namescape {

void explainReuseWithoutName(Mistake& mistake) {
    mistake.say("a default_name makes a new scope each time, in which there is nothing to reuse");
    if (!mistake.call()) return;
    mistake.addFix("Take away reuse", removeArgument(mistake.program(), *mistake.call(), "reuse", kReusePosition));
    const Expression* name = mistake.argument("name_or_scope", 0);
    const Expression* defaultName = mistake.argument("default_name", 1);
    if (name && isText(defaultName)) mistake.addFix("Use the default name as the name", replaceExpression(*name, mistake.program().text(defaultName->range)));
}

void explainScopeWithoutName(Mistake& mistake) {
    mistake.say("a name scope with values needs a name of its own, or a default one");
    if (mistake.call()) mistake.addFix("Give it a default name, \"scope\"", setArgument(mistake.program(), *mistake.call(), "default_name", 1, "\"scope\""));
}

void explainVariableScopeWithoutName(Mistake& mistake) {
    mistake.say("a variable scope needs a name, a scope object, or a default name");
    if (mistake.call()) mistake.addFix("Give it a default name, \"scope\"", setArgument(mistake.program(), *mistake.call(), "default_name", 1, "\"scope\""));
}

void explainValuesAsDefaultName(Mistake& mistake) {
    mistake.say("the second argument of name_scope is the default name; the values come third");
    if (!mistake.call() || mistake.call()->positionalCount != 2) return;
    const std::uint32_t at = mistake.call()->arguments[1].range.begin;
    mistake.addFix("Give it as values", TextEdit{{at, at}, "values="});
}

void explainReuseValue(Mistake& mistake) {
    mistake.say("True: variables must exist; tf.AUTO_REUSE: they are made where they do not; None: as in the scope around");
    if (!mistake.argument("reuse", kReusePosition)) return;
    const std::string module = mistake.moduleOf(mistake.call());
    mistake.addFix(fmt::format("Write reuse={}.AUTO_REUSE", module), mistake.setReuse(*mistake.call(), module + ".AUTO_REUSE"));
    mistake.addFix("Write reuse=None", mistake.setReuse(*mistake.call(), "None"));
}

void explainAuxiliaryNameScope(Mistake& mistake) {
    constexpr int position = 12;
    if (!mistake.argument("auxiliary_name_scope", position)) return;
    for (const char* value : {"True", "False"}) mistake.addFix(fmt::format("Write auxiliary_name_scope={}", value), setArgument(mistake.program(), *mistake.call(), "auxiliary_name_scope", position, value));
}

void explainScopeType(Mistake& mistake) {
    mistake.say("a scope is entered by its name or by its object, as in \"with tf.variable_scope(…) as scope\"");
    const Expression* name = mistake.argument("name_or_scope", 0);
    if (name && name->kind == ExpressionKind::Integer) mistake.addFix("Make it a text", replaceExpression(*name, fmt::format("\"scope_{}\"", mistake.program().text(name->range))));
}

void explainKeyword(Mistake& mistake) {
    const std::string_view message = mistake.message();
    const std::string suggestion(mistake.suggestion());
    const auto before = message.find("argument '");
    const std::string keyword(quoted(before == std::string_view::npos ? message : message.substr(before)));
    const Argument* argument = mistake.call() ? mistake.program().keyword(*mistake.call(), keyword) : nullptr;
    if (suggestion.empty() || !argument) return;
    if (mistake.program().keyword(*mistake.call(), suggestion)) {
        mistake.say(fmt::format("perhaps {}= was meant, which is given already", suggestion));
        if (const auto removal = removeArgument(mistake.program(), *mistake.call(), keyword, -1)) mistake.addFix(fmt::format("Take '{}' away", keyword), *removal);
        return;
    }
    mistake.say(fmt::format("perhaps {}= was meant", suggestion));
    mistake.addFix(fmt::format("Write '{}'", suggestion), TextEdit{{argument->range.begin, argument->range.begin + static_cast<std::uint32_t>(keyword.size())}, suggestion});
}

}  // namespace namescape
