#include "app/test_services.h"
#include "app/widget_test.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "lessons/lessons.h"
#include "shell/main_window.h"
#include "shell/window_actions.h"
#include "shell/window_docks.h"
#include "shell/window_start.h"
#include "shell/workbench.h"
#include "start/start_entry.h"
#include "start/start_page.h"
#include "start/tour.h"
#include "start/tour_bubble.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QPushButton>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class WorkbenchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_services = std::make_unique<TestServices>();
        m_workbench = std::make_unique<Workbench>(m_services->services());
    }

    void cleanup() {
        m_workbench.reset();
        m_services.reset();
    }

    void theFirstStartShowsTheStartPage() {
        m_workbench->start({});
        QCOMPARE(texts(), QStringList{QString()});
        QVERIFY(window(0).start().isShown());
    }

    void withoutFilesALaterStartShowsItToo() {
        m_services->settings.takeFirstStart();
        m_services->settings.addRecentFile(m_services->file("gone.py"));
        m_workbench->start({});
        QVERIFY(window(0).start().isShown());
        QCOMPARE(window(0).start().page().fileEntries().size(), std::size_t(1));
        QVERIFY(window(0).start().page().fileEntries()[0]->isMissing());
    }

    void aLessonOpensFromTheStartPageInItsWindow_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by click") << false;
        QTest::newRow("by key") << true;
    }

    void aLessonOpensFromTheStartPageInItsWindow() {
        QFETCH(const bool, byKey);
        m_workbench->start({});
        StartPage& page = window(0).start().page();
        if (byKey) QTest::keyClick(page.focusProxy(), Qt::Key_2);
        else QTest::mouseClick(page.lessonEntries()[1], Qt::LeftButton);
        QCOMPARE(texts(), QStringList{lessons()[1].text});
        QVERIFY(!window(0).start().isShown());
        QVERIFY(!window(0).isWindowModified());
    }

    void whoBeginsOnTheStartPageIsOfferedTheTourUntilItIsDismissed() {
        m_workbench->start({});
        QVERIFY(QTest::qWaitForWindowActive(&window(0)));
        QVERIFY(!window(0).start().tour());
        QTest::mouseClick(window(0).start().page().lessonEntries()[0], Qt::LeftButton);
        QTRY_VERIFY(window(0).start().tour() && window(0).start().tour()->isRunning());
        QCOMPARE(window(0).start().tour()->bubble().progress(), "1 of 5");
        QTest::keyClick(window(0).focusWidget(), Qt::Key_Escape);
        QVERIFY(!window(0).start().tour()->isRunning());
        QVERIFY(m_services->settings.isTourDone());
        QVERIFY(window(0).editorPanel().editor().hasFocus());
        window(0).start().show();
        QTest::mouseClick(window(0).start().page().lessonEntries()[1], Qt::LeftButton);
        QTest::qWait(0);
        QVERIFY(!window(0).start().tour()->isRunning());
        window(0).actions().tour->trigger();
        QVERIFY(window(0).start().tour()->isRunning());
    }

    void theTourGoesByThePanelsAndIsInReachOfTheirKey() {
        m_workbench->start({});
        m_workbench->openLesson(0, &window(0));
        QVERIFY(QTest::qWaitForWindowActive(&window(0)));
        window(0).docks().dock("blocks")->hide();
        window(0).actions().tour->trigger();
        TourBubble& bubble = window(0).start().tour()->bubble();
        QStringList titles;
        for (; window(0).start().tour()->isRunning(); bubble.nextButton().click()) {
            titles.append(bubble.title());
            for (const char* name : {"program", "changes", "problems"})
                if (bubble.title().endsWith(window(0).docks().dock(name)->windowTitle(), Qt::CaseInsensitive)) QVERIFY(!bubble.geometry().intersects(window(0).docks().placeOf(name)));
        }
        QCOMPARE(titles, (QStringList{"The program", "The picture", "Changes", "Problems"}));
        window(0).actions().tour->trigger();
        window(0).editorPanel().setFocus();
        window(0).actions().nextPanel->trigger();
        QVERIFY(bubble.isAncestorOf(window(0).focusWidget()));
    }

    void theKeyboardGoesBackToWhereItWas() {
        m_workbench->start({});
        m_workbench->openLesson(0, &window(0));
        QVERIFY(QTest::qWaitForWindowActive(&window(0)));
        window(0).resize(1000, 500);
        window(0).docks().arrange();
        window(0).actions().goToBlocks->trigger();
        QCoreApplication::processEvents();
        QWidget* blocks = window(0).focusWidget();
        window(0).actions().tour->trigger();
        QVERIFY(window(0).start().tour()->bubble().isAncestorOf(window(0).focusWidget()));
        QTest::keyClick(window(0).focusWidget(), Qt::Key_Escape);
        QCOMPARE(window(0).focusWidget(), blocks);
        window(0).actions().startPage->trigger();
        QVERIFY(window(0).start().page().isAncestorOf(window(0).focusWidget()));
        QTest::keyClick(window(0).focusWidget(), Qt::Key_Escape);
        QCOMPARE(window(0).focusWidget(), blocks);
    }

    void noTourForThoseWhoTypeNorOverWorkThatComesBack() {
        QDir().mkpath(m_services->file("drafts"));
        writeFile("drafts/draft-999999999-1.json", R"({"name":"lost.py","path":"","text":"precious\n"})");
        m_workbench->start({});
        QTest::qWait(0);
        QVERIFY(!window(0).start().tour());
        MainWindow* other = m_workbench->newWindow();
        other->start().show();
        QVERIFY(QTest::qWaitForWindowActive(other));
        other->editorPanel().setFocus();
        QTest::keyClicks(&other->editorPanel().editor(), "a");
        QTest::qWait(0);
        QVERIFY(!other->start().isShown());
        QVERIFY(!other->start().tour());
    }

    void aPastedProgramIsUnsavedWork() {
        m_workbench->start({});
        QVERIFY(QTest::qWaitForWindowActive(&window(0)));
        QApplication::clipboard()->setText("a = 1\r\nb = 2\r\n");
        window(0).actions().paste->trigger();
        QCOMPARE(texts(), QStringList{"a = 1\nb = 2\n"});
        QVERIFY(window(0).isWindowModified());
        QVERIFY(!window(0).start().isShown());
        window(0).start().show();
        window(0).start().page().paste();
        QCOMPARE(m_workbench->windows().size(), std::size_t(2));
        QCOMPARE(texts()[1], "a = 1\nb = 2\n");
    }

    void aNewProgramBeginsInTheWindowOfTheStartPage() {
        m_workbench->start({});
        window(0).actions().newWindow->trigger();
        QCOMPARE(m_workbench->windows().size(), std::size_t(1));
        QVERIFY(!window(0).start().isShown());
        window(0).actions().newWindow->trigger();
        QCOMPARE(m_workbench->windows().size(), std::size_t(2));
    }

    void typingSendsTheStartPageAway() {
        m_workbench->start({});
        QTest::keyClicks(&window(0).editorPanel().editor(), "a");
        QVERIFY(!window(0).start().isShown());
        window(0).actions().startPage->trigger();
        QVERIFY(window(0).start().isShown());
        window(0).actions().goToPicture->trigger();
        QVERIFY(!window(0).start().isShown());
    }

    void filesAreTakenOutOfTheList() {
        m_services->settings.takeFirstStart();
        m_services->settings.addRecentFile(m_services->file("gone.py"));
        m_workbench->start({});
        Q_EMIT window(0).start().page().fileEntries()[0]->removeRequested();
        QVERIFY(m_services->settings.allRecentFiles().empty());
        QVERIFY(window(0).start().page().fileEntries().empty());
    }

    void aLaterStartOpensWhatWasUsedLast() {
        m_services->settings.takeFirstStart();
        m_services->settings.addRecentFile(writeFile("a.py", "a = 1\n"));
        m_workbench->start({});
        QCOMPARE(texts(), QStringList{"a = 1\n"});
    }

    void everyFileGetsAWindow() {
        m_workbench->start({writeFile("a.py", "a\n"), writeFile("b.py", "b\n")});
        QCOMPARE(texts(), (QStringList{"a\n", "b\n"}));
    }

    void aFileThatIsOpenIsNotOpenedTwice() {
        const QString path = writeFile("a.py", "a\n");
        m_workbench->start({path, path});
        QCOMPARE(m_workbench->windows().size(), std::size_t(1));
    }

    void aFileTakesTheWindowOfALessonThatWasNotTouched() {
        m_workbench->start({});
        m_workbench->openLesson(0, &window(0));
        m_workbench->openFiles({writeFile("a.py", "a\n")}, &window(0));
        QCOMPARE(texts(), QStringList{"a\n"});
    }

    void unsavedWorkKeepsItsWindow() {
        m_workbench->start({});
        window(0).editorPanel().editor().insertPlainText("mine\n");
        m_workbench->openLesson(1, &window(0));
        QCOMPARE(m_workbench->windows().size(), std::size_t(2));
        QVERIFY(window(0).document().text().startsWith("mine\n"));
        QCOMPARE(window(1).document().text(), lessons()[1].text);
    }

    void aFileThatCannotBeReadStillGivesAWindowThatSaysSo() {
        m_workbench->start({m_services->file("none.py")});
        QCOMPARE(m_workbench->windows().size(), std::size_t(1));
        QVERIFY(window(0).document().isEmpty());
    }

    void workThatWasLeftBehindComesBack() {
        QDir().mkpath(m_services->file("drafts"));
        writeFile("drafts/draft-999999999-1.json", R"({"name":"lost.py","path":"","text":"precious\n"})");
        m_workbench->start({});
        QCOMPARE(texts(), QStringList{"precious\n"});
        QVERIFY(window(0).isWindowModified());
        QVERIFY(!QFile::exists(m_services->file("drafts/draft-999999999-1.json")));
    }

    void quittingAsksEachWindowAndStopsWhereOneStays() {
        m_workbench->start({writeFile("a.py", "a\n"), writeFile("b.py", "b\n")});
        window(1).editorPanel().editor().insertPlainText("mine\n");
        m_services->unsavedChoice = UnsavedChoice::Cancel;
        m_workbench->quit();
        QTRY_COMPARE(m_workbench->windows().size(), std::size_t(1));
        m_services->unsavedChoice = UnsavedChoice::Discard;
        m_workbench->quit();
        QTRY_COMPARE(m_workbench->windows().size(), std::size_t(0));
    }

private:
    QString writeFile(const QString& name, const QByteArray& bytes) {
        QFile file(m_services->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("the test's file can't be written");
        return file.fileName();
    }

    MainWindow& window(std::size_t index) { return *m_workbench->windows()[index]; }

    QStringList texts() const {
        QStringList all;
        for (MainWindow* each : m_workbench->windows()) all.append(each->document().text());
        return all;
    }

    std::unique_ptr<TestServices> m_services;
    std::unique_ptr<Workbench> m_workbench;
};

QTEST_MAIN(WorkbenchTest)
#include "tst_workbench.moc"
