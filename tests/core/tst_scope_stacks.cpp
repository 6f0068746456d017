// Tests pipeline/scope_stacks: what is in force at a place of a program, and where it comes from.
#include "evaluated_program.h"
#include "pipeline/scope_stacks.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

namespace {

constexpr const char* kImport = "import tensorflow as tf\n";

// "a | b" for the frames, each "name scope, variable scope: settings"; what is by default is left out.
QString text(const ScopeStacks& stacks) {
    QStringList frames;
    for (const StackFrame& frame : stacks.frames) {
        QString words = QString::fromStdString(frame.nameScope + ", " + frame.variableScope + ":");
        for (const StackSetting& setting : frame.settings) {
            if (setting.source == StackSettingSource::Default) continue;
            words += QString::fromStdString(std::string(" ") + settingName(setting.kind) + " " + setting.text() + " (" + sourceText(setting) + ");");
        }
        frames += words;
    }
    return frames.join(QStringLiteral(" | "));
}

struct At {
    std::shared_ptr<const Snapshot> snapshot;
    StackPlace place;

    // The program with "^" where the cursor stands.
    explicit At(const std::string& marked) {
        std::string program = kImport + marked;
        const auto offset = program.find('^');
        program.erase(offset, 1);
        snapshot = evaluatedProgram(program);
        place = stackPlaceAt(*snapshot, static_cast<std::uint32_t>(offset));
    }

    QString run(std::size_t number) {
        place.chosen = number;
        return text(stacksAt(*snapshot, place));
    }
    QString stacks() const { return text(stacksAt(*snapshot, place)); }
};

QString stacksAtMark(const std::string& marked) {
    return At(marked).stacks();
}

OperationId operationCalled(const Snapshot& snapshot, std::string_view name) {
    return snapshot.graph().findOperation(name).value_or(OperationId{});
}

QStringList conformancePrograms() {
    QStringList paths;
    QDirIterator files(NAMESCAPE_TESTS_DIR "/conformance/scopes", {"*.py"}, QDir::Files);
    while (files.hasNext()) paths += files.next();
    paths.sort();
    return paths;
}

}  // namespace

class ScopeStacksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModuleLevelSaysTheDefaults();
    void framesAreNestedAndInherit();
    void aScopeObjectJumps();
    void withoutAnAuxiliaryNameScopeOnlyTheVariableScopeIsOpened();
    void callsCountFromWhereTheyStand_data();
    void callsCountFromWhereTheyStand();
    void customGettersAreComposed();
    void everySettingOfAScopeIsThere();
    void devicesAndControlDependenciesAreInForceUntilTheyAreReset();
    void whatSetsNoScopeIsAFrameToo();
    void aLoopHasARunEachTime();
    void functionsAreFollowedToTheirCalls();
    void emptyLinesBelongWhereTheirIndentationIs();
    void aHeaderBelongsToItsScope();
    void whatNeverRanHasNoRuns_data();
    void whatNeverRanHasNoRuns();
    void operationsAndVariablesKnowTheirRun();
    void librariesHaveFramesOfTheirOwn();
    void runsThatInheritAllShareTheirSettings();
    void framesFitTheGraphInEveryProgram();
};

void ScopeStacksTest::theModuleLevelSaysTheDefaults() {
    const At at("x = 1^\n");
    const ScopeStacks stacks = stacksAt(*at.snapshot, at.place);
    QCOMPARE(stacks.frames.size(), 1u);
    QStringList words;
    for (const StackSetting& setting : stacks.frames[0].settings) words += QString::fromStdString(std::string(settingName(setting.kind)) + " " + setting.text());
    QCOMPARE(words.join(", "), "reuse False, initializer glorot_uniform_initializer, dtype float32");
}

