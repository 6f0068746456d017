// Tests rewrite/block_edits: single edits as texts, and many random ones on many programs.
#include "rewrite/block_edits.h"

#include "rewrite/program_blocks.h"
#include "syntax/lexer.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <random>

using namespace namescape;

namespace {

// The block whose header begins with some words.
BlockNumber blockOf(const ProgramBlocks& blocks, std::string_view words) {
    for (BlockNumber number = 0; number < blocks.all().size(); ++number)
        if (blocks.tree().text(blocks[number].header).starts_with(words)) return number;
    qFatal("no such block");
}

using Edit = std::function<Result<TextEdits>(const ProgramBlocks&)>;

// The text after an edit, or why it cannot be made.
std::string after(const std::string& text, const Edit& edit) {
    const SyntaxTree tree = parse(text);
    const ProgramBlocks blocks(tree);
    const auto edits = edit(blocks);
    return edits ? applied(*edits, text) : "refused: " + edits.error();
}

std::vector<BlockNumber> blocksOf(const ProgramBlocks& blocks, std::initializer_list<const char*> words) {
    std::vector<BlockNumber> found;
    for (const char* each : words) found.push_back(blockOf(blocks, each));
    return found;
}

using Words = std::initializer_list<const char*>;

std::string removed(const std::string& text, Words words) {
    return after(text, [=](const ProgramBlocks& blocks) { return removeBlocks(blocks, blocksOf(blocks, words)); });
}
std::string disabled(const std::string& text, Words words) {
    return after(text, [=](const ProgramBlocks& blocks) { return disableBlocks(blocks, blocksOf(blocks, words)); });
}
std::string enabled(const std::string& text, const char* word) {
    return after(text, [=](const ProgramBlocks& blocks) { return enableBlock(blocks, blockOf(blocks, word)); });
}
std::string wrapped(const std::string& text, Words words, const char* header) {
    return after(text, [=](const ProgramBlocks& blocks) { return wrapBlocks(blocks, blocksOf(blocks, words), header); });
}
std::string unwrapped(const std::string& text, const char* word) {
    return after(text, [=](const ProgramBlocks& blocks) { return unwrapBlock(blocks, blockOf(blocks, word)); });
}
// `parent` empty: the module's level.
std::string moved(const std::string& text, Words words, std::string_view parent, std::uint32_t index) {
    return after(text, [=](const ProgramBlocks& blocks) { return moveBlocks(blocks, blocksOf(blocks, words), {parent.empty() ? kNoBlock : blockOf(blocks, parent), index}); });
}
std::string inserted(const std::string& text, std::string_view statements, std::string_view parent, std::uint32_t index) {
    return after(text, [=](const ProgramBlocks& blocks) { return insertStatements(blocks, statements, {parent.empty() ? kNoBlock : blockOf(blocks, parent), index}); });
}
std::string insertedWithImport(const std::string& text, std::string_view statements, std::string_view parent, std::uint32_t index) {
    return after(text, [=](const ProgramBlocks& blocks) { return insertWithImport(blocks, statements, {parent.empty() ? kNoBlock : blockOf(blocks, parent), index}); });
}

// ---- A program as a tree of words, to which edits are made as one would expect them.

struct Node {
    std::string label;
    bool isArm = false;
    std::vector<Node> children;
    bool operator==(const Node&) const = default;
};

// The words of a piece of text, whatever is between them.
std::string wordsOf(std::string_view text) {
    LineState state = 0;
    std::string words;
    for (const Token& token : tokenize(text, state)) {
        if (token.kind == TokenKind::Comment) continue;
        words += std::string(text.substr(token.range.begin, token.range.end - token.range.begin)) + ' ';
    }
    return words;
}

struct Model {
    Node root;
    std::vector<std::string> comments;  // in any order: whose they are may change
};

bool isPass(const Node& node) {
    return node.label == "pass ";
}

Model modelOf(const ProgramBlocks& blocks) {
    Model model;
    const std::function<void(BlockNumber, Node&)> add = [&](BlockNumber parent, Node& node) {
        for (const BlockNumber child : blocks.children(parent)) {
            const ProgramBlock& block = blocks[child];
            if (block.kind == BlockKind::Comment) continue;
            Node made{wordsOf(blocks.tree().text(block.header)), block.kind == BlockKind::Arm, {}};
            add(child, made);
            if (!isPass(made)) node.children.push_back(std::move(made));
        }
    };
    add(kNoBlock, model.root);
    for (const SourceRange& comment : blocks.tree().comments()) model.comments.push_back(std::string(blocks.tree().text(comment)));
    std::sort(model.comments.begin(), model.comments.end());
    return model;
}

QString shown(const Node& node, int depth = 0) {
    QString text = QString(depth * 2, u' ') + QString::fromStdString(node.label) + u'\n';
    for (const Node& child : node.children) text += shown(child, depth + 1);
    return text;
}

// The statements among what is inside of a block, `pass` left out, by their places in the tree.
std::vector<std::size_t> pathOf(const ProgramBlocks& blocks, BlockNumber number) {
    std::vector<std::size_t> path;
    for (; number != kNoBlock; number = blocks[number].parent) {
        std::size_t place = 0;
        for (const BlockNumber sibling : blocks.children(blocks[number].parent)) {
            if (sibling == number) break;
            if (blocks[sibling].kind != BlockKind::Comment && wordsOf(blocks.tree().text(blocks[sibling].header)) != "pass ") ++place;
        }
        path.insert(path.begin(), place);
    }
    return path;
}

Node& parentIn(Node& root, const std::vector<std::size_t>& path) {
    Node* node = &root;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) node = &node->children[path[i]];
    return *node;
}

