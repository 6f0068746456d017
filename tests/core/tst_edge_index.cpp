// Connections, grouped by the scope around both ends.
#include "core/graph_generators.h"
#include "diagram/edge_index.h"
#include "graph/graph.h"
#include "graph/graph_scopes.h"

#include <QTest>

using namespace namescape;

namespace {

std::string nameOf(const ScopeTree& tree, NodeId node) {
    return node == ScopeTree::kRoot ? "/" : std::string(tree.fullName(node));
}

// A line per bundle, under its scope.
QString toText(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index) {
    std::string text;
    for (std::uint32_t scope = 0; scope < tree.nodeCount(); ++scope) {
        for (const EdgeBundle& bundle : index.bundles({scope})) {
            text += nameOf(tree, {scope}) + ": " + nameOf(tree, bundle.source) + (bundle.kind == EdgeKind::Data ? " -> " : " ^> ") + nameOf(tree, bundle.target);
            text += " | " + std::to_string(bundle.count) + " slots, " + std::to_string(bundle.tensorCount) + " tensors:";
            for (const InputSlot slot : index.slots(bundle)) text += " " + std::string(graph.operationName(slot.user)) + "[" + std::to_string(slot.slot) + "]";
            text += '\n';
        }
    }
    return QString::fromStdString(text);
}

}  // namespace

class TestEdgeIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyForAnEmptyGraph() {
        const Graph graph;
        QCOMPARE(toText(graph, ScopeTree(graph), EdgeIndex(graph, ScopeTree(graph))), QString());
        QVERIFY(EdgeIndex().bundles(ScopeTree::kRoot).empty());
    }

    void putsAnEdgeWhereItsEndsPart() {
        Graph graph;
        const auto add = [&](std::string_view type, std::string_view name, std::vector<TensorId> inputs, std::uint32_t outputs = 1) {
            const std::vector<OutputSpec> specs(outputs, OutputSpec{DataType::Float32, graph.intern(Shape{})});
            return graph.addOperation({type, name, inputs, specs});
        };
        const Operation x = add("Placeholder", "x", {});
        const Operation w = add("VariableV2", "net/w", {});
        const Operation read = add("Identity", "net/w/read", {{w.id(), 0}});
        const Operation split = add("Split", "net/split", {{x.id(), 0}}, 2);
        const Operation sum = add("AddN", "net/sum", {{split.id(), 0}, {split.id(), 1}, {split.id(), 1}, {read.id(), 0}});
        const Operation out = add("Identity", "out", {{sum.id(), 0}});
        graph.setControlInputs(out.id(), std::vector<OperationId>{x.id(), split.id()});
        const ScopeTree tree(graph);
        QCOMPARE(toText(graph, tree, EdgeIndex(graph, tree)), QString("/: x -> net | 1 slots, 1 tensors: net/split[0]\n"
                                                                     "/: x ^> out | 1 slots, 0 tensors: out[1]\n"
                                                                     "/: net -> out | 1 slots, 1 tensors: out[0]\n"
                                                                     "/: net ^> out | 1 slots, 0 tensors: out[2]\n"
                                                                     "net: net/w -> net/sum | 1 slots, 1 tensors: net/sum[3]\n"
                                                                     "net: net/split -> net/sum | 3 slots, 2 tensors: net/sum[0] net/sum[1] net/sum[2]\n"
                                                                     "net/w: net/w -> net/w/read | 1 slots, 1 tensors: net/w/read[0]\n"));
    }

    void holdsEveryConnectionOnce() {
        const auto graph = generators::towers(4, 3);
        const ScopeTree tree(*graph);
        const EdgeIndex index(*graph, tree);
        std::size_t wanted = 0, held = 0;
        for (std::uint32_t i = 0; i < graph->operationCount(); ++i) wanted += graph->inputs({i}).size() + graph->controlInputs({i}).size();
        for (std::uint32_t scope = 0; scope < tree.nodeCount(); ++scope) {
            for (const EdgeBundle& bundle : index.bundles({scope})) {
                held += bundle.count;
                for (const InputSlot slot : index.slots(bundle)) {
                    QVERIFY(tree.contains(bundle.source, tree.nodeOf(sourceOf(*graph, slot).operation)));
                    QVERIFY(tree.contains(bundle.target, tree.nodeOf(slot.user)));
                }
            }
        }
        QCOMPARE(held, wanted);
    }
};

QTEST_APPLESS_MAIN(TestEdgeIndex)
#include "tst_edge_index.moc"
