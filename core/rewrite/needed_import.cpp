#include "rewrite/block_edits.h"

#include "rewrite/block_lines.h"
#include "rewrite/snippet.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

constexpr std::string_view kModule = "tf";
constexpr std::string_view kImport = "import tensorflow as tf";

// Whether a global name `tf` is meant anywhere; whether one is bound.
bool usesModule(const SyntaxTree& tree) {
    return std::any_of(tree.globals().begin(), tree.globals().end(), [&](NameId name) { return tree.name(name) == kModule; });
}

bool bindsModule(const SyntaxTree& tree) {
    for (const Scope* scope : tree.scopes())
        for (const Symbol& symbol : scope->symbols)
            if (symbol.isBound && symbol.variable.access == Access::Global && tree.name(symbol.variable.name) == kModule) return true;
    return false;
}

bool isStarImport(const ProgramBlock& block) {
    return block.kind == BlockKind::Import && block.statement->kind == StatementKind::ImportFrom && as<ImportFromStatement>(*block.statement).isStar;
}

bool isDocstring(const ProgramBlock& block) {
    return block.kind != BlockKind::Comment && block.statement && block.statement->kind == StatementKind::Expression &&
           as<ExpressionStatement>(*block.statement).value->kind == ExpressionKind::String;
}

// Behind the comments, the docstring and the imports that the program begins with.
std::uint32_t placeOfImport(const ProgramBlocks& blocks) {
    std::uint32_t place = 0;
    const BlockLines lines(blocks);
    for (const BlockNumber number : blocks.children(kNoBlock)) {
        const ProgramBlock& block = blocks[number];
        const bool isBeginning = block.kind == BlockKind::Comment ? place == 0 && block.range.begin == 0 : block.kind == BlockKind::Import || isDocstring(block);
        if (isBeginning) place = lines.linesOf(block.range).end;
        else if (block.kind != BlockKind::Comment) break;
    }
    return place;
}

TextEdit importAt(const ProgramBlocks& blocks, std::uint32_t place) {
    const std::string end(lineEnd(blocks.text()));
    if (blocks.text().empty()) return {{0, 0}, std::string(kImport) + end + end};
    const bool isBehindOpenLine = place > 0 && blocks.text()[place - 1] != '\n' && blocks.text()[place - 1] != '\r';
    return {{place, place}, isBehindOpenLine ? end + std::string(kImport) : std::string(kImport) + end};
}

// Before the edits that bring `statements` in, the import that these need.
TextEdits withImport(const ProgramBlocks& blocks, TextEdits edits, std::string_view statements) {
    const SyntaxTree inserted = parse(std::string(statements));
    const bool hasModule = bindsModule(inserted) || bindsModule(blocks.tree()) || std::any_of(blocks.all().begin(), blocks.all().end(), isStarImport);
    if (hasModule || !usesModule(inserted)) return edits;
    edits.insert(edits.begin(), importAt(blocks, std::min(placeOfImport(blocks), edits.front().range.begin)));
    return edits;
}

}  // namespace

Result<TextEdits> insertWithImport(const ProgramBlocks& blocks, std::string_view statements, BlockPlace place) {
    Result<TextEdits> edits = insertStatements(blocks, statements, place);
    if (!edits || edits->empty()) return edits;
    return withImport(blocks, std::move(*edits), statements);
}

TextEdits editWithImport(const ProgramBlocks& blocks, const TextEdit& edit) {
    // What went without it before is not changed beside what is written.
    if (usesModule(blocks.tree())) return {edit};
    return withImport(blocks, {edit}, edit.replacement);
}

}  // namespace namescape
