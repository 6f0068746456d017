// The text that a window edits, its revision, its file and whether it is saved. The text is the only document there is; a graph file,
// which is only looked at, has none.
#pragma once

#include "document/revision_log.h"
#include "document/text_file.h"
#include "document/text_offsets.h"
#include "support/text_edit.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTextDocument>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <span>

namespace namescape {

class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject* parent = nullptr);

    // For the editor's view of it; changes made there are changes of this document.
    QTextDocument* textDocument() const { return m_textDocument; }

    // The whole text; its lines end with "\n".
    QString text() const;
    // Goes up with every change of the text; never down.
    std::uint64_t revision() const { return m_revision; }
    // Where a place of the text of an earlier revision, in UTF-16 units, is now, and the other way round. What was within a
    // stretch that has since been replaced is at that stretch.
    const RevisionLog& changes() const { return m_changes; }
    // Of the text as it is now.
    TextOffsets offsets() const { return TextOffsets(text()); }

    QString filePath() const { return m_filePath; }  // absolute; empty while untitled
    bool isUntitled() const { return m_filePath.isEmpty(); }
    bool isEmpty() const { return m_textDocument->isEmpty(); }
    // The file's name, or what an untitled text is called.
    QString displayName() const;
    bool isModified() const { return m_textDocument->isModified(); }
    const TextFormat& format() const { return m_format; }
    bool hadMixedLineEndings() const { return m_hadMixedLineEndings; }

    // Puts the file's text in place of this one. On failure nothing changes, and the reason is returned.
    std::optional<Failure> open(const QString& path);
    // Puts a graph file in its place: the text is empty, and the file is read by whoever shows it.
    void openGraphFile(const QString& path);
    bool isGraphFile() const { return m_isGraphFile; }
    // Writes to the document's file; it must have one.
    std::optional<Failure> save();
    // Writes to another file, which becomes the document's.
    std::optional<Failure> saveAs(const QString& path);
    // Puts in a text that belongs to no file, under a name to show. It counts as saved: closing it unchanged loses nothing.
    void setUntitledText(const QString& name, const QString& text);
    // As setUntitledText, but as unsaved work, which `path` may have been the file of.
    void restoreDraft(const QString& name, const QString& path, const QString& text);

    // Applies edits, whose byte ranges are of the text as it is now and don't overlap, as one undo step.
    void apply(std::span<const TextEdit> edits);

    // Looks whether the file has been changed by others since it was read or written; emits changedOnDisk or removedFromDisk once
    // for each such change. Called by itself when the file system reports something.
    void checkFile();
    // Reads the file again, as one undo step. On failure nothing changes, and the reason is returned.
    std::optional<Failure> reload();

Q_SIGNALS:
    // The text is another one; the revision has gone up.
    void textChanged();
    // Its file, its name or whether it is modified has changed.
    void stateChanged();
    void changedOnDisk();
    void removedFromDisk();

private:
    // What a file looked like when it was last read or written.
    struct FileStamp {
        QDateTime modified;
        qint64 size = -1;
        bool operator==(const FileStamp&) const = default;
    };

    static FileStamp stampOf(const QString& path);
    void replaceText(const QString& text);
    void bumpRevision();
    void setFile(const QString& path);
    std::optional<Failure> writeTo(const QString& path);

    QTextDocument* m_textDocument;
    QFileSystemWatcher* m_watcher;
    QTimer* m_checkTimer;
    QString m_filePath;
    QString m_untitledName;
    TextFormat m_format;
    bool m_hadMixedLineEndings = false;
    bool m_hasPendingChange = false;
    bool m_isGraphFile = false;
    RevisionLog m_changes;
    FileStamp m_stamp;
    std::uint64_t m_revision = 0;
};

}  // namespace namescape
