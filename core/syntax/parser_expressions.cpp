#include "syntax/parser_core.h"

#include <fmt/format.h>

namespace namescape {

namespace {

struct BinaryRule {
    BinaryOperator op{};
    int precedence = 0;  // 0: no binary operator
};

BinaryRule binaryRule(TokenKind kind) {
    switch (kind) {
    case TokenKind::Bar: return {BinaryOperator::BitOr, 1};
    case TokenKind::Caret: return {BinaryOperator::BitXor, 2};
    case TokenKind::Ampersand: return {BinaryOperator::BitAnd, 3};
    case TokenKind::LeftShift: return {BinaryOperator::LeftShift, 4};
    case TokenKind::RightShift: return {BinaryOperator::RightShift, 4};
    case TokenKind::Plus: return {BinaryOperator::Add, 5};
    case TokenKind::Minus: return {BinaryOperator::Subtract, 5};
    case TokenKind::Star: return {BinaryOperator::Multiply, 6};
    case TokenKind::At: return {BinaryOperator::MatrixMultiply, 6};
    case TokenKind::Slash: return {BinaryOperator::TrueDivide, 6};
    case TokenKind::DoubleSlash: return {BinaryOperator::FloorDivide, 6};
    case TokenKind::Percent: return {BinaryOperator::Modulo, 6};
    default: return {};
    }
}

// Tokens that an expression may begin with.
bool beginsExpression(TokenKind kind) {
    switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::FormatStart:
    case TokenKind::False:
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::Await:
    case TokenKind::Lambda:
    case TokenKind::Not:
    case TokenKind::LeftParenthesis:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
    case TokenKind::Ellipsis:
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Tilde: return true;
    default: return false;
    }
}

// Tokens that begin an operand and go on with none: behind an operand, something is missing before them.
bool beginsOperandOnly(TokenKind kind) {
    switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::FormatStart:
    case TokenKind::False:
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::Lambda:
    case TokenKind::LeftBrace: return true;
    default: return false;
    }
}

}  // namespace

bool Parser::canBeginExpression() const {
    return beginsExpression(current().kind) || at(TokenKind::Star);
}

bool Parser::atComprehension() const {
    return at(TokenKind::For) || (at(TokenKind::Async) && ahead(1).kind == TokenKind::For);
}

// Between the elements of a bracket. A comma that is missing is reported and then read as if it were there.
bool Parser::acceptComma(TokenKind closing) {
    if (accept(TokenKind::Comma)) return true;
    if (at(closing) || m_isGivenUp || !beginsOperandOnly(current().kind)) return false;
    const std::uint32_t end = lastEnd();
    reportWithFix(DiagnosticKind::MissingComma, current().range, {}, "add ','", {{{end, end}, ","}});
    return true;
}

void Parser::failExpression() {
    const bool isStep = m_at >= 2 && atLineEnd() && m_tokens[m_at - 1].kind == m_tokens[m_at - 2].kind &&
                        (m_tokens[m_at - 1].kind == TokenKind::Plus || m_tokens[m_at - 1].kind == TokenKind::Minus);
    if (!isStep || m_isGivenUp) return failHere("an expression");
    const SourceRange range{m_tokens[m_at - 2].range.begin, lastEnd()};
    const auto python = fmt::format("{}= 1", m_text[range.begin]);
    reportWithFix(DiagnosticKind::ForeignOperator, range, {std::string(m_text.substr(range.begin, 2)), python},
                  fmt::format("write {}", python), {{range, " " + python}});
    giveUp();
}

// ---- Lists of expressions ----------------------------------------------------------------------------------------

// `a`, `a, b` or `*a, b`: a tuple where there is a comma.
const Expression* Parser::parseExpressionList() {
    const std::uint32_t begin = current().range.begin;
    const Expression* first = parseStarredOrNamed();
    if (!at(TokenKind::Comma)) {
        if (first->kind == ExpressionKind::Starred) fail(DiagnosticKind::StarredAlone, first->range);
        return first;
    }
    const std::size_t mark = m_expressions.size();
    m_expressions.push_back(first);
    while (accept(TokenKind::Comma) && canBeginExpression()) m_expressions.push_back(parseStarredOrNamed());
    const auto elements = keepExpressions(mark);
    auto* tuple = make<SequenceExpression>(ExpressionKind::Tuple, begin, heightOf(elements));
    tuple->elements = elements;
    return tuple;
}