bool isMovable(const ProgramBlocks& blocks, BlockNumber number) {
    const ProgramBlock& block = blocks[number];
    return block.kind != BlockKind::Comment && block.kind != BlockKind::Arm && block.kind != BlockKind::Error && wordsOf(blocks.tree().text(block.header)) != "pass ";
}

constexpr std::string_view kWantOthers[] = {"return", "break", "continue", "yield", "nonlocal"};

class RandomEdits {
public:
    RandomEdits(std::string text, std::uint32_t seed) : m_text(std::move(text)), m_random(seed) {}

    // Makes an edit and holds the blocks after it against what is expected; what is wrong, or nothing.
    QString step() {
        const SyntaxTree tree = parse(m_text);
        const ProgramBlocks blocks(tree);
        if (tree.hasErrors() || blocks.all().empty()) return {};
        const BlockNumber number = m_random() % static_cast<std::uint32_t>(blocks.all().size());
        if (!isMovable(blocks, number)) return {};
        Model expected = modelOf(blocks);
        const auto edits = edit(blocks, number, expected);
        if (!edits) return {};
        const std::string edited = applied(*edits, m_text);
        const QString wrong = check(edited, expected, *edits);
        m_text = edited;
        m_madeCount += edits->empty() ? 0 : 1;
        return wrong;
    }

    const std::string& text() const { return m_text; }
    int madeCount() const { return m_madeCount; }

private:
    std::optional<TextEdits> edit(const ProgramBlocks& blocks, BlockNumber number, Model& expected) {
        const std::vector<BlockNumber> given{number};
        const auto path = pathOf(blocks, number);
        Node& parent = parentIn(expected.root, path);
        const auto place = parent.children.begin() + static_cast<std::ptrdiff_t>(path.back());
        m_isCommentFree = true;
        switch (m_random() % 6) {
        case 0: {
            m_isCommentFree = false;  // its comments go with it
            parent.children.erase(place);
            return result(removeBlocks(blocks, given));
        }
        case 1: {
            m_isCommentFree = false;
            const Node copy = *place;
            parent.children.insert(place, copy);
            return result(duplicateBlocks(blocks, given));
        }
        case 2: {
            const Node inner = *place;
            *place = {"with tf . name_scope ( 'n' ) ", false, {inner}};
            return result(wrapBlocks(blocks, given, "with tf.name_scope('n')"));
        }
        case 3: {
            if (blocks[number].kind == BlockKind::Function || blocks[number].kind == BlockKind::Class) return std::nullopt;
            const Node inner = *place;
            parent.children.insert(parent.children.erase(place), inner.children.begin(), inner.children.end());
            m_isCommentFree = false;  // one beside the header
            return result(unwrapBlock(blocks, number));
        }
        case 4: return moveElsewhere(blocks, number, expected, path);
        default: {
            const auto edits = disableBlocks(blocks, given);
            if (!edits) return std::nullopt;
            m_isCommentFree = false;
            parent.children.erase(place);
            return *edits;
        }
        }
    }

