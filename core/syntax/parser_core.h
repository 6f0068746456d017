// The parser's inside: one class, whose members are written in several files (statements, expressions, …).
//
// A statement that can't be read is given up as a whole: fail() moves on to the end of its logical line, where no rule
// finds anything to go on with, so that all of them return. What they return then is dropped.
#pragma once

#include "syntax/ast.h"
#include "syntax/lexer.h"
#include "syntax/literals.h"
#include "syntax/name_table.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace namescape {

class Parser {
public:
    Parser(std::string_view text, const LexedProgram& lexed, const ParseLimits& limits, Arena& arena, NameTable& names);

    Block parseProgram();

    std::vector<Diagnostic> diagnostics;
    std::uint32_t constantCount = 0;

private:
    // What surrounds a statement, for `return`, `break` and the like.
    struct Context {
        bool isInFunction = false;
        bool isInLoop = false;
        bool isAtModuleLevel = true;
        std::string_view className;  // that private names are mangled with
    };

    // A statement with blocks, while it is read.
    struct Compound {
        std::uint32_t begin = 0;
        bool isBroken = false;  // one of its header lines could not be read
        std::vector<Block> blocks;
    };

    // Counts nested constructs as long as it lives.
    class DepthGuard {
    public:
        explicit DepthGuard(Parser& parser) : m_parser(parser) { parser.enter(); }
        ~DepthGuard() { --m_parser.m_depth; }
        DepthGuard(const DepthGuard&) = delete;
        DepthGuard& operator=(const DepthGuard&) = delete;

    private:
        Parser& m_parser;
    };

    // parser.cpp: the place in the tokens, problems, nodes
    const Token& current() const { return m_tokens[m_at]; }
    const Token& ahead(std::size_t count) const { return m_tokens[std::min(m_at + count, m_tokens.size() - 1)]; }
    bool at(TokenKind kind) const { return current().kind == kind; }
    bool atLineEnd() const { return at(TokenKind::Newline) || at(TokenKind::EndOfFile); }
    // The token at hand, moving on to the next; a statement that was given up is not left this way.
    const Token& advance() { return m_isGivenUp || at(TokenKind::EndOfFile) ? m_tokens[m_at] : m_tokens[m_at++]; }
    bool accept(TokenKind kind);
    bool expect(TokenKind kind, std::string_view description);
    std::uint32_t lastEnd() const { return m_at == 0 ? 0 : m_tokens[m_at - 1].range.end; }
    std::string_view textOf(const Token& token) const;
    std::string describe(const Token& token) const;
    void enter();
    void giveUp();
    void fail(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments = {});
    void failHere(std::string_view expected = {});
    Diagnostic* report(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments = {});
    void reportWithFix(DiagnosticKind kind, SourceRange range, std::vector<std::string> arguments, std::string title,
                       std::vector<TextEdit> edits);
    std::size_t lineEndIndex(std::size_t from) const;
    NameId nameOf(const Token& token);
    std::string_view normalised(std::string_view name);
    void countNode(SourceRange range);

    static std::uint16_t heightOf(const Expression* expression) { return expression ? expression->height : 0; }
    static std::uint16_t heightOf(std::initializer_list<const Expression*> expressions);
    static std::uint16_t heightOf(ExpressionList expressions);

    // A node from `begin` to the end of the last token.
    template <typename Node>
    Node* make(ExpressionKind kind, std::uint32_t begin, std::uint16_t childHeight = 0) {
        auto* node = m_arena.make<Node>();
        node->range = {begin, lastEnd()};
        node->kind = kind;
        node->height = static_cast<std::uint16_t>(childHeight + 1);
        checkExpression(*node);
        return node;
    }
    template <typename Node>
    Node* make(StatementKind kind, std::uint32_t begin) {
        auto* node = m_arena.make<Node>();
        node->range = {begin, lastEnd()};
        node->kind = kind;
        countNode(node->range);
        return node;
    }
    void checkExpression(const Expression& expression);
    const Expression* errorExpression();

    // Moves what was put on a scratch stack since `mark` into the arena.
    template <typename T>
    List<T> keep(std::vector<T>& scratch, std::size_t mark) {
        const auto kept = m_arena.copy(std::span<const T>(scratch).subspan(mark));
        scratch.resize(mark);
        return kept;
    }
    ExpressionList keepExpressions(std::size_t mark) { return keep(m_expressions, mark); }

    // parser_statements.cpp: statements of one line
    void parseStatements();
    void parseStatement();
    void parseUnexpectedIndent();
    void parseSimpleLine();
    const Statement* parseSimpleStatement();
    const Statement* abandonedStatement(std::uint32_t begin);
    const Statement* parseExpressionStatement();
    const Statement* parseAssignment(std::uint32_t begin, const Expression* first);
    const Statement* parseAugmentedAssignment(std::uint32_t begin, const Expression* target);
    const Statement* parseAnnotatedAssignment(std::uint32_t begin, const Expression* target);
    const Statement* parseReturn();
    const Statement* parseRaise();
    const Statement* parseAssert();
    const Statement* parseDelete();
    const Statement* parseLoopJump();
    const Statement* parseImport();
    const Statement* parseImportFrom();
    void parseImportedNames(bool isParenthesised);
    std::string_view parseDottedName();
    const Statement* parseDeclaration();
    const Statement* expressionStatement(std::uint32_t begin, const Expression* value);
    void checkTarget(const Expression* target);
    void checkDeletable(const Expression* target);
    static std::string targetDescription(const Expression& expression);

