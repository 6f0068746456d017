#include "syntax/dump.h"

#include <fmt/format.h>

#include <iterator>

namespace namescape {

namespace {

// Quotes and backslashes escaped, other control characters as \xNN.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char byte : text) {
        if (byte == '\n') result += "\\n";
        else if (byte == '"' || byte == '\\') result += {'\\', byte};
        else if (static_cast<unsigned char>(byte) < 0x20) result += fmt::format("\\x{:02x}", static_cast<int>(byte));
        else result += byte;
    }
    return result + '"';
}

class Dumper {
public:
    explicit Dumper(const SyntaxTree& tree) : m_tree(tree) {}

    std::string result;

    void expression(const Expression* expression);
    void program() {
        for (const auto* entry : m_tree.module().body.statements) statement(*entry);
        result += '\n';
    }

private:
    template <typename... Arguments>
    void put(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(result), format, std::forward<Arguments>(arguments)...);
    }
    std::string_view nameOf(NameId name) const { return m_tree.name(name); }

    void list(std::string_view head, ExpressionList expressions);
    void child(const Expression* expression) {
        result += ' ';
        this->expression(expression);
    }
    void optional(std::string_view label, const Expression* expression);
    void dict(const DictExpression& dict);
    void compare(const CompareExpression& compare);
    void call(std::string_view head, const Expression* callee, List<Argument> arguments);
    void pieces(const FormattedStringExpression& string);
    void slice(const SliceExpression& slice);
    void comprehension(std::string_view head, const ComprehensionExpression& comprehension);
    void parameters(const Parameters& parameters);
    void block(const Block& block);
    void statement(const Statement& statement);
    void simple(const Statement& statement);
    void compound(const Statement& statement);
    void imports(List<ImportedName> names);
    void ifStatement(const IfStatement& statement);
    void loop(const Statement& statement);
    void withStatement(const WithStatement& statement);
    void tryStatement(const TryStatement& statement);
    void function(const FunctionStatement& statement);
    void classStatement(const ClassStatement& statement);
    void clause(std::string_view word, const Block& block);
    void decorators(ExpressionList decorators);
    void newLine() {
        if (!result.empty()) result += '\n';
        result.append(static_cast<std::size_t>(m_indent) * 2, ' ');
    }

    const SyntaxTree& m_tree;
    int m_indent = 0;
};

void Dumper::list(std::string_view head, ExpressionList expressions) {
    put("({}", head);
    for (const auto* entry : expressions) child(entry);
    result += ')';
}

void Dumper::optional(std::string_view label, const Expression* expression) {
    if (!expression) return;
    put(" {}", label);
    child(expression);
}

void Dumper::dict(const DictExpression& dict) {
    result += "(dict";
    for (const DictItem& item : dict.items) {
        if (item.key) child(item.key);
        else result += " **";
        child(item.value);
    }
    result += ')';
}

void Dumper::compare(const CompareExpression& compare) {
    result += "(compare";
    child(compare.operands.front());
    for (std::size_t i = 0; i < compare.operators.size(); ++i) {
        put(" {}", spelling(compare.operators[i]));
        child(compare.operands[i + 1]);
    }
    result += ')';
}

void Dumper::call(std::string_view head, const Expression* callee, List<Argument> arguments) {
    put("({}", head);
    if (callee) child(callee);
    for (const Argument& argument : arguments) {
        result += ' ';
        switch (argument.kind) {
        case ArgumentKind::Positional: break;
        case ArgumentKind::Star: result += '*'; break;
        case ArgumentKind::DoubleStar: result += "**"; break;
        case ArgumentKind::Keyword: put("{}=", nameOf(argument.name)); break;
        }
        expression(argument.value);
    }
    result += ')';
}

void Dumper::pieces(const FormattedStringExpression& string) {
    result += "(format";
    for (const FormattedPiece& piece : string.pieces) {
        if (!piece.value) {
            put(" {}", quoted(piece.text));
            continue;
        }
        result += " {";
        expression(piece.value);
        if (piece.conversion) put(" !{}", piece.conversion);
        if (piece.format) {
            result += " :";
            pieces(*piece.format);
        }
        result += '}';
    }
    result += ')';
}

