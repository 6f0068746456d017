#include "syntax/syntax_tree.h"

#include "syntax/characters.h"
#include "syntax/parser_core.h"
#include "syntax/resolver.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

void moveInto(std::vector<Diagnostic>& all, std::vector<Diagnostic>&& some) {
    std::move(some.begin(), some.end(), std::back_inserter(all));
}

// In the order of the text, and no more than the limit.
void arrange(std::vector<Diagnostic>& diagnostics, std::uint32_t limit) {
    const auto isBefore = [](const Diagnostic& left, const Diagnostic& right) {
        return left.range.begin < right.range.begin;
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(), isBefore);
    if (diagnostics.size() <= limit) return;
    Diagnostic last;
    last.kind = DiagnosticKind::TooManyProblems;
    last.arguments = {fmt::format("{}", limit)};
    last.range = diagnostics[limit].range;
    diagnostics.resize(limit);
    diagnostics.push_back(std::move(last));
}

}  // namespace

// Puts a tree together.
class TreeBuilder {
public:
    explicit TreeBuilder(std::string text) {
        m_tree.m_text = std::make_unique<const std::string>(std::move(text));
        m_tree.m_lines = LineIndex(*m_tree.m_text);
    }

    SyntaxTree build(const ParseLimits& limits) {
        if (m_tree.m_text->size() > limits.maxBytes) reportLength(limits);
        else read(limits);
        arrange(m_tree.m_diagnostics, limits.maxDiagnostics);
        return std::move(m_tree);
    }

private:
    // Nothing of a text that is too long is read.
    void reportLength(const ParseLimits& limits) {
        Diagnostic diagnostic;
        diagnostic.kind = DiagnosticKind::TextTooLong;
        diagnostic.arguments = {fmt::format("{}", m_tree.m_text->size()), fmt::format("{}", limits.maxBytes)};
        m_tree.m_diagnostics.push_back(std::move(diagnostic));
        NameTable names(m_tree.m_arena);
        finish({}, names);
    }

    void read(const ParseLimits& limits) {
        const std::string_view text = *m_tree.m_text;
        NameTable names(m_tree.m_arena);
        LexedProgram lexed = lex(text, limits);
        Parser parser(text, lexed, limits, m_tree.m_arena, names);
        const Block body = parser.parseProgram();
        m_tree.m_constantCount = parser.constantCount;
        m_tree.m_comments = std::move(lexed.comments);
        moveInto(m_tree.m_diagnostics, std::move(lexed.diagnostics));
        moveInto(m_tree.m_diagnostics, std::move(parser.diagnostics));
        finish(body, names);
    }

    void finish(const Block& body, NameTable& names) {
        const auto size = static_cast<std::uint32_t>(m_tree.m_text->size());
        Resolution resolution = resolve(body, {0, size}, m_tree.m_arena, names);
        m_tree.m_module = {body, resolution.scopes.front()};
        m_tree.m_scopes = std::move(resolution.scopes);
        m_tree.m_globals = std::move(resolution.globals);
        moveInto(m_tree.m_diagnostics, std::move(resolution.diagnostics));
        m_tree.m_names = names.takeNames();
    }

    SyntaxTree m_tree{SyntaxTree::Unfinished{}};
};

SyntaxTree::SyntaxTree(Unfinished) {}

SyntaxTree::SyntaxTree() : SyntaxTree(parse({})) {}

bool SyntaxTree::hasErrors() const {
    const auto isError = [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; };
    return std::any_of(m_diagnostics.begin(), m_diagnostics.end(), isError);
}

SyntaxTree parse(std::string text, const ParseLimits& limits) {
    return TreeBuilder(std::move(text)).build(limits);
}

}  // namespace namescape
