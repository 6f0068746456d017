#include "pipeline/scope_stacks.h"

#include "explain/program_text.h"
#include "explain/scope_opening.h"
#include "pipeline/code_places.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace namescape {

namespace {

// Where code stands, through its calls: the module level's first.
using CodePath = std::vector<SourceRange>;

CodePath pathOf(const Evaluation& evaluation, OriginId origin) {
    CodePath path;
    for (; origin != 0 && origin < evaluation.origins.size(); origin = evaluation.origins[origin].caller) path.push_back(evaluation.origins[origin].range);
    std::ranges::reverse(path);
    return path;
}

// Whether code comes before other code of the same run.
bool isBefore(const CodePath& path, const CodePath& other) {
    for (std::size_t i = 0; i < std::min(path.size(), other.size()); ++i)
        if (!(path[i] == other[i])) return path[i].end <= other[i].begin;
    return false;
}

struct ArgumentPlace {
    const char* keyword;
    int position;  // among the arguments of tf.variable_scope
};

ArgumentPlace placeOfArgument(SettingKind kind) {
    switch (kind) {
    case SettingKind::Reuse: return {"reuse", kReusePosition};
    case SettingKind::Initializer: return {"initializer", 3};
    case SettingKind::DataType: return {"dtype", 9};
    case SettingKind::Regularizer: return {"regularizer", 4};
    case SettingKind::Partitioner: return {"partitioner", 6};
    case SettingKind::CustomGetter: return {"custom_getter", 7};
    case SettingKind::CacheDevice: return {"caching_device", 5};
    case SettingKind::UseResource: return {"use_resource", 10};
    case SettingKind::Constraint: return {"constraint", 11};
    case SettingKind::Device: return {"device_name_or_function", 0};
    case SettingKind::Colocation: return {"op", 0};
    case SettingKind::ControlDependencies: return {"control_inputs", 0};
    }
    return {"", 0};
}

class StackBuilder {
public:
    StackBuilder(const Snapshot& snapshot, const StackPlace& place)
        : m_evaluation(*snapshot.evaluation), m_tree(*snapshot.tree), m_places(m_tree), m_run(place.runs.empty() ? PlaceRun{} : place.runs[place.chosen]) {
        m_path = pathOf(m_evaluation, m_run.caller);
        m_path.push_back({place.offset, place.offset});
    }

    ScopeStacks build() {
        ScopeStacks stacks;
        std::vector<BlockRunId> chain;
        for (BlockRunId id = m_run.within; id.isValid(); id = m_evaluation.around(id)) {
            stacks.isCut = !m_evaluation.runOf(id);
            if (stacks.isCut) break;
            chain.push_back(id);
        }
        stacks.frames.push_back(moduleLevel());
        const Settings* outer = &settingsIn({}, 0);
        for (auto id = chain.rbegin(); id != chain.rend(); ++id) {
            StackFrame frame = frameOf(*id, stacks.frames.back());
            const Settings& settings = settingsIn(*id, m_evaluation.runOf(*id)->settings);
            frame.settings = described(settings, *outer, *id);
            outer = &settings;
            stacks.frames.push_back(std::move(frame));
        }
        return stacks;
    }

private:
    StackFrame moduleLevel() const {
        StackFrame frame;
        frame.settings = described(settingsIn({}, 0), {}, {});
        return frame;
    }

    StackFrame frameOf(BlockRunId id, const StackFrame& around) const {
        const ScopeBlock& block = m_evaluation.blocks[id.block];
        const ScopeBlockRun& run = block.runs[id.run];
        StackFrame frame;
        frame.run = id;
        frame.range = block.range;
        frame.line = m_tree.lines().line(block.range.begin);
        frame.code = onOneLine(m_tree.text(block.range));
        frame.isOfLibrary = block.callee.empty();
        frame.kind = block.kind;
        frame.nameScope = run.nameScope;
        frame.variableScope = run.variableScope;
        frame.jumpsNameScope = !own(run.nameScope, around.nameScope, frame.ownNameScope);
        frame.jumpsVariableScope = !own(run.variableScope, around.variableScope, frame.ownVariableScope);
        frame.runNumber = id.run + 1;
        frame.runCount = block.runCount;
        return frame;
    }

    // What a path adds to the one around. False where it is not below it: all of it then.
    static bool own(const std::string& path, const std::string& around, std::string& added) {
        if (path == around) return true;
        const bool isBelow = around.empty() || (path.starts_with(around) && path[around.size()] == '/');
        added = !isBelow || around.empty() ? path : path.substr(around.size() + 1);
        return isBelow;
    }

    bool isOpenDuring(BlockRunId id, BlockRunId during) const {
        if (!id.isValid()) return true;
        while (during.isValid() && !(during == id)) during = m_evaluation.around(during);
        return during == id;
    }

    // What is in force in a frame once the place is reached.
    const Settings& settingsIn(BlockRunId frame, std::uint32_t atBegin) const {
        const ScopeBlockRun* innermost = m_evaluation.runOf(m_run.within);
        const std::size_t before = innermost ? innermost->changesBefore : 0;
        std::uint32_t current = atBegin;
        for (std::size_t i = 0; i < m_evaluation.settingsChanges.size(); ++i) {
            const SettingsChange& change = m_evaluation.settingsChanges[i];
            if (!(change.within == frame)) continue;
            if (i < before || (isOpenDuring(m_run.within, change.during) && isBefore(pathOf(m_evaluation, change.origin), m_path))) current = change.settings;
        }
        return m_evaluation.settings[current];
    }