void Dumper::slice(const SliceExpression& slice) {
    result += "(slice";
    for (const auto* bound : {slice.lower, slice.upper, slice.step}) {
        if (bound) child(bound);
        else result += " _";
    }
    result += ')';
}

void Dumper::comprehension(std::string_view head, const ComprehensionExpression& comprehension) {
    put("({}", head);
    child(comprehension.element);
    if (comprehension.value) child(comprehension.value);
    for (const ComprehensionClause& clause : comprehension.clauses) {
        result += clause.isAsync ? " async for" : " for";
        child(clause.target);
        result += " in";
        child(clause.iterable);
        for (const auto* condition : clause.conditions) optional("if", condition);
    }
    result += ')';
}

void Dumper::expression(const Expression* node) {
    switch (node->kind) {
    case ExpressionKind::Error: result += "(error)"; break;
    case ExpressionKind::None: result += "None"; break;
    case ExpressionKind::True: result += "True"; break;
    case ExpressionKind::False: result += "False"; break;
    case ExpressionKind::Ellipsis: result += "..."; break;
    case ExpressionKind::Integer: put("{}", as<IntegerExpression>(*node).value); break;
    case ExpressionKind::BigInteger: put("(big {})", as<BigIntegerExpression>(*node).digits); break;
    case ExpressionKind::Float: put("(float {})", as<FloatExpression>(*node).value); break;
    case ExpressionKind::Imaginary: put("(imaginary {})", as<FloatExpression>(*node).value); break;
    case ExpressionKind::String: result += quoted(as<StringExpression>(*node).value); break;
    case ExpressionKind::Bytes: put("b{}", quoted(as<StringExpression>(*node).value)); break;
    case ExpressionKind::FormattedString: pieces(as<FormattedStringExpression>(*node)); break;
    case ExpressionKind::Name: result += nameOf(as<NameExpression>(*node).variable.name); break;
    case ExpressionKind::Attribute:
        put("(.{}", nameOf(as<AttributeExpression>(*node).attribute));
        child(as<AttributeExpression>(*node).object);
        result += ')';
        break;
    case ExpressionKind::Subscript:
        result += "(index";
        child(as<SubscriptExpression>(*node).object);
        child(as<SubscriptExpression>(*node).index);
        result += ')';
        break;
    case ExpressionKind::Slice: slice(as<SliceExpression>(*node)); break;
    case ExpressionKind::Starred:
        result += "(*";
        child(as<StarredExpression>(*node).value);
        result += ')';
        break;
    case ExpressionKind::Tuple: list("tuple", as<SequenceExpression>(*node).elements); break;
    case ExpressionKind::List: list("list", as<SequenceExpression>(*node).elements); break;
    case ExpressionKind::Set: list("set", as<SequenceExpression>(*node).elements); break;
    case ExpressionKind::Dict: dict(as<DictExpression>(*node)); break;
    case ExpressionKind::ListComprehension:
        comprehension("list-comprehension", as<ComprehensionExpression>(*node));
        break;
    case ExpressionKind::SetComprehension:
        comprehension("set-comprehension", as<ComprehensionExpression>(*node));
        break;
    case ExpressionKind::DictComprehension:
        comprehension("dict-comprehension", as<ComprehensionExpression>(*node));
        break;
    case ExpressionKind::Generator: comprehension("generator", as<ComprehensionExpression>(*node)); break;
    case ExpressionKind::Unary:
        put("({}", spelling(as<UnaryExpression>(*node).op));
        child(as<UnaryExpression>(*node).operand);
        result += ')';
        break;
    case ExpressionKind::Binary:
        put("({}", spelling(as<BinaryExpression>(*node).op));
        child(as<BinaryExpression>(*node).left);
        child(as<BinaryExpression>(*node).right);
        result += ')';
        break;
    case ExpressionKind::Boolean:
        list(spelling(as<BooleanExpression>(*node).op), as<BooleanExpression>(*node).operands);
        break;
    case ExpressionKind::Compare: compare(as<CompareExpression>(*node)); break;
    case ExpressionKind::Conditional:
        result += "(if";
        child(as<ConditionalExpression>(*node).condition);
        child(as<ConditionalExpression>(*node).whenTrue);
        child(as<ConditionalExpression>(*node).whenFalse);
        result += ')';
        break;
    case ExpressionKind::NamedAssignment:
        result += "(:=";
        child(as<NamedAssignmentExpression>(*node).target);
        child(as<NamedAssignmentExpression>(*node).value);
        result += ')';
        break;
    case ExpressionKind::Call:
        call("call", as<CallExpression>(*node).callee, as<CallExpression>(*node).arguments);
        break;
    case ExpressionKind::Lambda:
        result += "(lambda";
        parameters(as<LambdaExpression>(*node).parameters);
        child(as<LambdaExpression>(*node).body);
        result += ')';
        break;
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom:
    case ExpressionKind::Await:
        result += node->kind == ExpressionKind::Yield   ? "(yield"
                  : node->kind == ExpressionKind::Await ? "(await"
                                                        : "(yield-from";
        if (as<YieldExpression>(*node).value) child(as<YieldExpression>(*node).value);
        result += ')';
        break;
    }
}

