#include "app/built_program.h"
#include "app/widget_test.h"
#include "find/find_panel.h"
#include "find/found_model.h"
#include "live/selection.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

class FindPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<FindPanel>(*m_selection);
        m_panel->resize(320, 400);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        show(builtProgram(sharingProgram).snapshot);
    }

    void cleanup() {
        m_panel.reset();
        m_selection.reset();
    }

    void typingListsWhatMatches() {
        type("op:matmul");
        QCOMPARE(m_panel->model().rowCount(), 2);
        QCOMPARE(m_panel->countText(), QString("2 matches"));
        type("no such name");
        QCOMPARE(m_panel->model().rowCount(), 0);
        QCOMPARE(m_panel->countText(), QString());
    }

    void enterGoesThroughThem() {
        QSignalSpy goes(m_panel.get(), &FindPanel::goToRequested);
        type("op:matmul");
        QTest::keyClick(&m_panel->pattern(), Qt::Key_Return);
        QTest::keyClick(&m_panel->pattern(), Qt::Key_Return);
        QTest::keyClick(&m_panel->pattern(), Qt::Key_Return);
        QTest::keyClick(&m_panel->pattern(), Qt::Key_Return, Qt::ShiftModifier);
        QStringList names;
        for (const QList<QVariant>& call : goes) names.append(QString::fromStdString(call.at(0).value<std::string>()));
        QCOMPARE(names.join(' '), QString("net/MatMul net_1/MatMul net/MatMul net_1/MatMul"));
        QCOMPARE(m_panel->countText(), QString("2 of 2"));
        QCOMPARE(m_panel->view().currentIndex().row(), 1);
    }

    void aClickGoesThere() {
        QSignalSpy goes(m_panel.get(), &FindPanel::goToRequested);
        type("net");
        const QRect row = m_panel->view().visualRect(m_panel->model().index(1, 0));
        QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(goes.count() > 0);
    }

    void whatIsSelectedIsWhereNextBegins() {
        QSignalSpy goes(m_panel.get(), &FindPanel::goToRequested);
        m_selection->selectNode("net/MatMul");
        type("op:matmul");
        m_panel->findNext();
        QCOMPARE(goes.at(0).at(0).value<std::string>(), std::string("net_1/MatMul"));
    }

    void anotherGraphIsSearchedAgainAndAnotherViewIsNot() {
        type("op:matmul");
        QSignalSpy found(m_panel.get(), &FindPanel::foundChanged);
        show(builtProgram(std::string(sharingProgram) + "tf.matmul(x, x, transpose_b=True)\n").snapshot);
        QTRY_COMPARE(m_panel->model().rowCount(), 3);
        const auto count = found.count();
        Caches caches;
        ViewOptions view;
        view.direction = FlowDirection::LeftToRight;
        show(rebuildView(*m_snapshot, view, caches));
        QVERIFY(!m_panel->isSearching());
        QCOMPARE(found.count(), count);
    }

    void whatIsNoExpressionIsSaid() {
        type("/a(b/");
        QCOMPARE(m_panel->model().rowCount(), 0);
        const auto* words = m_panel->view().findChild<QLabel*>();
        QVERIFY(words && words->isVisible());
        QCOMPARE(words->text(), QString("Missing closing parenthesis."));
        type("net");
        QVERIFY(m_panel->model().rowCount() > 0);
    }

    void hidingItEndsTheMarks() {
        type("net");
        QSignalSpy found(m_panel.get(), &FindPanel::foundChanged);
        m_panel->hide();
        QVERIFY(found.last().at(1).value<std::vector<NodeId>>().empty());
    }

    void escapeEnds() {
        QSignalSpy closes(m_panel.get(), &FindPanel::closeRequested);
        QTest::keyClick(&m_panel->pattern(), Qt::Key_Escape);
        QCOMPARE(closes.count(), 1);
    }

private:
    void show(const std::shared_ptr<const Snapshot>& snapshot) {
        m_snapshot = snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        m_panel->showSnapshot(snapshot);
    }

    void type(const char* text) {
        m_panel->pattern().clear();
        QTest::keyClicks(&m_panel->pattern(), text);
        QTRY_VERIFY(!m_panel->isSearching());
    }

    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<FindPanel> m_panel;
    std::shared_ptr<const Snapshot> m_snapshot;
};

QTEST_MAIN(FindPanelTest)
#include "tst_find_panel.moc"
