#include "canvas/view_transform.h"

#include <QTest>

using namespace namescape;

class ViewTransformTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void placesGoThereAndBack() {
        const ViewTransform view{2.5, {30, -40}};
        const QPointF point(17, 23);
        QCOMPARE(view.toPicture(view.toWidget(point)), point);
        const QRectF rect(1, 2, 30, 40);
        QCOMPARE(view.toPicture(view.toWidget(rect)), rect);
        QCOMPARE(view.transform().map(point), view.toWidget(point));
    }

    void zoomingKeepsThePointUnderThePointer() {
        const ViewTransform view{1, {10, 20}};
        const QPointF pointer(200, 150);
        const QPointF before = view.toPicture(pointer);
        const ViewTransform closer = view.zoomed(3, pointer);
        QCOMPARE(closer.scale, 3.0);
        QCOMPARE(closer.toPicture(pointer), before);
    }

    void zoomingStopsAtItsLimits() {
        QCOMPARE(ViewTransform().zoomed(1e9, {}).scale, ViewTransform::kLargestScale);
        QCOMPARE(ViewTransform().zoomed(0, {}).scale, ViewTransform::kSmallestScale);
    }

    void fittingShowsAllInTheMiddle_data() {
        QTest::addColumn<QRectF>("picture");
        QTest::addColumn<QSizeF>("widget");
        QTest::newRow("wide") << QRectF(0, 0, 1000, 100) << QSizeF(500, 400);
        QTest::newRow("tall") << QRectF(0, 0, 100, 3000) << QSizeF(500, 400);
        QTest::newRow("not-at-the-origin") << QRectF(-50, 70, 600, 800) << QSizeF(300, 300);
    }

    void fittingShowsAllInTheMiddle() {
        QFETCH(QRectF, picture);
        QFETCH(QSizeF, widget);
        const ViewTransform view = ViewTransform::fitting(picture, widget, 2);
        const QRectF shown = view.toWidget(picture);
        QVERIFY(QRectF(QPointF(-0.01, -0.01), widget + QSizeF(0.02, 0.02)).contains(shown));
        QVERIFY((shown.center() - QPointF(widget.width() / 2, widget.height() / 2)).manhattanLength() < 0.01);
    }

    void aSmallPictureIsNotBlownUp() {
        QCOMPARE(ViewTransform::fitting({0, 0, 10, 10}, {1000, 1000}, 1.25).scale, 1.25);
    }

    void nothingFitsIntoNothing() {
        QCOMPARE(ViewTransform::fitting({}, {100, 100}, 1), ViewTransform());
        QCOMPARE(ViewTransform::fitting({0, 0, 10, 10}, {}, 1), ViewTransform());
    }

    void somethingStaysInSight_data() {
        QTest::addColumn<QPointF>("offset");
        QTest::newRow("left") << QPointF(-1e6, 0);
        QTest::newRow("right") << QPointF(1e6, 0);
        QTest::newRow("up") << QPointF(0, -1e6);
        QTest::newRow("down-and-right") << QPointF(1e6, 1e6);
    }

    void somethingStaysInSight() {
        QFETCH(QPointF, offset);
        const QRectF picture(0, 0, 300, 200);
        const ViewTransform view = ViewTransform{1, offset}.keptNear(picture, {400, 300});
        const QRectF seen = view.toWidget(picture).intersected(QRectF(0, 0, 400, 300));
        QVERIFY(seen.width() >= 40 && seen.height() >= 40);
    }

    void whatIsInSightIsNotMoved() {
        const ViewTransform view{1, {50, 50}};
        QCOMPARE(view.keptNear({0, 0, 300, 200}, {400, 300}), view);
    }
};

QTEST_GUILESS_MAIN(ViewTransformTest)
#include "tst_view_transform.moc"
