#include "app/built_program.h"
#include "app/canvas_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

namespace {

std::shared_ptr<const Snapshot> built(const std::string& text, const ViewOptions& view = {}) {
    return builtProgram(text, 1, view).snapshot;
}

}  // namespace

class CanvasTest : public CanvasFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeAppearance(); }
    void cleanupTestCase() { dropAppearance(); }

    void init() {
        makeCanvas();
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        show(built(sharingProgram), Arrival::Fresh);
    }

    void cleanup() { dropCanvas(); }

    void aFreshPictureIsInTheMiddleOfTheWidget() {
        const QRectF picture = m_canvas->view().toWidget(m_canvas->scene()->bounds());
        QVERIFY(QRectF(m_canvas->rect()).adjusted(-1, -1, 1, 1).contains(picture) || m_canvas->view().scale <= 0.62);
        QVERIFY(std::abs(picture.center().x() - m_canvas->rect().center().x()) <= 2);
    }

    void aClickSelectsWhatIsUnderThePointer() {
        click("net/w");
        QCOMPARE(m_selection->current().name, std::string("net/w"));
        QCOMPARE(m_canvas->selectedBox(), box("net/w"));
    }

    void aClickInAFrameSelectsTheFrameAndOneBesideItNothing() {
        const QRectF frame = m_canvas->widgetRect(box("net"));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, (frame.topRight() + QPointF(-6, 14)).toPoint());
        QCOMPARE(m_selection->current().name, std::string("net"));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(m_selection->current(), Selected());
    }

    void aDragMovesThePictureAndSelectsNothing() {
        const QPointF before = m_canvas->view().offset;
        const QPoint start = m_canvas->widgetRect(box("net/w")).center().toPoint();
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, start);
        QTest::mouseMove(m_canvas.get(), start + QPoint(30, 20));
        QTest::mouseMove(m_canvas.get(), start + QPoint(60, 40));
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, start + QPoint(60, 40));
        QVERIFY((m_canvas->view().offset - before - QPointF(60, 40)).manhattanLength() < 2);
        QCOMPARE(m_selection->current(), Selected());
    }

    void theWheelMovesAndWithControlZoomsAtThePointer() {
        const QPointF pointer(300, 200);
        const QPointF offset = m_canvas->view().offset;
        turnWheel(pointer, 120, {});
        QVERIFY(m_canvas->view().offset.y() > offset.y());
        const QPointF under = m_canvas->view().toPicture(pointer);
        const double scale = m_canvas->view().scale;
        turnWheel(pointer, 120, Qt::ControlModifier);
        QVERIFY(m_canvas->view().scale > scale);
        QVERIFY((m_canvas->view().toPicture(pointer) - under).manhattanLength() < 2);
    }

    void aDoubleClickAsksToCloseAnOpenScopeAndToOpenAClosedOne() {
        QSignalSpy closes(m_canvas.get(), &Canvas::closeRequested);
        QSignalSpy opens(m_canvas.get(), &Canvas::openRequested);
        const QRectF frame = m_canvas->widgetRect(box("net"));
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, (frame.topRight() + QPointF(-6, 14)).toPoint());
        QCOMPARE(closes.count(), 1);
        QCOMPARE(closes.at(0).at(0).value<std::string>(), std::string("net"));

        ViewOptions closed;
        closed.open = closed.open.withClosed("net");
        show(built(sharingProgram, closed), Arrival::ViewChanged);
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, m_canvas->widgetRect(box("net")).center().toPoint());
        QCOMPARE(opens.count(), 1);
        QCOMPARE(opens.at(0).at(0).value<std::string>(), std::string("net"));
    }

    void arrowsWalkAndEnterOpens() {
        QSignalSpy closes(m_canvas.get(), &Canvas::closeRequested);
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QVERIFY(m_canvas->selectedBox().isValid());
        const BoxId first = m_canvas->selectedBox();
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QVERIFY(m_canvas->selectedBox() != first);
        m_selection->selectNode("net");
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QCOMPARE(closes.count(), 1);
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!m_canvas->selectedBox().isValid());
    }

    void keysZoom() {
        const double scale = m_canvas->view().scale;
        QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
        QVERIFY(m_canvas->view().scale > scale);
        QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
        QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
        QVERIFY(m_canvas->view().scale < scale);
        QTest::keyClick(m_canvas.get(), Qt::Key_1);
        QCOMPARE(m_canvas->view().scale, 1.0);
        QTest::keyClick(m_canvas.get(), Qt::Key_F);
        const QRectF picture = m_canvas->view().toWidget(m_canvas->scene()->bounds());
        QVERIFY(QRectF(m_canvas->rect()).adjusted(-1, -1, 1, 1).contains(picture));
    }

    void aClickWithShiftHighlightsThePathFromWhatWasSelected() {
        click("x");
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier, m_canvas->widgetRect(box("net_1/MatMul")).center().toPoint());
        QCOMPARE(m_canvas->highlighting(), (Highlight{HighlightKind::Path, "net_1/MatMul", "x"}));
        QVERIFY(m_canvas->emphasis().boxes[box("net/MatMul").value]);
        QVERIFY(!m_canvas->emphasis().boxes[box("net/w").value]);
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(m_canvas->emphasis().isEmpty());
        QCOMPARE(m_selection->current().name, std::string("net_1/MatMul"));
    }

    void theHighlightFollowsTheSelection() {
        click("x");
        m_canvas->highlightSelection(HighlightKind::Users);
        QVERIFY(!m_canvas->emphasis().boxes[box("net/w").value]);
        const QImage paled = m_canvas->grab().toImage();
        click("net/w");
        QVERIFY(m_canvas->emphasis().boxes[box("net/w").value]);
        QVERIFY(m_canvas->grab().toImage() != paled);
        m_canvas->highlightSelection(HighlightKind::None);
        QVERIFY(m_canvas->emphasis().isEmpty());
    }

    void zoomingToABoxPutsItInTheMiddle() {
        m_canvas->zoomTo(box("net/w"));
        QVERIFY((m_canvas->widgetRect(box("net/w")).center() - QPointF(m_canvas->rect().center())).manhattanLength() < 4);
        m_selection->selectNode("net/w");
        m_canvas->zoomToScope();
        QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(m_canvas->currentScope()).toRect()));
        QCOMPARE(m_canvas->currentScope(), m_canvas->scene()->diagram().box(box("net/w")).parent);
        m_canvas->fit();
        m_canvas->zoomToSelection();
        QVERIFY((m_canvas->widgetRect(box("net/w")).center() - QPointF(m_canvas->rect().center())).manhattanLength() < 4);
    }

    void theViewGlidesOverThePicture() {
        m_appearance->setMotion(true);
        const ViewTransform before = m_canvas->view();
        m_canvas->zoomTo(box("net/w"));
        QCOMPARE(m_canvas->view(), before);
        QTRY_VERIFY((m_canvas->widgetRect(box("net/w")).center() - QPointF(m_canvas->rect().center())).manhattanLength() < 4);
    }

    void thePointerMarksWhatItIsOver() {
        const QPointF place = m_canvas->widgetRect(box("x")).center();
        QMouseEvent move(QEvent::MouseMove, place, m_canvas->mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(m_canvas.get(), &move);
        QCOMPARE(m_canvas->hoveredBox(), box("x"));
    }

    void whatIsSelectedElsewhereIsBroughtIntoView() {
        m_canvas->showActualSize();
        for (int times = 0; times < 40; ++times) turnWheel({300, 200}, -120, {});
        m_selection->selectNode("x");
        QVERIFY(m_canvas->rect().intersects(m_canvas->widgetRect(box("x")).toRect()));
    }

    void theScopeThatIsClosedStaysWhereItIs() {
        m_canvas->showActualSize();
        const QRectF before = m_canvas->widgetRect(box("net"));
        m_canvas->toggle(box("net"));
        ViewOptions closed;
        closed.open = closed.open.withClosed("net");
        show(built(sharingProgram, closed), Arrival::ViewChanged);
        const QRectF after = m_canvas->widgetRect(box("net"));
        QVERIFY(std::abs(before.top() - after.top()) <= 2);
        QVERIFY(std::abs(before.center().x() - after.center().x()) <= 2);
    }

    void selectionSurvivesAnEdit() {
        m_selection->selectNode("net/w");
        const std::string text = std::string(sharingProgram) + "more = tf.constant(1.0, name='more')\n";
        show(built(text), Arrival::Edited);
        QCOMPARE(m_canvas->selectedBox(), box("net/w"));
        QCOMPARE(m_selection->current().name, std::string("net/w"));
    }

    void itemsGlideToTheirNewPlaces() {
        m_appearance->setMotion(true);
        const std::string text = std::string(sharingProgram) + "more = tf.constant(1.0, name='more')\n";
        show(built(text), Arrival::Edited);
        QVERIFY(m_canvas->isGliding());
        QTRY_VERIFY(!m_canvas->isGliding());
    }

    void whatLooksTheSameDoesNotMove() {
        m_appearance->setMotion(true);
        show(built(std::string(sharingProgram) + "# a comment\n"), Arrival::Edited);
        QVERIFY(!m_canvas->isGliding());
    }

    void withoutMotionNothingGlides() {
        const std::string text = std::string(sharingProgram) + "more = tf.constant(1.0, name='more')\n";
        show(built(text), Arrival::Edited);
        QVERIFY(!m_canvas->isGliding());
    }

    void nothingIsDrawnOfNothing() {
        show(built("import tensorflow as tf\n"), Arrival::Edited);
        QVERIFY(!m_canvas->hasPicture());
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, QPoint(50, 50));
        m_canvas->fit();
        m_canvas->zoomIn();
        m_canvas->grab();
        show(nullptr, Arrival::Edited);
        QVERIFY(!m_canvas->hasPicture());
    }

    void everyBoxIsFoundInItsMiddle() {
        const CanvasScene& scene = *m_canvas->scene();
        for (std::uint32_t index = 0; index < scene.diagram().boxes.size(); ++index) {
            const BoxId found = scene.boxAt(scene.rect(BoxId{index}).center());
            QVERIFY(scene.isWithin(found, BoxId{index}));
            if (!scene.diagram().boxes[index].isOpen) QCOMPARE(found, BoxId{index});
        }
    }

    void everyEdgeIsFoundAtItsEnd() {
        const CanvasScene& scene = *m_canvas->scene();
        QVERIFY(!scene.diagram().edges.empty());
        for (std::uint32_t index = 0; index < scene.diagram().edges.size(); ++index) {
            const auto points = scene.snapshot()->drawing.pointsOf(scene.snapshot()->drawing.edges[index]);
            const Point start = points.front();
            QVERIFY(scene.edgeAt(QPointF(start.x, start.y), 3).isValid());
        }
    }

    void itIsPaintedInBothThemes() {
        m_appearance->choose(ThemeChoice::Light);
        const QImage light = m_canvas->grab().toImage();
        m_appearance->choose(ThemeChoice::Dark);
        const QImage dark = m_canvas->grab().toImage();
        m_appearance->choose(ThemeChoice::Light);
        QVERIFY(light.pixelColor(6, 6).lightness() > 200);
        QVERIFY(dark.pixelColor(6, 6).lightness() < 60);
        QVERIFY(light.pixelColor(m_canvas->widgetRect(box("net/w")).center().toPoint()) != light.pixelColor(6, 6));
    }

    void anOldPictureIsPale() {
        const QPoint place = (m_canvas->widgetRect(box("net/w")).topLeft() + QPointF(8, 14)).toPoint();
        const int before = m_canvas->grab().toImage().pixelColor(place).saturation();
        m_canvas->setDimmed(true);
        QVERIFY(m_canvas->grab().toImage().pixelColor(place).saturation() < before);
    }

private:
    void show(const std::shared_ptr<const Snapshot>& snapshot, Arrival arrival) {
        m_selection->setSnapshots(snapshot, snapshot);
        m_canvas->showPicture(snapshot, arrival);
    }

    // The box that shows a node: its leaf, or its frame.
    BoxId box(std::string_view name) const {
        const Snapshot& snapshot = *m_canvas->scene()->snapshot();
        const auto node = snapshot.scopes->find(name);
        return node ? snapshot.diagram.visibleBox(*node) : BoxId{};
    }

    void click(std::string_view name) {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, m_canvas->widgetRect(box(name)).center().toPoint());
    }

    void turnWheel(QPointF position, int angle, Qt::KeyboardModifiers modifiers) {
        QWheelEvent wheel(position, m_canvas->mapToGlobal(position), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_canvas.get(), &wheel);
    }
};

QTEST_MAIN(CanvasTest)
#include "tst_canvas.moc"