    std::optional<TextEdits> moveElsewhere(const ProgramBlocks& blocks, BlockNumber number, Model& expected, const std::vector<std::size_t>& path) {
        const BlockNumber target = m_random() % static_cast<std::uint32_t>(blocks.all().size());
        // Before another block, or into it.
        BlockPlace place{target, 0};
        if (!blocks[target].hasBody || m_random() % 2) {
            place.parent = blocks[target].parent;
            const auto siblings = blocks.children(place.parent);
            place.index = static_cast<std::uint32_t>(std::find(siblings.begin(), siblings.end(), target) - siblings.begin());
        }
        if (!isMovable(blocks, target)) return std::nullopt;
        const auto edits = moveBlocks(blocks, std::vector<BlockNumber>{number}, place);
        if (!edits) return std::nullopt;
        // The place is marked, so that it is found when what moves is gone.
        const auto targetPath = pathOf(blocks, target);
        const Node moving = parentIn(expected.root, path).children[path.back()];
        const Node mark{"mark", false, {}};
        parentIn(expected.root, path).children[path.back()].label = "gone";
        Node& around = parentIn(expected.root, targetPath);
        std::vector<Node>& row = place.parent == target ? around.children[targetPath.back()].children : around.children;
        row.insert(row.begin() + (place.parent == target ? 0 : static_cast<std::ptrdiff_t>(targetPath.back())), mark);
        const std::function<void(Node&)> settle = [&](Node& node) {
            std::erase_if(node.children, [](const Node& child) { return child.label == "gone"; });
            for (Node& child : node.children) {
                if (child.label == "mark") child = moving;
                else settle(child);
            }
        };
        settle(expected.root);
        return *edits;
    }

    static std::optional<TextEdits> result(const Result<TextEdits>& edits) { return edits ? std::optional(*edits) : std::nullopt; }

    QString check(const std::string& edited, const Model& expected, const TextEdits& edits) const {
        const SyntaxTree tree = parse(edited);
        const Model found = modelOf(ProgramBlocks(tree));
        if (found.root != expected.root) return QStringLiteral("expected\n%1found\n%2").arg(shown(expected.root), shown(found.root));
        if (m_isCommentFree && found.comments != expected.comments) return QStringLiteral("comments are other ones");
        for (std::size_t i = 1; i < edits.size(); ++i)
            if (edits[i].range.begin < edits[i - 1].range.end) return QStringLiteral("edits overlap");
        // Words that want a function or a loop around them may end up where they must not be; but all can be read.
        const ProgramBlocks blocks(tree);
        const bool isRead = std::none_of(blocks.all().begin(), blocks.all().end(), [&](const ProgramBlock& block) {
            const std::string_view words = tree.text(block.range);
            const bool wantsOthers = std::any_of(std::begin(kWantOthers), std::end(kWantOthers), [&](std::string_view word) { return words.starts_with(word); });
            return block.kind == BlockKind::Error && !wantsOthers;
        });
        return isRead ? QString() : QStringLiteral("no longer Python");
    }

    std::string m_text;
    std::mt19937 m_random;
    bool m_isCommentFree = true;
    int m_madeCount = 0;
};

}  // namespace

class BlockEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removingTakesItsLines();
    void aBodyThatIsEmptiedGetsAPass();
    void statementsOnOneLineGoOneByOne();
    void insertedLinesGetTheIndentationOfThePlace();
    void whatMeansTensorflowBringsItsImport();
    void anImportThatIsThereIsNotRepeated();
    void aLonePassGivesWay();
    void whatIsBesideAHeaderGetsLinesOfItsOwn();
    void whatIsPutBehindTheFirstBodyStaysBeforeTheArms();
    void movingTakesAlongWhatIsInside();
    void stringsOfSeveralLinesStayAsTheyAre();
    void whatIsThereAlreadyStays();
    void whatCannotBeIsRefused();
    void wrappingIndents();
    void unwrappingDedents();
    void disabledCodeIsEnabledByteForByte();
    void whatHasBeenDisabledCanBeEnabled_data();
    void whatHasBeenDisabledCanBeEnabled();
    void lineEndsAreTheProgramsOwn();
    void randomEditsDoWhatOneExpects();
    void brokenProgramsAreEditedWithoutHarm();
};

