#include "app/built_program.h"
#include "app/canvas_fixture.h"
#include "canvas/minimap.h"

#include <QTest>

using namespace namescape;
using namespace namescape::test;

class MinimapTest : public CanvasFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeAppearance(); }
    void cleanupTestCase() { dropAppearance(); }
    void init() {
        makeCanvas();
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        m_map = new Minimap(*m_canvas, *m_appearance, m_canvas.get());
        const auto snapshot = builtProgram(sharingProgram).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        m_canvas->showPicture(snapshot, Arrival::Fresh);
        m_canvas->fit();
    }
    void cleanup() { dropCanvas(); }

    void itIsThereWhereNotAllIsSeen() {
        QVERIFY(!m_map->isVisible());
        for (int step = 0; step < 6; ++step) m_canvas->zoomIn();
        QVERIFY(m_map->isVisible());
        m_map->setWanted(false);
        QVERIFY(!m_map->isVisible());
        m_map->setWanted(true);
        m_canvas->fit();
        QVERIFY(!m_map->isVisible());
    }

    void aClickBringsThatPlaceToTheMiddle() {
        for (int step = 0; step < 8; ++step) m_canvas->zoomIn();
        const QPoint place(m_map->width() / 2, m_map->height() * 3 / 4);
        QTest::mouseClick(m_map, Qt::LeftButton, {}, place);
        QVERIFY((m_map->seenRect().center() - QPointF(place)).manhattanLength() < 12);
        QTest::mousePress(m_map, Qt::LeftButton, {}, place);
        QTest::mouseMove(m_map, QPoint(place.x(), place.y() - 20));
        QVERIFY(m_map->seenRect().center().y() < place.y() - 10);
    }

    void itIsPaintedInBothThemes() {
        for (int step = 0; step < 6; ++step) m_canvas->zoomIn();
        m_appearance->choose(ThemeChoice::Light);
        const QImage light = m_map->grab().toImage();
        m_appearance->choose(ThemeChoice::Dark);
        QVERIFY(m_map->grab().toImage() != light);
        m_appearance->choose(ThemeChoice::Light);
    }

private:
    Minimap* m_map = nullptr;
};

QTEST_MAIN(MinimapTest)
#include "tst_minimap.moc"