    std::vector<StackSetting> described(const Settings& settings, const Settings& outer, BlockRunId id) const {
        std::vector<StackSetting> all;
        for (const SettingKind kind : {SettingKind::Reuse, SettingKind::Initializer, SettingKind::DataType})
            if (std::ranges::find(settings, kind, &Setting::kind) == settings.end()) all.push_back(byDefault(kind));
        for (const Setting& setting : settings) {
            StackSetting described = written(setting);
            described.source = sourceOf(setting, outer, id);
            all.push_back(std::move(described));
        }
        std::ranges::stable_sort(all, {}, &StackSetting::kind);
        return all;
    }

    static StackSetting byDefault(SettingKind kind) {
        StackSetting setting;
        setting.kind = kind;
        setting.value = kind == SettingKind::Reuse ? "False" : kind == SettingKind::Initializer ? "glorot_uniform_initializer" : "float32";
        return setting;
    }

    StackSettingSource sourceOf(const Setting& setting, const Settings& outer, BlockRunId id) const {
        if (std::ranges::find(outer, setting) != outer.end()) return StackSettingSource::Inherited;
        const ScopeBlockRun* run = m_evaluation.runOf(id);
        if (!run) return setting.isByCall ? StackSettingSource::ByCall : StackSettingSource::Here;
        const Settings& atBegin = m_evaluation.settings[run->settings];
        const bool wasThere = std::ranges::find(atBegin, setting) != atBegin.end();
        if (setting.isByCall && !wasThere) return StackSettingSource::ByCall;
        const SourceRange range = m_evaluation.rangeOf(setting.origin);
        const SourceRange block = m_evaluation.blocks[id.block].range;
        if (block.begin <= range.begin && range.end <= block.end) return StackSettingSource::Here;
        if (run->nameSource == ScopeNameSource::ScopeObject) return StackSettingSource::ScopeObject;
        return setting.isByCall ? StackSettingSource::Inherited : StackSettingSource::Here;
    }

    StackSetting written(const Setting& setting) const {
        StackSetting described;
        described.kind = setting.kind;
        described.value = setting.value;
        described.range = m_evaluation.rangeOf(setting.origin);
        if (const Expression* argument = argumentAt(setting, described.range)) {
            described.range = argument->range;
            described.code = onOneLine(m_tree.text(argument->range));
        }
        if (described.range.begin < described.range.end) described.line = m_tree.lines().line(described.range.begin);
        return described;
    }

    const Expression* argumentAt(const Setting& setting, SourceRange range) const {
        const CallExpression* call = m_places.callAt(range);
        if (!call) return nullptr;
        const ArgumentPlace place = placeOfArgument(setting.kind);
        const std::string_view callee = m_tree.text(call->callee->range);
        const bool isKnown = setting.isByCall || callee.ends_with("variable_scope") || setting.kind >= SettingKind::Device;
        return argumentOf(m_tree, *call, place.keyword, !isKnown ? -1 : setting.isByCall ? 0 : place.position);
    }

    const Evaluation& m_evaluation;
    const SyntaxTree& m_tree;
    CodePlaces m_places;
    PlaceRun m_run;
    CodePath m_path;
};

// Letters and digits alone, in lower case.
std::string plain(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c))) result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

}  // namespace

std::string StackSetting::text() const {
    const bool saysValue = kind == SettingKind::Reuse || kind == SettingKind::DataType || kind == SettingKind::UseResource || kind == SettingKind::ControlDependencies ||
                           kind == SettingKind::Colocation || (kind == SettingKind::Device && value != "a function");
    if (saysValue || code.empty()) return value;
    // A call says more than the type of what it gives.
    const bool isSaid = code.ends_with(')') || plain(code).find(plain(value)) != std::string::npos;
    return isSaid || kind == SettingKind::Device ? code : code + " (" + value + ")";
}

const char* settingName(SettingKind kind) {
    switch (kind) {
    case SettingKind::Reuse: return "reuse";
    case SettingKind::Initializer: return "initializer";
    case SettingKind::DataType: return "dtype";
    case SettingKind::Regularizer: return "regularizer";
    case SettingKind::Partitioner: return "partitioner";
    case SettingKind::CustomGetter: return "custom getter";
    case SettingKind::CacheDevice: return "caching device";
    case SettingKind::UseResource: return "use_resource";
    case SettingKind::Constraint: return "constraint";
    case SettingKind::Device: return "device";
    case SettingKind::Colocation: return "colocated with";
    case SettingKind::ControlDependencies: return "control dependencies";
    }
    return "";
}

std::string sourceText(const StackSetting& setting) {
    const std::string line = "line " + std::to_string(setting.line);
    switch (setting.source) {
    case StackSettingSource::Default: return {};
    case StackSettingSource::Here: return line;
    case StackSettingSource::ByCall: return line + ", by a call";
    case StackSettingSource::ScopeObject: return "from the scope object, line " + std::to_string(setting.line);
    case StackSettingSource::Inherited: return "inherited from " + line;
    }
    return {};
}

ScopeStacks stacksAt(const Snapshot& snapshot, const StackPlace& place) {
    return StackBuilder(snapshot, place).build();
}

}  // namespace namescape
