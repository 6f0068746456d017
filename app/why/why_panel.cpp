#include "why/why_panel.h"

#include "appearance/appearance.h"
#include "appearance/empty_hint.h"
#include "live/selection.h"
#include "pipeline/explain.h"
#include "why/why_page.h"

#include <QLabel>

#include <utility>

namespace namescape {

WhyPanel::WhyPanel(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QTextBrowser(parent), m_selection(selection), m_appearance(appearance), m_empty(addEmptyHint(*this)) {
    setOpenLinks(false);
    setFrameStyle(QFrame::NoFrame);
    setAccessibleName(tr("Why this name"));
    document()->setDocumentMargin(10);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) { Q_EMIT lineRequested(link.path().toInt()); });
    connect(&selection, &Selection::changed, this, &WhyPanel::showSoon);
    connect(&appearance, &Appearance::changed, this, &WhyPanel::showSoon);
}

void WhyPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    m_snapshot = snapshot;
    showSoon();
}

void WhyPanel::showEvent(QShowEvent* event) {
    QTextBrowser::showEvent(event);
    showPage();
}

// Of what was chosen; of a place of the text, the variable that it asks for, or the first operation that it makes, or the scope that it opens.
std::string WhyPanel::chosenName() const {
    const Selected& selected = m_selection.current();
    if (selected.kind == SelectionKind::Node || selected.kind == SelectionKind::Variable) return selected.name;
    for (const auto* names : {&selected.variables, &selected.operations, &selected.scopes})
        if (!names->empty()) return names->front();
    return {};
}

// One key brings another program, and another selection in it: that is one page, made before the window is painted.
void WhyPanel::showSoon() {
    if (!isVisible() || std::exchange(m_isSoonShown, true)) return;
    QMetaObject::invokeMethod(this, &WhyPanel::showPage, Qt::QueuedConnection);
}

// Nobody has to wait for what nobody sees.
void WhyPanel::showPage() {
    m_isSoonShown = false;
    if (!isVisible()) return;
    const bool isProgram = m_snapshot && !m_snapshot->graphFile;
    const std::string name = isProgram ? chosenName() : std::string();
    const auto explanation = name.empty() ? std::nullopt : explainName(*m_snapshot, name);
    const QString page = explanation ? whyPage(QString::fromStdString(*explanation), m_appearance.colors()) : QString();
    // The same page set anew would scroll back, and take the time of its layout with each key.
    if (std::exchange(m_page, page) != page) setHtml(page);
    m_empty->setVisible(!explanation);
    m_empty->setText(m_snapshot && m_snapshot->graphFile ? tr("A graph file does not tell why its names are what they are; a program does.")
                                                         : tr("Tells what each part of a name comes from: of the operation, variable or scope that is selected, or of what the cursor's line makes."));
}

}  // namespace namescape