// What stands between `for` and `in`.
const Expression* Parser::parseTargetList() {
    const std::uint32_t begin = current().range.begin;
    const Expression* first = parseTarget();
    if (!at(TokenKind::Comma)) {
        checkTarget(first);
        return first;
    }
    const std::size_t mark = m_expressions.size();
    m_expressions.push_back(first);
    while (accept(TokenKind::Comma) && canBeginExpression()) m_expressions.push_back(parseTarget());
    const auto elements = keepExpressions(mark);
    auto* tuple = make<SequenceExpression>(ExpressionKind::Tuple, begin, heightOf(elements));
    tuple->elements = elements;
    checkTarget(tuple);
    return tuple;
}

const Expression* Parser::parseTarget() {
    return at(TokenKind::Star) ? parseStarredOrNamed() : parseBinary(1);
}

const Expression* Parser::parseStarredOrNamed() {
    if (!at(TokenKind::Star)) return parseNamedExpression();
    const std::uint32_t begin = advance().range.begin;
    const Expression* value = parseBinary(1);
    auto* starred = make<StarredExpression>(ExpressionKind::Starred, begin, heightOf(value));
    starred->value = value;
    return starred;
}

const Expression* Parser::parseNamedExpression() {
    if (!at(TokenKind::Name) || ahead(1).kind != TokenKind::ColonAssign) return parseExpression();
    const DepthGuard guard(*this);
    const Token& name = advance();
    auto* target = make<NameExpression>(ExpressionKind::Name, name.range.begin);
    target->variable.name = nameOf(name);
    accept(TokenKind::ColonAssign);
    const Expression* value = parseExpression();
    auto* node = make<NamedAssignmentExpression>(ExpressionKind::NamedAssignment, name.range.begin, heightOf(value));
    node->target = target;
    node->value = value;
    return node;
}

// ---- Operators, from the loosest to the tightest -----------------------------------------------------------------

const Expression* Parser::parseExpression() {
    if (at(TokenKind::Lambda)) return parseLambda();
    const std::uint32_t begin = current().range.begin;
    const Expression* value = parseOr();
    if (!at(TokenKind::If)) return value;
    const DepthGuard guard(*this);
    accept(TokenKind::If);
    const Expression* condition = parseOr();
    if (!expect(TokenKind::Else, "'else' of a conditional expression")) return errorExpression();
    const Expression* otherwise = parseExpression();
    auto* node =
        make<ConditionalExpression>(ExpressionKind::Conditional, begin, heightOf({value, condition, otherwise}));
    node->condition = condition;
    node->whenTrue = value;
    node->whenFalse = otherwise;
    return node;
}

const Expression* Parser::parseOr() {
    const std::uint32_t begin = current().range.begin;
    const Expression* first = parseAnd();
    if (!at(TokenKind::Or)) return first;
    const std::size_t mark = m_expressions.size();
    m_expressions.push_back(first);
    while (accept(TokenKind::Or)) m_expressions.push_back(parseAnd());
    const auto operands = keepExpressions(mark);
    auto* node = make<BooleanExpression>(ExpressionKind::Boolean, begin, heightOf(operands));
    node->op = BooleanOperator::Or;
    node->operands = operands;
    return node;
}

const Expression* Parser::parseAnd() {
    const std::uint32_t begin = current().range.begin;
    const Expression* first = parseNot();
    if (!at(TokenKind::And)) return first;
    const std::size_t mark = m_expressions.size();
    m_expressions.push_back(first);
    while (accept(TokenKind::And)) m_expressions.push_back(parseNot());
    const auto operands = keepExpressions(mark);
    auto* node = make<BooleanExpression>(ExpressionKind::Boolean, begin, heightOf(operands));
    node->op = BooleanOperator::And;
    node->operands = operands;
    return node;
}

