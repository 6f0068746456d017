#include "app/built_program.h"
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "document/document.h"
#include "trial/fix_chooser.h"
#include "trial/trial_preview.h"

#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

namespace {

const std::string madeTwice = "import tensorflow as tf\n# 漢🙂\nwith tf.variable_scope('a'):\n    v = tf.get_variable('v', [1])\n    w = tf.get_variable('v', [1])\n";

}  // namespace

class FixChooserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        failOnWarnings();
        m_document = std::make_unique<Document>();
        m_parent = std::make_unique<QWidget>();
        m_parent->show();
        m_chooser = new FixChooser(*m_document, *m_appearance, m_parent.get());
    }

    void cleanup() {
        m_parent.reset();
        m_document.reset();
    }

    void theFirstIsChosenAndPreviewedAndEnterAppliesIt() {
        const QString text = set("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        QVERIFY(offer());
        QCOMPARE(m_chooser->list().currentRow(), 0);
        QTRY_VERIFY(m_chooser->preview().trial().outcome());
        QVERIFY(m_chooser->preview().words().contains("Solved:"));
        QCOMPARE(m_document->text(), text);
        QTest::keyClick(&m_chooser->list(), Qt::Key_Return);
        QVERIFY(!m_chooser->isVisible());
        QVERIFY(m_document->text().contains("'a'):"));
        m_document->textDocument()->undo();
        QCOMPARE(m_document->text(), text);
    }

    void downShowsTheNextOneAndAClickAppliesIt() {
        set(madeTwice);
        QVERIFY(offer());
        QVERIFY(m_chooser->list().count() > 1);
        const TextDifference first = m_chooser->preview().trial().text();
        QTest::keyClick(&m_chooser->list(), Qt::Key_Down);
        QCOMPARE(m_chooser->list().currentRow(), 1);
        QVERIFY(m_chooser->preview().trial().text() != first);
        const std::vector<TextEdit> edits = m_chooser->preview().trial().edits();
        QCOMPARE(edits, m_snapshot->diagnostics[problem()].fixes[1].edits);
        QTest::mouseClick(m_chooser->findChild<QPushButton*>(), Qt::LeftButton);
        Document expected;
        expected.setUntitledText({}, QString::fromStdString(std::string(m_snapshot->text())));
        expected.apply(edits);
        QCOMPARE(m_document->text(), expected.text());
    }

    void thePointerShowsAFixAndAClickAppliesIt() {
        set(madeTwice);
        QVERIFY(offer());
        QListWidget& list = m_chooser->list();
        const auto middleOf = [&](int row) { return list.visualItemRect(list.item(row)).center(); };
        QTest::mouseMove(list.viewport(), middleOf(0));
        QTest::mouseMove(list.viewport(), middleOf(1));
        QTRY_COMPARE(list.currentRow(), 1);
        const std::vector<TextEdit> edits = m_snapshot->diagnostics[problem()].fixes[1].edits;
        QCOMPARE(m_chooser->preview().trial().edits(), edits);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, middleOf(1));
        QVERIFY(!m_chooser->isVisible());
        QVERIFY(m_document->text().contains(QString::fromStdString(edits.front().replacement)));
    }

    void escapeLeavesEverythingAsItIs() {
        const QString text = set("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        QVERIFY(offer());
        QTest::keyClick(&m_chooser->list(), Qt::Key_Escape);
        QVERIFY(!m_chooser->isVisible());
        QCOMPARE(m_document->text(), text);
        QVERIFY(!m_chooser->preview().trial().now());
    }

    void whenTheTextChangesItsFixesVanish() {
        set("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        QVERIFY(offer());
        m_document->apply(std::vector<TextEdit>{{{0, 0}, "# "}});
        QVERIFY(!m_chooser->isVisible());
        const QString text = m_document->text();
        m_chooser->applyCurrent();
        QCOMPARE(m_document->text(), text);
        QVERIFY(!offer());
    }

    void withoutAFixThereIsNothingToChoose() {
        set("import tensorflow as tf\n");
        QVERIFY(!offer());
        QVERIFY(!m_chooser->isVisible());
    }

    void itStaysOnTheScreen() {
        set("import tensorflow as tf\nwith tf.name_scope('a')\n    x = tf.constant(1)\n");
        const QRect screen = m_parent->screen()->availableGeometry();
        for (const QPoint& corner : {screen.topLeft(), screen.bottomRight(), screen.center()}) {
            QVERIFY(m_chooser->offer(m_snapshot, {0}, QRect(corner, QSize(1, 1))));
            QVERIFY(screen.contains(m_chooser->geometry()));
        }
    }

private:
    QString set(const std::string& text) {
        m_document->setUntitledText({}, QString::fromStdString(text));
        m_snapshot = builtProgram(text, m_document->revision()).snapshot;
        return m_document->text();
    }

    std::uint32_t problem() const {
        std::uint32_t number = 0;
        while (m_snapshot->diagnostics[number].fixes.empty()) ++number;
        return number;
    }

    bool offer() {
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < m_snapshot->diagnostics.size(); ++i) all.push_back(i);
        return m_chooser->offer(m_snapshot, all, QRect(100, 100, 1, 20));
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<QWidget> m_parent;
    FixChooser* m_chooser = nullptr;
    std::shared_ptr<const Snapshot> m_snapshot;
};

QTEST_MAIN(FixChooserTest)
#include "tst_fix_chooser.moc"
