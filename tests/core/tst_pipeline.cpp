// From text to snapshot.
#include "pipeline/export.h"
#include "pipeline/pipeline.h"

#include <QTest>

using namespace namescape;

namespace {

const std::string kShared = "import tensorflow as tf\n"
                            "def layer(x):\n"
                            "    with tf.variable_scope('dense', reuse=tf.AUTO_REUSE):\n"
                            "        w = tf.get_variable('w', [3, 3])\n"
                            "        return tf.matmul(x, w)\n"
                            "a = layer(tf.zeros([1, 3]))\n"
                            "b = layer(a)\n";

Request requestOf(std::string text) {
    Request request;
    request.revision = 7;
    request.text = std::move(text);
    request.fileName = "program.py";
    return request;
}

std::shared_ptr<const Snapshot> buildText(std::string text) {
    Caches caches;
    return build(requestOf(std::move(text)), caches);
}

QString nameOf(const Snapshot& snapshot, OperationId operation) {
    const std::string_view name = snapshot.graph().operationName(operation);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

SourceRange rangeOfText(const Snapshot& snapshot, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(snapshot.text().find(part));
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

}  // namespace

class TestPipeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildsAPicture();
    void marksVariablesThatAreShared();
    void keepsWhatStoodBeforeAnError();
    void collectsDiagnosticsByPlace();
    void findsOperationsOfALine();
    void findsOperationsOfACall();
    void findsTheVariableOfAnOperation();
    void opensAScopeWithoutEvaluatingAgain();
    void givesTheSameEveryTime();
    void endsAtTheStageThatIsAskedFor();
    void givesNothingWhenStopped();
    void standsAnyText_data();
    void standsAnyText();
    void knowsFormatsByName();
    void exportsEveryFormat();
};

void TestPipeline::buildsAPicture() {
    const auto snapshot = buildText(kShared);
    QVERIFY(snapshot->isOk());
    QCOMPARE(snapshot->revision, std::uint64_t{7});
    const QString text = QString::fromStdString(toText(snapshot->diagram));
    QVERIFY2(text.contains("  shared variable dense/w | float32 (3, 3) | ×2\n"), qPrintable(text));
    QVERIFY(text.contains("data dense/w -> dense_1/MatMul | (3, 3)\n"));
    QCOMPARE(snapshot->drawing.boxes.size(), snapshot->diagram.boxes.size());
    QVERIFY(snapshot->times.total().count() > 0);
}

void TestPipeline::marksVariablesThatAreShared() {
    const auto snapshot = buildText(kShared);
    QCOMPARE(snapshot->variables().size(), std::size_t{1});
    const VariableInfo& variable = snapshot->variables()[0];
    QCOMPARE(variable.name, std::string("dense/w:0"));
    QCOMPARE(variable.requests.size(), std::size_t{2});
    QVERIFY(variable.requests[0].created && !variable.requests[1].created);
    QCOMPARE(snapshot->lineOf(variable.requests[1].origin), 4u);
}

void TestPipeline::keepsWhatStoodBeforeAnError() {
    const auto snapshot = buildText("import tensorflow as tf\na = tf.constant(1, name='a')\nraise ValueError('no')\ntf.constant(2)\n");
    QVERIFY(!snapshot->isOk());
    QCOMPARE(snapshot->graph().operationCount(), std::size_t{1});
    QCOMPARE(snapshot->evaluation->error->type, std::string("ValueError"));
    QCOMPARE(snapshot->evaluation->error->line, 3u);
    QVERIFY(std::any_of(snapshot->diagnostics.begin(), snapshot->diagnostics.end(), [](const Diagnostic& each) { return message(each) == "ValueError: no"; }));
}

void TestPipeline::collectsDiagnosticsByPlace() {
    const auto snapshot = buildText("x = undefined_name\nwith tf.name_scope('a')\n    pass\n");
    QVERIFY(snapshot->diagnostics.size() >= 2);
    for (std::size_t i = 1; i < snapshot->diagnostics.size(); ++i) {
        QVERIFY(snapshot->diagnostics[i - 1].range.begin <= snapshot->diagnostics[i].range.begin);
    }
}

void TestPipeline::findsOperationsOfALine() {
    const auto snapshot = buildText("import tensorflow as tf\na = tf.constant(1, name='a')\nb = tf.constant(2, name='b')\n");
    const auto found = snapshot->operationsIn(rangeOfText(*snapshot, "b = tf.constant(2, name='b')"));
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(nameOf(*snapshot, found[0]), QString("b"));
    QCOMPARE(snapshot->tree->lines().line(snapshot->rangeOf(found[0]).begin), 3u);
}

void TestPipeline::findsOperationsOfACall() {
    const auto snapshot = buildText(kShared);
    QStringList names;
    for (const OperationId each : snapshot->operationsIn(rangeOfText(*snapshot, "b = layer(a)"))) names += nameOf(*snapshot, each);
    QCOMPARE(names, QStringList("dense_1/MatMul"));
    const auto inBody = snapshot->operationsIn(rangeOfText(*snapshot, "return tf.matmul(x, w)"));
    QCOMPARE(inBody.size(), std::size_t{2});
}

void TestPipeline::findsTheVariableOfAnOperation() {
    const auto snapshot = buildText(kShared);
    const auto variableOf = [&](const char* name) { return snapshot->variableOf(*snapshot->graph().findOperation(name)); };
    QCOMPARE(variableOf("dense/w/read"), &snapshot->variables()[0]);
    QCOMPARE(variableOf("dense/w"), &snapshot->variables()[0]);
    QVERIFY(!variableOf("dense/MatMul"));
}

void TestPipeline::opensAScopeWithoutEvaluatingAgain() {
    Caches caches;
    const auto snapshot = build(requestOf(kShared), caches);
    ViewOptions view;
    view.open = view.open.withOpened("dense/w");
    const auto rebuilt = rebuildView(*snapshot, view, caches);
    QCOMPARE(rebuilt->evaluation, snapshot->evaluation);
    QCOMPARE(rebuilt->tree, snapshot->tree);
    QVERIFY(rebuilt->diagram.boxes.size() > snapshot->diagram.boxes.size());
    QVERIFY(rebuildView(*rebuilt, {}, caches)->drawing == snapshot->drawing);
}

void TestPipeline::givesTheSameEveryTime() {
    Caches caches;
    const auto first = build(requestOf(kShared), caches), second = build(requestOf(kShared), caches), fresh = buildText(kShared);
    QVERIFY(first->drawing == second->drawing && first->drawing == fresh->drawing);
    QCOMPARE(runJson(*first), runJson(*fresh));
    QCOMPARE(*exportSnapshot(*first, ExportFormat::Svg), *exportSnapshot(*fresh, ExportFormat::Svg));
}

void TestPipeline::endsAtTheStageThatIsAskedFor() {
    Request request = requestOf(kShared);
    request.lastStage = Stage::Evaluate;
    Caches caches;
    const auto evaluated = build(request, caches);
    QVERIFY(evaluated->graph().operationCount() > 0 && evaluated->diagram.boxes.empty());
    request.lastStage = Stage::Diagram;
    const auto pictured = build(request, caches);
    QVERIFY(!pictured->diagram.boxes.empty() && pictured->drawing.boxes.empty());
}

void TestPipeline::givesNothingWhenStopped() {
    std::stop_source source;
    source.request_stop();
    Caches caches;
    QVERIFY(!build(requestOf("while True: pass\n"), caches, source.get_token()));
}

void TestPipeline::standsAnyText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("\n\n  \n");
    QTest::newRow("not-a-program") << QByteArray("Dear all,\n\tplease (find [attached {\n");
    QTest::newRow("bytes") << QByteArray("\x00\xFF\xFE\x80gar\x00" "bage", 12);
    QTest::newRow("brackets") << QByteArray(100'000, '(');
    QTest::newRow("nothing-but-an-error") << QByteArray("raise KeyError");
}

void TestPipeline::standsAnyText() {
    QFETCH(QByteArray, text);
    const auto snapshot = buildText(text.toStdString());
    QVERIFY(snapshot);
    QCOMPARE(snapshot->graph().operationCount(), std::size_t{0});
    for (const ExportFormat format : {ExportFormat::Svg, ExportFormat::Dot, ExportFormat::Json}) QVERIFY(!exportSnapshot(*snapshot, format)->empty());
}

void TestPipeline::knowsFormatsByName() {
    QCOMPARE(exportFormatOfFile("a/b.c/out.SVG"), std::optional(ExportFormat::Svg));
    QCOMPARE(exportFormatOfFile("graph.gv"), std::optional(ExportFormat::Dot));
    QCOMPARE(exportFormatNamed("json"), std::optional(ExportFormat::Json));
    QVERIFY(!exportFormatOfFile("svg"));
    QVERIFY(!exportFormatOfFile("picture.svg/out"));
    QVERIFY(!exportFormatNamed(""));
    for (const std::string_view name : exportFormatNames()) QVERIFY(exportFormatNamed(name));
}

void TestPipeline::exportsEveryFormat() {
    const auto snapshot = buildText(kShared);
    QVERIFY(exportSnapshot(*snapshot, ExportFormat::Svg)->starts_with("<?xml"));
    QVERIFY(exportSnapshot(*snapshot, ExportFormat::Dot)->starts_with("digraph"));
    QCOMPARE(*exportSnapshot(*snapshot, ExportFormat::Json), runJson(*snapshot));
    QVERIFY(*exportSnapshot(*snapshot, ExportFormat::Svg, {ThemeName::Dark}) != *exportSnapshot(*snapshot, ExportFormat::Svg));
}

QTEST_APPLESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
