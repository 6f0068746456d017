#include "trial/trial_preview.h"

#include "appearance/appearance.h"
#include "appearance/column_widths.h"
#include "difference/changes_model.h"
#include "trial/difference_view.h"
#include "trial/trial_words.h"

#include <QLabel>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

namespace namescape {

namespace {

constexpr std::chrono::milliseconds slowTime{250};

}  // namespace

TrialPreview::TrialPreview(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_appearance(appearance), m_trial(new Trial(this)), m_text(new DifferenceView(appearance, this)), m_words(new QLabel(this)), m_names(new ChangesModel(this)),
      m_namesView(new QTreeView(this)), m_slow(new QTimer(this)) {
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setContentsMargins(8, 0, 8, 0);
    m_namesView->setModel(m_names);
    m_namesView->setAccessibleName(tr("Names that it would change"));
    m_namesView->setRootIsDecorated(false);
    m_namesView->setUniformRowHeights(true);
    m_namesView->setAlternatingRowColors(true);
    m_namesView->setTextElideMode(Qt::ElideMiddle);  // scopes begin alike
    m_namesView->setAllColumnsShowFocus(true);
    m_namesView->setFrameStyle(QFrame::NoFrame);
    new ColumnWidths(*m_namesView);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_text->hide();
    m_namesView->hide();
    column->addWidget(m_text);
    column->addWidget(m_words);
    column->addWidget(m_namesView, 1);
    column->addStretch();
    m_slow->setSingleShot(true);
    m_slow->setInterval(slowTime);
    connect(m_slow, &QTimer::timeout, this, [this] {
        m_words->setText(tr("Trying it out…"));
        m_names->setDifference({});
    });
    connect(m_trial, &Trial::started, this, &TrialPreview::showStarted);
    connect(m_trial, &Trial::finished, this, &TrialPreview::showOutcome);
    connect(&appearance, &Appearance::changed, this, [this] {
        if (m_trial->outcome()) showOutcome();
    });
}

void TrialPreview::tryOut(const std::shared_ptr<const Snapshot>& now, const std::vector<TextEdit>& edits) {
    m_trial->start(now, edits);
}

void TrialPreview::clear(const QString& words) {
    m_trial->drop();
    m_slow->stop();
    m_words->setText(words.toHtmlEscaped());
    m_names->setDifference({});
    m_namesView->hide();
}

QString TrialPreview::words() const {
    return m_words->text();
}

void TrialPreview::showStarted() {
    m_text->showDifference(m_trial->text());
    m_text->setVisible(!m_trial->text().hunks.empty());
    if (m_trial->now() && !m_slow->isActive()) m_slow->start();
}

void TrialPreview::showOutcome() {
    m_slow->stop();
    const std::optional<TrialOutcome>& outcome = m_trial->outcome();
    m_words->setText(outcome ? outcomeHtml(*outcome, m_appearance.colors()) : tr("There is not enough memory to try this out."));
    m_names->setDifference(outcome ? outcome->names : GraphDifference());
    m_namesView->setVisible(m_names->rowCount() > 0);
}

}  // namespace namescape