void Dumper::parameters(const Parameters& parameters) {
    result += " (";
    std::string_view separator;
    for (const Parameter& parameter : parameters.all) {
        result += separator;
        separator = " ";
        switch (parameter.kind) {
        case ParameterKind::PositionalOnly: result += "/"; break;
        case ParameterKind::Positional: break;
        case ParameterKind::KeywordOnly: result += "&"; break;
        case ParameterKind::Star: result += "*"; break;
        case ParameterKind::DoubleStar: result += "**"; break;
        }
        result += nameOf(parameter.variable.name);
        if (parameter.annotation) {
            result += ':';
            expression(parameter.annotation);
        }
        if (parameter.defaultValue) {
            result += '=';
            expression(parameter.defaultValue);
        }
    }
    result += ')';
}

// ---- Statements --------------------------------------------------------------------------------------------------

void Dumper::block(const Block& block) {
    ++m_indent;
    for (const auto* entry : block.statements) statement(*entry);
    --m_indent;
}

void Dumper::clause(std::string_view word, const Block& block) {
    if (block.statements.empty()) return;
    newLine();
    result += word;
    this->block(block);
}

void Dumper::decorators(ExpressionList decorators) {
    for (const auto* decorator : decorators) {
        newLine();
        result += '@';
        expression(decorator);
    }
}

void Dumper::statement(const Statement& statement) {
    if (statement.kind == StatementKind::Function) decorators(as<FunctionStatement>(statement).decorators);
    if (statement.kind == StatementKind::Class) decorators(as<ClassStatement>(statement).decorators);
    newLine();
    if (statement.kind >= StatementKind::If) compound(statement);
    else simple(statement);
}

void Dumper::imports(List<ImportedName> names) {
    for (const ImportedName& imported : names) {
        put(" {}", imported.name);
        if (imported.hasAlias) put(" as {}", nameOf(imported.variable.name));
    }
}

void Dumper::simple(const Statement& node) {
    switch (node.kind) {
    case StatementKind::Error:
        put("error {}", quoted(m_tree.text(node.range)));
        for (const Block& inner : as<ErrorStatement>(node).blocks) block(inner);
        break;
    case StatementKind::Expression: expression(as<ExpressionStatement>(node).value); break;
    case StatementKind::Assign:
        result += "=";
        for (const auto* target : as<AssignStatement>(node).targets) child(target);
        child(as<AssignStatement>(node).value);
        break;
    case StatementKind::AugmentedAssign:
        put("{}=", spelling(as<AugmentedAssignStatement>(node).op));
        child(as<AugmentedAssignStatement>(node).target);
        child(as<AugmentedAssignStatement>(node).value);
        break;
    case StatementKind::AnnotatedAssign:
        result += ":";
        child(as<AnnotatedAssignStatement>(node).target);
        child(as<AnnotatedAssignStatement>(node).annotation);
        optional("=", as<AnnotatedAssignStatement>(node).value);
        break;
    case StatementKind::Return:
        result += "return";
        if (as<ReturnStatement>(node).value) child(as<ReturnStatement>(node).value);
        break;
    case StatementKind::Raise:
        result += "raise";
        if (as<RaiseStatement>(node).exception) child(as<RaiseStatement>(node).exception);
        optional("from", as<RaiseStatement>(node).cause);
        break;
    case StatementKind::Assert:
        result += "assert";
        child(as<AssertStatement>(node).condition);
        optional(",", as<AssertStatement>(node).message);
        break;
    case StatementKind::Delete:
        result += "del";
        for (const auto* target : as<DeleteStatement>(node).targets) child(target);
        break;
    case StatementKind::Pass: result += "pass"; break;
    case StatementKind::Break: result += "break"; break;
    case StatementKind::Continue: result += "continue"; break;
    case StatementKind::Import:
        result += "import";
        imports(as<ImportStatement>(node).names);
        break;
    case StatementKind::ImportFrom: {
        const auto& from = as<ImportFromStatement>(node);
        put("from {}{} import", std::string(from.level, '.'), from.module);
        if (from.isStar) result += " *";
        imports(from.names);
        break;
    }
    case StatementKind::Global:
    case StatementKind::Nonlocal:
        result += node.kind == StatementKind::Global ? "global" : "nonlocal";
        for (const NameId name : as<DeclarationStatement>(node).names) put(" {}", nameOf(name));
        break;
    default: break;
    }
}

