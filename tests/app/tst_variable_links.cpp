#include "app/built_program.h"
#include "canvas/variable_links.h"

#include <QStringList>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class VariableLinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edgesLeadToWhatUsesTheVariable() { QCOMPARE(linksText(sharingProgram, "all"), "net/w → net/MatMul, net_1/MatMul; 2 edges, 0 lines"); }

    void closedScopesStandForWhatIsInThem() { QCOMPARE(linksText(sharingProgram, "none"), "net/w → net_1; 1 edges, 0 lines"); }

    void linesLeadWhereNoEdgeDoes() {
        ViewOptions view;
        view.open = *OpenScopes::fromText("all");
        view.besideFlow = {"net/w"};
        QCOMPARE(linksText(sharingProgram, view), "net/w → net/MatMul, net_1/MatMul; 0 edges, 2 lines");
    }

    void oneVariableIsSelectedByItsNameOrItsRead() {
        const auto snapshot = builtProgram(sharingProgram).snapshot;
        Selection selection;
        selection.setSnapshots(snapshot, snapshot);
        const OperationId variable = *snapshot->graph().findOperation("net/w");
        selection.selectVariable("net/w:0");
        QCOMPARE(selectedVariable(*snapshot, selection.current()), variable);
        selection.selectNode("net/w");
        QCOMPARE(selectedVariable(*snapshot, selection.current()), variable);
        selection.selectNode("net/w/read");
        QCOMPARE(selectedVariable(*snapshot, selection.current()), variable);
        selection.selectNode("net");
        QVERIFY(!selectedVariable(*snapshot, selection.current()).isValid());
        selection.selectPlace(rangeOf(sharingProgram, "tf.get_variable"), rangeOf(sharingProgram, "tf.get_variable"));
        QVERIFY(!selectedVariable(*snapshot, selection.current()).isValid());
    }

private:
    static QString linksText(const char* program, const char* open) {
        ViewOptions view;
        view.open = *OpenScopes::fromText(open);
        return linksText(program, view);
    }

    static QString linksText(const char* program, const ViewOptions& view) {
        const auto snapshot = builtProgram(program, 1, view).snapshot;
        const VariableLinks links = linksOf(*snapshot, *snapshot->graph().findOperation("net/w"));
        QStringList users;
        for (const BoxId user : links.users) users += QString::fromStdString(std::string(snapshot->diagram.box(user).fullName));
        return QStringLiteral("net/w → %1; %2 edges, %3 lines").arg(users.join(QStringLiteral(", "))).arg(links.edges.size()).arg(links.lines.size());
    }
};

QTEST_GUILESS_MAIN(VariableLinksTest)
#include "tst_variable_links.moc"
