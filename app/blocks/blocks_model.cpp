#include "blocks/blocks_model.h"

#include "blocks/block_writing.h"
#include "live/row_change.h"

#include <QMimeData>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

const QString kBlocksType = QStringLiteral("application/x-namescape-blocks");

}  // namespace

struct BlocksModel::Node {
    Node* parent = nullptr;
    int row = 0;
    BlockNumber block = kNoBlock;  // none: the root
    BlockKind kind = BlockKind::Statement;
    bool hasBody = false;
    QString badge;
    QString header;
    std::optional<FactsText> facts;  // of the last snapshot that was asked about it
    bool areFactsOld = true;
    std::uint32_t run = 0;           // that is looked at, from 1; 0: all
    std::vector<std::unique_ptr<Node>> children;

    void number() {
        for (std::size_t i = 0; i < children.size(); ++i) children[i]->row = static_cast<int>(i);
    }
};

BlocksModel::BlocksModel(QObject* parent)
    : QAbstractItemModel(parent), m_tree(std::make_unique<const SyntaxTree>()), m_blocks(std::make_unique<const ProgramBlocks>(*m_tree)), m_root(std::make_unique<Node>()) {}

BlocksModel::~BlocksModel() = default;

void BlocksModel::setText(const QString& text, std::uint64_t revision) {
    auto tree = std::make_unique<const SyntaxTree>(parse(text.toStdString()));
    auto blocks = std::make_unique<const ProgramBlocks>(*tree);
    m_revision = revision;
    m_snapshot = nullptr;
    m_blocks = std::move(blocks);
    m_tree = std::move(tree);
    m_nodes.assign(m_blocks->all().size(), nullptr);
    update(*m_root, kNoBlock);
}

// What is inside of a node, made what is inside of a block: a stretch that has become another one is exchanged, the rest stays.
void BlocksModel::update(Node& node, BlockNumber block) {
    struct Wanted {
        BlockNumber block;
        BlockKind kind;
        QString badge, header;
    };
    std::vector<Wanted> wanted;
    for (const BlockNumber child : m_blocks->children(block))
        wanted.push_back({child, (*m_blocks)[child].kind, kindText(*m_blocks, (*m_blocks)[child]), headerText(*m_blocks, (*m_blocks)[child])});
    const RowChange change = differenceOf(node.children, wanted, [](const std::unique_ptr<Node>& a, const Wanted& b) { return a->badge == b.badge && a->header == b.header; });
    const int kept = std::min(change.removed, change.inserted);  // edited in their places
    const QModelIndex parentIndex = indexOf(node);
    if (const int removed = change.removed - kept; removed > 0) {
        const int first = change.first + kept;
        beginRemoveRows(parentIndex, first, first + removed - 1);
        node.children.erase(node.children.begin() + first, node.children.begin() + first + removed);
        node.number();
        endRemoveRows();
    }
    if (const int inserted = change.inserted - kept; inserted > 0) {
        const int first = change.first + kept;
        beginInsertRows(parentIndex, first, first + inserted - 1);
        for (int i = 0; i < inserted; ++i) {
            auto made = std::make_unique<Node>();
            made->parent = &node;
            node.children.insert(node.children.begin() + first + i, std::move(made));
        }
        node.number();
        endInsertRows();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        Node& child = *node.children[i];
        const bool isChanged = child.badge != wanted[i].badge || child.header != wanted[i].header;
        child.block = wanted[i].block;
        child.kind = wanted[i].kind;
        child.hasBody = (*m_blocks)[child.block].hasBody;
        child.badge = std::move(wanted[i].badge);
        child.header = std::move(wanted[i].header);
        m_nodes[child.block] = &child;
        if (isChanged) Q_EMIT dataChanged(indexOf(child), indexOf(child, ColumnCount - 1));
        update(child, child.block);
    }
}

void BlocksModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    if (!snapshot || snapshot->revision != m_revision || snapshot->graphFile) return;
    m_snapshot = snapshot;
    forgetFacts(*m_root);
}

void BlocksModel::forgetFacts(Node& node) {
    for (const auto& child : node.children) {
        child->areFactsOld = true;
        forgetFacts(*child);
    }
    if (!node.children.empty()) Q_EMIT dataChanged(indexOf(*node.children.front(), Facts), indexOf(*node.children.back(), Facts));
}

// While the text is being evaluated, what was true before it was changed stands there.
const FactsText& BlocksModel::factsOf(Node& node) const {
    if (!node.facts) node.facts.emplace();
    if (m_snapshot && node.areFactsOld) {
        *node.facts = factsText(*m_snapshot, (*m_blocks)[node.block], node.run, runAround(node));
        node.areFactsOld = false;
    }
    return *node.facts;
}

// The innermost one that is looked at of the scopes around a block.
BlockRunId BlocksModel::runAround(const Node& node) const {
    for (Node* around = node.parent; around && around->parent; around = around->parent)
        if (around->run > 0)
            if (const BlockRunId run = factsOf(*around).scopeRun; run.isValid()) return run;
    return {};
}

std::uint32_t BlocksModel::runCount(const QModelIndex& index) const {
    return index.isValid() ? factsOf(*nodeOf(index)).runCount : 0;
}

std::uint32_t BlocksModel::run(const QModelIndex& index) const {
    return index.isValid() ? std::min(nodeOf(index)->run, runCount(index)) : 0;
}

