// Towers are told from other scopes that look alike, and variables have those that compute with them as users.
#include "core/graph_generators.h"
#include "diagram/structure.h"

#include <QStringList>
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

    QString towers() const {
        QStringList groups;
        for (const TowerGroup& group : structure.towers()) {
            QStringList names;
            for (const NodeId scope : group.scopes) names += QString::fromStdString(std::string(tree.fullName(scope)));
            groups += QStringLiteral("%1 share %2").arg(names.join(u' ')).arg(group.variables.size());
        }
        return groups.join(QStringLiteral("; "));
    }

    QString usersOf(std::string_view variable) const {
        QStringList names;
        for (const VariableUse& use : structure.variableUses().usesOf(*graph->findOperation(variable))) names += QString::fromStdString(std::string(graph->operationName(use.user)));
        return names.join(u' ');
    }
};

void addTower(GraphMaker& maker, const std::string& scope, Tensor input, const std::vector<Tensor>& variables) {
    const Tensor product = maker.add("MatMul", scope + "/MatMul/", {input, variables[0]});
    maker.add("Add", scope + "/add/", {product, variables[1]});
}

std::vector<Tensor> twoVariables(GraphMaker& maker, const std::string& scope) {
    return {maker.variable(scope + "w/", {8, 4}), maker.variable(scope + "b/", {4})};
}

}  // namespace

class TowersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalScopesWithTheSameVariablesAreTowers();
    void theyComeInTheOrderOfTheirNumbers();
    void theFirstMayHoldTheVariables();
    void whatOnlyHelpsMakesNoDifference();
    void towersOfGradientsAreTheModelStill();
    void stepsThatFollowOneAnotherAreNone();
    void equalScopesWithVariablesOfTheirOwnAreNone();
    void theyMayHaveVariablesOfTheirOwnBeside();
    void oneVariableMakesNone();
    void usersAreWhatComputesWithAVariable();
    void usersAreFoundThroughReadsAndLoops();
    void graphsWithoutVariablesHaveNeither();
};

void TowersTest::equalScopesWithTheSameVariablesAreTowers() {
    const Described towers(generators::towers(3, 4));
    QCOMPARE(towers.towers(), "tower_0 tower_1 tower_2 share 4");
    QCOMPARE(towers.structure.towersWith(*towers.tree.find("tower_1")), 1u);
    QCOMPARE(towers.structure.towersWith(*towers.tree.find("shared")), 0u);
    QCOMPARE(towers.structure.towersWith(*towers.tree.find("tower_1/layer_0")), 0u);
}

void TowersTest::theyComeInTheOrderOfTheirNumbers() {
    GraphMaker maker;
    const std::vector<Tensor> variables = twoVariables(maker, "");
    const Tensor input = maker.placeholder("x");
    for (const char* name : {"net_10", "net_9", "net"}) addTower(maker, name, input, variables);
    QCOMPARE(Described(maker.take()).towers(), "net net_9 net_10 share 2");
}

void TowersTest::theFirstMayHoldTheVariables() {
    GraphMaker maker;
    const std::vector<Tensor> variables = twoVariables(maker, "net/");
    for (const char* name : {"net", "net_1"}) addTower(maker, name, maker.placeholder(std::string(name) + "_x"), variables);
    QCOMPARE(Described(maker.take()).towers(), "net net_1 share 2");
}

void TowersTest::whatOnlyHelpsMakesNoDifference() {
    GraphMaker maker;
    const std::vector<Tensor> variables = twoVariables(maker, "");
    const Tensor input = maker.placeholder("x");
    for (const char* name : {"a_0", "a_1"}) addTower(maker, name, input, variables);
    maker.add("ScalarSummary", "a_0/summary/", {input});
    maker.add("Neg", "a_0/gradients/Neg/", {variables[0]});
    QCOMPARE(Described(maker.take()).towers(), "a_0 a_1 share 2");
}

