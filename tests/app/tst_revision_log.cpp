#include "document/revision_log.h"

#include <QTest>

using namespace namescape;

class RevisionLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void placesMoveWithWhatIsInsertedAndRemovedBeforeThem() {
        RevisionLog log;
        log.append({1, 10, 0, 5});
        log.append({2, 0, 3, 0});
        QCOMPARE(log.toNow(0, 20), 22);
        QCOMPARE(log.toNow(1, 20), 17);
        QCOMPARE(log.toNow(2, 20), 20);
        QCOMPARE(log.toNow(0, 5), 2);
    }

    void aPlaceInAReplacedStretchIsAtWhatReplacedIt() {
        RevisionLog log;
        log.append({1, 10, 6, 2});
        QCOMPARE(log.toNow(0, 11), 11);
        QCOMPARE(log.toNow(0, 14), 12);
        QCOMPARE(log.toNow(0, 16), 12);
        QCOMPARE(log.toNow(0, 9), 9);
    }

    void theWayBackUndoesTheWayThere() {
        RevisionLog log;
        log.append({1, 4, 0, 3});
        log.append({2, 20, 5, 1});
        log.append({3, 2, 1, 9});
        for (const int place : {0, 1, 3, 15, 40}) QCOMPARE(log.fromNow(0, log.toNow(0, place)), place);
    }

    void veryOldChangesAreForgotten() {
        RevisionLog log;
        for (std::uint64_t revision = 1; revision <= RevisionLog::kMaxChanges + 10; ++revision) log.append({revision, 0, 0, 1});
        QCOMPARE(log.toNow(0, 0), static_cast<int>(RevisionLog::kMaxChanges));
    }
};

QTEST_GUILESS_MAIN(RevisionLogTest)
#include "tst_revision_log.moc"
