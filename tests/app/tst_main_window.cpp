#include "app/built_program.h"
#include "app/test_services.h"
#include "app/widget_test.h"
#include "appearance/notice_bar.h"
#include "blocks/blocks_model.h"
#include "blocks/blocks_panel.h"
#include "canvas/canvas_panel.h"
#include "canvas/minimap.h"
#include "changes/changes_panel.h"
#include "document/document.h"
#include "editor/code_editor.h"
#include "editor/editor_panel.h"
#include "find/find_panel.h"
#include "live/live_build.h"
#include "live/selection.h"
#include "output/output_panel.h"
#include "problems/problems_model.h"
#include "problems/problems_panel.h"
#include "scopes/scopes_model.h"
#include "scopes/scopes_panel.h"
#include "sharing/sharing_panel.h"
#include "shell/graphs_dialog.h"
#include "shell/main_window.h"
#include "shell/picture_export.h"
#include "shell/trials.h"
#include "shell/window_actions.h"
#include "shell/window_docks.h"
#include "trial/fix_chooser.h"
#include "trial/scope_trial.h"
#include "trial/trial_preview.h"
#include "variables/variables_model.h"
#include "variables/variables_panel.h"

#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QTreeView>

#include <algorithm>

using namespace namescape;
using namespace namescape::test;

namespace {

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct LayoutRequests : QObject {
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::LayoutRequest;
        return false;
    }

