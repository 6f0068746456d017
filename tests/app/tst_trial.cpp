#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "difference/changes_model.h"
#include "trial/difference_view.h"
#include "trial/trial_preview.h"
#include "trial/trial_words.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

namespace {

const std::string scoped = "import tensorflow as tf\nwith tf.variable_scope('a'):\n    v = tf.get_variable('v', [1], initializer=tf.zeros_initializer())\n";

// One edit that makes `text` the other text.
std::vector<TextEdit> replacing(const std::string& text, const std::string& part, const std::string& by) {
    return {{rangeOf(text, part), by}};
}

}  // namespace

class TrialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_appearance = std::make_unique<Appearance>(*qApp);
        m_appearance->choose(ThemeChoice::Light);
    }
    void cleanupTestCase() { m_appearance.reset(); }
    void init() { failOnWarnings(); }

    void theLinesAndTheNamesAreTold() {
        const TrialOutcome outcome = tried(scoped, replacing(scoped, "'a'", "'b'"));
        QCOMPARE(outcome.names.variables.renamed, (std::vector<RenamedItem>{{"a/v", "b/v"}}));
        QCOMPARE(outcome.names.checkpointBreaks.size(), std::size_t(1));
        QVERIFY(endWords(outcome).isEmpty());
        QCOMPARE(checkpointWords(outcome.names), QString("1 variable would not fit checkpoints from before"));
        QVERIFY(outcomeHtml(outcome, m_appearance->colors()).contains("<b>1 variable renamed, 4 operations renamed</b>"));
    }

    void aProgramThatWouldRunAgainSaysHowMuchMore() {
        const std::string text = scoped + "with tf.variable_scope('a'):\n    tf.get_variable('v', [1])\n";
        const TrialOutcome outcome = tried(text, {{{static_cast<std::uint32_t>(scoped.size() + 26), static_cast<std::uint32_t>(scoped.size() + 26)}, ", reuse=True"}});
        QCOMPARE(endWords(outcome), QString("The program stops at line 5 now; with the change it runs to its end: with as many operations."));
        QCOMPARE(outcome.gone.size(), std::size_t(1));
        QCOMPARE(outcome.gone.front().line, 5U);
        QVERIFY(outcome.come.empty());
    }

    void aProgramThatWouldStopSaysWhere() {
        const TrialOutcome outcome = tried(scoped, replacing(scoped, "'a'", "'a b'"));
        QCOMPARE(endWords(outcome), QString("With the change it stops at line 2: ValueError: 'a b' is not a valid scope name"));
        QCOMPARE(outcome.come.size(), std::size_t(1));
        QCOMPARE(outcome.names.variables.removed, std::vector<std::string>{"a/v"});
        QVERIFY(outcomeHtml(outcome, m_appearance->colors()).contains("<b>Up to there, 1 variable removed"));
    }

    void anErrorThatStaysIsSaidToStay() {
        const std::string text = scoped + "unknown\n";
        const TrialOutcome outcome = tried(text, replacing(text, "'a'", "'b'"));
        QVERIFY(endWords(outcome).startsWith("With the change, too, it stops at line 4: "));
        QVERIFY(outcome.gone.empty() && outcome.come.empty());
        QCOMPARE(outcome.names.variables.renamed.size(), std::size_t(1));
    }

    void aHalfTypedProgramIsTriedToo() {
        const std::string text = scoped + "x = tf.constant(\n";
        const TrialOutcome outcome = tried(text, replacing(text, "constant(", "constant(1)"));
        QVERIFY(!outcome.gone.empty());
        QVERIFY(outcome.come.empty());
    }

    void theNewestEditsWinAndAnEndlessLoopIsLeft() {
        const auto now = builtProgram(scoped).snapshot;
        Trial trial;
        QSignalSpy finished(&trial, &Trial::finished);
        trial.start(now, {{{0, 0}, "while True: pass\n"}});
        trial.start(now, replacing(scoped, "'a'", "'b'"));
        QVERIFY(!trial.outcome());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(trial.outcome()->names.variables.renamed.size(), std::size_t(1));
        trial.start(now, {{{0, 0}, "while True: pass\n"}});
        trial.drop();
        QVERIFY(!trial.now() && !trial.outcome());
    }

    void anEndlessLoopEndsByTheLimits() {
        const TrialOutcome outcome = tried(scoped, {{{24, 24}, "while True: pass\n"}});
        QVERIFY(endWords(outcome).startsWith("With the change it stops at line 2: "));
    }

    void deepRecursionIsEvaluatedAsInTheWindow() {
        const TrialOutcome outcome = tried(scoped, {{{24, 24}, "def f(n): return f(n + 1)\nf(0)\n"}});
        QVERIFY(endWords(outcome).contains("RecursionError"));
    }

    void thePreviewShowsLinesAndNames() {
        TrialPreview preview(*m_appearance);
        preview.resize(600, 400);
        preview.show();
        QSignalSpy finished(&preview.trial(), &Trial::finished);
        preview.tryOut(builtProgram(scoped).snapshot, replacing(scoped, "'a'", "'b'"));
        QCOMPARE(preview.text().toPlainText(), QString("1   import tensorflow as tf\n2 − with tf.variable_scope('a'):\n2 + with tf.variable_scope('b'):\n"
                                                       "3       v = tf.get_variable('v', [1], initializer=tf.zeros_initializer())"));
        QVERIFY(finished.wait());
        QCOMPARE(preview.names().rowCount(), 5);
        QVERIFY(preview.namesView().isVisible());
        preview.clear("nothing");
        QCOMPARE(preview.words(), QString("nothing"));
        QVERIFY(preview.text().toPlainText().isEmpty());
        QVERIFY(!preview.namesView().isVisible());
        QCOMPARE(preview.names().rowCount(), 0);
    }

    void aLargeProgramIsTriedToo() {
        std::string text = scoped;
        while (text.size() < 1'000'000) text += "# words that say nothing at all about anything\n";
        const TrialOutcome outcome = tried(text, replacing(text, "'a'", "'漢'"));
        QVERIFY(endWords(outcome).contains("is not a valid scope name"));
    }

private:
    TrialOutcome tried(const std::string& text, const std::vector<TextEdit>& edits) {
        Trial trial;
        QSignalSpy finished(&trial, &Trial::finished);
        trial.start(builtProgram(text).snapshot, edits);
        if (!trial.outcome() && !finished.wait(60'000)) return {};
        return *trial.outcome();
    }

    std::unique_ptr<Appearance> m_appearance;
};

QTEST_MAIN(TrialTest)
#include "tst_trial.moc"
