// The nodes of a program's syntax tree: plain structs told apart by `kind`, made for a fast walk with `switch`.
//
// Nodes live in the arena of their SyntaxTree and are never changed once it is parsed. No part of a node is null
// unless its comment says so. A range covers the node without the parentheses around it.
#pragma once

#include "support/source_range.h"
#include "syntax/names.h"

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

namespace namescape {

template <typename T>
using List = std::span<const T>;

struct Expression;
struct Statement;
using ExpressionList = List<const Expression*>;

enum class ExpressionKind : std::uint8_t {
    Error,  // only while parsing: a statement that can't be read becomes an ErrorStatement as a whole
    // Constants
    None,
    True,
    False,
    Ellipsis,
    Integer,
    BigInteger,
    Float,
    Imaginary,
    String,
    Bytes,
    FormattedString,
    // Variables and their parts
    Name,
    Attribute,
    Subscript,
    Slice,
    Starred,
    // Displays
    Tuple,
    List,
    Set,
    Dict,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    Generator,
    // Operators
    Unary,
    Binary,
    Boolean,
    Compare,
    Conditional,
    NamedAssignment,
    Call,
    Lambda,
    Yield,
    YieldFrom,
    Await,
};

enum class StatementKind : std::uint8_t {
    Error,
    Expression,
    Assign,
    AugmentedAssign,
    AnnotatedAssign,
    Return,
    Raise,
    Assert,
    Delete,
    Pass,
    Break,
    Continue,
    Import,
    ImportFrom,
    Global,
    Nonlocal,
    If,
    While,
    For,
    With,
    Try,
    Function,
    Class,
};

enum class UnaryOperator : std::uint8_t { Plus, Minus, Invert, Not };

enum class BinaryOperator : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    BitAnd,
    BitOr,
    BitXor,
};

enum class BooleanOperator : std::uint8_t { And, Or };

enum class CompareOperator : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,
    In,
    NotIn,
};

// The operator as it is written in a program, e.g. "//" or "not in".
std::string_view spelling(UnaryOperator op);
std::string_view spelling(BinaryOperator op);
std::string_view spelling(BooleanOperator op);
std::string_view spelling(CompareOperator op);

// ---- Expressions -------------------------------------------------------------------------------------------------

struct Expression {
    SourceRange range;
    ExpressionKind kind = ExpressionKind::Error;
    bool isParenthesised = false;
    std::uint16_t height = 1;  // of the tree below it; bounded by ParseLimits::maxHeight, so that walks may recurse
};

// Integer: fits 64 bits.
struct IntegerExpression : Expression {
    std::int64_t value = 0;
};

// BigInteger: as it is written, without underscores ("0x…", "0o…", "0b…" or decimal digits).
struct BigIntegerExpression : Expression {
    std::string_view digits;
    std::uint32_t constant = 0;  // a dense number below SyntaxTree::constantCount(), for keeping the value made once
};

// Float, Imaginary.
struct FloatExpression : Expression {
    double value = 0;
};

// String (UTF-8, escapes decoded), Bytes. Adjacent literals are one.
struct StringExpression : Expression {
    std::string_view value;
    std::uint32_t constant = 0;  // as in BigIntegerExpression
};

struct FormattedStringExpression;

// A stretch of text, or a replacement field. `{x=}` is the text "x=" and then a field.
struct FormattedPiece {
    SourceRange range;
    std::string_view text;                               // escapes decoded; empty for a field
    const Expression* value = nullptr;                   // null for text
    char conversion = 0;                                 // 'r', 's', 'a' or none
    const FormattedStringExpression* format = nullptr;   // what stands behind the colon; null without one
};

// An f-string, or several adjacent strings with one among them.
struct FormattedStringExpression : Expression {
    List<FormattedPiece> pieces;
};

struct NameExpression : Expression {
    VariableRef variable;
};

struct AttributeExpression : Expression {
    NameId attribute{};  // mangled inside a class when private (`__x`)
    const Expression* object = nullptr;
    SourceRange attributeRange;
};

struct SubscriptExpression : Expression {
    const Expression* object = nullptr;
    const Expression* index = nullptr;  // Slice, Tuple (may hold slices) or any other
};

struct SliceExpression : Expression {
    const Expression* lower = nullptr;  // each null where left out
    const Expression* upper = nullptr;
    const Expression* step = nullptr;
};

