// The arguments of one call as a table: its parameters by their names, and what is written for each.
#pragma once

#include "explain/call_form.h"

#include <QAbstractTableModel>

namespace namescape {

class ArgumentsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Parameter, Value, ColumnCount };
    enum Role {
        ChoicesRole = Qt::UserRole,  // QStringList: expressions that are offered
        IsOnlyChoicesRole,           // bool: nothing else would be valid
        IsGivenRole,                 // bool: it is written in the text
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows of the same parameters stay the same rows.
    void setForm(CallForm form);
    const CallForm& form() const { return m_form; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    // Of a value: an expression, or nothing to take it away. It stands in the text later, if it is valid.
    bool setData(const QModelIndex& index, const QVariant& text, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    // The user has written another value for a parameter.
    void valueRequested(const namescape::CallParameter& parameter, const QString& value);

private:
    CallForm m_form;
};

}  // namespace namescape
