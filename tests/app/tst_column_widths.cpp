// How columns share a table's width.
#include "app/widget_test.h"
#include "appearance/column_widths.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace namescape;

class ColumnWidthsTest : public QObject {
    Q_OBJECT

private:
    static void showWith(QStandardItemModel& model, QTreeView& view) {
        view.setModel(&model);
        new ColumnWidths(view);
        view.resize(400, 100);
        view.show();
    }

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void whereThereIsRoomTheLastTakesTheRest() {
        QCOMPARE(sharedWidths({50, 30, 40}, {20, 20, 20}, 200), (std::vector<int>{50, 30, 120}));
    }

    void whereThereIsNoneTheWidestGiveWay() {
        QCOMPARE(sharedWidths({200, 30, 150}, {20, 20, 20}, 190), (std::vector<int>{106, 30, 54}));
    }

    void noColumnGetsNarrowerThanItsTitle() {
        QCOMPARE(sharedWidths({200, 30, 150}, {60, 50, 40}, 100), (std::vector<int>{60, 50, 40}));
    }

    void aTitleIsNeededToo() {
        QCOMPARE(sharedWidths({10, 10}, {60, 50}, 110), (std::vector<int>{60, 50}));
    }

    void aTableFillsItsWidthAndFollowsItsTexts() {
        QStandardItemModel model(1, 2);
        model.setItem(0, 0, new QStandardItem("a"));
        model.setItem(0, 1, new QStandardItem("b"));
        QTreeView view;
        showWith(model, view);
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_COMPARE(view.header()->length(), view.viewport()->width());
        const int before = view.columnWidth(0);
        model.item(0, 0)->setText("a name of more letters");
        QTRY_VERIFY(view.columnWidth(0) > before);
        QCOMPARE(view.header()->length(), view.viewport()->width());
    }

    void aWidthThatTheUserChoseStays() {
        QStandardItemModel model(1, 2);
        QTreeView view;
        showWith(model, view);
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.header()->resizeSection(0, 123);
        view.resize(500, 100);
        QCoreApplication::processEvents();
        QCOMPARE(view.columnWidth(0), 123);
    }
};

QTEST_MAIN(ColumnWidthsTest)
#include "tst_column_widths.moc"
