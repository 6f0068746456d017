#include "syntax/parser_core.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

// ---- Calls and subscripts ----------------------------------------------------------------------------------------

const Expression* Parser::parseCall(const Expression* callee, std::uint32_t begin) {
    const DepthGuard guard(*this);
    if (m_isGivenUp) return errorExpression();
    const auto arguments = parseArguments();
    std::uint16_t height = heightOf(callee);
    for (const Argument& argument : arguments) height = std::max(height, heightOf(argument.value));
    auto* call = make<CallExpression>(ExpressionKind::Call, begin, height);
    call->callee = callee;
    call->arguments = arguments;
    const auto isPositional = [](const Argument& argument) { return argument.kind == ArgumentKind::Positional; };
    const auto isUnpacking = [](const Argument& argument) {
        return argument.kind == ArgumentKind::Star || argument.kind == ArgumentKind::DoubleStar;
    };
    const auto firstOther = std::find_if_not(arguments.begin(), arguments.end(), isPositional);
    call->positionalCount = static_cast<std::uint32_t>(firstOther - arguments.begin());
    call->hasUnpacking = std::any_of(arguments.begin(), arguments.end(), isUnpacking);
    return call;
}

// From `(` to `)`, of a call or behind a class's name.
List<Argument> Parser::parseArguments() {
    advance();
    std::vector<Argument> arguments;
    while (!at(TokenKind::RightParenthesis) && !m_isGivenUp) {
        arguments.push_back(parseArgument());
        if (!acceptComma(TokenKind::RightParenthesis)) break;
    }
    expect(TokenKind::RightParenthesis, "',' or ')'");
    const auto kept = keep(arguments, 0);
    if (!m_isGivenUp) checkArguments(kept);
    return kept;
}

Argument Parser::parseArgument() {
    Argument argument;
    const std::uint32_t begin = current().range.begin;
    if (accept(TokenKind::Star)) {
        argument.kind = ArgumentKind::Star;
        argument.value = parseExpression();
    } else if (accept(TokenKind::DoubleStar)) {
        argument.kind = ArgumentKind::DoubleStar;
        argument.value = parseExpression();
    } else if (at(TokenKind::Name) && ahead(1).kind == TokenKind::Assign) {
        argument.kind = ArgumentKind::Keyword;
        argument.name = m_names.intern(normalised(textOf(advance())));
        accept(TokenKind::Assign);
        argument.value = parseExpression();
    } else {
        argument.value = parseNamedExpression();
        if (at(TokenKind::Assign)) fail(DiagnosticKind::KeywordNotName, argument.value->range);
        if (atComprehension()) argument.value = parseClauses(ExpressionKind::Generator, begin, argument.value, nullptr);
    }
    argument.range = {begin, lastEnd()};
    return argument;
}

// What Python's grammar says about the order of arguments.
void Parser::checkArguments(List<Argument> arguments) {
    bool hasKeyword = false, hasDoubleStar = false;
    std::vector<NameId> names;
    for (const Argument& argument : arguments) {
        const bool isBareGenerator =
            argument.value->kind == ExpressionKind::Generator && !argument.value->isParenthesised;
        if (isBareGenerator && arguments.size() > 1) return fail(DiagnosticKind::BareGenerator, argument.range);
        const bool isPositional = argument.kind == ArgumentKind::Positional || argument.kind == ArgumentKind::Star;
        const bool isMisplaced = hasDoubleStar || (hasKeyword && argument.kind == ArgumentKind::Positional);
        if (isPositional && isMisplaced)
            return fail(DiagnosticKind::PositionalAfterKeyword, argument.range, {hasDoubleStar ? " unpacking" : ""});
        hasKeyword |= argument.kind == ArgumentKind::Keyword;
        hasDoubleStar |= argument.kind == ArgumentKind::DoubleStar;
        if (argument.kind == ArgumentKind::Keyword) names.push_back(argument.name);
    }
    std::sort(names.begin(), names.end());
    const auto repeated = std::adjacent_find(names.begin(), names.end());
    if (repeated == names.end()) return;
    const auto isRepeated = [repeated](const Argument& argument) {
        return argument.kind == ArgumentKind::Keyword && argument.name == *repeated;
    };
    const auto last = std::find_if(arguments.rbegin(), arguments.rend(), isRepeated);
    fail(DiagnosticKind::RepeatedKeyword, last->range, {std::string(m_names.text(*repeated))});
}

