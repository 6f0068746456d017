// Loops, with and try: statements that a jump out of them has to leave in order.
//
// A `finally` is compiled once. It is entered with two values on the stack, a payload and a reason: 0 the block ended,
// 1 an exception (the payload) was raised, 2 and more a jump that goes on behind it (the payload is what is returned).
#include "script/function_compiler.h"
#include "script/interpreter.h"

#include <algorithm>

namespace namescape {

namespace {
constexpr std::uint32_t blockEnded = 0;
constexpr std::uint32_t exceptionRaised = 1;
constexpr std::uint32_t firstJumpReason = 2;
}  // namespace

// ---- Blocks and the ranges of their handlers ---------------------------------------------------------------------

FunctionCompiler::BlockInfo& FunctionCompiler::openBlock(BlockKind kind, bool hasRange) {
    BlockInfo info;
    info.kind = kind;
    info.depth = static_cast<std::uint32_t>(m_depth);
    info.hasRange = hasRange;
    info.rangeBegin = here();
    m_blocks.push_back(std::move(info));
    return m_blocks.back();
}

FunctionCompiler::BlockInfo FunctionCompiler::closeBlock() {
    BlockInfo closed = std::move(m_blocks.back());
    m_blocks.pop_back();
    if (closed.hasRange) closed.ranges.emplace_back(closed.rangeBegin, here());
    return closed;
}

void FunctionCompiler::handleAt(const BlockInfo& closed, std::uint32_t handler, std::uint32_t extraDepth) {
    for (const auto& [begin, end] : closed.ranges) addHandler(begin, end, handler, closed.depth + extraDepth);
}

void FunctionCompiler::passOnFrom(const BlockInfo& closed, std::uint32_t extraDepth) {
    const int depth = m_depth;
    handleAt(closed, here(), extraDepth);
    m_depth = static_cast<int>(closed.depth + extraDepth);
    adjustDepth(1);  // handled before, exception
    emit(Opcode::ReraiseHandled);
    m_depth = depth;
}

// ---- Jumps -------------------------------------------------------------------------------------------------------

std::size_t FunctionCompiler::innermostLoop() const {
    std::size_t index = m_blocks.size();
    while (index > 0 && m_blocks[index - 1].kind != BlockKind::Loop && m_blocks[index - 1].kind != BlockKind::ForLoop) --index;
    return index;  // one more than its index; 0: none
}

void FunctionCompiler::breakOrContinue(PendingJump::Kind kind) {
    const bool isReturn = kind == PendingJump::Kind::Return;
    const std::size_t loop = isReturn ? 0 : innermostLoop();
    if (!isReturn && loop == 0) return;  // the parser complained
    const int depth = m_depth;
    std::size_t left = m_blocks.size();
    if (leaveBlocks(loop, kind, left)) finishJump(kind, loop);
    m_depth = depth;
    for (; left < m_blocks.size(); ++left) m_blocks[left].rangeBegin = here();
}

void FunctionCompiler::finishJump(PendingJump::Kind kind, std::size_t loop) {
    if (kind == PendingJump::Kind::Return) return emit(Opcode::Return);
    BlockInfo& target = m_blocks[loop - 1];
    if (kind == PendingJump::Kind::Continue) return loopBack(target);
    if (target.kind == BlockKind::ForLoop) emit(Opcode::Pop);  // the iterator
    const Patch jump = emitJump(Opcode::Jump);
    target.breaks.push_back(jump);
}

bool FunctionCompiler::leaveBlocks(std::size_t outermost, PendingJump::Kind kind, std::size_t& lowest) {
    const bool keepsTop = kind == PendingJump::Kind::Return;
    while (lowest > outermost) {
        BlockInfo& left = m_blocks[--lowest];
        if (left.hasRange) left.ranges.emplace_back(left.rangeBegin, here());
        switch (left.kind) {
        case BlockKind::Loop: break;
        case BlockKind::ForLoop: emit(keepsTop ? Opcode::PopBelow : Opcode::Pop); break;
        case BlockKind::With: emit(keepsTop ? Opcode::ExitWithBelow : Opcode::ExitWith); break;
        case BlockKind::Handler:
            emit(keepsTop ? Opcode::LeaveHandlerBelow : Opcode::LeaveHandler);
            if (left.handler && left.handler->hasName) {
                emit(Opcode::LoadNone);
                store(left.handler->variable);
                remove(left.handler->variable);
            }
            break;
        case BlockKind::FinallyBody:
            emit(keepsTop ? Opcode::LeaveFinallyBelow : Opcode::LeaveFinally);
            for (int values = 0; values < 2; ++values) emit(keepsTop ? Opcode::PopBelow : Opcode::Pop);
            break;
        case BlockKind::Try: {
            if (!left.hasFinally) break;
            const auto known = std::find_if(left.pending.begin(), left.pending.end(), [&](const PendingJump& jump) { return jump.kind == kind; });
            std::uint32_t reason = firstJumpReason + static_cast<std::uint32_t>(left.pending.size());
            if (known != left.pending.end()) reason = known->reason;
            else left.pending.push_back({kind, reason});
            if (!keepsTop) emit(Opcode::LoadNone);
            emit(Opcode::LoadInteger, reason);
            left.finallyJumps.push_back(emitJump(Opcode::Jump));
            return false;
        }
        }
    }
    return true;
}

// ---- Loops -------------------------------------------------------------------------------------------------------

// A for counts its rounds where it takes the next value, so its jumps needn't.
void FunctionCompiler::loopBack(const BlockInfo& loop) {
    if (loop.kind == BlockKind::ForLoop) emit(Opcode::Jump, loop.continueTarget);
    else emit(Opcode::JumpBack, loop.continueTarget);
}

void FunctionCompiler::whileLoop(const WhileStatement& node) {
    openBlock(BlockKind::Loop, false).continueTarget = here();
    const auto toElse = jumpIf(*node.condition, false);
    countRuns(node.range);
    block(node.body);
    loopBack(m_blocks.back());
    const BlockInfo closed = closeBlock();
    for (const Patch jump : toElse) patch(jump);
    block(node.orElse);
    for (const Patch jump : closed.breaks) patch(jump);
}

void FunctionCompiler::forLoop(const ForStatement& node) {
    if (node.isAsync) return unsupported("an asynchronous loop");
    expression(*node.iterable);
    Patch toEnd;
    {
        const Place place(*this, *node.iterable);
        emit(Opcode::GetIterator);
        openBlock(BlockKind::ForLoop, false).continueTarget = here();
        toEnd = emitJump(Opcode::ForIterator);
    }
    assignTo(*node.target);
    countRuns(node.range);
    block(node.body);
    loopBack(m_blocks.back());
    const BlockInfo closed = closeBlock();
    patch(toEnd);
    adjustDepth(-1);
    block(node.orElse);
    for (const Patch jump : closed.breaks) patch(jump);
}

// ---- with --------------------------------------------------------------------------------------------------------

void FunctionCompiler::with(const WithStatement& node, std::size_t index) {
    if (node.isAsync) return unsupported("an asynchronous with");
    const WithItem& item = node.items[index];
    expression(*item.context);
    const Place place(*this, *item.context);
    emit(Opcode::EnterWith);
    adjustDepth(-1);
    openBlock(BlockKind::With, true);
    adjustDepth(1);
    if (item.target) assignTo(*item.target);
    else emit(Opcode::Pop);
    if (index + 1 < node.items.size()) with(node, index + 1);
    else block(node.body);
    const BlockInfo closed = closeBlock();
    emit(Opcode::ExitWith);
    const Patch toEnd = emitJump(Opcode::Jump);

    handleAt(closed, here(), 0);
    m_depth = static_cast<int>(closed.depth);
    adjustDepth(1);
    emit(Opcode::EnterHandler);  // exit, handled before, exception
    adjustDepth(-2);
    openBlock(BlockKind::Handler, true);
    adjustDepth(2);
    emit(Opcode::ExitWithException);
    const BlockInfo handling = closeBlock();  // what follows raises no more, but for the exception itself
    const Patch suppressed = emitJump(Opcode::JumpIfTrue);
    emit(Opcode::ReraiseHandled);
    patch(suppressed);
    adjustDepth(2);
    emit(Opcode::LeaveHandler);
    emit(Opcode::Pop);
    const Patch done = emitJump(Opcode::Jump);
    passOnFrom(handling, 1);
    patch(toEnd);
    patch(done);
}

// ---- try ---------------------------------------------------------------------------------------------------------

void FunctionCompiler::tryStatement(const TryStatement& node) {
    if (node.finally.statements.empty()) return tryExcept(node);
    openBlock(BlockKind::Try, true).hasFinally = true;
    if (node.handlers.empty()) {
        block(node.body);
        block(node.orElse);
    } else {
        tryExcept(node);
    }
    const BlockInfo closed = closeBlock();
    emit(Opcode::LoadNone);
    emit(Opcode::LoadInteger, blockEnded);
    const Patch toFinally = emitJump(Opcode::Jump);
    handleAt(closed, here(), 0);
    adjustDepth(-1);
    emit(Opcode::LoadInteger, exceptionRaised);
    patch(toFinally);
    for (const Patch jump : closed.finallyJumps) patch(jump);
    finallyBody(node.finally, closed.pending);
}

void FunctionCompiler::finallyBody(const Block& body, const std::vector<PendingJump>& pending) {
    emit(Opcode::EnterFinally);
    adjustDepth(-3);
    openBlock(BlockKind::FinallyBody, true);
    adjustDepth(3);
    block(body);
    const BlockInfo closed = closeBlock();
    emit(Opcode::LeaveFinally);
    std::vector<Patch> jumps;
    for (const PendingJump& jump : pending) {
        jumps.push_back(emitJump(Opcode::JumpIfReason));
        emitWord(jump.reason);
    }
    emit(Opcode::EndFinally);
    const int depth = m_depth;
    const Patch toEnd = emitJump(Opcode::Jump);
    for (std::size_t i = 0; i < pending.size(); ++i) {
        patch(jumps[i]);
        m_depth = depth;
        adjustDepth(1);
        if (pending[i].kind != PendingJump::Kind::Return) emit(Opcode::Pop);
        breakOrContinue(pending[i].kind);
    }
    m_depth = depth;
    passOnFrom(closed, 3);
    patch(toEnd);
}

void FunctionCompiler::tryExcept(const TryStatement& node) {
    openBlock(BlockKind::Try, true);
    block(node.body);
    const BlockInfo closed = closeBlock();
    std::vector<Patch> ends;
    block(node.orElse);
    ends.push_back(emitJump(Opcode::Jump));
    handleAt(closed, here(), 0);
    adjustDepth(1);
    handlers(node, ends);
    adjustDepth(-1);
    for (const Patch end : ends) patch(end);
}

// The exception is on the stack.
void FunctionCompiler::handlers(const TryStatement& node, std::vector<Patch>& ends) {
    const int depth = m_depth;
    emit(Opcode::EnterHandler);
    adjustDepth(-2);
    const auto base = static_cast<std::uint32_t>(m_depth);
    adjustDepth(2);
    for (const ExceptHandler& handler : node.handlers) {
        std::vector<Patch> toNext;
        const Place place(*this, handler.range);
        adjustDepth(-2);
        openBlock(BlockKind::Handler, true).handler = &handler;
        adjustDepth(2);
        if (handler.type) {
            expression(*handler.type);
            const Place typePlace(*this, *handler.type);
            emit(Opcode::MatchException);
            toNext.push_back(emitJump(Opcode::JumpIfFalse));
        }
        handlerBody(handler);
        const BlockInfo closed = closeBlock();
        emit(Opcode::LeaveHandler);
        if (handler.hasName) {
            emit(Opcode::LoadNone);
            store(handler.variable);
            remove(handler.variable);
        }
        ends.push_back(emitJump(Opcode::Jump));
        m_depth = static_cast<int>(base) + 2;
        handleAt(closed, here(), 1);
        m_depth = static_cast<int>(base) + 2;
        if (handler.hasName) {
            emit(Opcode::LoadNone);
            store(handler.variable);
            remove(handler.variable);
        }
        emit(Opcode::ReraiseHandled);
        m_depth = static_cast<int>(base) + 2;
        for (const Patch jump : toNext) patch(jump);
    }
    emit(Opcode::ReraiseHandled);
    m_depth = depth;
}

void FunctionCompiler::handlerBody(const ExceptHandler& handler) {
    if (handler.hasName) {
        emit(Opcode::Duplicate);
        store(handler.variable);
    }
    block(handler.body);
}

}  // namespace namescape
