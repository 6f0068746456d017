#include "explain/call_form.h"

#include "api/api.h"
#include "explain/argument_choices.h"
#include "explain/call_edits.h"
#include "explain/callee.h"
#include "explain/program_text.h"
#include "support/trimmed.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

namespace namescape {

namespace {

// Reading a definition runs some of the library's text, never the program's, for as long as somebody asks: limits are for programs.
ScriptOptions readingOptions() {
    ScriptOptions options;
    options.limits.maxSteps = std::numeric_limits<std::uint64_t>::max() / 2;
    options.limits.maxTime = std::chrono::hours(24 * 365 * 10);
    return options;
}

// A function's parameters, as CallForm has them.
struct Definition {
    std::vector<CallParameter> parameters;
    bool isKnown = false;
};

Definition definitionOf(const SyntaxTree& tree, const FunctionStatement& function) {
    Definition definition{{}, true};
    const Parameters& parameters = function.parameters;
    for (std::size_t i = 0; i < parameters.all.size(); ++i) {
        const Parameter& parameter = parameters.all[i];
        if (parameter.kind == ParameterKind::Star || parameter.kind == ParameterKind::DoubleStar) continue;
        CallParameter read;
        read.name = tree.text(parameter.nameRange);
        if (parameter.defaultValue) read.defaultText = tree.text(parameter.defaultValue->range);
        read.isRequired = !parameter.defaultValue;
        read.position = i < parameters.positionalCount ? static_cast<int>(i) : -1;
        definition.parameters.push_back(std::move(read));
    }
    return definition;
}

bool isTrueOrFalse(std::string_view text) { return text == "True" || text == "False"; }

// What stands for nothing in particular is not worth showing: "<object object at …>".
std::string defaultText(Interpreter& interpreter, const Value& value) {
    std::string text = interpreter.repr(value);
    return text.starts_with('<') || text == "NotImplemented" ? std::string() : text;
}

// What is written goes to the parameters that it is for; what is for none stands behind them.
void fillIn(CallForm& form, const SyntaxTree& tree, const CallExpression& call) {
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const Argument& argument = call.arguments[i];
        const bool isPositional = argument.kind == ArgumentKind::Positional;
        const std::string_view name = argument.kind == ArgumentKind::Keyword ? tree.name(argument.name) : argument.kind == ArgumentKind::Star ? "*" : argument.kind == ArgumentKind::DoubleStar ? "**" : "";
        auto found = std::find_if(form.parameters.begin(), form.parameters.end(), [&](const CallParameter& each) {
            return isPositional ? each.position == static_cast<int>(i) && i < call.positionalCount : each.name == name && each.name.front() != '*';
        });
        if (found == form.parameters.end()) {
            CallParameter other;
            other.name = name;
            other.position = isPositional && i < call.positionalCount ? static_cast<int>(i) : -1;
            found = form.parameters.insert(form.parameters.end(), std::move(other));
        }
        found->range = argument.value->range;
        found->written = tree.text(argument.value->range);
    }
}

// Whether it is one expression that may stand as an argument.
bool isArgument(std::string_view value) {
    const SyntaxTree tree = parse("f(x=" + std::string(value) + ")");
    if (tree.hasErrors() || tree.module().body.statements.size() != 1) return false;
    const Statement& statement = *tree.module().body.statements.front();
    if (statement.kind != StatementKind::Expression) return false;
    const Expression& expression = *as<ExpressionStatement>(statement).value;
    if (expression.kind != ExpressionKind::Call || expression.range.end != tree.text().size()) return false;
    const auto& call = as<CallExpression>(expression);
    return call.callee->range.end == 1 && call.arguments.size() == 1 && call.arguments.front().kind == ArgumentKind::Keyword;
}

std::optional<TextEdit> editFor(const SyntaxTree& tree, const CallExpression& call, const CallParameter& parameter, std::string_view value) {
    if (value.empty()) return removeArgument(ProgramText(tree), call, parameter.name, parameter.position);
    if (parameter.isGiven()) return TextEdit{parameter.range, std::string(value)};
    return setArgument(ProgramText(tree), call, parameter.name, parameter.position, value);
}

// What is good elsewhere may not be here: a line's end within an f-string, another argument beside a generator.
bool staysReadable(const SyntaxTree& tree, const TextEdit& edit) {
    if (tree.hasErrors()) return true;
    std::string text(tree.text());
    text.replace(edit.range.begin, edit.range.end - edit.range.begin, edit.replacement);
    return !parse(std::move(text)).hasErrors();
}

}  // namespace