void Dumper::compound(const Statement& node) {
    switch (node.kind) {
    case StatementKind::If: return ifStatement(as<IfStatement>(node));
    case StatementKind::While:
    case StatementKind::For: return loop(node);
    case StatementKind::With: return withStatement(as<WithStatement>(node));
    case StatementKind::Try: return tryStatement(as<TryStatement>(node));
    case StatementKind::Function: return function(as<FunctionStatement>(node));
    case StatementKind::Class: return classStatement(as<ClassStatement>(node));
    default: return;
    }
}

void Dumper::ifStatement(const IfStatement& statement) {
    for (const IfBranch& branch : statement.branches) {
        const bool isFirst = &branch == &statement.branches.front();
        if (!isFirst) newLine();
        result += isFirst ? "if" : "elif";
        child(branch.condition);
        block(branch.body);
    }
    clause("else", statement.orElse);
}

void Dumper::loop(const Statement& node) {
    if (node.kind == StatementKind::While) {
        result += "while";
        child(as<WhileStatement>(node).condition);
        block(as<WhileStatement>(node).body);
        return clause("else", as<WhileStatement>(node).orElse);
    }
    const auto& statement = as<ForStatement>(node);
    result += statement.isAsync ? "async for" : "for";
    child(statement.target);
    result += " in";
    child(statement.iterable);
    block(statement.body);
    clause("else", statement.orElse);
}

void Dumper::withStatement(const WithStatement& statement) {
    result += statement.isAsync ? "async with" : "with";
    for (const WithItem& item : statement.items) {
        child(item.context);
        optional("as", item.target);
    }
    block(statement.body);
}

void Dumper::tryStatement(const TryStatement& statement) {
    result += "try";
    block(statement.body);
    for (const ExceptHandler& handler : statement.handlers) {
        newLine();
        result += "except";
        if (handler.type) child(handler.type);
        if (handler.hasName) put(" as {}", nameOf(handler.variable.name));
        block(handler.body);
    }
    clause("else", statement.orElse);
    clause("finally", statement.finally);
}

void Dumper::function(const FunctionStatement& statement) {
    put("{} {}", statement.isAsync ? "async def" : "def", nameOf(statement.variable.name));
    parameters(statement.parameters);
    optional("->", statement.returns);
    block(statement.body);
}

void Dumper::classStatement(const ClassStatement& statement) {
    put("class {}", nameOf(statement.variable.name));
    if (!statement.arguments.empty()) {
        result += ' ';
        call("bases", nullptr, statement.arguments);
    }
    block(statement.body);
}

// ---- Scopes ------------------------------------------------------------------------------------------------------

std::string_view accessName(Access access) {
    switch (access) {
    case Access::Local: return "local";
    case Access::Cell: return "cell";
    case Access::Free: return "free";
    case Access::Global: return "global";
    case Access::ClassLocal: return "class";
    }
    return {};
}

std::string_view scopeKindName(ScopeKind kind) {
    switch (kind) {
    case ScopeKind::Module: return "module";
    case ScopeKind::Function: return "function";
    case ScopeKind::Lambda: return "lambda";
    case ScopeKind::Class: return "class";
    case ScopeKind::Comprehension: return "comprehension";
    case ScopeKind::Generator: return "generator";
    }
    return {};
}

