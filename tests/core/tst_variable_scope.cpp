#include "scope/variable_scope.h"

#include <QTest>

using namespace namescape;

namespace {

std::string storedName(Graph& graph, std::string_view name) {
    return getVariable(graph, name, {1})->name();
}

std::string messageOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const TensorFlowError& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

class VariableScopeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openingTwiceKeepsThePrefixButNotTheNameScope() {
        Graph graph;
        {
            const VariableScopeBlock foo(graph, "foo");
            QCOMPARE(storedName(graph, "v"), "foo/v:0");
            QCOMPARE(graph.nameScope(), "foo");
        }
        const VariableScopeBlock again(graph, "foo");
        QCOMPARE(storedName(graph, "w"), "foo/w:0");
        QCOMPARE(graph.nameScope(), "foo_1");
    }
    void reuseIsInheritedAndGivenBack() {
        Graph graph;
        const VariableScopeBlock root(graph, "root");
        {
            const VariableScopeBlock foo(graph, "foo", Reuse::True);
            const VariableScopeBlock bar(graph, "bar", Reuse::False);
            QCOMPARE(bar.scope().reuse.value, Reuse::True);
            QCOMPARE(bar.scope().reuse.source, ReuseSetting::Source::Inherited);
        }
        QCOMPARE(currentVariableScope(graph)->reuse.value, Reuse::False);
    }
    void jumpingTakesTheObjectsNameAndReuse() {
        Graph graph;
        VariableScopePointer ab;
        {
            const VariableScopeBlock a(graph, "a");
            const VariableScopeBlock b(graph, "b");
            ab = b.pointer();
        }
        const VariableScopeBlock x(graph, "x", Reuse::True);
        const VariableScopeBlock jumped(graph, ab);
        QCOMPARE(jumped.scope().name, "a/b");
        QCOMPARE(jumped.scope().reuse.value, Reuse::False);
        QCOMPARE(jumped.scope().originalNameScope, "a/b/");
        QCOMPARE(graph.nameScope(), "x/b");
    }
    void askingAgainWithoutReuseFails() {
        Graph graph;
        getVariable(graph, "v", {1});
        QVERIFY(messageOf([&] { getVariable(graph, "v", {1}); }).starts_with("Variable v already exists, disallowed."));
    }
    void reusingWhatIsNotThereFails() {
        Graph graph;
        const VariableScopeBlock scope(graph, "s", Reuse::True);
        QCOMPARE(messageOf([&] { getVariable(graph, "v", {1}); }),
                 "Variable s/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?");
    }
    void reuseChecksTheShape() {
        Graph graph;
        getVariable(graph, "v", {6});
        const VariableScopeBlock scope(graph, currentVariableScope(graph), Reuse::True);
        QCOMPARE(messageOf([&] { getVariable(graph, "v", {2, 3}); }), "Trying to share variable v, but specified shape (2, 3) and found shape (6,).");
    }
    void autoReuseMakesThenShares() {
        Graph graph;
        const VariableScopeBlock scope(graph, "s", Reuse::Auto);
        const auto made = getVariable(graph, "v", {1});
        QVERIFY(made == getVariable(graph, "v", {1}));
    }
    void defaultNamesCountVariableScopesOnly() {
        Graph graph;
        const auto opened = [&] {
            VariableScopeContext context(graph, {{}, "dense", {}, {}, true, 0});
            const std::string name = context.enter()->name;
            context.exit();
            return name;
        };
        { const NameScope taken(graph, "dense"); }
        QCOMPARE(opened(), "dense");
        QCOMPARE(opened(), "dense_1");
    }
    void leavingOutOfOrderIsAnError() {
        Graph graph;
        VariableScopeContext a(graph, {"a", {}, {}, {}, true, 0});
        VariableScopeContext b(graph, {"b", {}, {}, {}, true, 0});
        a.enter();
        b.enter();
        QCOMPARE(messageOf([&] { a.exit(); }), "Improper nesting of variable_scope.");
    }
    void partsOfAVariableAreNamedInOrder() {
        Graph graph;
        ScopeSettings settings;
        settings.partitioner = fixedSizePartitioner(3);
        const VariableScopeBlock scope(graph, "s", {}, settings);
        GetVariableRequest request;
        request.name = "v";
        request.shape = Shape{7};
        const auto made = std::dynamic_pointer_cast<PartitionedVariable>(getVariable(graph, request));
        QVERIFY(made);
        QCOMPARE(made->parts.size(), std::size_t(3));
        QCOMPARE(made->parts[2]->name(), "s/v/part_2:0");
        QCOMPARE(made->parts[0]->shape().text(), "(3,)");
        QCOMPARE(made->parts[2]->shape().text(), "(2,)");
    }
    void observersHearOfEachAnswer() {
        Graph graph;
        QStringList heard;
        setVariableObserver(graph, [&](const VariableAnswer& answer) { heard << QString::fromStdString(answer.storeKey) + (answer.wasCreated ? " made" : " found"); });
        const VariableScopeBlock scope(graph, "s", Reuse::Auto);
        getVariable(graph, "v", {1});
        getVariable(graph, "v", {1});
        QCOMPARE(heard, QStringList({"s/v made", "s/v found"}));
    }
};

QTEST_GUILESS_MAIN(VariableScopeTest)
#include "tst_variable_scope.moc"
