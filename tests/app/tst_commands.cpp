// Tests command_line/commands through the program itself: exit statuses, messages, files.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

namespace {

struct Outcome {
    int status = -1;
    QString output;
    QString errors;
};

constexpr int secondsToWait = 60;

const QByteArray twoConstants = "import tensorflow as tf\na = tf.constant(1, name='a')\nprint(a.name)\nb = a + 2\n";

QByteArray words(const QByteArray& word, int count, const QByteArray& separator = {}) {
    return (word + separator).repeated(count);
}

}  // namespace

class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runPrintsWhatTheProgramPrintsThenItsNames();
    void runReadsStandardInput();
    void runReportsAnErrorAtItsPlaceAndStillPrintsNames();
    void runReadsOnAfterAMissingColon();
    void jsonIsAllThatIsOnStandardOutput();
    void jsonTellsTheError();
    void exportWritesAPicture_data();
    void exportWritesAPicture();
    void exportWritesToStandardOutput();
    void exportWritesWhatCouldBeBuilt();
    void exportLeavesTheFormerFileWhereTheProgramCannotBeRead();
    void exportRefusesAScopeThatIsNotThere();
    void exportSaysWhyItCannotWrite();
    void runPrintsTheNamesOfAGraphFile();
    void aProgramsGraphIsReadBackAsItWas();
    void namesOfAGraphFileDoNothingToATerminal();
    void graphFilesAreToldByTheirContent();
    void aDamagedGraphFileIsReadUpToTheDamage();
    void exportWritesGraphsThatAreReadAgain();
    void functionsOfAGraphFileAreGraphs();
    void refusesAFileThatIsNoProgram_data();
    void refusesAFileThatIsNoProgram();
    void anEmptyProgramIsDoneWithAWarning();
    void endsQuicklyOnHostilePrograms_data();
    void endsQuicklyOnHostilePrograms();
    void namesTheOptionThatRaisesALimit_data();
    void namesTheOptionThatRaisesALimit();
    void explainsNames();
    void explainsLines();
    void tellsWhatDiffers();
    void refusesWrongCalls();
    void informsOnRequest();
    void saysThatStandardOutputIsFull();
    void saysThatThereIsNoDisplay();
    void becomesTheWindowBesideIt();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const;
    QByteArray contents(const QString& name) const;
    Outcome call(const QStringList& arguments, const QByteArray& input = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CommandsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void CommandsTest::write(const QString& name, const QByteArray& bytes) const {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray CommandsTest::contents(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Outcome CommandsTest::call(const QStringList& arguments, const QByteArray& input) const {
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(NAMESCAPE_PROGRAM, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(secondsToWait * 1000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void CommandsTest::runPrintsWhatTheProgramPrintsThenItsNames() {
    write("a.py", twoConstants);
    const Outcome outcome = call({"run", "a.py"});
    QCOMPARE(outcome.errors, "");
    QCOMPARE(outcome.output, "a:0\n"
                             "3 operations\n"
                             "  a      Const  int32 ()\n"
                             "  add/y  Const  int32 ()\n"
                             "  add    AddV2  int32 ()\n"
                             "0 variables\n");
    QCOMPARE(outcome.status, 0);
}

void CommandsTest::runReadsStandardInput() {
    const Outcome outcome = call({"run", "-"}, "import tensorflow as tf\ntf.no_op(name='x')\nassert False\n");
    QVERIFY(outcome.output.startsWith("1 operation\n  x  NoOp\n"));
    QVERIFY2(outcome.errors.startsWith("<stdin>:3:1: error: "), qPrintable(outcome.errors));
    QCOMPARE(outcome.status, 1);
}

void CommandsTest::runReportsAnErrorAtItsPlaceAndStillPrintsNames() {
    write("a.py", "import tensorflow as tf\nx = tf.no_op(name='é')\n");
    const Outcome outcome = call({"run", "a.py"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith("a.py:2:"), qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains("ValueError: 'é' is not a valid scope name"), qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains("\n    x = tf.no_op(name='é')\n    "), qPrintable(outcome.errors));
    QCOMPARE(outcome.output, "0 operations\n0 variables\n");
}

void CommandsTest::runReadsOnAfterAMissingColon() {
    write("a.py", "import tensorflow as tf\nwith tf.name_scope('s')\n    tf.no_op(name='x')\n");
    const Outcome outcome = call({"run", "a.py"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith("a.py:2:23: error: "), qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains("\n    with tf.name_scope('s')\n                          ^\n"), qPrintable(outcome.errors));
    QVERIFY(outcome.output.startsWith("1 operation\n  s/x  NoOp\n"));
}

void CommandsTest::jsonIsAllThatIsOnStandardOutput() {
    write("a.py", twoConstants);
    const Outcome outcome = call({"run", "a.py", "--json"});
    const QJsonObject json = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    for (const char* key : {"ok", "error", "stdout", "nodes", "variables", "collections", "diagnostics"})
        QVERIFY2(json.contains(key), key);
    QCOMPARE(json["ok"].toBool(), true);
    QVERIFY(json["error"].isNull());
    QCOMPARE(json["stdout"].toString(), "a:0\n");
    QCOMPARE(outcome.status, 0);
}

void CommandsTest::jsonTellsTheError() {
    write("a.py", "x = 1\nraise ValueError('no\\n\"really\"')\n");
    const Outcome outcome = call({"run", "a.py", "--json"});
    const QJsonObject json = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    QCOMPARE(json["ok"].toBool(true), false);
    QCOMPARE(json["error"].toObject(), (QJsonObject{{"type", "ValueError"}, {"message", "no\n\"really\""}, {"line", 2}}));
    QCOMPARE(outcome.status, 1);
}

void CommandsTest::exportWritesAPicture_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("svg") << "out.svg" << QByteArray("<");
    QTest::newRow("dot") << "out.dot" << QByteArray("digraph");
    QTest::newRow("json") << "out.json" << QByteArray("{");
}

void CommandsTest::exportWritesAPicture() {
    QFETCH(QString, file);
    QFETCH(QByteArray, start);
    write("a.py", twoConstants);
    const Outcome outcome = call({"export", "a.py", "-o", file, "--open", "all", "--theme", "dark"});
    QCOMPARE(outcome.errors, "");
    QCOMPARE(outcome.status, 0);
    QVERIFY(contents(file).startsWith(start));
    QVERIFY(contents(file).contains("add"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), (QStringList{"a.py", file}));
}

void CommandsTest::exportWritesToStandardOutput() {
    write("a.py", twoConstants);
    const Outcome outcome = call({"export", "a.py", "-o", "-", "--format", "svg"});
    QXmlStreamReader reader(outcome.output);
    while (!reader.atEnd()) reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(outcome.status, 0);
}

void CommandsTest::exportWritesWhatCouldBeBuilt() {
    write("a.py", twoConstants + "raise ValueError('no')\n");
    const Outcome outcome = call({"export", "a.py", "-o", "out.dot"});
    QVERIFY(contents("out.dot").contains("add"));
    QVERIFY(outcome.errors.startsWith("a.py:5:1: error: ValueError: no\n"));
    QCOMPARE(outcome.status, 1);
}

void CommandsTest::exportLeavesTheFormerFileWhereTheProgramCannotBeRead() {
    write("out.svg", "former");
    QCOMPARE(call({"export", "none.py", "-o", "out.svg"}).status, 2);
    QCOMPARE(contents("out.svg"), "former");
}

void CommandsTest::exportRefusesAScopeThatIsNotThere() {
    write("a.py", twoConstants);
    const Outcome outcome = call({"export", "a.py", "-o", "out.svg", "--scope", "none"});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.errors, "namescape: error: the graph has no name scope 'none'\n");
    const Outcome inFlow = call({"export", "a.py", "-o", "out.svg", "--in-flow", "none"});
    QCOMPARE(inFlow.status, 2);
    QCOMPARE(inFlow.errors, "namescape: error: the graph has no operation or name scope 'none'\n");
    QVERIFY(!QFile::exists(path("out.svg")));
}

void CommandsTest::exportSaysWhyItCannotWrite() {
    write("a.py", twoConstants);
    const Outcome outcome = call({"export", "a.py", "-o", "none/out.svg"});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.errors, "namescape: error: none/out.svg cannot be written: No such file or directory\n");
}

void CommandsTest::runPrintsTheNamesOfAGraphFile() {
    write("a.pbtxt", "node { name: 'v' op: 'VariableV2' attr { key: 'dtype' value { type: DT_FLOAT } } attr { key: 'shape' value { shape { dim { size: 2 } } } } }\n"
                     "node { name: 'y' op: 'Identity' input: 'v' input: 'gone' }\n");
    const Outcome outcome = call({"run", "a.pbtxt"});
    QCOMPARE(outcome.errors, "a.pbtxt:2:1: warning: 'gone', an input of 'y', is not in the graph\n");
    QCOMPARE(outcome.output, "2 operations\n"
                             "  v  VariableV2  float32_ref (2,)\n"
                             "  y  Identity    invalid <unknown>\n"
                             "1 variable\n"
                             "  v:0  float32 (2,)\n");
    QCOMPARE(outcome.status, 0);
    const QJsonObject json = QJsonDocument::fromJson(call({"run", "--json", "a.pbtxt"}).output.toUtf8()).object();
    QVERIFY(json["ok"].toBool());
    QCOMPARE(json["nodes"].toArray().size(), 2);
    QCOMPARE(json["nodes"][1]["inputs"].toArray(), (QJsonArray{"v:0", "gone:0"}));
    QCOMPARE(json["file"]["kind"].toString(), "a GraphDef as text");
    QVERIFY(json["variables"][0]["trainable"].isNull());
}

void CommandsTest::aProgramsGraphIsReadBackAsItWas() {
    write("a.py", "import tensorflow as tf\n"
                  "x = tf.placeholder(tf.float32, [None, 4], name='in/x')\n"
                  "with tf.variable_scope('net'), tf.device('/gpu:0'):\n"
                  "    w = tf.get_variable('w', [4, 2])\n"
                  "    h = tf.nn.relu(tf.matmul(x, w))\n"
                  "parts = tf.split(h, 2, axis=1)\n"
                  "with tf.control_dependencies([w.initializer]):\n"
                  "    total = tf.while_loop(lambda i: i < 10, lambda i: i + 1, [tf.constant(0)])\n"
                  "loss = tf.reduce_mean(parts[1])\n"
                  "tf.train.AdamOptimizer().minimize(loss)\n");
    const auto nodes = [&](const QString& file) { return QJsonDocument::fromJson(call({"run", "--json", file}).output.toUtf8()).object()["nodes"].toArray(); };
    const QJsonArray made = nodes("a.py");
    QVERIFY(made.size() > 50);
    for (const QString file : {"a.pb", "a.pbtxt"}) {
        QCOMPARE(call({"export", "a.py", "-o", file}).status, 0);
        const QJsonArray read = nodes(file);
        QCOMPARE(read.size(), made.size());
        for (int i = 0; i < made.size(); ++i) QCOMPARE(read[i].toObject(), made[i].toObject());
    }
}

void CommandsTest::namesOfAGraphFileDoNothingToATerminal() {
    write("a.pbtxt", R"(node { name: "a\033[2J\nb" op: "NoOp" input: "^\007gone" })");
    const Outcome outcome = call({"run", "a.pbtxt"});
    QVERIFY(outcome.output.startsWith(QString::fromUtf8("1 operation\n  a\uFFFD[2J\uFFFDb ")));
    QCOMPARE(outcome.errors, QString::fromUtf8("a.pbtxt:1:1: warning: '\uFFFDgone', an input of 'a\uFFFD[2J\uFFFDb', is not in the graph\n"));
}

void CommandsTest::graphFilesAreToldByTheirContent() {
    write("a.py", "node { name: 'a' op: 'NoOp' }");
    QCOMPARE(call({"run", "a.py"}).output, "1 operation\n  a  NoOp\n0 variables\n");
    QCOMPARE(call({"run", "-"}, "node { name: 'a' op: 'NoOp' }").output, "1 operation\n  a  NoOp\n0 variables\n");
    write("a.pb", twoConstants);
    QVERIFY(call({"run", "a.pb"}).output.startsWith("a:0\n3 operations\n"));
    const Outcome explained = call({"explain", "a.py", "a"});
    QCOMPARE(explained.errors, "namescape: error: a.py is a graph: only a program's names can be explained\n");
    QCOMPARE(explained.status, 2);
}

void CommandsTest::aDamagedGraphFileIsReadUpToTheDamage() {
    write("a.pb", "node { name: 'a' op: 'NoOp' }\nnode { name: 'b' op NoOp }\n");
    const Outcome outcome = call({"run", "a.pb"});
    QCOMPARE(outcome.errors, "a.pb:2:21: error: expected ':', but found 'N'\n    node { name: 'b' op NoOp }\n                        ^\n");
    QCOMPARE(outcome.output, "1 operation\n  a  NoOp\n0 variables\n");
    QCOMPARE(outcome.status, 1);
    QCOMPARE(call({"export", "a.pb", "-o", "a.svg"}).status, 1);
    QVERIFY(contents("a.svg").contains("node-a"));
    write("b.pb", QByteArray("\n\x09\n\x01" "a\x12\x04NoOp\n\x7F"));
    const Outcome data = call({"run", "--json", "b.pb"});
    QVERIFY(data.errors.startsWith("b.pb:11: error: the file ends within the graph, after 1 node:"));
    QCOMPARE(data.status, 1);
    const QJsonObject json = QJsonDocument::fromJson(data.output.toUtf8()).object();
    QVERIFY(!json["ok"].toBool());
    QCOMPARE(json["error"]["place"].toString(), "11");
    QCOMPARE(json["nodes"].toArray().size(), 1);
    const Outcome limited = call({"run", "a.pb", "--max-nodes", "0"});
    QVERIFY(limited.errors.endsWith("namescape: this limit can be raised: --max-nodes N\n"));
}

void CommandsTest::exportWritesGraphsThatAreReadAgain() {
    write("a.py", "import tensorflow as tf\nwith tf.name_scope('s'):\n    x = tf.placeholder(tf.float32, [None, 2], name='x')\n"
                  "    with tf.control_dependencies([x]):\n        y = tf.split(x, 2, axis=1)[1]\nz = y + [1.5]\n");
    const auto nodesOf = [&](const QString& file) { return QJsonDocument::fromJson(call({"run", "--json", file}).output.toUtf8())["nodes"].toArray(); };
    const QJsonArray nodes = nodesOf("a.py");
    for (const QString& name : {QString("a.pb"), QString("a.pbtxt")}) {
        QCOMPARE(call({"export", "a.py", "-o", name}).status, 0);
        const QJsonArray again = nodesOf(name);
        QCOMPARE(again.size(), nodes.size());
        for (int i = 0; i < nodes.size(); ++i)
            for (const char* key : {"name", "op", "inputs", "control_inputs", "device", "dtypes", "colocation"}) QCOMPARE(again[i][QLatin1String(key)], nodes[i][QLatin1String(key)]);
    }
    QCOMPARE(call({"export", "a.pbtxt", "-o", "b.pb"}).status, 0);
    QCOMPARE(contents("b.pb"), contents("a.pb"));
    QVERIFY(call({"export", "a.pb", "-o", "-", "--format", "pbtxt"}).output.startsWith("node {\n  name: \"s/x\"\n"));
}

void CommandsTest::functionsOfAGraphFileAreGraphs() {
    write("a.pb", "node { name: 'c' op: 'f' } library { function { signature { name: 'f' input_arg { name: 'x' type: DT_FLOAT } } node_def { name: 'n' op: 'Neg' input: 'x' } } }");
    QVERIFY(call({"run", "a.pb", "--function", "f"}).output.startsWith("2 operations\n  x  _Arg  float32"));
    QCOMPARE(QJsonDocument::fromJson(call({"run", "--json", "a.pb"}).output.toUtf8())["file"]["graphs"].toArray().last()["name"].toString(), QString("f"));
    const Outcome wrong = call({"run", "a.pb", "--graph", "g"});
    QCOMPARE(wrong.errors, "a.pb: error: has no graph or function 'g'\n");
    QCOMPARE(wrong.status, 1);
    write("a.py", twoConstants);
    QCOMPARE(call({"run", "a.py", "--function", "f"}).status, 2);
}

void CommandsTest::refusesAFileThatIsNoProgram_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("binary") << QByteArray("\x7F""ELF\0\1", 6) << "a.py is a program or library of machine code";
    QTest::newRow("latin-1") << QByteArray("# caf\xE9\n") << "a.py is not UTF-8 text: line 1 has the byte 0xE9; save it as UTF-8";
    QTest::newRow("utf-16") << QByteArray("\xFF\xFEx\0", 4) << "a.py is UTF-16 text: save it as UTF-8";
    QTest::newRow("huge") << words("(]x", 17'000'000) << "a.py is too large for a program: it has more than 16 MB";
}

void CommandsTest::refusesAFileThatIsNoProgram() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    write("a.py", bytes);
    for (const QStringList& arguments : {QStringList{"run", "a.py"}, QStringList{"export", "a.py", "-o", "out.svg"}}) {
        const Outcome outcome = call(arguments);
        QCOMPARE(outcome.errors, "namescape: error: " + reason + "\n");
        QCOMPARE(outcome.status, 2);
    }
}

void CommandsTest::anEmptyProgramIsDoneWithAWarning() {
    write("a.py", "");
    const Outcome outcome = call({"run", "a.py"});
    QCOMPARE(outcome.errors, "namescape: warning: a.py is empty\n");
    QCOMPARE(outcome.status, 0);
}

void CommandsTest::endsQuicklyOnHostilePrograms_data() {
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("endless-loop") << QByteArray("while True: pass\n");
    QTest::newRow("endless-recursion") << QByteArray("def f(): f()\nf()\n");
    QTest::newRow("recursion-through-a-class") << QByteArray("class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nA().y\n");
    QTest::newRow("huge-list") << QByteArray("x = [0] * 10**12\n");
    QTest::newRow("huge-text") << QByteArray("x = 'a' * 10**12\n");
    QTest::newRow("doubling-list") << QByteArray("x = [0]\nwhile True: x = x + x\n");
    QTest::newRow("doubling-text") << QByteArray("x = 'a'\nwhile True: x += x\n");
    QTest::newRow("huge-number") << QByteArray("x = 10**10**10\n");
    QTest::newRow("huge-range") << QByteArray("x = list(range(10**12))\n");
    QTest::newRow("endless-printing") << QByteArray("while True: print('a' * 1000)\n");
    QTest::newRow("endless-operations") << QByteArray("import tensorflow as tf\nwhile True: tf.no_op()\n");
    QTest::newRow("brackets") << words("(", 100'000) + "\n";
    QTest::newRow("brackets-closed") << words("[", 100'000) + words("]", 100'000) + "\n";
    QTest::newRow("minus-signs") << "x = " + words("-", 100'000) + "1\n";
    QTest::newRow("long-sum") << "x = 0" + words(" + 1", 100'000) + "\n";
    QTest::newRow("long-chain") << "x = a" + words(".a", 100'000) + "\n";
    QTest::newRow("deep-blocks") << [] {
        QByteArray text;
        for (int depth = 0; depth < 2'000; ++depth) text += QByteArray(depth, ' ') + "if True:\n";
        return text;
    }();
    QTest::newRow("endless-line") << "x = '" + words("漢", 1'000'000) + "\n";
    QTest::newRow("garbage") << words("(]x@ \n\t:", 1'000'000);
}

void CommandsTest::endsQuicklyOnHostilePrograms() {
    QFETCH(QByteArray, program);
    write("a.py", program);
    const Outcome outcome = call({"run", "a.py", "--json", "--max-seconds", "5", "--max-nodes", "10000"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith("a.py:"), qPrintable(outcome.errors.left(300)));
    QVERIFY(outcome.errors.size() < 100'000);
    QVERIFY(QJsonDocument::fromJson(outcome.output.toUtf8()).object().contains("error"));
}

void CommandsTest::namesTheOptionThatRaisesALimit_data() {
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("option");
    QTest::newRow("steps") << QByteArray("while True: pass\n") << QStringList{"--max-steps", "1000"} << "--max-steps N";
    QTest::newRow("nodes") << QByteArray("import tensorflow as tf\nwhile True: tf.no_op()\n") << QStringList{"--max-nodes", "10"} << "--max-nodes N";
    QTest::newRow("memory") << QByteArray("x = [0] * 10**12\n") << QStringList{} << "--max-memory MEGABYTES";
    QTest::newRow("output") << QByteArray("while True: print('a' * 1000)\n") << QStringList{"--max-output", "1"} << "--max-output MEGABYTES";
    QTest::newRow("time") << QByteArray("while True: pass\n") << QStringList{"--max-seconds", "0.1", "--max-steps", "1000000000000"} << "--max-seconds SECONDS";
}

void CommandsTest::namesTheOptionThatRaisesALimit() {
    QFETCH(QByteArray, program);
    QFETCH(QStringList, options);
    QFETCH(QString, option);
    write("a.py", program);
    const Outcome outcome = call(QStringList{"run", "a.py"} + options);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.endsWith("namescape: this limit can be raised: " + option + "\n"), qPrintable(outcome.errors));
}

void CommandsTest::explainsLines() {
    const QByteArray program = "import tensorflow as tf\nfor i in range(2):\n    with tf.variable_scope('s', reuse=i > 0), tf.device('/cpu:0'):\n        v = tf.get_variable('v', [1])\n";
    const Outcome last = call({"explain", "-", "--at", "4"}, program);
    QCOMPARE(last.output, "Line 4, run 2 of 2:\n"
                          "  module level: name scope (root), variable scope (root)\n"
                          "    tf.variable_scope('s', reuse=i > 0), line 3, run 2 of 2: name scope s_1, variable scope s\n"
                          "      reuse True (line 3)\n"
                          "      tf.device('/cpu:0'), line 3, run 2 of 2: name scope s_1, variable scope s\n"
                          "        reuse True (inherited from line 3)\n"
                          "        initializer glorot_uniform_initializer (default)\n"
                          "        dtype float32 (default)\n"
                          "        device /device:CPU:0 (line 3)\n");
    QCOMPARE(last.status, 0);
    QVERIFY(call({"explain", "-", "--at", "3:11", "--run", "1"}, program).output.startsWith("Line 3, run 1 of 2:\n"));
    const QJsonObject json = QJsonDocument::fromJson(call({"explain", "-", "--at", "4", "--json"}, program).output.toUtf8()).object();
    QCOMPARE(json["runs"].toInt(), 2);
    QCOMPARE(json["frames"].toArray().last().toObject()["settings"].toArray().first().toObject()["source"].toString(), "inherited");
    QCOMPARE(call({"explain", "-", "--at", "9"}, program).errors, "namescape: error: the program has no line 9\n");
    QCOMPARE(call({"explain", "-", "--at", "4", "--run", "3"}, program).errors, "namescape: error: line 4 ran 2 times, as far as is known\n");
    QCOMPARE(call({"explain", "-", "--at", "x"}, program).status, 2);
    QCOMPARE(call({"explain", "-", "a", "--at", "4"}, program).status, 2);
}

void CommandsTest::explainsNames() {
    write("a.py", twoConstants);
    const Outcome known = call({"explain", "-", "s/c"}, "import tensorflow as tf\nwith tf.name_scope('s'):\n    tf.constant(1, name='c')\n");
    QCOMPARE(known.output, "s/c is an operation of type Const, made by tf.constant in line 3.\n"
                           "  s: the name scope opened by tf.name_scope('s') in line 2.\n"
                           "  c: the name given to tf.constant in line 3.\n");
    QCOMPARE(known.errors, "");
    QCOMPARE(known.status, 0);
    const Outcome unknown = call({"explain", "-", "s/d"}, "import tensorflow as tf\nwith tf.name_scope('s'):\n    tf.constant(1, name='c')\n");
    QCOMPARE(unknown.output, "");
    QCOMPARE(unknown.errors, "namescape: error: the program makes no name 's/d'; near it: s/c\n");
    QCOMPARE(unknown.status, 2);
    const Outcome broken = call({"explain", "-", "c"}, "import tensorflow as tf\ntf.constant(1, name='c')\nassert False\n");
    QVERIFY(broken.output.startsWith("c is an operation"));
    QCOMPARE(broken.status, 1);
    QCOMPARE(call({"explain", "a.py"}).errors, "namescape: error: NAME is required; see namescape explain --help\n");
}

void CommandsTest::tellsWhatDiffers() {
    write("a.py", twoConstants);
    write("b.py", QByteArray(twoConstants).replace("'a'", "'c'"));
    write("broken.py", twoConstants + "assert False\n");
    const Outcome renamed = call({"diff", path("a.py"), path("b.py")});
    QCOMPARE(renamed.output, "1 operation renamed\n  renamed  a  -> c\n");
    QCOMPARE(renamed.status, 1);
    const Outcome same = call({"diff", path("a.py"), "-"}, twoConstants);
    QCOMPARE(same.output, "no difference\n");
    QCOMPARE(same.status, 0);
    const Outcome broken = call({"diff", path("a.py"), path("broken.py"), "--json"});
    QVERIFY(!QJsonDocument::fromJson(broken.output.toUtf8()).object()["differs"].toBool(true));
    QVERIFY(broken.errors.contains("AssertionError"));
    QCOMPARE(broken.status, 1);
    QCOMPARE(call({"diff", path("a.py"), path("none.py")}).status, 2);
    QCOMPARE(call({"diff", "-", "-"}).errors, "namescape: error: only one of the two can be read from standard input\n");
}

void CommandsTest::refusesWrongCalls() {
    QCOMPARE(call({"run"}).errors, "namescape: error: FILE is required; see namescape run --help\n");
    QCOMPARE(call({"run"}).status, 2);
    QCOMPARE(call({"exprot"}).errors, "namescape: error: exprot cannot be read: No such file or directory"
                                      " (subcommands are run, export, explain and diff; see namescape --help)\n");
    QCOMPARE(call({"exprot"}).status, 2);
}

void CommandsTest::informsOnRequest() {
    const Outcome outcome = call({"--help"});
    QVERIFY(outcome.output.contains("export"));
    QCOMPARE(outcome.errors, "");
    QCOMPARE(outcome.status, 0);
}

void CommandsTest::saysThatStandardOutputIsFull() {
    write("a.py", twoConstants);
    QProcess process;
    process.setStandardOutputFile("/dev/full");
    process.start(NAMESCAPE_PROGRAM, {"run", path("a.py")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), "namescape: error: standard output cannot be written: No space left on device\n");
    QCOMPARE(process.exitCode(), 2);
}

void CommandsTest::saysThatThereIsNoDisplay() {
    const Outcome outcome = call({});
    QCOMPARE(outcome.errors, "namescape: error: no display: neither DISPLAY nor WAYLAND_DISPLAY is set; run, export, explain and diff need none\n");
    QCOMPARE(outcome.status, 2);
}

void CommandsTest::becomesTheWindowBesideIt() {
    write("a.py", twoConstants);
    QVERIFY(QFile::copy(NAMESCAPE_PROGRAM, path("namescape")));
    write("namescape-gui", "#!/bin/sh\necho \"window on $*\"\n");
    QVERIFY(QFile::setPermissions(path("namescape-gui"), QFile::ReadOwner | QFile::ExeOwner));
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("DISPLAY", ":99");
    process.setProcessEnvironment(environment);
    process.start(path("namescape"), {"a.py"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), "window on a.py\n");
    environment.remove("DISPLAY");  // painting needs none
    process.setProcessEnvironment(environment);
    process.start(path("namescape"), {"export", "a.py", "-o", "a.png", "--scale", "3"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), "window on export a.py -o a.png --scale 3\n");
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
