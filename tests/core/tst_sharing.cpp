// Tests pipeline/sharing: who shares which variables, and what that saves.
#include "graph_file/graph_file.h"
#include "pipeline/export.h"
#include "pipeline/sharing.h"
#include "pipeline/pipeline.h"

#include <QStringList>
#include <QTest>

using namespace namescape;

namespace {

std::shared_ptr<const Snapshot> programSnapshot(const std::string& body) {
    Request request;
    request.text = "import tensorflow as tf\n" + body;
    request.lastStage = Stage::Diagram;
    Caches caches;
    return build(std::move(request), caches);
}

// The same graph, seen as a file.
std::shared_ptr<const Snapshot> fileSnapshot(const std::string& body) {
    const auto program = programSnapshot(body);
    Request request;
    request.graphFile = FileBytes::of(*exportSnapshot(*program, ExportFormat::GraphDef));
    request.lastStage = Stage::Diagram;
    Caches caches;
    return build(std::move(request), caches);
}

QString text(const ParameterCount& count) {
    QString words = count.known == ParameterCount::kMost ? QStringLiteral("most") : QString::number(count.known);
    if (count.unknownCount > 0) words += QStringLiteral("+%1?").arg(count.unknownCount);
    return words;
}

// "foo/v: 8, 2 users, saves 8"
QString variablesText(const Sharing& sharing) {
    QStringList lines;
    for (const VariableSharing& variable : sharing.variables) {
        QString line = QStringLiteral("%1: %2, %3 users").arg(QString::fromStdString(variable.name), text(variable.parameters)).arg(variable.userCount);
        if (!variable.saved.isEmpty()) line += QStringLiteral(", saves ") + text(variable.saved);
        if (variable.isPartitioned) line += QStringLiteral(", %1 slices").arg(variable.variables.size());
        if (variable.isHelper) line += QStringLiteral(", helper");
        else if (!variable.isTrainable) line += QStringLiteral(", not trained");
        lines += line;
    }
    return lines.join(u'\n');
}

// "foo: 8 of 12, trained 12, saves 8"
QString scopesText(const Sharing& sharing) {
    QStringList lines;
    for (const ScopeSharing& scope : sharing.scopes)
        lines += QStringLiteral("%1: %2 of %3, trained %4, saves %5").arg(QString::fromStdString(scope.name), text(scope.own), text(scope.total), text(scope.trainable), text(scope.saved));
    return lines.join(u'\n');
}

QString usesText(const Sharing& sharing, std::size_t variable) {
    QStringList scopes;
    for (const ScopeOfUse& use : sharing.variables[variable].uses) scopes += QStringLiteral("%1 ×%2").arg(QString::fromStdString(use.name)).arg(use.operations.size());
    return scopes.join(QStringLiteral(", "));
}

QString towersText(const Sharing& sharing) {
    QStringList lines;
    for (const TowerSharing& towers : sharing.towers) {
        QStringList names;
        for (const std::string& scope : towers.scopes) names += QString::fromStdString(scope);
        lines += QStringLiteral("%1 share %2, %3").arg(names.join(u' ')).arg(towers.variables.size()).arg(text(towers.parameters));
    }
    return lines.join(u'\n');
}

const char* const twoCalls = R"(def layer(x):
    w = tf.get_variable("w", [2, 4])
    b = tf.get_variable("b", [4])
    return tf.matmul(x, w) + b
x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("net"):
    layer(x)
with tf.variable_scope("net", reuse=True):
    layer(x)
)";

const char* const loopOfTowers = R"(x = tf.placeholder(tf.float32, [None, 2])
for i in range(3):
    with tf.name_scope("tower_%d" % i):
        y = tf.matmul(x, tf.get_variable("w", [2, 4])) + tf.get_variable("b", [4])
        tf.get_variable_scope().reuse_variables()
)";

}  // namespace

class SharingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reuseIsCountedAndSaves();
    void automaticReuseIsCounted();
    void templatesShare();
    void scopesCountWhatIsBelow();
    void towersOfALoopAreRecognised();
    void slicesAreOneVariable();
    void partsByNameAreVariablesOfTheirOwn();
    void slotsAreTold();
    void movingAveragesAreTold();
    void unknownShapesAreSaid();
    void scalarsAndEmptyShapesCount();
    void hugeShapesDoNotOverflow();
    void emptyProgramsHaveTheRootAlone();
    void filesCountScopesThatUse();
    void penaltiesShareNothing();
};

