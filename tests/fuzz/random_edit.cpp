#include "fuzz/random_edit.h"

#include "explain/scope_opening.h"
#include "syntax/lexer.h"
#include "syntax/syntax_walk.h"

#include <algorithm>
#include <array>
#include <string>

namespace namescape {

namespace {

// The words of a text, sorted; `pass` and what only parts statements left out.
using Words = std::vector<std::string>;

Words wordsOf(std::string_view text) {
    LineState state = 0;
    Words words;
    for (const Token& token : tokenize(text, state)) {
        if (token.kind == TokenKind::Comment || token.kind == TokenKind::Pass || token.kind == TokenKind::Semicolon) continue;
        std::string word(text.substr(token.range.begin, token.range.end - token.range.begin));
        std::erase(word, '\r');  // strings get the line ends of the program that they come to
        words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end());
    return words;
}

Words with(const Words& words, const Words& added) {
    Words all;
    std::merge(words.begin(), words.end(), added.begin(), added.end(), std::back_inserter(all));
    return all;
}

// What an edit is to do.
struct Plan {
    TextEdits edits;
    bool tellsWords = false;  // whether it says which words come and go
    Words added, removed;
};

using Planned = std::optional<Plan>;

Planned planned(const Result<TextEdits>& edits) {
    return edits ? Planned(Plan{*edits, false, {}, {}}) : std::nullopt;
}

Planned planned(const Result<TextEdits>& edits, Words added, Words removed) {
    return edits ? Planned(Plan{*edits, true, std::move(added), std::move(removed)}) : std::nullopt;
}

// ---- blocks

constexpr std::array<std::string_view, 5> kPieces{"x()", "with tf.name_scope('n'):\n    y = tf.no_op()\n", "if a: b(); c()\n", "# words\ntf.get_variable('''v\n ''', [1])\n", "def f(x,\n  y):\n\treturn x\n"};
constexpr std::array<std::string_view, 3> kHeaders{"with tf.name_scope('n')", "if a", "for i in range(2)"};

class BlockPlans {
public:
    BlockPlans(const SyntaxTree& tree, Bytes& bytes) : m_blocks(tree), m_bytes(bytes) {}

    Planned plan() {
        if (m_blocks.all().empty()) return insertion();
        choose();
        switch (m_bytes.below(9)) {
        case 0: return planned(removeBlocks(m_blocks, m_given), {}, m_chosenWords);
        case 1: return planned(duplicateBlocks(m_blocks, m_given), m_chosenWords, {});
        case 2: return planned(moveBlocks(m_blocks, m_given, place()), {}, {});
        case 3: return wrapping();
        case 4: return unwrapping();
        case 5: return planned(disableBlocks(m_blocks, m_given), {}, m_chosenWords);
        case 6: return planned(enableBlock(m_blocks, m_given.front()));
        case 7: return insertion();
        default: return paste();
        }
    }

private:
    BlockNumber any() { return static_cast<BlockNumber>(m_bytes.below(m_blocks.all().size())); }

    void choose() {
        for (std::size_t count = 1 + m_bytes.below(3); count > 0; --count) m_given.push_back(any());
        std::sort(m_given.begin(), m_given.end());
        BlockNumber end = 0;
        for (const BlockNumber block : m_given) {
            if (block < end) continue;  // inside of another one
            m_chosenWords = with(m_chosenWords, wordsOf(m_blocks.tree().text(m_blocks[block].range)));
            end = m_blocks[block].end;
        }
    }

    BlockPlace place() {
        const BlockNumber parent = m_blocks.all().empty() || m_bytes.below(4) == 0 ? kNoBlock : any();
        return {parent, static_cast<std::uint32_t>(m_bytes.below(m_blocks.all().size() + 2))};
    }

    Planned wrapping() {
        const std::string_view header = kHeaders[m_bytes.below(kHeaders.size())];
        return planned(wrapBlocks(m_blocks, m_given, header), wordsOf(std::string(header) + ':'), {});
    }

    Planned unwrapping() {
        const ProgramBlock& block = m_blocks[m_given.front()];
        const Words header = block.hasBody ? wordsOf(m_blocks.tree().text({block.range.begin, block.bodyBegin})) : Words();
        return planned(unwrapBlock(m_blocks, m_given.front()), {}, header);
    }

