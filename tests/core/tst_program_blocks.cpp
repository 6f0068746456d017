// Tests rewrite/program_blocks: what a program is as blocks.
#include "rewrite/program_blocks.h"

#include <QTest>

using namespace namescape;

namespace {

const char* word(BlockKind kind) {
    constexpr const char* words[] = {"name_scope", "variable_scope", "with",  "get_variable", "Variable", "placeholder", "constant", "operation", "call",      "assert",
                                     "def",        "class",          "for",   "while",        "if",       "try",         "arm",      "import",    "statement", "comment", "error"};
    return words[static_cast<std::size_t>(kind)];
}

// A line for each block: its kind and what one sees of it, indented by depth.
QString listing(const char* text) {
    const SyntaxTree tree = parse(text);
    const ProgramBlocks blocks(tree);
    QStringList lines;
    for (const ProgramBlock& block : blocks.all()) {
        const std::string_view header = tree.text(block.header);
        lines += QString(static_cast<qsizetype>(block.depth) * 2, u' ') + QLatin1String(block.isDisabledCode ? "disabled" : word(block.kind)) + QStringLiteral(": ") +
                 QString::fromUtf8(header.data(), static_cast<qsizetype>(header.size())).simplified();
    }
    return lines.join(u'\n');
}

}  // namespace

class ProgramBlocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void callsAreKnownByWhatIsCalled();
    void armsAreInsideOfTheirStatement();
    void commentsBelongWhereTheyAreIndented();
    void disabledStatementsAreToldFromWords();
    void whatCannotBeReadIsABlockToo();
    void aBlockIsFoundByItsPlace();
};

void ProgramBlocksTest::callsAreKnownByWhatIsCalled() {
    QCOMPARE(listing("import tensorflow as tf\n"
                     "with tf.name_scope('a') as s, tf.device('/cpu:0'):\n"
                     "    x = tf.placeholder(tf.float32)\n"
                     "    with tf.compat.v1.variable_scope('b'):\n"
                     "        return_value = tf.get_variable('v', [1])\n"
                     "        w = tf.Variable(1.0); c = tf.constant(2)\n"
                     "def f(x):\n"
                     "    return tf.nn.relu(x)\n"
                     "f(3)\n"
                     "with open('x') as g: pass\n"
                     "assert x.name == 'x'\n"
                     "y = x + 1\n"),
             "import: import tensorflow as tf\n"
             "name_scope: with tf.name_scope('a') as s, tf.device('/cpu:0')\n"
             "  placeholder: x = tf.placeholder(tf.float32)\n"
             "  variable_scope: with tf.compat.v1.variable_scope('b')\n"
             "    get_variable: return_value = tf.get_variable('v', [1])\n"
             "    Variable: w = tf.Variable(1.0)\n"
             "    constant: c = tf.constant(2)\n"
             "def: def f(x)\n"
             "  operation: return tf.nn.relu(x)\n"
             "call: f(3)\n"
             "with: with open('x') as g\n"
             "  statement: pass\n"
             "assert: assert x.name == 'x'\n"
             "statement: y = x + 1");
}

void ProgramBlocksTest::armsAreInsideOfTheirStatement() {
    QCOMPARE(listing("if a:\n    b()\nelif c:\n    # why\n    d()\nelse: e()\n"
                     "for i in x:\n    pass\nelse:\n    f()\n"
                     "try:\n    g()\nexcept ValueError as error:\n    h()\nfinally:\n    k()\n"),
             "if: if a\n  call: b()\n  arm: elif c\n    comment: # why\n    call: d()\n  arm: else\n    call: e()\n"
             "for: for i in x\n  statement: pass\n  arm: else\n    call: f()\n"
             "try: try\n  call: g()\n  arm: except ValueError as error\n    call: h()\n  arm: finally\n    call: k()");
}

void ProgramBlocksTest::commentsBelongWhereTheyAreIndented() {
    QCOMPARE(listing("# first\n# second\n\n# third\nwith a:\n    b()  # beside\n    # inner\n# outer\nc(1,\n  # in brackets\n  2)\n# last"),
             "comment: # first # second\ncomment: # third\nwith: with a\n  call: b()\n  comment: # inner\ncomment: # outer\ncall: c(1, # in brackets 2)\ncomment: # last");
    QCOMPARE(listing("with f(\n        # in brackets\n        1):\n    # inner\n    a()\n"), "with: with f( # in brackets 1)\n  comment: # inner\n  call: a()");
}

void ProgramBlocksTest::disabledStatementsAreToldFromWords() {
    QCOMPARE(listing("# weights\n# w = f(1)\n# with a:\n#     b()\nx()\n# words\n# (c) 2017\n"),
             "comment: # weights\ndisabled: # w = f(1) # with a: # b()\ncall: x()\ncomment: # words # (c) 2017");
    QCOMPARE(listing("# a()\n# todo: words\n#\n# b()\n#\n"), "disabled: # a()\ncomment: # todo: words #\ndisabled: # b()\ncomment: #");
    QCOMPARE(listing("with a:\n    x()\n    # b()\n# c()\n"), "with: with a\n  call: x()\n  disabled: # b()\ndisabled: # c()");
}

void ProgramBlocksTest::whatCannotBeReadIsABlockToo() {
    QCOMPARE(listing("a = = 1\nwith tf.name_scope('b'):\n    c()\n"), "error: a = = 1\nname_scope: with tf.name_scope('b')\n  call: c()");
    QCOMPARE(listing(""), "");
}

void ProgramBlocksTest::aBlockIsFoundByItsPlace() {
    const std::string text = "with a:\n    b()\n    # c\nd()\n";
    const SyntaxTree tree = parse(text);
    const ProgramBlocks blocks(tree);
    QCOMPARE(blocks.blockAt(1), 0u);
    QCOMPARE(blocks.blockAt(static_cast<std::uint32_t>(text.find('b'))), 1u);
    QCOMPARE(blocks.blockAt(static_cast<std::uint32_t>(text.find('c'))), 2u);
    QCOMPARE(blocks.blockAt(static_cast<std::uint32_t>(text.find('d'))), 3u);
    QCOMPARE(blocks.blockAt(static_cast<std::uint32_t>(text.size())), kNoBlock);
    QCOMPARE(blocks.children(0), (std::vector<BlockNumber>{1, 2}));
    QCOMPARE(blocks.children(kNoBlock), (std::vector<BlockNumber>{0, 3}));
}

QTEST_APPLESS_MAIN(ProgramBlocksTest)
#include "tst_program_blocks.moc"
