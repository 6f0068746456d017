#include "start/start_page.h"

#include "start/start_entry.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace namescape {

namespace {

// Pixels.
constexpr int widestPage = 900;
constexpr int leastForTwoColumns = 480;
constexpr int longestPath = 4'096;

QString whenUsed(const QDateTime& time) {
    if (!time.isValid()) return {};
    const QLocale locale;
    const qint64 days = time.date().daysTo(QDate::currentDate());
    if (days == 0) return StartPage::tr("today, %1").arg(locale.toString(time.time(), QLocale::ShortFormat));
    if (days == 1) return StartPage::tr("yesterday, %1").arg(locale.toString(time.time(), QLocale::ShortFormat));
    return locale.toString(time.date(), QLocale::ShortFormat);
}

QString wordsOf(const StartFile& file, bool isThere) {
    QStringList words{file.folder};
    if (!isThere) words.append(StartPage::tr("not found"));
    else if (file.used.isValid()) words.append(whenUsed(file.used));
    return words.join(QStringLiteral("  ·  "));
}

// One that the words of a text name; words with more than a line name none.
QString fileNamed(const QString& text) {
    QString path = text.trimmed();
    if (path.isEmpty() || path.size() > longestPath || path.contains(u'\n')) return {};
    if (path.startsWith(QLatin1String("file:"))) path = QUrl(path).toLocalFile();
    if (path.startsWith(QLatin1String("~/"))) path.replace(0, 1, QDir::homePath());
    const QFileInfo file(path);
    return file.isAbsolute() && file.isFile() ? path : QString();
}

}  // namespace

QStringList filesMeant(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) files.append(url.toLocalFile());
    if (files.isEmpty())
        if (const QString file = fileNamed(data.text()); !file.isEmpty()) files.append(file);
    return files;
}

StartPage::StartPage(QWidget* parent) : QScrollArea(parent), m_drop(new QLabel(tr("Drop a program or a graph here"), this)), m_noFiles(new QLabel(tr("Files that you open are listed here."), this)) {
    setAccessibleName(tr("Start page"));
    setFrameStyle(QFrame::NoFrame);
    setWidgetResizable(true);
    setAcceptDrops(true);
    setFocusPolicy(Qt::NoFocus);  // its entries have it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    auto* body = new QWidget;
    body->setMaximumWidth(widestPage);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(12, 16, 12, 12);
    column->setSpacing(14);
    column->addWidget(makeHeader());
    column->addLayout(m_columns);
    m_lessons = makeGroup(tr("Lessons"), left);
    makeBegin(right);
    m_files = makeGroup(tr("Recent files"), left);
    m_noFiles->setForegroundRole(QPalette::PlaceholderText);
    m_noFiles->setContentsMargins(10, 4, 0, 0);
    m_files->addWidget(m_noFiles);
    left->addStretch(1);
    right->addStretch(1);
    auto* sheet = new QWidget;
    sheet->setBackgroundRole(QPalette::Base);
    sheet->setAutoFillBackground(true);
    // In the middle, a little above it.
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(body, 1'000);
    row->addStretch(1);
    auto* middle = new QVBoxLayout(sheet);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(2);
    middle->addLayout(row);
    middle->addStretch(3);
    setWidget(sheet);
}

QWidget* StartPage::makeHeader() {
    auto* header = new QWidget;
    m_title = new QLabel(tr("Namescape"));
    m_subtitle = new QLabel(tr("Names, scopes and shared variables of TensorFlow 1 programs, drawn while you type."));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_subtitle->setWordWrap(true);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(10, 0, 10, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    return header;
}

QVBoxLayout* StartPage::makeGroup(const QString& title, QBoxLayout* column) {
    auto* heading = new QLabel(title);
    heading->setForegroundRole(QPalette::PlaceholderText);
    heading->setContentsMargins(10, 0, 0, 2);
    m_headings.push_back(heading);
    auto* group = new QVBoxLayout;
    group->setSpacing(1);
    group->addWidget(heading);
    column->addLayout(group);
    column->addSpacing(16);
    return group;
}

StartEntry* StartPage::addEntry(QVBoxLayout* group, StartEntry* entry, std::vector<StartEntry*>& entries) {
    group->addWidget(entry);
    entry->installEventFilter(this);
    entries.push_back(entry);
    return entry;
}

void StartPage::makeBegin(QBoxLayout* column) {
    m_begin = makeGroup(tr("Begin"), column);
    const auto add = [this](const char* iconName, const QString& title, const QString& words, const QKeySequence& keys) {
        return addEntry(m_begin, new StartEntry(iconName, title, words, keys.toString(QKeySequence::NativeText)), m_beginEntries);
    };
    connect(add("new", tr("New program"), tr("Type it on the left, or put it together from blocks."), QKeySequence::New), &StartEntry::clicked, this, &StartPage::newProgramRequested);
    connect(add("program", tr("Paste a program"), tr("What is on the clipboard: a program, or the name of a file."), QKeySequence::Paste), &StartEntry::clicked, this, &StartPage::paste);
    connect(add("open", tr("Open…"), tr("A program, a graph, a checkpoint or an event file."), QKeySequence::Open), &StartEntry::clicked, this, &StartPage::openRequested);
    m_drop->setAlignment(Qt::AlignCenter);
    m_drop->setForegroundRole(QPalette::PlaceholderText);
    m_begin->addSpacing(8);
    m_begin->addWidget(m_drop);
    markDrop(false);
}

void StartPage::showLessons(const std::vector<StartLesson>& lessons) {
    for (const StartLesson& lesson : lessons) {
        const int number = static_cast<int>(m_lessonEntries.size());
        auto* entry = addEntry(m_lessons, new StartEntry("lesson", lesson.title.section(QLatin1String(". "), 1), lesson.summary, number < 9 ? QString::number(number + 1) : QString()), m_lessonEntries);
        connect(entry, &StartEntry::clicked, this, [this, number] { Q_EMIT lessonRequested(number); });
    }
    if (!m_lessonEntries.empty()) setFocusProxy(m_lessonEntries.front());
}

void StartPage::showFiles(const std::vector<StartFile>& files) {
    for (StartEntry* entry : std::exchange(m_fileEntries, {})) {
        entry->hide();
        entry->deleteLater();  // it may be the one that asked for it
    }
    m_noFiles->setVisible(files.empty());
    for (std::size_t at = 0; at < std::min(files.size(), kMaxFiles); ++at) {
        const QString path = files[at].path;
        const bool isThere = QFileInfo::exists(path);
        auto* entry = addEntry(m_files, new StartEntry("program", QFileInfo(path).fileName(), wordsOf(files[at], isThere), {}), m_fileEntries);
        if (!isThere) entry->setMissing();
        entry->setRemovable();
        connect(entry, &StartEntry::clicked, this, [this, path] { Q_EMIT filesRequested({path}); });
        connect(entry, &StartEntry::removeRequested, this, [this, path, at] {
            Q_EMIT fileRemovalRequested(path);
            if (!m_fileEntries.empty()) m_fileEntries[std::min(at, m_fileEntries.size() - 1)]->setFocus();
        });
    }
}

// --- What is given to it

void StartPage::paste() {
    if (const QMimeData* given = QApplication::clipboard()->mimeData()) take(*given);
}

void StartPage::take(const QMimeData& given) {
    if (const QStringList files = filesMeant(given); !files.isEmpty()) return void(Q_EMIT filesRequested(files));
    if (!given.text().trimmed().isEmpty()) Q_EMIT programGiven(given.text());
}

void StartPage::markDrop(bool isOver) {
    m_drop->setStyleSheet(QStringLiteral("border: 1px dashed %1; border-radius: 6px; padding: 9px; margin-left: 10px; margin-right: 8px;")
                              .arg(palette().color(isOver ? QPalette::Link : QPalette::Mid).name()));
}

void StartPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasText()) return;
    event->acceptProposedAction();
    markDrop(true);
}

