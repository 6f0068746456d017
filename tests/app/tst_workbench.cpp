#include "app/test_services.h"
#include "app/widget_test.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "lessons/lessons.h"
#include "shell/main_window.h"
#include "shell/workbench.h"

#include <QDir>
#include <QFile>
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

    void theFirstStartOpensTheFirstLesson() {
        m_workbench->start({});
        QCOMPARE(texts(), QStringList{lessons().front().text});
        QVERIFY(window(0).document().isUntitled());
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
