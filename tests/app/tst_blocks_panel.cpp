#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "blocks/block_details.h"
#include "blocks/block_line.h"
#include "blocks/block_lines_box.h"
#include "blocks/block_palette.h"
#include "blocks/blocks_model.h"
#include "blocks/blocks_panel.h"
#include "document/document.h"

#include <QAction>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

class BlocksPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        failOnWarnings();
        m_document = std::make_unique<Document>();
        m_panel = std::make_unique<BlocksPanel>(*m_document, *m_appearance);
        m_panel->resize(600, 400);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->view().setFocus();
    }

    void cleanup() {
        m_panel.reset();
        m_document.reset();
    }

    void keysEditBlocks_data() {
        QTest::addColumn<QString>("block");
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("after");
        const Qt::KeyboardModifiers none = Qt::NoModifier, control = Qt::ControlModifier, alt = Qt::AltModifier;
        QTest::newRow("delete") << "b()" << int(Qt::Key_Delete) << none << "a()\nwith s:\n    pass\nc()\n";
        QTest::newRow("duplicate") << "a()" << int(Qt::Key_D) << control << "a()\na()\nwith s:\n    b()\nc()\n";
        QTest::newRow("up") << "c()" << int(Qt::Key_Up) << alt << "a()\nc()\nwith s:\n    b()\n";
        QTest::newRow("down") << "a()" << int(Qt::Key_Down) << alt << "with s:\n    b()\na()\nc()\n";
        QTest::newRow("down-at-the-end") << "c()" << int(Qt::Key_Down) << alt << "a()\nwith s:\n    b()\nc()\n";
        QTest::newRow("out") << "b()" << int(Qt::Key_Left) << alt << "a()\nwith s:\n    pass\nb()\nc()\n";
        QTest::newRow("in") << "c()" << int(Qt::Key_Right) << alt << "a()\nwith s:\n    b()\n    c()\n";
        QTest::newRow("disable") << "with s" << int(Qt::Key_Slash) << control << "a()\n# with s:\n#     b()\nc()\n";
        QTest::newRow("unwrap") << "with s" << int(Qt::Key_U) << (control | Qt::ShiftModifier) << "a()\nb()\nc()\n";
    }

    void keysEditBlocks() {
        QFETCH(QString, block);
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, after);
        const QString before = QStringLiteral("a()\nwith s:\n    b()\nc()\n");
        m_document->setUntitledText("x", before);
        choose(block);
        QTest::keyClick(&m_panel->view(), static_cast<Qt::Key>(key), modifiers);
        QCOMPARE(m_document->text(), after);
        if (after == before) return;
        m_document->textDocument()->undo();
        QCOMPARE(m_document->text(), before);
    }

    void whatWasMovedStaysCurrent() {
        m_document->setUntitledText("x", "a()\nb()\nc()\n");
        choose("a()");
        QTest::keyClick(&m_panel->view(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&m_panel->view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_document->text(), "b()\nc()\na()\n");
        QTest::keyClick(&m_panel->view(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_document->text(), "b()\na()\nc()\n");
    }

    void severalThatWereMovedStaySelected() {
        m_document->setUntitledText("x", "a()\nb()\nc()\nd()\n");
        choose("a()");
        QTest::keyClick(&m_panel->view(), Qt::Key_Down, Qt::ShiftModifier);
        for (int step = 0; step < 2; ++step) QTest::keyClick(&m_panel->view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_document->text(), "c()\nd()\na()\nb()\n");
        for (int step = 0; step < 2; ++step) QTest::keyClick(&m_panel->view(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_document->text(), "a()\nb()\nc()\nd()\n");
    }

    // Keys that are held down mean the edit, not the choice of blocks.
    void onlyTheCopyIsSelectedThen() {
        m_document->setUntitledText("x", "a()\nb()\n");
        choose("a()");
        QTest::keyEvent(QTest::Press, m_panel->windowHandle(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_document->text(), "a()\na()\nb()\n");
        QCOMPARE(m_panel->view().selectionModel()->selectedRows(), QModelIndexList{m_panel->model().index(1, 0)});
        QTest::keyEvent(QTest::Release, m_panel->windowHandle(), Qt::Key_D, Qt::NoModifier);
    }

    void theNextOneIsSelectedWhenOneIsDeleted() {
        m_document->setUntitledText("x", "with s:\n    a()\n    b()\n    c()\nd()\n");
        choose("b()");
        QTest::keyClick(&m_panel->view(), Qt::Key_Delete);
        QCOMPARE(selectedTexts(), QStringList{"c()"});
        QTest::keyClick(&m_panel->view(), Qt::Key_Delete);
        QCOMPARE(selectedTexts(), QStringList{"a()"});
        QTest::keyClick(&m_panel->view(), Qt::Key_Delete);
        QCOMPARE(selectedTexts(), QStringList{"pass"});
        choose("d()");
        QTest::keyClick(&m_panel->view(), Qt::Key_Delete);
        QCOMPARE(selectedTexts(), QStringList{"with s"});
    }

    void theCurrentBlockIsSeenBesideItsArguments() {
        QString program;
        for (int i = 0; i < 40; ++i) program += QStringLiteral("a = %1\n").arg(i);
        m_document->setUntitledText("x", program + "tf.constant(1)\n");
        choose("a = 39");
        QVERIFY(m_panel->details().isHidden());
        QTest::keyClick(&m_panel->view(), Qt::Key_Down);
        QVERIFY(!m_panel->details().isHidden());
        QTRY_VERIFY(m_panel->view().viewport()->rect().contains(m_panel->view().visualRect(m_panel->view().currentIndex())));
    }

    void disabledBlocksAreEnabledByTheSameKey() {
        m_document->setUntitledText("x", "with s:\n    b()\n\n    c()\n");
        choose("with s");
        m_panel->toggleSelected();
        QVERIFY(m_document->text().startsWith("# with s:"));
        m_panel->toggleSelected();
        QCOMPARE(m_document->text(), "with s:\n    b()\n\n    c()\n");
    }

    void blocksAreWrittenInPlace() {
        m_document->setUntitledText("x", "with tf.name_scope('a'):\n    b()\n");
        choose("with tf.name_scope('a')");
        QTest::keyClick(&m_panel->view(), Qt::Key_F2);
        auto* line = m_panel->view().findChild<QLineEdit*>();
        QVERIFY(line);
        line->setText("with tf.name_scope('é')");
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(m_document->text(), QString::fromUtf8("with tf.name_scope('é'):\n    b()\n"));
    }

    // A click on another block ends the editing of this one: what was written is this one's, and the other one is current then.
    void whatIsWrittenBelongsToItsBlockWhereverOneClicksNext() {
        m_document->setUntitledText("x", "a = tf.constant(1, name='a')\nb = tf.constant(2, name='b')\n");
        choose("a = tf.constant(1, name='a')");
        openArgument("name")->setEditText("'left'");
        click("b = tf.constant(2, name='b')");
        QTRY_COMPARE(m_document->text(), "a = tf.constant(1, name='left')\nb = tf.constant(2, name='b')\n");
        QCOMPARE(m_panel->view().currentIndex().data().toString(), "b = tf.constant(2, name='b')");
        m_panel->view().edit(m_panel->view().currentIndex());
        m_panel->view().findChild<QLineEdit*>()->setText("b = tf.constant(3)");
        click("a = tf.constant(1, name='left')");
        QTRY_COMPARE(m_document->text(), "a = tf.constant(1, name='left')\nb = tf.constant(3)\n");
        QCOMPARE(m_panel->view().currentIndex().row(), 0);
    }

    void whatIsWrittenIsThereBeforeTheNextBlockIsInserted() {
        m_document->setUntitledText("x", "import tensorflow as tf\na = tf.constant(1)\n");
        choose("a = tf.constant(1)");
        openArgument("value")->setEditText("23");
        m_panel->details().view().setFocus();  // as a click elsewhere does
        Q_EMIT m_panel->palette().chosen("assert a\n");
        QCOMPARE(m_document->text(), "import tensorflow as tf\na = tf.constant(23)\nassert a\n");
    }

    void theArgumentsOfAnotherBlockBeginAtTheFirst() {
        m_document->setUntitledText("x", "a = tf.Variable(1)\nb = tf.Variable(2)\n");
        choose("a = tf.Variable(1)");
        QScrollBar& bar = *m_panel->details().view().verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0);
        bar.setValue(bar.maximum());
        choose("b = tf.Variable(2)");
        QCOMPARE(bar.value(), 0);
    }

    // Where arguments came and went, rows would jump between the two clicks of a double click.
    void aRowStaysWhereItIsWhenItIsClicked() {
        m_document->setUntitledText("x", "a(1)\nassert b\n" + QStringLiteral("tf.constant(1)\n").repeated(30));
        choose("a(1)");
        choose("assert b");
        QVERIFY(!m_panel->details().isHidden());
        m_panel->view().scrollTo(m_panel->model().index(20, 0));
        const QPoint place = m_panel->view().visualRect(m_panel->model().index(20, 0)).center();
        QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(m_panel->view().indexAt(place).row(), 20);
    }

    void argumentsStayWhereTheyAreWhenThereAreRuns() {
        const QString program = "import tensorflow as tf\nfor name in ['a', 'b']:\n    v = tf.Variable(1)\nw = tf.Variable(1)\n";
        m_document->setUntitledText("x", program);
        m_panel->showSnapshot(builtProgram(program.toStdString(), m_document->revision()).snapshot);
        choose("w = tf.Variable(1)");
        QCoreApplication::processEvents();
        const QPoint place = m_panel->details().view().mapToGlobal(QPoint());
        choose("v = tf.Variable(1)");
        QCoreApplication::processEvents();
        QVERIFY(!m_panel->details().runText().isEmpty());
        QCOMPARE(m_panel->details().view().mapToGlobal(QPoint()), place);
    }

    void aDoubleClickInALineSelectsAllOfANameOrValue() {
        m_document->setUntitledText("x", "v = tf.Variable(10.25, name='a/b')\n");
        choose("v = tf.Variable(10.25, name='a/b')");
        m_panel->view().edit(m_panel->view().currentIndex());
        QVERIFY(line());
        const auto placeOf = [&](int character) { return QPoint(line()->fontMetrics().horizontalAdvance(line()->text().left(character)) + 9, line()->height() / 2); };
        QTest::mouseDClick(line(), Qt::LeftButton, {}, placeOf(16));
        QCOMPARE(line()->selectedText(), "10.25");
        QTest::mouseDClick(line(), Qt::LeftButton, {}, placeOf(31));
        QCOMPARE(line()->selectedText(), "a/b");
    }

    void aClickOnTheFreeSpaceMeansTheEnd() {
        m_document->setUntitledText("x", "with s:\n    a()\n");
        choose("a()");
        QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, m_panel->view().viewport()->rect().bottomLeft() + QPoint(9, -9));
        QVERIFY(!m_panel->view().currentIndex().isValid());
        m_panel->insert("b()\n");
        QCOMPARE(m_document->text(), "with s:\n    a()\nb()\n");
    }

    void thereIsFreeSpaceBelowALongProgram() {
        m_document->setUntitledText("x", "with s:\n" + QStringLiteral("    a()\n").repeated(60));
        choose("with s");
        QTreeView& view = m_panel->view();
        const int all = view.verticalScrollBar()->maximum();
        view.doItemsLayout();
        view.doItemsLayout();
        QCOMPARE(view.verticalScrollBar()->maximum(), all);
        m_panel->insert("a()\n");
        view.scrollTo(view.currentIndex());
        QCOMPARE(view.verticalScrollBar()->maximum(), all + 1);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        const QPoint below(20, view.viewport()->height() - view.visualRect(view.model()->index(0, 0)).height() / 2);
        QVERIFY(!view.indexAt(below).isValid());
        QMimeData data;
        data.setText("b()\n");
        drop(data, below);
        QTRY_VERIFY(m_document->text().endsWith("    a()\nb()\n"));
    }

    void whatIsWrappedWantsAName() {
        m_document->setUntitledText("x", "import tensorflow as tf\nwith tf.name_scope('scope'):\n    a()\n");
        choose("a()");
        const auto wrap = std::find_if(m_panel->blockActions().begin(), m_panel->blockActions().end(), [](const QAction* each) { return each->text() == "&Wrap In"; });
        (*wrap)->menu()->actions().front()->trigger();
        auto* line = m_panel->view().findChild<QLineEdit*>();
        QVERIFY(line && line->hasFocus());
        QCOMPARE(line->selectedText(), "scope2");
        QTest::keyClicks(line, "inner");
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(m_document->text(), "import tensorflow as tf\nwith tf.name_scope('scope'):\n    with tf.name_scope('inner'):\n        a()\n");
    }

    void cutBlocksArePastedElsewhere() {
        m_document->setUntitledText("x", "with s:\n    a()\nwith t:\n    b()\n");
        choose("a()");
        m_panel->cut();
        QCOMPARE(QApplication::clipboard()->text(), "a()\n");
        choose("with t");
        m_panel->paste();
        QCOMPARE(m_document->text(), "with s:\n    pass\nwith t:\n    a()\n    b()\n");
        m_document->textDocument()->undo();
        m_document->textDocument()->undo();
        QCOMPARE(m_document->text(), "with s:\n    a()\nwith t:\n    b()\n");
    }

    void newBlocksStartAnEmptyProgramWithItsImport() {
        const QString import = "import tensorflow as tf\n\n";
        m_panel->insert("with tf.name_scope('scope'):\n    pass\n");
        QCOMPARE(m_document->text(), import + "with tf.name_scope('scope'):\n    pass\n");
        m_panel->insert("c = tf.constant(1)\n");
        QCOMPARE(m_document->text(), import + "with tf.name_scope('scope'):\n    c = tf.constant(1)\n");
        choose("c = tf.constant(1)");
        m_panel->wrapSelected("with tf.variable_scope('v')");
        QCOMPARE(m_document->text(), import + "with tf.name_scope('scope'):\n    with tf.variable_scope('v'):\n        c = tf.constant(1)\n");
        for (int step = 0; step < 3; ++step) m_document->textDocument()->undo();
        QCOMPARE(m_document->text(), QString());
    }

    void aClickOffersWhatIsValidForAnArgument() {
        m_document->setUntitledText("x", "with tf.variable_scope('a'):\n    pass\n");
        choose("with tf.variable_scope('a')");
        QComboBox* box = openArgument("reuse");
        QVERIFY(box && !box->isEditable());
        QVERIFY(box->view()->isVisible());
        QCOMPARE(textsOf(*box), (QStringList{"(not given)", "None", "True", "tf.AUTO_REUSE"}));
        choose(*box, "tf.AUTO_REUSE");
        QTRY_COMPARE(m_document->text(), "with tf.variable_scope('a', reuse=tf.AUTO_REUSE):\n    pass\n");
        box = openArgument("reuse");
        QVERIFY(box);
        QCOMPARE(box->currentText(), "tf.AUTO_REUSE");
        choose(*box, "(not given)");
        QTRY_COMPARE(m_document->text(), "with tf.variable_scope('a'):\n    pass\n");
        m_document->textDocument()->undo();
        QCOMPARE(m_document->text(), "with tf.variable_scope('a', reuse=tf.AUTO_REUSE):\n    pass\n");
    }

    void argumentsAreWrittenByKeysAlone() {
        m_document->setUntitledText("x", "# first\nv = tf.get_variable('v', [1])  # why\n");
        choose("v = tf.get_variable('v', [1])");
        QTest::keyClick(&m_panel->view(), Qt::Key_Return);
        QTreeView& arguments = m_panel->details().view();
        QVERIFY(arguments.hasFocus());
        QTest::keyClick(&arguments, Qt::Key_Return);
        auto* box = arguments.findChild<QComboBox*>();
        QVERIFY(box);
        // Inside of the quotes.
        QTest::keyClicks(box->lineEdit(), "weights");
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(m_document->text(), "# first\nv = tf.get_variable('weights', [1])  # why\n");
        QTest::keyClick(&arguments, Qt::Key_Escape);
        QVERIFY(m_panel->view().hasFocus());
    }

    void whatIsNoExpressionIsNotWritten() {
        m_document->setUntitledText("x", "tf.constant(1)\n");
        choose("tf.constant(1)");
        QSignalSpy refused(m_panel.get(), &BlocksPanel::refused);
        ArgumentsModel& model = m_panel->details().model();
        model.setData(model.index(0, ArgumentsModel::Value), "1, 2");
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(m_document->text(), "tf.constant(1)\n");
    }

    void runsAreLookedAtOneByOne() {
        const QString program = "import tensorflow as tf\nfor name in ['a', 'b']:\n    with tf.variable_scope(name):\n        v = tf.get_variable('v', [1])\n";
        m_document->setUntitledText("x", program);
        m_panel->showSnapshot(builtProgram(program.toStdString(), m_document->revision()).snapshot);
        QSignalSpy scopes(m_panel.get(), &BlocksPanel::scopeChosen);
        QSignalSpy variables(m_panel.get(), &BlocksPanel::variableChosen);
        choose("with tf.variable_scope(name)");
        QCOMPARE(m_panel->details().runText(), "all 2 runs");
        QCoreApplication::processEvents();  // so that it has its place
        QTest::mouseClick(&m_panel->details().nextRun(), Qt::LeftButton);
        QCOMPARE(m_panel->details().runText(), "run 1 of 2");
        m_panel->view().setFocus();
        QTest::keyClick(&m_panel->view(), Qt::Key_PageDown, Qt::AltModifier);
        QCOMPARE(m_panel->details().runText(), "run 2 of 2");
        QCOMPARE(scopes.size(), 2);
        QCOMPARE(scopes.back().front().toString(), "b");
        // What is inside tells of that run alone.
        choose("v = tf.get_variable('v', [1])");
        QVERIFY(m_panel->view().currentIndex().siblingAtColumn(BlocksModel::Facts).data().toString().startsWith("b/v:0 new"));
        choose("with tf.variable_scope(name)");
        QTest::keyClick(&m_panel->view(), Qt::Key_PageDown, Qt::AltModifier);
        QCOMPARE(m_panel->details().runText(), "all 2 runs");
        choose("v = tf.get_variable('v', [1])");
        QTest::keyClick(&m_panel->view(), Qt::Key_PageUp, Qt::AltModifier);
        QCOMPARE(variables.back().front().toString(), "b/v:0");
    }

    void thePaletteIsClickedAndDragged() {
        QAbstractItemModel& palette = *m_panel->palette().model();
        const QModelIndex scope = palette.match(palette.index(0, 0), Qt::DisplayRole, "name_scope").front();
        QTest::mouseClick(m_panel->palette().viewport(), Qt::LeftButton, {}, m_panel->palette().visualRect(scope).center());
        QVERIFY(m_document->text().endsWith("with tf.name_scope('scope'):\n    pass\n"));
        // One goes on with its name.
        auto* line = m_panel->view().findChild<QLineEdit*>();
        QVERIFY(line && line->hasFocus());
        QTest::keyClicks(line, "tower");
        m_panel->view().setFocus();
        QTRY_VERIFY(m_document->text().endsWith("with tf.name_scope('tower'):\n    pass\n"));
        choose("with tf.name_scope('tower')");
        const std::unique_ptr<QMimeData> dragged(palette.mimeData({palette.match(palette.index(0, 0), Qt::DisplayRole, "constant").front()}));
        drop(*dragged, m_panel->view().visualRect(m_panel->view().currentIndex()).center());
        QTRY_VERIFY(m_document->text().endsWith("with tf.name_scope('tower'):\n    c = tf.constant(1.0, name='c')\n"));
        QVERIFY(m_panel->view().findChild<QLineEdit*>()->hasFocus());
        // A name that is there already is not taken again.
        drop(*dragged, m_panel->view().visualRect(m_panel->view().currentIndex()).center());
        QTRY_VERIFY(m_document->text().contains("c2 = tf.constant(1.0, name='c2')\n"));
        m_panel->palette().setCurrentIndex(scope);
        QTest::keyClick(&m_panel->palette(), Qt::Key_Return);
        QTest::keyClick(&m_panel->palette(), Qt::Key_Return);
        QVERIFY(m_document->text().contains("tf.name_scope('scope2')"));
    }

    void whatIsInsertedByKeyIsWrittenAtOnce() {
        QTest::keyClick(&m_panel->view(), Qt::Key_Insert);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu && menu->activeAction());
        QTest::keyClick(menu, Qt::Key_V);
        write("foo");
        QTRY_COMPARE(m_document->text(), "import tensorflow as tf\n\nwith tf.variable_scope('foo'):\n    pass\n");
        QCOMPARE(m_panel->focusWidget(), &m_panel->view());
        QTest::keyClick(&m_panel->view(), Qt::Key_Insert);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_G);
        QTest::keyClicks(line(), "kernel");
        QTest::keyClick(line(), Qt::Key_Tab);
        QCOMPARE(line()->selectedText(), "v");
        QTest::keyClicks(line(), "w");
        QTest::keyClick(line(), Qt::Key_Tab);
        QCOMPARE(line()->selectedText(), "[1]");
        QTest::keyClick(line(), Qt::Key_Backtab);
        QCOMPARE(line()->selectedText(), "w");
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_VERIFY(m_document->text().endsWith("'foo'):\n    kernel = tf.get_variable('w', [1])\n"));
        m_document->textDocument()->undo();
        QVERIFY(m_document->text().endsWith("'foo'):\n    v = tf.get_variable('v', [1])\n"));
    }

    void whatIsWrittenGetsItsImport() {
        m_document->setUntitledText("x", "a = 1\n");
        choose("a = 1");
        QTest::keyClick(&m_panel->view(), Qt::Key_F2);
        write("a = tf.constant(1)");
        QTRY_COMPARE(m_document->text(), "import tensorflow as tf\na = tf.constant(1)\n");
        QCOMPARE(m_panel->view().currentIndex().data().toString(), "a = tf.constant(1)");
    }

    void thePanelsPartWithTheKeyboardIsSeen() {
        m_document->setUntitledText("x", "tf.constant(1)\n");
        choose("tf.constant(1)");
        const QColor with = groundOfCurrent();
        QTest::keyClick(&m_panel->view(), Qt::Key_Return);
        QVERIFY(m_panel->details().view().hasFocus());
        QVERIFY(groundOfCurrent() != with);
    }

    void lettersGoToTheArgumentOfThatName() {
        m_document->setUntitledText("x", "with tf.variable_scope('a'):\n    pass\n");
        choose("with tf.variable_scope('a')");
        QTest::keyClick(&m_panel->view(), Qt::Key_Return);
        QTreeView& view = m_panel->details().view();
        QTest::keyClicks(&view, "reu");
        QCOMPARE(view.currentIndex().siblingAtColumn(ArgumentsModel::Parameter).data().toString(), "reuse");
        QTest::keyClick(&view, Qt::Key_Return);
        auto* box = view.findChild<QComboBox*>();
        QVERIFY(box && box->view()->isVisible());
        choose(*box, "True");
        QTRY_COMPARE(m_document->text(), "with tf.variable_scope('a', reuse=True):\n    pass\n");
    }

    // What its badge says already gives way.
    void theNameOfAScopeIsSeenInLittleRoom() {
        QTreeView& view = m_panel->view();
        view.header()->resizeSection(0, 200);
        QImage rows[2];
        for (const int name : {0, 1}) {
            m_document->setUntitledText("x", QStringLiteral("b()\nwith tf.variable_scope('%1', reuse=%2):\n    pass\n").arg(name).arg(QString(60, u'x')));
            choose("b()");
            rows[name] = view.viewport()->grab(view.visualRect(m_panel->model().index(1, 0))).toImage();
        }
        QVERIFY(rows[0] != rows[1]);
    }

    void codeAndNamesHaveTheRoomThatTheOtherLeaves_data() {
        QTest::addColumn<QString>("line");
        QTest::newRow("code") << QStringLiteral("a = '%1'\n").arg(QString(48, u'x'));
        QTest::newRow("names") << QStringLiteral("o(1), o(1), o(1), o(1)\n");
    }

    void codeAndNamesHaveTheRoomThatTheOtherLeaves() {
        QFETCH(QString, line);
        const QString program = "import tensorflow as tf\no = tf.ones\n" + line;
        m_document->setUntitledText("x", program);
        m_panel->showSnapshot(builtProgram(program.toStdString(), m_document->revision()).snapshot);
        choose("o = tf.ones");
        QTreeView& view = m_panel->view();
        const auto row = [&] { return view.viewport()->grab(view.visualRect(m_panel->model().index(2, 0)).united(view.visualRect(m_panel->model().index(2, 1)))).toImage(); };
        view.header()->resizeSection(0, 300);
        const QImage narrow = row();
        view.header()->resizeSection(0, view.viewport()->width() - 120);
        QCOMPARE(narrow, row());
    }

    void whatIsBeingWrittenStaysWhenTheProgramIsBuilt() {
        const QString program = "import tensorflow as tf\na = tf.constant(1)\n";
        m_document->setUntitledText("x", program);
        choose("a = tf.constant(1)");
        QTest::keyClick(&m_panel->view(), Qt::Key_F2);
        QTest::keyClicks(line(), "b = ");
        m_panel->showSnapshot(builtProgram(program.toStdString(), m_document->revision()).snapshot);
        QCOMPARE(line()->text(), "b = ");
    }

    void tabGoesFromThePaletteToTheBlocksAndOn() {
        m_document->setUntitledText("x", "f(1)\n");
        choose("f(1)");
        QTest::keyClick(&m_panel->view(), Qt::Key_Backtab);
        QCOMPARE(m_panel->focusWidget(), &m_panel->palette());
        QTest::keyClick(&m_panel->palette(), Qt::Key_Escape);
        QCOMPARE(m_panel->focusWidget(), &m_panel->view());
        QTest::keyClick(&m_panel->view(), Qt::Key_Tab);
        QCOMPARE(m_panel->focusWidget(), &m_panel->details().view());
    }

    void enterWritesWhatHasNoArguments() {
        m_document->setUntitledText("x", "a = 1\n");
        choose("a = 1");
        QTest::keyClick(&m_panel->view(), Qt::Key_Return);
        QVERIFY(line());
        write("a = 2");
        QTRY_COMPARE(m_document->text(), "a = 2\n");
    }

    void commentsAreWrittenInSeveralLines() {
        m_document->setUntitledText("x", "with s:\n    # one\n    # two\n    a()\n");
        choose(QString::fromUtf8("one ⏎ two"));
        QTest::keyClick(&m_panel->view(), Qt::Key_F2);
        auto* lines = m_panel->view().findChild<BlockLinesBox*>();
        QVERIFY(lines);
        QCOMPARE(lines->toPlainText(), "one\ntwo");
        QTest::keyClick(lines, Qt::Key_Tab);
        QCOMPARE(lines->toPlainText(), "one\ntwo");
        lines->moveCursor(QTextCursor::End);
        const int height = lines->height();
        for (int i = 0; i < 2; ++i) QTest::keyClick(lines, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(lines->height() > height);
        QTest::keyClicks(lines, "three");
        QTest::keyClick(lines, Qt::Key_Return);
        QTRY_COMPARE(m_document->text(), "with s:\n    # one\n    # two\n    #\n    # three\n    a()\n");
    }

    void aDropThatAnotherEditOvertakesIsNone() {
        m_document->setUntitledText("x", "a()\nb()\nc()\n");
        const std::unique_ptr<QMimeData> dragged(m_panel->model().mimeData({m_panel->model().index(2, 0)}));
        drop(*dragged, m_panel->view().visualRect(m_panel->model().index(0, 0)).topLeft(), Qt::MoveAction);
        m_document->setUntitledText("x", "d()\ne()\nf()\n");
        QCoreApplication::processEvents();
        QCOMPARE(m_document->text(), "d()\ne()\nf()\n");
    }

    void blocksAreDraggedWithTheMouse() {
        m_document->setUntitledText("x", "a()\nwith s:\n    b()\nc()\n");
        choose("c()");
        const std::unique_ptr<QMimeData> dragged(m_panel->model().mimeData({m_panel->view().currentIndex()}));
        choose("b()");
        const QRect rect = m_panel->view().visualRect(m_panel->view().currentIndex());
        drop(*dragged, {rect.center().x(), rect.bottom()}, Qt::MoveAction);
        QTRY_COMPARE(m_document->text(), "a()\nwith s:\n    b()\n    c()\n");
        m_document->textDocument()->undo();
        QCOMPARE(m_document->text(), "a()\nwith s:\n    b()\nc()\n");
    }

    // Folded blocks stay folded while others, and they themselves, are edited.
    void whatIsFoldedStaysFolded() {
        m_document->setUntitledText("x", "a()\nwith s:\n    b()\nc()\n");
        choose("with s");
        m_panel->view().collapse(m_panel->view().currentIndex());
        choose("a()");
        m_panel->duplicateSelected();
        choose("c()");
        m_panel->removeSelected();
        choose("with s");
        QVERIFY(!m_panel->view().isExpanded(m_panel->view().currentIndex()));
        m_panel->wrapSelected("with t");
        choose("with s");
        QVERIFY(m_document->text().contains("    with s:\n        b()\n"));
    }

    void whatIsHiddenIsReadWhenItIsNeeded() {
        m_panel->hide();
        m_document->setUntitledText("x", "a()\nb()\n");
        QCOMPARE(m_panel->model().rowCount(), 0);
        m_panel->showLine(2);
        m_panel->show();
        QCOMPARE(m_panel->model().rowCount(), 2);
        QCOMPARE(m_panel->view().currentIndex().data().toString(), "b()");
    }

    void whatCannotBeSaysWhy() {
        m_document->setUntitledText("x", "if a:\n    b()\nelse:\n    c()\n");
        QSignalSpy refused(m_panel.get(), &BlocksPanel::refused);
        choose("else");
        m_panel->duplicateSelected();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_document->text(), "if a:\n    b()\nelse:\n    c()\n");
    }

    void theTextCursorAndTheCurrentBlockGoTogether() {
        m_document->setUntitledText("x", "a()\nwith s:\n    b()\n");
        QSignalSpy lines(m_panel.get(), &BlocksPanel::lineRequested);
        m_panel->view().clearFocus();
        m_panel->showLine(3);
        QCOMPARE(m_panel->view().currentIndex().data().toString(), "b()");
        QCOMPARE(lines.size(), 0);
        choose("with s");
        QCOMPARE(lines.back().front().toInt(), 2);
    }

