#include "rewrite/program_blocks.h"

#include "rewrite/disabled_code.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

// A callee's last part: "get_variable" of "tf.compat.v1.get_variable".
std::string_view lastPart(const SyntaxTree& tree, const Expression& callee) {
    if (callee.kind == ExpressionKind::Attribute) return tree.name(as<AttributeExpression>(callee).attribute);
    return callee.kind == ExpressionKind::Name ? tree.text(callee.range) : std::string_view();
}

// A callee's first part: "tf".
std::string_view firstPart(const SyntaxTree& tree, const Expression& callee) {
    const Expression* part = &callee;
    while (part->kind == ExpressionKind::Attribute) part = as<AttributeExpression>(*part).object;
    return part->kind == ExpressionKind::Name ? tree.text(part->range) : std::string_view();
}

BlockKind kindOfCall(const SyntaxTree& tree, const CallExpression& call) {
    const std::string_view last = lastPart(tree, *call.callee), first = firstPart(tree, *call.callee);
    if (last == "get_variable") return BlockKind::GetVariable;
    if (last == "Variable") return BlockKind::Variable;
    if (last == "placeholder" || last == "placeholder_with_default") return BlockKind::Placeholder;
    if (last == "constant") return BlockKind::Constant;
    return first == "tf" || first == "tensorflow" ? BlockKind::Operation : BlockKind::Call;
}

const CallExpression* callIn(const Expression* expression) {
    return expression && expression->kind == ExpressionKind::Call ? &as<CallExpression>(*expression) : nullptr;
}

// What a simple statement is called for: an expression alone, or what it assigns or returns.
const CallExpression* callOf(const Statement& statement) {
    switch (statement.kind) {
    case StatementKind::Expression: return callIn(as<ExpressionStatement>(statement).value);
    case StatementKind::Assign: return callIn(as<AssignStatement>(statement).value);
    case StatementKind::AugmentedAssign: return callIn(as<AugmentedAssignStatement>(statement).value);
    case StatementKind::AnnotatedAssign: return callIn(as<AnnotatedAssignStatement>(statement).value);
    case StatementKind::Return: return callIn(as<ReturnStatement>(statement).value);
    default: return nullptr;
    }
}

// The first of its items that opens a scope says what a `with` is; else its first call.
std::pair<BlockKind, const CallExpression*> kindOfWith(const SyntaxTree& tree, const WithStatement& with) {
    const CallExpression* first = nullptr;
    for (const WithItem& item : with.items) {
        const CallExpression* call = callIn(item.context);
        if (!call) continue;
        if (!first) first = call;
        const std::string_view name = lastPart(tree, *call->callee);
        if (name == "name_scope") return {BlockKind::NameScope, call};
        if (name == "variable_scope" || name == "variable_op_scope") return {BlockKind::VariableScope, call};
    }
    return {BlockKind::With, first};
}

BlockKind kindOfSimple(const SyntaxTree& tree, const Statement& statement, const CallExpression* call) {
    switch (statement.kind) {
    case StatementKind::Error: return BlockKind::Error;
    case StatementKind::Assert: return BlockKind::Assert;
    case StatementKind::Import:
    case StatementKind::ImportFrom: return BlockKind::Import;
    default: return call ? kindOfCall(tree, *call) : BlockKind::Statement;
    }
}

class Builder {
public:
    explicit Builder(const SyntaxTree& tree) : m_tree(tree) {
        for (const SourceRange& comment : tree.comments())
            if (isOnItsOwn(comment)) m_comments.push_back(comment);
    }

    std::vector<ProgramBlock> run() && {
        const Block& body = m_tree.module().body;
        addBody(body.statements, 0, static_cast<std::uint32_t>(m_tree.text().size()));
        return std::move(m_blocks);
    }

private:
    std::uint32_t columnOf(std::uint32_t offset) const { return offset - m_tree.lines().lineBegin(m_tree.lines().line(offset)); }
    bool isOnItsOwn(SourceRange comment) const {
        const std::uint32_t begin = comment.begin - columnOf(comment.begin);
        return m_tree.text({begin, comment.begin}).find_first_not_of(" \t\f") == std::string_view::npos;
    }

    BlockNumber open(ProgramBlock block) {
        block.parent = m_parent;
        block.depth = m_parent == kNoBlock ? 0 : m_blocks[m_parent].depth + 1;
        const auto number = static_cast<BlockNumber>(m_blocks.size());
        block.end = number + 1;
        m_blocks.push_back(block);
        return number;
    }

    // The statements of a body and the comments among them, and behind them up to `limit` where those are indented as far as it is.
    void addBody(List<const Statement*> statements, std::uint32_t column, std::uint32_t limit) {
        for (std::size_t i = 0; i < statements.size(); ++i) {
            addComments(statements[i]->range.begin, 0);
            addStatement(*statements[i], i + 1 < statements.size() ? statements[i + 1]->range.begin : limit);
            skipComments(statements[i]->range.end);
        }
        addComments(limit, column);
    }