void SharingTest::reuseIsCountedAndSaves() {
    const Sharing sharing = sharingOf(*programSnapshot(twoCalls));
    QCOMPARE(variablesText(sharing), "net/w: 8, 2 users, saves 8\nnet/b: 4, 2 users, saves 4");
    QCOMPARE(scopesText(sharing), ": 0 of 12, trained 12, saves 12\nnet: 12 of 12, trained 12, saves 12");
    QCOMPARE(sharing.total().variableCount, 2u);
    QCOMPARE(sharing.total().sharedCount, 2u);
    QCOMPARE(usesText(sharing, 0), "net ×1, net_1 ×1");
    QCOMPARE(towersText(sharing), "net net_1 share 2, 12");
}

void SharingTest::automaticReuseIsCounted() {
    const Sharing sharing = sharingOf(*programSnapshot("for i in range(5):\n    with tf.variable_scope('a', reuse=tf.AUTO_REUSE):\n        tf.get_variable('v', [3])\n"));
    QCOMPARE(variablesText(sharing), "a/v: 3, 5 users, saves 12");
}

void SharingTest::templatesShare() {
    const Sharing sharing = sharingOf(*programSnapshot("def f(x):\n    return x * tf.get_variable('v', [3])\nt = tf.make_template('t', f)\nt(1.0)\nt(2.0)\nt(3.0)\n"));
    QCOMPARE(variablesText(sharing), "t/v: 3, 3 users, saves 6");
}

void SharingTest::scopesCountWhatIsBelow() {
    const Sharing sharing = sharingOf(*programSnapshot("tf.get_variable('r', [1])\nwith tf.variable_scope('a'):\n    with tf.variable_scope('b'):\n        tf.get_variable('v', [3])\n    "
                                                       "tf.get_variable('w', [5], trainable=False)\n"));
    QCOMPARE(scopesText(sharing), ": 1 of 9, trained 4, saves 0\na: 5 of 8, trained 3, saves 0\na/b: 3 of 3, trained 3, saves 0");
}

void SharingTest::towersOfALoopAreRecognised() {
    const Sharing sharing = sharingOf(*programSnapshot(loopOfTowers));
    QCOMPARE(towersText(sharing), "tower_0 tower_1 tower_2 share 2, 12");
    QCOMPARE(variablesText(sharing), "w: 8, 3 users, saves 16\nb: 4, 3 users, saves 8");
}

void SharingTest::slicesAreOneVariable() {
    const Sharing sharing = sharingOf(*programSnapshot("for i in range(2):\n    with tf.variable_scope('a', reuse=i > 0, partitioner=tf.fixed_size_partitioner(3)):\n        v = "
                                                       "tf.get_variable('v', [7, 2])\n"));
    QCOMPARE(variablesText(sharing), "a/v: 14, 2 users, saves 14, 3 slices");
    QCOMPARE(scopesText(sharing), ": 0 of 14, trained 14, saves 14\na: 14 of 14, trained 14, saves 14");
    QCOMPARE(sharing.total().variableCount, 1u);
}

void SharingTest::partsByNameAreVariablesOfTheirOwn() {
    const Sharing sharing = sharingOf(*programSnapshot("with tf.variable_scope('v'):\n    for i in range(2):\n        tf.get_variable('part_%d' % i, [2])\n"));
    QCOMPARE(variablesText(sharing), "v/part_0: 2, 1 users\nv/part_1: 2, 1 users");
}

void SharingTest::slotsAreTold() {
    const Sharing sharing = sharingOf(*programSnapshot("w = tf.get_variable('w', [2, 4])\nstep = tf.train.get_or_create_global_step()\ntf.train.AdamOptimizer().minimize(tf.reduce_sum(w), step)\n"));
    QCOMPARE(variablesText(sharing), "w: 8, 1 users\nglobal_step: 1, 1 users, not trained\nbeta1_power: 1, 1 users, helper\nbeta2_power: 1, 1 users, helper\n"
                                     "w/Adam: 8, 1 users, helper\nw/Adam_1: 8, 1 users, helper");
    QCOMPARE(sharing.helperCount, 4u);
    QCOMPARE(text(sharing.helperParameters), "18");
    QCOMPARE(text(sharing.total().total), "9");
}