const Expression* Parser::parseNot() {
    if (!at(TokenKind::Not)) return parseComparison();
    const DepthGuard guard(*this);
    const std::uint32_t begin = advance().range.begin;
    const Expression* operand = parseNot();
    auto* node = make<UnaryExpression>(ExpressionKind::Unary, begin, heightOf(operand));
    node->op = UnaryOperator::Not;
    node->operand = operand;
    return node;
}

bool Parser::acceptComparison(CompareOperator& op) {
    switch (current().kind) {
    case TokenKind::Equal: op = CompareOperator::Equal; break;
    case TokenKind::NotEqual: op = CompareOperator::NotEqual; break;
    case TokenKind::Less: op = CompareOperator::Less; break;
    case TokenKind::LessEqual: op = CompareOperator::LessEqual; break;
    case TokenKind::Greater: op = CompareOperator::Greater; break;
    case TokenKind::GreaterEqual: op = CompareOperator::GreaterEqual; break;
    case TokenKind::In: op = CompareOperator::In; break;
    case TokenKind::Is: op = ahead(1).kind == TokenKind::Not ? CompareOperator::IsNot : CompareOperator::Is; break;
    case TokenKind::Not:
        if (ahead(1).kind != TokenKind::In) return false;
        op = CompareOperator::NotIn;
        break;
    default: return false;
    }
    advance();
    if (op == CompareOperator::IsNot || op == CompareOperator::NotIn) advance();
    return true;
}

const Expression* Parser::parseComparison() {
    const std::uint32_t begin = current().range.begin;
    const Expression* first = parseBinary(1);
    CompareOperator op{};
    if (!acceptComparison(op)) return first;
    std::vector<CompareOperator> operators;
    const std::size_t mark = m_expressions.size();
    m_expressions.push_back(first);
    do {
        operators.push_back(op);
        m_expressions.push_back(parseBinary(1));
    } while (acceptComparison(op));
    const auto operands = keepExpressions(mark);
    auto* node = make<CompareExpression>(ExpressionKind::Compare, begin, heightOf(operands));
    node->operators = keep(operators, 0);
    node->operands = operands;
    return node;
}

// Operators of at least that precedence; all of them group to the left.
const Expression* Parser::parseBinary(int minimum) {
    const std::uint32_t begin = current().range.begin;
    const Expression* left = parseUnary();
    while (true) {
        const BinaryRule rule = binaryRule(current().kind);
        if (rule.precedence < minimum || rule.precedence == 0) return left;
        advance();
        const Expression* right = parseBinary(rule.precedence + 1);
        auto* node = make<BinaryExpression>(ExpressionKind::Binary, begin, heightOf({left, right}));
        node->op = rule.op;
        node->left = left;
        node->right = right;
        left = node;
    }
}

const Expression* Parser::parseUnary() {
    const bool isSign = at(TokenKind::Minus) || at(TokenKind::Plus) || at(TokenKind::Tilde);
    if (!isSign) return parsePower();
    const DepthGuard guard(*this);
    const Token& sign = advance();
    const Expression* operand = parseUnary();
    auto* node = make<UnaryExpression>(ExpressionKind::Unary, sign.range.begin, heightOf(operand));
    node->op = sign.kind == TokenKind::Minus ? UnaryOperator::Minus
             : sign.kind == TokenKind::Plus  ? UnaryOperator::Plus
                                             : UnaryOperator::Invert;
    node->operand = operand;
    return node;
}

const Expression* Parser::parsePower() {
    const std::uint32_t begin = current().range.begin;
    const Expression* base = nullptr;
    if (accept(TokenKind::Await)) {
        const Expression* value = parsePostfix();
        auto* await = make<YieldExpression>(ExpressionKind::Await, begin, heightOf(value));
        await->value = value;
        base = await;
    } else {
        base = parsePostfix();
    }
    if (!at(TokenKind::DoubleStar)) return base;
    const DepthGuard guard(*this);
    accept(TokenKind::DoubleStar);
    const Expression* exponent = parseUnary();
    auto* node = make<BinaryExpression>(ExpressionKind::Binary, begin, heightOf({base, exponent}));
    node->op = BinaryOperator::Power;
    node->left = base;
    node->right = exponent;
    return node;
}