struct CallForms::Known {
    Interpreter interpreter{readingOptions()};
    Api api{interpreter, 1'000};

    // A dotted path from a module on: "tensorflow.layers.dense".
    std::optional<Value> find(std::string_view path) {
        try {
            const std::size_t dot = path.find('.');
            Value value = interpreter.importModule(path.substr(0, dot));
            for (std::size_t begin = dot; begin != std::string_view::npos;) {
                const std::size_t end = path.find('.', begin + 1);
                value = interpreter.getAttribute(value, path.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
                begin = end;
            }
            return value;
        } catch (const std::exception&) {
            return std::nullopt;  // no such module, or no such name in it
        }
    }

    // Of a class, what makes its objects takes the arguments: `__init__`, or else a `__new__` of its own.
    std::optional<ArgumentSpec> specOf(const Value& callable, std::string_view path) {
        std::optional<ArgumentSpec> spec = interpreter.argumentSpec(callable);
        if (!callable.as<TypeObject>() || (spec && spec->positional.size() > 1)) return spec;
        const std::optional<Value> maker = find(std::string(path) + ".__new__");
        const std::optional<ArgumentSpec> made = maker ? interpreter.argumentSpec(*maker) : std::nullopt;
        return made && made->positional.size() > 1 ? made : spec;
    }

    Definition definitionOf(std::string_view path) {
        const std::optional<Value> callable = find(path);
        if (!callable || !callable->isObject() || &callable->object()->type() == api.types.unknown) return {};
        const std::optional<ArgumentSpec> spec = specOf(*callable, path);
        if (!spec) return {};
        Definition definition{{}, true};
        const bool isBound = callable->as<TypeObject>() || callable->as<BoundMethodObject>();
        const std::size_t first = isBound && !spec->positional.empty() ? 1 : 0;  // without `self`
        const std::size_t required = spec->positional.size() - spec->defaults.size();
        for (std::size_t i = first; i < spec->positional.size(); ++i) {
            CallParameter read;
            read.name = spec->positional[i];
            read.isRequired = i < required;
            read.position = static_cast<int>(i - first);
            if (!read.isRequired) read.defaultText = defaultText(interpreter, spec->defaults[i - required]);
            definition.parameters.push_back(std::move(read));
        }
        for (const std::string& name : spec->keywordOnly) {
            CallParameter read;
            read.name = name;
            definition.parameters.push_back(std::move(read));
        }
        return definition;
    }
};

CallForms::CallForms() = default;
CallForms::~CallForms() = default;

CallForm CallForms::formOf(const SyntaxTree& tree, const CallExpression& call) {
    const CalleePlace place = placeOfCallee(tree, *call.callee);
    Definition definition;
    if (place.function) {
        definition = definitionOf(tree, *place.function);
    } else if (!place.path.empty()) {
        if (!m_known) m_known = std::make_unique<Known>();
        definition = m_known->definitionOf(place.path);
    }
    CallForm form{std::string(tree.text(call.callee->range)), definition.isKnown, std::move(definition.parameters)};
    fillIn(form, tree, call);
    const std::string tf = nameOfTensorFlow(tree);
    for (CallParameter& parameter : form.parameters) {
        parameter.choices = isTrueOrFalse(parameter.defaultText) ? std::vector<std::string>{"True", "False"} : argumentChoices(tree, call.range.begin, form.callee, parameter.name, tf);
        std::erase(parameter.choices, parameter.written);
    }
    return form;
}

Result<std::vector<TextEdit>> editOfArgument(const SyntaxTree& tree, const CallExpression& call, const CallParameter& parameter, std::string_view value) {
    value = trimmed(value);
    if (value == parameter.written) return std::vector<TextEdit>{};
    if (value.empty() && parameter.name.starts_with('*')) return Failure{"what is unpacked is taken away in the text"};
    if (!value.empty() && !isArgument(value)) return Failure{"this is no expression of Python: " + std::string(value)};
    if (!tree.text(call.range).ends_with(')')) return Failure{"the call has no closing bracket yet"};
    const std::optional<TextEdit> edit = editFor(tree, call, parameter, value);
    if (!edit) return std::vector<TextEdit>{};
    if (!staysReadable(tree, *edit)) return Failure{"this cannot be written here: " + std::string(value)};
    return std::vector<TextEdit>{*edit};
}

}  // namespace namescape