void SharingTest::movingAveragesAreTold() {
    const Sharing sharing = sharingOf(*programSnapshot("w = tf.get_variable('w', [2])\ntf.train.ExponentialMovingAverage(0.9).apply([w])\n"));
    QCOMPARE(variablesText(sharing), "w: 2, 1 users\nw/ExponentialMovingAverage: 2, 1 users, helper");
}

void SharingTest::unknownShapesAreSaid() {
    const Sharing sharing = sharingOf(*programSnapshot("x = tf.placeholder(tf.float32)\nwith tf.variable_scope('a'):\n    tf.get_variable('v', initializer=x, validate_shape=False)\n    "
                                                       "tf.get_variable('w', [3])\n    tf.get_variable_scope().reuse_variables()\n    tf.get_variable('v', validate_shape=False)\n"));
    QCOMPARE(variablesText(sharing), "a/v: 0+1?, 2 users, saves 0+1?\na/w: 3, 1 users");
    QCOMPARE(text(sharing.total().total), "3+1?");
}

void SharingTest::scalarsAndEmptyShapesCount() {
    const Sharing sharing = sharingOf(*programSnapshot("tf.get_variable('s', [])\ntf.Variable(1.5)\ntf.get_variable('none', [0, 7])\n"));
    QCOMPARE(variablesText(sharing), "s: 1, 1 users\nVariable: 1, 1 users\nnone: 0, 1 users");
}

void SharingTest::hugeShapesDoNotOverflow() {
    QCOMPARE(text(parametersOf(Shape{4'000'000'000, 4'000'000'000})), "16000000000000000000");
    QCOMPARE(text(parametersOf(Shape{4'000'000'000, 4'000'000'000, 2})), "most");
    QCOMPARE(text(parametersOf(Shape{4'000'000'000, 4'000'000'000}).times(2)), "most");
    ParameterCount sum = parametersOf(Shape{4'000'000'000, 4'000'000'000});
    QCOMPARE(text(sum += sum), "most");
    QCOMPARE(text(sum += ParameterCount{1, 2}), "most+2?");
    QCOMPARE(text(parametersOf(Shape{4'000'000'000, 4'000'000'000, 4'000'000'000, 0})), "0");
}

void SharingTest::emptyProgramsHaveTheRootAlone() {
    const Sharing sharing = sharingOf(*programSnapshot(""));
    QCOMPARE(scopesText(sharing), ": 0 of 0, trained 0, saves 0");
    QVERIFY(sharing.variables.empty() && sharing.towers.empty());
}

void SharingTest::filesCountScopesThatUse() {
    const Sharing sharing = sharingOf(*fileSnapshot(loopOfTowers));
    QVERIFY(!sharing.tellsRequests);
    QVERIFY(!sharing.tellsTrainable);
    QCOMPARE(towersText(sharing), "tower_0 tower_1 tower_2 share 2, 12");
    QCOMPARE(usesText(sharing, 0), "tower_0 ×1, tower_1 ×1, tower_2 ×1");
    QCOMPARE(sharing.variables[0].userCount, 3u);
    QCOMPARE(text(sharing.total().saved), "24");
}

void SharingTest::penaltiesShareNothing() {
    const Sharing sharing = sharingOf(*fileSnapshot("x = tf.placeholder(tf.float32, [None, 2])\nw = tf.get_variable('w', [2, 4])\nwith tf.name_scope('net'):\n    y = tf.matmul(x, w)\n"
                                                    "with tf.name_scope('loss'):\n    tf.nn.l2_loss(w)\n"));
    QCOMPARE(sharing.variables[0].userCount, 1u);
    QCOMPARE(usesText(sharing, 0), "net ×1, loss ×1");
}

QTEST_APPLESS_MAIN(SharingTest)
#include "tst_sharing.moc"