    // What stands within a statement, or within its header, in brackets, is its own.
    void skipComments(std::uint32_t limit) {
        while (m_nextComment < m_comments.size() && m_comments[m_nextComment].begin < limit) ++m_nextComment;
    }

    // Comments before `limit`, up to the first one that is indented less than `column`.
    void addComments(std::uint32_t limit, std::uint32_t column) {
        while (m_nextComment < m_comments.size() && m_comments[m_nextComment].begin < limit && columnOf(m_comments[m_nextComment].begin) >= column) {
            const std::size_t first = m_nextComment++;
            while (m_nextComment < m_comments.size() && m_comments[m_nextComment].begin < limit && continues(m_nextComment, column)) ++m_nextComment;
            addCommentLines(first, limit);
        }
    }

    // Words and statements that have been disabled, from a comment on up to the next one. Lines of such a statement may be indented less than it is.
    void addCommentLines(std::size_t first, std::uint32_t limit) {
        std::size_t end = m_nextComment;
        while (end < m_comments.size() && m_comments[end].begin < limit && continues(end, 0)) ++end;
        for (const CommentPart& part : partsOf(first, end)) {
            if (first + part.begin >= m_nextComment) break;
            const bool isBeyond = first + part.end > m_nextComment;
            if (isBeyond && !part.isCode) {
                addComment(first + part.begin, m_nextComment, false);
                break;
            }
            addComment(first + part.begin, first + part.end, part.isCode);
            m_nextComment = std::max(m_nextComment, first + part.end);
        }
    }

    std::vector<CommentPart> partsOf(std::size_t first, std::size_t end) const {
        std::vector<std::string_view> lines;
        for (std::size_t i = first; i < end; ++i) lines.push_back(m_tree.lines().lineText(m_tree.text(), m_tree.lines().line(m_comments[i].begin)));
        return commentParts(lines);
    }

    void addComment(std::size_t first, std::size_t end, bool isDisabledCode) {
        ProgramBlock block;
        block.kind = BlockKind::Comment;
        block.range = block.header = {m_comments[first].begin, m_comments[end - 1].end};
        block.isDisabledCode = isDisabledCode;
        open(block);
    }

    // Whether a comment is on the line below the one before it, and still indented by `column`.
    bool continues(std::size_t comment, std::uint32_t column) const {
        const LineIndex& lines = m_tree.lines();
        return lines.line(m_comments[comment].begin) == lines.line(m_comments[comment - 1].end) + 1 && columnOf(m_comments[comment].begin) >= column;
    }

    void addInside(BlockNumber number, const Block& body, std::uint32_t limit) {
        m_blocks[number].hasBody = true;
        m_blocks[number].bodyBegin = body.colonEnd;
        skipComments(body.colonEnd);
        const BlockNumber former = std::exchange(m_parent, number);
        if (!body.statements.empty()) addBody(body.statements, columnOf(body.statements.front()->range.begin), limit);
        m_parent = former;
        close(number);
    }

    // Comments behind the last statement are inside too.
    void close(BlockNumber number) {
        m_blocks[number].end = static_cast<BlockNumber>(m_blocks.size());
        m_blocks[number].range.end = std::max(m_blocks[number].range.end, m_blocks.back().range.end);
    }

    // An arm from its keyword on, inside of `owner`.
    void addArm(BlockNumber owner, std::uint32_t begin, const Block& body, std::uint32_t limit) {
        ProgramBlock arm;
        arm.kind = BlockKind::Arm;
        arm.statement = m_blocks[owner].statement;
        arm.range = {begin, std::max(body.range.end, body.colonEnd)};
        arm.header = {begin, headerEnd(begin, body.colonEnd)};
        const BlockNumber former = std::exchange(m_parent, owner);
        const BlockNumber number = open(arm);
        m_parent = former;
        addInside(number, body, limit);
        close(owner);
    }

    // Up to the colon, without it.
    std::uint32_t headerEnd(std::uint32_t begin, std::uint32_t colonEnd) const {
        return colonEnd > begin && m_tree.text()[colonEnd - 1] == ':' ? colonEnd - 1 : std::max(begin, colonEnd);
    }

    // Where the keyword of an arm that ends in `colonEnd` begins.
    std::uint32_t keywordBefore(std::uint32_t colonEnd, std::string_view keyword) const {
        const std::size_t found = m_tree.text().substr(0, colonEnd).rfind(keyword);
        return found == std::string_view::npos ? colonEnd : static_cast<std::uint32_t>(found);
    }

    struct Arm {
        std::uint32_t begin;
        const Block* body;
    };

