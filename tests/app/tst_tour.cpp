#include "app/widget_test.h"
#include "start/tour.h"
#include "start/tour_bubble.h"

#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class TourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_window = std::make_unique<QMainWindow>();
        m_window->resize(1000, 700);
        m_field = new QLineEdit(m_window.get());
        m_field->setGeometry(0, 600, 100, 20);
        m_places = {QRect(0, 0, 450, 500), QRect(500, 0, 500, 500), QRect(400, 660, 80, 30)};
        std::vector<TourStop> stops;
        for (std::size_t at = 0; at < m_places.size(); ++at) stops.push_back({QString::number(at), "Some words about it.", [this, at] { return m_places[at]; }});
        m_tour = new Tour(*m_window, std::move(stops));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void itGoesFromStopToStopAndBack() {
        m_tour->start();
        QCOMPARE(told(), "0, 1 of 3");
        QVERIFY(!bubble().backButton().isEnabled());
        QTest::mouseClick(&bubble().nextButton(), Qt::LeftButton);
        QCOMPARE(told(), "1, 2 of 3");
        QTest::mouseClick(&bubble().backButton(), Qt::LeftButton);
        QCOMPARE(told(), "0, 1 of 3");
    }

    void itIsWalkedByTheKeyboardAlone() {
        QSignalSpy finished(m_tour, &Tour::finished);
        m_tour->start();
        for (int step = 0; step < 3; ++step) QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QVERIFY(!m_tour->isRunning());
        QVERIFY(bubble().isHidden());
        QCOMPARE(finished, (QList<QVariantList>{{true}}));
    }

    void escapeAndItsButtonDismissIt() {
        QSignalSpy finished(m_tour, &Tour::finished);
        m_tour->start();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_tour->isRunning());
        m_tour->start();
        QTest::mouseClick(&bubble().dismissButton(), Qt::LeftButton);
        QVERIFY(!m_tour->isRunning());
        QCOMPARE(finished.count(), 2);
    }

    void theWindowWorksMeanwhile() {
        m_tour->start();
        QTest::mouseClick(m_field, Qt::LeftButton);
        QTest::keyClicks(m_field, "abc");
        QCOMPARE(m_field->text(), "abc");
        QVERIFY(bubble().isVisible());
    }

    void itStandsBesideWhatItIsAboutWithinTheWindow() {
        m_tour->start();
        for (const QRect& place : m_places) {
            QVERIFY(!bubble().geometry().intersects(place));
            QVERIFY(m_window->rect().contains(bubble().geometry()));
            bubble().nextButton().click();
        }
    }

    void itFollowsWhatItIsAbout() {
        m_tour->start();
        m_places[0] = QRect(600, 0, 400, 700);
        QTRY_VERIFY(bubble().geometry().right() < 600);
    }

    void whatIsNotInSightIsLeftOut() {
        m_places[0] = {};
        m_tour->start();
        QCOMPARE(told(), "1, 1 of 2");
        m_places[1] = {};
        QTRY_COMPARE(told(), "2, 1 of 1");
        QCOMPARE(bubble().nextButton().text().remove('&'), "Done");
    }

private:
    TourBubble& bubble() { return m_tour->bubble(); }
    QString told() { return bubble().title() + ", " + bubble().progress(); }

    std::unique_ptr<QMainWindow> m_window;
    QLineEdit* m_field = nullptr;
    std::vector<QRect> m_places;
    Tour* m_tour = nullptr;
};

QTEST_MAIN(TourTest)
#include "tst_tour.moc"
