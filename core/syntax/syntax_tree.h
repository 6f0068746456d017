// A parsed program: its text, its nodes, its names with their scopes, and what is wrong with it.
#pragma once

#include "support/diagnostic.h"
#include "support/line_index.h"
#include "syntax/arena.h"
#include "syntax/ast.h"
#include "syntax/parse_limits.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Cannot be changed once it is parsed; may be moved: what it hands out stays where it is.
class SyntaxTree {
public:
    // The program with nothing in it.
    SyntaxTree();

    std::string_view text() const { return *m_text; }
    std::string_view text(SourceRange range) const { return text().substr(range.begin, range.end - range.begin); }
    const LineIndex& lines() const { return m_lines; }

    const Module& module() const { return m_module; }
    const std::vector<Diagnostic>& diagnostics() const { return m_diagnostics; }
    bool hasErrors() const;

    // Comments, in order, from `#` to before the end of the line.
    const std::vector<SourceRange>& comments() const { return m_comments; }

    std::string_view name(NameId name) const { return m_names[static_cast<std::size_t>(name)]; }
    std::size_t nameCount() const { return m_names.size(); }

    // The names of the module's global slots: everything that Access::Global refers to.
    const std::vector<NameId>& globals() const { return m_globals; }

    // Every scope of the program, each behind the one around it; the module's comes first.
    const std::vector<const Scope*>& scopes() const { return m_scopes; }

    // One more than the largest StringExpression::constant and BigIntegerExpression::constant.
    std::uint32_t constantCount() const { return m_constantCount; }

private:
    friend class TreeBuilder;
    struct Unfinished {};
    explicit SyntaxTree(Unfinished);

    std::unique_ptr<const std::string> m_text;
    LineIndex m_lines;
    Arena m_arena;
    std::vector<std::string_view> m_names;
    std::vector<NameId> m_globals;
    std::vector<const Scope*> m_scopes;
    std::vector<SourceRange> m_comments;
    std::vector<Diagnostic> m_diagnostics;
    Module m_module;
    std::uint32_t m_constantCount = 0;
};

// Reads a program. Never fails: what can't be read becomes ErrorStatements and diagnostics.
SyntaxTree parse(std::string text, const ParseLimits& limits = {});

}  // namespace namescape