void ScopeStacksTest::framesAreNestedAndInherit() {
    QCOMPARE(stacksAtMark("with tf.variable_scope('a', initializer=tf.zeros_initializer(), reuse=tf.AUTO_REUSE):\n"
                          "    with tf.name_scope('b'), tf.variable_scope('c', reuse=True):\n"
                          "        x = 1^\n"),
             ", : | "
             "a, a: reuse AUTO_REUSE (line 2); initializer tf.zeros_initializer() (line 2); | "
             "a/b, a: reuse AUTO_REUSE (inherited from line 2); initializer tf.zeros_initializer() (inherited from line 2); | "
             "a/b/c, a/c: reuse True (line 3); initializer tf.zeros_initializer() (inherited from line 2);");
}

void ScopeStacksTest::aScopeObjectJumps() {
    const At at("with tf.variable_scope('a', dtype=tf.float64) as s:\n    pass\nwith tf.variable_scope('b', initializer=tf.ones_initializer()):\n    with tf.variable_scope(s):\n        x = 1^\n");
    QCOMPARE(at.stacks(), ", : | b, b: initializer tf.ones_initializer() (line 4); | b/a, a: dtype float64 (from the scope object, line 2);");
    const StackFrame frame = stacksAt(*at.snapshot, at.place).frames.back();
    QVERIFY(frame.jumpsVariableScope);
    QVERIFY(!frame.jumpsNameScope);
    QCOMPARE(frame.ownNameScope, "a");
}

void ScopeStacksTest::withoutAnAuxiliaryNameScopeOnlyTheVariableScopeIsOpened() {
    const At at("with tf.variable_scope('a') as s:\n    pass\nwith tf.variable_scope(s, auxiliary_name_scope=False):\n    x = 1^\n");
    QCOMPARE(at.stacks(), ", : | , a:");
    QCOMPARE(stacksAt(*at.snapshot, at.place).frames.back().ownNameScope, "");
}

void ScopeStacksTest::callsCountFromWhereTheyStand_data() {
    QTest::addColumn<std::string>("program");
    QTest::addColumn<QString>("stacks");
    const std::string scope = "with tf.variable_scope('a') as s:\n";
    QTest::newRow("before") << scope + "    x = 1^\n    s.reuse_variables()\n" << ", : | a, a:";
    QTest::newRow("after") << scope + "    s.reuse_variables()\n    x = 1^\n" << ", : | a, a: reuse True (line 3, by a call);";
    QTest::newRow("inside-later") << scope + "    s.set_initializer(tf.ones_initializer())\n    with tf.name_scope('n'):\n        x = 1^\n"
                                  << ", : | a, a: initializer tf.ones_initializer() (line 3, by a call); | a/n, a: initializer tf.ones_initializer() (inherited from line 3);";
    QTest::newRow("of-the-module") << std::string("tf.get_variable_scope().set_regularizer(None)\nwith tf.name_scope('n'):\n    tf.get_variable_scope().reuse_variables()\nx = 1^\n")
                                   << ", : reuse True (line 4, by a call); regularizer None (line 2, by a call);";
    QTest::newRow("second-round") << std::string("for i in range(2):\n    with tf.name_scope('n'):\n        x = 1^\n        tf.get_variable_scope().reuse_variables()\n")
                                  << ", : reuse True (line 5, by a call); | n_1, : reuse True (inherited from line 5);";
    QTest::newRow("by-a-function") << "def f(s):\n    s.reuse_variables()\n" + scope + "    f(s)\n    x = 1^\n" << ", : | a, a: reuse True (line 3, by a call);";
}

void ScopeStacksTest::callsCountFromWhereTheyStand() {
    QFETCH(std::string, program);
    QTEST(stacksAtMark(program), "stacks");
}

