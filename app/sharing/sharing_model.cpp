#include "sharing/sharing_model.h"

#include <QFont>

#include <algorithm>

namespace namescape {

namespace {

bool isSameTree(const SharingRows& left, const SharingRows& right) {
    const auto isSame = [](const SharingRow& a, const SharingRow& b) { return a.parent == b.parent && a.number == b.number && a.key == b.key && a.kind == b.kind; };
    return std::equal(left.rows.begin(), left.rows.end(), right.rows.begin(), right.rows.end(), isSame);
}

// Numbers stand under one another; the last column, which takes what room is left, keeps them beside the others.
QVariant alignmentOf(int column) {
    return QVariant((column == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

}  // namespace

void SharingModel::setRows(SharingRows rows) {
    if (!isSameTree(m_rows, rows)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    std::vector<int> changed;
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
        if (!rows.rows[i].looksEqual(m_rows.rows[i])) changed.push_back(static_cast<int>(i));
    m_rows = std::move(rows);
    for (const int row : changed) Q_EMIT dataChanged(indexOf(row), indexOf(row, SharingColumnCount - 1));
}

QModelIndex SharingModel::indexOfVariable(const std::string& name) const {
    const auto found = std::find_if(m_rows.rows.begin(), m_rows.rows.end(), [&](const SharingRow& row) { return row.kind == SharingRow::Kind::Variable && row.target == name; });
    return found == m_rows.rows.end() ? QModelIndex() : indexOf(static_cast<int>(found - m_rows.rows.begin()));
}

QString SharingModel::asText() const {
    QString text;
    for (int column = 0; column < SharingColumnCount; ++column) text += (column > 0 ? QStringLiteral("\t") : QString()) + headerData(column, Qt::Horizontal).toString();
    text += u'\n';
    for (const int row : m_rows.top) addText(text, row, 0);
    return text;
}

void SharingModel::addText(QString& text, int row, int depth) const {
    const SharingRow& added = m_rows.at(row);
    text += QString(2 * depth, u' ');
    for (int column = 0; column < SharingColumnCount; ++column) text += (column > 0 ? QStringLiteral("\t") : QString()) + added.texts[static_cast<std::size_t>(column)];
    text += u'\n';
    for (const int child : added.children) addText(text, child, depth + 1);
}

QModelIndex SharingModel::index(int row, int column, const QModelIndex& parent) const {
    if (parent.column() > 0 || row < 0 || column < 0 || column >= SharingColumnCount) return {};
    const std::vector<int>& siblings = m_rows.childrenOf(rowOf(parent));
    return row < static_cast<int>(siblings.size()) ? indexOf(siblings[static_cast<std::size_t>(row)], column) : QModelIndex();
}

QModelIndex SharingModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(m_rows.at(rowOf(child)).parent) : QModelIndex();
}

int SharingModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(m_rows.childrenOf(rowOf(parent)).size());
}

int SharingModel::columnCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(SharingColumnCount);
}

QVariant SharingModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const SharingRow& row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole: return row.texts[static_cast<std::size_t>(index.column())];
    case Qt::ToolTipRole: return index.column() == NameColumn ? (row.toolTip.isEmpty() ? row.texts[NameColumn] : row.toolTip) : QVariant();
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case Qt::FontRole: {
        if (row.kind != SharingRow::Kind::Section) return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    default: return {};
    }
}

QVariant SharingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return alignmentOf(section);
    const bool isToolTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !isToolTip) return {};
    switch (section) {
    case NameColumn: return isToolTip ? tr("Scopes, their variables, and who asked for these") : tr("Variable");
    case ParametersColumn: return isToolTip ? tr("Numbers that it holds, with all below") : tr("Parameters");
    case OwnColumn: return isToolTip ? tr("Without scopes below") : tr("Own");
    case TrainedColumn: return isToolTip ? tr("Of the trainable variables") : tr("Trained");
    case UsersColumn: return isToolTip ? tr("How often it was asked for; in a graph file, how many scopes use it") : tr("Users");
    case SavedColumn: return isToolTip ? tr("Parameters that there would be more if each user had its own") : tr("Saved");
    default: return {};
    }
}

}  // namespace namescape
