#include "blocks/block_writing.h"

#include <QTest>

using namespace namescape;

class BlockWritingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenComesBack_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("words");
        QTest::newRow("line") << "with s:\n    a(1)\n" << "a(1)";
        QTest::newRow("lines") << "with s:\n    a(1,\n      2)\n" << "a(1,\n  2)";
        QTest::newRow("windows-lines") << "with s:\r\n    a(1,\r\n      2)\r\n" << "a(1,\n  2)";
        QTest::newRow("text-of-lines") << "with s:\n    a = '''\n    b'''\n" << "a = '''\n    b'''";
        QTest::newRow("comment") << "with s:\n    # one\n    #\n    #   two\n    pass\n" << "one\n\n  two";
        QTest::newRow("disabled") << "with s:\n    # with t:\n    #     a()\n    pass\n" << "with t:\n    a()";
    }

    void whatIsWrittenComesBack() {
        QFETCH(QString, program);
        QFETCH(QString, words);
        const SyntaxTree tree = parse(program.toStdString());
        const ProgramBlocks blocks(tree);
        const ProgramBlock& block = blocks[1];
        QCOMPARE(wordsOf(blocks, block), words);
        QCOMPARE(QString::fromStdString(headerWith(blocks, block, words)), QString::fromUtf8(tree.text(block.header)));
    }

    void whatEndsWithAColonGetsABody_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("written");
        QTest::newRow("loop") << "while a:" << "while a:\n    pass";
        QTest::newRow("try") << "try:" << "try:\n    pass\n  except Exception:\n    pass";
        QTest::newRow("statement") << "a = 1" << "a = 1";
    }

    void whatEndsWithAColonGetsABody() {
        QFETCH(QString, words);
        QFETCH(QString, written);
        const SyntaxTree tree = parse("if a:\n  pass\n");
        const ProgramBlocks blocks(tree);
        QCOMPARE(QString::fromStdString(headerWith(blocks, blocks[1], words)), written);
        QCOMPARE(QString::fromStdString(headerWith(blocks, blocks[0], "if b:")), "if b");
    }

    void newLinesGetTheirMarksAndIndentation() {
        const SyntaxTree tree = parse("with s:\n    # one\n    pass\n");
        const ProgramBlocks blocks(tree);
        QCOMPARE(QString::fromStdString(headerWith(blocks, blocks[1], "one\n\ntwo\n")), "# one\n    #\n    # two");
    }
};

QTEST_MAIN(BlockWritingTest)
#include "tst_block_writing.moc"