    // parser_slips.cpp: what is not Python 3 but shows what is meant
    struct OldPrint;
    bool failOnMisspeltKeyword();
    bool atPrintStatement() const;
    const Statement* parsePrintStatement();
    void reportPrint(const OldPrint& print);
    const Expression* printCall(OldPrint& print, const Expression* callee);
    const Expression* parseOldRaise(std::uint32_t begin, const Expression* exception);

    // parser_compound.cpp: statements with blocks
    const Statement* parseCompound();
    bool atMatchStatement() const;
    const Statement* parseMatch();
    const Statement* parseIf();
    const Statement* parseWhile();
    const Statement* parseFor(std::uint32_t begin, bool isAsync);
    const Statement* parseWith(std::uint32_t begin, bool isAsync);
    bool hasParenthesisedItems() const;
    void parseWithItem(std::vector<WithItem>& items);
    const Statement* parseTry();
    ExceptHandler parseHandler(Compound& compound);
    const Statement* parseDecorated();
    const Statement* parseFunction(std::uint32_t begin, ExpressionList decorators, bool isAsync);
    const Statement* parseClass(std::uint32_t begin, ExpressionList decorators);
    const Statement* parseAsync(std::uint32_t begin, ExpressionList decorators);
    const Statement* parseOrphan();
    const Expression* parseCondition();
    Block parseBlock(Compound& compound, const Token& header, std::string_view description);
    Block parseElse(Compound& compound);
    bool acceptElseIf();
    enum class Colon : std::uint8_t { Found, Missing, Unreadable };
    Colon parseColon(std::string_view description);
    Block parseIndented();
    void parseIndentedInto(Block& block);
    const Statement* finish(Compound& compound, Statement* statement);

    // parser_expressions.cpp
    const Expression* parseExpression();
    const Expression* parseNamedExpression();
    const Expression* parseStarredOrNamed();
    const Expression* parseExpressionList();
    const Expression* parseTargetList();
    const Expression* parseTarget();
    const Expression* parseOr();
    const Expression* parseAnd();
    const Expression* parseNot();
    const Expression* parseComparison();
    bool acceptComparison(CompareOperator& op);
    const Expression* parseBinary(int minimum);
    const Expression* parseUnary();
    const Expression* parsePower();
    const Expression* parsePostfix();
    const Expression* parseAtom();
    const Expression* parseNumber();
    const Expression* parseGroup();
    const Expression* parseGroupOrTuple(std::uint32_t begin);
    const Expression* parseListDisplay();
    const Expression* parseBraces();
    const Expression* parseDict(std::uint32_t begin, const Expression* firstKey);
    const Expression* parseSet(std::uint32_t begin, const Expression* first);
    DictItem parseDictItem(const Expression* key);
    const Expression* parseComprehension(ExpressionKind kind, std::uint32_t begin, const Expression* element,
                                         const Expression* value);
    ComprehensionExpression* parseClauses(ExpressionKind kind, std::uint32_t begin, const Expression* element,
                                          const Expression* value);
    ComprehensionClause parseClause();
    const Expression* parseYield();
    const Expression* parseLambda();
    bool atComprehension() const;
    bool canBeginExpression() const;
    bool acceptComma(TokenKind closing);
    void failExpression();

    // parser_calls.cpp: calls, subscripts, parameters
    const Expression* parseCall(const Expression* callee, std::uint32_t begin);
    List<Argument> parseArguments();
    Argument parseArgument();
    void checkArguments(List<Argument> arguments);
    const Expression* parseSubscript(const Expression* object, std::uint32_t begin);
    const Expression* parseIndex();
    Parameters parseParameters(TokenKind closing);
    void checkParameters(const std::vector<Parameter>& all);
    Parameter parseParameter(ParameterKind& kind, TokenKind closing);
    void parseStarParameter(std::vector<Parameter>& all, ParameterKind& kind, TokenKind closing);
    void applyPositionalOnlyMark(std::vector<Parameter>& parameters);

    // The pieces of an f-string while they are read; adjacent texts become one piece.
    struct Pieces {
        std::vector<FormattedPiece> all;
        std::string text;
        SourceRange textRange;
    };

    // parser_strings.cpp
    const Expression* parseStrings();
    const Expression* parsePlainStrings();
    const Expression* parseFormattedStrings();
    void parseFormattedPieces(Pieces& pieces);
    void parseField(Pieces& pieces, const StringParts& parts);
    const FormattedStringExpression* parseFieldFormat(const StringParts& parts);
    void addText(Pieces& pieces, SourceRange range, std::string_view text, const StringParts& parts,
                 Braces braces);
    void addText(Pieces& pieces, SourceRange range, std::string_view text);
    void addField(Pieces& pieces, const FormattedPiece& field);
    List<FormattedPiece> keepPieces(Pieces& pieces);
    static std::uint16_t heightOf(const Pieces& pieces);
    void decode(std::string_view text, std::uint32_t begin, const StringParts& parts, Braces braces,
                std::string& result);

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    const ParseLimits& m_limits;
    Arena& m_arena;
    NameTable& m_names;
    std::size_t m_at = 0;
    Context m_context;
    bool m_isGivenUp = false;  // the running statement
    std::uint32_t m_depth = 0;
    std::uint32_t m_nodes = 0;
    bool m_isOverLimit = false;
    std::vector<const Expression*> m_expressions;  // scratch stacks: see keep()
    std::vector<const Statement*> m_statements;
    std::vector<ImportedName> m_imports;
};

}  // namespace namescape
