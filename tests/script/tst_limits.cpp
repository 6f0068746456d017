// Programs that want too much: each is ended by a limit, or by an error of Python's, and not by the clock.
#include "script/interpreter.h"
#include "syntax/syntax_tree.h"

#include <QTest>

using namespace namescape;

namespace {

RunResult run(const QByteArray& text) {
    ScriptOptions options;
    options.limits.maxSteps = 3'000'000;
    options.limits.maxMemory = std::size_t{64} << 20;
    options.limits.maxOutput = std::size_t{1} << 20;
    options.limits.maxTime = std::chrono::hours(1);  // that the clock ends none of them
    Interpreter interpreter(options);
    const SyntaxTree tree = parse(text.toStdString());
    return interpreter.run(tree);
}

}  // namespace

class TestLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsByItsLimit_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* text, const char* error) { QTest::newRow(text) << QByteArray(text) << QByteArray(error); };
        row("while True: pass", "StepLimit");
        row("import itertools\nlist(itertools.count())", "StepLimit");
        row("import itertools\nsum(itertools.cycle([1]))", "StepLimit");
        row("l = [1]\nfor x in l: l.append(x)", "MemoryLimit");
        row("l = [1]\nl.extend(iter(l))", "MemoryLimit");
        row("s = 'a'\nwhile True: s += s", "MemoryLimit");
        row("s = '{0}'\nwhile True: s = s.format(s + s)", "MemoryLimit");
        row("d = {}\nwhile True: d[len(d)] = [0] * 1000", "MemoryLimit");
        row("while True: print('a' * 1000)", "OutputLimit");
        row("class A:\n    def __getitem__(self, i): return i\nlist(A())", "StepLimit");
        row("'a' * 10 ** 12", "MemoryLimit");
        row("[1] * 10 ** 12", "MemoryLimit");
        row("(1,) * 10 ** 12", "MemoryLimit");
        row("b'a' * 10 ** 12", "MemoryLimit");
        row("bytes(10 ** 12)", "MemoryLimit");
        row("'a' * 2 ** 70", "OverflowError");
        row("'{:>999999999999}'.format(1)", "MemoryLimit");
        row("'{:>99999999999999999999}'.format(1)", "ValueError");
        row("'{:.2147483647f}'.format(1.0)", "MemoryLimit");
        row("'{:.2147483648f}'.format(1.0)", "ValueError");
        row("w = 10 ** 12\nf'{1:{w}}'", "MemoryLimit");
        row("'%999999999999d' % 1", "MemoryLimit");
        row("'%.2147483647d' % 1", "MemoryLimit");
        row("'%*d' % (-2 ** 63, 1)", "MemoryLimit");
        row("'a'.center(10 ** 13)", "MemoryLimit");
        row("'a'.ljust(2 ** 63 - 1)", "MemoryLimit");
        row("'a'.zfill(10 ** 13)", "MemoryLimit");
        row("('\\t' * 10 ** 6).expandtabs(10 ** 9)", "MemoryLimit");
        row("','.join(['a' * 10 ** 6] * 10 ** 4)", "MemoryLimit");
        row("('a' * 10 ** 6).replace('a', 'b' * 10 ** 5)", "MemoryLimit");
        row("('a' * 10 ** 6).translate({97: 'b' * 10 ** 4})", "MemoryLimit");
        row("10 ** 10 ** 8", "OverflowError");
        row("1 << 10 ** 9", "OverflowError");
        row("x = 3\nwhile True: x *= x", "OverflowError");
        row("import math\nmath.factorial(10 ** 18)", "OverflowError");
        row("pow(3, 2 ** 100000, 2 ** 100000 + 1)", "StepLimit");
        row("print(2 ** 100000)", "ValueError");
        row("int('9' * 100000)", "ValueError");
        row("len(range(-2 ** 63, 2 ** 63 - 1))", "OverflowError");
        row("import re\nre.match('(a+)+$', 'a' * 40 + 'b')", "RuntimeError");
        row("import re\nre.match('(?:(?:a)*)*b', 'a' * 100000)", "RuntimeError");
        row("import re\nre.compile('(' * 100000)", "error");
        row("import numpy\nnumpy.zeros((10 ** 6, 10 ** 6))", "MemoryLimit");
        row("import numpy\nnumpy.random.rand(10 ** 6, 100)", "MemoryLimit");
        row("def f(n):\n    try: f(n + 1)\n    except RecursionError: f(n + 1)\n    finally: f(n + 1)\nf(0)", "MemoryLimit");
    }

    void endsByItsLimit() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, error);
        const RunResult result = run(text);
        QVERIFY(result.error);
        QCOMPARE(QByteArray::fromStdString(result.error->type), error);
    }

    // One piece of work that is worth more steps than are counted between two looks at the clock.
    void countsLargePiecesOfWork() {
        ScriptOptions options;
        options.limits.maxSteps = 10'000;
        Interpreter interpreter(options);
        const SyntaxTree tree = parse("import itertools\nx = set(range(8000)) | set(range(1))\nwhile True: pass\n");
        const RunResult result = interpreter.run(tree);
        QVERIFY(result.error);
        QVERIFY(result.error->limit == LimitKind::Steps);
    }

    void searchesLongTextsManyTimes() {
        QVERIFY(!run("import re\nassert len(re.sub('', 'x', 'a' * 200000)) == 400001\nassert len(re.findall('a', 'ab' * 100000)) == 100000\n").error);
        QVERIFY(!run("import re\nassert re.findall('a.', 'a' + chr(0xd800) + 'ab') == ['ab']\n").error);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