const Expression* Parser::parsePostfix() {
    const std::uint32_t begin = current().range.begin;
    const Expression* value = parseAtom();
    while (true) {
        if (at(TokenKind::LeftParenthesis)) {
            value = parseCall(value, begin);
        } else if (at(TokenKind::LeftBracket)) {
            value = parseSubscript(value, begin);
        } else if (accept(TokenKind::Dot)) {
            const Token& name = current();
            if (!expect(TokenKind::Name, "a name behind '.'")) return errorExpression();
            auto* node = make<AttributeExpression>(ExpressionKind::Attribute, begin, heightOf(value));
            node->object = value;
            node->attribute = nameOf(name);
            node->attributeRange = name.range;
            value = node;
        } else {
            return value;
        }
    }
}

// ---- Atoms -------------------------------------------------------------------------------------------------------

const Expression* Parser::parseAtom() {
    const Token& token = current();
    const auto constant = [this, &token](ExpressionKind kind) -> const Expression* {
        advance();
        return make<Expression>(kind, token.range.begin);
    };
    switch (token.kind) {
    case TokenKind::Name: {
        advance();
        auto* name = make<NameExpression>(ExpressionKind::Name, token.range.begin);
        name->variable.name = nameOf(token);
        return name;
    }
    case TokenKind::Number: return parseNumber();
    case TokenKind::String:
    case TokenKind::FormatStart: return parseStrings();
    case TokenKind::None: return constant(ExpressionKind::None);
    case TokenKind::True: return constant(ExpressionKind::True);
    case TokenKind::False: return constant(ExpressionKind::False);
    case TokenKind::Ellipsis: return constant(ExpressionKind::Ellipsis);
    case TokenKind::LeftParenthesis: return parseGroup();
    case TokenKind::LeftBracket: return parseListDisplay();
    case TokenKind::LeftBrace: return parseBraces();
    default: failExpression(); return errorExpression();
    }
}

const Expression* Parser::parseNumber() {
    const Token& token = advance();
    const NumberValue number = readNumber(textOf(token));
    switch (number.kind) {
    case NumberKind::Integer: {
        auto* node = make<IntegerExpression>(ExpressionKind::Integer, token.range.begin);
        node->value = number.integer;
        return node;
    }
    case NumberKind::BigInteger: {
        auto* node = make<BigIntegerExpression>(ExpressionKind::BigInteger, token.range.begin);
        node->digits = m_arena.copy(number.digits);
        node->constant = constantCount++;
        return node;
    }
    case NumberKind::Float:
    case NumberKind::Imaginary: break;
    }
    const auto kind = number.kind == NumberKind::Float ? ExpressionKind::Float : ExpressionKind::Imaginary;
    auto* node = make<FloatExpression>(kind, token.range.begin);
    node->value = number.real;
    return node;
}

// `( … )`: an expression, a tuple, a generator or a yield.
const Expression* Parser::parseGroup() {
    const DepthGuard guard(*this);
    const std::uint32_t begin = current().range.begin;
    if (m_isGivenUp) return errorExpression();
    advance();
    if (accept(TokenKind::RightParenthesis)) return make<SequenceExpression>(ExpressionKind::Tuple, begin);
    if (!at(TokenKind::Yield)) return parseGroupOrTuple(begin);
    const Expression* value = parseYield();
    expect(TokenKind::RightParenthesis, "')'");
    return value;
}

