#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "live/selection.h"
#include "stacks/stack_model.h"
#include "stacks/stack_view.h"
#include "stacks/stacks_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace namescape;
using namespace namescape::test;

namespace {

const std::string program = R"(import tensorflow as tf
with tf.variable_scope("net", initializer=tf.zeros_initializer()) as net:
    for i in range(3):
        with tf.device("/gpu:0"), tf.variable_scope("layer", reuse=tf.AUTO_REUSE):
            w = tf.get_variable("w", [1])
            c = tf.constant(1.0, name="c")
def unused():
    return tf.constant(2.0)
)";

// A row each: "  " per level, the row's words, "*" where it is muted, and where it comes from.
QStringList text(const QAbstractItemModel& model) {
    const auto& rows = static_cast<const StackModel&>(model).rows();
    QStringList lines;
    for (const StackRow& row : rows)
        lines += QString(row.depth * 2, u' ') + (row.label + u' ' + row.value).trimmed() + (row.isMuted ? QStringLiteral(" *") : QString()) + (row.source.isEmpty() ? QString() : QStringLiteral(" (") + row.source + u')');
    return lines;
}

}  // namespace

class StacksPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        failOnWarnings();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<StacksPanel>(*m_selection, *m_appearance);
        for (StackView* view : {&m_panel->nameScopes(), &m_panel->variableScopes()}) new QAbstractItemModelTester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, view);
        m_panel->resize(500, 300);
        m_panel->show();
        m_picture = builtProgram(program).snapshot;
        m_selection->setSnapshots(m_picture, m_picture);
        m_panel->showSnapshot(m_picture);
    }

    void cleanup() {
        m_panel.reset();
        m_selection.reset();
    }

    void bothStacksAreShownFromTheOutsideIn() {
        selectLine("w = ");
        QCOMPARE(text(*m_panel->nameScopes().model()), QStringList({"Module level", "  net (line 2)", "    tf.device(\"/gpu:0\") (line 4, run 3)", "    device /device:GPU:0 (line 4)", "      layer_2 (line 4, run 3)", "      device /device:GPU:0 * (line 4)",
                                                                    "      operations net/layer_2/…"})
);
        QCOMPARE(text(*m_panel->variableScopes().model()), QStringList({"Module level", "  net (line 2)", "  initializer tf.zeros_initializer() (line 2)", "    layer (line 4, run 3)", "    reuse AUTO_REUSE (line 4)",
                                                                        "    initializer tf.zeros_initializer() * (line 2)", "    dtype float32 * (default)", "    variables net/layer/…"}));
    }

    void runsAreChosenByButtons() {
        selectLine("w = ");
        QCOMPARE(m_panel->runText(), "Run 3 of 3");
        const auto buttons = m_panel->findChildren<QToolButton*>();
        QCOMPARE(buttons.size(), 2);
        QVERIFY(!buttons[1]->isEnabled());
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QCOMPARE(m_panel->runText(), "Run 2 of 3");
        QVERIFY(text(*m_panel->nameScopes().model()).contains("      operations net/layer_1/…"));
        // The run stays while the cursor moves in the block, and after an edit.
        selectLine("c = ");
        QCOMPARE(m_panel->runText(), "Run 2 of 3");
        m_panel->showSnapshot(builtProgram(program + "x = 1\n", 2).snapshot);
        QCOMPARE(m_panel->runText(), "Run 2 of 3");
        selectLine("import");
        QCOMPARE(m_panel->runText(), "");
    }

    void aRowLeadsToItsLine() {
        selectLine("w = ");
        QSignalSpy lines(m_panel.get(), &StacksPanel::lineRequested);
        StackView& view = m_panel->variableScopes();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.model()->index(2, 0)).center());
        QCOMPARE(lines.takeFirst().at(0).toInt(), 2);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(lines.takeFirst().at(0).toInt(), 4);
        QVERIFY(lines.isEmpty());
    }

    void arrowsGoFromOneStackToTheOther() {
        selectLine("w = ");
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_panel->setFocus();
        QVERIFY(m_panel->nameScopes().hasFocus());
        QTest::keyClick(&m_panel->nameScopes(), Qt::Key_Right);
        QVERIFY(m_panel->variableScopes().hasFocus());
        QTest::keyClick(&m_panel->variableScopes(), Qt::Key_Left);
        QVERIFY(m_panel->nameScopes().hasFocus());
    }

    void operationsAndVariablesAreShownWhereTheyWereMade() {
        m_selection->selectNode("net/layer_1/c");
        QVERIFY(text(*m_panel->nameScopes().model()).contains("      operations net/layer_1/…"));
        m_selection->selectNode("net/layer");
        QVERIFY(text(*m_panel->nameScopes().model()).contains("      operations net/layer/…"));
        m_selection->selectVariable("net/layer/w:0");
        QCOMPARE(m_panel->runText(), "Run 1 of 3");
    }

    void anEmptyPanelSaysWhy() {
        const auto words = [this] {
            for (const QLabel* label : m_panel->findChildren<QLabel*>())
                if (label->wordWrap() && label->isVisible()) return label->text();
            return QString();
        };
        QVERIFY(words().startsWith("Shows the name scopes"));
        selectLine("return");
        QVERIFY(words().startsWith("This code has not run"));
        selectLine("w = ");
        QCOMPARE(words(), "");
    }

    void nothingIsDoneWhileItIsHidden() {
        m_panel->hide();
        selectLine("w = ");
        QCOMPARE(m_panel->nameScopes().model()->rowCount(), 0);
        m_panel->show();
        QCOMPARE(m_panel->nameScopes().model()->rowCount(), 7);
    }

    void rowsAreToldToReadersOfTheScreen() {
        selectLine("w = ");
        const QAbstractItemModel& model = *m_panel->variableScopes().model();
        QCOMPARE(model.index(3, 0).data(Qt::AccessibleTextRole).toString(), "level 2: layer, line 4, run 3");
        QCOMPARE(model.index(5, 0).data(Qt::AccessibleTextRole).toString(), "initializer tf.zeros_initializer(), line 2, inherited");
        QVERIFY(model.index(5, 0).data(Qt::ToolTipRole).toString().contains("inherited; set in line 2"));
    }

    void deepStacksStayWithinASmallPanel() {
        std::string deep = "import tensorflow as tf\n";
        std::string indentation;
        for (int level = 0; level < 40; ++level, indentation += ' ') deep += indentation + "with tf.variable_scope('a_rather_long_name_" + std::to_string(level) + "'):\n";
        m_picture = builtProgram(deep + indentation + "x = 1\n").snapshot;
        m_selection->setSnapshots(m_picture, m_picture);
        m_panel->showSnapshot(m_picture);
        m_panel->resize(300, 200);
        const auto at = static_cast<std::uint32_t>(m_picture->text().find("x = 1"));
        m_selection->selectPlace({at, at + 5}, {at, at + 5});
        StackView& view = m_panel->nameScopes();
        QCOMPARE(view.depth(), 40);
        QVERIFY(view.indentation() * 40 <= view.viewport()->width() / 2);
        QVERIFY(view.viewport()->rect().intersects(view.visualRect(view.model()->index(view.model()->rowCount() - 1, 0))));
        QVERIFY(!m_panel->grab().isNull());
    }

private:
    // As the editor does: the whole line that begins with these words.
    void selectLine(const std::string& words) {
        const auto at = program.find(words);
        const auto begin = program.rfind('\n', at);
        const SourceRange line{static_cast<std::uint32_t>(begin == std::string::npos ? 0 : begin + 1), static_cast<std::uint32_t>(program.find('\n', at))};
        m_selection->selectPlace(line, line);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<StacksPanel> m_panel;
    std::shared_ptr<const Snapshot> m_picture;
};

QTEST_MAIN(StacksPanelTest)
#include "tst_stacks_panel.moc"
