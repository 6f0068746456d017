#include "canvas/box_walk.h"

#include <QTest>

using namespace namescape;

namespace {

// 0 is a frame around 1 and 2; 3 and 4 stand below of it.
//
//   +--------------+
//   |  [1]    [2]  |
//   +--------------+
//      [3]      [4]
struct Picture {
    Picture() {
        diagram.boxes.resize(5);
        diagram.boxes[0].isOpen = true;
        diagram.boxes[1].parent = diagram.boxes[2].parent = BoxId{0};
        drawing.boxes = {{0, 0, 200, 100}, {20, 40, 40, 20}, {120, 40, 40, 20}, {20, 140, 40, 20}, {130, 150, 40, 20}};
    }
    std::uint32_t next(std::uint32_t from, WalkDirection direction) const { return nextBox(diagram, drawing, BoxId{from}, direction).value; }

    Diagram diagram;
    Drawing drawing;
};

}  // namespace

class BoxWalkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void arrowsLeadToTheNearestBoxThatWay() {
        const Picture picture;
        QCOMPARE(picture.next(1, WalkDirection::Right), 2u);
        QCOMPARE(picture.next(2, WalkDirection::Left), 1u);
        QCOMPARE(picture.next(1, WalkDirection::Down), 3u);
        QCOMPARE(picture.next(2, WalkDirection::Down), 4u);
        QCOMPARE(picture.next(4, WalkDirection::Up), 2u);
    }

    void atTheEndOneStays() {
        const Picture picture;
        QCOMPARE(picture.next(1, WalkDirection::Up), 1u);
        QCOMPARE(picture.next(3, WalkDirection::Left), 3u);
    }

    void aFrameLeadsToItsNeighboursNotIntoItself() {
        const Picture picture;
        QCOMPARE(picture.next(0, WalkDirection::Down), 3u);
        QCOMPARE(picture.next(0, WalkDirection::Up), 0u);
    }

    void fromNowhereTheTopmostLeafComesFirst() {
        const Picture picture;
        QCOMPARE(nextBox(picture.diagram, picture.drawing, BoxId{}, WalkDirection::Down).value, 1u);
        QVERIFY(!nextBox(Diagram(), Drawing(), BoxId{}, WalkDirection::Down).isValid());
    }
};

QTEST_GUILESS_MAIN(BoxWalkTest)
#include "tst_box_walk.moc"
