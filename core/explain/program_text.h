// Finds the expressions, statements and `with` items of a program's text by their places, and says how they are written.
#pragma once

#include "syntax/syntax_tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace namescape {

// Runs of white space as one space.
std::string onOneLine(std::string_view text);

// A `with` item and the statement it stands in.
struct WithPlace {
    const WithStatement* statement = nullptr;
    const WithItem* item = nullptr;
};

// The argument of a call by its keyword, or the positional one at `position` where `position` is not negative; null where
// it is not given so.
const Expression* argumentOf(const SyntaxTree& tree, const CallExpression& call, std::string_view keyword, int position = -1);

// The tree must outlive it.
class ProgramText {
public:
    explicit ProgramText(const SyntaxTree& tree);

    const SyntaxTree& tree() const { return m_tree; }
    std::string_view text(SourceRange range) const { return m_tree.text(range); }
    // From 1; 0 for an empty range.
    std::uint32_t line(SourceRange range) const { return range.begin < range.end ? m_tree.lines().line(range.begin) : 0; }

    // The outermost expression with exactly this range; null where there is none.
    const Expression* expressionAt(SourceRange range) const;
    // The same if it is a call.
    const CallExpression* callAt(SourceRange range) const;
    // The `with` item whose context begins at an offset; null members where there is none.
    WithPlace withFrom(std::uint32_t begin) const;
    // The innermost statement around an offset; null outside of all.
    const Statement* statementAt(std::uint32_t offset) const;
    const std::vector<const Expression*>& expressions() const { return m_expressions; }

    const Expression* argument(const CallExpression& call, std::string_view keyword, int position = -1) const { return argumentOf(m_tree, call, keyword, position); }
    // Whether a call is given something by that keyword.
    const Argument* keyword(const CallExpression& call, std::string_view keyword) const;

    // How a reader would call the code: "tf.get_variable", "the operator +", "the index in x[0]".
    std::string actor(SourceRange range) const;
    // Whether that is a function of a module: "tf.add" where something imports `tf`.
    bool isOfModule(std::string_view actor) const;
    // The code on one line, shortened in its middle where it is long.
    std::string excerpt(SourceRange range) const;

private:
    const SyntaxTree& m_tree;
    std::unordered_map<std::uint64_t, const Expression*> m_byRange;
    std::unordered_map<std::uint32_t, WithPlace> m_withByBegin;
    std::vector<const Expression*> m_expressions;
    std::vector<const Statement*> m_statements;  // each behind those around it
};

}  // namespace namescape
