#include "app/built_program.h"
#include "app/model_text.h"
#include "app/widget_test.h"
#include "blocks/blocks_model.h"

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace namescape;
using namespace namescape::test;

class BlocksModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_model = std::make_unique<BlocksModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void blocksSayWhatTheyComeTo() {
        show("import tensorflow as tf\nwith tf.variable_scope('s', reuse=tf.AUTO_REUSE):\n    for i in range(2):\n        v = tf.get_variable('v', [1])\n"
             "    w = tf.get_variable('v', [1])\nx = tf.constant(1)\nif False:\n    y = tf.constant(2)\n# words\n");
        QCOMPARE(modelText(*m_model), QString("import tensorflow as tf | \n"
                                              "with tf.variable_scope('s', reuse=tf.AUTO_REUSE) | s  reuse=AUTO_REUSE (given here)\n"
                                              "  for i in range(2) | 2 times\n"
                                              "    v = tf.get_variable('v', [1]) | 2 times: s/v:0 new, shared with line 5  reuse=AUTO_REUSE (from line 2), "
                                              "s/v:0 shared with line 5  reuse=AUTO_REUSE (from line 2)\n"
                                              "  w = tf.get_variable('v', [1]) | s/v:0 shared with line 4  reuse=AUTO_REUSE (from line 2)\n"
                                              "x = tf.constant(1) | Const\n"
                                              "if False | \n"
                                              "  y = tf.constant(2) | has not run\n"
                                              "words | \n"));
    }

    void whatABlockIsForComesFirst() {
        show("import tensorflow as tf\nx = tf.constant(1.0, name='x')\ny = x + 2.0\n");
        QCOMPARE(m_model->index(2, BlocksModel::Facts).data().toString(), "2 operations: add, add/y");
    }

    void armsSayWhichTheyAre() {
        m_model->setText("try:\n    a()\nexcept (E):\n    b()\nelse:\n    c()\n", 1);
        const QModelIndex whole = m_model->index(0, 0);
        QStringList badges;
        for (int row = 0; row < m_model->rowCount(whole); ++row) badges += m_model->index(row, 0, whole).data(BlocksModel::BadgeRole).toString();
        QCOMPARE(badges, (QStringList{"call", "except", "else"}));
    }

    void whatFailedSaysWhy() {
        show("import tensorflow as tf\nwith tf.name_scope('s'):\n    x = tf.constant('a') + 1\n");
        const QModelIndex failed = m_model->index(0, BlocksModel::Facts, m_model->index(1, 0));
        QVERIFY2(failed.data().toString().contains("Error"), qPrintable(failed.data().toString()));
        QVERIFY(failed.data(BlocksModel::ErrorRole).toBool());
        QVERIFY(!m_model->index(1, BlocksModel::Facts).data(BlocksModel::ErrorRole).toBool());
    }

    void whatWasTrueStaysUntilMoreIsKnown() {
        show("import tensorflow as tf\nx = tf.constant(1)\n");
        QCOMPARE(m_model->index(1, BlocksModel::Facts).data().toString(), "Const");
        m_model->setText("import tensorflow as tf\nx = tf.constant(2)\n", 2);
        QCOMPARE(modelText(*m_model), QString("import tensorflow as tf | \nx = tf.constant(2) | Const\n"));
    }

    void aBuildOfAnotherTextSaysNothing() {
        m_model->setText("import tensorflow as tf\n\nx = tf.constant(2)\n", 7);
        m_model->setSnapshot(builtProgram("import tensorflow as tf\nx = tf.constant(1)\n").snapshot);
        QCOMPARE(modelText(*m_model), QString("import tensorflow as tf | \nx = tf.constant(2) | \n"));
    }

    void whatIsTheSameStaysTheSameItem() {
        m_model->setText("a()\nwith b:\n    c()\n    d()\n", 1);
        const QPersistentModelIndex block = m_model->index(1, 0), inner = m_model->index(1, 0, block);
        m_model->setText("a()\nx()\nwith b:\n    new()\n    c()\n    d()\n", 2);
        QCOMPARE(block.row(), 2);
        QCOMPARE(inner.row(), 2);
        QCOMPARE(inner.data().toString(), "d()");
        m_model->setText("a()\nx()\nwith b2:\n    new()\n    c()\n    d()\n", 3);
        QCOMPARE(block.data().toString(), "with b2");
        QCOMPARE(m_model->blockOf(inner), 5u);
        QCOMPARE(m_model->indexOf(5u), QModelIndex(inner));
    }

    void writingInABlockAsksForAnEdit() {
        m_model->setText("with tf.name_scope('a'):\n    b(1,\n      2)\n# c\n", 1);
        QSignalSpy edits(m_model.get(), &BlocksModel::editRequested);
        QVERIFY(m_model->setData(m_model->index(0, 0), "with tf.name_scope('x')"));
        QCOMPARE(edits.takeFirst().front().value<TextEdit>(), (TextEdit{{0, 23}, "with tf.name_scope('x')"}));
        QVERIFY(m_model->setData(m_model->index(1, 0), "d"));
        QCOMPARE(edits.takeFirst().front().value<TextEdit>().replacement, "# d");
        QVERIFY(!m_model->setData(m_model->index(0, 0), "with tf.name_scope('a')"));
        QVERIFY(!m_model->setData(m_model->index(0, 0), " "));
        QCOMPARE(edits.size(), 0);
        const QModelIndex several = m_model->index(0, 0, m_model->index(0, 0));
        QCOMPARE(several.data(Qt::EditRole).toString(), "b(1,\n  2)");
        QVERIFY(m_model->setData(several, "d(\n  3)"));
        QCOMPARE(edits.takeFirst().front().value<TextEdit>().replacement, "d(\n      3)");
    }

    void draggedBlocksMoveHereAndAreTextElsewhere() {
        m_model->setText("a()\nwith b:\n    c()\n", 1);
        const std::unique_ptr<QMimeData> dragged(m_model->mimeData({m_model->index(0, 0), m_model->index(0, 1)}));
        QCOMPARE(dragged->text(), "a()\n");
        QSignalSpy moves(m_model.get(), &BlocksModel::moveRequested), insertions(m_model.get(), &BlocksModel::insertionRequested);
        QVERIFY(!m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, m_model->index(1, 0)));
        QCOMPARE(moves.size(), 1);
        QCOMPARE(moves.front()[0].value<std::vector<BlockNumber>>(), std::vector<BlockNumber>{0});
        QCOMPARE(moves.front()[1].value<BlockPlace>(), (BlockPlace{1, 1}));
        m_model->setText("a()\nwith b:\n    c()\n\n", 2);  // numbers may mean something else now
        m_model->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {});
        QCOMPARE(moves.size(), 1);
        QCOMPARE(insertions.size(), 1);
        QCOMPARE(insertions.front()[1].value<BlockPlace>(), (BlockPlace{kNoBlock, 0}));
    }

    void anyTextAfterAnyOtherKeepsTheModelWhole() {
        std::mt19937 random(5);
        QDirIterator files(NAMESCAPE_TESTS_DIR "/conformance/scopes", {"*.py"}, QDir::Files);
        std::uint64_t revision = 0;
        for (int count = 0; files.hasNext() && count < 80; ++count) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QString text = QString::fromUtf8(file.readAll());
            for (int i = 0; i < 5; ++i) {
                m_model->setText(text, ++revision);
                text.remove(static_cast<qsizetype>(random() % static_cast<std::uint32_t>(text.size() + 1)), 1 + static_cast<qsizetype>(random() % 30));
            }
        }
        m_model->setText({}, ++revision);
        QCOMPARE(m_model->rowCount(), 0);
    }

private:
    void show(const char* text) {
        const Build build = builtProgram(text);
        m_model->setText(QString::fromUtf8(text), build.snapshot->revision);
        m_model->setSnapshot(build.snapshot);
    }

    std::unique_ptr<BlocksModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(BlocksModelTest)
#include "tst_blocks_model.moc"
