#include "canvas/spatial_grid.h"

#include <QRandomGenerator>
#include <QTest>

using namespace namescape;

namespace {

bool meet(const QRectF& left, const QRectF& right) {
    return left.left() <= right.right() && right.left() <= left.right() && left.top() <= right.bottom() && right.top() <= left.bottom();
}

std::vector<QRectF> randomRects(int count, double extent, double largest, quint32 seed) {
    QRandomGenerator random(seed);
    std::vector<QRectF> rects;
    for (int index = 0; index < count; ++index)
        rects.emplace_back(random.generateDouble() * extent, random.generateDouble() * extent, random.generateDouble() * largest, random.generateDouble() * largest);
    return rects;
}

}  // namespace

class SpatialGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void itFindsWhatLookingAtEachWouldFind_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("largest");
        QTest::newRow("one") << 1 << 10.0;
        QTest::newRow("few") << 10 << 300.0;
        QTest::newRow("many-small") << 3000 << 5.0;
        QTest::newRow("many-large") << 500 << 900.0;
    }

    void itFindsWhatLookingAtEachWouldFind() {
        QFETCH(int, count);
        QFETCH(double, largest);
        const std::vector<QRectF> rects = randomRects(count, 1000, largest, 7);
        const SpatialGrid grid(rects);
        for (const QRectF& area : randomRects(100, 1200, 200, 8)) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t index = 0; index < rects.size(); ++index)
                if (meet(rects[index], area)) expected.push_back(index);
            QCOMPARE(grid.meeting(area), expected);
        }
    }

    void aStraightLineIsFoundToo() {
        const SpatialGrid grid({QRectF(0, 50, 100, 0), QRectF(200, 0, 0, 100)});
        QCOMPARE(grid.meeting(QRectF(40, 45, 10, 10)), std::vector<std::uint32_t>{0});
        QCOMPARE(grid.meeting(QRectF(200, 20, 0, 0)), std::vector<std::uint32_t>{1});
    }

    void nothingIsFoundInNothing() {
        QVERIFY(SpatialGrid().meeting(QRectF(0, 0, 10, 10)).empty());
        QVERIFY(SpatialGrid({QRectF(0, 0, 10, 10)}).meeting(QRectF(100, 100, 5, 5)).empty());
    }
};

QTEST_GUILESS_MAIN(SpatialGridTest)
#include "tst_spatial_grid.moc"
