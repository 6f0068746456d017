// What a program came to: its graphs, variables, collections, scope blocks, printed text and error, as plain values.
#pragma once

#include "graph/graph.h"
#include "script/body_runs.h"
#include "support/diagnostic.h"
#include "support/source_range.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace namescape {

class SyntaxTree;

// What a program may use. A limit that is hit ends the evaluation with an error that names it; what was built stays.
struct EvaluationLimits {
    std::uint64_t maxSteps = 20'000'000;        // statements and calls
    std::uint64_t maxOperations = 2'000'000;    // in all graphs together
    std::uint32_t maxRecursion = 1'000;         // calls within each other, as Python's own limit
    std::uint64_t maxBytes = 1ull << 30;        // held by the program's values
    std::uint64_t maxOutputBytes = 16ull << 20; // printed
    std::chrono::milliseconds maxTime{20'000};

    bool operator==(const EvaluationLimits&) const = default;
};

// Which limit of EvaluationLimits was hit.
enum class EvaluationLimit : std::uint8_t { Steps, Operations, Recursion, Bytes, Output, Time };

// The exception that ended the program.
struct ProgramError {
    std::string type;     // Python's or TensorFlow's own name, "ValueError"
    std::string message;  // str(exception)
    SourceRange range;    // of the module-level code that was running
    std::uint32_t line = 0;  // from 1: the line of the program that was running, as a traceback's last line of it
    OriginId origin = 0;     // of the code that was running
    std::string suggestion;  // the keyword that was probably meant, where a call was given one that it does not know
    std::optional<EvaluationLimit> limit;  // where a limit of ours ended it; the type is then "LimitReached"

    bool operator==(const ProgramError&) const = default;
};

// Where something was made: the code, and where the function that it stands in was called from.
struct CodeOrigin {
    SourceRange range;
    OriginId caller = 0;  // into Evaluation::origins; 0: module level

    bool operator==(const CodeOrigin&) const = default;
};

enum class ReuseValue : std::uint8_t { False, True, AutoReuse };

// Why a reuse value holds.
enum class ReuseSource : std::uint8_t {
    Default,         // nothing set it
    Argument,        // given to this block, or to the call itself
    Inherited,       // from the block around it that set it
    ScopeObject,     // the scope object that was entered had it
    ReuseVariables,  // a call of reuse_variables()
};

// A block's number in Evaluation::blocks, and which of its runs.
struct BlockRunId {
    std::uint32_t block = UINT32_MAX;  // UINT32_MAX: none
    std::uint32_t run = 0;             // may be beyond those that are kept

    bool isValid() const { return block != UINT32_MAX; }
    bool operator==(const BlockRunId&) const = default;
};

// One time that a program asked for a variable.
struct VariableRequest {
    OriginId origin = 0;
    bool created = false;  // else it was there and was shared
    ReuseValue reuse = ReuseValue::False;  // in force for get_variable
    ReuseSource reuseSource = ReuseSource::Default;
    OriginId reuseOrigin = 0;  // of the code that set it; 0 for Default
    BlockRunId within;         // the innermost block that was open

    bool operator==(const VariableRequest&) const = default;
};

// What get_variable was asked for last: the request that an error may have ended.
struct VariableAttempt {
    std::string storeKey;
    VariableRequest request;

    bool operator==(const VariableAttempt&) const = default;
};

// Names that many have in common, held once.
class SharedNames {
public:
    SharedNames() = default;
    explicit SharedNames(std::vector<std::string> names) : m_names(std::make_shared<const std::vector<std::string>>(std::move(names))) {}

    const std::string* begin() const { return m_names ? m_names->data() : nullptr; }
    const std::string* end() const { return m_names ? m_names->data() + m_names->size() : nullptr; }
    bool operator==(const SharedNames& other) const { return std::equal(begin(), end(), other.begin(), other.end()); }

private:
    std::shared_ptr<const std::vector<std::string>> m_names;
};

struct VariableInfo {
    std::string name;      // "foo/v:0"
    OperationId operation; // the variable's own
    std::string storeKey;  // "foo/v": what get_variable finds it under; empty for tf.Variable
    Shape shape;
    DataType dataType;     // the base type
    bool isTrainable = true;
    bool isResource = false;
    SharedNames collections;
    std::vector<VariableRequest> requests;  // in the order of time; at least one

    bool isShared() const { return requests.size() > 1; }
    bool operator==(const VariableInfo&) const = default;
};

// An item of a collection: a tensor of the graph (a variable is one) or a name, or a Python value that JSON can say. Other
// objects stand by their str().
using CollectionValue = std::variant<std::string, TensorId, std::int64_t, double, bool, std::nullptr_t>;

struct CollectionInfo {
    std::string key;
    std::vector<CollectionValue> items;

    bool operator==(const CollectionInfo&) const = default;
};

// A graph and what belongs to it.
struct EvaluatedGraph {
    std::shared_ptr<const Graph> graph;
    std::vector<VariableInfo> variables;      // in order of creation
    std::vector<CollectionInfo> collections;  // in the order in which they were first added to

