#include "live/row_change.h"

#include <QTest>

#include <functional>

using namespace namescape;

class RowChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void theChangeIsTheStretchBetweenWhatStaysAtBothEnds_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QList<int>>("firstRemovedInserted");
        QTest::newRow("same") << "abc" << "abc" << QList<int>{3, 0, 0};
        QTest::newRow("appended") << "abc" << "abcd" << QList<int>{3, 0, 1};
        QTest::newRow("removed-from-the-middle") << "abcd" << "ad" << QList<int>{1, 2, 0};
        QTest::newRow("replaced") << "abcd" << "axyd" << QList<int>{1, 2, 2};
        QTest::newRow("doubled") << "aa" << "aaa" << QList<int>{2, 0, 1};
        QTest::newRow("from-nothing") << "" << "ab" << QList<int>{0, 0, 2};
        QTest::newRow("to-nothing") << "ab" << "" << QList<int>{0, 2, 0};
    }

    void theChangeIsTheStretchBetweenWhatStaysAtBothEnds() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QList<int>, firstRemovedInserted);
        const std::vector<QChar> old(before.begin(), before.end());
        const std::vector<QChar> now(after.begin(), after.end());
        const RowChange change = differenceOf(old, now, std::equal_to<>());
        QCOMPARE((QList<int>{change.first, change.removed, change.inserted}), firstRemovedInserted);
    }
};

QTEST_GUILESS_MAIN(RowChangeTest)
#include "tst_row_change.moc"