    Planned insertion() {
        const std::string_view piece = kPieces[m_bytes.below(kPieces.size())];
        const BlockPlace where = place();
        const auto plain = insertStatements(m_blocks, piece, where), whole = insertWithImport(m_blocks, piece, where);
        require(static_cast<bool>(plain) == static_cast<bool>(whole));
        if (!plain) return std::nullopt;
        const bool hasImport = whole->size() > plain->size();
        return planned(whole, with(wordsOf(piece), wordsOf(hasImport ? "import tensorflow as tf" : "")), {});
    }

    // What was copied from the program itself.
    Planned paste() {
        const bool hasArm = std::any_of(m_given.begin(), m_given.end(), [this](BlockNumber block) { return m_blocks[block].kind == BlockKind::Arm; });
        if (hasArm) return std::nullopt;
        return planned(insertStatements(m_blocks, textOfBlocks(m_blocks, m_given), place()), m_chosenWords, {});
    }

    ProgramBlocks m_blocks;
    Bytes& m_bytes;
    std::vector<BlockNumber> m_given;
    Words m_chosenWords;
};

// ---- arguments and scopes

std::vector<const CallExpression*> callsOf(const SyntaxTree& tree) {
    std::vector<const CallExpression*> calls;
    walkSyntax(tree.module().body, [](const Statement&) {}, [&](const Expression& expression) {
        if (expression.kind == ExpressionKind::Call) calls.push_back(&as<CallExpression>(expression));
    });
    return calls;
}

const CallExpression* callOf(const SyntaxTree& tree, SourceRange callee) {
    for (const CallExpression* call : callsOf(tree))
        if (call->callee->range == callee) return call;
    return nullptr;
}

std::string anyValue(const CallParameter& parameter, Bytes& bytes) {
    constexpr std::array<std::string_view, 9> kValues{"", "None", "'x'", "(1, 2)", "[1, 2]", "lambda: 0", "x for x in y", "*a", "f(\n 1)"};
    const std::size_t which = bytes.below(kValues.size() + parameter.choices.size());
    return which < kValues.size() ? std::string(kValues[which]) : parameter.choices[which - kValues.size()];
}

// What was written for a parameter is read there again.
void requireWritten(const CallForm& form, const CallParameter& wanted, std::string_view value) {
    const auto found = std::find_if(form.parameters.begin(), form.parameters.end(), [&](const CallParameter& each) { return each.name == wanted.name && each.position == wanted.position; });
    if (value.empty()) return require(found == form.parameters.end() || !found->isGiven() || found->written == "None");
    require(found != form.parameters.end() && found->written == value);
}

Planned argumentEdit(const SyntaxTree& tree, CallForms& forms, Bytes& bytes) {
    const auto calls = callsOf(tree);
    if (calls.empty()) return std::nullopt;
    const CallExpression& call = *calls[bytes.below(calls.size())];
    const CallForm form = forms.formOf(tree, call);
    if (form.parameters.empty()) return std::nullopt;
    const CallParameter& parameter = form.parameters[bytes.below(form.parameters.size())];
    const std::string value = anyValue(parameter, bytes);
    const auto edits = editOfArgument(tree, call, parameter, value);
    if (!edits) return std::nullopt;
    const SyntaxTree after = parse(applied(*edits, tree.text()));
    const bool isClear = !tree.hasErrors() && !after.hasErrors() && !call.hasUnpacking && !parameter.name.empty() && !parameter.name.starts_with('*');
    const CallExpression* again = callOf(after, call.callee->range);
    if (isClear) require(again);
    if (isClear) requireWritten(forms.formOf(after, *again), parameter, value);
    return planned(*edits);
}

// A name where one stands, else Python.
std::string anyName(const Expression* now, Bytes& bytes) {
    constexpr std::array<const char*, 5> kNames{"b", "a/b", "", "x_1", "Scope.2"};
    return nameIn(now) ? kNames[bytes.below(kNames.size())] : "f('b')";
}

ScopeWish anyWish(const ScopeOpening& opening, Bytes& bytes) {
    constexpr std::array<const char*, 5> kReuses{"", "True", "False", "tf.AUTO_REUSE", "None"};
    ScopeWish wish;
    if (bytes.below(2)) wish.name = anyName(opening.name, bytes);
    if (bytes.below(4) == 0) wish.defaultName = anyName(opening.defaultName, bytes);
    if (opening.isVariableScope && bytes.below(2)) wish.reuse = kReuses[bytes.below(kReuses.size())];
    return wish;
}

Planned scopeEdit(const SyntaxTree& tree, Bytes& bytes) {
    const auto openings = scopeOpeningsAround(tree, {0, static_cast<std::uint32_t>(tree.text().size())});
    if (openings.empty()) return std::nullopt;
    const ScopeOpening& opening = openings[bytes.below(openings.size())];
    const ScopeWish wish = anyWish(opening, bytes);
    TextEdits edits = editsFor(ProgramText(tree), opening, wish);
    const SyntaxTree after = parse(applied(edits, tree.text()));
    const auto again = scopeOpeningAt(after, opening.item->context->range.begin);
    if (tree.hasErrors() || after.hasErrors()) return planned(std::move(edits));
    require(static_cast<bool>(again));
    if (wish.name && nameIn(opening.name)) require(nameIn(again->name) == *wish.name);
    if (wish.reuse && !wish.reuse->empty()) require(again->reuse && after.text(again->reuse->range) == *wish.reuse);
    return planned(std::move(edits));
}

// ---- fixes

Planned fix(const Snapshot& snapshot, Bytes& bytes) {
    std::vector<const Fix*> fixes;
    for (const Diagnostic& diagnostic : snapshot.diagnostics)
        for (const Fix& each : diagnostic.fixes) fixes.push_back(&each);
    if (fixes.empty()) return std::nullopt;
    return planned(fixes[bytes.below(fixes.size())]->edits);
}

// ---- what must hold of all

void requireOrder(const TextEdits& edits, std::string_view text) {
    std::uint32_t done = 0;
    for (const TextEdit& edit : edits) {
        require(done <= edit.range.begin && edit.range.begin <= edit.range.end && edit.range.end <= text.size());
        done = edit.range.end;
    }
}

// What gives every byte back.
TextEdits undoing(const TextEdits& edits, std::string_view text) {
    TextEdits back;
    std::uint32_t grown = 0;  // may wrap around, and back
    for (const TextEdit& edit : edits) {
        const std::uint32_t begin = edit.range.begin + grown;
        back.push_back({{begin, begin + static_cast<std::uint32_t>(edit.replacement.size())}, std::string(text.substr(edit.range.begin, edit.range.end - edit.range.begin))});
        grown += static_cast<std::uint32_t>(edit.replacement.size()) - (edit.range.end - edit.range.begin);
    }
    return back;
}

// What is wrong for what is around it, or for its size: a block that is moved may come to be that.
bool isOfItsPlace(DiagnosticKind kind) {
    constexpr std::array kKinds{DiagnosticKind::OutsideFunction, DiagnosticKind::OutsideLoop, DiagnosticKind::StarImportInside, DiagnosticKind::DeclarationAfterUse, DiagnosticKind::DeclaredParameter,
                                DiagnosticKind::NoNonlocalBinding, DiagnosticKind::NonlocalAtModule};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end() || (kind >= DiagnosticKind::TextTooLong && kind <= DiagnosticKind::TooManyProblems);
}

void requireReadable(const SyntaxTree& after) {
    for (const Diagnostic& diagnostic : after.diagnostics()) require(diagnostic.severity != Severity::Error || isOfItsPlace(diagnostic.kind));
}

void check(const Plan& plan, const SyntaxTree& before) {
    requireOrder(plan.edits, before.text());
    const std::string after = applied(plan.edits, before.text());
    require(applied(undoing(plan.edits, before.text()), after) == before.text());
    if (before.hasErrors() || plan.edits.empty()) return;
    requireReadable(parse(after));
    if (plan.tellsWords) require(with(wordsOf(after), plan.removed) == with(wordsOf(before.text()), plan.added));
}

}  // namespace

std::optional<TextEdits> randomEdit(const Snapshot& snapshot, CallForms& forms, Bytes& bytes) {
    const SyntaxTree& tree = *snapshot.tree;
    const std::size_t kind = bytes.below(8);
    const Planned plan = kind < 5 ? BlockPlans(tree, bytes).plan() : kind == 5 ? argumentEdit(tree, forms, bytes) : kind == 6 ? scopeEdit(tree, bytes) : fix(snapshot, bytes);
    if (!plan) return std::nullopt;
    check(*plan, tree);
    return plan->edits;
}

}  // namespace namescape
