#include "trial/fix_chooser.h"

#include "appearance/appearance.h"
#include "appearance/brief_label.h"
#include "appearance/icons.h"
#include "appearance/sentences.h"
#include "document/document.h"
#include "trial/trial_preview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace namescape {

namespace {

constexpr QSize wantedSize(880, 400);
constexpr int listWidth = 270;
constexpr int messageLines = 4;
constexpr int margin = 10;

}  // namespace

FixChooser::FixChooser(Document& document, const Appearance& appearance, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_document(document), m_problem(new BriefLabel(messageLines, this)), m_list(new QListWidget(this)), m_apply(new QPushButton(icon("fix"), tr("&Apply"), this)),
      m_preview(new TrialPreview(appearance, this)) {
    build();
    showBorder(appearance);
    connect(&appearance, &Appearance::changed, this, [this, &appearance] { showBorder(appearance); });
    connect(m_list, &QListWidget::currentRowChanged, this, &FixChooser::showCurrent);
    // As in a menu: the one below the pointer is the one that is seen, and a click takes it.
    connect(m_list, &QListWidget::itemEntered, this, [this](QListWidgetItem* item) { m_list->setCurrentItem(item); });
    connect(m_list, &QListWidget::itemClicked, this, &FixChooser::applyCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &FixChooser::applyCurrent);
    connect(m_apply, &QPushButton::clicked, this, &FixChooser::applyCurrent);
    connect(&document, &Document::textChanged, this, &QWidget::hide);
}

void FixChooser::build() {
    setObjectName(QStringLiteral("fixChooser"));
    setFocusProxy(m_list);
    m_list->setAccessibleName(tr("Fixes"));
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setMouseTracking(true);
    m_list->setFrameStyle(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_apply->setToolTip(tr("Applies the fix (Enter)"));
    auto* left = new QVBoxLayout;
    left->setContentsMargins(margin, 0, margin, margin);
    left->addWidget(m_list, 1);
    left->addWidget(m_apply);
    auto* keys = new QLabel(tr("Enter applies it, Esc leaves the text as it is."), this);
    keys->setWordWrap(true);
    keys->setForegroundRole(QPalette::PlaceholderText);
    left->addWidget(keys);
    auto* side = new QWidget(this);
    side->setFixedWidth(listWidth);
    side->setLayout(left);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_preview, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(margin, margin, margin, margin);
    top->addWidget(m_problem);
    column->addLayout(top);
    column->addLayout(row, 1);
}

// Distinct from what it lies upon in either theme.
void FixChooser::showBorder(const Appearance& appearance) {
    setStyleSheet(QStringLiteral("#fixChooser { border: 1px solid %1; }").arg(appearance.colors().mutedText.name()));
}

bool FixChooser::offer(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<std::uint32_t>& problems, const QRect& place) {
    hide();
    if (!snapshot || snapshot->revision != m_document.revision()) return false;
    m_offers.clear();
    for (const std::uint32_t problem : problems)
        for (std::uint32_t fix = 0; problem < snapshot->diagnostics.size() && fix < snapshot->diagnostics[problem].fixes.size(); ++fix) m_offers.push_back({problem, fix});
    if (m_offers.empty()) return false;
    m_list->clear();
    m_snapshot = snapshot;
    for (const Offer& each : m_offers) m_list->addItem(QString::fromStdString(snapshot->diagnostics[each.problem].fixes[each.fix].title));
    m_list->setCurrentRow(0);
    placeNear(place);
    show();
    m_list->setFocus();
    return true;
}

// Below it, or above where there is more room; all of it on the screen.
void FixChooser::placeNear(const QRect& place) {
    const QRect room = parentWidget()->screen()->availableGeometry().adjusted(margin, margin, -margin, -margin);
    const int below = room.bottom() - place.bottom(), above = place.top() - room.top();
    const bool goesBelow = below >= wantedSize.height() || below >= above;
    const int height = std::min(wantedSize.height(), goesBelow ? below : above);
    const int width = std::min(wantedSize.width(), room.width());
    const int left = std::clamp(place.left(), room.left(), room.right() - width + 1);
    setGeometry(left, goesBelow ? place.bottom() + 1 : place.top() - height, width, height);
}

const Fix* FixChooser::current() const {
    const int row = m_list->currentRow();
    if (!m_snapshot || row < 0 || static_cast<std::size_t>(row) >= m_offers.size()) return nullptr;
    const Offer& offer = m_offers[static_cast<std::size_t>(row)];
    return &m_snapshot->diagnostics[offer.problem].fixes[offer.fix];
}

void FixChooser::showCurrent() {
    const Fix* fix = current();
    if (!fix) return;
    const Diagnostic& problem = m_snapshot->diagnostics[m_offers[static_cast<std::size_t>(m_list->currentRow())].problem];
    const QString note = QString::fromStdString(problem.note).section(u'\n', 0, 0);
    m_problem->setText(firstSentence(QString::fromStdString(message(problem))) + (note.isEmpty() ? QString() : u'\n' + note));
    m_preview->tryOut(m_snapshot, fix->edits);
}

void FixChooser::applyCurrent() {
    const Fix* fix = current();
    if (!fix || m_snapshot->revision != m_document.revision()) return;
    const std::vector<TextEdit> edits = fix->edits;
    hide();
    m_document.apply(edits);
}

void FixChooser::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    m_preview->clear({});
    m_snapshot = nullptr;
}

void FixChooser::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QFrame::keyPressEvent(event);
}

}  // namespace namescape
