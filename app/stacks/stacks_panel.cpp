#include "stacks/stacks_panel.h"

#include "appearance/appearance.h"
#include "live/selection.h"
#include "stacks/stack_model.h"
#include "stacks/stack_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace namescape {

namespace {

// Pixels; below, one stack stands under the other.
constexpr int leastWidthForTwo = 300;

bool isWithin(const Evaluation& evaluation, BlockRunId inner, BlockRunId outer) {
    while (inner.isValid() && !(inner == outer)) inner = evaluation.around(inner);
    return inner == outer;
}

}  // namespace

StacksPanel::StacksPanel(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_sides(new QBoxLayout(QBoxLayout::LeftToRight)), m_body(new QWidget(this)), m_empty(new QLabel(this)) {
    m_names = makeSide(tr("Name scopes"), appearance);
    m_variables = makeSide(tr("Variable scopes"), appearance);
    makeChooser();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(12);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_sides->setContentsMargins(4, 0, 4, 4);
    m_sides->setSpacing(4);
    m_body->setLayout(m_sides);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chooser);
    column->addWidget(m_body, 1);
    column->addWidget(m_empty, 1);
    setFocusProxy(m_names.view);
    connect(m_names.view, &StackView::otherRequested, this, [this](Qt::Key key) {
        if (key == Qt::Key_Right) m_variables.view->setFocus();
    });
    connect(m_variables.view, &StackView::otherRequested, this, [this](Qt::Key key) {
        if (key == Qt::Key_Left) m_names.view->setFocus();
    });
    connect(&selection, &Selection::changed, this, &StacksPanel::showPlace);
    showEmpty();
}

StacksPanel::Side StacksPanel::makeSide(const QString& title, const Appearance& appearance) {
    Side side;
    side.model = new StackModel(this);
    side.view = new StackView(*side.model, appearance, m_body);
    side.view->setAccessibleName(title);
    auto* label = new QLabel(title, m_body);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(4, 4, 4, 2);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(label);
    column->addWidget(side.view, 1);
    m_sides->addLayout(column, 1);
    connect(side.view, &StackView::lineRequested, this, &StacksPanel::lineRequested);
    return side;
}

void StacksPanel::makeChooser() {
    m_chooser = new QWidget(this);
    m_runLabel = new QLabel(m_chooser);
    const auto make = [this](Qt::ArrowType arrow, const QString& name, void (StacksPanel::* shown)()) {
        auto* button = new QToolButton(m_chooser);
        button->setArrowType(arrow);
        button->setAutoRaise(true);
        button->setAutoRepeat(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, shown);
        return button;
    };
    m_previous = make(Qt::LeftArrow, tr("Previous run"), &StacksPanel::showPreviousRun);
    m_next = make(Qt::RightArrow, tr("Next run"), &StacksPanel::showNextRun);
    auto* row = new QHBoxLayout(m_chooser);
    row->setContentsMargins(4, 2, 4, 0);
    row->addWidget(m_previous);
    row->addWidget(m_runLabel);
    row->addWidget(m_next);
    row->addStretch(1);
}

void StacksPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    m_snapshot = snapshot;
    showPlace();
}

void StacksPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showPlace();
}

void StacksPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_sides->setDirection(width() < leastWidthForTwo && height() > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

// The place of a text is whole lines: the first letter in them, or behind the indentation of an empty one.
std::uint32_t StacksPanel::cursorIn(SourceRange lines) const {
    const std::string_view text = m_snapshot->text();
    std::uint32_t offset = std::min(lines.begin, static_cast<std::uint32_t>(text.size()));
    while (offset < lines.end && offset < text.size() && (text[offset] == ' ' || text[offset] == '\t')) ++offset;
    return offset;
}

// Of a scope, the run of the block that opens it.
std::optional<StackPlace> StacksPanel::placeOfNode(const std::string& name) const {
    if (const auto operation = m_snapshot->graph().findOperation(name)) return stackPlaceOf(*m_snapshot, *operation);
    for (const ScopeBlock& block : m_snapshot->blocks()) {
        if (block.kind == ScopeBlockKind::Other) continue;
        const auto run = std::ranges::find(block.runs, name, &ScopeBlockRun::nameScope);
        if (run == block.runs.end()) continue;
        StackPlace place = stackPlaceAt(*m_snapshot, block.range.begin);
        place.chosen = std::min(static_cast<std::size_t>(run - block.runs.begin()), place.runs.empty() ? 0 : place.runs.size() - 1);
        return place;
    }
    return std::nullopt;
}

std::optional<StackPlace> StacksPanel::selectedPlace() const {
    const Selected& selected = m_selection.current();
    if (selected.kind == SelectionKind::Node)
        if (auto place = placeOfNode(selected.name)) return place;
    if (selected.kind == SelectionKind::Variable) {
        const auto variable = std::ranges::find(m_snapshot->variables(), selected.name, &VariableInfo::name);
        if (variable != m_snapshot->variables().end()) return stackPlaceOf(*m_snapshot, variable->requests.front());
    }
    const bool isBlock = selected.kind == SelectionKind::Block && selected.index < m_snapshot->blocks().size();
    if (!isBlock && selected.kind != SelectionKind::Place && selected.places.empty()) return std::nullopt;
    const std::uint32_t offset = isBlock                                  ? m_snapshot->blocks()[selected.index].range.begin
                                 : selected.kind == SelectionKind::Place ? cursorIn(selected.range)
                                                                         : selected.places.front().begin;
    StackPlace place = stackPlaceAt(*m_snapshot, offset);
    keepRun(place);
    return place;
}

// Who looks at the second round of a loop goes on looking at it while the cursor moves.
void StacksPanel::keepRun(StackPlace& place) const {
    const Evaluation& evaluation = *m_snapshot->evaluation;
    if (!m_run.within.isValid() || m_run.within.block >= evaluation.blocks.size()) return;
    for (std::size_t i = 0; i < place.runs.size(); ++i) {
        const BlockRunId within = place.runs[i].within;
        if (!within.isValid() || (!isWithin(evaluation, within, m_run.within) && !isWithin(evaluation, m_run.within, within))) continue;
        place.chosen = i;
        return;
    }
}

// Nobody has to wait for what nobody sees.
void StacksPanel::showPlace() {
    if (!isVisible()) return;
    const bool isProgram = m_snapshot && !m_snapshot->graphFile;
    const std::optional<StackPlace> place = isProgram ? selectedPlace() : std::nullopt;
    m_place = place.value_or(StackPlace{});
    if (m_place.runs.empty()) return showEmpty();
    m_run = m_place.runs[m_place.chosen];
    showStacks();
}

void StacksPanel::showStacks() {
    const ScopeStacks stacks = stacksAt(*m_snapshot, m_place);
    m_names.model->setRows(rowsOf(stacks, StackSide::NameScopes));
    m_variables.model->setRows(rowsOf(stacks, StackSide::VariableScopes));
    m_runLabel->setText(runText());
    m_previous->setEnabled(m_place.chosen > 0);
    m_next->setEnabled(m_place.chosen + 1 < m_place.runs.size());
    m_chooser->setVisible(m_place.runs.size() > 1);
    m_empty->hide();
    m_body->show();
}

void StacksPanel::showEmpty() {
    const SelectionKind kind = m_selection.current().kind;
    if (m_snapshot && m_snapshot->graphFile) m_empty->setText(tr("A graph file does not tell which scopes were open when it was made; a program does."));
    else if (m_snapshot && (kind == SelectionKind::Place || kind == SelectionKind::Block)) m_empty->setText(tr("This code has not run, or has made nothing: no scope was open here."));
    else m_empty->setText(tr("Shows the name scopes and the variable scopes that are open at the cursor, or where what is selected was made, with all that is in force there: reuse, initializers, devices and the like, and the line that set each."));
    m_names.model->setRows({});
    m_variables.model->setRows({});
    m_chooser->hide();
    m_body->hide();
    m_empty->show();
}

QString StacksPanel::runText() const {
    return m_place.runs.size() > 1 ? tr("Run %1 of %2").arg(m_place.chosen + 1).arg(m_place.runs.size()) : QString();
}

void StacksPanel::chooseRun(int step) {
    const std::size_t chosen = m_place.chosen + static_cast<std::size_t>(step);
    if (m_place.runs.empty() || chosen >= m_place.runs.size()) return;
    m_place.chosen = chosen;
    m_run = m_place.runs[chosen];
    showStacks();
}

}  // namespace namescape
