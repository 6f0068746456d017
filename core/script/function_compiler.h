// Compiles one function, class body or module: the state that the files compile_*.cpp share.
#pragma once

#include "script/code.h"
#include "syntax/ast.h"
#include "syntax/syntax_tree.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace namescape {

class Interpreter;

// What is the same for all functions of a text.
struct UnitCompiler {
    Interpreter& interpreter;
    const SyntaxTree& tree;
    CodeUnit& unit;
    std::vector<InternedName> names;           // per NameId
    std::vector<Value> constants;              // per constant of the tree; unset until made
    bool hasLazyAnnotations = false;           // from __future__ import annotations

    InternedName name(NameId id) const { return names[static_cast<std::size_t>(id)]; }
};

class FunctionCompiler {
public:
    FunctionCompiler(UnitCompiler& unit, Code& code, const Scope& scope, FunctionCompiler* outer);

    void compileModule(const Module& module);
    void compileFunction(const FunctionStatement& function);
    void compileLambda(const LambdaExpression& lambda);
    void compileClassBody(const ClassStatement& statement);
    void compileGenerator(const ComprehensionExpression& comprehension);

private:
    // Something around the code being compiled that a jump out of it has to deal with.
    enum class BlockKind : std::uint8_t { Loop, ForLoop, With, Handler, Try, FinallyBody };

    // A `break`, `continue` or `return` that goes through a `finally`.
    struct PendingJump {
        enum class Kind : std::uint8_t { Break, Continue, Return } kind;
        std::uint32_t reason;
    };

    struct BlockInfo {
        BlockKind kind;
        std::uint32_t depth;                        // of the operand stack at its beginning
        std::vector<std::uint32_t> breaks;          // jumps to be patched to behind the loop
        std::uint32_t continueTarget = 0;
        const ExceptHandler* handler = nullptr;     // of Handler
        bool hasFinally = false;                    // of Try
        std::vector<PendingJump> pending;           // of Try with a finally
        std::vector<std::uint32_t> finallyJumps;    // jumps to be patched to the finally
        bool hasRange = false;                      // exceptions inside are handled
        std::uint32_t rangeBegin = 0;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;  // what is inside, code that leaves the block taken out
    };

    // A jump whose target is not known yet: the place of its instruction.
    using Patch = std::uint32_t;

    // Sets the place that instructions come from, for as long as it lives.
    class Place {
    public:
        Place(FunctionCompiler& compiler, const Expression& expression) : Place(compiler, expression.range) {}
        Place(FunctionCompiler& compiler, SourceRange range);
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

    private:
        FunctionCompiler& m_compiler;
        std::uint32_t m_previous;
    };

    // --- Emitting (function_compiler.cpp)
    void emit(Opcode opcode, std::uint32_t argument = 0);
    void emitWord(std::uint32_t word);
    Patch emitJump(Opcode opcode);
    void patch(Patch jump) { patchTo(jump, here()); }
    void patchTo(Patch jump, std::uint32_t target);
    std::uint32_t here() const { return static_cast<std::uint32_t>(m_code.instructions.size()); }
    void adjustDepth(int change);
    // From here on, a body of the program runs once more. What the library does is not counted.
    void countRuns(SourceRange statement);
    void addHandler(std::uint32_t begin, std::uint32_t end, std::uint32_t handler, std::uint32_t depth);
    std::uint32_t addConstant(Value value);
    void loadConstant(Value value) { emit(Opcode::LoadConstant, addConstant(std::move(value))); }
    void loadName(InternedName name);
    std::uint32_t nameConstant(InternedName name);
    std::uint32_t locate(SourceRange expression);
    Code& makeCode(const Scope& scope, InternedName name, SourceRange range);
    void finish();

    // --- Expressions (compile_expressions.cpp)
    void expression(const Expression& expression);
    void string(const StringExpression& string);
    void bigInteger(const BigIntegerExpression& integer);
    void formattedString(const FormattedStringExpression& string);
    void formattedPiece(const FormattedPiece& piece);
    void display(const SequenceExpression& sequence, Opcode build, Opcode append, Opcode extend);
    void tuple(const SequenceExpression& tuple);
    void dictDisplay(const DictExpression& dict);
    void boolean(const BooleanExpression& boolean);
    void comparison(const CompareExpression& comparison);
    void conditional(const ConditionalExpression& conditional);
    void subscript(const SubscriptExpression& subscript);
    void slice(const SliceExpression& slice);
    void yieldValue(const YieldExpression& yield);
    // Jumps when the condition's truth is `when`; falls through otherwise.
    std::vector<Patch> jumpIf(const Expression& condition, bool when);

