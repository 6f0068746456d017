// A mistake of the program while it is being explained: what is known of it, and the diagnostic that takes what is said.
#pragma once

#include "explain/name_explainer.h"
#include "explain/scope_opening.h"
#include "support/diagnostic.h"
#include "support/text_edit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// The evaluation, the explainer and the diagnostic must outlive it.
class Mistake {
public:
    // What the diagnostic says is the matter; `error` is the exception behind it, null where it is not one.
    Mistake(const Evaluation& evaluation, const NameExplainer& explainer, Diagnostic& diagnostic, const ProgramError* error);

    // --- What is said

    void say(const std::string& sentence);
    // Says nothing of an empty range, nor of the diagnostic's own.
    void relate(SourceRange range, const std::string& message);
    // Nothing without an edit.
    void addFix(const std::string& title, std::optional<TextEdit> edit);

    // --- What is known

    const Evaluation& evaluation() const { return m_evaluation; }
    const NameExplainer& explainer() const { return m_explainer; }
    const ProgramText& program() const { return m_explainer.program(); }
    const Diagnostic& diagnostic() const { return m_diagnostic; }
    // TensorFlow's words; empty without an exception.
    std::string_view message() const { return m_error ? std::string_view(m_error->message) : std::string_view(); }
    // The name that the exception's was probably meant to be; may be empty.
    std::string_view suggestion() const { return m_error ? std::string_view(m_error->suggestion) : std::string_view(); }
    // The code that was running.
    SourceRange range() const { return m_range; }
    // The call that it is; null where it is none.
    const CallExpression* call() const { return m_call; }
    // What get_variable was asked for when it failed; null where it was another that failed.
    const VariableAttempt* attempt() const { return m_attempt; }
    std::uint32_t lineOf(SourceRange range) const { return program().line(range); }

    std::vector<const EvaluatedGraph*> graphs() const;
    // The variable of that key in any graph's store, or of its first part; null where there is none.
    const VariableInfo* variableWithKey(std::string_view key) const;
    // The innermost variable_scope block of the program around a request.
    BlockRunId variableScopeAround(BlockRunId id) const;
    // The call behind a block's `with`; null where there is none.
    const CallExpression* callOf(BlockRunId id) const;

    // How the program writes the module: "tf" of `tf.get_variable`.
    std::string moduleOf(const CallExpression* call) const;
    bool isCallOf(std::string_view function) const;
    bool asksForVariable() const { return isCallOf("get_variable") || isCallOf("get_local_variable"); }
    // An argument of the call, as ProgramText::argument() finds it; null without a call.
    const Expression* argument(std::string_view keyword, int position) const;
    // The literal that gives the call its name; null where it is worked out.
    const Expression* nameLiteral() const;
    // The text inside the code that was running; null where it is not there.
    const Expression* literalWith(std::string_view text) const;
    // The edit that gives a variable_scope another `reuse`.
    TextEdit setReuse(const CallExpression& scope, std::string_view value) const;
    // The edit that writes another text in place of a literal, in the same quotes.
    TextEdit rename(const Expression& literal, std::string_view text) const;

private:
    const Evaluation& m_evaluation;
    const NameExplainer& m_explainer;
    Diagnostic& m_diagnostic;
    const ProgramError* m_error;
    SourceRange m_range;
    const CallExpression* m_call = nullptr;
    const VariableAttempt* m_attempt = nullptr;
};

bool isWithin(SourceRange inner, SourceRange outer);
bool isText(const Expression* expression);
// Of a string literal.
std::string_view textOf(const Expression& expression);
// The first text in single quotes; empty where there is none.
std::string_view quoted(std::string_view message);

}  // namespace namescape
