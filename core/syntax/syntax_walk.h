// Walks over every statement and expression of a syntax tree, each before what is inside it.
#pragma once

#include "syntax/ast.h"

#include <type_traits>
#include <utility>

namespace namescape {

// In place of a function for expressions: no statement stands within one, so they are passed over.
struct IgnoreExpressions {};

template <typename OnStatement, typename OnExpression>
class SyntaxWalk {
public:
    SyntaxWalk(OnStatement onStatement, OnExpression onExpression) : m_onStatement(std::move(onStatement)), m_onExpression(std::move(onExpression)) {}

    void visit(const Block& block) {
        for (const Statement* statement : block.statements) visit(*statement);
    }

private:
    void visit(const Statement& statement) {
        m_onStatement(statement);
        switch (statement.kind) {
        case StatementKind::Error:
            for (const Block& block : as<ErrorStatement>(statement).blocks) visit(block);
            return;
        case StatementKind::Expression: return visit(as<ExpressionStatement>(statement).value);
        case StatementKind::Assign: visit(as<AssignStatement>(statement).targets); return visit(as<AssignStatement>(statement).value);
        case StatementKind::AugmentedAssign: visit(as<AugmentedAssignStatement>(statement).target); return visit(as<AugmentedAssignStatement>(statement).value);
        case StatementKind::AnnotatedAssign: visit(as<AnnotatedAssignStatement>(statement).target); return visit(as<AnnotatedAssignStatement>(statement).value);
        case StatementKind::Return: return visit(as<ReturnStatement>(statement).value);
        case StatementKind::Raise: visit(as<RaiseStatement>(statement).exception); return visit(as<RaiseStatement>(statement).cause);
        case StatementKind::Assert: visit(as<AssertStatement>(statement).condition); return visit(as<AssertStatement>(statement).message);
        case StatementKind::If:
            for (const IfBranch& branch : as<IfStatement>(statement).branches) {
                visit(branch.condition);
                visit(branch.body);
            }
            return visit(as<IfStatement>(statement).orElse);
        case StatementKind::While: visit(as<WhileStatement>(statement).condition); return visitLoop(as<WhileStatement>(statement));
        case StatementKind::For: visit(as<ForStatement>(statement).target); visit(as<ForStatement>(statement).iterable); return visitLoop(as<ForStatement>(statement));
        case StatementKind::With:
            for (const WithItem& item : as<WithStatement>(statement).items) {
                visit(item.context);
                visit(item.target);
            }
            return visit(as<WithStatement>(statement).body);
        case StatementKind::Try: return visitTry(as<TryStatement>(statement));
        case StatementKind::Function:
            visit(as<FunctionStatement>(statement).decorators);
            visit(as<FunctionStatement>(statement).parameters);
            return visit(as<FunctionStatement>(statement).body);
        case StatementKind::Class:
            visit(as<ClassStatement>(statement).decorators);
            visit(as<ClassStatement>(statement).arguments);
            return visit(as<ClassStatement>(statement).body);
        default: return;
        }
    }

    template <typename Loop>
    void visitLoop(const Loop& loop) {
        visit(loop.body);
        visit(loop.orElse);
    }

    void visitTry(const TryStatement& statement) {
        visit(statement.body);
        for (const ExceptHandler& handler : statement.handlers) {
            visit(handler.type);
            visit(handler.body);
        }
        visit(statement.orElse);
        visit(statement.finally);
    }

    void visit(ExpressionList list) {
        for (const Expression* each : list) visit(each);
    }

    void visit(List<Argument> arguments) {
        for (const Argument& argument : arguments) visit(argument.value);
    }

    void visit(const Parameters& parameters) {
        for (const Parameter& parameter : parameters.all) visit(parameter.defaultValue);
    }

    void visit(const Expression* expression) {
        if constexpr (!std::is_same_v<OnExpression, IgnoreExpressions>) {
            if (!expression) return;
            m_onExpression(*expression);
            visitInside(*expression);
        }
    }

    void visitInside(const Expression& expression) {
        switch (expression.kind) {
        case ExpressionKind::FormattedString:
            for (const FormattedPiece& piece : as<FormattedStringExpression>(expression).pieces) {
                visit(piece.value);
                visit(piece.format);
            }
            return;
        case ExpressionKind::Attribute: return visit(as<AttributeExpression>(expression).object);
        case ExpressionKind::Subscript: visit(as<SubscriptExpression>(expression).object); return visit(as<SubscriptExpression>(expression).index);
        case ExpressionKind::Slice:
            visit(as<SliceExpression>(expression).lower);
            visit(as<SliceExpression>(expression).upper);
            return visit(as<SliceExpression>(expression).step);
        case ExpressionKind::Starred: return visit(as<StarredExpression>(expression).value);
        case ExpressionKind::Tuple:
        case ExpressionKind::List:
        case ExpressionKind::Set: return visit(as<SequenceExpression>(expression).elements);
        case ExpressionKind::Dict:
            for (const DictItem& item : as<DictExpression>(expression).items) {
                visit(item.key);
                visit(item.value);
            }
            return;
        case ExpressionKind::ListComprehension:
        case ExpressionKind::SetComprehension:
        case ExpressionKind::DictComprehension:
        case ExpressionKind::Generator: return visitComprehension(as<ComprehensionExpression>(expression));
        case ExpressionKind::Unary: return visit(as<UnaryExpression>(expression).operand);
        case ExpressionKind::Binary: visit(as<BinaryExpression>(expression).left); return visit(as<BinaryExpression>(expression).right);
        case ExpressionKind::Boolean: return visit(as<BooleanExpression>(expression).operands);
        case ExpressionKind::Compare: return visit(as<CompareExpression>(expression).operands);
        case ExpressionKind::Conditional:
            visit(as<ConditionalExpression>(expression).condition);
            visit(as<ConditionalExpression>(expression).whenTrue);
            return visit(as<ConditionalExpression>(expression).whenFalse);
        case ExpressionKind::NamedAssignment: return visit(as<NamedAssignmentExpression>(expression).value);
        case ExpressionKind::Call: visit(as<CallExpression>(expression).callee); return visit(as<CallExpression>(expression).arguments);
        case ExpressionKind::Lambda: visit(as<LambdaExpression>(expression).parameters); return visit(as<LambdaExpression>(expression).body);
        case ExpressionKind::Yield:
        case ExpressionKind::YieldFrom:
        case ExpressionKind::Await: return visit(as<YieldExpression>(expression).value);
        default: return;
        }
    }

    void visitComprehension(const ComprehensionExpression& comprehension) {
        for (const ComprehensionClause& clause : comprehension.clauses) {
            visit(clause.target);
            visit(clause.iterable);
            visit(clause.conditions);
        }
        visit(comprehension.element);
        visit(comprehension.value);
    }

    OnStatement m_onStatement;
    OnExpression m_onExpression;
};

// Calls `onStatement(const Statement&)` and `onExpression(const Expression&)`.
template <typename OnStatement, typename OnExpression = IgnoreExpressions>
void walkSyntax(const Block& block, OnStatement onStatement, OnExpression onExpression = {}) {
    SyntaxWalk<OnStatement, OnExpression>(std::move(onStatement), std::move(onExpression)).visit(block);
}

}  // namespace namescape
