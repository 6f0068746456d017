#include "problems/problems_model.h"

#include "appearance/appearance.h"
#include "appearance/icons.h"
#include "live/row_change.h"

#include <algorithm>

namespace namescape {

namespace {

QPixmap iconOf(Severity severity, const Colors& colors) {
    constexpr int size = 16;
    // Views scale it to their device.
    constexpr qreal ratio = 2;
    switch (severity) {
    case Severity::Error: return iconPixmap("error", colors.error, size, ratio);
    case Severity::Warning: return iconPixmap("warning", colors.warning, size, ratio);
    case Severity::Hint: return iconPixmap("hint", colors.hint, size, ratio);
    }
    return {};
}

QString nameOf(Severity severity) {
    switch (severity) {
    case Severity::Error: return ProblemsModel::tr("error");
    case Severity::Warning: return ProblemsModel::tr("warning");
    case Severity::Hint: return ProblemsModel::tr("hint");
    }
    return {};
}

// TensorFlow's messages may go on with a traceback, behind half a sentence that announces it: the tool tip has all of it.
QString listed(const QString& message) {
    const QString line = message.section(u'\n', 0, 0).trimmed();
    const qsizetype end = line.lastIndexOf(QLatin1String("? "));
    const qsizetype sentence = std::max(end, line.lastIndexOf(QLatin1String(". ")));
    return message.contains(u'\n') && line.endsWith(u':') && sentence > 0 ? line.first(sentence + 1) : line;
}

QStringList titlesOf(const Diagnostic& diagnostic) {
    QStringList titles;
    for (const Fix& fix : diagnostic.fixes) titles.append(QString::fromStdString(fix.title));
    return titles;
}

// The line; of a graph file, the line and column, or the offset.
QString placeOf(const Snapshot& snapshot, const Diagnostic& diagnostic) {
    if (diagnostic.kind == DiagnosticKind::GraphFile) return QString::fromStdString(diagnostic.arguments[1]);
    return QString::number(snapshot.tree->lines().line(diagnostic.range.begin));
}

}  // namespace

ProblemsModel::ProblemsModel(const Appearance& appearance, QObject* parent) : QAbstractTableModel(parent), m_appearance(appearance) {
    connect(&appearance, &Appearance::changed, this, [this] {
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void ProblemsModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    std::vector<Row> rows;
    if (snapshot)
        for (const Diagnostic& diagnostic : snapshot->diagnostics)
            rows.push_back({diagnostic.severity, placeOf(*snapshot, diagnostic),
                            QString::fromStdString(message(diagnostic)), QString::fromStdString(diagnostic.note), titlesOf(diagnostic)});
    const RowChange change = differenceOf(m_rows, rows, std::equal_to<>());
    if (change.removed > 0) {
        beginRemoveRows({}, change.first, change.first + change.removed - 1);
        m_rows.erase(m_rows.begin() + change.first, m_rows.begin() + change.first + change.removed);
        endRemoveRows();
    }
    if (change.inserted > 0) {
        beginInsertRows({}, change.first, change.first + change.inserted - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
}

QString ProblemsModel::fullText(int row) const {
    const Row& problem = m_rows[static_cast<std::size_t>(row)];
    return problem.note.isEmpty() ? problem.message : problem.message + u'\n' + problem.note;
}

int ProblemsModel::errorCount() const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.severity == Severity::Error; }));
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole) return index.column() == FixColumn ? row.fixes.join(u'\n') : fullText(index.row());
    switch (index.column()) {
    case Line:
        if (role == Qt::DisplayRole) return row.line;
        if (role == Qt::DecorationRole) return iconOf(row.severity, m_appearance.colors());
        if (role == Qt::AccessibleTextRole) return tr("%1 in line %2").arg(nameOf(row.severity), row.line);
        return {};
    case Message:
        if (role != Qt::DisplayRole) return {};
        return row.note.isEmpty() ? listed(row.message) : listed(row.message) + u'\n' + row.note.section(u'\n', 0, 0);
    case FixColumn:
        if (role == Qt::DisplayRole) return row.fixes.size() > 1 ? tr("%1 (or %2 more)").arg(row.fixes.front()).arg(row.fixes.size() - 1) : row.fixes.value(0);
        if (role == Qt::ForegroundRole) return m_appearance.colors().accent;
        if (role == Qt::DecorationRole && !row.fixes.isEmpty()) return iconPixmap("fix", m_appearance.colors().accent, 16, 2);
        return {};
    default: return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Line: return tr("Line");
    case Message: return tr("What is wrong");
    case FixColumn: return tr("Fix");
    default: return {};
    }
}

}  // namespace namescape
