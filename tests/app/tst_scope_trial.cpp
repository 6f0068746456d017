#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "document/document.h"
#include "trial/scope_trial.h"
#include "trial/trial_preview.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

namespace {

const std::string program = "import tensorflow as tf  # 漢🙂\nwith tf.name_scope('outer'):\n    with tf.variable_scope('a', reuse=tf.AUTO_REUSE) as s:\n        v = tf.get_variable('v', [1])\n"
                            "with tf.variable_scope(s):\n    w = tf.get_variable('v', [1])\n";

}  // namespace

class ScopeTrialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        failOnWarnings();
        m_document = std::make_unique<Document>();
        m_dialog = std::make_unique<ScopeTrial>(*m_document, *m_appearance, nullptr);
        m_document->setUntitledText({}, QString::fromStdString(program));
        m_text = m_document->text();
        build();
    }

    void cleanup() {
        m_dialog.reset();
        m_document.reset();
    }

    void eachKeyShowsWhatWouldComeOfItAndTheTextStays() {
        openOn("v = tf");
        QCOMPARE(m_dialog->scope().count(), 2);
        QCOMPARE(m_dialog->name().text(), QString("a"));
        QVERIFY(!m_dialog->applyButton().isEnabled());
        QTest::keyClicks(&m_dialog->name(), "net");
        QTRY_VERIFY(m_dialog->preview().trial().outcome());
        QCOMPARE(m_dialog->preview().trial().outcome()->names.variables.renamed, (std::vector<RenamedItem>{{"a/v", "net/v"}}));
        QCOMPARE(m_document->text(), m_text);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(!m_dialog->preview().trial().now());
        QCOMPARE(m_document->text(), m_text);
    }

    void enterAppliesItAsOneStepOfUndo() {
        openOn("v = tf");
        QTest::keyClicks(&m_dialog->name(), "net");
        m_dialog->reuse().setCurrentIndex(m_dialog->reuse().findData("True"));
        QTest::keyClick(&m_dialog->name(), Qt::Key_Return);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_document->text().contains("tf.variable_scope('net', reuse=True) as s:"));
        m_document->textDocument()->undo();
        QCOMPARE(m_document->text(), m_text);
    }

    void theScopeAroundCanBeChosen() {
        openOn("v = tf");
        m_dialog->scope().setCurrentIndex(1);
        QCOMPARE(m_dialog->name().text(), QString("outer"));
        QVERIFY(!m_dialog->reuse().isVisible());
        QTest::keyClicks(&m_dialog->name(), "2");
        m_dialog->applyButton().click();
        QVERIFY(m_document->text().contains("tf.name_scope('outer2'):"));
    }

    void aScopeObjectIsWrittenAsPython() {
        openOn("w = tf");
        QCOMPARE(m_dialog->name().text(), QString("s"));
        m_dialog->name().setText("'b'");
        QTRY_VERIFY(m_dialog->preview().trial().outcome());
        QVERIFY(!m_dialog->preview().trial().outcome()->names.variables.added.empty());
        m_dialog->name().setText("  ");
        QVERIFY(!m_dialog->applyButton().isEnabled());
    }

    void whatIsNoNameIsNotTried() {
        openOn("v = tf");
        m_dialog->name().setText("a b'");
        QVERIFY(!m_dialog->applyButton().isEnabled());
        QVERIFY(m_dialog->preview().words().contains("is no name for a scope"));
        QVERIFY(!m_dialog->preview().trial().now());
        QTest::keyClick(&m_dialog->name(), Qt::Key_Return);
        QCOMPARE(m_document->text(), m_text);
    }

    void whereNoNameIsGivenOneIsWrittenInQuotes() {
        m_document->setUntitledText({}, "import tensorflow as tf\nwith tf.name_scope(None, 'x'):\n    c = tf.constant(1)\n");
        build();
        m_dialog->openOn(m_snapshot, scopeOpeningsAround(*m_snapshot->tree, {25, 26}));
        QVERIFY(m_dialog->name().text().isEmpty());
        QVERIFY(m_dialog->defaultName().isVisible());
        QTest::keyClicks(&m_dialog->name(), "b");
        m_dialog->apply();
        QVERIFY(m_document->text().contains("tf.name_scope(\"b\", 'x')"));
    }

    void reuseCanBeTakenAway() {
        openOn("v = tf");
        QCOMPARE(m_dialog->reuse().currentText(), QString("as written: tf.AUTO_REUSE"));
        m_dialog->reuse().setCurrentIndex(m_dialog->reuse().findText("not given"));
        m_dialog->apply();
        QVERIFY(m_document->text().contains("tf.variable_scope('a') as s:"));
    }

    void whereTheTextChangesUnderItItFollowsItsScope() {
        openOn("v = tf");
        QTest::keyClicks(&m_dialog->name(), "net");
        m_document->apply(std::vector<TextEdit>{{{0, 0}, "# 漢\n"}});
        QVERIFY(!m_dialog->applyButton().isEnabled());
        m_dialog->apply();
        QVERIFY(!m_document->text().contains("net"));
        build();
        m_dialog->showSnapshot(m_snapshot);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialog->name().text(), QString("net"));
        QVERIFY(m_dialog->applyButton().isEnabled());
        m_dialog->apply();
        QVERIFY(m_document->text().startsWith(QString::fromUtf8("# 漢\nimport")));
        QVERIFY(m_document->text().contains("tf.variable_scope('net', reuse=tf.AUTO_REUSE) as s:"));
    }

    void whereItsScopeGoesItGoesToo() {
        openOn("v = tf");
        QTest::keyClicks(&m_dialog->name(), "net");
        m_document->setUntitledText({}, "import tensorflow as tf\n");
        build();
        m_dialog->showSnapshot(m_snapshot);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_document->text(), QString("import tensorflow as tf\n"));
    }

    void whileItIsClosedItDoesNothing() {
        m_dialog->showSnapshot(m_snapshot);
        m_document->apply(std::vector<TextEdit>{{{0, 0}, "# "}});
        m_dialog->apply();
        QVERIFY(!m_dialog->preview().trial().now());
        QCOMPARE(m_document->text(), "# " + m_text);
    }

private:
    void build() { m_snapshot = builtProgram(m_document->text().toStdString(), m_document->revision()).snapshot; }

    void openOn(const std::string& part) { m_dialog->openOn(m_snapshot, scopeOpeningsAround(*m_snapshot->tree, rangeOf(program, part))); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ScopeTrial> m_dialog;
    std::shared_ptr<const Snapshot> m_snapshot;
    QString m_text;
};

QTEST_MAIN(ScopeTrialTest)
#include "tst_scope_trial.moc"
