#include "document/document.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextCursor>

using namespace namescape;

namespace {

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void type(Document& document, const QString& text) {
    QTextCursor cursor(document.textDocument());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
}

}  // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath("program.py");
    }

    void everyChangeOfTheTextRaisesTheRevisionOnce() {
        Document document;
        QSignalSpy changes(&document, &Document::textChanged);
        type(document, "a = 1\nb = 2\n");
        QCOMPARE(changes.count(), 1);
        QCOMPARE(document.revision(), 1u);
        document.textDocument()->undo();
        QCOMPARE(document.revision(), 2u);
        QCOMPARE(document.text(), QString());
    }

    void aMarkingChangesNothing() {
        Document document;
        type(document, "a = 1");
        QSignalSpy changes(&document, &Document::textChanged);
        document.textDocument()->markContentsDirty(0, 3);
        QCOMPARE(changes.count(), 0);
    }

    void whatIsOpenedAndSavedIsTheSameByteForByte() {
        const QByteArray bytes = "\xef\xbb\xbf# é 漢 🙂\xc2\xa0\r\na = 1\r\n";
        write(m_path, bytes);
        Document document;
        QVERIFY(!document.open(m_path));
        QCOMPARE(document.text(), QString::fromUtf8("# é 漢 🙂\u00a0\na = 1\n"));
        QVERIFY(!document.isModified());
        QVERIFY(!document.save());
        QCOMPARE(read(m_path), bytes);
    }

    void undoDoesNotLeadOutOfTheFile() {
        write(m_path, "a = 1\n");
        Document document;
        type(document, "before");
        QVERIFY(!document.open(m_path));
        QVERIFY(!document.textDocument()->isUndoAvailable());
        type(document, "b");
        QVERIFY(document.isModified());
        document.textDocument()->undo();
        QVERIFY(!document.isModified());
        QCOMPARE(document.text(), QString("a = 1\n"));
    }

    void aFileThatCannotBeOpenedChangesNothing() {
        write(m_path, QByteArray("\0\1", 2));
        Document document;
        document.setUntitledText("lesson", "a = 1\n");
        const auto failure = document.open(m_path);
        QVERIFY(failure.has_value());
        QCOMPARE(document.text(), QString("a = 1\n"));
        QVERIFY(document.isUntitled());
        QCOMPARE(document.displayName(), QString("lesson"));
    }

    void savingUnderANameMakesItTheDocumentsFile() {
        Document document;
        type(document, "a = 1\n");
        QVERIFY(document.isModified());
        QVERIFY(!document.saveAs(m_path));
        QVERIFY(!document.isModified());
        QCOMPARE(document.displayName(), QString("program.py"));
        QCOMPARE(read(m_path), QByteArray("a = 1\n"));
    }

    void aFailedSaveKeepsTheWorkAsUnsaved() {
        Document document;
        type(document, "a = 1\n");
        const auto failure = document.saveAs(m_folder->filePath("none/program.py"));
        QVERIFY(failure.has_value());
        QVERIFY(document.isModified());
        QVERIFY(document.isUntitled());
    }

    void editsAreOneUndoStepAndCountBytes() {
        Document document;
        document.setUntitledText({}, QString::fromUtf8("# 漢🙂\nwith a\n  pass\n"));
        const std::vector<TextEdit> edits{{{16, 16}, ":"}, {{17, 19}, "    "}};
        QSignalSpy changes(&document, &Document::textChanged);
        document.apply(edits);
        QCOMPARE(document.text(), QString::fromUtf8("# 漢🙂\nwith a:\n    pass\n"));
        QCOMPARE(changes.count(), 1);
        document.textDocument()->undo();
        QCOMPARE(document.text(), QString::fromUtf8("# 漢🙂\nwith a\n  pass\n"));
    }

    void whatIsInsertedStandsBeforeWhatIsReplacedThere() {
        Document document;
        document.setUntitledText({}, QStringLiteral("a b c"));
        document.apply(std::vector<TextEdit>{{{2, 2}, "x "}, {{2, 4}, ""}});
        QCOMPARE(document.text(), QStringLiteral("a x c"));
    }

    void whatIsInsertedAtOnePlaceKeepsItsOrder() {
        Document document;
        document.apply(std::vector<TextEdit>{{{0, 0}, "a "}, {{0, 0}, "b "}});
        QCOMPARE(document.text(), QStringLiteral("a b "));
    }

    void aChangeByAnotherProgramIsNoticedOnce() {
        write(m_path, "a = 1\n");
        Document document;
        QVERIFY(!document.open(m_path));
        QSignalSpy changed(&document, &Document::changedOnDisk);
        write(m_path, "a = 22\n");
        QTRY_COMPARE(changed.count(), 1);
        document.checkFile();
        QCOMPARE(changed.count(), 1);
    }

    void anOwnSaveIsNoChangeByAnother() {
        Document document;
        type(document, "a = 1\n");
        QVERIFY(!document.saveAs(m_path));
        QSignalSpy changed(&document, &Document::changedOnDisk);
        QSignalSpy removed(&document, &Document::removedFromDisk);
        type(document, "b = 2\n");
        QVERIFY(!document.save());
        document.checkFile();
        QCOMPARE(changed.count() + removed.count(), 0);
    }

    void aRemovedFileIsNoticedAndCanBeSavedAgain() {
        write(m_path, "a = 1\n");
        Document document;
        QVERIFY(!document.open(m_path));
        QSignalSpy removed(&document, &Document::removedFromDisk);
        QVERIFY(QFile::remove(m_path));
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!document.save());
        QCOMPARE(read(m_path), QByteArray("a = 1\n"));
    }

    void reloadingIsOneUndoStepAndKeepsTheCursorsPlace() {
        write(m_path, "a = 1\nb = 2\nc = 3\n");
        Document document;
        QVERIFY(!document.open(m_path));
        QTextCursor cursor(document.textDocument());
        cursor.setPosition(14);
        write(m_path, "a = 1\nbb = 22\nc = 3\n");
        QVERIFY(!document.reload());
        QCOMPARE(document.text(), QString("a = 1\nbb = 22\nc = 3\n"));
        QCOMPARE(cursor.position(), 16);
        QVERIFY(!document.isModified());
        document.textDocument()->undo();
        QCOMPARE(document.text(), QString("a = 1\nb = 2\nc = 3\n"));
    }

    void aRestoredDraftIsUnsavedWorkOnItsFile() {
        write(m_path, "a = 1\n");
        Document document;
        document.restoreDraft("program.py", m_path, "a = 1\nmore\n");
        QVERIFY(document.isModified());
        QCOMPARE(document.filePath(), m_path);
        QCOMPARE(document.text(), QString("a = 1\nmore\n"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_MAIN(DocumentTest)
#include "tst_document.moc"
