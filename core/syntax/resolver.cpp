#include "syntax/resolver.h"

#include "syntax/scope_table.h"

namespace namescape {

namespace {

// The tree is ours until it is handed out: this is the one place that writes into finished nodes.
template <typename T>
T& writable(const T& part) {
    return const_cast<T&>(part);
}

// Walks the program once and enters every name into the scope table.
class Resolver {
public:
    explicit Resolver(ScopeTable& scopes) : m_scopes(scopes) {}

    void visit(const Block& block) {
        for (const auto* statement : block.statements) visit(*statement);
    }

private:
    void use(const VariableRef& variable) { m_scopes.use(writable(variable)); }
    void bind(const VariableRef& variable) { m_scopes.bind(writable(variable)); }

    void visitAll(ExpressionList expressions) {
        for (const auto* expression : expressions) visit(expression);
    }

    void visit(const Expression* expression);
    void visitTarget(const Expression& target);
    void visitPieces(const FormattedStringExpression& string);
    void visitArguments(List<Argument> arguments);
    void visitSlice(const SliceExpression& slice);
    void visitComprehension(const ComprehensionExpression& comprehension);
    void visitNamedAssignment(const NamedAssignmentExpression& assignment);
    void visitLambda(const LambdaExpression& lambda);
    void visitDefaults(const Parameters& parameters);
    void bindParameters(const Parameters& parameters);

    void visit(const Statement& statement);
    void visitIf(const IfStatement& statement);
    void visitFor(const ForStatement& statement);
    void visitWith(const WithStatement& statement);
    void visitTry(const TryStatement& statement);
    void visitFunction(const FunctionStatement& statement);
    void visitClass(const ClassStatement& statement);
    void visitImports(List<ImportedName> names);
    void visitAnnotatedAssign(const AnnotatedAssignStatement& statement);