QString BlocksModel::chosenName(const QModelIndex& index) const {
    return index.isValid() ? factsOf(*nodeOf(index)).chosen : QString();
}

void BlocksModel::setRun(const QModelIndex& index, std::uint32_t run) {
    if (!index.isValid() || nodeOf(index)->run == run) return;
    Node& node = *nodeOf(index);
    node.run = run;
    node.areFactsOld = true;
    Q_EMIT dataChanged(indexOf(node), indexOf(node, ColumnCount - 1));
    forgetFacts(node);
}

BlocksModel::Node* BlocksModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex BlocksModel::indexOf(const Node& node, int column) const {
    return node.parent ? createIndex(node.row, column, const_cast<Node*>(&node)) : QModelIndex();
}

BlockNumber BlocksModel::blockOf(const QModelIndex& index) const {
    return nodeOf(index)->block;
}

QModelIndex BlocksModel::indexOf(BlockNumber block) const {
    return block < m_nodes.size() && m_nodes[block] ? indexOf(*m_nodes[block]) : QModelIndex();
}

QModelIndex BlocksModel::index(int row, int column, const QModelIndex& parent) const {
    const Node* node = nodeOf(parent);
    const bool isThere = row >= 0 && column >= 0 && column < ColumnCount && static_cast<std::size_t>(row) < node->children.size() && parent.column() <= 0;
    return isThere ? createIndex(row, column, node->children[static_cast<std::size_t>(row)].get()) : QModelIndex();
}

QModelIndex BlocksModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(*nodeOf(index)->parent) : QModelIndex();
}

int BlocksModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int BlocksModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant BlocksModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    Node& node = *nodeOf(index);
    switch (role) {
    case KindRole: return static_cast<int>(node.kind);
    case BadgeRole: return node.badge;
    case ScopeRole: return QString::fromStdString(factsOf(node).scope);
    case MutedRole: return node.kind == BlockKind::Comment || (index.column() == Facts && factsOf(node).isMuted);
    case ErrorRole: return index.column() == Facts && factsOf(node).isError;
    case Qt::EditRole: return wordsOf(*m_blocks, (*m_blocks)[node.block]);
    case Qt::DisplayRole: return index.column() == Header ? node.header : factsOf(node).line;
    case Qt::ToolTipRole: {
        const FactsText& facts = factsOf(node);
        return index.column() == Header ? node.header : facts.toolTip.isEmpty() ? facts.line : facts.toolTip;
    }
    case Qt::AccessibleTextRole: return index.column() == Header ? node.badge + u' ' + node.header : factsOf(node).line;
    default: return {};
    }
}

QVariant BlocksModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Header ? tr("Block") : tr("Comes to");
}

bool BlocksModel::setData(const QModelIndex& index, const QVariant& text, int role) {
    if (!index.isValid() || role != Qt::EditRole || index.column() != Header) return false;
    const ProgramBlock& block = (*m_blocks)[blockOf(index)];
    const QString words = text.toString();
    if (words.trimmed().isEmpty() || words.trimmed() == wordsOf(*m_blocks, block).trimmed()) return false;
    Q_EMIT editRequested({block.header, headerWith(*m_blocks, block, words)});
    return true;
}

Qt::ItemFlags BlocksModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    // Of the item itself: while the tree is made anew, its number is still that of a former block.
    const Node& node = *nodeOf(index);
    if (node.kind != BlockKind::Arm) flags |= Qt::ItemIsDragEnabled;
    if (node.hasBody) flags |= Qt::ItemIsDropEnabled;
    if (index.column() == Header) flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList BlocksModel::mimeTypes() const {
    return {kBlocksType, QStringLiteral("text/plain")};
}

QMimeData* BlocksModel::mimeData(const QModelIndexList& indexes) const {
    std::vector<BlockNumber> blocks;
    QStringList numbers;
    for (const QModelIndex& index : indexes) {
        if (index.column() != Header) continue;
        blocks.push_back(blockOf(index));
        numbers += QString::number(blockOf(index));
    }
    auto* data = new QMimeData;
    // Numbers mean something in this model and this text alone.
    data->setData(kBlocksType, QStringLiteral("%1 %2 %3").arg(reinterpret_cast<quintptr>(this)).arg(m_revision).arg(numbers.join(u' ')).toLatin1());
    data->setText(QString::fromStdString(textOfBlocks(*m_blocks, blocks)));
    return data;
}

bool BlocksModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    const Node* node = nodeOf(parent.siblingAtColumn(0));
    const BlockPlace place{node->block, static_cast<std::uint32_t>(row < 0 ? node->children.size() : static_cast<std::size_t>(row))};
    const QList<QByteArray> words = data->data(kBlocksType).split(' ');
    if (words.size() > 2 && words[0].toULongLong() == reinterpret_cast<quintptr>(this) && words[1].toULongLong() == m_revision) {
        std::vector<BlockNumber> blocks;
        for (const QByteArray& word : words.mid(2)) blocks.push_back(word.toUInt());
        Q_EMIT moveRequested(blocks, place, action == Qt::CopyAction);
    } else if (data->hasText()) {
        Q_EMIT insertionRequested(data->text(), place);
    }
    // The rows follow from the text; the view is not to take any away.
    return false;
}

}  // namespace namescape
