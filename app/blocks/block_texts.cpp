#include "blocks/block_texts.h"

#include "live/program_phrases.h"
#include "pipeline/block_facts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace namescape {

namespace {

constexpr qsizetype kMostNames = 3;
constexpr std::size_t kMostLines = 20;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(namescape::Blocks)
};

QString scopeName(const std::string& name) { return name.empty() ? Texts::tr("(root)") : QString::fromUtf8(name); }

// Different ones in their order, the first few written out.
QString joined(const QStringList& all) {
    QStringList names = all;
    names.removeDuplicates();
    if (names.size() <= kMostNames) return names.join(QStringLiteral(", "));
    return Texts::tr("%1 and %2 more").arg(names.mid(0, kMostNames).join(QStringLiteral(", "))).arg(names.size() - kMostNames);
}

QString runText(const Snapshot& snapshot, ScopeBlockKind kind, const ScopeBlockRun& run) {
    if (kind == ScopeBlockKind::NameScope) return scopeName(run.nameScope);
    const std::uint32_t line = run.reuseRange == SourceRange{} ? 0 : snapshot.tree->lines().line(run.reuseRange.begin);
    const QString names = run.nameScope == run.variableScope ? scopeName(run.variableScope)
                                                             : Texts::tr("%1, its operations in %2").arg(scopeName(run.variableScope), scopeName(run.nameScope));
    return names + QStringLiteral("  ") + reusePhrase(run.reuse, run.reuseSource, line);
}

// The only run, or the one that is chosen (from 1); nothing where all of several are meant.
std::optional<std::size_t> singleRun(std::size_t count, std::uint32_t chosen) {
    if (chosen > 0 && chosen <= count) return chosen - 1;
    return count == 1 ? std::optional<std::size_t>(0) : std::nullopt;
}

FactsText mutedFacts(const QString& line) {
    FactsText facts;
    facts.line = line;
    facts.isMuted = true;
    return facts;
}

FactsText scopeFacts(const Snapshot& snapshot, const BlockFacts& all, std::uint32_t chosen) {
    const ScopeBlock& scope = *all.scope;
    FactsText facts;
    facts.runCount = static_cast<std::uint32_t>(all.runs.size());
    if (all.runs.empty()) return mutedFacts(Texts::tr("not in this run"));
    const std::optional<std::size_t> single = singleRun(all.runs.size(), chosen);
    const std::uint32_t first = all.runs[single.value_or(0)];
    facts.scope = scope.runs[first].nameScope;
    if (single) {
        facts.line = runText(snapshot, scope.kind, scope.runs[first]);
        facts.scopeRun = {static_cast<std::uint32_t>(&scope - snapshot.blocks().data()), first};
        facts.chosen = QString::fromUtf8(facts.scope);
        return facts;
    }
    QStringList runs;
    for (std::size_t i = 0; i < std::min(all.runs.size(), kMostLines); ++i) runs += runText(snapshot, scope.kind, scope.runs[all.runs[i]]);
    // Of all runs together, more may have been counted than kept.
    facts.line = Texts::tr("%1 times: %2").arg(all.runs.size() == scope.runs.size() ? scope.runCount : all.runs.size()).arg(joined(runs));
    facts.toolTip = runs.join(u'\n');
    return facts;
}

// The lines, other than its own, that ask for the same variable.
QString sharers(const Snapshot& snapshot, const VariableAsk& ask) {
    QStringList lines;
    const std::uint32_t own = snapshot.lineOf(ask.what().origin);
    for (const VariableRequest& request : ask.variable->requests) {
        const std::uint32_t line = snapshot.lineOf(request.origin);
        if (line != own && line != 0) lines += QString::number(line);
    }
    lines.removeDuplicates();
    return lines.isEmpty() ? QString() : Texts::tr("line %1").arg(joined(lines));
}

