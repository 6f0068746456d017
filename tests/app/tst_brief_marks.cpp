// Tests appearance/brief_marks: rows with new names.
#include "app/widget_test.h"
#include "appearance/brief_marks.h"

#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace namescape;
using namespace namescape::test;

class BriefMarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnWarnings();
        m_view = std::make_unique<QTreeView>();
        m_model = std::make_unique<QStandardItemModel>();
        m_view->setModel(m_model.get());
        m_marks = new BriefMarks(*m_view, {0, 1});
    }

    void cleanup() {
        m_view.reset();
        m_model.reset();
    }

    void newNamesAreMarkedUntilTheirTimeIsOver() {
        show("one", {{"a", "x"}, {"b", "y"}});
        QCOMPARE(marked(), "");
        show("one", {{"a", "x"}, {"b_1", "y"}, {"c", "z"}});
        QCOMPARE(marked(), "b_1 c");
        // What is built again without another name leaves the marks.
        show("one", {{"a", "x"}, {"b_1", "y"}, {"c", "z"}});
        QCOMPARE(marked(), "b_1 c");
        QTRY_COMPARE(marked(), "");
    }

    void eachColumnOfNamesCounts() {
        show("one", {{"a", "x"}});
        show("one", {{"a", "x_1"}});
        QCOMPARE(marked(), "a");
    }

    void rowsWithinRowsAreMarkedToo() {
        show("one", {{"a", "x"}});
        m_model->item(0)->appendRow({new QStandardItem("inner"), new QStandardItem("y")});
        m_marks->noteRows("one");
        QVERIFY(m_marks->isMarked(m_model->index(0, 0, m_model->index(0, 0))));
        QVERIFY(!m_marks->isMarked(m_model->index(0, 0)));
    }

    void anotherProgramIsNotMarked() {
        show("one", {{"a", "x"}});
        show("two", {{"a", "x"}, {"b", "y"}});
        QCOMPARE(marked(), "");
        show("", {{"other", "z"}});
        QCOMPARE(marked(), "");
        show("", {{"another", "z"}});
        QCOMPARE(marked(), "");
    }

private:
    void show(const QString& program, const QList<QStringList>& rows) {
        m_model->clear();
        for (const QStringList& row : rows) m_model->appendRow({new QStandardItem(row[0]), new QStandardItem(row[1])});
        m_marks->noteRows(program);
    }

    QString marked() const {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (m_marks->isMarked(m_model->index(row, 1))) names += m_model->index(row, 0).data().toString();
        return names.join(u' ');
    }

    std::unique_ptr<QTreeView> m_view;
    std::unique_ptr<QStandardItemModel> m_model;
    BriefMarks* m_marks = nullptr;
};

QTEST_MAIN(BriefMarksTest)
#include "tst_brief_marks.moc"