    // --- Calls (compile_calls.cpp)
    void call(const CallExpression& call);
    void callee(const Expression& callee);
    void unpackedArguments(List<Argument> arguments);
    void keywordDict(List<Argument> arguments);

    // --- Variables and targets (compile_targets.cpp)
    void load(const VariableRef& variable);
    void store(const VariableRef& variable);
    void remove(const VariableRef& variable);
    void loadCapture(const Capture& capture);
    void assignTo(const Expression& target);
    void unpackInto(const SequenceExpression& targets);
    void deleteTarget(const Expression& target);

    // --- Comprehensions, functions and classes (compile_definitions.cpp)
    void comprehension(const ComprehensionExpression& comprehension);
    void generator(const ComprehensionExpression& comprehension);
    void clauses(const ComprehensionExpression& comprehension, std::size_t index, std::uint32_t containerDepth);
    void comprehensionElement(const ComprehensionExpression& comprehension, std::uint32_t containerDepth);
    void lambda(const LambdaExpression& lambda);
    void function(const FunctionStatement& function);
    void classDefinition(const ClassStatement& definition);
    void defaultsOf(const Parameters& parameters);
    void annotationsOf(const FunctionStatement& function);
    void makeFunction(Code& code);
    void fillSignature(Code& code, const Parameters& parameters);
    void docstring(const Block& body);
    void unsupported(std::string_view what);

    // --- Statements (compile_statements.cpp)
    void block(const Block& block);
    void statement(const Statement& statement);
    void assign(const AssignStatement& statement);
    void augmentedAssign(const AugmentedAssignStatement& statement);
    void annotatedAssign(const AnnotatedAssignStatement& statement);
    void annotation(const Expression& annotation);
    // The slot of a class body's `__annotations__`, where it has any.
    std::optional<VariableRef> annotations() const;
    void returnStatement(const ReturnStatement& statement);
    void raise(const RaiseStatement& statement);
    void assertion(const AssertStatement& statement);
    void import(const ImportStatement& statement);
    void importFrom(const ImportFromStatement& statement);
    void ifStatement(const IfStatement& statement);

    // --- Statements that jumps out of have to undo (compile_blocks.cpp)
    void whileLoop(const WhileStatement& statement);
    void forLoop(const ForStatement& statement);
    void with(const WithStatement& statement, std::size_t item);
    void tryStatement(const TryStatement& statement);
    void tryExcept(const TryStatement& statement);
    void handlers(const TryStatement& statement, std::vector<Patch>& ends);
    void handlerBody(const ExceptHandler& handler);
    void finallyBody(const Block& body, const std::vector<PendingJump>& pending);
    void breakOrContinue(PendingJump::Kind kind);
    BlockInfo& openBlock(BlockKind kind, bool hasRange);
    BlockInfo closeBlock();
    // Exceptions inside a closed block go to `handler`, with `extraDepth` values kept above the block's beginning.
    void handleAt(const BlockInfo& block, std::uint32_t handler, std::uint32_t extraDepth);
    // Exceptions inside a closed block that runs with an exception being handled: ends that, and passes them on.
    void passOnFrom(const BlockInfo& block, std::uint32_t extraDepth);
    // Leaves blocks from the innermost to `outermost`, and counts `lowest` down with them; what is to be returned stays on the
    // stack. False where a finally takes over: it goes on from there.
    bool leaveBlocks(std::size_t outermost, PendingJump::Kind kind, std::size_t& lowest);
    void loopBack(const BlockInfo& loop);
    void finishJump(PendingJump::Kind kind, std::size_t loop);
    std::size_t innermostLoop() const;

    UnitCompiler& m_unit;
    Code& m_code;
    const Scope& m_scope;
    FunctionCompiler* m_outer;
    std::vector<BlockInfo> m_blocks;
    std::unordered_map<const StringObject*, std::uint32_t> m_nameConstants;
    SourceRange m_statement;
    std::uint32_t m_location = 0;
    int m_depth = 0;
    int m_maxDepth = 0;
};

}  // namespace namescape
