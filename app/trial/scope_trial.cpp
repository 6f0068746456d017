#include "trial/scope_trial.h"

#include "appearance/appearance.h"
#include "document/document.h"
#include "graph/graph_scopes.h"
#include "trial/trial_preview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

constexpr QSize wantedSize(720, 520);
constexpr int margin = 16;

// What stands in a field: a name without its quotes, or Python.
QString writtenText(const SyntaxTree& tree, const Expression* expression) {
    const std::optional<std::string_view> name = nameIn(expression);
    const std::string_view text = name ? *name : tree.text(expression->range);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// What is to be written in place of it; nothing where it stays.
std::optional<std::string> otherText(const QLineEdit& field, const SyntaxTree& tree, const Expression* expression) {
    if (field.text() == writtenText(tree, expression)) return std::nullopt;
    return field.text().toStdString();
}

}  // namespace

ScopeTrial::ScopeTrial(Document& document, const Appearance& appearance, QWidget* parent)
    : QDialog(parent), m_document(document), m_form(new QFormLayout), m_scope(new QComboBox(this)), m_name(new QLineEdit(this)), m_defaultName(new QLineEdit(this)),
      m_reuse(new QComboBox(this)), m_preview(new TrialPreview(appearance, this)) {
    build();
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ScopeTrial::fillFields);
    connect(m_name, &QLineEdit::textChanged, this, &ScopeTrial::tryWish);
    connect(m_defaultName, &QLineEdit::textChanged, this, &ScopeTrial::tryWish);
    connect(m_reuse, &QComboBox::currentIndexChanged, this, &ScopeTrial::tryWish);
    connect(&document, &Document::textChanged, this, [this] { m_apply->setEnabled(false); });
}

void ScopeTrial::build() {
    setWindowTitle(tr("What If This Scope Were Otherwise?"));
    m_name->setFont(codeFont(m_name->font().pointSize()));
    m_defaultName->setFont(m_name->font());
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->addRow(tr("&Scope"), m_scope);
    m_form->addRow(tr("&Name"), m_name);
    m_form->addRow(tr("&Default name"), m_defaultName);
    m_form->addRow(tr("&Reuse"), m_reuse);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* buttons = new QDialogButtonBox(this);
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::AcceptRole);
    m_apply->setDefault(true);
    buttons->addButton(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &ScopeTrial::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_preview, 1);
    column->addWidget(buttons);
    resize(wantedSize);
}

void ScopeTrial::openOn(const std::shared_ptr<const Snapshot>& snapshot, std::vector<ScopeOpening> openings) {
    setSnapshot(snapshot);
    m_openings = std::move(openings);
    fillScopes();
    fillFields();
    if (!isVisible()) placeBesideProgram();
    show();
    raise();
    activateWindow();
    m_name->setFocus();
    m_name->selectAll();
}

void ScopeTrial::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    m_program = snapshot ? std::make_unique<const ProgramText>(*snapshot->tree) : nullptr;
    m_snapshot = snapshot;
}

// Over the picture: the program is what one compares with.
void ScopeTrial::placeBesideProgram() {
    if (!parentWidget()) return;
    const QRect window = parentWidget()->geometry(), room = parentWidget()->screen()->availableGeometry();
    resize(std::min(width(), room.width()), std::min(height(), room.height()));
    move(std::max(room.left(), window.right() - width() - margin), std::clamp(window.top() + window.height() / 8, room.top(), std::max(room.top(), room.bottom() - height() - margin)));
}

void ScopeTrial::fillScopes() {
    m_isFilling = true;
    m_scope->clear();
    for (const ScopeOpening& each : m_openings)
        m_scope->addItem(tr("line %1: %2").arg(m_program->line(each.item->range)).arg(QString::fromStdString(m_program->excerpt(each.item->range))));
    m_scope->setCurrentIndex(0);
    m_scope->setEnabled(m_openings.size() > 1);
    m_isFilling = false;
}

void ScopeTrial::fillFields() {
    if (m_isFilling || m_openings.empty()) return;
    showWish({});
}

void ScopeTrial::fillReuse() {
    m_reuse->clear();
    const QString written = writtenText(*m_snapshot->tree, opening().reuse);
    m_reuse->addItem(written.isEmpty() ? tr("as written: not given") : tr("as written: %1").arg(written));
    if (!written.isEmpty()) m_reuse->addItem(tr("not given"), QString());
    for (const QString& value : {QStringLiteral("True"), QStringLiteral("False"), QString::fromStdString(autoReuseFor(*m_program, opening()))})
        if (value != written) m_reuse->addItem(value, value);
}

void ScopeTrial::nameField(QWidget& field, const QString& words) {
    qobject_cast<QLabel*>(m_form->labelForField(&field))->setText(words);
}

