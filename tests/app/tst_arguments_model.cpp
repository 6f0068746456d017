#include "app/widget_test.h"
#include "blocks/arguments_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

namespace {

CallParameter parameter(const char* name, const char* written, std::vector<std::string> choices = {}) {
    CallParameter made;
    made.name = name;
    made.written = written;
    made.choices = std::move(choices);
    return made;
}

}  // namespace

class ArgumentsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void rowsStayTheSameWhereTheParametersDo() {
        ArgumentsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setForm({"f", true, {parameter("a", "1"), parameter("b", "")}});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset), changes(&model, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex second = model.index(1, ArgumentsModel::Value);
        model.setForm({"f", true, {parameter("a", "2"), parameter("b", "3")}});
        QCOMPARE(second.data().toString(), "3");
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        model.setForm({"f", true, {parameter("a", "2"), parameter("b", "3")}});
        QCOMPARE(changes.size(), 1);
        model.setForm({"g", true, {parameter("a", "2")}});
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model.rowCount(), 1);
        model.setForm({});
        QCOMPARE(model.rowCount(), 0);
    }

    void constantsAreOnlyToBeChosen() {
        ArgumentsModel model;
        model.setForm({"f", true, {parameter("reuse", "", {"None", "True", "tf.AUTO_REUSE"}), parameter("reuse", "is_shared", {"None", "True"}), parameter("shape", "", {"[1]"})}});
        QVERIFY(model.index(0, 0).data(ArgumentsModel::IsOnlyChoicesRole).toBool());
        QVERIFY(!model.index(1, 0).data(ArgumentsModel::IsOnlyChoicesRole).toBool());
        QVERIFY(!model.index(2, 0).data(ArgumentsModel::IsOnlyChoicesRole).toBool());
    }

    void whatStaysAsItIsIsNoEdit() {
        ArgumentsModel model;
        model.setForm({"f", true, {parameter("a", "1")}});
        QSignalSpy requests(&model, &ArgumentsModel::valueRequested);
        QVERIFY(!model.setData(model.index(0, ArgumentsModel::Value), " 1 "));
        QVERIFY(model.setData(model.index(0, ArgumentsModel::Value), "2"));
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.front().back().toString(), "2");
    }
};

QTEST_MAIN(ArgumentsModelTest)
#include "tst_arguments_model.moc"
