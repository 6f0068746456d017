#include "inspector/inspector_panel.h"

#include "appearance/appearance.h"
#include "appearance/empty_hint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>

namespace namescape {

InspectorPanel::InspectorPanel(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QTextBrowser(parent), m_selection(selection), m_appearance(appearance), m_empty(addEmptyHint(*this)) {
    setOpenLinks(false);
    setFrameStyle(QFrame::NoFrame);
    setAccessibleName(tr("Inspector"));
    document()->setDocumentMargin(10);
    m_empty->setText(tr("Tells all about the operation, scope or variable that is selected: its type, attributes, inputs and users."));
    connect(this, &QTextBrowser::anchorClicked, this, &InspectorPanel::follow);
    connect(&selection, &Selection::changed, this, &InspectorPanel::readSelection);
    connect(&appearance, &Appearance::changed, this, &InspectorPanel::readSelection);
}

void InspectorPanel::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    const bool isSameGraph = m_snapshot && snapshot && m_snapshot->evaluation == snapshot->evaluation;
    m_snapshot = snapshot;
    if (!isSameGraph) readSelection();
}

void InspectorPanel::readSelection() {
    const std::string& name = m_selection.current().name;
    if (name != m_shownName) m_expanded.clear();
    m_shownName = name;
    showPage();
}

// Nobody has to wait for what nobody sees.
void InspectorPanel::showPage() {
    if (!isVisible()) return;
    m_page = m_snapshot && m_snapshot->scopes ? inspectorPage(*m_snapshot, m_selection.current(), m_appearance.colors(), m_expanded) : InspectorPage();
    setHtml(m_page.html);
    m_empty->setVisible(m_page.html.isEmpty());
}

void InspectorPanel::showEvent(QShowEvent* event) {
    QTextBrowser::showEvent(event);
    showPage();
}

void InspectorPanel::follow(const QUrl& link) {
    const QString target = link.path();
    if (link.scheme() == QLatin1String("all")) {
        const int place = verticalScrollBar()->value();
        m_expanded.insert(target);
        showPage();
        return verticalScrollBar()->setValue(place);
    }
    const auto number = static_cast<std::size_t>(target.toInt());
    if (number >= m_page.targets.size()) return;
    if (link.scheme() == QLatin1String("copy")) return QGuiApplication::clipboard()->setText(QString::fromStdString(m_page.targets[number]));
    const std::string name = m_page.targets[number];
    Q_EMIT goToRequested(name);
}

}  // namespace namescape