// The fields as they are written, but for what the wish has otherwise.
void ScopeTrial::showWish(const ScopeWish& wish) {
    m_isFilling = true;
    const SyntaxTree& tree = *m_snapshot->tree;
    const ScopeOpening& scope = opening();
    m_name->setText(wish.name ? QString::fromStdString(*wish.name) : writtenText(tree, scope.name));
    nameField(*m_name, nameIn(scope.name).has_value() ? tr("&Name") : tr("&Name (Python)"));
    nameField(*m_defaultName, nameIn(scope.defaultName).has_value() ? tr("&Default name") : tr("&Default name (Python)"));
    m_name->setPlaceholderText(tr("none: it has its default name"));
    m_defaultName->setText(wish.defaultName ? QString::fromStdString(*wish.defaultName) : writtenText(tree, scope.defaultName));
    m_form->setRowVisible(m_defaultName, scope.defaultName != nullptr);
    fillReuse();
    m_form->setRowVisible(m_reuse, scope.isVariableScope);
    if (wish.reuse) m_reuse->setCurrentIndex(std::max(0, m_reuse->findData(QString::fromStdString(*wish.reuse))));
    m_isFilling = false;
    tryWish();
}

const ScopeOpening& ScopeTrial::opening() const {
    return m_openings[static_cast<std::size_t>(std::max(0, m_scope->currentIndex()))];
}

bool ScopeTrial::isOfThisText() const {
    return m_snapshot && m_snapshot->revision == m_document.revision();
}

ScopeWish ScopeTrial::wish() const {
    const SyntaxTree& tree = *m_snapshot->tree;
    ScopeWish wish;
    wish.name = otherText(*m_name, tree, opening().name);
    wish.defaultName = otherText(*m_defaultName, tree, opening().defaultName);
    if (const QVariant reuse = m_reuse->currentData(); opening().isVariableScope && reuse.isValid()) wish.reuse = reuse.toString().toStdString();
    return wish;
}

QString ScopeTrial::obstacleTo(const ScopeWish& wish) const {
    const std::pair<const std::optional<std::string>*, const Expression*> texts[] = {{&wish.name, opening().name}, {&wish.defaultName, opening().defaultName}};
    for (const auto& [text, now] : texts) {
        if (!*text) continue;
        const bool isName = nameIn(now).has_value();
        if (isName && !isValidNestedScopeName(**text)) return tr("%1 is no name for a scope: letters, digits and _ . - / make one.").arg(QString::fromStdString(**text));
        if (!isName && QString::fromStdString(**text).trimmed().isEmpty()) return tr("An expression is needed here: what stood there was no name in quotes.");
    }
    return {};
}

void ScopeTrial::tryWish() {
    if (m_isFilling || !m_snapshot) return;
    m_apply->setEnabled(false);
    if (!isOfThisText()) return;  // the next snapshot is, and asks again
    const ScopeWish wish = this->wish();
    if (const QString obstacle = obstacleTo(wish); !obstacle.isEmpty()) return m_preview->clear(obstacle);
    const std::vector<TextEdit> edits = editsFor(*m_program, opening(), wish);
    if (edits.empty()) return m_preview->clear(tr("Change something above to see which names would be other ones. The text stays as it is until you apply it."));
    m_preview->tryOut(m_snapshot, edits);
    m_apply->setEnabled(true);
}

void ScopeTrial::showSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    if (!m_snapshot || snapshot == m_snapshot || snapshot->revision != m_document.revision()) return;
    const ScopeWish former = wish();
    const TextOffsets before(QString::fromUtf8(m_snapshot->text().data(), static_cast<qsizetype>(m_snapshot->text().size())));
    const int place = m_document.changes().toNow(m_snapshot->revision, before.toUtf16(opening().item->context->range.begin));
    const std::uint32_t begin = m_document.offsets().toUtf8(place);
    const Result<ScopeOpening> found = scopeOpeningAt(*snapshot->tree, begin);
    if (!found) return reject();
    setSnapshot(snapshot);
    m_openings = scopeOpeningsAround(*snapshot->tree, found->item->range);
    std::stable_partition(m_openings.begin(), m_openings.end(), [&](const ScopeOpening& each) { return each.item == found->item; });
    fillScopes();
    showWish(former);
}

void ScopeTrial::apply() {
    if (!m_apply->isEnabled() || !isOfThisText() || m_preview->trial().now() != m_snapshot) return;
    const std::vector<TextEdit> edits = m_preview->trial().edits();
    accept();
    m_document.apply(edits);
}

void ScopeTrial::hideEvent(QHideEvent* event) {
    QDialog::hideEvent(event);
    if (event->spontaneous()) return;  // it is only iconified
    m_preview->clear({});
    m_openings.clear();
    setSnapshot(nullptr);
}

}  // namespace namescape
