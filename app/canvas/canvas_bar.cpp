#include "canvas/canvas_bar.h"

#include "appearance/appearance.h"
#include "appearance/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace namescape {

namespace {

constexpr int longestPart = 220;  // pixels

QString headline(HighlightKind kind) {
    switch (kind) {
    case HighlightKind::None: return {};
    case HighlightKind::Inputs: return CanvasBar::tr("Inputs of %1");
    case HighlightKind::Users: return CanvasBar::tr("Users of %1");
    case HighlightKind::Ancestors: return CanvasBar::tr("All that leads to %1");
    case HighlightKind::Descendants: return CanvasBar::tr("All that %1 leads to");
    case HighlightKind::Path: return CanvasBar::tr("Path between %2 and %1");
    }
    return {};
}

// Takes the room that is left, whatever its words: measuring them means to read them as HTML once more.
class PathLabel : public QLabel {
public:
    using QLabel::QLabel;

    QSize sizeHint() const override { return {10, fontMetrics().height() + 4}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
};

QString lastPart(const std::string& fullName) {
    return QString::fromStdString(fullName).section(u'/', -1);
}

}  // namespace

CanvasBar::CanvasBar(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_appearance(appearance), m_path(new PathLabel(this)), m_highlight(new QLabel(this)), m_end(new QToolButton(this)) {
    setObjectName(QStringLiteral("canvasBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_path->setTextFormat(Qt::RichText);
    m_path->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_path->setFocusPolicy(Qt::TabFocus);
    m_path->setAccessibleName(tr("Scopes around what is looked at"));
    m_highlight->setAccessibleName(tr("What is highlighted"));
    m_highlight->setTextFormat(Qt::PlainText);
    m_end->setIcon(icon("close"));
    m_end->setToolTip(tr("End highlighting (Esc)"));
    m_end->setAccessibleName(m_end->toolTip());
    m_end->setAutoRaise(true);
    m_end->setFocusPolicy(Qt::NoFocus);
    m_end->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2, 4, 2);
    row->setSpacing(4);
    row->addWidget(m_path, 1);
    row->addWidget(m_highlight);
    row->addWidget(m_end);
    setMinimumHeight(fontMetrics().height() + 10);
    connect(m_path, &QLabel::linkActivated, this, [this](const QString& link) { Q_EMIT scopeRequested(m_targets.value(link.toInt()).toStdString()); });
    connect(m_end, &QToolButton::clicked, this, &CanvasBar::highlightEndRequested);
    connect(&appearance, &Appearance::changed, this, &CanvasBar::showPath);
    showScope({}, {});
}

void CanvasBar::showScope(const std::string& fullName, const std::string& focus) {
    const std::string& shown = fullName.size() >= focus.size() ? fullName : focus;
    // The picture moves at every frame of a drag; the scopes seldom change.
    if (shown == m_shown && !m_names.isEmpty()) return;
    m_shown = shown;
    const QStringList parts = QString::fromStdString(shown).split(u'/');
    m_names = {tr("Whole graph")};
    m_targets = {QString()};
    if (!shown.empty())
        for (qsizetype count = 1; count <= parts.size(); ++count) {
            m_names.append(parts[count - 1]);
            m_targets.append(parts.first(count).join(u'/'));
        }
    showPath();
}

// Where there is not room for all, the scopes in the middle give way.
void CanvasBar::showPath() {
    QStringList words;
    const QFontMetrics metrics = fontMetrics();
    const int separator = metrics.horizontalAdvance(QStringLiteral("  ›  "));
    int needed = 0;
    for (const QString& name : m_names) {
        words.append(metrics.elidedText(name, Qt::ElideMiddle, longestPart));
        needed += metrics.horizontalAdvance(words.last()) + separator;
    }
    const int room = std::max(120, m_path->width());
    qsizetype hidden = 0;
    while (needed > room && words.size() - hidden > 2) needed -= metrics.horizontalAdvance(words[1 + hidden++]) + separator;
    const QString linkColor = m_appearance.colors().accent.name();
    QStringList links;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (at >= 1 && at <= hidden) {
            if (at == 1) links.append(QStringLiteral("…"));
            continue;
        }
        links.append(QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>").arg(at).arg(linkColor, words[at].toHtmlEscaped()));
    }
    m_path->setText(links.join(QStringLiteral("&nbsp; › &nbsp;")));
    m_path->setToolTip(m_targets.last());
}

void CanvasBar::showHighlight(const Highlight& highlight, std::size_t operationCount) {
    const bool isShown = highlight.kind != HighlightKind::None;
    m_end->setVisible(isShown);
    m_highlight->setVisible(isShown);
    if (!isShown) return m_highlight->setText({});
    const QString name = lastPart(highlight.name);
    const QString words = highlight.kind == HighlightKind::Path ? headline(highlight.kind).arg(name, lastPart(highlight.from)) : headline(highlight.kind).arg(name);
    const QString count = operationCount == 0 ? tr("none") : operationCount == 1 ? tr("1 operation") : tr("%1 operations").arg(QLocale().toString(static_cast<qulonglong>(operationCount)));
    m_highlight->setText(QStringLiteral("%1 — %2").arg(fontMetrics().elidedText(words, Qt::ElideMiddle, 2 * longestPart), count));
}

QString CanvasBar::highlightText() const {
    return m_highlight->text();
}

void CanvasBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showPath();
}

}  // namespace namescape
