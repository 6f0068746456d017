// Whole explanations of names, for a program per rule of naming.
#include "evaluated_program.h"
#include "golden/golden.h"
#include "explain/name_explainer.h"
#include "pipeline/explain.h"
#include "pipeline/export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

namespace {

QByteArray programNamed(const QString& name) {
    return contentsOf(QStringLiteral(NAMESCAPE_TESTS_DIR "/explain/") + name + QStringLiteral(".py"));
}

// What is told of each name that the first line asks for.
QByteArray explanationsOf(const QByteArray& program) {
    const auto snapshot = evaluatedProgram(program.toStdString());
    const QByteArray firstLine = program.left(program.indexOf('\n'));
    QByteArray told;
    for (const QByteArray& name : firstLine.mid(firstLine.indexOf(':') + 1).simplified().split(' ')) {
        if (!told.isEmpty()) told += '\n';
        if (const auto text = explainName(*snapshot, name.toStdString())) told += QByteArray::fromStdString(*text);
        else told += "There is no " + name + ".\n";
    }
    return told;
}

}  // namespace

class TestExplain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhyANameIsWhatItIs_data();
    void tellsWhyANameIsWhatItIs();
    void explainsEveryNameOfEveryProgram_data() { tellsWhyANameIsWhatItIs_data(); }
    void explainsEveryNameOfEveryProgram();
    void partsAddUpToTheName_data() { tellsWhyANameIsWhatItIs_data(); }
    void partsAddUpToTheName();
    void knowsTensorsByTheirOutputs();
    void aVariableScopeMayEndInASlash();
    void offersNamesNearAnUnknownOne();
    void provenanceHasAnEntryPerOperationAndVariable();
};

void TestExplain::tellsWhyANameIsWhatItIs_data() {
    addProgramRows(QStringLiteral("explain"));
}

void TestExplain::tellsWhyANameIsWhatItIs() {
    QFETCH(QString, name);
    const QByteArray told = explanationsOf(programNamed(name));
    QCOMPARE(goldenDifference(QStringLiteral("../explain/") + name + QStringLiteral(".txt"), told), QByteArray());
}

void TestExplain::explainsEveryNameOfEveryProgram() {
    QFETCH(QString, name);
    const auto snapshot = evaluatedProgram(programNamed(name).toStdString());
    const NameExplainer explainer(*snapshot->tree, *snapshot->evaluation, snapshot->evaluation->main);
    for (const std::string& each : explainer.names()) {
        const auto text = explainName(*snapshot, each);
        QVERIFY2(text, each.c_str());
        QVERIFY2(text->find("unknown place") == std::string::npos, text->c_str());
    }
}

void TestExplain::partsAddUpToTheName() {
    QFETCH(QString, name);
    const auto snapshot = evaluatedProgram(programNamed(name).toStdString());
    const NameExplainer explainer(*snapshot->tree, *snapshot->evaluation, snapshot->evaluation->main);
    for (std::uint32_t i = 0; i < snapshot->graph().operationCount(); ++i) {
        std::string joined;
        for (const NamePart& part : explainer.partsOf({i})) {
            if (part.text.empty()) continue;
            if (!joined.empty()) joined += '/';
            joined += part.text;
            QCOMPARE(QByteArray::fromStdString(part.path), QByteArray::fromStdString(joined));
        }
        QCOMPARE(QByteArray::fromStdString(joined), QByteArray::fromStdString(std::string(snapshot->graph().operationName({i}))));
    }
}

void TestExplain::knowsTensorsByTheirOutputs() {
    const auto snapshot = evaluatedProgram("import tensorflow as tf\na, b = tf.split(tf.zeros([4]), 2, name='s')\n");
    QVERIFY(explainName(*snapshot, "s:1"));
    QVERIFY(!explainName(*snapshot, "s:2"));
    QVERIFY(!explainName(*snapshot, "t:0"));
}

void TestExplain::aVariableScopeMayEndInASlash() {
    const auto snapshot = evaluatedProgram("import tensorflow as tf\nwith tf.variable_scope('a'):\n    with tf.variable_scope('b/'):\n        pass\n");
    QVERIFY(explainName(*snapshot, "a/b/"));
    QVERIFY(!explainName(*snapshot, "a/c/"));
}

void TestExplain::offersNamesNearAnUnknownOne() {
    const auto snapshot = evaluatedProgram("import tensorflow as tf\nwith tf.variable_scope('encoder'):\n    tf.get_variable('weights', [1])\n");
    QCOMPARE(namesLike(*snapshot, "encoder/weight"), std::vector<std::string>{"encoder/weights"});
    QCOMPARE(namesLike(*snapshot, "weights").front(), std::string("encoder/weights"));
    QCOMPARE(namesLike(*snapshot, "encoder/xyzzy/plugh"), std::vector<std::string>{"encoder"});
    QCOMPARE(namesLike(*snapshot, ""), std::vector<std::string>{});
}

void TestExplain::provenanceHasAnEntryPerOperationAndVariable() {
    const auto snapshot = evaluatedProgram("import tensorflow as tf\n"
                                           "with tf.variable_scope('a', reuse=tf.AUTO_REUSE):\n"
                                           "    v = tf.get_variable('v', [1])\n"
                                           "with tf.variable_scope('a', reuse=True):\n"
                                           "    w = tf.get_variable('v', [1])\n"
                                           "    c = tf.identity(w, name='c')\n"
                                           "    d = tf.identity(w, name='c')\n");
    const QJsonObject run = QJsonDocument::fromJson(QByteArray::fromStdString(runJson(*snapshot))).object();
    const QJsonObject provenance = run["provenance"].toObject();
    const QJsonArray operations = provenance["operations"].toArray();
    QCOMPARE(operations.size(), run["nodes"].toArray().size());
    const QJsonObject last = operations.last().toObject();
    QCOMPARE(last["suffix"].toString(), QStringLiteral("_1"));
    QCOMPARE(last["taken_in_line"].toInt(), 6);
    const QJsonArray scopes = provenance["scopes"].toArray();
    const QJsonObject own = scopes[last["scope"].toInt()].toObject();
    QCOMPARE(own["path"].toString(), QStringLiteral("a_1/c_1"));
    const QJsonObject scope = scopes[own["outer"].toInt()].toObject();
    QCOMPARE(QJsonDocument(scope).toJson(QJsonDocument::Compact),
             QByteArray("{\"kind\":\"variable_scope\",\"line\":4,\"outer\":0,\"path\":\"a_1\",\"source\":\"given\",\"suffix\":\"_1\",\"taken_in_line\":2}"));
    const QJsonObject variable = provenance["variables"].toArray()[0].toObject();
    QCOMPARE(variable["key"].toString(), QStringLiteral("a/v"));
    QCOMPARE(QJsonDocument(variable["requests"].toArray()[1].toObject()).toJson(QJsonDocument::Compact),
             QByteArray("{\"created\":false,\"line\":5,\"name_scope\":\"a_1\",\"reuse\":\"True\",\"reuse_line\":4,\"reuse_source\":\"argument\",\"variable_scope\":\"a\"}"));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