void BlockEditsTest::removingTakesItsLines() {
    QCOMPARE(removed("a()\n\nb(1,\n  2)  # why\n# c\nd()", {"b"}), "a()\n\n# c\nd()");
    QCOMPARE(removed("a()\nb()", {"b"}), "a()\n");
    QCOMPARE(removed("if x:\n    a()\nelse:\n    b()\nc()\n", {"else"}), "if x:\n    a()\nc()\n");
    QCOMPARE(removed("with a:\n    b()\n    # c\nd()\n", {"with", "b"}), "d()\n");
}

void BlockEditsTest::aBodyThatIsEmptiedGetsAPass() {
    QCOMPARE(removed("with a:\n    # why\n    b()\n    c()\nd()\n", {"b", "c"}), "with a:\n    # why\n    pass\nd()\n");
    QCOMPARE(removed("if a: b(); c()\n", {"b", "c"}), "if a: pass\n");
}

void BlockEditsTest::statementsOnOneLineGoOneByOne() {
    QCOMPARE(removed("a(); b(); c();  # d\n", {"a"}), "b(); c();  # d\n");
    QCOMPARE(removed("a(); b(); c();  # d\n", {"b", "c"}), "a();  # d\n");
    QCOMPARE(removed("a(); b(); c()\n", {"a", "c"}), "b()\n");
    QCOMPARE(removed("a(); b()\nc()\n", {"a", "b"}), "c()\n");
    QCOMPARE(removed("a(); \\\n  b()\n", {"a"}), "b()\n");
    QCOMPARE(removed("if a: \\\n  b()\nc()\n", {"b"}), "if a: \\\n  pass\nc()\n");
}

void BlockEditsTest::insertedLinesGetTheIndentationOfThePlace() {
    const std::string text = "with a:\n  b()\n\nc()\n";
    QCOMPARE(inserted(text, "if x:\n    y()\n", "with", 0), "with a:\n  if x:\n      y()\n  b()\n\nc()\n");
    QCOMPARE(inserted(text, "x()", "with", 1), "with a:\n  b()\n  x()\n\nc()\n");
    QCOMPARE(inserted(text, "x()", "", 1), "with a:\n  b()\n\nx()\nc()\n");
    QCOMPARE(inserted("a()", "x()", "", 1), "a()\nx()");
    QCOMPARE(inserted("", "x()", "", 0), "x()\n");
    QCOMPARE(inserted("a(); b()\n", "x()", "", 1), "a()\nx()\nb()\n");
    // Out of a block, with its indentation or from a word in its first line on.
    QCOMPARE(inserted(text, "\n    # c\n    x(1,\n 2)\n    if y:\n        z()\n", "", 2), "with a:\n  b()\n\nc()\n\n# c\nx(1,\n 2)\nif y:\n    z()\n");
    QCOMPARE(inserted(text, "x()\n    y()\n", "with", 0), "with a:\n  x()\n  y()\n  b()\n\nc()\n");
}

void BlockEditsTest::whatMeansTensorflowBringsItsImport() {
    const std::string import = "import tensorflow as tf\n";
    QCOMPARE(insertedWithImport("", "tf.no_op()\n", "", 0), import + "\ntf.no_op()\n");
    QCOMPARE(insertedWithImport("a()", "tf.no_op()\n", "", 0), import + "tf.no_op()\na()");
    QCOMPARE(insertedWithImport("import os\n\na()\n", "tf.no_op()\n", "", 2), "import os\n" + import + "\na()\ntf.no_op()\n");
    QCOMPARE(insertedWithImport("import os", "tf.no_op()\n", "", 1), "import os\nimport tensorflow as tf\ntf.no_op()");
    QCOMPARE(insertedWithImport("import os\n", "tf.no_op()\n", "", 0), import + "tf.no_op()\nimport os\n");
    QCOMPARE(insertedWithImport("# about\n'''doc'''\nfrom __future__ import division\n# of a\na()\n", "tf.no_op()\n", "", 5),
             "# about\n'''doc'''\nfrom __future__ import division\n" + import + "# of a\na()\ntf.no_op()\n");
    QCOMPARE(insertedWithImport("def f():\r\n    pass\r\n", "tf.no_op()\n", "def", 0), "import tensorflow as tf\r\ndef f():\r\n    tf.no_op()\r\n");
    QCOMPARE(insertedWithImport("def f(tf):\n    pass\n", "tf.no_op()\n", "", 1), import + "def f(tf):\n    pass\ntf.no_op()\n");
}

