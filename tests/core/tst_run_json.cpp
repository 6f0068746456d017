// What `namescape run --json` says.
#include "evaluated_program.h"
#include "pipeline/export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace namescape;

namespace {

QJsonObject runOf(const char* program) {
    QJsonParseError error;
    const QByteArray json = QByteArray::fromStdString(runJson(*test::evaluatedProgram(program)));
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) return {{"broken", error.errorString()}};
    return document.object();
}

QByteArray compact(const QJsonValue& value) {
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact) : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

}  // namespace

class TestRunJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsOperationsInOrder();
    void listsVariablesAndCollections();
    void tellsErrors();
    void tellsWhatWasPrinted();
    void tellsDiagnosticsWithFixes();
    void listsOtherGraphs();
    void leavesUnknownSizesNull();
};

void TestRunJson::listsOperationsInOrder() {
    const QJsonObject run = runOf("import tensorflow as tf\nwith tf.name_scope('s'):\n    c = tf.constant([1., 2.], name='c')\n    d = tf.identity(c, name='d')\n");
    QCOMPARE(run["ok"], QJsonValue(true));
    QVERIFY(run["error"].isNull());
    const QJsonArray nodes = run["nodes"].toArray();
    QCOMPARE(nodes.size(), 2);
    QCOMPARE(compact(nodes[1]),
             QByteArray("{\"control_inputs\":[],\"device\":\"\",\"dtypes\":[\"float32\"],\"inputs\":[\"s/c:0\"],\"name\":\"s/d\",\"op\":\"Identity\",\"shape\":[[2]]}"));
}

void TestRunJson::listsVariablesAndCollections() {
    const QJsonObject run = runOf("import tensorflow as tf\nv = tf.get_variable('v', [2], trainable=False)\ntf.add_to_collection('mine', v)\ntf.add_to_collection('mine', 3)\n");
    QCOMPARE(compact(run["variables"]),
             QByteArray("[{\"collections\":[\"mine\",\"variables\"],\"dtype\":\"float32\",\"name\":\"v:0\",\"shape\":[2],\"trainable\":false}]"));
    QCOMPARE(compact(run["collections"]), QByteArray("{\"mine\":[\"v:0\",3],\"variables\":[\"v:0\"]}"));
}

void TestRunJson::tellsErrors() {
    const QJsonObject run = runOf("import tensorflow as tf\n\nraise ValueError('über \"alles\"')\n");
    QCOMPARE(run["ok"], QJsonValue(false));
    QCOMPARE(run["error"].toObject()["type"].toString(), QString("ValueError"));
    QCOMPARE(run["error"].toObject()["message"].toString(), QString("über \"alles\""));
    QCOMPARE(run["error"].toObject()["line"].toInt(), 3);
}

void TestRunJson::tellsWhatWasPrinted() {
    QCOMPARE(runOf("print('a', 1)\nprint('漢')\n")["stdout"].toString(), QString("a 1\n漢\n"));
}

void TestRunJson::tellsDiagnosticsWithFixes() {
    const QJsonObject run = runOf("import tensorflow as tf\nwith tf.name_scope('a')\n    tf.constant(1)\n");
    const QJsonObject diagnostic = run["diagnostics"].toArray()[0].toObject();
    QCOMPARE(diagnostic["severity"].toString(), QString("error"));
    QCOMPARE(diagnostic["range"].toObject()["begin"].toObject()["line"].toInt(), 2);
    QCOMPARE(diagnostic["fixes"].toArray()[0].toObject()["edits"].toArray()[0].toObject()["replacement"].toString(), QString(":"));
    QCOMPARE(run["nodes"].toArray()[0].toObject()["name"].toString(), QString("a/Const"));
}

void TestRunJson::listsOtherGraphs() {
    const QJsonObject run = runOf("import tensorflow as tf\nwith tf.Graph().as_default():\n    tf.constant(1, name='inner')\n");
    QVERIFY(run["nodes"].toArray().isEmpty());
    QCOMPARE(run["other_graphs"].toArray()[0].toObject()["nodes"].toArray()[0].toObject()["name"].toString(), QString("inner"));
    QVERIFY(!runOf("1\n").contains("other_graphs"));
}

void TestRunJson::leavesUnknownSizesNull() {
    const QJsonObject run = runOf("import tensorflow as tf\ntf.placeholder(tf.float32, [None, 3])\ntf.placeholder(tf.float32)\n");
    QCOMPARE(compact(run["nodes"].toArray()[0].toObject()["shape"]), QByteArray("[[null,3]]"));
    QCOMPARE(compact(run["nodes"].toArray()[1].toObject()["shape"]), QByteArray("[null]"));
}

QTEST_APPLESS_MAIN(TestRunJson)
#include "tst_run_json.moc"