QString askText(const Snapshot& snapshot, const VariableAsk& ask) {
    const VariableRequest& request = ask.what();
    const QString others = sharers(snapshot, ask);
    QString words = QString::fromUtf8(ask.variable->name) + u' ';
    if (request.created) words += ask.variable->isShared() ? Texts::tr("new, shared") : Texts::tr("new");
    else words += Texts::tr("shared");
    if (!others.isEmpty()) words += Texts::tr(" with %1").arg(others);
    const QString reuse = reusePhraseOf(snapshot, request);
    return reuse.isEmpty() ? words : words + QStringLiteral("  ") + reuse;
}

FactsText variableFacts(const Snapshot& snapshot, const std::vector<VariableAsk>& asks, std::uint32_t chosen) {
    FactsText facts;
    facts.runCount = static_cast<std::uint32_t>(asks.size());
    if (const std::optional<std::size_t> single = singleRun(asks.size(), chosen)) {
        const VariableAsk& ask = asks[*single];
        facts.line = askText(snapshot, ask);
        facts.chosen = QString::fromUtf8(ask.variable->name);
        return facts;
    }
    QStringList all;
    for (std::size_t i = 0; i < std::min(asks.size(), kMostLines); ++i) all += askText(snapshot, asks[i]);
    facts.line = Texts::tr("%1 times: %2").arg(asks.size()).arg(joined(all));
    facts.toolTip = all.join(u'\n');
    return facts;
}

// First those that the others were made for: their names go on with "/".
void putOuterFirst(QStringList& names) {
    const QStringList all = names;
    std::stable_partition(names.begin(), names.end(), [&](const QString& name) {
        return std::any_of(all.begin(), all.end(), [prefix = name + u'/'](const QString& other) { return other.startsWith(prefix); });
    });
}

FactsText operationFacts(const Snapshot& snapshot, const std::vector<OperationId>& operations) {
    QStringList names;
    for (std::size_t i = 0; i < std::min(operations.size(), kMostLines); ++i) names += QString::fromUtf8(snapshot.graph().operationName(operations[i]));
    putOuterFirst(names);
    FactsText facts;
    if (operations.size() == 1) facts.line = names.front();
    else facts.line = Texts::tr("%1 operations: %2").arg(operations.size()).arg(joined(names));
    if (operations.size() > 1) facts.toolTip = names.join(u'\n') + (operations.size() > kMostLines ? QStringLiteral("\n…") : QString());
    return facts;
}

bool hasBodyRuns(BlockKind kind) { return kind == BlockKind::For || kind == BlockKind::While || kind == BlockKind::Function; }

// How often the body of a loop or a function ran, before what came of it.
FactsText bodyFacts(const Snapshot& snapshot, const ProgramBlock& block, const BlockFacts& facts) {
    const bool isFunction = block.kind == BlockKind::Function;
    FactsText made;
    made.isMuted = facts.bodyRuns == 0;
    if (made.isMuted) {
        made.line = isFunction ? Texts::tr("not called") : Texts::tr("has not run");
        return made;
    }
    if (!facts.operations.empty()) made = operationFacts(snapshot, facts.operations);
    const QString often = facts.bodyRuns == 1 ? (isFunction ? Texts::tr("called once") : Texts::tr("once"))
                                              : (isFunction ? Texts::tr("called %1 times") : Texts::tr("%1 times")).arg(facts.bodyRuns);
    made.line = made.line.isEmpty() ? often : Texts::tr("%1: %2").arg(often, made.line);
    return made;
}

// What went wrong there, where something did.
std::optional<FactsText> errorFacts(const Snapshot& snapshot, SourceRange header) {
    const auto isHere = [header](const Diagnostic& each) { return each.severity == Severity::Error && header.begin <= each.range.begin && each.range.begin <= header.end; };
    const auto found = std::find_if(snapshot.diagnostics.begin(), snapshot.diagnostics.end(), isHere);
    if (found == snapshot.diagnostics.end()) return std::nullopt;
    FactsText facts;
    facts.toolTip = QString::fromStdString(message(*found));
    facts.line = facts.toolTip.section(u'\n', 0, 0);
    facts.isError = true;
    return facts;
}