void BlockEditsTest::anImportThatIsThereIsNotRepeated() {
    for (const std::string text : {"import tensorflow as tf\n", "import tensorflow.compat.v1 as tf\n", "from models import *\n", "tf = module()\n"})
        QCOMPARE(insertedWithImport(text, "tf.no_op()\n", "", 1), text + "tf.no_op()\n");
    QCOMPARE(insertedWithImport("", "import tensorflow as tf\ntf.no_op()\n", "", 0), "import tensorflow as tf\ntf.no_op()\n");
    QCOMPARE(insertedWithImport("", "layer(1.0)\n", "", 0), "layer(1.0)\n");
    QCOMPARE(insertedWithImport("", "def f(tf):\n    return tf\n", "", 0), "def f(tf):\n    return tf\n");
}

void BlockEditsTest::aLonePassGivesWay() {
    QCOMPARE(inserted("with a:\n    # why\n    pass\n", "x()", "with", 0), "with a:\n    # why\n    x()\n");
    QCOMPARE(inserted("with a:\n    pass", "x()", "with", 0), "with a:\n    x()");
    QCOMPARE(inserted("with a:\n    pass  # yet\n", "x()", "with", 1), "with a:\n    pass  # yet\n    x()\n");
    QCOMPARE(inserted("with a:\n    pass\n", "# x()", "with", 1), "with a:\n    pass\n    # x()\n");
}

void BlockEditsTest::whatIsBesideAHeaderGetsLinesOfItsOwn() {
    QCOMPARE(inserted("if a: b(); c()\n", "x()", "if", 0), "if a:\n    x()\n    b(); c()\n");
    QCOMPARE(inserted("if a: b(); c()\n", "x()", "if", 1), "if a:\n    b()\n    x()\n    c()\n");
    QCOMPARE(inserted("if a: b()\nd()\n", "x()", "if", 1), "if a:\n    b()\n    x()\nd()\n");
    QCOMPARE(inserted("if a: b()\n# c\nelse: d()\n", "x()", "if", 1), "if a:\n    b()\n    x()\n# c\nelse: d()\n");
}

void BlockEditsTest::whatIsPutBehindTheFirstBodyStaysBeforeTheArms() {
    const std::string text = "if a:\n    b()\nelif c:\n    d()\n# why\nelse:\n    e()\n";
    QCOMPARE(inserted(text, "x()", "if", 1), "if a:\n    b()\n    x()\nelif c:\n    d()\n# why\nelse:\n    e()\n");
}

void BlockEditsTest::movingTakesAlongWhatIsInside() {
    QCOMPARE(moved("with a:\n    b()\n    # c\nwith d:\n    e()\n", {"with a"}, "with d", 1), "with d:\n    e()\n    with a:\n        b()\n        # c\n");
    QCOMPARE(moved("a()\nb()\nc()", {"a"}, "", 3), "b()\nc()\na()");
    QCOMPARE(moved("a()\nb()\nc()\n", {"a", "c"}, "", 1), "a()\nc()\nb()\n");
    QCOMPARE(moved("with a:\n    b()\nc()\n", {"b"}, "", 2), "with a:\n    pass\nc()\nb()\n");
    QCOMPARE(moved("if a: b(); c()\n", {"c"}, "if", 0), "if a:\n    c()\n    b()\n");
}

void BlockEditsTest::stringsOfSeveralLinesStayAsTheyAre() {
    QCOMPARE(moved("with a:\n    b()\nc('''x\n  y\nz''',\n  1)\n", {"c"}, "with", 0), "with a:\n    c('''x\n  y\nz''',\n      1)\n    b()\n");
    QCOMPARE(unwrapped("with a:\n    c('''x\n    y''')\n", "with"), "c('''x\n    y''')\n");
    QCOMPARE(wrapped("c('x\\\n  y')\nd(f'''{\nx}''')\n", {"c", "d"}, "with a"), "with a:\n    c('x\\\n  y')\n    d(f'''{\nx}''')\n");
}

