#include "app/built_program.h"
#include "live/selection.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace namescape;
using namespace namescape::test;

namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool has(const std::vector<SourceRange>& places, SourceRange part) {
    return std::any_of(places.begin(), places.end(), [=](SourceRange place) { return place.begin < part.end && part.begin < place.end; });
}

}  // namespace

class SelectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_text = sharingProgram;
        m_selection = std::make_unique<Selection>();
        const auto snapshot = builtProgram(m_text).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
    }

    void aVariableBringsEveryLineThatAskedForIt() {
        m_selection->selectVariable("net/w:0");
        const Selected& selected = m_selection->current();
        QCOMPARE(selected.kind, SelectionKind::Variable);
        QVERIFY(has(selected.operations, "net/w"));
        QVERIFY(has(selected.places, rangeOf(m_text, "get_variable")));
        QVERIFY(has(selected.places, rangeOf(m_text, "layer(x)", 1)));
        QVERIFY(has(selected.places, rangeOf(m_text, "layer(a)")));
    }

    void aLineBelongsToTheBlockThatItIsWrittenIn() {
        const std::string text = "import tensorflow as tf\nwith tf.name_scope('a'):\n    x = tf.constant(1)\n    with tf.name_scope('b'):\n        y = tf.constant(2)\n    z = tf.constant(3)\n";
        const auto snapshot = builtProgram(text).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        const auto blockAtLine = [&](const std::string& words) {
            const auto at = static_cast<std::uint32_t>(text.find(words));
            const auto begin = static_cast<std::uint32_t>(text.rfind('\n', at) + 1), end = static_cast<std::uint32_t>(text.find('\n', at));
            m_selection->selectPlace({begin, end}, {begin, end});
            return m_selection->current().blocks;
        };
        QCOMPARE(blockAtLine("x ="), std::vector<std::uint32_t>{0});
        QCOMPARE(blockAtLine("y ="), std::vector<std::uint32_t>{1});
        QCOMPARE(blockAtLine("z ="), std::vector<std::uint32_t>{0});
        QCOMPARE(blockAtLine("scope('b')"), std::vector<std::uint32_t>{1});
        QVERIFY(blockAtLine("import").empty());
    }

    void aVariablesBoxBringsTheSameAsItsRow() {
        m_selection->selectVariable("net/w:0");
        const Selected row = m_selection->current();
        m_selection->selectNode("net/w");
        QCOMPARE(m_selection->current().places, row.places);
        QCOMPARE(m_selection->current().blocks, (std::vector<std::uint32_t>{0, 1}));
        QCOMPARE(row.blocks, (std::vector<std::uint32_t>{0, 1}));
    }

    void anOperationBringsItsLineItsCallAndItsBlock() {
        m_selection->selectNode("net_1/MatMul");
        const Selected& selected = m_selection->current();
        QCOMPARE(selected.kind, SelectionKind::Node);
        QVERIFY(has(selected.places, rangeOf(m_text, "tf.matmul(x, w)")));
        QVERIFY(has(selected.places, rangeOf(m_text, "layer(a)")));
        QVERIFY(!has(selected.places, rangeOf(m_text, "layer(x)", 1)));
    }

    void aScopeBringsItsBlockAndItsVariables() {
        m_selection->selectNode("net");
        const Selected& selected = m_selection->current();
        QVERIFY(has(selected.scopes, "net"));
        QVERIFY(has(selected.variables, "net/w:0"));
        QCOMPARE(selected.blocks, std::vector<std::uint32_t>{0});
        QVERIFY(has(selected.places, rangeOf(m_text, "tf.variable_scope(\"net\")")));
    }

    void aBlockBringsTheScopesThatItOpens() {
        m_selection->selectBlock(1);
        QCOMPARE(m_selection->current().scopes, std::vector<std::string>{"net_1"});
        QVERIFY(has(m_selection->current().places, rangeOf(m_text, "reuse=True")));
    }

    void aLineBringsWhatIsMadeInIt() {
        const SourceRange line = rangeOf(m_text, "x = tf.placeholder(tf.float32, [None, 2], name=\"x\")");
        m_selection->selectPlace(line, line);
        QCOMPARE(m_selection->current().operations, std::vector<std::string>{"x"});
    }

    void aLineOfAFunctionBringsWhatEachOfItsCallsMade() {
        const SourceRange line = rangeOf(m_text, "return tf.matmul(x, w)");
        m_selection->selectPlace(line, line);
        QCOMPARE(m_selection->current().operations, (std::vector<std::string>{"net/MatMul", "net_1/MatMul"}));
    }

    void aWithLineBringsItsScope() {
        const SourceRange line = rangeOf(m_text, "with tf.variable_scope(\"net\"):");
        m_selection->selectPlace(line, line);
        QCOMPARE(m_selection->current().scopes, std::vector<std::string>{"net"});
        QCOMPARE(m_selection->current().blocks, std::vector<std::uint32_t>{0});
    }

    void aNodeStaysSelectedByItsNameInTheNextSnapshot() {
        m_selection->selectNode("net/w");
        const std::string longer = "# one more line\n" + m_text;
        const auto snapshot = builtProgram(longer, 2).snapshot;
        QSignalSpy changed(m_selection.get(), &Selection::changed);
        m_selection->setSnapshots(snapshot, snapshot);
        QCOMPARE(m_selection->current().name, std::string("net/w"));
        QVERIFY(has(m_selection->current().places, rangeOf(longer, "get_variable")));
        QCOMPARE(changed.count(), 1);
    }

    void aNodeThatIsGoneIsNoLongerSelected() {
        m_selection->selectNode("x");
        const auto snapshot = builtProgram("import tensorflow as tf\n", 2).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        QCOMPARE(m_selection->current(), Selected());
    }

    void aProblemBringsItsPlace() {
        const std::string text = m_text + "nothing_of_that_name\n";
        const auto snapshot = builtProgram(text, 2).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        QVERIFY(!snapshot->diagnostics.empty());
        m_selection->selectProblem(0);
        QCOMPARE(m_selection->current().kind, SelectionKind::Problem);
        QVERIFY(has({m_selection->current().problemRange}, rangeOf(text, "nothing_of_that_name")));
        QCOMPARE(m_selection->current().problems, std::vector<std::uint32_t>{0});
    }

    void choosingTheSameAgainIsToldButChangesNothing() {
        m_selection->selectNode("x");
        QSignalSpy changed(m_selection.get(), &Selection::changed);
        QSignalSpy chosen(m_selection.get(), &Selection::chosen);
        m_selection->selectNode("x");
        QCOMPARE(changed.count(), 0);
        QCOMPARE(chosen.count(), 1);
    }

    void nothingIsFoundWithoutASnapshotOrByAWrongName() {
        m_selection->selectNode("no/such");
        QCOMPARE(m_selection->current(), Selected());
        m_selection->selectVariable("no:0");
        QCOMPARE(m_selection->current(), Selected());
        m_selection->selectBlock(99);
        QCOMPARE(m_selection->current(), Selected());
        Selection empty;
        empty.selectNode("x");
        empty.selectPlace({0, 5}, {0, 5});
        QCOMPARE(empty.current(), Selected());
    }

private:
    std::string m_text;
    std::unique_ptr<Selection> m_selection;
};

QTEST_GUILESS_MAIN(SelectionTest)
#include "tst_selection.moc"
