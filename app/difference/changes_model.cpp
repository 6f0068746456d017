#include "difference/changes_model.h"

#include "pipeline/compare.h"

#include <QStringList>

#include <unordered_map>
#include <utility>

namespace namescape {

namespace {

QString text(const std::string& name) { return QString::fromStdString(name); }

QString aspectsText(const std::vector<Aspect>& aspects) {
    QStringList words;
    for (const Aspect aspect : aspects) words += QString::fromLatin1(word(aspect)).replace(u'_', u' ');
    return words.join(QStringLiteral(", "));
}

QString reasonText(CheckpointBreak::Kind kind) {
    switch (kind) {
    case CheckpointBreak::Kind::NotFound: return ChangesModel::tr("not in checkpoints from before");
    case CheckpointBreak::Kind::Mismatch: return ChangesModel::tr("of another shape or type in checkpoints from before");
    case CheckpointBreak::Kind::OtherVariable: return ChangesModel::tr("another variable in checkpoints from before: its values would be restored without an error");
    }
    return {};
}

void addCounts(QStringList& parts, const ItemDifferences& items, const QString& one, const QString& many) {
    const std::pair<std::size_t, QString> counts[] = {{items.renamed.size(), ChangesModel::tr("renamed")},
                                                      {items.added.size(), ChangesModel::tr("added")},
                                                      {items.removed.size(), ChangesModel::tr("removed")},
                                                      {items.changed.size(), ChangesModel::tr("changed")}};
    for (const auto& [count, what] : counts)
        if (count > 0) parts += QStringLiteral("%1 %2 %3").arg(QString::number(count), count == 1 ? one : many, what);
}

}  // namespace

void ChangesModel::setDifference(const GraphDifference& difference) {
    beginResetModel();
    m_rows.clear();
    addRows(difference.variables, tr("variable"));
    noteBreaks(difference.checkpointBreaks);
    addRows(difference.operations, tr("operation"));
    endResetModel();
}

void ChangesModel::addRows(const ItemDifferences& items, const QString& thing) {
    for (const RenamedItem& item : items.renamed) m_rows.push_back({tr("%1 renamed").arg(thing), text(item.before), text(item.after), {}});
    for (const std::string& name : items.added) m_rows.push_back({tr("%1 added").arg(thing), {}, text(name), {}});
    for (const std::string& name : items.removed) m_rows.push_back({tr("%1 removed").arg(thing), text(name), {}, {}});
    for (const ChangedItem& item : items.changed) m_rows.push_back({tr("%1 changed").arg(thing), {}, text(item.name), aspectsText(item.aspects)});
}

// In the rows of variables, the only ones so far.
void ChangesModel::noteBreaks(const std::vector<CheckpointBreak>& breaks) {
    std::unordered_map<std::string, CheckpointBreak::Kind> kinds;
    for (const CheckpointBreak& each : breaks) kinds.emplace(each.variable, each.kind);
    for (Row& row : m_rows) {
        const auto found = kinds.find(row.after.toStdString());
        if (found == kinds.end()) continue;
        row.note += (row.note.isEmpty() ? QString() : QStringLiteral("; ")) + reasonText(found->second);
        row.breaks = true;
    }
}

int ChangesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChangesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == kBreaksRole) return row.breaks;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
    case What: return row.what;
    case Before: return row.before;
    case After: return row.after;
    case Note: return row.note;
    default: return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case What: return tr("What");
    case Before: return tr("Before");
    case After: return tr("After");
    case Note: return tr("Note");
    default: return {};
    }
}

QString summaryOf(const GraphDifference& difference) {
    QStringList parts;
    addCounts(parts, difference.variables, ChangesModel::tr("variable"), ChangesModel::tr("variables"));
    addCounts(parts, difference.operations, ChangesModel::tr("operation"), ChangesModel::tr("operations"));
    return parts.isEmpty() ? ChangesModel::tr("no name changed") : parts.join(QStringLiteral(", "));
}

}  // namespace namescape
