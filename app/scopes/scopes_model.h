// The `with` blocks of a program as a tree: which scopes each opens, and which reuse flag is in force there.
#pragma once

#include "pipeline/snapshot.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace namescape {

class ScopesModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Block, Line, NameScopeColumn, VariableScopeColumn, Reuse, ReuseFrom, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    // Keeps the rows, and so what is open and selected, where the blocks nest as before.
    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    QModelIndex indexOf(std::uint32_t block) const;
    std::uint32_t blockOf(const QModelIndex& index) const { return static_cast<std::uint32_t>(index.internalId()); }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    // By number of the block in the snapshot.
    struct Node {
        std::uint32_t parent = kNone;
        int row = 0;
        std::vector<std::uint32_t> children;
        bool operator==(const Node&) const = default;
    };
    struct Tree {
        std::vector<Node> nodes;
        std::vector<std::uint32_t> roots;
        bool operator==(const Tree&) const = default;
    };
    // What the columns say.
    struct Texts {
        QString columns[ColumnCount];
        QString toolTip;
        bool isMuted = false;  // a block that opens no variable scope
        std::string nameScope; // of the first run
        bool operator==(const Texts&) const = default;
    };

    static Tree treeOf(const std::vector<ScopeBlock>& blocks);
    static Texts textsOf(const Snapshot& snapshot, const ScopeBlock& block);

    Tree m_tree;
    std::vector<Texts> m_texts;
};

}  // namespace namescape
