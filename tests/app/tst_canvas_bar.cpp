#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "canvas/canvas_bar.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace namescape;
using namespace namescape::test;

class CanvasBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_appearance = std::make_unique<Appearance>(*qApp);
        m_bar = std::make_unique<CanvasBar>(*m_appearance);
        m_bar->resize(600, 28);
    }
    void cleanup() {
        m_bar.reset();
        m_appearance.reset();
    }

    void everyScopeIsAPart() {
        m_bar->showScope("a/b/c", {});
        QCOMPARE(m_bar->pathText(), QString("Whole graph / a / b / c"));
        m_bar->showScope({}, {});
        QCOMPARE(m_bar->pathText(), QString("Whole graph"));
        m_bar->showScope({}, "a/b");
        QCOMPARE(m_bar->pathText(), QString("Whole graph / a / b"));
    }

    void eachPartLeadsToItsScope() {
        QSignalSpy requests(m_bar.get(), &CanvasBar::scopeRequested);
        m_bar->showScope("a/b%2/<c>", {});
        for (const char* link : {"0", "1", "3"}) Q_EMIT path()->linkActivated(QString::fromLatin1(link));
        QStringList names;
        for (const QList<QVariant>& call : requests) names.append(QString::fromStdString(call.at(0).value<std::string>()));
        QCOMPARE(names, QStringList({QString(), "a", "a/b%2/<c>"}));
        QVERIFY(path()->text().contains("&lt;c&gt;"));
    }

    void theMiddleGivesWayWhereThereIsNoRoom() {
        m_bar->resize(200, 28);
        m_bar->show();
        m_bar->showScope("first_scope/second_scope/third_scope/fourth_scope", {});
        QVERIFY(path()->text().contains("…"));
        QVERIFY(path()->text().contains("fourth_scope"));
        QVERIFY(!path()->text().contains("second_scope"));
    }

    void whatIsHighlightedIsToldAndCanBeEnded() {
        QSignalSpy ends(m_bar.get(), &CanvasBar::highlightEndRequested);
        m_bar->show();
        m_bar->showHighlight({HighlightKind::Path, "x/%1", "y/%2"}, 1'234);
        QCOMPARE(m_bar->highlightText(), QString("Path between %2 and %1 — 1,234 operations"));
        QTest::mouseClick(m_bar->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(ends.count(), 1);
        m_bar->showHighlight({}, 0);
        QVERIFY(m_bar->highlightText().isEmpty());
        QVERIFY(!m_bar->findChild<QToolButton*>()->isVisible());
    }

private:
    QLabel* path() const { return m_bar->findChildren<QLabel*>().front(); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<CanvasBar> m_bar;
};

QTEST_MAIN(CanvasBarTest)
#include "tst_canvas_bar.moc"