void ScopeStacksTest::customGettersAreComposed() {
    QCOMPARE(stacksAtMark("def f(getter, *a, **k): return getter(*a, **k)\ndef g(getter, *a, **k): return getter(*a, **k)\n"
                          "with tf.variable_scope('a', custom_getter=f):\n    with tf.variable_scope('b', custom_getter=g) as s:\n        s.set_custom_getter(f)\n        with tf.variable_scope('c', custom_getter=g):\n            x = 1^\n"),
             ", : | a, a: custom getter f (line 4); | a/b, a/b: custom getter f (line 6, by a call); | a/b/c, a/b/c: custom getter f (inherited from line 6); custom getter g (line 7);");
    QVERIFY(stacksAtMark("def f(getter, *a, **k): return getter(*a, **k)\ndef g(getter, *a, **k): return getter(*a, **k)\n"
                         "with tf.variable_scope('a', custom_getter=f):\n    with tf.variable_scope('b', custom_getter=g):\n        x = 1^\n")
                .endsWith("custom getter f (inherited from line 4); custom getter g (line 5);"));
}

void ScopeStacksTest::everySettingOfAScopeIsThere() {
    QCOMPARE(stacksAtMark("init = tf.zeros_initializer()\ndef loss(v): return None\ndef keep(v): return v\n"
                          "with tf.variable_scope('a', None, None, init, loss, caching_device='/cpu:0', partitioner=tf.fixed_size_partitioner(2),\n"
                          "                       dtype=tf.float64, use_resource=True, constraint=keep):\n    with tf.variable_scope('b'):\n        x = 1^\n"),
             ", : | a, a: initializer init (Zeros) (line 5); dtype float64 (line 6); regularizer loss (line 5); partitioner tf.fixed_size_partitioner(2) (line 5); "
             "caching device '/cpu:0' (line 5); use_resource True (line 6); constraint keep (line 6); | "
             "a/b, a/b: initializer init (Zeros) (inherited from line 5); dtype float64 (inherited from line 6); regularizer loss (inherited from line 5); "
             "partitioner tf.fixed_size_partitioner(2) (inherited from line 5); caching device '/cpu:0' (inherited from line 5); use_resource True (inherited from line 6);");
}

void ScopeStacksTest::devicesAndControlDependenciesAreInForceUntilTheyAreReset() {
    QCOMPARE(stacksAtMark("c = tf.no_op(name='c')\nwith tf.device('/job:ps'), tf.control_dependencies([c]):\n    with tf.device(lambda op: '/gpu:0'):\n        x = 1^\n"),
             ", : | , : device /job:ps (line 3); | , : device /job:ps (inherited from line 3); control dependencies c (line 3); | "
             ", : device /job:ps (inherited from line 3); device lambda op: '/gpu:0' (line 4); control dependencies c (inherited from line 3);");
    QVERIFY(stacksAtMark("c = tf.no_op(name='c')\nwith tf.control_dependencies([c]):\n    with tf.control_dependencies(None):\n        x = 1^\n").endsWith("| , : control dependencies None (line 4);"));
    QVERIFY(stacksAtMark("c = tf.no_op(name='c')\nwith tf.device('/cpu:0'):\n    with tf.colocate_with(c):\n        x = 1^\n").endsWith("| , : colocated with c (line 4);"));
}

void ScopeStacksTest::whatSetsNoScopeIsAFrameToo() {
    const At at("import contextlib\n@contextlib.contextmanager\ndef mine():\n    with tf.variable_scope('a'):\n        yield\nwith mine():\n    with tf.Graph().as_default():\n        x = 1^\n");
    QStringList frames;
    for (const StackFrame& frame : stacksAt(*at.snapshot, at.place).frames) frames += QString::fromStdString(frame.code + " " + frame.nameScope);
    QCOMPARE(frames.join("; "), " ; tf.variable_scope('a') a; mine() a; tf.Graph().as_default() ");
    QCOMPARE(stacksAtMark("import contextlib\n@contextlib.contextmanager\ndef mine():\n    with tf.variable_scope('a'):\n        yield\nwith mine():\n    x = 1\nwith tf.name_scope('b'):\n    y = 1^\n"), ", : | b, :");
    QCOMPARE(stacksAtMark("class Mine:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\nfor i in range(2):\n    with Mine():\n        raise ValueError('x')\nwith tf.name_scope('b'):\n    y = 1^\n"), ", : | b, :");
}

