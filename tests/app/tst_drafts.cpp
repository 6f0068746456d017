#include "document/document.h"
#include "shell/drafts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextCursor>

using namespace namescape;

class DraftsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_folder = std::make_unique<QTemporaryDir>();
        m_document = std::make_unique<Document>();
        m_keeper = std::make_unique<DraftKeeper>(*m_document, m_folder->path());
    }

    void cleanup() {
        m_keeper.reset();
        m_document.reset();
    }

    void unsavedWorkIsPutAsideAndFoundWhenItsProgramIsGone() {
        type("a = 'é 漢'\n");
        m_keeper->keep();
        QCOMPARE(files().size(), 1);
        QVERIFY(abandonedDrafts(m_folder->path()).empty());  // this program still runs
        orphan();
        const std::vector<Draft> drafts = abandonedDrafts(m_folder->path());
        QCOMPARE(drafts.size(), std::size_t(1));
        QCOMPARE(drafts.front().text, QString::fromUtf8("a = 'é 漢'\n"));
        removeDraft(drafts.front());
        QVERIFY(files().isEmpty());
    }

    void savingRemovesTheDraft() {
        type("a");
        m_keeper->keep();
        QVERIFY(!m_document->saveAs(m_folder->filePath("a.py")));
        QVERIFY(files().isEmpty());
    }

    void givingUpRemovesTheDraft() {
        type("a");
        m_keeper->keep();
        m_keeper->discard();
        QVERIFY(files().isEmpty());
    }

    void whatIsSavedHasNoDraft() {
        m_document->setUntitledText("lesson", "a = 1\n");
        m_keeper->keep();
        QVERIFY(files().isEmpty());
    }

    void everyWindowHasItsOwnDraft() {
        Document other;
        DraftKeeper otherKeeper(other, m_folder->path());
        type("a");
        QTextCursor(other.textDocument()).insertText("b");
        m_keeper->keep();
        otherKeeper.keep();
        QCOMPARE(files().size(), 2);
    }

    void aBrokenDraftIsThrownAway() {
        QFile file(m_folder->filePath("draft-999999999-1.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ half a");
        file.close();
        QVERIFY(abandonedDrafts(m_folder->path()).empty());
        QVERIFY(files().isEmpty());
    }

private:
    void type(const QString& text) { QTextCursor(m_document->textDocument()).insertText(text); }
    QStringList files() const { return QDir(m_folder->path()).entryList({"draft-*"}, QDir::Files); }
    // As if the program that wrote it had ended: no process has this number.
    void orphan() { QVERIFY(QFile::rename(m_keeper->draftFile(), m_folder->filePath("draft-999999999-1.json"))); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<DraftKeeper> m_keeper;
};

QTEST_MAIN(DraftsTest)
#include "tst_drafts.moc"
