#include "stacks/stack_rows.h"

#include <QCoreApplication>

namespace namescape {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(namescape::StackRows)
};

bool isOnSide(SettingKind kind, StackSide side) {
    return (kind >= SettingKind::Device) == (side == StackSide::NameScopes);
}

// A block that opens no scope, such as tf.device, sets something for operations.
bool isOnSide(const StackFrame& frame, StackSide side) {
    if (frame.line == 0) return true;
    if (side == StackSide::VariableScopes) return frame.kind == ScopeBlockKind::VariableScope || frame.jumpsVariableScope || !frame.ownVariableScope.empty();
    return frame.kind != ScopeBlockKind::VariableScope || frame.jumpsNameScope || !frame.ownNameScope.empty();
}

QString lineText(std::uint32_t line) {
    return line == 0 ? QString() : Words::tr("line %1").arg(line);
}

QString sourceOf(const StackSetting& setting) {
    switch (setting.source) {
    case StackSettingSource::Default: return Words::tr("default");
    case StackSettingSource::ByCall: return Words::tr("call, line %1").arg(setting.line);
    case StackSettingSource::ScopeObject: return Words::tr("scope object, line %1").arg(setting.line);
    case StackSettingSource::Here:
    case StackSettingSource::Inherited: break;
    }
    return lineText(setting.line);
}

QString whereFrom(const StackSetting& setting) {
    switch (setting.source) {
    case StackSettingSource::Default: return Words::tr("TensorFlow's default: nothing has set it");
    case StackSettingSource::ByCall: return Words::tr("set by the call in line %1").arg(setting.line);
    case StackSettingSource::ScopeObject: return Words::tr("from the scope object that is entered here; set in line %1").arg(setting.line);
    case StackSettingSource::Here: return Words::tr("set by this block, in line %1").arg(setting.line);
    case StackSettingSource::Inherited: return Words::tr("inherited; set in line %1").arg(setting.line);
    }
    return {};
}

StackRow settingRow(const StackSetting& setting, int depth) {
    StackRow row;
    row.kind = StackRowKind::Setting;
    row.depth = depth;
    row.label = QString::fromLatin1(settingName(setting.kind));
    row.value = QString::fromStdString(setting.text());
    row.source = sourceOf(setting);
    row.toolTip = Words::tr("%1: %2\n%3").arg(row.label, row.value, whereFrom(setting));
    row.isMuted = setting.source == StackSettingSource::Inherited || setting.source == StackSettingSource::Default;
    row.line = setting.line;
    return row;
}

QString nameOf(const StackFrame& frame, StackSide side) {
    if (frame.line == 0) return Words::tr("Module level");
    const bool isOfNames = side == StackSide::NameScopes;
    const std::string& own = isOfNames ? frame.ownNameScope : frame.ownVariableScope;
    const bool jumps = isOfNames ? frame.jumpsNameScope : frame.jumpsVariableScope;
    if (jumps) return own.empty() ? Words::tr("the root") : QString::fromStdString(own);
    if (!own.empty()) return QString::fromStdString(own);
    return frame.isOfLibrary ? Words::tr("inside %1").arg(QString::fromStdString(frame.code)) : QString::fromStdString(frame.code);
}

StackRow frameRow(const StackFrame& frame, StackSide side, int depth) {
    const bool isOfNames = side == StackSide::NameScopes;
    const std::string& full = isOfNames ? frame.nameScope : frame.variableScope;
    const bool jumps = isOfNames ? frame.jumpsNameScope : frame.jumpsVariableScope;
    StackRow row;
    row.depth = depth;
    row.label = nameOf(frame, side);
    row.line = frame.line;
    if (frame.line > 0) {
        row.source = frame.runCount > 1 && !frame.isOfLibrary ? Words::tr("line %1, run %2").arg(frame.line).arg(frame.runNumber) : lineText(frame.line);
        row.toolTip = QString::fromStdString(frame.code);
        if (!full.empty()) row.toolTip.prepend(QString::fromStdString(full) + QLatin1Char('\n'));
        if (jumps) {
            row.source.prepend(Words::tr("jump, "));
            row.toolTip += QLatin1Char('\n') + Words::tr("A jump: it is not below the scope around it.");
        }
    }
    if (!(isOfNames ? frame.ownNameScope : frame.ownVariableScope).empty()) row.scope = full;
    return row;
}

StackRow prefixRow(const StackFrame& innermost, StackSide side, int depth) {
    const bool isOfNames = side == StackSide::NameScopes;
    const std::string& scope = isOfNames ? innermost.nameScope : innermost.variableScope;
    StackRow row;
    row.kind = StackRowKind::Prefix;
    row.depth = depth;
    row.label = isOfNames ? Words::tr("operations") : Words::tr("variables");
    row.value = QString::fromStdString(scope.empty() ? std::string() : scope + '/') + QStringLiteral("…");
    row.toolTip = isOfNames ? Words::tr("Names of operations made here begin with %1").arg(scope.empty() ? Words::tr("nothing before their own") : row.value)
                            : Words::tr("Names that get_variable gives here begin with %1").arg(scope.empty() ? Words::tr("nothing before their own") : row.value);
    row.line = innermost.line;
    return row;
}

}  // namespace

std::vector<StackRow> rowsOf(const ScopeStacks& stacks, StackSide side) {
    std::vector<const StackFrame*> frames;
    for (const StackFrame& frame : stacks.frames)
        if (isOnSide(frame, side)) frames.push_back(&frame);
    std::vector<StackRow> rows;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const int depth = static_cast<int>(i);
        const bool isInnermost = i + 1 == frames.size();
        rows.push_back(frameRow(*frames[i], side, depth));
        for (const StackSetting& setting : frames[i]->settings) {
            StackRow row = settingRow(setting, depth);
            if (isOnSide(setting.kind, side) && (isInnermost || !row.isMuted)) rows.push_back(std::move(row));
        }
        if (i == 0 && stacks.isCut && frames.size() > 1) {
            StackRow gap;
            gap.kind = StackRowKind::Prefix;
            gap.label = QStringLiteral("…");
            gap.toolTip = Words::tr("The program ran this too often for all of what is around it to be kept.");
            rows.push_back(std::move(gap));
        }
    }
    if (!frames.empty()) rows.push_back(prefixRow(stacks.frames.back(), side, static_cast<int>(frames.size()) - 1));
    return rows;
}

}  // namespace namescape
