#include "app/widget_test.h"
#include "start/start_entry.h"
#include "start/start_page.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QMainWindow>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace namescape;
using namespace namescape::test;

class StartPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_window = std::make_unique<QMainWindow>();
        m_page = new StartPage;
        m_window->setCentralWidget(m_page);
        m_page->showLessons({{"1. Names", "What names are."}, {"2. Reuse", "Who has it."}, {"3. Jumps", "Where one is."}});
        m_page->showFiles({});
        m_window->resize(800, 500);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void aLessonIsChosenByClickByEnterAndByItsDigit() {
        QSignalSpy chosen(m_page, &StartPage::lessonRequested);
        QTest::mouseClick(m_page->lessonEntries()[1], Qt::LeftButton);
        m_page->lessonEntries()[2]->setFocus();
        QTest::keyClick(m_page->lessonEntries()[2], Qt::Key_Return);
        QTest::keyClick(m_page->lessonEntries()[2], Qt::Key_1);
        QTest::keyClick(m_page->lessonEntries()[2], Qt::Key_4);
        QCOMPARE(chosen, (QList<QVariantList>{{1}, {2}, {0}}));
    }

    void arrowsGoToWhatLiesThere() {
        m_page->setFocus();
        QVERIFY(m_page->lessonEntries()[0]->hasFocus());
        press(Qt::Key_Down);
        QVERIFY(m_page->lessonEntries()[1]->hasFocus());
        press(Qt::Key_Right);
        QVERIFY(isAmong(m_page->beginEntries()));
        press(Qt::Key_Left);
        QVERIFY(isAmong(m_page->lessonEntries()));
        press(Qt::Key_Home);
        QVERIFY(m_page->lessonEntries()[0]->hasFocus());
        press(Qt::Key_Up);
        QVERIFY(m_page->lessonEntries()[0]->hasFocus());
        press(Qt::Key_End);
        QVERIFY(m_page->beginEntries().back()->hasFocus());
    }

    void tabGoesThroughAllInTheOrderOfThePage() {
        m_page->setFocus();
        std::vector<StartEntry*> all = m_page->lessonEntries();
        all.insert(all.end(), m_page->beginEntries().begin(), m_page->beginEntries().end());
        for (StartEntry* entry : all) {
            QVERIFY2(entry->hasFocus(), qPrintable(entry->accessibleName()));
            press(Qt::Key_Tab);
        }
    }

    void filesAreListedAndThoseThatAreGoneAreDimmed() {
        const QString there = makeFile("there.py");
        m_page->showFiles({{there, "~/programs", QDateTime::currentDateTime()}, {m_folder.filePath("gone.py"), "~", {}}});
        QCOMPARE(m_page->fileEntries().size(), std::size_t(2));
        QVERIFY(m_page->fileEntries()[0]->words().startsWith("~/programs"));
        QVERIFY(m_page->fileEntries()[0]->words().contains("today"));
        QVERIFY(!m_page->fileEntries()[0]->isMissing());
        QVERIFY(m_page->fileEntries()[1]->isMissing());
        QVERIFY(m_page->fileEntries()[1]->words().contains("not found"));
        QSignalSpy opened(m_page, &StartPage::filesRequested);
        QTest::mouseClick(m_page->fileEntries()[0], Qt::LeftButton);
        QCOMPARE(opened, (QList<QVariantList>{{QStringList{there}}}));
    }

    void aFileIsTakenOutByKeyAndByItsCross() {
        const QString path = makeFile("a.py");
        m_page->showFiles({{path, "~", {}}});
        QSignalSpy removed(m_page, &StartPage::fileRemovalRequested);
        StartEntry* entry = m_page->fileEntries()[0];
        entry->setFocus();
        QTRY_VERIFY(entry->hasFocus());
        QTest::keyClick(entry, Qt::Key_Delete);
        auto* cross = entry->findChild<QToolButton*>();
        QVERIFY(cross->isVisible());
        QTest::mouseClick(cross, Qt::LeftButton);
        QCOMPARE(removed, (QList<QVariantList>{{path}, {path}}));
        m_page->showFiles({});
        QVERIFY(m_page->fileEntries().empty());
    }

    void whatIsPastedIsAProgramOrAFile() {
        QSignalSpy given(m_page, &StartPage::programGiven), opened(m_page, &StartPage::filesRequested);
        paste("import tensorflow as tf\n");
        const QString path = makeFile("b.py");
        paste("  " + path + "\n");
        paste(QUrl::fromLocalFile(path).toString());
        paste("/there/is/none.py");
        paste(" \n");
        QCOMPARE(given, (QList<QVariantList>{{"import tensorflow as tf\n"}, {"/there/is/none.py"}}));
        QCOMPARE(opened, (QList<QVariantList>{{QStringList{path}}, {QStringList{path}}}));
    }

    void whatIsDroppedIsTakenToo() {
        QSignalSpy given(m_page, &StartPage::programGiven);
        QMimeData words;
        words.setText("a = 1\n");
        QDragEnterEvent entering(QPoint(5, 5), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page->viewport(), &entering);
        QVERIFY(entering.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page->viewport(), &drop);
        QCOMPARE(given, (QList<QVariantList>{{"a = 1\n"}}));
    }

    void waysToBegin() {
        QSignalSpy made(m_page, &StartPage::newProgramRequested), opened(m_page, &StartPage::openRequested), closed(m_page, &StartPage::closeRequested);
        QTest::mouseClick(m_page->beginEntries()[0], Qt::LeftButton);
        QTest::mouseClick(m_page->beginEntries()[2], Qt::LeftButton);
        m_page->setFocus();
        press(Qt::Key_Escape);
        QCOMPARE(made.count(), 1);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(closed.count(), 1);
    }

    void aNarrowPageHasOneColumn() {
        const auto isBeside = [this] { return m_page->beginEntries()[0]->mapTo(m_page, QPoint()).x() > m_page->lessonEntries()[0]->geometry().right(); };
        QVERIFY(isBeside());
        m_window->resize(420, 500);
        QTRY_VERIFY(!isBeside());
        for (StartEntry* entry : m_page->lessonEntries()) QVERIFY(m_page->viewport()->rect().right() >= entry->mapTo(m_page, entry->rect().topRight()).x());
    }

    void entriesTellWhatTheyAre() {
        QAccessibleInterface* entry = QAccessible::queryAccessibleInterface(m_page->lessonEntries()[0]);
        QCOMPARE(entry->text(QAccessible::Name), "Names");
        QCOMPARE(entry->text(QAccessible::Description), "What names are.");
        QCOMPARE(entry->role(), QAccessible::Button);
    }

private:
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    void paste(const QString& text) {
        QApplication::clipboard()->setText(text);
        m_page->paste();
    }

    bool isAmong(const std::vector<StartEntry*>& entries) const {
        return std::any_of(entries.begin(), entries.end(), [](const StartEntry* entry) { return entry->hasFocus(); });
    }

    QString makeFile(const QString& name) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QMainWindow> m_window;
    StartPage* m_page = nullptr;
};

QTEST_MAIN(StartPageTest)
#include "tst_start_page.moc"
