#include "scopes/scopes_model.h"

#include "api/reuse_text.h"
#include "live/scope_color.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#include <QStringList>

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t maxListedRuns = 20;
constexpr std::size_t maxNamesInLine = 3;

QString scopeText(const std::string& fullName) {
    return fullName.empty() ? ScopesModel::tr("(root)") : QString::fromStdString(fullName);
}

QString reuseSourceText(const Snapshot& snapshot, const ScopeBlockRun& run) {
    const std::uint32_t line = snapshot.tree->lines().line(run.reuseRange.begin);
    switch (run.reuseSource) {
    case ReuseSource::Default: return ScopesModel::tr("default");
    case ReuseSource::Argument: return ScopesModel::tr("given here");
    case ReuseSource::Inherited: return ScopesModel::tr("inherited from line %1").arg(line);
    case ReuseSource::ScopeObject: return run.reuseRange == SourceRange{} ? ScopesModel::tr("of the scope object") : ScopesModel::tr("of the scope object, line %1").arg(line);
    case ReuseSource::ReuseVariables: return ScopesModel::tr("reuse_variables() in line %1").arg(line);
    }
    return {};
}

// Different values in the order of the runs, the first few written out.
template <typename TextOf>
QString joined(const ScopeBlock& block, const TextOf& textOf) {
    QStringList texts;
    for (const ScopeBlockRun& run : block.runs)
        if (const QString text = textOf(run); !texts.contains(text)) {
            texts.append(text);
            if (static_cast<std::size_t>(texts.size()) > maxNamesInLine) break;
        }
    if (static_cast<std::size_t>(texts.size()) > maxNamesInLine) texts.back() = QStringLiteral("…");
    return texts.join(QStringLiteral(", "));
}

QString runsText(const Snapshot& snapshot, const ScopeBlock& block) {
    QStringList lines;
    for (std::size_t index = 0; index < std::min(block.runs.size(), maxListedRuns); ++index) {
        const ScopeBlockRun& run = block.runs[index];
        lines.append(ScopesModel::tr("Run %1: name scope %2, variable scope %3, reuse %4 (%5)")
                         .arg(index + 1)
                         .arg(scopeText(run.nameScope), scopeText(run.variableScope), QString::fromLatin1(reuseText(run.reuse)), reuseSourceText(snapshot, run)));
    }
    if (block.runCount > static_cast<std::uint64_t>(lines.size())) lines.append(QStringLiteral("…"));
    return lines.join(u'\n');
}

}  // namespace

ScopesModel::Tree ScopesModel::treeOf(const std::vector<ScopeBlock>& blocks) {
    Tree tree;
    tree.nodes.resize(blocks.size());
    for (std::uint32_t index = 0; index < blocks.size(); ++index) {
        const std::uint32_t around = blocks[index].runs.empty() ? kNone : blocks[index].runs.front().parentBlock;
        // In a recursive function a block may have run first within one that comes later; such a one stands by itself.
        const std::uint32_t parent = around < index ? around : kNone;
        std::vector<std::uint32_t>& siblings = parent == kNone ? tree.roots : tree.nodes[parent].children;
        tree.nodes[index].parent = parent;
        tree.nodes[index].row = static_cast<int>(siblings.size());
        siblings.push_back(index);
    }
    return tree;
}

ScopesModel::Texts ScopesModel::textsOf(const Snapshot& snapshot, const ScopeBlock& block) {
    Texts texts;
    const QString item = QString::fromUtf8(snapshot.tree->text(block.range)).simplified();
    texts.columns[Block] = block.runCount > 1 ? tr("%1  — %2 times").arg(item).arg(block.runCount) : item;
    texts.columns[Line] = QString::number(snapshot.tree->lines().line(block.range.begin));
    texts.isMuted = block.kind != ScopeBlockKind::VariableScope;
    texts.toolTip = runsText(snapshot, block);
    if (block.kind == ScopeBlockKind::Other) return texts;
    if (!block.runs.empty()) texts.nameScope = block.runs.front().nameScope;
    texts.columns[NameScopeColumn] = joined(block, [](const ScopeBlockRun& run) { return scopeText(run.nameScope); });
    texts.columns[VariableScopeColumn] = joined(block, [](const ScopeBlockRun& run) { return scopeText(run.variableScope); });
    texts.columns[Reuse] = joined(block, [](const ScopeBlockRun& run) { return QString::fromLatin1(reuseText(run.reuse)); });
    texts.columns[ReuseFrom] = joined(block, [&](const ScopeBlockRun& run) { return reuseSourceText(snapshot, run); });
    return texts;
}

void ScopesModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    static const std::vector<ScopeBlock> noBlocks;
    const std::vector<ScopeBlock>& blocks = snapshot ? snapshot->blocks() : noBlocks;
    Tree tree = treeOf(blocks);
    std::vector<Texts> texts;
    for (const ScopeBlock& block : blocks) texts.push_back(textsOf(*snapshot, block));
    if (tree != m_tree) {
        beginResetModel();
        m_tree = std::move(tree);
        m_texts = std::move(texts);
        endResetModel();
        return;
    }
    for (std::uint32_t block = 0; block < texts.size(); ++block) {
        if (texts[block] == m_texts[block]) continue;
        m_texts[block] = std::move(texts[block]);
        const QModelIndex first = indexOf(block);
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
    }
}

QModelIndex ScopesModel::indexOf(std::uint32_t block) const {
    return block < m_tree.nodes.size() ? createIndex(m_tree.nodes[block].row, 0, block) : QModelIndex();
}

QModelIndex ScopesModel::index(int row, int column, const QModelIndex& parent) const {
    const std::vector<std::uint32_t>& siblings = parent.isValid() ? m_tree.nodes[blockOf(parent)].children : m_tree.roots;
    if (row < 0 || row >= static_cast<int>(siblings.size()) || column < 0 || column >= ColumnCount || parent.column() > 0) return {};
    return createIndex(row, column, siblings[static_cast<std::size_t>(row)]);
}

QModelIndex ScopesModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(m_tree.nodes[blockOf(child)].parent) : QModelIndex();
}

int ScopesModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0) return 0;
    return static_cast<int>(parent.isValid() ? m_tree.nodes[blockOf(parent)].children.size() : m_tree.roots.size());
}

int ScopesModel::columnCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : ColumnCount;
}

QVariant ScopesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Texts& texts = m_texts[blockOf(index)];
    switch (role) {
    case Qt::DecorationRole: return index.column() == Block ? QVariant(scopeMark(texts.nameScope)) : QVariant();
    case Qt::DisplayRole: return texts.columns[index.column()];
    case Qt::ToolTipRole: return texts.toolTip;
    case Qt::ForegroundRole:
        if (texts.isMuted && index.column() >= VariableScopeColumn) return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        return {};
    default: return {};
    }
}

QVariant ScopesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Block: return tr("with");
    case Line: return tr("Line");
    case NameScopeColumn: return tr("Name scope");
    case VariableScopeColumn: return tr("Variable scope");
    case Reuse: return tr("Reuse");
    case ReuseFrom: return tr("Reuse from");
    default: return {};
    }
}

}  // namespace namescape