const Expression* Parser::parseSubscript(const Expression* object, std::uint32_t begin) {
    const DepthGuard guard(*this);
    if (m_isGivenUp) return errorExpression();
    advance();
    const std::uint32_t indexBegin = current().range.begin;
    const Expression* index = parseIndex();
    if (at(TokenKind::Comma) || index->kind == ExpressionKind::Starred) {
        const std::size_t mark = m_expressions.size();
        m_expressions.push_back(index);
        while (accept(TokenKind::Comma) && !at(TokenKind::RightBracket)) m_expressions.push_back(parseIndex());
        const auto elements = keepExpressions(mark);
        auto* tuple = make<SequenceExpression>(ExpressionKind::Tuple, indexBegin, heightOf(elements));
        tuple->elements = elements;
        index = tuple;
    }
    expect(TokenKind::RightBracket, "',' or ']'");
    auto* node = make<SubscriptExpression>(ExpressionKind::Subscript, begin, heightOf({object, index}));
    node->object = object;
    node->index = index;
    return node;
}

// An index or a slice.
const Expression* Parser::parseIndex() {
    const std::uint32_t begin = current().range.begin;
    const auto parseBound = [this]() -> const Expression* {
        const bool isLeftOut = at(TokenKind::Colon) || at(TokenKind::Comma) || at(TokenKind::RightBracket);
        return isLeftOut ? nullptr : parseExpression();
    };
    const Expression* lower = at(TokenKind::Colon) ? nullptr : parseStarredOrNamed();
    if (lower && !at(TokenKind::Colon)) return lower;
    accept(TokenKind::Colon);
    const Expression* upper = parseBound();
    const Expression* step = accept(TokenKind::Colon) ? parseBound() : nullptr;
    auto* slice = make<SliceExpression>(ExpressionKind::Slice, begin, heightOf({lower, upper, step}));
    slice->lower = lower;
    slice->upper = upper;
    slice->step = step;
    return slice;
}

// ---- Parameters --------------------------------------------------------------------------------------------------

// Of a function (up to ')') or a lambda (up to ':'), in the order that frames keep them in.
Parameters Parser::parseParameters(TokenKind closing) {
    std::vector<Parameter> all;
    ParameterKind kind = ParameterKind::Positional;
    while (!at(closing) && !m_isGivenUp) {
        if (at(TokenKind::Slash)) applyPositionalOnlyMark(all);
        else if (at(TokenKind::Star)) parseStarParameter(all, kind, closing);
        else all.push_back(parseParameter(kind, closing));
        if (!acceptComma(closing)) break;
    }
    checkParameters(all);
    const auto byKind = [](const Parameter& left, const Parameter& right) { return left.kind < right.kind; };
    std::stable_sort(all.begin(), all.end(), byKind);
    Parameters parameters;
    for (std::uint32_t slot = 0; slot < all.size(); ++slot) {
        all[slot].variable.slot = slot;
        parameters.positionalOnlyCount += all[slot].kind == ParameterKind::PositionalOnly;
        parameters.positionalCount += all[slot].kind <= ParameterKind::Positional;
        parameters.keywordOnlyCount += all[slot].kind == ParameterKind::KeywordOnly;
        parameters.hasStar |= all[slot].kind == ParameterKind::Star;
        parameters.hasDoubleStar |= all[slot].kind == ParameterKind::DoubleStar;
    }
    parameters.all = keep(all, 0);
    return parameters;
}