void BlockEditsTest::whatIsThereAlreadyStays() {
    for (const std::uint32_t index : {1u, 2u}) QCOMPARE(moved("a(); b(); c()\n", {"b"}, "", index), "a(); b(); c()\n");
    QCOMPARE(moved("if a: b()\n", {"b"}, "if", 0), "if a: b()\n");
}

void BlockEditsTest::whatCannotBeIsRefused() {
    QVERIFY(moved("with a:\n    with b:\n        c()\n", {"with a"}, "with b", 0).starts_with("refused"));
    QVERIFY(moved("if a:\n    b()\nelse:\n    c()\nd()\n", {"else"}, "", 0).starts_with("refused"));
    QVERIFY(inserted("a()\n", "x()", "a", 0).starts_with("refused"));
    QVERIFY(wrapped("a()\nb()\nc()\n", {"a", "c"}, "with x").starts_with("refused"));
    QVERIFY(unwrapped("if a:\n    b()\nelse:\n    c()\n", "if").starts_with("refused"));
    QVERIFY(removed("try:\n    a()\nexcept:\n    b()\n", {"except"}).starts_with("refused"));
    QVERIFY(removed("try:\n    a()\nexcept:\n    b()\nelse:\n    c()\nfinally:\n    d()\n", {"except"}).starts_with("refused"));
    QVERIFY(disabled("if a: b()\n", {"b"}).starts_with("refused"));
    QVERIFY(enabled("# words and words\n", "#").starts_with("refused"));
}

void BlockEditsTest::wrappingIndents() {
    QCOMPARE(wrapped("a()\nb(1,\n  2)\n\n# c\nd()\n", {"a", "b"}, "with tf.name_scope('n')"), "with tf.name_scope('n'):\n    a()\n    b(1,\n      2)\n\n# c\nd()\n");
    QCOMPARE(wrapped("if x: a(); b()\n", {"a", "b"}, "with y"), "if x:\n    with y:\n        a(); b()\n");
    QCOMPARE(wrapped("def f():\n\ta()\n", {"a"}, "with y"), "def f():\n\twith y:\n\t\ta()\n");
    QCOMPARE(wrapped("a()\n# b\n# c", {"#"}, "with x"), "a()\nwith x:\n    pass\n    # b\n    # c");
    QCOMPARE(wrapped("if a:\n      # b\n    c()\n", {"#", "c"}, "with x"), "if a:\n    with x:\n          # b\n        c()\n");
    QCOMPARE(wrapped("def f():\n def g():\n \ta()\n", {"a"}, "with y"), "def f():\n def g():\n \twith y:\n \t a()\n");
}

void BlockEditsTest::unwrappingDedents() {
    QCOMPARE(unwrapped("x()\nwith a:  # why\n    # b\n    c(1,\n  2)\n\n    d()\ny()\n", "with"), "x()\n# b\nc(1,\n  2)\n\nd()\ny()\n");
    QCOMPARE(unwrapped("with a: b(); c()\n", "with"), "b(); c()\n");
}

void BlockEditsTest::disabledCodeIsEnabledByteForByte() {
    const std::string text = "x()\n  \nwith a:\n    def f():\n        '''b\n c'''\n\n   \n        return 1\n    d()\n";
    const std::string off = disabled(text, {"def"});
    QCOMPARE(off, "x()\n  \nwith a:\n    # def f():\n    #     '''b\n # c'''\n    #\n   # \n    #     return 1\n    d()\n");
    QCOMPARE(enabled("x()\n# y()\n", "# y"), "x()\ny()\n");
    QCOMPARE(enabled("with a:\n    x()\n#     if b:\n#       y()\nz()\n", "#"), "with a:\n    x()\nif b:\n  y()\nz()\n");
    QCOMPARE(enabled("if a:\n    x()\n# y()\nelse:\n    z()\n", "#"), "if a:\n    x()\n    y()\nelse:\n    z()\n");
    QVERIFY(enabled("if a: x()\n      # y()\n", "#").starts_with("refused"));
    QCOMPARE(disabled("with a:\n    b()\n", {"b"}), "with a:\n    pass\n    # b()\n");
    const std::string plain = "with a:\n    if b:\n        c()\n\n        d()\n    e()\n";
    QCOMPARE(enabled(disabled(plain, {"if"}), "# if"), plain);
}