const Expression* Parser::parseGroupOrTuple(std::uint32_t begin) {
    const Expression* first = parseStarredOrNamed();
    if (atComprehension()) {
        return parseComprehension(ExpressionKind::Generator, begin, first, nullptr);
    }
    if (at(TokenKind::RightParenthesis)) {
        if (first->kind == ExpressionKind::Starred) fail(DiagnosticKind::StarredAlone, first->range);
        accept(TokenKind::RightParenthesis);
        const_cast<Expression*>(first)->isParenthesised = true;  // the parser's own node
        return first;
    }
    if (at(TokenKind::Assign)) {
        reportWithFix(DiagnosticKind::AssignmentInExpression, current().range, {}, "write '=='",
                      {{current().range, "=="}});
        giveUp();
    }
    if (!at(TokenKind::Comma) && beginsOperandOnly(current().kind) && !m_isGivenUp) {
        acceptComma(TokenKind::RightParenthesis);
        giveUp();
    }
    const std::size_t mark = m_expressions.size();
    m_expressions.push_back(first);
    while (acceptComma(TokenKind::RightParenthesis) && canBeginExpression())
        m_expressions.push_back(parseStarredOrNamed());
    const auto elements = keepExpressions(mark);
    expect(TokenKind::RightParenthesis, "',' or ')'");
    auto* tuple = make<SequenceExpression>(ExpressionKind::Tuple, begin, heightOf(elements));
    tuple->elements = elements;
    tuple->isParenthesised = true;
    return tuple;
}

const Expression* Parser::parseListDisplay() {
    const DepthGuard guard(*this);
    const std::uint32_t begin = current().range.begin;
    if (m_isGivenUp) return errorExpression();
    advance();
    const std::size_t mark = m_expressions.size();
    if (canBeginExpression()) {
        const Expression* first = parseStarredOrNamed();
        if (atComprehension()) return parseComprehension(ExpressionKind::ListComprehension, begin, first, nullptr);
        m_expressions.push_back(first);
        while (acceptComma(TokenKind::RightBracket) && canBeginExpression())
            m_expressions.push_back(parseStarredOrNamed());
    }
    const auto elements = keepExpressions(mark);
    expect(TokenKind::RightBracket, elements.empty() ? "an expression or ']'" : "',' or ']'");
    auto* list = make<SequenceExpression>(ExpressionKind::List, begin, heightOf(elements));
    list->elements = elements;
    return list;
}

// `{ … }`: a dict or a set.
const Expression* Parser::parseBraces() {
    const DepthGuard guard(*this);
    const std::uint32_t begin = current().range.begin;
    if (m_isGivenUp) return errorExpression();
    advance();
    if (at(TokenKind::RightBrace) || at(TokenKind::DoubleStar)) return parseDict(begin, nullptr);
    const Expression* first = parseStarredOrNamed();
    return at(TokenKind::Colon) ? parseDict(begin, first) : parseSet(begin, first);
}

// One item of a dict, whose key may have been read already.
DictItem Parser::parseDictItem(const Expression* key) {
    DictItem item;
    if (!key && accept(TokenKind::DoubleStar)) {
        item.value = parseBinary(1);
        return item;
    }
    item.key = key ? key : parseExpression();
    expect(TokenKind::Colon, "':' behind a key");
    item.value = parseExpression();
    return item;
}

const Expression* Parser::parseDict(std::uint32_t begin, const Expression* firstKey) {
    std::vector<DictItem> items;
    std::uint16_t height = 0;
    while (!at(TokenKind::RightBrace) && !m_isGivenUp) {
        items.push_back(parseDictItem(std::exchange(firstKey, nullptr)));
        const DictItem& item = items.back();
        if (items.size() == 1 && item.key && atComprehension())
            return parseComprehension(ExpressionKind::DictComprehension, begin, item.key, item.value);
        height = std::max({height, heightOf(item.key), heightOf(item.value)});
        if (!acceptComma(TokenKind::RightBrace)) break;
    }
    expect(TokenKind::RightBrace, "',' or '}'");
    auto* dict = make<DictExpression>(ExpressionKind::Dict, begin, height);
    dict->items = keep(items, 0);
    return dict;
}