std::string_view kindName(TokenKind kind) {
    switch (kind) {
    case TokenKind::EndOfFile: return "end";
    case TokenKind::Newline: return "newline";
    case TokenKind::Indent: return "indent";
    case TokenKind::Dedent: return "dedent";
    case TokenKind::FormatStart: return "format-start";
    case TokenKind::FormatText: return "format-text";
    case TokenKind::FormatEnd: return "format-end";
    case TokenKind::FieldOpen: return "field-open";
    case TokenKind::FieldClose: return "field-close";
    default: break;
    }
    switch (category(kind)) {
    case TokenCategory::Keyword: return "keyword";
    case TokenCategory::Name: return "name";
    case TokenCategory::Number: return "number";
    case TokenCategory::String: return "string";
    case TokenCategory::Operator: return "operator";
    case TokenCategory::Comment: return "comment";
    case TokenCategory::Error: return "error";
    case TokenCategory::None: break;
    }
    return {};
}

std::string describeScope(const SyntaxTree& tree, const Scope& scope) {
    std::string line = fmt::format("{} {}", scopeKindName(scope.kind), tree.name(scope.name));
    if (scope.isGenerator && scope.kind != ScopeKind::Generator) line += " yields";
    line += fmt::format(" slots={}", scope.slotCount);
    if (scope.kind == ScopeKind::Comprehension) line += fmt::format(" own={}+{}", scope.firstSlot, scope.ownSlotCount);
    for (const Symbol& symbol : scope.symbols) {
        line += fmt::format(" {}:{}{}", tree.name(symbol.variable.name), accessName(symbol.variable.access),
                            symbol.variable.slot);
        if (symbol.variable.access != Access::ClassLocal) continue;
        const VariableRef fallback = scope.fallbacks[symbol.variable.slot];
        line += fmt::format("|{}{}", accessName(fallback.access), fallback.slot);
    }
    for (const Capture& capture : scope.captures)
        line += fmt::format(" [{}<-{}{}]", tree.name(capture.name), accessName(capture.from), capture.slot);
    if (scope.classCell != noSlot) line += fmt::format(" classCell={}", scope.classCell);
    return line;
}

}  // namespace

std::string dump(const SyntaxTree& tree, const Expression& expression) {
    Dumper dumper(tree);
    dumper.expression(&expression);
    return std::move(dumper.result);
}

std::string dump(const SyntaxTree& tree) {
    Dumper dumper(tree);
    dumper.program();
    return std::move(dumper.result);
}

std::string dumpScopes(const SyntaxTree& tree) {
    std::string result;
    for (const Scope* scope : tree.scopes()) {
        for (const Scope* outer = scope->parent; outer; outer = outer->parent) result += "  ";
        result += describeScope(tree, *scope) + '\n';
    }
    return result;
}

std::string dumpDiagnostics(const SyntaxTree& tree) {
    std::string result;
    for (const Diagnostic& diagnostic : tree.diagnostics()) {
        const LineColumn begin = tree.lines().position(tree.text(), diagnostic.range.begin);
        const LineColumn end = tree.lines().position(tree.text(), diagnostic.range.end);
        result += fmt::format("{}:{}-", begin.line, begin.column);
        if (end.line != begin.line) result += fmt::format("{}:", end.line);
        result += fmt::format("{} {}: {}", end.column, name(diagnostic.kind), message(diagnostic));
        for (const Fix& fix : diagnostic.fixes) result += fmt::format(" [{}]", fix.title);
        result += '\n';
    }
    return result;
}

std::string dump(std::string_view text, const std::vector<Token>& tokens) {
    std::string result;
    for (const Token& token : tokens) {
        result += kindName(token.kind);
        if (token.range.end > token.range.begin && token.kind != TokenKind::Newline)
            result += ' ' + quoted(text.substr(token.range.begin, token.range.end - token.range.begin));
        if (token.isMissing) result += fmt::format(" missing {}", spelling(token.kind));
        if (token.isBroken) result += " broken";
        result += '\n';
    }
    return result;
}

}  // namespace namescape
