// Equal insides are recognised whatever their names, and what only helps is told from what computes.
#include "core/graph_generators.h"
#include "diagram/structure.h"

#include <QTest>

using namespace namescape;
using generators::GraphMaker;

namespace {

struct Described {
    std::unique_ptr<const Graph> graph;
    ScopeTree tree;
    EdgeIndex index;
    Structure structure;

    explicit Described(std::unique_ptr<const Graph> made) : graph(std::move(made)), tree(*graph), index(*graph, tree), structure(*graph, tree, index) {}

    std::uint32_t idOf(std::string_view name) const { return structure.idOf(*tree.find(name)); }
    NodeRole roleOf(std::string_view name) const { return structure.roleOf(*tree.find(name)); }
};

}  // namespace

class StructureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scopesWithEqualInsidesHaveOneNumber();
    void aScopeLikeNoOtherHasNone();
    void connectionsMakeADifference();
    void namesMakeNone();
    void rolesAreToldByWhatIsInside();
    void emptyGraphsHaveNoStructure();
};

void StructureTest::scopesWithEqualInsidesHaveOneNumber() {
    const Described net(generators::residualNet(5));
    const std::uint32_t id = net.idOf("block_2");
    QVERIFY(id != 0);
    QCOMPARE(net.idOf("block_5"), id);
    QVERIFY(net.idOf("block_1/conv_1") != id);
    QCOMPARE(net.idOf("block_1/conv_1"), net.idOf("block_4/conv_1"));
    QCOMPARE(net.structure.countOf(id), 5u);
}

void StructureTest::aScopeLikeNoOtherHasNone() {
    const Described net(generators::residualNet(5));
    QCOMPARE(net.idOf("logits"), 0u);
    QCOMPARE(net.idOf("images"), 0u);
    QCOMPARE(net.structure.countOf(0), 0u);
}

void StructureTest::connectionsMakeADifference() {
    GraphMaker maker;
    for (const char* name : {"a", "b", "c"}) {
        const Tensor x = maker.add("Relu", std::string(name) + "/x/", {}), y = maker.add("Relu", std::string(name) + "/y/", {});
        maker.add("AddN", std::string(name) + "/sum/", *name == 'c' ? std::vector{x, x} : std::vector{x, y});
    }
    const Described described(maker.take());
    QVERIFY(described.idOf("a") != 0);
    QCOMPARE(described.idOf("a"), described.idOf("b"));
    QCOMPARE(described.idOf("c"), 0u);
}

void StructureTest::namesMakeNone() {
    GraphMaker maker;
    maker.dense("first", maker.placeholder("x"), 10);
    maker.dense("another", maker.placeholder("y"), 20);
    const Described described(maker.take());
    QVERIFY(described.idOf("first") != 0);
    QCOMPARE(described.idOf("first"), described.idOf("another"));
}

void StructureTest::rolesAreToldByWhatIsInside() {
    GraphMaker maker;
    const Tensor x = maker.placeholder("x");
    maker.add("Relu", "layer/Relu/", {x});
    maker.add("RestoreV2", "save/RestoreV2/", {x});
    maker.add("Assign", "save/Assign/", {x});
    maker.add("ScalarSummary", "losses/loss/", {maker.constant("losses/tags/", {0}, {})});
    maker.addWithoutOutput("NoOp", "init");
    maker.variable("global_step/", {});
    const Described described(maker.take());
    QCOMPARE(described.roleOf("layer"), NodeRole::Computation);
    QCOMPARE(described.roleOf("save"), NodeRole::Saving);
    QCOMPARE(described.roleOf("losses"), NodeRole::Summary);
    QCOMPARE(described.roleOf("init"), NodeRole::Grouping);
    QCOMPARE(described.roleOf("global_step"), NodeRole::Step);
    QCOMPARE(described.roleOf(""), NodeRole::Computation);
}

void StructureTest::emptyGraphsHaveNoStructure() {
    const Described described(generators::empty());
    QCOMPARE(described.structure.idOf(ScopeTree::kRoot), 0u);
}

QTEST_APPLESS_MAIN(StructureTest)
#include "tst_structure.moc"
