#include "app/test_services.h"
#include "app/widget_test.h"
#include "canvas/canvas_panel.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "lessons/lessons.h"
#include "shell/main_window.h"
#include "shell/pointer_ring.h"
#include "shell/window_actions.h"
#include "shell/window_docks.h"
#include "shell/window_layouts.h"

#include <QDockWidget>
#include <QHash>
#include <QMenuBar>
#include <QPointer>
#include <QTest>
#include <QToolBar>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

class WindowLayoutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_services = std::make_unique<TestServices>();
        m_window = openWindow();
        m_window->openLesson(lessons().front());
    }

    void cleanup() {
        delete m_window;
        m_services.reset();
    }

    void presentingIsLargeAndShowsTheProgramAndThePicture() {
        const int text = editor().fontSize(), icons = toolBar().iconSize().width(), words = table().fontMetrics().height();
        QTest::keyClick(m_window, Qt::Key_F9);
        QVERIFY(m_window->layouts().isPresenting());
        QVERIFY(m_window->actions().present->isChecked());
        QVERIFY(editor().fontSize() > text);
        QVERIFY(toolBar().iconSize().width() > icons);
        QVERIFY(table().fontMetrics().height() > words);
        QVERIFY(m_window->menuBar()->fontMetrics().height() > words);
        QCOMPARE(openPanels(), (QStringList{"program", "blocks"}));
        QCOMPARE(m_services->settings.fontSize(), 0);
    }

    void presentingNeedsNoLargerWindow() {
        for (const char* name : {"stacks", "inspector", "why"}) dock(name)->show();
        dock("sharing")->raise();
        m_window->resize(900, 620);
        settle();
        const QSize size = m_window->size();
        m_window->actions().present->trigger();
        QTest::qWait(20);
        QCOMPARE(m_window->size(), size);
    }

    void exploringIsAsItWasBefore() {
        dock("output")->hide();
        dock("inspector")->show();
        dock("scopes")->setFloating(true);
        const QHash<const QWidget*, double> types = typeSizes();
        // A status bar has its final height once its font has been set anew: two pixels less.
        m_window->actions().present->trigger();
        m_window->actions().explore->trigger();
        QTest::qWait(50);
        const QByteArray state = m_window->saveState();
        const auto places = panelPlaces();
        const int text = editor().fontSize();
        const QSize size = m_window->size();
        m_window->actions().present->trigger();
        settle();
        QVERIFY(panelPlaces() != places);
        m_window->actions().explore->trigger();
        settle();
        QTRY_COMPARE(panelPlaces(), places);
        QCOMPARE(m_window->saveState(), state);
        QCOMPARE(editor().fontSize(), text);
        const auto typesAfter = typeSizes();
        for (const auto& [widget, type] : types.asKeyValueRange())
            if (typesAfter.contains(widget)) QVERIFY2(typesAfter[widget] == type, qPrintable(QStringLiteral("%1 %2 in %3: %4").arg(widget->metaObject()->className(), widget->objectName(), widget->parentWidget()->metaObject()->className()).arg(typesAfter[widget])));
        QCOMPARE(m_window->size(), size);
        QVERIFY(dock("scopes")->isFloating());
        QVERIFY(m_window->actions().explore->isChecked());
    }

    void itsKeyTogglesPresenting() {
        for (const bool isPresenting : {true, false, true, false}) {
            QTest::keyClick(m_window, Qt::Key_F9);
            QCOMPARE(m_window->layouts().isPresenting(), isPresenting);
        }
    }

    void eachLayoutRemembersItsPanels() {
        m_window->actions().present->trigger();
        dock("variables")->show();
        dock("blocks")->hide();
        m_window->actions().explore->trigger();
        QVERIFY(openPanels().contains("blocks"));
        m_window->actions().present->trigger();
        QCOMPARE(openPanels(), (QStringList{"program", "variables"}));
        // A window that is closed while it presents opens for work, and finds both again.
        reopen();
        QVERIFY(!m_window->layouts().isPresenting());
        QVERIFY(openPanels().contains("blocks"));
        QCOMPARE(m_services->settings.fontSize(), 0);
        m_window->actions().present->trigger();
        QCOMPARE(openPanels(), (QStringList{"program", "variables"}));
    }

    void theProgramAndItsBlocksGoAndComeBackOnAKey() {
        m_window->actions().present->trigger();
        QTest::keyClick(m_window, Qt::Key_F8);
        QCOMPARE(openPanels(), QStringList());
        QTest::keyClick(m_window, Qt::Key_F8);
        QCOMPARE(openPanels(), (QStringList{"program", "blocks"}));
        QVERIFY(editor().hasFocus());
        dock("blocks")->hide();
        QTest::keyClick(m_window, Qt::Key_F8);
        QTest::keyClick(m_window, Qt::Key_F8);
        QCOMPARE(openPanels(), QStringList{"program"});
    }

    void thePointerIsMarkedWithoutBeingInTheWay() {
        auto* ring = m_window->findChild<PointerRing*>();
        QVERIFY(ring->testAttribute(Qt::WA_TransparentForMouseEvents));
        m_window->actions().present->trigger();
        QCursor::setPos(m_window->mapToGlobal(QPoint(300, 300)));
        QTRY_VERIFY(ring->isVisible());
        QTRY_VERIFY(ring->geometry().contains(QPoint(300, 300)));
        m_window->actions().explore->trigger();
        QVERIFY(!ring->isVisible());
    }

    void panelsFloatAndComeBackToTheirPlace() {
        const auto places = panelPlaces();
        m_window->actions().goToBlocks->trigger();
        m_window->actions().floatPanel->trigger();
        QVERIFY(dock("blocks")->isFloating());
        QTRY_VERIFY(dock("blocks")->isAncestorOf(QApplication::focusWidget()));
        m_window->actions().floatPanel->trigger();
        QVERIFY(!dock("blocks")->isFloating());
        for (const char* name : {"scopes", "program"}) dock(name)->setFloating(true);
        m_window->actions().dockAll->trigger();
        settle();
        QTRY_COMPARE(panelPlaces().keys(), places.keys());
        for (const char* name : {"scopes", "program", "blocks"}) QCOMPARE(dock(name)->isFloating(), false);
    }

    void floatingPanelsFloatAfterARestart() {
        dock("scopes")->setFloating(true);
        dock("scopes")->setGeometry(120, 130, 310, 220);
        settle();
        reopen();
        QVERIFY(dock("scopes")->isFloating());
        QVERIFY(dock("scopes")->isVisible());
        QCOMPARE(dock("scopes")->size(), QSize(310, 220));
        m_window->actions().resetLayout->trigger();
        QVERIFY(!dock("scopes")->isFloating());
    }

