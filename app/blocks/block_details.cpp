#include "blocks/block_details.h"

#include "appearance/empty_hint.h"
#include "appearance/icon_button.h"
#include "blocks/argument_delegate.h"
#include "blocks/block_texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace namescape {

namespace {

constexpr int kNameWidth = 175;  // auxiliary_name_scope, bold

}  // namespace

BlockDetails::BlockDetails(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_model(new ArgumentsModel(this)), m_view(new QTreeView(this)), m_empty(addEmptyHint(*m_view)), m_title(new QLabel(this)), m_runs(new QLabel(this)),
      m_previous(makeIconButton("previous", tr("Previous run (Alt+Page Up)"), this)), m_next(makeIconButton("next", tr("Next run (Alt+Page Down)"), this)) {
    build(appearance);
    connect(m_model, &ArgumentsModel::valueRequested, this, &BlockDetails::argumentRequested);
    connect(m_view, &QTreeView::clicked, this, &BlockDetails::editValue);
    connect(m_previous, &QToolButton::clicked, this, &BlockDetails::previousRunRequested);
    connect(m_next, &QToolButton::clicked, this, &BlockDetails::nextRunRequested);
    for (QToolButton* each : {m_previous, m_next}) {
        each->setAutoRaise(true);
        each->setIconSize({12, 12});
    }
    // Arguments do not move when there are runs to choose from.
    QSizePolicy place = m_previous->sizePolicy();
    place.setRetainSizeWhenHidden(true);
    m_previous->setSizePolicy(place);
    showRuns(0, 0);
}

void BlockDetails::build(const Appearance& appearance) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ArgumentDelegate(appearance, m_view));
    m_view->setAccessibleName(tr("Arguments of the block"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setHeaderHidden(true);
    m_view->setFrameStyle(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->header()->setSectionResizeMode(ArgumentsModel::Parameter, QHeaderView::Interactive);
    m_view->header()->resizeSection(ArgumentsModel::Parameter, kNameWidth);
    m_view->header()->setStretchLastSection(true);
    m_view->installEventFilter(this);
    setFocusProxy(m_view);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 2, 4, 2);
    top->addWidget(m_title, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_previous, m_runs, m_next}) top->addWidget(each);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view);
}

void BlockDetails::showBlock(const ProgramBlocks& blocks, BlockNumber block) {
    const bool isThere = block < blocks.all().size();
    const CallExpression* call = isThere ? blocks[block].call : nullptr;
    m_model->setForm(call ? m_forms.formOf(blocks.tree(), *call) : CallForm{});
    // Another block is looked at from its first argument on.
    if (std::exchange(m_block, block) != block) m_view->scrollToTop();
    m_title->setText(call ? QString::fromStdString(m_model->form().callee) : isThere ? kindText(blocks, blocks[block]) : QString());
    m_empty->setVisible(m_model->rowCount() == 0);
    m_empty->setText(!isThere ? tr("The arguments of the block that is selected are edited here.")
                     : call   ? tr("This call has no arguments.")
                              : tr("This block has no arguments. A double click or F2 edits its line."));
}

void BlockDetails::showRuns(std::uint32_t run, std::uint32_t count) {
    for (QWidget* each : std::initializer_list<QWidget*>{m_previous, m_runs, m_next}) each->setVisible(count > 1);
    m_runs->setText(run == 0 ? tr("all %1 runs").arg(count) : tr("run %1 of %2").arg(run).arg(count));
}

QString BlockDetails::runText() const {
    return m_runs->isHidden() ? QString() : m_runs->text();
}

void BlockDetails::editCurrent() {
    m_view->setFocus();
    const QModelIndex current = m_view->currentIndex().isValid() ? m_view->currentIndex() : m_model->index(0, 0);
    m_view->setCurrentIndex(current.siblingAtColumn(ArgumentsModel::Parameter));
}

// One click, or Enter, opens what there is to choose from; where one may write as well, a field to write in.
void BlockDetails::editValue(const QModelIndex& index) {
    const QModelIndex value = index.siblingAtColumn(ArgumentsModel::Value);
    m_view->edit(value);
    auto* box = qobject_cast<QComboBox*>(m_view->indexWidget(value));
    if (box && !box->isEditable()) box->showPopup();
}

// Enter edits, as F2 does; letters go to the argument of that name; Escape goes back to the blocks.
bool BlockDetails::eventFilter(QObject* watched, QEvent* event) {
    // From an argument's editor, keys come here too.
    if (watched != m_view || event->type() != QEvent::KeyPress || !m_view->hasFocus()) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const QModelIndex value = m_view->currentIndex().siblingAtColumn(ArgumentsModel::Value);
    // Names are looked for in the column that one is in.
    m_view->selectionModel()->setCurrentIndex(value.siblingAtColumn(ArgumentsModel::Parameter), QItemSelectionModel::NoUpdate);
    if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) && value.isValid()) editValue(value);
    else if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && value.isValid()) m_model->setData(value, QString());
    else if (key == Qt::Key_Escape) Q_EMIT left();
    else return QWidget::eventFilter(watched, event);
    return true;
}

}  // namespace namescape
