#include "document/document.h"

#include <QFileInfo>
#include <QPlainTextDocumentLayout>
#include <QTextCursor>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace namescape {

namespace {

// Writers often replace a file in several steps; what they leave in the end counts.
constexpr std::chrono::milliseconds fileSettleTime{150};

void replaceAll(QTextDocument* document, const QString& text) {
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
}

// The stretch in which two texts differ, so that a reload keeps cursors and marks outside of it.
void replaceDifference(QTextDocument* document, const QString& before, const QString& after) {
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    // Not between the two halves of a character.
    if (front > 0 && before[front - 1].isHighSurrogate()) --front;
    if (back > 0 && before[before.size() - back].isLowSurrogate()) --back;
    QTextCursor cursor(document);
    cursor.setPosition(static_cast<int>(front));
    cursor.setPosition(static_cast<int>(before.size() - back), QTextCursor::KeepAnchor);
    cursor.insertText(after.sliced(front, after.size() - front - back));
}

}  // namespace

Document::Document(QObject* parent)
    : QObject(parent), m_textDocument(new QTextDocument(this)), m_watcher(new QFileSystemWatcher(this)), m_checkTimer(new QTimer(this)) {
    m_textDocument->setDocumentLayout(new QPlainTextDocumentLayout(m_textDocument));
    m_checkTimer->setSingleShot(true);
    m_checkTimer->setInterval(fileSettleTime);
    connect(m_textDocument, &QTextDocument::contentsChange, this, [this](int position, int removed, int added) {
        if (removed == 0 && added == 0) return;
        m_hasPendingChange = true;
        m_changes.append({m_revision + 1, position, removed, added});
    });
    connect(m_textDocument, &QTextDocument::contentsChanged, this, [this] {
        if (!std::exchange(m_hasPendingChange, false)) return;
        bumpRevision();
    });
    connect(m_textDocument, &QTextDocument::modificationChanged, this, &Document::stateChanged);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_checkTimer->start(); });
    connect(m_checkTimer, &QTimer::timeout, this, &Document::checkFile);
}

QString Document::text() const {
    // Not toPlainText(): it turns no-break spaces into spaces.
    QString text = m_textDocument->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

QString Document::displayName() const {
    if (!isUntitled()) return QFileInfo(m_filePath).fileName();
    return m_untitledName.isEmpty() ? tr("Untitled") : m_untitledName;
}

std::optional<Failure> Document::open(const QString& path) {
    Result<TextFile> file = readTextFile(path);
    if (!file) return Failure{file.error()};
    m_format = file->format;
    m_hadMixedLineEndings = file->hadMixedLineEndings;
    setFile(path);
    replaceText(file->text);
    Q_EMIT stateChanged();
    return std::nullopt;
}

void Document::openGraphFile(const QString& path) {
    m_format = {};
    m_hadMixedLineEndings = false;
    setFile(path);
    m_isGraphFile = true;
    replaceText({});
    Q_EMIT stateChanged();
    bumpRevision();
}

void Document::bumpRevision() {
    ++m_revision;
    Q_EMIT textChanged();
}

std::optional<Failure> Document::save() {
    return writeTo(m_filePath);
}

std::optional<Failure> Document::saveAs(const QString& path) {
    return writeTo(path);
}

std::optional<Failure> Document::writeTo(const QString& path) {
    if (auto failure = writeTextFile(path, text(), m_format)) return failure;
    m_hadMixedLineEndings = false;
    setFile(path);
    m_textDocument->setModified(false);
    Q_EMIT stateChanged();
    return std::nullopt;
}

void Document::setUntitledText(const QString& name, const QString& text) {
    m_untitledName = name;
    m_format = {};
    m_hadMixedLineEndings = false;
    setFile({});
    replaceText(text);
    Q_EMIT stateChanged();
}

void Document::restoreDraft(const QString& name, const QString& path, const QString& text) {
    if (path.isEmpty() || open(path)) setUntitledText(name, {});
    replaceAll(m_textDocument, text);
    m_textDocument->setModified(true);
    Q_EMIT stateChanged();
}

void Document::replaceText(const QString& text) {
    // Unlike setPlainText, this lets no view see an empty text in between; and undo must not lead back into another file.
    m_textDocument->setUndoRedoEnabled(false);
    replaceAll(m_textDocument, text);
    m_textDocument->setUndoRedoEnabled(true);
    m_textDocument->setModified(false);
}

void Document::apply(std::span<const TextEdit> edits) {
    std::vector<const TextEdit*> lastFirst;
    // From the last one, so that what is inserted at one place keeps its order.
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) lastFirst.push_back(&*edit);
    // What is inserted where another range begins stands before that one.
    std::stable_sort(lastFirst.begin(), lastFirst.end(), [](const TextEdit* left, const TextEdit* right) {
        return left->range.begin != right->range.begin ? left->range.begin > right->range.begin : left->range.end > right->range.end;
    });
    const TextOffsets offsets = this->offsets();
    QTextCursor cursor(m_textDocument);
    cursor.beginEditBlock();
    for (const TextEdit* edit : lastFirst) {
        cursor.setPosition(offsets.toUtf16(edit->range.begin));
        cursor.setPosition(offsets.toUtf16(edit->range.end), QTextCursor::KeepAnchor);
        cursor.insertText(QString::fromStdString(edit->replacement));
    }
    cursor.endEditBlock();
}

Document::FileStamp Document::stampOf(const QString& path) {
    const QFileInfo file(path);
    return file.exists() ? FileStamp{file.lastModified(), file.size()} : FileStamp{};
}

void Document::setFile(const QString& path) {
    const QStringList watched = m_watcher->files();
    if (!watched.isEmpty())
        m_watcher->removePaths(watched);
    m_isGraphFile = false;
    m_filePath = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    if (isUntitled()) return;
    m_stamp = stampOf(m_filePath);
    if (m_stamp.size >= 0)
        m_watcher->addPath(m_filePath);
}

void Document::checkFile() {
    if (isUntitled()) return;
    const FileStamp stamp = stampOf(m_filePath);
    const bool isThere = stamp.size >= 0;
    // A file that was replaced by another is no longer watched.
    if (isThere && !m_watcher->files().contains(m_filePath))
        m_watcher->addPath(m_filePath);
    if (stamp == m_stamp) return;
    m_stamp = stamp;
    if (!isThere) {
        Q_EMIT removedFromDisk();
        return;
    }
    if (m_isGraphFile) return Q_EMIT changedOnDisk();
    const Result<TextFile> file = readTextFile(m_filePath);
    if (!file || file->text != text())
        Q_EMIT changedOnDisk();
}

std::optional<Failure> Document::reload() {
    if (m_isGraphFile) {
        m_stamp = stampOf(m_filePath);
        bumpRevision();
        return std::nullopt;
    }
    Result<TextFile> file = readTextFile(m_filePath);
    if (!file) return Failure{file.error()};
    m_format = file->format;
    m_hadMixedLineEndings = file->hadMixedLineEndings;
    m_stamp = stampOf(m_filePath);
    replaceDifference(m_textDocument, text(), file->text);
    m_textDocument->setModified(false);
    Q_EMIT stateChanged();
    return std::nullopt;
}

}  // namespace namescape
