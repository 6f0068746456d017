// Tests conformance/comparison: what counts as equal to a recorded result.
#include "conformance/comparison.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace namescape;
using Json = nlohmann::json;

namespace {

Json result() {
    return Json::parse(R"({"ok": true, "error": null, "stdout": "<x at 0x12ab>\n",
        "nodes": [{"name": "a", "op": "NoOp", "inputs": [], "control_inputs": ["b", "c"], "device": "", "shape": [], "dtypes": []}],
        "variables": [{"name": "v:0", "shape": [1], "dtype": "float32", "trainable": true, "collections": ["x", "y"]}],
        "collections": {"x": ["v:0"]}})");
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNoDifferenceInEqualResults();
    void letsPassWhatMayDiffer_data();
    void letsPassWhatMayDiffer();
    void findsTheFirstDifference_data();
    void findsTheFirstDifference();
};

void ComparisonTest::findsNoDifferenceInEqualResults() {
    QVERIFY(!firstDifference(result(), result()));
}

void ComparisonTest::letsPassWhatMayDiffer_data() {
    QTest::addColumn<QString>("change");
    QTest::newRow("address") << R"({"stdout": "<x at 0x99>\n"})";
    QTest::newRow("further-key") << R"({"diagnostics": []})";
    QTest::newRow("control-input-order")
        << R"({"nodes": [{"name": "a", "op": "NoOp", "inputs": [], "control_inputs": ["c", "b"], "device": "", "shape": [], "dtypes": [], "colocation": []}]})";
}

void ComparisonTest::letsPassWhatMayDiffer() {
    QFETCH(QString, change);
    Json got = result();
    got.merge_patch(Json::parse(change.toStdString()));
    QVERIFY(!firstDifference(got, result()));
}

void ComparisonTest::findsTheFirstDifference_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("starts");
    QTest::newRow("no-nodes") << R"({"nodes": []})" << "0 nodes, want 1";
    QTest::newRow("node") << R"({"nodes": [{"name": "b"}], "stdout": ""})" << "node 0: got {";
    QTest::newRow("error") << R"({"error": {"type": "ValueError", "message": "m", "line": 1}})" << "error: got {";
    QTest::newRow("printed") << R"({"stdout": ""})" << "stdout: got \"\"";
    QTest::newRow("collection") << R"({"collections": {"y": []}})" << "collections: got {";
    QTest::newRow("variable") << R"({"variables": []})" << "variables: got []";
}

void ComparisonTest::findsTheFirstDifference() {
    QFETCH(QString, change);
    QFETCH(QString, starts);
    Json got = result();
    got.merge_patch(Json::parse(change.toStdString()));
    const auto difference = firstDifference(got, result());
    QVERIFY(difference);
    QVERIFY2(difference->starts_with(starts.toStdString()), difference->c_str());
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