    // The first body, then the arms behind it.
    void addCompound(const Statement& statement, BlockKind kind, const Block& body, const std::vector<Arm>& arms, std::uint32_t limit, const CallExpression* call = nullptr) {
        ProgramBlock block;
        block.kind = kind;
        block.statement = &statement;
        block.range = statement.range;
        block.call = call;
        block.header = {statement.range.begin, headerEnd(statement.range.begin, body.colonEnd)};
        const BlockNumber number = open(block);
        const auto limitAt = [&](std::size_t arm) { return arm < arms.size() ? arms[arm].begin : limit; };
        addInside(number, body, limitAt(0));
        for (std::size_t i = 0; i < arms.size(); ++i) {
            const BlockNumber former = std::exchange(m_parent, number);
            addComments(arms[i].begin, 0);
            m_parent = former;
            addArm(number, arms[i].begin, *arms[i].body, limitAt(i + 1));
        }
    }

    void addElse(std::vector<Arm>& arms, const Block& orElse, std::string_view keyword = "else") const {
        if (!orElse.statements.empty()) arms.push_back({keywordBefore(orElse.colonEnd, keyword), &orElse});
    }

    void addStatement(const Statement& statement, std::uint32_t limit) {
        std::vector<Arm> arms;
        switch (statement.kind) {
        case StatementKind::If: {
            const auto& branches = as<IfStatement>(statement);
            for (std::size_t i = 1; i < branches.branches.size(); ++i) arms.push_back({branches.branches[i].range.begin, &branches.branches[i].body});
            addElse(arms, branches.orElse);
            return addCompound(statement, BlockKind::If, branches.branches[0].body, arms, limit);
        }
        case StatementKind::While:
            addElse(arms, as<WhileStatement>(statement).orElse);
            return addCompound(statement, BlockKind::While, as<WhileStatement>(statement).body, arms, limit);
        case StatementKind::For:
            addElse(arms, as<ForStatement>(statement).orElse);
            return addCompound(statement, BlockKind::For, as<ForStatement>(statement).body, arms, limit);
        case StatementKind::With: {
            const auto [kind, call] = kindOfWith(m_tree, as<WithStatement>(statement));
            return addCompound(statement, kind, as<WithStatement>(statement).body, arms, limit, call);
        }
        case StatementKind::Try: {
            const auto& attempt = as<TryStatement>(statement);
            for (const ExceptHandler& handler : attempt.handlers) arms.push_back({handler.range.begin, &handler.body});
            addElse(arms, attempt.orElse);
            addElse(arms, attempt.finally, "finally");
            return addCompound(statement, BlockKind::Try, attempt.body, arms, limit);
        }
        case StatementKind::Function: return addCompound(statement, BlockKind::Function, as<FunctionStatement>(statement).body, arms, limit);
        case StatementKind::Class: return addCompound(statement, BlockKind::Class, as<ClassStatement>(statement).body, arms, limit);
        case StatementKind::Error: return addError(as<ErrorStatement>(statement), limit);
        default: return addSimple(statement);
        }
    }

    void addSimple(const Statement& statement) {
        ProgramBlock block;
        block.call = callOf(statement);
        block.kind = kindOfSimple(m_tree, statement, block.call);
        block.statement = &statement;
        block.range = block.header = statement.range;
        open(block);
    }

    // Its good parts are still blocks, in what stands indented below it.
    void addError(const ErrorStatement& statement, std::uint32_t limit) {
        ProgramBlock block;
        block.kind = BlockKind::Error;
        block.statement = &statement;
        block.range = block.header = statement.range;
        if (!statement.blocks.empty()) block.header.end = headerEnd(statement.range.begin, statement.blocks.front().colonEnd);
        const BlockNumber number = open(block);
        for (std::size_t i = 0; i < statement.blocks.size(); ++i)
            addInside(number, statement.blocks[i], i + 1 < statement.blocks.size() ? statement.blocks[i + 1].range.begin : limit);
    }

    const SyntaxTree& m_tree;
    std::vector<SourceRange> m_comments;  // that are alone on their lines
    std::size_t m_nextComment = 0;
    std::vector<ProgramBlock> m_blocks;
    BlockNumber m_parent = kNoBlock;
};

}  // namespace

ProgramBlocks::ProgramBlocks(const SyntaxTree& tree) : m_tree(&tree), m_blocks(Builder(tree).run()) {}

std::vector<BlockNumber> ProgramBlocks::children(BlockNumber parent) const {
    std::vector<BlockNumber> found;
    const BlockNumber end = parent == kNoBlock ? static_cast<BlockNumber>(m_blocks.size()) : m_blocks[parent].end;
    for (BlockNumber child = parent == kNoBlock ? 0 : parent + 1; child < end; child = m_blocks[child].end) found.push_back(child);
    return found;
}

BlockNumber ProgramBlocks::blockAt(std::uint32_t offset) const {
    BlockNumber found = kNoBlock;
    for (BlockNumber number = 0; number < m_blocks.size();) {
        const ProgramBlock& block = m_blocks[number];
        if (offset < block.range.begin) break;
        if (offset > block.range.end) {
            number = block.end;
            continue;
        }
        found = number++;
    }
    return found;
}

}  // namespace namescape
