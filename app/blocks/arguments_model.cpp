#include "blocks/arguments_model.h"

#include <QFont>
#include <QStringList>

#include <algorithm>

namespace namescape {

namespace {

QString words(const std::string& text) { return QString::fromStdString(text); }

// None, True and the like: where nothing but these is offered, nothing else would do.
bool isConstant(const std::string& choice) { return choice == "None" || choice == "True" || choice == "False" || choice.ends_with(".AUTO_REUSE"); }

bool isOnlyChoices(const CallParameter& parameter) {
    const auto& choices = parameter.choices;
    return !choices.empty() && std::all_of(choices.begin(), choices.end(), isConstant) && (parameter.written.empty() || isConstant(parameter.written));
}

QStringList choicesOf(const CallParameter& parameter) {
    QStringList choices;
    for (const std::string& choice : parameter.choices) choices += words(choice);
    return choices;
}

QString nameOf(const CallParameter& parameter) {
    if (!parameter.name.empty()) return words(parameter.name);
    return ArgumentsModel::tr("argument %1").arg(parameter.position + 1);
}

QString toolTip(const CallParameter& parameter) {
    if (parameter.isGiven()) return words(parameter.written);
    if (parameter.isRequired) return ArgumentsModel::tr("%1 must be given").arg(nameOf(parameter));
    return parameter.defaultText.empty() ? ArgumentsModel::tr("not given") : ArgumentsModel::tr("not given: %1").arg(words(parameter.defaultText));
}

}  // namespace

void ArgumentsModel::setForm(CallForm form) {
    if (form == m_form) return;
    const auto isSameName = [](const CallParameter& a, const CallParameter& b) { return a.name == b.name; };
    const bool areSameRows = form.callee == m_form.callee && std::equal(form.parameters.begin(), form.parameters.end(), m_form.parameters.begin(), m_form.parameters.end(), isSameName);
    if (!areSameRows) beginResetModel();
    m_form = std::move(form);
    if (!areSameRows) endResetModel();
    else if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ArgumentsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_form.parameters.size());
}

int ArgumentsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ArgumentsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const CallParameter& parameter = m_form.parameters[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Parameter) return nameOf(parameter);
        return parameter.isGiven() ? words(parameter.written).simplified() : words(parameter.defaultText);
    case Qt::EditRole: return index.column() == Value ? words(parameter.written) : nameOf(parameter);
    case Qt::ToolTipRole: return toolTip(parameter);
    case Qt::AccessibleTextRole:
        return index.column() == Parameter ? nameOf(parameter) : parameter.isGiven() ? words(parameter.written) : toolTip(parameter);
    case ChoicesRole: return choicesOf(parameter);
    case IsOnlyChoicesRole: return isOnlyChoices(parameter);
    case IsGivenRole: return parameter.isGiven();
    default: return {};
    }
}

QVariant ArgumentsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Parameter ? tr("Argument") : tr("Value");
}

bool ArgumentsModel::setData(const QModelIndex& index, const QVariant& text, int role) {
    if (!index.isValid() || role != Qt::EditRole || index.column() != Value) return false;
    const CallParameter parameter = m_form.parameters[static_cast<std::size_t>(index.row())];
    if (text.toString().trimmed() == words(parameter.written)) return false;
    Q_EMIT valueRequested(parameter, text.toString());
    return true;
}

Qt::ItemFlags ArgumentsModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    // What is written on several lines is edited in the text.
    const bool isInOneLine = m_form.parameters[static_cast<std::size_t>(index.row())].written.find('\n') == std::string::npos;
    if (index.column() == Value && isInOneLine) flags |= Qt::ItemIsEditable;
    return flags;
}

}  // namespace namescape
