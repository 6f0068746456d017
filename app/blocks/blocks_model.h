// A program's blocks as a tree of items: made from the text at once, with what they came to as soon as that is known.
#pragma once

#include "rewrite/block_edits.h"
#include "blocks/block_texts.h"
#include "pipeline/snapshot.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace namescape {

class BlocksModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Header, Facts, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole,  // int of BlockKind
        BadgeRole,                // QString
        ScopeRole,                // QString: of a scope, the full name of its name scope; empty while it is not known
        MutedRole,                // bool
        ErrorRole,                // bool
    };

    explicit BlocksModel(QObject* parent = nullptr);
    ~BlocksModel() override;

    // The text as it is now. Blocks that are the same as before stay the same items.
    void setText(const QString& text, std::uint64_t revision);
    // What the text of that revision came to. One of another revision changes nothing.
    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);

    const ProgramBlocks& blocks() const { return *m_blocks; }
    // How many of a block's runs can be looked at one by one, which of them is, from 1 (0: all), and what that is about: a name.
    std::uint32_t runCount(const QModelIndex& index) const;
    std::uint32_t run(const QModelIndex& index) const;
    QString chosenName(const QModelIndex& index) const;
    // Of a scope, what is inside tells of that run alone too.
    void setRun(const QModelIndex& index, std::uint32_t run);

    BlockNumber blockOf(const QModelIndex& index) const;
    QModelIndex indexOf(BlockNumber block) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    // Of the header: what is written there, with `text` in its place.
    bool setData(const QModelIndex& index, const QVariant& text, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    // The user has written something else in place of a range of the text.
    void editRequested(const TextEdit& edit);
    // Blocks of this program are to be moved, or copied.
    void moveRequested(const std::vector<BlockNumber>& blocks, BlockPlace place, bool isCopy);
    // Statements from elsewhere are to be put in.
    void insertionRequested(const QString& statements, BlockPlace place);

private:
    struct Node;

    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node, int column = 0) const;
    void update(Node& node, BlockNumber block);
    void forgetFacts(Node& node);
    const FactsText& factsOf(Node& node) const;
    BlockRunId runAround(const Node& node) const;

    std::unique_ptr<const SyntaxTree> m_tree;
    std::unique_ptr<const ProgramBlocks> m_blocks;
    std::uint64_t m_revision = 0;
    std::shared_ptr<const Snapshot> m_snapshot;  // of the text as it is; else null
    std::unique_ptr<Node> m_root;
    std::vector<Node*> m_nodes;                  // by block
};

}  // namespace namescape