private:
    // What a drag ends with: the drag itself runs in a loop of the window system's.
    void drop(const QMimeData& data, const QPoint& place, Qt::DropActions actions = Qt::CopyAction) {
        QWidget* target = m_panel->view().viewport();
        QDragEnterEvent enter(place, actions, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QDragMoveEvent move(place, actions, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &move);
        QVERIFY(move.isAccepted());
        QDropEvent end(QPointF(place), actions, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &end);
    }

    QComboBox* openArgument(const QString& name) {
        QTreeView& view = m_panel->details().view();
        const QModelIndex row = view.model()->match(view.model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
        view.scrollTo(row);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(row.siblingAtColumn(ArgumentsModel::Value)).center());
        const QList<QComboBox*> boxes = view.findChildren<QComboBox*>();
        return boxes.isEmpty() ? nullptr : boxes.back();
    }

    // The colour of the current block's row, behind its text.
    QColor groundOfCurrent() {
        const QRect row = m_panel->view().visualRect(m_panel->view().currentIndex());
        return m_panel->view().viewport()->grab().toImage().pixelColor(row.right() - 1, row.center().y());
    }

    QStringList selectedTexts() const {
        QStringList texts;
        for (const QModelIndex& row : m_panel->view().selectionModel()->selectedRows()) texts += row.data().toString();
        return texts;
    }

    BlockLine* line() { return m_panel->view().findChild<BlockLine*>(); }

    void write(const QString& words) {
        QVERIFY(line());
        QTest::keyClicks(line(), words);
        QTest::keyClick(line(), Qt::Key_Return);
    }

    static QStringList textsOf(const QComboBox& box) {
        QStringList texts;
        for (int i = 0; i < box.count(); ++i) texts += box.itemText(i);
        return texts;
    }

    // As a click on it in the list does.
    static void choose(QComboBox& box, const QString& text) {
        box.setCurrentText(text);
        Q_EMIT box.activated(box.currentIndex());
    }

    void choose(const QString& header) {
        const QModelIndexList found = m_panel->model().match(m_panel->model().index(0, 0), Qt::DisplayRole, header, 1, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        m_panel->view().setCurrentIndex(found.front());
    }

    void click(const QString& header) {
        const QModelIndexList found = m_panel->model().match(m_panel->model().index(0, 0), Qt::DisplayRole, header, 1, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, m_panel->view().visualRect(found.front()).center());
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<BlocksPanel> m_panel;
};

QTEST_MAIN(BlocksPanelTest)
#include "tst_blocks_panel.moc"