void ScopeStacksTest::aLoopHasARunEachTime() {
    At at("for i in range(3):\n    with tf.variable_scope('a', reuse=i > 0):\n        x = tf.get_variable('v', [1])^\n");
    QCOMPARE(at.place.runs.size(), 3u);
    QCOMPARE(at.run(0), ", : | a, a:");
    QCOMPARE(at.run(2), ", : | a_2, a: reuse True (line 3);");
    const StackFrame frame = stacksAt(*at.snapshot, at.place).frames.back();
    QCOMPARE(frame.runNumber, 3u);
    QCOMPARE(frame.runCount, 3u);
}

void ScopeStacksTest::functionsAreFollowedToTheirCalls() {
    At at("def f():\n    c = tf.constant(1)^\n    return c\ndef g():\n    with tf.name_scope('g'):\n        return f()\nwith tf.name_scope('a'):\n    f()\ng()\n");
    QCOMPARE(at.place.runs.size(), 2u);
    QCOMPARE(at.run(0), ", : | a, :");
    QCOMPARE(at.run(1), ", : | g, :");
    // A loop's rounds are told apart by the blocks in it.
    At rounds("def f():\n    c = tf.constant(1)^\nfor n in 'xyz':\n    with tf.name_scope(n):\n        f()\n");
    QCOMPARE(rounds.place.runs.size(), 3u);
    QCOMPARE(rounds.run(1), ", : | y, :");
    At lambdas("def f():\n    c = tf.cond(tf.constant(True), lambda: tf.constant(1), lambda: tf.constant(2))^\nf()\n");
    QCOMPARE(lambdas.place.runs.size(), 1u);
}

void ScopeStacksTest::emptyLinesBelongWhereTheirIndentationIs() {
    const std::string program = "with tf.name_scope('a'):\n    with tf.name_scope('b'):\n        x = 1\n";
    QCOMPARE(stacksAtMark(program + "        ^\n\ny = 1\n"), ", : | a, : | a/b, :");
    QCOMPARE(stacksAtMark(program + "    # so^\n"), ", : | a, :");
    QCOMPARE(stacksAtMark(program + "^\ny = 1\n"), ", :");
}

void ScopeStacksTest::aHeaderBelongsToItsScope() {
    QCOMPARE(stacksAtMark("wi^th tf.name_scope('a'):\n    x = 1\n"), ", : | a, :");
    QCOMPARE(stacksAtMark("with tf.name_scope('a'), tf.name_scope('^b'):\n    x = 1\n"), ", : | a, : | a/b, :");
    QCOMPARE(stacksAtMark("with tf.name_scope('^a'), tf.name_scope('b'):\n    x = 1\n"), ", : | a, :");
}

void ScopeStacksTest::whatNeverRanHasNoRuns_data() {
    QTest::addColumn<std::string>("program");
    QTest::newRow("scope") << std::string("if False:\n    with tf.name_scope('a'):\n        x = 1^\n");
    QTest::newRow("function") << std::string("def f():\n    x = tf.constant(1)^\n");
    QTest::newRow("behind-the-error") << std::string("x = 1 / 0\ny = 1^\n");
    QTest::newRow("scope-behind-the-error") << std::string("x = 1 / 0\nwith tf.name_scope('a'):\n    y = 1^\n");
}

void ScopeStacksTest::whatNeverRanHasNoRuns() {
    QFETCH(std::string, program);
    const At at(program);
    QVERIFY(at.place.runs.empty());
    QCOMPARE(stacksAt(*at.snapshot, at.place).frames.size(), 1u);
}