// `*x` in a display, a call's arguments or a target.
struct StarredExpression : Expression {
    const Expression* value = nullptr;
};

// Tuple, List, Set, in an expression or as a target.
struct SequenceExpression : Expression {
    ExpressionList elements;
};

struct DictItem {
    const Expression* key = nullptr;  // null for `**value`
    const Expression* value = nullptr;
};

struct DictExpression : Expression {
    List<DictItem> items;
};

// One `for target in iterable` and the `if`s behind it.
struct ComprehensionClause {
    const Expression* target = nullptr;
    const Expression* iterable = nullptr;
    ExpressionList conditions;
    bool isAsync = false;
};

// ListComprehension, SetComprehension, DictComprehension, Generator. The first iterable belongs to the scope around it.
struct ComprehensionExpression : Expression {
    const Expression* element = nullptr;  // the key in a dict
    const Expression* value = nullptr;    // of a dict; else null
    List<ComprehensionClause> clauses;
    const Scope* scope = nullptr;
};

struct UnaryExpression : Expression {
    UnaryOperator op{};
    const Expression* operand = nullptr;
};

struct BinaryExpression : Expression {
    BinaryOperator op{};
    const Expression* left = nullptr;
    const Expression* right = nullptr;
};

// `a and b and c`: two operands or more.
struct BooleanExpression : Expression {
    BooleanOperator op{};
    ExpressionList operands;
};

// `a < b <= c`: one operator fewer than operands.
struct CompareExpression : Expression {
    List<CompareOperator> operators;
    ExpressionList operands;
};

struct ConditionalExpression : Expression {
    const Expression* condition = nullptr;
    const Expression* whenTrue = nullptr;
    const Expression* whenFalse = nullptr;
};

// `name := value`.
struct NamedAssignmentExpression : Expression {
    const NameExpression* target = nullptr;
    const Expression* value = nullptr;
};

enum class ArgumentKind : std::uint8_t { Positional, Star, Keyword, DoubleStar };

struct Argument {
    ArgumentKind kind = ArgumentKind::Positional;
    NameId name{};  // of a keyword
    const Expression* value = nullptr;
    SourceRange range;
};

struct CallExpression : Expression {
    const Expression* callee = nullptr;
    List<Argument> arguments;          // in the order written
    std::uint32_t positionalCount = 0;  // the leading arguments of kind Positional
    bool hasUnpacking = false;          // any `*` or `**`
};

enum class ParameterKind : std::uint8_t { PositionalOnly, Positional, KeywordOnly, Star, DoubleStar };

struct Parameter {
    ParameterKind kind = ParameterKind::Positional;
    VariableRef variable;  // Local or Cell, at the slot of its index
    const Expression* annotation = nullptr;    // null without one
    const Expression* defaultValue = nullptr;  // null without one
    SourceRange range;
    SourceRange nameRange;
};

// In slot order: positional ones as written, keyword-only ones, `*args`, `**kwargs`.
struct Parameters {
    List<Parameter> all;
    std::uint32_t positionalOnlyCount = 0;
    std::uint32_t positionalCount = 0;  // positional-only ones included
    std::uint32_t keywordOnlyCount = 0;
    bool hasStar = false;
    bool hasDoubleStar = false;
};

struct LambdaExpression : Expression {
    Parameters parameters;
    const Expression* body = nullptr;
    const Scope* scope = nullptr;
};

// Yield (value may be null), YieldFrom, Await.
struct YieldExpression : Expression {
    const Expression* value = nullptr;
};

// ---- Statements --------------------------------------------------------------------------------------------------

struct Statement {
    SourceRange range;  // from its first token (a decorator's `@` included) to the end of its last, blocks included
    StatementKind kind = StatementKind::Error;
};

// The statements below a header line.
struct Block {
    List<const Statement*> statements;
    SourceRange range;             // from the first statement's begin to the last one's end; empty for an empty block
    std::uint32_t colonEnd = 0;    // offset just behind the colon of its header, or where that colon is missing
};

// A statement that could not be read; a diagnostic says why. It is not run.
struct ErrorStatement : Statement {
    List<Block> blocks;  // what stands indented below its lines
};

