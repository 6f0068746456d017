// Which `with` items and functions stand around a place of a program's text, and where its calls are.
#pragma once

#include "syntax/syntax_tree.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace namescape {

// What stands innermost around a place: a `with` item of the function that the place is in, and that function.
struct CodeAround {
    const WithItem* with = nullptr;              // null: none within the function
    const FunctionStatement* function = nullptr; // null: the place is at module level
};

// The tree must outlive it.
class CodePlaces {
public:
    explicit CodePlaces(const SyntaxTree& tree);

    // For somebody who looks at the text: an item's own text counts as inside it, as do empty lines below with its indentation.
    CodeAround aroundCursor(std::uint32_t offset) const;
    // For code that ran: an item's own text ran before it was entered.
    CodeAround aroundCode(std::uint32_t offset) const;
    // Whether there is a loop around both.
    bool isInOneLoop(std::uint32_t a, std::uint32_t b) const;
    // The code of a function, without lambdas and functions inside it.
    bool isOwnCode(const FunctionStatement& function, SourceRange range) const;
    // A call that is a `with` item's context, a statement, or what is assigned; null for any other.
    const CallExpression* callAt(SourceRange range) const;

private:
    CodeAround around(std::uint32_t offset, std::uint32_t blankFrom, std::uint32_t indentation) const;
    bool isIn(const Block& body, std::uint32_t offset, std::uint32_t blankFrom, std::uint32_t indentation) const;

    const SyntaxTree& m_tree;
    std::vector<const Statement*> m_statements;  // with, def and loops; each before those inside it
    std::vector<SourceRange> m_lambdas;
    std::unordered_map<std::uint64_t, const CallExpression*> m_calls;
};

}  // namespace namescape
