#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "inspector/inspector_panel.h"
#include "live/selection.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class InspectorPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_appearance = std::make_unique<Appearance>(*qApp);
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<InspectorPanel>(*m_selection, *m_appearance);
        m_panel->resize(340, 500);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        show(sharingProgram);
    }
    void cleanup() {
        m_panel.reset();
        m_selection.reset();
        m_appearance.reset();
    }

    void nothingSelectedSaysWhatThePanelIsFor() { QVERIFY(m_panel->toPlainText().isEmpty()); }

    void anOperationIsToldWithAllAroundIt() {
        m_selection->selectNode("net/MatMul");
        const QString text = m_panel->toPlainText();
        for (const char* part : {"net/MatMul", "MatMul", "Inputs (2)", "float32 (?, 2)", "net/w/read", "Used by", "net_1/MatMul", "used once"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
    }

    void aScopeIsToldByWhatIsInItAndWhatCrossesItsBorder() {
        m_selection->selectNode("net");
        const QString text = m_panel->toPlainText();
        for (const char* part : {"name scope", "Operations", "Variables", "By type", "Comes in", "Used outside"}) QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
    }

    void aVariableIsToldAsItsOperation() {
        m_selection->selectVariable("net/w:0");
        QVERIFY(m_panel->toPlainText().contains("VariableV2"));
        QVERIFY(m_panel->toPlainText().contains("Attributes"));
    }

    void linksGoToWhatTheyName() {
        QSignalSpy goes(m_panel.get(), &InspectorPanel::goToRequested);
        m_selection->selectNode("net/MatMul");
        const auto& targets = m_panel->page().targets;
        const auto found = std::find(targets.begin(), targets.end(), "net/w/read");
        QVERIFY(found != targets.end());
        Q_EMIT m_panel->anchorClicked(QUrl(QStringLiteral("go:%1").arg(found - targets.begin())));
        QCOMPARE(goes.at(0).at(0).value<std::string>(), std::string("net/w/read"));
        Q_EMIT m_panel->anchorClicked(QUrl("copy:0"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("net/MatMul"));
    }

    void longListsAreShownOnDemand() {
        std::string text = "import tensorflow as tf\nx = tf.constant(1.0, name='x')\n";
        for (int index = 0; index < 40; ++index) text += "tf.abs(x)\n";
        show(text);
        m_selection->selectNode("x");
        QVERIFY(m_panel->toPlainText().contains("28 more"));
        QVERIFY(!m_panel->toPlainText().contains("Abs_39"));
        Q_EMIT m_panel->anchorClicked(QUrl("all:users"));
        QVERIFY(m_panel->toPlainText().contains("Abs_39"));
    }

    void namesAreNoMarkup() {
        show("import tensorflow as tf\ng = tf.Graph()\ntf.constant('<b>&', name='x')\n");
        m_selection->selectNode("x");
        QVERIFY2(m_panel->toPlainText().contains("<b>&"), qPrintable(m_panel->toPlainText()));
    }

private:
    void show(const std::string& text) {
        const auto snapshot = builtProgram(text).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        m_panel->showSnapshot(snapshot);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<InspectorPanel> m_panel;
};

QTEST_MAIN(InspectorPanelTest)
#include "tst_inspector_panel.moc"