// An expression on its own.
struct ExpressionStatement : Statement {
    const Expression* value = nullptr;
};

// `a = b, c = value`. A target is a Name, Attribute, Subscript, Starred, or a Tuple or List of targets.
struct AssignStatement : Statement {
    ExpressionList targets;
    const Expression* value = nullptr;
};

struct AugmentedAssignStatement : Statement {
    BinaryOperator op{};
    const Expression* target = nullptr;  // Name, Attribute or Subscript
    const Expression* value = nullptr;
};

struct AnnotatedAssignStatement : Statement {
    const Expression* target = nullptr;  // Name, Attribute or Subscript
    const Expression* annotation = nullptr;
    const Expression* value = nullptr;   // null without one
};

// Whether it gets into the `__annotations__` of a class: attributes, items and what stands in parentheses do not.
inline bool isNoted(const AnnotatedAssignStatement& statement) {
    return statement.target->kind == ExpressionKind::Name && !statement.target->isParenthesised;
}

struct ReturnStatement : Statement {
    const Expression* value = nullptr;  // null without one
};

struct RaiseStatement : Statement {
    const Expression* exception = nullptr;  // null: raise the current one again
    const Expression* cause = nullptr;      // behind `from`; null without one
};

struct AssertStatement : Statement {
    const Expression* condition = nullptr;
    const Expression* message = nullptr;  // null without one
};

struct DeleteStatement : Statement {
    ExpressionList targets;
};

// One `a.b as c` of an import.
struct ImportedName {
    std::string_view name;  // dotted in `import a.b`
    VariableRef variable;   // what is bound: the `as` name, else the first part
    bool hasAlias = false;
    SourceRange range;
    SourceRange nameRange;
};

struct ImportStatement : Statement {
    List<ImportedName> names;
};

struct ImportFromStatement : Statement {
    std::string_view module;     // dotted; empty in `from . import x`
    SourceRange moduleRange;     // leading dots included
    std::uint32_t level = 0;     // leading dots
    List<ImportedName> names;    // empty for `*`
    bool isStar = false;
};

// Global, Nonlocal.
struct DeclarationStatement : Statement {
    List<NameId> names;
};

struct IfBranch {
    const Expression* condition = nullptr;
    Block body;
    SourceRange range;
};

struct IfStatement : Statement {
    List<IfBranch> branches;  // `if` and every `elif`
    Block orElse;             // empty without `else`
};

struct WhileStatement : Statement {
    const Expression* condition = nullptr;
    Block body;
    Block orElse;  // empty without `else`
};

struct ForStatement : Statement {
    const Expression* target = nullptr;
    const Expression* iterable = nullptr;
    Block body;
    Block orElse;  // empty without `else`
    bool isAsync = false;
};

struct WithItem {
    const Expression* context = nullptr;
    const Expression* target = nullptr;  // behind `as`; null without one
    SourceRange range;
};

struct WithStatement : Statement {
    List<WithItem> items;
    Block body;
    bool isAsync = false;
};

struct ExceptHandler {
    const Expression* type = nullptr;  // null for a bare `except`
    bool hasName = false;
    VariableRef variable;              // behind `as`
    Block body;
    SourceRange range;
};

struct TryStatement : Statement {
    Block body;
    List<ExceptHandler> handlers;
    Block orElse;    // empty without `else`
    Block finally;   // empty without `finally`
};

struct FunctionStatement : Statement {
    VariableRef variable;  // what is bound
    SourceRange nameRange;
    ExpressionList decorators;  // in the order written
    Parameters parameters;
    const Expression* returns = nullptr;  // annotation; null without one
    Block body;
    const Scope* scope = nullptr;
    bool isAsync = false;
};

struct ClassStatement : Statement {
    VariableRef variable;  // what is bound
    SourceRange nameRange;
    ExpressionList decorators;
    List<Argument> arguments;  // bases and keywords
    Block body;
    const Scope* scope = nullptr;
};

// The whole program.
struct Module {
    Block body;
    const Scope* scope = nullptr;
};

// Views a node as the struct that its kind stands for.
template <typename Node>
const Node& as(const Expression& expression) {
    return static_cast<const Node&>(expression);
}

template <typename Node>
const Node& as(const Statement& statement) {
    return static_cast<const Node&>(statement);
}

}  // namespace namescape