    int count = 0;
};

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_services = std::make_unique<TestServices>();
        m_window = new MainWindow(m_services->services());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }

    void cleanup() {
        delete m_window;
        m_services.reset();
    }

    void anEmptyProgramSaysHowToBegin() {
        const QPlainTextEdit& editor = m_window->editorPanel().editor();
        QVERIFY(editor.placeholderText().contains("import tensorflow as tf"));
        QVERIFY(editor.viewport()->font().fixedPitch());
        // What it proposes does draw something.
        open(editor.placeholderText().section("\n\n", 1).toUtf8().constData());
        QCOMPARE(m_window->problemsPanel().model().rowCount(), 0);
        QCOMPARE(m_window->variablesPanel().model().rowCount(), 1);
    }

    void aWindowClosesWhileTheKeyboardIsInAPanelThatFloats() {
        open(sharingProgram);
        QPlainTextEdit& editor = m_window->editorPanel().editor();
        m_window->docks().show(&m_window->editorPanel());
        m_window->docks().toggleFloating();
        editor.window()->activateWindow();
        editor.setFocus();
        QVERIFY(editor.window() != m_window);
        QTRY_VERIFY(editor.hasFocus());
        delete std::exchange(m_window, nullptr);
    }

    // --- The picture follows the text

    void everyPanelShowsTheProgram() {
        open(sharingProgram);
        QVERIFY(m_window->canvasPanel().canvas().hasPicture());
        QCOMPARE(m_window->variablesPanel().model().rowCount(), 1);
        QCOMPARE(m_window->scopesPanel().model().rowCount(), 2);
        QCOMPARE(m_window->problemsPanel().model().rowCount(), 0);
        QCOMPARE(m_window->outputPanel().toPlainText(), QString("done\n"));
    }

    void typingUpdatesEverything() {
        open("import tensorflow as tf\n");
        m_window->editorPanel().editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&m_window->editorPanel().editor(), "v = tf.get_variable('v', [2])");
        waitForBuild();
        QCOMPARE(m_window->variablesPanel().model().rowOf("v:0"), 0);
        QVERIFY(m_window->canvasPanel().canvas().hasPicture());
    }

    void aPanelBehindATabShowsTheNewestProgramWhenItIsBroughtToTheFront() {
        m_window->docks().dock("sharing")->raise();
        QTRY_VERIFY(!m_window->variablesPanel().isVisible());
        open(sharingProgram);
        QCOMPARE(m_window->variablesPanel().model().rowCount(), 0);
        m_window->docks().dock("variables")->raise();
        QTRY_VERIFY(m_window->variablesPanel().isVisible());
        QCOMPARE(m_window->variablesPanel().model().rowCount(), 1);
        QVERIFY(!m_window->sharingPanel().isVisible());
    }

    // Each layout paints all around what it moves.
    void typingANameAsksTheWindowForALayoutRarely() {
        open("import tensorflow as tf\nwith tf.name_scope('a'):\n    x = tf.no_op(name='x')\n");
        CodeEditor& editor = m_window->editorPanel().editor();
        editor.goToLine(3);
        editor.moveCursor(QTextCursor::EndOfLine);
        for (int left = 0; left < 2; ++left) editor.moveCursor(QTextCursor::Left);
        const auto typeOne = [&] {
            QTest::keyClicks(&editor, "y");
            waitForBuild();
            QCoreApplication::processEvents();
        };
        typeOne();  // the widest words are known now
        LayoutRequests requests;
        m_window->installEventFilter(&requests);
        constexpr int keys = 12;
        for (int key = 0; key < keys; ++key) typeOne();
        // A build that took longer than any before it needs a wider word, and in a pause the dock's title says how much changed.
        QVERIFY2(requests.count < keys / 2, qPrintable(QString::number(requests.count)));
        QTRY_COMPARE(m_window->docks().dock("changes")->windowTitle(), QString("Changes (1)"));
    }

    void anErrorKeepsTheLastGoodPicture() {
        open(sharingProgram);
        const auto good = m_window->canvasPanel().canvas().scene()->snapshot();
        m_window->editorPanel().editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&m_window->editorPanel().editor(), "nothing_of_that_name");
        waitForBuild();
        QCOMPARE(m_window->canvasPanel().canvas().scene()->snapshot()->evaluation, good->evaluation);
        QVERIFY(m_window->problemsPanel().model().rowCount() > 0);
        QCOMPARE(m_window->variablesPanel().model().rowCount(), 1);
    }

    void theOverviewLeavesTheErrorItsButtons() {
        open(sharingProgram);
        CanvasPanel& panel = m_window->canvasPanel();
        const QPoint place = panel.minimap().pos();
        m_window->editorPanel().editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&m_window->editorPanel().editor(), "nothing_of_that_name");
        waitForBuild();
        const auto notice = [&]() -> NoticeBar* {
            for (NoticeBar* each : panel.findChildren<NoticeBar*>())
                if (each->isVisible()) return each;
            return nullptr;
        };
        QTRY_VERIFY(notice());
        QVERIFY(!panel.minimap().geometry().intersects(notice()->geometry()));
        m_window->document().textDocument()->undo();
        waitForBuild();
        QTRY_COMPARE(panel.minimap().pos(), place);
    }

    void aFixIsAppliedFromTheProblemsPanel() {
        open("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        QVERIFY(!m_window->problemsPanel().model().fixes(0).isEmpty());
        Q_EMIT m_window->problemsPanel().fixRequested(0, 0);
        waitForBuild();
        QVERIFY(m_window->document().text().contains("'a'):"));
        QCOMPARE(m_window->problemsPanel().model().rowCount(), 0);
    }

    void scopesOpenAndClose() {
        open(sharingProgram);
        Canvas& canvas = m_window->canvasPanel().canvas();
        const std::size_t boxes = canvas.scene()->diagram().boxes.size();
        QSignalSpy viewed(&m_window->live(), &LiveBuild::viewChanged);
        m_window->actions().closeAllScopes->trigger();
        QTRY_VERIFY(viewed.count() > 0);
        QVERIFY(canvas.scene()->diagram().boxes.size() < boxes);
        m_window->actions().openScopesAutomatically->trigger();
        QTRY_COMPARE(canvas.scene()->diagram().boxes.size(), boxes);
    }

    void scopesOpenToADepth() {
        open("import tensorflow as tf\nwith tf.name_scope('a'):\n  with tf.name_scope('b'):\n    tf.constant(1, name='c')\n");
        Canvas& canvas = m_window->canvasPanel().canvas();
        m_window->actions().openToDepth[0]->trigger();
        QTRY_COMPARE(canvas.scene()->diagram().boxes.size(), std::size_t(2));
        m_window->actions().openToDepth[1]->trigger();
        QTRY_COMPARE(canvas.scene()->diagram().boxes.size(), std::size_t(3));
    }

    // --- Finding in the graph

    void findFromThePictureFindsWhatIsHiddenInClosedScopes() {
        open("import tensorflow as tf\nwith tf.name_scope('a'):\n  with tf.name_scope('b'):\n    tf.constant(1, name='deep')\n");
        Canvas& canvas = m_window->canvasPanel().canvas();
        m_window->actions().closeAllScopes->trigger();
        QTRY_COMPARE(canvas.scene()->diagram().boxes.size(), std::size_t(1));
        m_window->actions().goToPicture->trigger();
        QTest::keyClick(&canvas, Qt::Key_F, Qt::ControlModifier);
        QLineEdit& pattern = m_window->findPanel().pattern();
        QTRY_VERIFY(pattern.hasFocus());
        QTest::keyClicks(&pattern, "deep");
        QTRY_COMPARE(canvas.foundBoxes().size(), std::size_t(1));
        QTest::keyClick(&pattern, Qt::Key_Return);
        QTRY_COMPARE(canvas.scene()->diagram().boxes.size(), std::size_t(3));
        QCOMPARE(std::string(canvas.scene()->diagram().box(canvas.selectedBox()).fullName), std::string("a/b/deep"));
        QVERIFY(canvas.rect().contains(canvas.widgetRect(canvas.selectedBox()).toRect()));
        QTest::keyClick(&pattern, Qt::Key_Escape);
        QVERIFY(canvas.hasFocus());
        QVERIFY(canvas.foundBoxes().empty());
    }

    void findFromTheTextFindsInTheText() {
        open(sharingProgram);
        m_window->actions().goToProgram->trigger();
        m_window->actions().find->trigger();
        QVERIFY(!m_window->findPanel().isVisible());
    }

    void theGraphsOfAFileCanBeOpenedFromTheMenu() {
        const QString path = writeFile("functions.pbtxt", "node { name: \"x\" op: \"Placeholder\" }\n"
                                                          "library { function { signature { name: \"twice\" input_arg { name: \"a\" type: DT_FLOAT } output_arg { name: \"b\" type: DT_FLOAT } }\n"
                                                          "  node_def { name: \"add\" op: \"Add\" input: \"a\" input: \"a\" } ret { key: \"b\" value: \"add:z:0\" } } }\n");
        QVERIFY(m_window->openFile(path));
        waitForBuild();
        QMenu* graphs = menuNamed("&Graphs of This File");
        Q_EMIT graphs->aboutToShow();
        QCOMPARE(graphs->actions().size(), 2);
        QVERIFY(graphs->actions()[0]->isChecked());
        graphs->actions()[1]->trigger();
        waitForBuild();
        QVERIFY(m_window->live().latest().snapshot->graph().findOperation("add"));
        QVERIFY(m_window->windowTitle().startsWith("twice"));
        Q_EMIT graphs->aboutToShow();
        graphs->actions()[0]->trigger();
        waitForBuild();
        QVERIFY(m_window->live().latest().snapshot->graph().findOperation("x"));
    }

    void ofManyGraphsOneIsFoundByItsName() {
        QString text = "node { name: \"x\" op: \"Placeholder\" }\nlibrary {\n";
        for (int number = 0; number < 40; ++number)
            text += QString("function { signature { name: \"f%1\" input_arg { name: \"a\" type: DT_FLOAT } output_arg { name: \"b\" type: DT_FLOAT } }\n"
                            "  node_def { name: \"add%1\" op: \"Add\" input: \"a\" input: \"a\" } ret { key: \"b\" value: \"add%1:z:0\" } }\n").arg(number);
        QVERIFY(m_window->openFile(writeFile("many.pbtxt", text.toUtf8() + "}\n")));
        waitForBuild();
        m_window->actions().chooseGraph->trigger();
        auto* dialog = m_window->findChild<GraphsDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->list().model()->rowCount(), 41);
        QTest::keyClicks(&dialog->filter(), "f37");
        QCOMPARE(dialog->list().model()->rowCount(), 1);
        QTest::keyClick(&dialog->filter(), Qt::Key_Return);
        waitForBuild();
        QVERIFY(m_window->live().latest().snapshot->graph().findOperation("add37"));
    }

    void ofAGraphFileVariablesHaveNoColumnsThatAreAlwaysEmpty() {
        QVERIFY(m_window->openFile(writeFile("variable.pbtxt", "node { name: \"v\" op: \"VariableV2\" }\n")));
        waitForBuild();
        QTreeView& view = m_window->variablesPanel().view();
        QVERIFY(view.isColumnHidden(VariablesModel::Lines));
        QVERIFY(view.isColumnHidden(VariablesModel::RequestCount));
        open(sharingProgram);
        QVERIFY(!view.isColumnHidden(VariablesModel::Lines));
        QVERIFY(!view.isColumnHidden(VariablesModel::Trainable));
    }

    void whatTheMenuOfABoxDoesKeysDoToo() {
        open(sharingProgram);
        m_window->selection().selectNode("net");
        m_window->actions().copyName->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("net"));
        m_window->actions().moveInFlow->trigger();
        QCOMPARE(m_window->live().view().besideFlow.count("net"), std::size_t{1});
        m_window->actions().lookIntoScope->trigger();
        QCOMPARE(m_window->live().view().focus, std::string("net"));
        m_window->actions().lookAtAll->trigger();
        QVERIFY(m_window->live().view().focus.empty());
    }

    void theLegendCanBeFoldedAway() {
        open(sharingProgram);
        m_window->actions().coloursBy[static_cast<std::size_t>(ColourBy::Type)]->trigger();
        const auto* legend = labelCalled("Legend of the colours");
        QVERIFY(legend && legend->isVisible());
        const int height = legend->height();
        m_window->actions().legend->trigger();
        QVERIFY(legend->isVisible() && legend->height() < height);
    }

    // --- Selecting anything selects it everywhere

    void aNodeOfThePictureIsFoundInTheTextTheTableAndTheScopes() {
        open(sharingProgram);
        m_window->selection().selectNode("net/w");
        QCOMPARE(m_window->editorPanel().editor().textCursor().blockNumber(), 3);
        QCOMPARE(m_window->variablesPanel().view().selectionModel()->selectedRows().size(), 1);
        // It was asked for in two blocks: once made, once reused.
        QCOMPARE(m_window->scopesPanel().view().selectionModel()->selectedRows().size(), 2);
        QVERIFY(m_window->canvasPanel().canvas().selectedBox().isValid());
    }

    void aLineOfTheTextIsFoundInTheOthers() {
        open(sharingProgram);
        m_window->editorPanel().editor().goToLine(4);
        QCOMPARE(m_window->selection().current().kind, SelectionKind::Place);
        QCOMPARE(m_window->variablesPanel().view().selectionModel()->selectedRows().size(), 1);
    }

    void aRowOfTheTableIsFoundInTheOthers() {
        open(sharingProgram);
        m_window->variablesPanel().view().setCurrentIndex(m_window->variablesPanel().view().model()->index(0, 0));
        QCOMPARE(m_window->editorPanel().editor().textCursor().blockNumber(), 3);
        QVERIFY(m_window->canvasPanel().canvas().selectedBox().isValid());
    }

    void aScopesRowIsFoundInTheOthers() {
        open(sharingProgram);
        m_window->scopesPanel().view().setCurrentIndex(m_window->scopesPanel().model().indexOf(1));
        QCOMPARE(m_window->editorPanel().editor().textCursor().blockNumber(), 9);
        QVERIFY(m_window->canvasPanel().canvas().selectedBox().isValid());
    }

    // --- Files

    void aFileIsOpenedEditedAndSaved() {
        const QString path = writeFile("a.py", "import tensorflow as tf\r\n");
        QVERIFY(m_window->openFile(path));
        QVERIFY(m_window->windowTitle().startsWith("a.py"));
        m_window->editorPanel().editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&m_window->editorPanel().editor(), "x");
        QVERIFY(m_window->isWindowModified());
        m_window->actions().save->trigger();
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(read(path), QByteArray("import tensorflow as tf\r\nx"));
        QCOMPARE(m_services->settings.recentFiles(), QStringList{path});
    }

    void anUntitledProgramAsksForItsFile() {
        type("x");
        m_window->actions().save->trigger();
        QVERIFY(m_window->isWindowModified());  // no answer
        m_services->fileToSave = m_services->file("b.py");
        m_window->actions().save->trigger();
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(read(m_services->fileToSave), QByteArray("x"));
    }

    void badFilesAreReportedAndChangeNothing_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("binary") << QByteArray("\0\1\2", 3);
        QTest::newRow("not-utf-8") << QByteArray("na\xefve");
        QTest::newRow("huge") << QByteArray((16 << 20) + 1, '#');
    }

    void badFilesAreReportedAndChangeNothing() {
        QFETCH(QByteArray, bytes);
        open("x = 1\n");
        const QString path = writeFile("bad.py", bytes);
        QVERIFY(!m_window->openFile(path));
        QCOMPARE(m_window->document().text(), QString("x = 1\n"));
        QVERIFY(m_window->editorPanel().notice().isVisible());
        QVERIFY(m_window->editorPanel().notice().words().contains("bad.py"));
    }

    void anEmptyFileIsFine() {
        QVERIFY(m_window->openFile(writeFile("empty.py", "")));
        waitForBuild();
        QVERIFY(!m_window->canvasPanel().canvas().hasPicture());
    }

    void aGraphFileIsShownWithoutAText() {
        const QByteArray graph = "node { name: \"a/x\" op: \"Const\" }\nnode { name: \"y\" op: \"Identity\" input: \"a/x\" input: \"gone\" }\n";
        const QString path = writeFile("graph.pb", graph);
        QVERIFY(m_window->openFile(path));
        waitForBuild();
        QVERIFY(m_window->canvasPanel().canvas().hasPicture());
        QVERIFY(m_window->document().text().isEmpty());
        QVERIFY(m_window->docks().dock("program")->isHidden());
        QVERIFY(!m_window->actions().save->isEnabled() && !m_window->actions().saveAs->isEnabled());
        QCOMPARE(m_window->problemsPanel().model().rowCount(), 1);
        m_window->actions().save->trigger();
        QCOMPARE(read(path), graph);
        QVERIFY(m_window->openFile(writeFile("a.py", "import tensorflow as tf\n")));
        waitForBuild();
        QVERIFY(m_window->docks().dock("program")->isVisible());
        QVERIFY(m_window->actions().save->isEnabled());
    }

    void aGraphFileThatIsWrittenAnewIsShownAnew() {
        QVERIFY(m_window->openFile(writeFile("graph.pbtxt", "node { name: \"a\" op: \"NoOp\" }\n")));
        waitForBuild();
        writeFile("graph.pbtxt", "node { name: \"a\" op: \"NoOp\" }\nnode { name: \"b\" op: \"NoOp\" }\n");
        QTRY_COMPARE(m_window->live().latest().snapshot->graph().operationCount(), std::size_t{2});
    }

    void aFailedSaveIsReportedAndKeepsTheWork() {
        type("x");
        m_services->fileToSave = m_services->file("none/b.py");
        m_window->actions().save->trigger();
        QVERIFY(m_window->isWindowModified());
        QVERIFY(m_window->editorPanel().notice().isVisible());
    }

    void aChangeByAnotherProgramIsTakenOverUnlessThereIsUnsavedWork() {
        const QString path = writeFile("a.py", "x = 1\n");
        QVERIFY(m_window->openFile(path));
        writeFile("a.py", "x = 22\n");
        QTRY_COMPARE(m_window->document().text(), QString("x = 22\n"));
        type("# mine\n");
        writeFile("a.py", "x = 333\n");
        QTRY_VERIFY(m_window->editorPanel().notice().isVisible());
        QVERIFY(m_window->document().text().contains("mine"));
    }

    // --- Closing

    void unsavedWorkIsAskedAbout_data() {
        QTest::addColumn<UnsavedChoice>("choice");
        QTest::addColumn<bool>("closes");
        QTest::newRow("cancel") << UnsavedChoice::Cancel << false;
        QTest::newRow("discard") << UnsavedChoice::Discard << true;
        QTest::newRow("save") << UnsavedChoice::Save << true;
    }

    void unsavedWorkIsAskedAbout() {
        QFETCH(UnsavedChoice, choice);
        QFETCH(bool, closes);
        type("x");
        m_services->unsavedChoice = choice;
        m_services->fileToSave = m_services->file("saved.py");
        QCOMPARE(m_window->close(), closes);
        QCOMPARE(m_services->unsavedQuestions, 1);
        QCOMPARE(QFile::exists(m_services->fileToSave), choice == UnsavedChoice::Save);
        forgetClosedWindow();
    }

    void aSaveThatFailsKeepsTheWindow() {
        type("x");
        m_services->unsavedChoice = UnsavedChoice::Save;
        QVERIFY(!m_window->close());
    }

    void savedWorkIsNotAskedAbout() {
        open(sharingProgram);
        QVERIFY(m_window->close());
        QCOMPARE(m_services->unsavedQuestions, 0);
        forgetClosedWindow();
    }

    // --- The window

    void panelsCloseAndComeBack() {
        QDockWidget* variables = m_window->docks().dock("variables");
        variables->toggleViewAction()->trigger();
        QVERIFY(variables->isHidden());
        m_window->actions().resetLayout->trigger();
        QVERIFY(!variables->isHidden());
    }

    void theLayoutIsRememberedFromWindowToWindow() {
        m_window->docks().dock("scopes")->close();
        m_window->resize(900, 640);
        QVERIFY(m_window->close());
        forgetClosedWindow();
        m_window = new MainWindow(m_services->services());
        m_window->restoreLayout();
        m_window->show();
        QVERIFY(m_window->docks().dock("scopes")->isHidden());
        QCOMPARE(m_window->size(), QSize(900, 640));
    }

    void droppedFilesAreAskedFor() {
        QSignalSpy asked(m_window, &MainWindow::filesRequested);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile("/a.py"), QUrl("http://example.org/b.py")});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window, &drop);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.at(0).at(0).toStringList(), QStringList{"/a.py"});
    }

    void aPictureThatIsTooLargeForOneImageGoesIntoSeveralFiles() {
        open(sharingProgram);
        const auto snapshot = m_window->live().picture().snapshot;
        auto wide = std::make_shared<Snapshot>(*snapshot);
        wide->drawing.bounds.width = 5'000;
        PictureSettings settings;
        settings.pngScale = 2;
        QCOMPARE(picturePaths(*wide, m_services->file("net.png"), settings), (QStringList{m_services->file("net-1-1.png"), m_services->file("net-1-2.png")}));
        QCOMPARE(picturePaths(*snapshot, m_services->file("net.png"), settings), QStringList{m_services->file("net.png")});
        QCOMPARE(picturePaths(*wide, m_services->file("net.svg"), settings), QStringList{m_services->file("net.svg")});
    }

    void thePictureIsExported_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("svg") << "picture.svg" << QByteArray("<?xml");
        QTest::newRow("png") << "picture.png" << QByteArray("\x89PNG");
        QTest::newRow("pdf") << "picture.pdf" << QByteArray("%PDF-");
        QTest::newRow("dot") << "picture.dot" << QByteArray("digraph");
        QTest::newRow("json") << "picture.json" << QByteArray("{");
        QTest::newRow("graph") << "graph.pb" << QByteArray("\n");
        QTest::newRow("graph-as-text") << "graph.pbtxt" << QByteArray("node {");
    }

    void thePictureIsExported() {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        open(sharingProgram);
        m_services->fileToExport = m_services->file(name);
        m_window->actions().exportPicture->trigger();
        QTRY_VERIFY(read(m_services->fileToExport).startsWith(start));
    }

    void aScopeIsExportedByItself() {
        open(sharingProgram);
        m_services->fileToExport = m_services->file("net.svg");
        m_window->actions().exportScope->trigger();
        QVERIFY(!QFile::exists(m_services->fileToExport));
        m_window->selection().selectNode("net/w");
        m_window->actions().exportScope->trigger();
        QTRY_VERIFY(read(m_services->fileToExport).contains("node-net/w"));
        QVERIFY(!read(m_services->fileToExport).contains("node-x\""));
    }

    void thePixelsOfAnImageAreChosenInTheMenu() {
        open(sharingProgram);
        m_services->fileToExport = m_services->file("picture.png");
        m_window->actions().exportPicture->trigger();
        QTRY_VERIFY(!QImage(m_services->fileToExport).isNull());
        const int width = QImage(m_services->fileToExport).width();
        QTRY_VERIFY(!m_window->findChild<PictureExport*>()->isRunning());
        m_window->actions().pngScales.back()->trigger();
        m_window->actions().exportPicture->trigger();
        QTRY_VERIFY(std::abs(QImage(m_services->fileToExport).width() - 4 * width) < 8);
    }

    void coloursTellScopesInThePictureAndInItsFile() {
        open(sharingProgram);
        const QImage before = m_window->canvasPanel().canvas().grab().toImage();
        m_window->actions().coloursBy[static_cast<std::size_t>(ColourBy::Scope)]->trigger();
        QVERIFY(m_window->canvasPanel().canvas().grab().toImage() != before);
        QCOMPARE(m_window->canvasPanel().canvas().scene()->colouring().legend.front().words, std::string("net"));
        m_services->fileToExport = m_services->file("colours.svg");
        m_window->actions().exportPicture->trigger();
        QTRY_VERIFY(read(m_services->fileToExport).contains("class=\"legend\""));
    }

    void anExportThatFailsIsReported() {
        open(sharingProgram);
        m_services->fileToExport = m_services->file("none/picture.svg");
        m_window->actions().exportPicture->trigger();
        QTRY_VERIFY(m_window->editorPanel().notice().isVisible());
    }

    void theKeyThatFixesAsksTheProblemsListWhereThatHasTheKeyboard() {
        open("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        m_window->docks().show(&m_window->problemsPanel());
        QVERIFY(m_window->problemsPanel().view().hasFocus());
        m_window->problemsPanel().view().setCurrentIndex(m_window->problemsPanel().model().index(0, 0));
        m_window->actions().applyFix->trigger();
        waitForBuild();
        QVERIFY(m_window->document().text().contains("'a'):"));
    }

    void fixesAreSeenBeforeOneIsApplied() {
        open("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        m_window->editorPanel().editor().goToLine(2);
        const QString text = m_window->document().text();
        FixChooser& chooser = m_window->trials().chooser();
        m_window->actions().showFixes->trigger();
        QVERIFY(chooser.isVisible());
        QCOMPARE(m_window->document().text(), text);
        QTest::keyClick(&chooser.list(), Qt::Key_Return);
        waitForBuild();
        QVERIFY(m_window->document().text().contains("'a'):"));
        m_window->editorPanel().editor().undo();
        QCOMPARE(m_window->document().text(), text);
    }

    void aWhatIfIsAskedOfTheScopeAtTheCursor() {
        open(sharingProgram);
        const QString text = m_window->document().text();
        m_window->editorPanel().editor().goToLine(9);
        ScopeTrial& trial = m_window->trials().scopeTrial();
        m_window->actions().whatIf->trigger();
        QVERIFY(trial.isVisible());
        QTest::keyClicks(&trial.name(), "tower");
        QTRY_VERIFY(trial.preview().trial().outcome());
        QCOMPARE(m_window->document().text(), text);
        QTest::keyClick(&trial.name(), Qt::Key_Return);
        QVERIFY(m_window->document().text().contains("tf.variable_scope(\"tower\"):"));
        m_window->editorPanel().editor().undo();
        QCOMPARE(m_window->document().text(), text);
    }

    void aWhatIfIsAskedOfAScopeOfThePicture() {
        open("import tensorflow as tf\nx = tf.placeholder(tf.float32, [1, 2])\nwith tf.variable_scope('net'):\n    y = tf.layers.dense(x, 3)\n");
        ScopeTrial& trial = m_window->trials().scopeTrial();
        m_window->selection().selectNode("net");
        m_window->actions().whatIf->trigger();
        QVERIFY(trial.isVisible());
        QCOMPARE(trial.name().text(), QString("net"));
        trial.reject();
        QSignalSpy refused(&m_window->trials(), &Trials::refused);
        m_window->selection().selectNode("net/dense");
        m_window->actions().whatIf->trigger();
        QVERIFY(!trial.isVisible());
        QCOMPARE(refused.at(0).at(0).toString(), QString("Not possible: net/dense is opened by tf.layers.dense in line 4, not by a with statement of the program."));
        for (std::uint32_t block = 0; block < m_window->live().latest().snapshot->blocks().size(); ++block) {
            m_window->selection().selectBlock(block);
            m_window->actions().whatIf->trigger();
            QCOMPARE(trial.isVisible(), block == 0);  // the others are the layer's own
            trial.reject();
        }
        m_window->selection().selectVariable("net/dense/kernel:0");
        m_window->actions().whatIf->trigger();
        QVERIFY(trial.isVisible());
        QCOMPARE(trial.name().text(), QString("net"));
    }

    void aWhatIfOutsideOfAllScopesSaysSo() {
        open(sharingProgram);
        QSignalSpy refused(&m_window->trials(), &Trials::refused);
        m_window->editorPanel().editor().goToLine(7);
        m_window->actions().whatIf->trigger();
        QCOMPARE(refused.count(), 1);
        QVERIFY(!m_window->trials().scopeTrial().isVisible());
    }

    void theListOfKeysHasThoseOfBlocksAndIsScrolledByKeys() {
        m_window->actions().shortcuts->trigger();
        const QList<QDialog*> dialogs = m_window->findChildren<QDialog*>();
        const auto shown = std::find_if(dialogs.begin(), dialogs.end(), [](const QDialog* each) { return each->windowTitle() == QLatin1String("Keyboard Shortcuts"); });
        QVERIFY(shown != dialogs.end());
        QDialog* dialog = *shown;
        auto* list = qobject_cast<QScrollArea*>(dialog->focusWidget());
        QVERIFY(list);
        for (const char* words : {"Duplicate", "Move Into the Block Above"}) QVERIFY(list->findChild<QLabel*>()->text().contains(QLatin1String(words)));
        QTest::keyClick(list, Qt::Key_PageDown);
        QVERIFY(list->verticalScrollBar()->value() > 0);
        dialog->close();
    }

    void inALowWindowTextAndBlocksTakeTurns() {
        m_window->resize(1000, 500);
        m_window->docks().arrange();
        QVERIFY(m_window->tabifiedDockWidgets(m_window->docks().dock("program")).contains(m_window->docks().dock("blocks")));
        m_window->resize(1000, 900);
        m_window->docks().arrange();
        QVERIFY(m_window->tabifiedDockWidgets(m_window->docks().dock("program")).isEmpty());
    }

    void anEditIsComparedWithWhatWasThereAndAnotherProgramWithNothing() {
        open("import tensorflow as tf\na = tf.constant(1, name='a')\n");
        QVERIFY(m_window->changesPanel().summary().isEmpty());
        m_window->document().apply(std::vector<TextEdit>{{{49, 50}, "b"}});
        waitForBuild();
        QTRY_COMPARE(m_window->changesPanel().summary(), "By the last edit: 1 operation renamed.");
        QCOMPARE(m_window->canvasPanel().canvas().changedBoxes().size(), 1u);
        open("import tensorflow as tf\nc = tf.constant(1, name='c')\n");
        QVERIFY(m_window->changesPanel().summary().isEmpty());
    }

    void keysThatTextAndBlocksShareAreTheBlocksWhereThoseHaveTheKeyboard() {
        open("with s:\n    a()\nb()\n");
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        m_window->docks().show(&m_window->blocksPanel());
        m_window->blocksPanel().view().setCurrentIndex(m_window->blocksPanel().model().index(0, 0));
        QTest::keyClick(&m_window->blocksPanel().view(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_window->document().text(), "with s:\n    a()\nwith s:\n    a()\nb()\n");
        m_window->actions().selectAll->trigger();
        m_window->actions().cut->trigger();
        QCOMPARE(m_window->document().text(), "");
        m_window->actions().paste->trigger();
        QCOMPARE(m_window->document().text(), "with s:\n    a()\nwith s:\n    a()\nb()\n");
    }

    void goingFromPanelToPanelReachesWhatTakesKeys() {
        open(sharingProgram);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        QList<QWidget*> reached;
        for (int step = 0; step < 9; ++step) {
            m_window->actions().nextPanel->trigger();
            reached.append(QApplication::focusWidget());
        }
        for (QWidget* panel : QList<QWidget*>{&m_window->canvasPanel().canvas(), &m_window->editorPanel().editor(), &m_window->blocksPanel().view(), &m_window->changesPanel().view(), &m_window->scopesPanel().view(),
                                              &m_window->variablesPanel().view(), &m_window->sharingPanel().view(), &m_window->problemsPanel().view(), &m_window->outputPanel()})
            QVERIFY(reached.contains(panel));
        m_window->actions().goToOutput->trigger();
        QVERIFY(m_window->outputPanel().hasFocus());
        QVERIFY(m_window->docks().dock("output")->property("hasKeyboard").toBool());
        QVERIFY(!m_window->docks().dock("problems")->property("hasKeyboard").toBool());
    }

    void noTwoEntriesOfAMenuHaveTheSameLetter() {
        for (const QMenu* menu : m_window->menuBar()->findChildren<QMenu*>()) {
            QString letters;
            for (const QAction* action : menu->actions()) {
                QString text = action->text();
                const qsizetype mark = text.remove(QLatin1String("&&")).indexOf(u'&');
                if (mark < 0) continue;
                QVERIFY2(!letters.contains(text[mark + 1], Qt::CaseInsensitive), qPrintable(menu->title() + " / " + text));
                letters += text[mark + 1];
            }
        }
    }

    void everyActionHasWordsAndNoTwoHaveTheSameKeys() {
        QStringList keys;
        for (const QAction* action : m_window->actions().all()) {
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.append(key.toString());
            }
        }
    }

private:
    const QLabel* labelCalled(const QString& accessibleName) const {
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            if (label->accessibleName() == accessibleName) return label;
        return nullptr;
    }

    QMenu* menuNamed(const char* title) const {
        for (QMenu* menu : m_window->menuBar()->findChildren<QMenu*>())
            if (menu->title() == QLatin1String(title)) return menu;
        qFatal("there is no such menu");
    }

    QString writeFile(const QString& name, const QByteArray& bytes) {
        QFile file(m_services->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("the test's file can't be written");
        return file.fileName();
    }

    void open(const QByteArray& text) {
        m_window->openLesson({"program", QString::fromUtf8(text), {}});
        waitForBuild();
    }

    void type(const QString& text) { m_window->editorPanel().editor().insertPlainText(text); }

    void waitForBuild() {
        QTRY_VERIFY(m_window->live().latest() && m_window->live().latest().snapshot->revision == m_window->document().revision() && !m_window->live().isRunning());
    }

    void forgetClosedWindow() {
        if (!m_window->isVisible()) {
            const QPointer<MainWindow> closed = std::exchange(m_window, nullptr);
            QTRY_VERIFY(!closed);
        }
    }

    std::unique_ptr<TestServices> m_services;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
