// What a search text finds, as the full names in order.
#include "core/graph_generators.h"
#include "graph/graph.h"
#include "query/node_search.h"

#include <QTest>

using namespace namescape;

class TestNodeSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        generators::GraphMaker maker;
        const Tensor x = maker.placeholder("x", {-1, 784});
        const Tensor hidden = maker.dense("Net/layer_1", x, 64);
        maker.dense("Net/layer_2", hidden, 10);
        Tensor far = maker.add("MatMul", "far", {hidden}, {-1, 10});
        maker.graph().setDevice(far.id().operation, "/device:GPU:0");
        m_graph = maker.take();
        m_tree = ScopeTree(*m_graph);
    }

    void findsPartsOfNames_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        QTest::newRow("nothing") << "" << "";
        QTest::newRow("blanks") << "   " << "";
        QTest::newRow("a-scope-and-all-in-it") << "layer_1/kernel" << "Net/layer_1/kernel Net/layer_1/kernel/Assign Net/layer_1/kernel/Initializer Net/layer_1/kernel/Initializer/zeros Net/layer_1/kernel/read";
        QTest::newRow("any-case") << "FAR" << "far";
        QTest::newRow("across-a-slash") << "1/kernel/as" << "Net/layer_1/kernel/Assign";
        QTest::newRow("two-terms") << "read _2" << "Net/layer_2/bias/read Net/layer_2/kernel/read";
        QTest::newRow("none") << "nowhere" << "";
        QTest::newRow("type") << "op:matmul" << "Net/layer_1/MatMul Net/layer_2/MatMul far";
        QTest::newRow("type-and-name") << "op:matmul layer" << "Net/layer_1/MatMul Net/layer_2/MatMul";
        QTest::newRow("device") << "device:gpu" << "far";
        QTest::newRow("shape") << "shape:784" << "x Net/layer_1/kernel Net/layer_1/kernel/Assign Net/layer_1/kernel/Initializer/zeros Net/layer_1/kernel/read";
        QTest::newRow("whole-shape") << "shape:(?,10) op:MatMul" << "far Net/layer_2/MatMul";
        QTest::newRow("expression") << "/^net/layer_[12]/kernel$/" << "Net/layer_1/kernel Net/layer_2/kernel";
        QTest::newRow("expression-with-a-blank") << "/a b|^far/" << "far";
        QTest::newRow("a-slash-alone") << "/assign" << "Net/layer_1/bias/Assign Net/layer_1/kernel/Assign Net/layer_2/bias/Assign Net/layer_2/kernel/Assign";
    }

    void findsPartsOfNames() {
        QFETCH(QString, text);
        QFETCH(QString, names);
        const auto search = NodeSearch::fromText(text.toStdString());
        QVERIFY(search);
        QStringList found = namesOf(search->run(*m_graph, m_tree).nodes), expected = names.split(' ', Qt::SkipEmptyParts);
        found.sort();
        expected.sort();
        QCOMPARE(found.join(' '), expected.join(' '));
    }

    void scopesComeBeforeWhatIsInThem() {
        const auto found = NodeSearch::fromText("layer_2")->run(*m_graph, m_tree);
        QCOMPARE(namesOf(found.nodes).front(), QString("Net/layer_2"));
        QVERIFY(std::is_sorted(found.nodes.begin(), found.nodes.end()));
    }

    void whatCannotBeReadIsExplained() {
        QVERIFY(!NodeSearch::fromText("shape:abc"));
        QVERIFY(!NodeSearch::fromText("shape:"));
        QVERIFY(!NodeSearch::fromText("/a(b/"));
    }

    void hardExpressionsAreGivenUp() {
        generators::GraphMaker maker;
        for (int index = 0; index < 2'000; ++index) maker.addWithoutOutput("NoOp", std::string(100, 'a') + "." + std::to_string(index));
        const auto graph = maker.take();
        const auto found = NodeSearch::fromText("/^(a+)+$/")->run(*graph, ScopeTree(*graph));
        QVERIFY(found.wasGivenUp);
        QVERIFY(found.nodes.empty());
    }

    void aStoppedSearchEnds() {
        std::stop_source stop;
        stop.request_stop();
        const auto graph = generators::chain(5'000);
        QVERIFY(NodeSearch::fromText("e")->run(*graph, ScopeTree(*graph), stop.get_token()).nodes.size() < 2'000);
        QVERIFY(NodeSearch::fromText("e e")->run(*graph, ScopeTree(*graph), stop.get_token()).nodes.size() < 2'000);
        QVERIFY(NodeSearch::fromText("/./")->run(*graph, ScopeTree(*graph), stop.get_token()).nodes.empty());
    }

    // Its full names together have billions of characters.
    void manyWordsAreFoundInDeepScopes() {
        std::string name = "a";
        for (int depth = 1; depth < 100'000; ++depth) name += "/a";
        generators::GraphMaker maker;
        maker.addWithoutOutput("NoOp", name);
        const auto graph = maker.take();
        const ScopeTree tree(*graph);
        QCOMPARE(NodeSearch::fromText("a/a /a a")->run(*graph, tree).nodes.size(), std::size_t(99'999));
        QVERIFY(NodeSearch::fromText("a/a b")->run(*graph, tree).nodes.empty());
    }

    void hostileNamesAreSearched() {
        const std::vector<std::string> names = generators::hostileNames();
        const std::vector<std::string_view> views(names.begin(), names.end());
        const ScopeTree tree(views);
        const Graph none;
        QVERIFY(!NodeSearch::fromText("a")->run(none, tree).nodes.empty());
        NodeSearch::fromText("/x+y/")->run(none, tree);
    }

private:
    QStringList namesOf(const std::vector<NodeId>& nodes) const {
        QStringList names;
        for (const NodeId node : nodes) names.append(QString::fromUtf8(m_tree.fullName(node).data(), static_cast<qsizetype>(m_tree.fullName(node).size())));
        return names;
    }

    generators::GraphPointer m_graph;
    ScopeTree m_tree;
};

QTEST_APPLESS_MAIN(TestNodeSearch)
#include "tst_node_search.moc"
