// What feeds what, as names in order of creation.
#include "core/graph_generators.h"
#include "graph/graph.h"
#include "query/reachability.h"

#include <QTest>

using namespace namescape;

class TestReachability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // a → b → d, a → c → d → e; e after f.
    void init() {
        generators::GraphMaker maker;
        const Tensor a = maker.add("A", "a", {});
        const Tensor b = maker.add("B", "b", {a});
        const Tensor c = maker.add("C", "c", {a});
        const Tensor d = maker.add("D", "d", {b, c});
        const Tensor e = maker.add("E", "e", {d});
        const Operation f = maker.addWithoutOutput("F", "f");
        maker.graph().setControlInputs(e.id().operation, std::vector{f.id()});
        m_graph = maker.take();
    }

    void neighboursAreOneStepAway() {
        QCOMPARE(around("d", Reach::Inputs), QString("b c d"));
        QCOMPARE(around("a", Reach::Users), QString("a b c"));
        QCOMPARE(around("e", Reach::Inputs), QString("d e f"));
        QCOMPARE(around("f", Reach::Users), QString("e f"));
    }

    void ancestorsAndDescendantsAreAllThatIsReached() {
        QCOMPARE(around("e", Reach::Ancestors), QString("a b c d e f"));
        QCOMPARE(around("b", Reach::Descendants), QString("b d e"));
        QCOMPARE(around("a", Reach::Ancestors), QString("a"));
    }

    void aPathIsShortest() {
        QCOMPARE(path("a", "e").size(), 4);
        QCOMPARE(path("a", "e").front(), QString("a"));
        QCOMPARE(path("a", "e").back(), QString("e"));
        QCOMPARE(path("f", "e").join(' '), QString("f e"));
        QVERIFY(path("e", "a").empty());
        QCOMPARE(path("a", "a").join(' '), QString("a"));
    }

    void cyclesEnd() {
        const auto loop = generators::whileLoop();
        const std::vector from{OperationId{0}};
        QVERIFY(reached(*loop, from, Reach::Descendants).size() > 1);
        const auto odd = generators::oddEdges();
        for (const Reach reach : {Reach::Inputs, Reach::Users, Reach::Ancestors, Reach::Descendants}) QVERIFY(!reached(*odd, from, reach).empty());
    }

private:
    OperationId id(const char* name) const { return *m_graph->findOperation(name); }

    QStringList names(const std::vector<OperationId>& operations) const {
        QStringList list;
        for (const OperationId operation : operations) list.append(QString::fromStdString(std::string(m_graph->operationName(operation))));
        return list;
    }

    QString around(const char* name, Reach reach) const { return names(reached(*m_graph, std::vector{id(name)}, reach)).join(' '); }
    QStringList path(const char* from, const char* to) const { return names(pathBetween(*m_graph, std::vector{id(from)}, std::vector{id(to)})); }

    generators::GraphPointer m_graph;
};

QTEST_APPLESS_MAIN(TestReachability)
#include "tst_reachability.moc"
