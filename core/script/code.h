// What a program is compiled to: instructions for a stack machine, with the places of the text that they come from.
#pragma once

#include "script/containers.h"
#include "script/signature.h"
#include "support/line_index.h"
#include "support/source_range.h"
#include "syntax/names.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// F(Name, effect on the height of the operand stack; `a` is the argument). Variable effects are given where they are emitted.
// "TOS" is the top of the stack.
#define NAMESCAPE_OPCODES(F) \
    F(LoadConstant, 1) F(LoadNone, 1) F(LoadTrue, 1) F(LoadFalse, 1) F(LoadEllipsis, 1) F(LoadUnset, 1) F(LoadInteger, 1) \
    F(Pop, -1) F(PopBelow, -1) /* the value under TOS */ F(Duplicate, 1) F(DuplicateTwo, 2) \
    F(Swap, 0) F(RotateThree, 0) /* TOS goes under the next two */ \
    F(LoadLocal, 1) F(StoreLocal, -1) F(DeleteLocal, 0) F(UnsetLocal, 0) F(MakeCell, 0) \
    F(LoadCell, 1) F(StoreCell, -1) F(DeleteCell, 0) F(LoadFree, 1) F(StoreFree, -1) F(DeleteFree, 0) \
    F(LoadGlobal, 1) F(StoreGlobal, -1) F(DeleteGlobal, 0) \
    F(LoadClassLocal, 1) /* skips the next instruction where the slot is set */ \
    F(LoadAttribute, 0) F(LoadMethod, 1) /* object -> function, self or unset */ F(StoreAttribute, -2) /* value, object */ F(DeleteAttribute, -1) \
    F(LoadItem, -1) F(StoreItem, -3) /* value, object, key */ F(DeleteItem, -2) F(BuildSlice, -2) \
    F(Binary, -1) F(InPlace, -1) F(Unary, 0) F(Not, 0) F(Compare, -1) \
    F(Jump, 0) F(JumpBack, 0) F(JumpIfFalse, -1) F(JumpIfTrue, -1) F(JumpIfFalseOrPop, -1) F(JumpIfTrueOrPop, -1) \
    F(BuildTuple, 1 - a) F(BuildList, 1 - a) F(BuildSet, 1 - a) F(BuildDict, 1 - 2 * a) F(BuildString, 1 - a) \
    F(AppendTo, -1) /* a: how far under TOS the list is */ F(AddTo, -1) F(PutInto, -2) /* key, value */ \
    F(Extend, -1) F(UpdateSet, -1) F(UpdateDict, -1) F(MergeKeywords, -1) F(ListToTuple, 0) F(FormatValue, 0) F(FormatValueWith, -1) \
    F(UnpackSequence, a - 1) F(UnpackStarred, 0) /* a before the star, next word: behind it */ \
    F(Call, -1 - a) F(CallKeywords, 0) /* next word: names */ F(CallUnpacked, -3) /* callee, unset, list, dict or unset */ \
    F(MakeFunction, 0) /* takes the defaults of a's parameters */ F(BuildClass, -2) /* function, list of bases, dict of keywords */ F(ClassNamespace, 1) \
    F(GetIterator, 0) F(ForIterator, 1) /* jumps to a and pops at the end */ \
    F(EnterWith, 1) /* context -> exit, value */ F(ExitWith, -1) F(ExitWithBelow, -1) F(ExitWithException, 1) /* exit, handled, exception -> … suppressed */ \
    F(EnterHandler, 1) /* exception -> handled before, exception */ F(LeaveHandler, -2) F(LeaveHandlerBelow, -2) \
    F(ReraiseHandled, -2) /* handled before, exception */ F(MatchException, 0) /* exception, type -> exception, matches */ \
    F(EnterFinally, 1) /* payload, reason -> payload, reason, handled before */ F(LeaveFinally, -1) F(LeaveFinallyBelow, -1) \
    F(JumpIfReason, 0) /* next word: the reason; pops it where it jumps */ F(EndFinally, -2) \
    F(Raise, -1 * a) F(AssertionFailed, -1 * a) F(Import, 1) /* next word: whether `a` of `a.b` is meant */ F(ImportFrom, 1) F(ImportStar, -1) \
    F(Return, -1) F(Yield, 0) F(YieldFrom, -1) F(GetYieldFromIterator, 0) F(Unsupported, 0) /* constant: what is not supported */ \
    F(CountRun, 0) /* a: into Interpreter::bodyRuns() */

enum class Opcode : std::uint8_t {
#define NAMESCAPE_OPCODE(name, effect) name,
    NAMESCAPE_OPCODES(NAMESCAPE_OPCODE)
#undef NAMESCAPE_OPCODE
};

// The operation in the lowest 8 bits, its argument in the others.
using Instruction = std::uint32_t;

constexpr Opcode opcodeOf(Instruction instruction) { return static_cast<Opcode>(instruction & 0xff); }
constexpr std::uint32_t argumentOf(Instruction instruction) { return instruction >> 8; }
constexpr std::uint32_t maxArgument = (1u << 24) - 1;

// Where an exception from instructions [begin, end) is handled, and how much of the operand stack is kept for that.
struct HandlerRange {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t handler;
    std::uint32_t depth;
};

// The place in the text that an instruction stands for.
struct CodeLocation {
    SourceRange statement;
    SourceRange expression;

    bool operator==(const CodeLocation&) const = default;
};

struct CodeUnit;

// One function's, class's or module's code.
class Code {
public:
    const CodeUnit* unit = nullptr;
    std::vector<Instruction> instructions;
    std::vector<std::uint32_t> locations;  // per instruction: into CodeUnit::locations
    std::vector<HandlerRange> handlers;    // inner ones before those around them
    std::vector<Value> constants;
    std::vector<std::vector<InternedName>> keywordNames;

    Signature signature;
    bool isSimple = false;  // positional parameters only
    bool isGenerator = false;
    bool isClassBody = false;
    std::uint32_t slotCount = 0;
    std::uint32_t ownSlotCount = 0;  // of a class
    std::uint32_t stackSize = 0;
    std::vector<InternedName> slotNames;
    std::vector<std::uint32_t> cells;
    std::vector<Capture> captures;
    std::vector<InternedName> freeNames;    // per index of the closure
    std::uint32_t classCell = noSlot;
    InternedName name = nullptr;
    std::string qualifiedName;
    Value doc;
    SourceRange range;
    std::uint32_t originFunction = 0;  // its number in Origins
};

// All that was compiled from one text.
struct CodeUnit {
    bool isLibrary = false;
    std::string text;
    LineIndex lines;
    std::vector<InternedName> globalNames;  // per global slot
    std::vector<Value> builtins;            // per global slot: the builtin of that name; unset where there is none
    std::vector<CodeLocation> locations;
    std::vector<std::unique_ptr<Code>> codes;  // the module's first
};

}  // namespace namescape
