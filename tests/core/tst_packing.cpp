// Rectangles set side by side.
#include "layout/packing.h"

#include <QTest>

#include <random>

using namespace namescape;

namespace {

constexpr double kGap = 20, kAspect = 1.6;

std::vector<FlowSize> randomSizes(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    std::vector<FlowSize> sizes;
    for (std::size_t i = 0; i < count; ++i) sizes.push_back({40.0 + random() % 200, 30.0 + random() % (i % 5 == 0 ? 300 : 30)});
    return sizes;
}

Rect rect(FlowPoint corner, FlowSize size) {
    return {corner.across, corner.along, size.across, size.along};
}

}  // namespace

class TestPacking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsRectanglesApart();
    void comesNearTheWantedShape();
    void putsEqualOnesIntoRows();
    void takesOneOrNone();
};

void TestPacking::keepsRectanglesApart() {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto sizes = randomSizes(seed, 3 * seed + 2);
        const Packing packing = pack(sizes, kGap, kAspect);
        const Rect whole = rect({0, 0}, packing.size);
        for (std::size_t a = 0; a < sizes.size(); ++a) {
            QVERIFY(whole.contains(rect(packing.corners[a], sizes[a])));
            const Rect wide{packing.corners[a].across, packing.corners[a].along, sizes[a].across + kGap, sizes[a].along + kGap};
            for (std::size_t b = 0; b < sizes.size(); ++b) QVERIFY(a == b || !wide.overlaps(rect(packing.corners[b], sizes[b])) || packing.corners[b].across < wide.x || packing.corners[b].along < wide.y);
        }
    }
}

void TestPacking::comesNearTheWantedShape() {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Packing packing = pack(randomSizes(seed, 60), kGap, kAspect);
        const double aspect = packing.size.across / packing.size.along;
        QVERIFY2(aspect > 1 && aspect < 2.6, qPrintable(QString::number(aspect)));
    }
}

void TestPacking::putsEqualOnesIntoRows() {
    const Packing packing = pack(std::vector<FlowSize>(12, {100, 40}), kGap, kAspect);
    QCOMPARE(packing.corners[1], (FlowPoint{120, 0}));
    QVERIFY(packing.corners[11].along > 0);
}

void TestPacking::takesOneOrNone() {
    QCOMPARE(pack(std::vector<FlowSize>{{50, 30}}, kGap, kAspect).size, (FlowSize{50, 30}));
    QCOMPARE(pack({}, kGap, kAspect).size, (FlowSize{0, 0}));
}

QTEST_APPLESS_MAIN(TestPacking)
#include "tst_packing.moc"
