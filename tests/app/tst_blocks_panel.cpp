#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "blocks/blocks_model.h"
#include "blocks/blocks_panel.h"
#include "document/document.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
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
    void choose(const QString& header) {
        const QModelIndexList found = m_panel->model().match(m_panel->model().index(0, 0), Qt::DisplayRole, header, 1, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        m_panel->view().setCurrentIndex(found.front());
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<BlocksPanel> m_panel;
};

QTEST_MAIN(BlocksPanelTest)
#include "tst_blocks_panel.moc"