private:
    MainWindow* openWindow() {
        auto* window = new MainWindow(m_services->services());
        window->restoreLayout();
        window->show();
        if (!QTest::qWaitForWindowActive(window)) qFatal("the window does not become active");
        return window;
    }

    void reopen() {
        const QPointer<MainWindow> old = m_window;
        m_window->close();
        QTRY_VERIFY(!old);
        m_window = openWindow();
    }

    void settle() { QTest::qWait(0); }
    QHash<const QWidget*, double> typeSizes() const {
        QHash<const QWidget*, double> sizes;
        // Nothing is written in what only holds scroll bars.
        for (const QWidget* each : m_window->findChildren<QWidget*>())
            if (!each->objectName().startsWith(QLatin1String("qt_scrollarea_"))) sizes[each] = each->font().pointSizeF();
        return sizes;
    }

    QTreeView& table() { return *m_window->findChild<QTreeView*>(); }
    CodeEditor& editor() { return m_window->editorPanel().editor(); }
    QToolBar& toolBar() { return *m_window->findChild<QToolBar*>(); }
    QDockWidget* dock(const char* name) { return m_window->docks().dock(name); }

    QStringList openPanels() const {
        QStringList open;
        for (const char* name : {"program", "blocks", "scopes", "variables", "changes", "problems", "output", "find", "inspector", "why", "stacks", "sharing"})
            if (!m_window->docks().dock(name)->isHidden()) open.append(name);
        return open;
    }

    QMap<QString, QRect> panelPlaces() const {
        QMap<QString, QRect> places;
        for (const QString& name : openPanels()) {
            const QDockWidget* panel = m_window->docks().dock(name.toLatin1().constData());
            if (!panel->visibleRegion().isEmpty()) places[name] = panel->geometry();  // not one behind a tab
        }
        return places;
    }

    std::unique_ptr<TestServices> m_services;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(WindowLayoutsTest)
#include "tst_window_layouts.moc"