void StartPage::dragLeaveEvent(QDragLeaveEvent*) {
    markDrop(false);
}

void StartPage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    markDrop(false);
    take(*event->mimeData());
}

// --- The keyboard

std::vector<StartEntry*> StartPage::entries() const {
    std::vector<StartEntry*> all = m_lessonEntries;
    all.insert(all.end(), m_fileEntries.begin(), m_fileEntries.end());
    all.insert(all.end(), m_beginEntries.begin(), m_beginEntries.end());
    return all;
}

// The nearest one in that direction: along it first, then across.
void StartPage::moveFocus(int key) {
    const auto place = [this](const StartEntry* entry) { return entry->mapTo(widget(), entry->rect().center()); };
    StartEntry* current = nullptr;
    for (StartEntry* entry : entries())
        if (entry->hasFocus()) current = entry;
    if (!current) return entries().front()->setFocus();
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    const int sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    StartEntry* best = nullptr;
    int bestDistance = 0;
    for (StartEntry* entry : entries()) {
        const QPoint way = (place(entry) - place(current)) * sign;
        const int along = isAcross ? way.x() : way.y();
        const int beside = std::abs(isAcross ? way.y() : way.x());
        if (along <= 0 || (!isAcross && beside > current->width() / 2)) continue;
        if (best && along + beside >= bestDistance) continue;
        best = entry;
        bestDistance = along + beside;
    }
    if (best) best->setFocus();
}

void StartPage::keyPressEvent(QKeyEvent* event) {
    const int lesson = event->key() - Qt::Key_1;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && lesson >= 0 && lesson < static_cast<int>(m_lessonEntries.size())) return void(Q_EMIT lessonRequested(lesson));
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right: return moveFocus(event->key());
    case Qt::Key_Home: return entries().front()->setFocus();
    case Qt::Key_End: return entries().back()->setFocus();
    case Qt::Key_Escape: return void(Q_EMIT closeRequested());
    default: return QScrollArea::keyPressEvent(event);
    }
}

// In the order of the page, which is not that in which its entries were made.
bool StartPage::focusNextPrevChild(bool next) {
    const std::vector<StartEntry*> all = entries();
    const auto current = std::find_if(all.begin(), all.end(), [](const StartEntry* entry) { return entry->hasFocus(); });
    const bool isLast = current == all.end() || (next ? current + 1 == all.end() : current == all.begin());
    if (isLast) return QScrollArea::focusNextPrevChild(next);
    (*(next ? current + 1 : current - 1))->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool StartPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) ensureWidgetVisible(static_cast<QWidget*>(watched));
    return QScrollArea::eventFilter(watched, event);
}

// --- Its look

void StartPage::resizeEvent(QResizeEvent* event) {
    const bool isWide = viewport()->width() >= leastForTwoColumns;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(isWide ? viewport()->width() / 40 : 0);
    QScrollArea::resizeEvent(event);
}

// Not before: what the application's style sheet is applied to has its font taken back.
void StartPage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    readFonts();
}

void StartPage::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible()) readFonts();
    if (event->type() == QEvent::PaletteChange && widget()) markDrop(false);
}

void StartPage::readFonts() {
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.9);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (QLabel* heading : m_headings) heading->setFont(strong);
}

}  // namespace namescape
