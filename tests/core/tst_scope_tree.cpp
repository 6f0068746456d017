// The hierarchy of names.
#include "core/graph_generators.h"
#include "diagram/scope_tree.h"

#include <QTest>

using namespace namescape;

namespace {

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

// A line per node: indented local name, "*" where it is an operation, number of operations in it.
QString asText(const ScopeTree& tree) {
    QString out;
    for (std::uint32_t i = 1; i < tree.nodeCount(); ++i) {
        const NodeId node{i};
        out += QString(2 * static_cast<int>(tree.depth(node) - 1), ' ') + text(tree.localName(node)) + (tree.operation(node).isValid() ? "* " : " ") +
               QString::number(tree.operationCount(node)) + "\n";
    }
    return out;
}

ScopeTree treeOf(const std::vector<std::string_view>& names) {
    return ScopeTree(std::span(names));
}

}  // namespace

class TestScopeTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsNamesAtSlashes();
    void letsANodeBeOperationAndScope();
    void keepsSiblingsInOrderOfCreation();
    void putsParentsBeforeChildren();
    void findsNodesByFullName_data();
    void findsNodesByFullName();
    void keepsEmptyComponents();
    void knowsWhatContainsWhat();
    void standsAnyNames();
    void standsTenThousandLevels();
    void isEmptyForAnEmptyGraph();
};

void TestScopeTree::splitsNamesAtSlashes() {
    QCOMPARE(asText(treeOf({"a/b/c", "a/b/d", "a/e", "f"})), QString("a 3\n  b 2\n    c* 1\n    d* 1\n  e* 1\nf* 1\n"));
}

void TestScopeTree::letsANodeBeOperationAndScope() {
    const ScopeTree tree = treeOf({"w", "w/Assign", "w/read"});
    QCOMPARE(asText(tree), QString("w* 3\n  Assign* 1\n  read* 1\n"));
    const NodeId w = *tree.find("w");
    QVERIFY(tree.isScope(w));
    QCOMPARE(tree.operation(w).value, 0u);
}

void TestScopeTree::keepsSiblingsInOrderOfCreation() {
    const ScopeTree tree = treeOf({"z/1", "a/1", "z/2", "m"});
    QStringList names;
    for (const NodeId child : tree.children(ScopeTree::kRoot)) names += text(tree.localName(child));
    QCOMPARE(names, QStringList({"z", "a", "m"}));
}

void TestScopeTree::putsParentsBeforeChildren() {
    const auto graph = generators::randomGraph(3, 400);
    const ScopeTree tree(*graph);
    for (std::uint32_t i = 1; i < tree.nodeCount(); ++i) {
        QVERIFY(tree.parent({i}) < NodeId{i});
        QCOMPARE(tree.depth({i}), tree.depth(tree.parent({i})) + 1);
    }
    QCOMPARE(tree.operationCount(ScopeTree::kRoot), static_cast<std::uint32_t>(graph->operationCount()));
}

void TestScopeTree::findsNodesByFullName_data() {
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("found");
    QTest::newRow("scope") << "a/b" << "a/b";
    QTest::newRow("scope-with-slash") << "a/b/" << "a/b";
    QTest::newRow("operation") << "a/b/c" << "a/b/c";
    QTest::newRow("root") << "" << "";
    QTest::newRow("part-of-a-name") << "a/" + QString("bb") << "none";
    QTest::newRow("too-deep") << "a/b/c/d" << "none";
    QTest::newRow("two-slashes") << "a//b" << "none";
}

void TestScopeTree::findsNodesByFullName() {
    QFETCH(QString, asked);
    QFETCH(QString, found);
    const ScopeTree tree = treeOf({"a/b/c", "a/b/d"});
    const auto node = tree.find(asked.toStdString());
    QCOMPARE(node ? text(tree.fullName(*node)) : QString("none"), found);
}

void TestScopeTree::keepsEmptyComponents() {
    const ScopeTree tree = treeOf({"a//w", "a", ""});
    QCOMPARE(asText(tree), QString("a* 2\n   1\n    w* 1\n* 1\n"));
    QCOMPARE(text(tree.fullName(*tree.find("a//w"))), QString("a//w"));
}

void TestScopeTree::knowsWhatContainsWhat() {
    const ScopeTree tree = treeOf({"a/b/c", "a/x"});
    QVERIFY(tree.contains(*tree.find("a"), *tree.find("a/b/c")));
    QVERIFY(tree.contains(*tree.find("a/x"), *tree.find("a/x")));
    QVERIFY(!tree.contains(*tree.find("a/b"), *tree.find("a/x")));
    QVERIFY(tree.contains(ScopeTree::kRoot, *tree.find("a/x")));
}

void TestScopeTree::standsAnyNames() {
    const auto names = generators::hostileNames();
    const std::vector<std::string_view> views(names.begin(), names.end());
    const ScopeTree tree = treeOf(views);
    for (std::uint32_t i = 0; i < views.size(); ++i) QVERIFY(tree.fullName(tree.nodeOf({i})) == views[i]);
}

void TestScopeTree::standsTenThousandLevels() {
    constexpr std::uint32_t kLevels = 10'000;
    const auto graph = generators::deepNesting(kLevels);
    const ScopeTree tree(*graph);
    QCOMPARE(tree.depth(tree.nodeOf({kLevels})), kLevels + 1);
}

void TestScopeTree::isEmptyForAnEmptyGraph() {
    const auto graph = generators::empty();
    const ScopeTree tree(*graph);
    QCOMPARE(tree.nodeCount(), std::size_t{1});
    QVERIFY(tree.children(ScopeTree::kRoot).empty());
    QVERIFY(!tree.find("a"));
}

QTEST_APPLESS_MAIN(TestScopeTree)
#include "tst_scope_tree.moc"
