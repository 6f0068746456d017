#include "script/function_compiler.h"
#include "script/interpreter.h"

namespace namescape {

// ---- Comprehensions ----------------------------------------------------------------------------------------------

void FunctionCompiler::comprehension(const ComprehensionExpression& node) {
    const Scope& scope = *node.scope;
    expression(*node.clauses.front().iterable);
    for (std::uint32_t i = 0; i < scope.ownSlotCount; ++i) emit(Opcode::UnsetLocal, scope.firstSlot + i);
    for (const std::uint32_t cell : scope.cells) emit(Opcode::MakeCell, cell);
    const Opcode build = node.kind == ExpressionKind::ListComprehension ? Opcode::BuildList : node.kind == ExpressionKind::SetComprehension ? Opcode::BuildSet : Opcode::BuildDict;
    emit(build, 0);
    emit(Opcode::Swap);
    {
        const Place place(*this, *node.clauses.front().iterable);
        emit(Opcode::GetIterator);
    }
    clauses(node, 0, static_cast<std::uint32_t>(m_depth - 1));
}

// The iterator of clause `index` is on the stack and is gone afterwards. The container, if any, stands at `containerDepth`.
void FunctionCompiler::clauses(const ComprehensionExpression& node, std::size_t index, std::uint32_t containerDepth) {
    const ComprehensionClause& clause = node.clauses[index];
    if (clause.isAsync) unsupported("an asynchronous comprehension");
    const std::uint32_t start = here();
    Patch toEnd;
    {
        const Place place(*this, *clause.iterable);
        toEnd = emitJump(Opcode::ForIterator);
    }
    assignTo(*clause.target);
    for (const auto* condition : clause.conditions)
        for (const Patch jump : jumpIf(*condition, false)) patchTo(jump, start);
    if (index + 1 < node.clauses.size()) {
        const auto& next = node.clauses[index + 1];
        expression(*next.iterable);
        {
            const Place place(*this, *next.iterable);
            emit(Opcode::GetIterator);
        }
        clauses(node, index + 1, containerDepth);
    } else {
        comprehensionElement(node, containerDepth);
    }
    emit(Opcode::Jump, start);
    patch(toEnd);
    adjustDepth(-1);
}

void FunctionCompiler::comprehensionElement(const ComprehensionExpression& node, std::uint32_t containerDepth) {
    expression(*node.element);
    if (node.kind == ExpressionKind::Generator) {
        emit(Opcode::Yield);
        return emit(Opcode::Pop);
    }
    if (node.value) expression(*node.value);
    const auto distance = static_cast<std::uint32_t>(m_depth) - containerDepth - (node.value ? 2 : 1);
    emit(node.kind == ExpressionKind::ListComprehension ? Opcode::AppendTo : node.kind == ExpressionKind::SetComprehension ? Opcode::AddTo : Opcode::PutInto, distance);
}

void FunctionCompiler::generator(const ComprehensionExpression& node) {
    Code& code = makeCode(*node.scope, m_unit.interpreter.intern("<genexpr>"), node.range);
    FunctionCompiler inner(m_unit, code, *node.scope, this);
    inner.m_statement = m_statement;
    inner.compileGenerator(node);
    makeFunction(code);
    emit(Opcode::LoadUnset);
    expression(*node.clauses.front().iterable);
    {
        const Place place(*this, *node.clauses.front().iterable);
        emit(Opcode::GetIterator);
    }
    emit(Opcode::Call, 1);
}

void FunctionCompiler::compileGenerator(const ComprehensionExpression& node) {
    m_code.signature.parameters.push_back({m_unit.interpreter.intern(".0"), ParameterKind::PositionalOnly, false});
    m_code.signature.positionalOnlyCount = m_code.signature.positionalCount = m_code.signature.requiredCount = 1;
    m_code.isSimple = true;
    emit(Opcode::LoadLocal, 0);
    clauses(node, 0, 0);
    emit(Opcode::LoadNone);
    emit(Opcode::Return);
    finish();
}

// ---- Functions ---------------------------------------------------------------------------------------------------

void FunctionCompiler::fillSignature(Code& code, const Parameters& parameters) {
    Signature& signature = code.signature;
    for (const Parameter& parameter : parameters.all) signature.parameters.push_back({m_unit.name(parameter.variable.name), parameter.kind, parameter.defaultValue != nullptr});
    signature.positionalOnlyCount = parameters.positionalOnlyCount;
    signature.positionalCount = parameters.positionalCount;
    signature.keywordOnlyCount = parameters.keywordOnlyCount;
    signature.hasStar = parameters.hasStar;
    signature.hasDoubleStar = parameters.hasDoubleStar;
    for (std::size_t i = 0; i < signature.positionalCount; ++i) signature.requiredCount += !signature.parameters[i].hasDefault;
    code.isSimple = signature.keywordOnlyCount == 0 && !signature.hasStar && !signature.hasDoubleStar;
}

void FunctionCompiler::defaultsOf(const Parameters& parameters) {
    for (const Parameter& parameter : parameters.all)
        if (parameter.defaultValue) expression(*parameter.defaultValue);
}

void FunctionCompiler::makeFunction(Code& code) {
    int defaults = 0;
    for (const auto& parameter : code.signature.parameters) defaults += parameter.hasDefault;
    std::uint32_t index = static_cast<std::uint32_t>(m_unit.unit.codes.size());
    while (m_unit.unit.codes[--index].get() != &code) {}
    emit(Opcode::MakeFunction, index);
    adjustDepth(1 - defaults);
}

void FunctionCompiler::lambda(const LambdaExpression& node) {
    defaultsOf(node.parameters);
    Code& code = makeCode(*node.scope, m_unit.interpreter.intern("<lambda>"), node.range);
    FunctionCompiler inner(m_unit, code, *node.scope, this);
    inner.m_statement = m_statement;
    inner.compileLambda(node);
    makeFunction(code);
}

void FunctionCompiler::compileLambda(const LambdaExpression& node) {
    fillSignature(m_code, node.parameters);
    expression(*node.body);
    if (m_code.isGenerator) {
        emit(Opcode::Pop);
        emit(Opcode::LoadNone);
    }
    emit(Opcode::Return);
    finish();
}

// They are evaluated, as a wrong name in them is an error, but not kept.
void FunctionCompiler::annotationsOf(const FunctionStatement& node) {
    if (m_unit.hasLazyAnnotations) return;
    const auto evaluate = [this](const Expression* annotation) {
        if (!annotation) return;
        expression(*annotation);
        emit(Opcode::Pop);
    };
    for (const Parameter& parameter : node.parameters.all) evaluate(parameter.annotation);
    evaluate(node.returns);
}

void FunctionCompiler::function(const FunctionStatement& node) {
    if (node.isAsync) return unsupported("an asynchronous function");
    for (const auto* decorator : node.decorators) {
        expression(*decorator);
        emit(Opcode::LoadUnset);
    }
    defaultsOf(node.parameters);
    annotationsOf(node);
    Code& code = makeCode(*node.scope, m_unit.name(node.variable.name), node.range);
    FunctionCompiler(m_unit, code, *node.scope, this).compileFunction(node);
    makeFunction(code);
    for (std::size_t i = node.decorators.size(); i-- > 0;) {
        const Place place(*this, *node.decorators[i]);
        emit(Opcode::Call, 1);
    }
    store(node.variable);
}

void FunctionCompiler::compileFunction(const FunctionStatement& function) {
    fillSignature(m_code, function.parameters);
    docstring(function.body);
    countRuns(function.range);
    block(function.body);
    emit(Opcode::LoadNone);
    emit(Opcode::Return);
    finish();
}

void FunctionCompiler::docstring(const Block& body) {
    if (body.statements.empty() || body.statements.front()->kind != StatementKind::Expression) return;
    const Expression& first = *as<ExpressionStatement>(*body.statements.front()).value;
    if (first.kind == ExpressionKind::String) m_code.doc = m_unit.interpreter.string(as<StringExpression>(first).value);
}

// ---- Classes -----------------------------------------------------------------------------------------------------

void FunctionCompiler::classDefinition(const ClassStatement& node) {
    for (const auto* decorator : node.decorators) {
        expression(*decorator);
        emit(Opcode::LoadUnset);
    }
    Code& code = makeCode(*node.scope, m_unit.name(node.variable.name), node.range);
    code.isClassBody = true;
    FunctionCompiler(m_unit, code, *node.scope, this).compileClassBody(node);
    makeFunction(code);
    emit(Opcode::BuildList, 0);
    for (const Argument& argument : node.arguments) {
        if (argument.kind != ArgumentKind::Positional && argument.kind != ArgumentKind::Star) continue;
        expression(*argument.value);
        if (argument.kind == ArgumentKind::Star) emit(Opcode::Extend);
        else emit(Opcode::AppendTo, 0);
    }
    keywordDict(node.arguments);
    emit(Opcode::BuildClass);
    for (std::size_t i = node.decorators.size(); i-- > 0;) {
        const Place place(*this, *node.decorators[i]);
        emit(Opcode::Call, 1);
    }
    store(node.variable);
}

void FunctionCompiler::compileClassBody(const ClassStatement& node) {
    docstring(node.body);
    m_code.isSimple = true;
    if (const auto noted = annotations()) {
        emit(Opcode::BuildDict, 0);
        store(*noted);
    }
    block(node.body);
    emit(Opcode::ClassNamespace);
    emit(Opcode::Return);
    finish();
}

}  // namespace namescape