void BlockEditsTest::whatHasBeenDisabledCanBeEnabled_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("text");
    QTest::newRow("lines-indented-less") << "b(" << "with a:\n    c()\n    b('''x\n  y\n\nz''',\n1)\n";
    QTest::newRow("blanks-alone") << "with b" << "with a:\n    c()\n    with b:\n        d()\n  \n        e()\n";
    QTest::newRow("words-below") << "b(" << "b()\n# words and words\n";
    QTest::newRow("an-empty-comment-above") << "b(" << "#\nb()\n";
    QTest::newRow("words-of-an-outer-block-below") << "b(" << "with a:\n    c()\n    b()\n# words and words\n";
    QTest::newRow("return") << "return" << "def f():\n    c()\n    return b\n";
    QTest::newRow("break") << "break" << "for b in c:\n    d()\n    break\n";
}

void BlockEditsTest::whatHasBeenDisabledCanBeEnabled() {
    QFETCH(QString, word);
    QFETCH(QString, text);
    const std::string off = disabled(text.toStdString(), {word.toStdString().c_str()});
    QVERIFY(off != text.toStdString());
    QCOMPARE(enabled(off, ("# " + word.toStdString()).c_str()), text.toStdString());
}

void BlockEditsTest::lineEndsAreTheProgramsOwn() {
    QCOMPARE(inserted("a()\r\nb()\r\n", "x()\ny()\n", "", 1), "a()\r\nx()\r\ny()\r\nb()\r\n");
    QCOMPARE(wrapped("a()\r\nb()\r\n", {"b"}, "with c"), "a()\r\nwith c:\r\n    b()\r\n");
}

void BlockEditsTest::randomEditsDoWhatOneExpects() {
    int programs = 0, made = 0;
    for (const char* folder : {"/conformance/scopes", "/conformance/fuzz"}) {
        QDirIterator files(QStringLiteral(NAMESCAPE_TESTS_DIR) + QLatin1String(folder), {"*.py"}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            RandomEdits edits(file.readAll().toStdString(), static_cast<std::uint32_t>(++programs));
            for (int i = 0; i < 12; ++i) {
                const std::string before = edits.text();
                const QString wrong = edits.step();
                QVERIFY2(wrong.isEmpty(), qPrintable(file.fileName() + u'\n' + wrong + QString::fromStdString("before\n" + before + "after\n" + edits.text())));
            }
            made += edits.madeCount();
        }
    }
    QVERIFY(programs > 500);
    QVERIFY2(made > 4'000, qPrintable(QString::number(made)));
}

// Cut off anywhere, with a piece taken out: whatever can be done keeps to the text.
void BlockEditsTest::brokenProgramsAreEditedWithoutHarm() {
    QDirIterator files(NAMESCAPE_TESTS_DIR "/conformance/scopes", {"*.py"}, QDir::Files);
    std::mt19937 random(3);
    int made = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::string text = file.readAll().toStdString();
        text.erase(random() % (text.size() + 1), random() % 9);
        text.resize(random() % (text.size() + 1));
        const SyntaxTree tree = parse(text);
        const ProgramBlocks blocks(tree);
        if (blocks.all().empty()) continue;
        const auto any = [&] { return static_cast<BlockNumber>(random() % blocks.all().size()); };
        const std::vector<BlockNumber> given{any(), any()};
        const BlockPlace place{any(), static_cast<std::uint32_t>(random() % 3)};
        for (const auto& edits : {removeBlocks(blocks, given), moveBlocks(blocks, given, place), duplicateBlocks(blocks, given), wrapBlocks(blocks, given, "with a"), unwrapBlock(blocks, given[0]),
                                  disableBlocks(blocks, given), enableBlock(blocks, given[1]), insertStatements(blocks, "x()", place)}) {
            if (!edits) continue;
            for (std::size_t i = 0; i < edits->size(); ++i) {
                QVERIFY((*edits)[i].range.begin <= (*edits)[i].range.end && (*edits)[i].range.end <= text.size());
                QVERIFY2(i == 0 || (*edits)[i - 1].range.end <= (*edits)[i].range.begin, text.c_str());
            }
            made += edits->empty() ? 0 : 1;
        }
    }
    QVERIFY(made > 500);
}

QTEST_APPLESS_MAIN(BlockEditsTest)
#include "tst_block_edits.moc"