// Of an arm: "elif", "except".
QString firstWord(std::string_view code) { return QString::fromUtf8(code.substr(0, code.find_first_of(" \t(:\\"))); }

// Whether one may wonder that nothing came of it.
bool makesSomething(BlockKind kind) {
    switch (kind) {
    case BlockKind::NameScope:
    case BlockKind::VariableScope:
    case BlockKind::GetVariable:
    case BlockKind::Variable:
    case BlockKind::Placeholder:
    case BlockKind::Constant: return true;
    default: return false;
    }
}

}  // namespace

QString kindText(const ProgramBlocks& blocks, const ProgramBlock& block) {
    if (block.isDisabledCode) return Texts::tr("disabled");
    switch (block.kind) {
    case BlockKind::NameScope: return QStringLiteral("name scope");
    case BlockKind::VariableScope: return QStringLiteral("variable scope");
    case BlockKind::With: return QStringLiteral("with");
    case BlockKind::GetVariable: return QStringLiteral("get_variable");
    case BlockKind::Variable: return QStringLiteral("Variable");
    case BlockKind::Placeholder: return QStringLiteral("placeholder");
    case BlockKind::Constant: return QStringLiteral("constant");
    case BlockKind::Operation: return Texts::tr("operation");
    case BlockKind::Call: return Texts::tr("call");
    case BlockKind::Assert: return QStringLiteral("assert");
    case BlockKind::Function: return QStringLiteral("def");
    case BlockKind::Class: return QStringLiteral("class");
    case BlockKind::For: return QStringLiteral("for");
    case BlockKind::While: return QStringLiteral("while");
    case BlockKind::If: return QStringLiteral("if");
    case BlockKind::Try: return QStringLiteral("try");
    case BlockKind::Arm: return firstWord(blocks.tree().text(block.header));
    case BlockKind::Import: return QStringLiteral("import");
    case BlockKind::Statement: return Texts::tr("statement");
    case BlockKind::Comment: return Texts::tr("comment");
    case BlockKind::Error: return Texts::tr("error");
    }
    return {};
}

QString headerText(const ProgramBlocks& blocks, const ProgramBlock& block) {
    const QString written = QString::fromUtf8(blocks.tree().text(block.header));
    if (block.kind != BlockKind::Comment) return written.simplified();
    QStringList lines = written.split(u'\n');
    for (QString& line : lines) {
        line = line.trimmed();
        line = line.mid(line.startsWith(u'#') ? 1 : 0).trimmed();
    }
    lines.removeAll(QString());
    return lines.join(QStringLiteral(" ⏎ "));
}

FactsText factsText(const Snapshot& snapshot, const ProgramBlock& block, std::uint32_t run, BlockRunId within) {
    FactsText nothing;
    if (block.kind == BlockKind::Comment || block.kind == BlockKind::Import) return nothing;
    if (block.kind == BlockKind::Error) {
        nothing.line = Texts::tr("cannot be read, and is left out");
        return nothing;
    }
    if (std::optional<FactsText> error = errorFacts(snapshot, block.header)) return *std::move(error);
    const BlockFacts facts = factsOf(snapshot, block.header, within);
    if (facts.scope) return scopeFacts(snapshot, facts, run);
    if (hasBodyRuns(block.kind) && !within.isValid()) return bodyFacts(snapshot, block, facts);
    const bool isVariable = block.kind == BlockKind::GetVariable || block.kind == BlockKind::Variable;
    if (isVariable && !facts.variables.empty()) return variableFacts(snapshot, facts.variables, run);
    if (!facts.operations.empty()) return operationFacts(snapshot, facts.operations);
    if (!facts.variables.empty()) return variableFacts(snapshot, facts.variables, run);
    if (makesSomething(block.kind)) return mutedFacts(within.isValid() ? Texts::tr("not in this run") : Texts::tr("has not run"));
    return nothing;
}

}  // namespace namescape