void ScopeStacksTest::operationsAndVariablesKnowTheirRun() {
    const auto snapshot = evaluatedProgram(std::string(kImport) + "for i in range(3):\n    with tf.variable_scope('a', reuse=tf.AUTO_REUSE):\n        v = tf.get_variable('v', [1])\n        c = tf.constant(i, name='c')\n        d = c * i\n");
    const StackPlace operation = stackPlaceOf(*snapshot, operationCalled(*snapshot, "a_1/c"));
    QCOMPARE(operation.chosen, 1u);
    QCOMPARE(text(stacksAt(*snapshot, stackPlaceOf(*snapshot, operationCalled(*snapshot, "a_1/mul/y")))), text(stacksAt(*snapshot, operation)));
    QCOMPARE(text(stacksAt(*snapshot, operation)), ", : | a_1, a: reuse AUTO_REUSE (line 3);");
    const StackPlace variable = stackPlaceOf(*snapshot, snapshot->variables()[0].requests[2]);
    QCOMPARE(text(stacksAt(*snapshot, variable)), ", : | a_2, a: reuse AUTO_REUSE (line 3);");
}

void ScopeStacksTest::librariesHaveFramesOfTheirOwn() {
    const auto snapshot = evaluatedProgram(std::string(kImport) + "x = tf.placeholder(tf.float32, [1, 2])\nwith tf.variable_scope('a'):\n    y = tf.layers.dense(x, 3)\n");
    const ScopeStacks stacks = stacksAt(*snapshot, stackPlaceOf(*snapshot, operationCalled(*snapshot, "a/dense/MatMul")));
    QVERIFY(stacks.frames.size() >= 3);
    QCOMPARE(stacks.frames[1].nameScope, "a");
    QCOMPARE(stacks.frames.back().nameScope, "a/dense");
    QVERIFY(stacks.frames.back().isOfLibrary);
    QCOMPARE(stacks.frames.back().line, 4u);
}

void ScopeStacksTest::runsThatInheritAllShareTheirSettings() {
    const auto snapshot = evaluatedProgram(std::string(kImport) + "with tf.variable_scope('a', dtype=tf.float64):\n    for i in range(500):\n        with tf.variable_scope('b'), tf.name_scope('c'):\n            pass\n");
    QCOMPARE(snapshot->evaluation->settings.size(), 2u);
}

void ScopeStacksTest::framesFitTheGraphInEveryProgram() {
    const QStringList programs = conformancePrograms();
    QVERIFY(!programs.isEmpty());
    for (const QString& path : programs) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto snapshot = evaluatedProgram(file.readAll().toStdString());
        for (std::uint32_t offset = 0; offset <= snapshot->text().size(); offset += 29) {
            StackPlace place = stackPlaceAt(*snapshot, offset);
            for (std::size_t run = 0; run < std::min<std::size_t>(place.runs.size(), 3); ++run) {
                place.chosen = run;
                const ScopeStacks stacks = stacksAt(*snapshot, place);
                QVERIFY(!stacks.frames.empty());
                for (const StackFrame& frame : stacks.frames) QVERIFY2(std::string_view(frame.nameScope).ends_with(frame.ownNameScope), qPrintable(path));
            }
        }
        const Graph& graph = snapshot->graph();
        for (std::uint32_t id = 0; id < graph.operationCount(); ++id) {
            const NameScopeOpening& opening = graph.nameScopeOpening(graph.nameScopeOpeningOf(OperationId{id}));
            if (opening.note == static_cast<std::uint32_t>(ScopeNameSource::Unknown)) continue;
            const std::string scope(graph.operationName(OperationId{id}).substr(0, opening.pathLength));
            const std::string innermost = stacksAt(*snapshot, stackPlaceOf(*snapshot, OperationId{id})).frames.back().nameScope;
            QVERIFY2(scope == innermost || scope == innermost + '/', qPrintable(path + " " + QString::fromStdString(scope + " " + innermost)));
        }
    }
}

QTEST_GUILESS_MAIN(ScopeStacksTest)
#include "tst_scope_stacks.moc"
