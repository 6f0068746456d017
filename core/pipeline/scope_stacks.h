// The scopes that are open at a place of a program, and what is in force there, with where each comes from.
#pragma once

#include "pipeline/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace namescape {

// One time that a place ran.
struct PlaceRun {
    BlockRunId within;    // the innermost block that was open; none at module level
    OriginId caller = 0;  // the call of the function that the place stands in; 0: module level

    bool operator==(const PlaceRun&) const = default;
};

// A place of the text, and the times that it ran, as far as that is known.
struct StackPlace {
    static constexpr std::size_t kMaxRuns = 1'000;

    std::uint32_t offset = 0;
    std::vector<PlaceRun> runs;  // in the order of time; empty: it has not run, or nothing was made there
    std::size_t chosen = 0;      // into runs

    bool operator==(const StackPlace&) const = default;
};

// Where a setting of a frame comes from.
enum class StackSettingSource : std::uint8_t {
    Default,      // nobody has set it
    Here,         // the frame's block was given it
    ByCall,       // a call on the frame's scope, such as reuse_variables()
    ScopeObject,  // the scope object that was entered had it
    Inherited,    // a frame further out
};

struct StackSetting {
    SettingKind kind = SettingKind::Reuse;
    std::string value;       // in short: "True", "Zeros", "/device:GPU:0"
    std::string code;        // as the program wrote it, on one line; empty where that is not known
    SourceRange range;       // of the code that set it; empty for Default
    std::uint32_t line = 0;  // of it, from 1; 0 where there is none
    StackSettingSource source = StackSettingSource::Default;

    // What a reader wants to see of both: "tf.zeros_initializer()", "init (Zeros)", "True".
    std::string text() const;
    bool operator==(const StackSetting&) const = default;
};

// "reuse", "initializer", … as TensorFlow calls them.
const char* settingName(SettingKind kind);
// "line 3", "line 3, by a call", "inherited from line 3"; empty for Default.
std::string sourceText(const StackSetting& setting);

// One block that is open; the first frame of a stack is the module level.
struct StackFrame {
    BlockRunId run;             // none: the module level
    SourceRange range;          // the `with` item; of a library's block, the call that led to it
    std::uint32_t line = 0;     // 0: the module level
    std::string code;           // the item on one line; of a library's block, the call
    bool isOfLibrary = false;
    ScopeBlockKind kind = ScopeBlockKind::Other;
    std::string nameScope;      // full
    std::string ownNameScope;   // what the frame adds to it; empty where it is that of the frame around
    std::string variableScope;
    std::string ownVariableScope;
    bool jumpsNameScope = false;      // it is not below the one around
    bool jumpsVariableScope = false;
    std::uint32_t runNumber = 0;      // from 1
    std::uint64_t runCount = 0;
    std::vector<StackSetting> settings;  // in force inside, by kind

    bool operator==(const StackFrame&) const = default;
};

struct ScopeStacks {
    std::vector<StackFrame> frames;  // from the outside in
    bool isCut = false;              // what is around the second is not kept

    bool operator==(const ScopeStacks&) const = default;
};

// The place of a cursor. The last run is chosen.
StackPlace stackPlaceAt(const Snapshot& snapshot, std::uint32_t offset);
// Where an operation of the main graph was made, in the run that made it.
StackPlace stackPlaceOf(const Snapshot& snapshot, OperationId operation);
// Where a variable was asked for.
StackPlace stackPlaceOf(const Snapshot& snapshot, const VariableRequest& request);

// The stacks in the chosen run; of a place that has not run, the module level alone.
ScopeStacks stacksAt(const Snapshot& snapshot, const StackPlace& place);

}  // namespace namescape