    ScopeTable& m_scopes;
};

// ---- Expressions -------------------------------------------------------------------------------------------------

void Resolver::visit(const Expression* expression) {
    if (!expression) return;
    switch (expression->kind) {
    case ExpressionKind::Error:
    case ExpressionKind::None:
    case ExpressionKind::True:
    case ExpressionKind::False:
    case ExpressionKind::Ellipsis:
    case ExpressionKind::Integer:
    case ExpressionKind::BigInteger:
    case ExpressionKind::Float:
    case ExpressionKind::Imaginary:
    case ExpressionKind::String:
    case ExpressionKind::Bytes: return;
    case ExpressionKind::FormattedString: return visitPieces(as<FormattedStringExpression>(*expression));
    case ExpressionKind::Name: return use(as<NameExpression>(*expression).variable);
    case ExpressionKind::Attribute: return visit(as<AttributeExpression>(*expression).object);
    case ExpressionKind::Subscript:
        visit(as<SubscriptExpression>(*expression).object);
        return visit(as<SubscriptExpression>(*expression).index);
    case ExpressionKind::Slice: return visitSlice(as<SliceExpression>(*expression));
    case ExpressionKind::Starred: return visit(as<StarredExpression>(*expression).value);
    case ExpressionKind::Tuple:
    case ExpressionKind::List:
    case ExpressionKind::Set: return visitAll(as<SequenceExpression>(*expression).elements);
    case ExpressionKind::Dict:
        for (const DictItem& item : as<DictExpression>(*expression).items) {
            visit(item.key);
            visit(item.value);
        }
        return;
    case ExpressionKind::ListComprehension:
    case ExpressionKind::SetComprehension:
    case ExpressionKind::DictComprehension:
    case ExpressionKind::Generator: return visitComprehension(as<ComprehensionExpression>(*expression));
    case ExpressionKind::Unary: return visit(as<UnaryExpression>(*expression).operand);
    case ExpressionKind::Binary:
        visit(as<BinaryExpression>(*expression).left);
        return visit(as<BinaryExpression>(*expression).right);
    case ExpressionKind::Boolean: return visitAll(as<BooleanExpression>(*expression).operands);
    case ExpressionKind::Compare: return visitAll(as<CompareExpression>(*expression).operands);
    case ExpressionKind::Conditional:
        visit(as<ConditionalExpression>(*expression).condition);
        visit(as<ConditionalExpression>(*expression).whenTrue);
        return visit(as<ConditionalExpression>(*expression).whenFalse);
    case ExpressionKind::NamedAssignment: return visitNamedAssignment(as<NamedAssignmentExpression>(*expression));
    case ExpressionKind::Call:
        visit(as<CallExpression>(*expression).callee);
        return visitArguments(as<CallExpression>(*expression).arguments);
    case ExpressionKind::Lambda: return visitLambda(as<LambdaExpression>(*expression));
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom: m_scopes.markGenerator(expression->range); [[fallthrough]];
    case ExpressionKind::Await: return visit(as<YieldExpression>(*expression).value);
    }
}

// Names in a target are bound; the rest of it is evaluated as ever.
void Resolver::visitTarget(const Expression& target) {
    switch (target.kind) {
    case ExpressionKind::Name: return bind(as<NameExpression>(target).variable);
    case ExpressionKind::Starred: return visitTarget(*as<StarredExpression>(target).value);
    case ExpressionKind::Tuple:
    case ExpressionKind::List:
        for (const auto* element : as<SequenceExpression>(target).elements) visitTarget(*element);
        return;
    default: return visit(&target);
    }
}

void Resolver::visitPieces(const FormattedStringExpression& string) {
    for (const FormattedPiece& piece : string.pieces) {
        visit(piece.value);
        visit(piece.format);
    }
}

void Resolver::visitArguments(List<Argument> arguments) {
    for (const Argument& argument : arguments) visit(argument.value);
}

void Resolver::visitSlice(const SliceExpression& slice) {
    visit(slice.lower);
    visit(slice.upper);
    visit(slice.step);
}

void Resolver::visitComprehension(const ComprehensionExpression& comprehension) {
    visit(comprehension.clauses.front().iterable);
    const bool isGenerator = comprehension.kind == ExpressionKind::Generator;
    writable(comprehension).scope = m_scopes.enter(isGenerator ? ScopeKind::Generator : ScopeKind::Comprehension,
                                                   isGenerator ? "<genexpr>" : "<comprehension>", comprehension.range);
    for (const ComprehensionClause& clause : comprehension.clauses) {
        if (&clause != &comprehension.clauses.front()) visit(clause.iterable);
        visitTarget(*clause.target);
        visitAll(clause.conditions);
    }
    visit(comprehension.element);
    visit(comprehension.value);
    m_scopes.leave();
}

// Inside a comprehension, `:=` binds in the scope around it.
void Resolver::visitNamedAssignment(const NamedAssignmentExpression& assignment) {
    visit(assignment.value);
    m_scopes.bindOutside(writable(assignment.target->variable));
}

void Resolver::visitDefaults(const Parameters& parameters) {
    for (const Parameter& parameter : parameters.all) {
        visit(parameter.defaultValue);
        visit(parameter.annotation);
    }
}

void Resolver::bindParameters(const Parameters& parameters) {
    for (const Parameter& parameter : parameters.all) m_scopes.bindParameter(writable(parameter.variable));
}

void Resolver::visitLambda(const LambdaExpression& lambda) {
    visitDefaults(lambda.parameters);
    writable(lambda).scope = m_scopes.enter(ScopeKind::Lambda, "<lambda>", lambda.range);
    bindParameters(lambda.parameters);
    visit(lambda.body);
    m_scopes.leave();
}

// ---- Statements --------------------------------------------------------------------------------------------------

void Resolver::visit(const Statement& statement) {
    switch (statement.kind) {
    case StatementKind::Error:
        for (const Block& block : as<ErrorStatement>(statement).blocks) visit(block);
        return;
    case StatementKind::Expression: return visit(as<ExpressionStatement>(statement).value);
    case StatementKind::Assign:
        visit(as<AssignStatement>(statement).value);
        for (const auto* target : as<AssignStatement>(statement).targets) visitTarget(*target);
        return;
    case StatementKind::AugmentedAssign:
        visit(as<AugmentedAssignStatement>(statement).value);
        return visitTarget(*as<AugmentedAssignStatement>(statement).target);
    case StatementKind::AnnotatedAssign: return visitAnnotatedAssign(as<AnnotatedAssignStatement>(statement));
    case StatementKind::Return: return visit(as<ReturnStatement>(statement).value);
    case StatementKind::Raise:
        visit(as<RaiseStatement>(statement).exception);
        return visit(as<RaiseStatement>(statement).cause);
    case StatementKind::Assert:
        visit(as<AssertStatement>(statement).condition);
        return visit(as<AssertStatement>(statement).message);
    case StatementKind::Delete:
        for (const auto* target : as<DeleteStatement>(statement).targets) visitTarget(*target);
        return;
    case StatementKind::Pass:
    case StatementKind::Break:
    case StatementKind::Continue: return;
    case StatementKind::Import: return visitImports(as<ImportStatement>(statement).names);
    case StatementKind::ImportFrom: return visitImports(as<ImportFromStatement>(statement).names);
    case StatementKind::Global:
        for (const NameId name : as<DeclarationStatement>(statement).names)
            m_scopes.declare(name, Declaration::Global, statement.range);
        return;
    case StatementKind::Nonlocal:
        for (const NameId name : as<DeclarationStatement>(statement).names)
            m_scopes.declare(name, Declaration::Nonlocal, statement.range);
        return;
    case StatementKind::If: return visitIf(as<IfStatement>(statement));
    case StatementKind::While:
        visit(as<WhileStatement>(statement).condition);
        visit(as<WhileStatement>(statement).body);
        return visit(as<WhileStatement>(statement).orElse);
    case StatementKind::For: return visitFor(as<ForStatement>(statement));
    case StatementKind::With: return visitWith(as<WithStatement>(statement));
    case StatementKind::Try: return visitTry(as<TryStatement>(statement));
    case StatementKind::Function: return visitFunction(as<FunctionStatement>(statement));
    case StatementKind::Class: return visitClass(as<ClassStatement>(statement));
    }
}

void Resolver::visitAnnotatedAssign(const AnnotatedAssignStatement& statement) {
    visit(statement.annotation);
    visit(statement.value);
    const bool isOnlyNoted = statement.target->isParenthesised && !statement.value;  // `(x): int` binds nothing
    if (isOnlyNoted) visit(statement.target);
    else visitTarget(*statement.target);
    if (isNoted(statement)) m_scopes.noteAnnotation();
}

void Resolver::visitImports(List<ImportedName> names) {
    for (const ImportedName& imported : names) bind(imported.variable);
}

void Resolver::visitIf(const IfStatement& statement) {
    for (const IfBranch& branch : statement.branches) {
        visit(branch.condition);
        visit(branch.body);
    }
    visit(statement.orElse);
}

void Resolver::visitFor(const ForStatement& statement) {
    visit(statement.iterable);
    visitTarget(*statement.target);
    visit(statement.body);
    visit(statement.orElse);
}

void Resolver::visitWith(const WithStatement& statement) {
    for (const WithItem& item : statement.items) {
        visit(item.context);
        if (item.target) visitTarget(*item.target);
    }
    visit(statement.body);
}

void Resolver::visitTry(const TryStatement& statement) {
    visit(statement.body);
    for (const ExceptHandler& handler : statement.handlers) {
        visit(handler.type);
        if (handler.hasName) bind(handler.variable);
        visit(handler.body);
    }
    visit(statement.orElse);
    visit(statement.finally);
}

void Resolver::visitFunction(const FunctionStatement& statement) {
    visitAll(statement.decorators);
    visitDefaults(statement.parameters);
    visit(statement.returns);
    bind(statement.variable);
    writable(statement).scope = m_scopes.enter(ScopeKind::Function, statement.variable.name, statement.range);
    bindParameters(statement.parameters);
    visit(statement.body);
    m_scopes.leave();
}

void Resolver::visitClass(const ClassStatement& statement) {
    visitAll(statement.decorators);
    visitArguments(statement.arguments);
    bind(statement.variable);
    writable(statement).scope = m_scopes.enter(ScopeKind::Class, statement.variable.name, statement.range);
    visit(statement.body);
    m_scopes.leave();
}

}  // namespace

Resolution resolve(const Block& program, SourceRange range, Arena& arena, NameTable& names) {
    ScopeTable scopes(arena, names);
    Resolution resolution;
    scopes.enter(ScopeKind::Module, "<module>", range);
    Resolver(scopes).visit(program);
    scopes.leave();
    scopes.finish();
    resolution.scopes = scopes.scopes();
    resolution.globals = std::move(scopes.globals);
    resolution.diagnostics = std::move(scopes.diagnostics);
    return resolution;
}

}  // namespace namescape
