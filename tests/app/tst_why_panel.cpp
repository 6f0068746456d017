#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "live/selection.h"
#include "why/why_page.h"
#include "why/why_panel.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class WhyPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        failOnWarnings();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<WhyPanel>(*m_selection, *m_appearance);
        m_panel->show();
    }

    void cleanup() {
        m_panel.reset();
        m_selection.reset();
    }

    void sentencesBecomeRowsWithLinks() {
        const QString page = whyPage(QStringLiteral("a/<b> is made in line 4.\n  a: opened in line 2 (called from lines 7, 9)\nLine 4 made it."), m_appearance->colors());
        QVERIFY(page.contains("a/&lt;b&gt; is made"));
        for (const char* line : {"line:4", "line:2", "line:7", "line:9"}) QVERIFY2(page.contains(line), qPrintable(page));
        QVERIFY(page.contains("<b>a</b>"));
        QCOMPARE(page.count("<table"), 1);
    }

    void whatIsSelectedIsExplained() {
        show(sharingProgram);
        QVERIFY(page().isEmpty());
        m_selection->selectVariable("net/w:0");
        QVERIFY2(page().contains("net/w is a variable"), qPrintable(page()));
        m_selection->selectNode("net_1/MatMul");
        QVERIFY2(page().contains("net_1/MatMul is an operation"), qPrintable(page()));
        QVERIFY(page().contains("_1 was added"));
    }

    void ofThePlaceInTheTextWhatItMakesIs() {
        show(sharingProgram);
        const SourceRange place = rangeOf(sharingProgram, "x = tf.placeholder");
        m_selection->selectPlace({place.begin, place.end + 40}, {place.begin, place.end + 40});
        QVERIFY2(page().contains("x is an operation of type Placeholder"), qPrintable(page()));
    }

    void aLinkAsksForItsLine() {
        QSignalSpy lines(m_panel.get(), &WhyPanel::lineRequested);
        Q_EMIT m_panel->anchorClicked(QUrl(QStringLiteral("line:12")));
        QCOMPARE(lines.front().front().toInt(), 12);
    }

    void aProgramThatChangesIsExplainedAnew() {
        show("import tensorflow as tf\na = tf.constant(1, name='c')\n");
        m_selection->selectNode("c");
        QVERIFY(page().contains("in line 2"));
        show("import tensorflow as tf\n\na = tf.constant(1, name='c')\n");
        QVERIFY(page().contains("in line 3"));
        show("import tensorflow as tf\n");
        QVERIFY(page().isEmpty());
    }

private:
    void show(const std::string& text) {
        const auto snapshot = builtProgram(text, ++m_revision).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        m_panel->showSnapshot(snapshot);
        QCoreApplication::processEvents();
    }

    // As it is once the events of now are done with.
    QString page() {
        QCoreApplication::processEvents();
        return m_panel->toPlainText();
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<WhyPanel> m_panel;
    std::uint64_t m_revision = 0;
};

QTEST_MAIN(WhyPanelTest)
#include "tst_why_panel.moc"