const Expression* Parser::parseSet(std::uint32_t begin, const Expression* first) {
    if (atComprehension()) return parseComprehension(ExpressionKind::SetComprehension, begin, first, nullptr);
    const std::size_t mark = m_expressions.size();
    m_expressions.push_back(first);
    while (acceptComma(TokenKind::RightBrace) && canBeginExpression()) m_expressions.push_back(parseStarredOrNamed());
    const auto elements = keepExpressions(mark);
    expect(TokenKind::RightBrace, "',' or '}'");
    auto* set = make<SequenceExpression>(ExpressionKind::Set, begin, heightOf(elements));
    set->elements = elements;
    return set;
}

// From the first `for` to the closing bracket.
const Expression* Parser::parseComprehension(ExpressionKind kind, std::uint32_t begin, const Expression* element,
                                             const Expression* value) {
    auto* node = parseClauses(kind, begin, element, value);
    const auto closing = kind == ExpressionKind::Generator            ? TokenKind::RightParenthesis
                         : kind == ExpressionKind::ListComprehension ? TokenKind::RightBracket
                                                                     : TokenKind::RightBrace;
    expect(closing, fmt::format("'{}'", spelling(closing)));
    node->range.end = lastEnd();
    node->isParenthesised = kind == ExpressionKind::Generator;
    return node;
}

// A comprehension without its closing bracket.
ComprehensionExpression* Parser::parseClauses(ExpressionKind kind, std::uint32_t begin, const Expression* element,
                                              const Expression* value) {
    std::vector<ComprehensionClause> clauses;
    std::uint16_t height = heightOf({element, value});
    if (element->kind == ExpressionKind::Starred) fail(DiagnosticKind::StarredAlone, element->range);
    while (atComprehension()) {
        const ComprehensionClause clause = parseClause();
        height = std::max({height, heightOf({clause.target, clause.iterable}), heightOf(clause.conditions)});
        clauses.push_back(clause);
    }
    auto* node = make<ComprehensionExpression>(kind, begin, height);
    node->element = element;
    node->value = value;
    node->clauses = keep(clauses, 0);
    return node;
}

ComprehensionClause Parser::parseClause() {
    ComprehensionClause clause;
    clause.isAsync = accept(TokenKind::Async);
    accept(TokenKind::For);
    clause.target = parseTargetList();
    expect(TokenKind::In, "'in'");
    clause.iterable = parseOr();
    const std::size_t mark = m_expressions.size();
    while (accept(TokenKind::If)) {
        const bool isNamed = at(TokenKind::Name) && ahead(1).kind == TokenKind::ColonAssign;
        m_expressions.push_back(isNamed ? parseNamedExpression() : at(TokenKind::Lambda) ? parseLambda() : parseOr());
    }
    clause.conditions = keepExpressions(mark);
    return clause;
}

const Expression* Parser::parseYield() {
    const DepthGuard guard(*this);
    const Token& keyword = advance();
    if (!m_context.isInFunction) fail(DiagnosticKind::OutsideFunction, keyword.range, {"yield"});
    const bool isFrom = accept(TokenKind::From);
    const Expression* value = isFrom ? parseExpression() : canBeginExpression() ? parseExpressionList() : nullptr;
    auto* node = make<YieldExpression>(isFrom ? ExpressionKind::YieldFrom : ExpressionKind::Yield, keyword.range.begin,
                                       heightOf(value));
    node->value = value;
    return node;
}

const Expression* Parser::parseLambda() {
    const DepthGuard guard(*this);
    const std::uint32_t begin = current().range.begin;
    if (m_isGivenUp) return errorExpression();
    advance();
    const Parameters parameters = parseParameters(TokenKind::Colon);
    expect(TokenKind::Colon, "':' of the lambda");
    const bool wasInFunction = std::exchange(m_context.isInFunction, true);
    const Expression* body = parseExpression();
    m_context.isInFunction = wasInFunction;
    std::uint16_t height = heightOf(body);
    for (const Parameter& parameter : parameters.all) height = std::max(height, heightOf(parameter.defaultValue));
    auto* lambda = make<LambdaExpression>(ExpressionKind::Lambda, begin, height);
    lambda->parameters = parameters;
    lambda->body = body;
    return lambda;
}

}  // namespace namescape