// `*args`, or a `*` alone: what follows can only be named in a call.
void Parser::parseStarParameter(std::vector<Parameter>& all, ParameterKind& kind, TokenKind closing) {
    const TokenKind next = ahead(1).kind, behind = ahead(2).kind;
    const bool isAlone = next == TokenKind::Comma || next == closing;
    const bool marksNothing = isAlone && (next == closing || behind == closing || behind == TokenKind::DoubleStar);
    if (kind != ParameterKind::Positional)
        return fail(DiagnosticKind::ParameterOrder, current().range, {"* argument may appear only once"});
    if (marksNothing)
        return fail(DiagnosticKind::ParameterOrder, current().range, {"named arguments must follow bare *"});
    kind = ParameterKind::Star;
    if (isAlone) advance();
    else all.push_back(parseParameter(kind, closing));
    kind = ParameterKind::KeywordOnly;
}

// `/`: what stands before it can't be named in a call.
void Parser::applyPositionalOnlyMark(std::vector<Parameter>& parameters) {
    const auto isPositional = [](const Parameter& parameter) { return parameter.kind == ParameterKind::Positional; };
    if (parameters.empty() || !std::all_of(parameters.begin(), parameters.end(), isPositional))
        return fail(DiagnosticKind::ParameterOrder, current().range,
                    {"'/' must stand behind the first parameters, and only once"});
    for (Parameter& parameter : parameters) parameter.kind = ParameterKind::PositionalOnly;
    advance();
}

// `name: annotation = default`, with a star or two before the name. Behind `**` nothing may follow.
Parameter Parser::parseParameter(ParameterKind& kind, TokenKind closing) {
    Parameter parameter;
    parameter.range.begin = current().range.begin;
    if (kind == ParameterKind::DoubleStar)
        fail(DiagnosticKind::ParameterOrder, current().range, {"arguments cannot follow var-keyword argument"});
    if (kind == ParameterKind::Star) accept(TokenKind::Star);
    if (accept(TokenKind::DoubleStar)) kind = ParameterKind::DoubleStar;
    parameter.kind = kind;
    const Token& name = current();
    parameter.nameRange = name.range;
    if (expect(TokenKind::Name, "the name of a parameter")) parameter.variable.name = nameOf(name);
    const bool isStarred = kind == ParameterKind::Star || kind == ParameterKind::DoubleStar;
    const bool mayAnnotate = closing == TokenKind::RightParenthesis;  // a lambda's colon ends its parameters
    if (mayAnnotate && accept(TokenKind::Colon))
        parameter.annotation = isStarred ? parseStarredOrNamed() : parseExpression();
    if (!isStarred && accept(TokenKind::Assign)) parameter.defaultValue = parseExpression();
    parameter.range.end = lastEnd();
    return parameter;
}

void Parser::checkParameters(const std::vector<Parameter>& all) {
    if (m_isGivenUp) return;
    bool hasDefault = false;
    std::vector<NameId> names;
    for (const Parameter& parameter : all) {
        const bool isPositional = parameter.kind <= ParameterKind::Positional;
        if (isPositional && hasDefault && !parameter.defaultValue)
            return fail(DiagnosticKind::ParameterOrder, parameter.range,
                        {"non-default argument follows default argument"});
        hasDefault |= isPositional && parameter.defaultValue != nullptr;
        names.push_back(parameter.variable.name);
    }
    std::sort(names.begin(), names.end());
    const auto repeated = std::adjacent_find(names.begin(), names.end());
    if (repeated == names.end()) return;
    const auto isRepeated = [repeated](const Parameter& parameter) { return parameter.variable.name == *repeated; };
    const auto last = std::find_if(all.rbegin(), all.rend(), isRepeated);
    fail(DiagnosticKind::DuplicateParameter, last->nameRange, {std::string(m_names.text(*repeated))});
}

}  // namespace namescape