    bool operator==(const EvaluatedGraph&) const = default;
};

enum class ScopeBlockKind : std::uint8_t { NameScope, VariableScope, Other };

// Where the name that a scope was opened under comes from. At most 16 of them: NameScopeOpening::note keeps one.
enum class ScopeNameSource : std::uint8_t { Unknown, Name, DefaultName, ScopeObject };

// What scopes and other blocks set for all that is made inside them.
enum class SettingKind : std::uint8_t {
    Reuse,
    Initializer,
    DataType,
    Regularizer,
    Partitioner,
    CustomGetter,  // may be in force several times, as those below that say so: outermost first, as they are composed
    CacheDevice,    // caching_device
    UseResource,
    Constraint,    // not inherited
    Device,               // several
    Colocation,           // several
    ControlDependencies,  // several
};

// One setting in force, whoever set it.
struct Setting {
    SettingKind kind = SettingKind::Reuse;
    bool isByCall = false;  // by scope.set_…() or reuse_variables(); else by a block's argument
    OriginId origin = 0;    // of the block or the call that set it
    std::string value;      // what was given, in short: "Zeros", "float64", "/device:GPU:0", names of operations

    bool operator==(const Setting&) const = default;
};

// By kind; those of one kind from the outside in.
using Settings = std::vector<Setting>;

// A call has changed what is in force in a scope that was open.
struct SettingsChange {
    BlockRunId within;            // whose settings changed; none: the module level's
    BlockRunId during;            // the innermost block that was open
    OriginId origin = 0;          // of the call
    std::uint32_t settings = 0;   // from then on, into Evaluation::settings

    bool operator==(const SettingsChange&) const = default;
};

// One execution of a `with` item.
struct ScopeBlockRun {
    std::string nameScope;      // full, without trailing slash, inside the block; empty at the root
    std::string variableScope;  // full name of the variable scope inside the block
    ScopeNameSource nameSource = ScopeNameSource::Unknown;
    ReuseValue reuse = ReuseValue::False;  // at the end of the block
    ReuseSource reuseSource = ReuseSource::Default;
    SourceRange reuseRange;     // the code that set it; empty for Default
    OriginId caller = 0;        // the call of the function that the block stands in; 0: module level
    std::uint32_t parentBlock = UINT32_MAX;  // the block around it when it ran, into Evaluation::blocks; UINT32_MAX: none
    std::uint32_t parentRun = 0;             // and which of that one's runs; may be beyond those that are kept
    std::uint32_t settings = 0;       // in force as the block begins, into Evaluation::settings
    std::uint32_t changesBefore = 0;  // how many of Evaluation::settingsChanges had been made by then

    bool operator==(const ScopeBlockRun&) const = default;
};

// One item of a `with` statement in the text, and what it came to each time that it ran. Blocks come in the order of
// their first run.
struct ScopeBlock {
    static constexpr std::size_t kMaxRuns = 1'000;

    SourceRange range;      // the item: `tf.name_scope("a") as s`
    SourceRange bodyRange;  // what stands indented below it
    ScopeBlockKind kind = ScopeBlockKind::Other;
    std::string callee;     // as written: "tf.variable_scope"
    std::uint64_t runCount = 0;
    std::vector<ScopeBlockRun> runs;  // the first kMaxRuns

    bool operator==(const ScopeBlock&) const = default;
};

// All that a program came to, up to its end or its first error.
struct Evaluation {
    EvaluatedGraph main;                 // the default graph at the end; its graph is never null
    std::vector<EvaluatedGraph> others;  // further graphs that hold anything, in order of creation
    std::vector<CodeOrigin> origins;         // by OriginId; [0] is unknown
    std::vector<ScopeBlock> blocks;
    std::vector<BodyRuns> bodyRuns;          // of loops and functions, in the order in which they are compiled
    std::vector<Settings> settings;          // each kept once; [0] is empty: TensorFlow's defaults
    std::vector<SettingsChange> settingsChanges;  // in the order of time
    std::string output;                  // printed
    std::optional<ProgramError> error;
    std::optional<VariableAttempt> lastAttempt;
    std::vector<Diagnostic> diagnostics; // of the evaluation alone; the tree has the parser's
    std::uint64_t steps = 0;
    bool wasStopped = false;             // by the stop token: what is here is worth nothing

    // Where an operation of `evaluated` was made; an empty range where that is not known.
    SourceRange rangeOf(const EvaluatedGraph& evaluated, OperationId operation) const;
    SourceRange rangeOf(OriginId origin) const;
    // What is kept of a block's run; null where it is none, or was not kept.
    const ScopeBlockRun* runOf(BlockRunId id) const;
    // The run around it; none at the outermost, and where its own was not kept.
    BlockRunId around(BlockRunId id) const;
};

// Runs a program within limits. Never fails: an error is part of the result. `fileName` is what the program sees as its
// own name, and is not read.
Evaluation evaluate(const SyntaxTree& tree, const std::string& fileName, const EvaluationLimits& limits = {}, std::stop_token stop = {});

}  // namespace namescape