void TowersTest::towersOfGradientsAreTheModelStill() {
    GraphMaker maker;
    const std::vector<Tensor> variables = twoVariables(maker, "");
    const Tensor input = maker.placeholder("x");
    for (const std::string name : {"tower_0", "tower_1", "other"}) {
        if (name != "other") addTower(maker, name, input, variables);
        for (const char* gradient : {"/gradients/A/", "/gradients/B/", "/gradients/C/"}) maker.add("Neg", name + gradient, {variables[0]});
    }
    const Described net(maker.take());
    QCOMPARE(net.towers(), "tower_0 tower_1 share 2");
    QCOMPARE(net.structure.roleOf(*net.tree.find("tower_1")), NodeRole::Computation);
    QCOMPARE(net.structure.roleOf(*net.tree.find("other")), NodeRole::Training);
}

void TowersTest::stepsThatFollowOneAnotherAreNone() {
    GraphMaker maker;
    const std::vector<Tensor> variables = twoVariables(maker, "");
    Tensor state = maker.placeholder("x");
    for (const char* name : {"cell", "cell_1", "cell_2"}) {
        addTower(maker, name, state, variables);
        state = maker.graph().operation(*maker.graph().findOperation(std::string(name) + "/add")).output();
    }
    QCOMPARE(Described(maker.take()).towers(), "");
}

void TowersTest::equalScopesWithVariablesOfTheirOwnAreNone() {
    GraphMaker maker;
    const Tensor input = maker.placeholder("x");
    for (const char* name : {"a", "b"}) addTower(maker, name, input, twoVariables(maker, std::string(name) + "/"));
    QCOMPARE(Described(maker.take()).towers(), "");
}

void TowersTest::theyMayHaveVariablesOfTheirOwnBeside() {
    GraphMaker maker;
    const std::vector<Tensor> variables = twoVariables(maker, "");
    const Tensor input = maker.placeholder("x");
    for (const std::string name : {"left", "right"}) {
        addTower(maker, name, input, variables);
        maker.add("Mul", name + "/Mul/", {maker.variable(name + "/scale/", {4}), input});
    }
    QCOMPARE(Described(maker.take()).towers(), "left right share 2");
}

void TowersTest::oneVariableMakesNone() {
    GraphMaker maker;
    const Tensor w = maker.variable("w/", {8, 4});
    const Tensor input = maker.placeholder("x");
    for (const char* name : {"a", "b"}) addTower(maker, name, input, {w, w});
    QCOMPARE(Described(maker.take()).towers(), "");
}

void TowersTest::usersAreWhatComputesWithAVariable() {
    GraphMaker maker;
    const std::vector<Tensor> variables = twoVariables(maker, "");
    addTower(maker, "net", maker.placeholder("x"), variables);
    maker.addWithoutOutput("SaveV2", "save/SaveV2/", variables);
    maker.add("ApplyGradientDescent", "train/update_w/ApplyGradientDescent/", {variables[0]});
    maker.add("Neg", "gradients/Neg/", {variables[0]});
    maker.add("Assign", "set/", {variables[0]});
    const Described net(maker.take());
    QCOMPARE(net.usersOf("w"), "net/MatMul");
    QCOMPARE(net.usersOf("b"), "net/add");
    QCOMPARE(net.usersOf("net/add"), "");
}

void TowersTest::usersAreFoundThroughReadsAndLoops() {
    GraphMaker maker;
    const Tensor handle = maker.add("VarHandleOp", "w/", {}, Shape::scalar());
    const Tensor read = maker.add("ReadVariableOp", "net/ReadVariableOp/", {handle});
    const Tensor entered = maker.add("Enter", "net/while/Enter/", {read});
    maker.add("MatMul", "net/while/MatMul/", {entered, entered});
    maker.add("Identity", "net/seen/", {read});
    const Described net(maker.take());
    QCOMPARE(net.usersOf("w"), "net/while/MatMul net/seen");
}

void TowersTest::graphsWithoutVariablesHaveNeither() {
    const Described net(generators::chain(10));
    QCOMPARE(net.towers(), "");
    QVERIFY(net.structure.variableUses().variables.empty());
    QCOMPARE(Described(generators::empty()).towers(), "");
}

QTEST_APPLESS_MAIN(TowersTest)
#include "tst_towers.moc"
