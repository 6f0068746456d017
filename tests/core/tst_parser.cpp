// Tests syntax/parser: the trees of correct programs, and the limits that every program is read within.
#include "syntax/dump.h"

#include <QDir>
#include <QTest>

using namespace namescape;

class ParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsExpressions_data();
    void readsExpressions();
    void readsStatements_data();
    void readsStatements();
    void placesNodes_data();
    void placesNodes();
    void placesBlocks();
    void countsArguments();
    void readsEveryRecordedProgram_data();
    void readsEveryRecordedProgram();
    void staysValidWhenMoved();
    void hasAnEmptyProgram();
    void endsQuicklyOnHostileText_data();
    void endsQuicklyOnHostileText();
    void listsALimitedNumberOfProblems();
};

namespace {

// The tree and, if there are any, the problems.
QByteArray shown(const QByteArray& program) {
    const SyntaxTree tree = parse(program.toStdString());
    return QByteArray::fromStdString(dump(tree) + dumpDiagnostics(tree));
}

}  // namespace

void ParserTest::readsExpressions_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char* text, const char* tree) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(tree);
    };
    // Literals
    row("None", "None");
    row("...", "...");
    row("0x10", "16");
    row("18446744073709551616", "(big 18446744073709551616)");
    row("1.5", "(float 1.5)");
    row("2j", "(imaginary 2)");
    row("'a' \"b\" r'\\n'", "\"ab\\\\n\"");
    row("b'a' b'\\x00'", "b\"a\\x00\"");
    row("()", "(tuple)");
    row("(a)", "a");
    row("(a,)", "(tuple a)");
    row("a, *b", "(tuple a (* b))");
    row("[]", "(list)");
    row("[a, *b,]", "(list a (* b))");
    row("{}", "(dict)");
    row("{a: 1, **b, c: 2,}", "(dict a 1 ** b c 2)");
    row("{a, *b}", "(set a (* b))");
    // Precedence
    row("a + b * c", "(+ a (* b c))");
    row("(a + b) * c", "(* (+ a b) c)");
    row("a - b - c", "(- (- a b) c)");
    row("a ** b ** c", "(** a (** b c))");
    row("-a ** b", "(- (** a b))");
    row("a ** -b", "(** a (- b))");
    row("-a + ~b", "(+ (- a) (~ b))");
    row("a @ b // c % d / e", "(/ (% (// (@ a b) c) d) e)");
    row("a | b ^ c & d << e >> f", "(| a (^ b (& c (>> (<< d e) f))))");
    row("a or b and not c", "(or a (and b (not c)))");
    row("a or b or c", "(or a b c)");
    row("not a == b", "(not (compare a == b))");
    row("a < b <= c != d", "(compare a < b <= c != d)");
    row("a in b not in c is d is not e", "(compare a in b not in c is d is not e)");
    row("a if b else c if d else e", "(if b a (if d c e))");
    row("(a := b)", "(:= a b)");
    // Parts and calls
    row("a.b.c", "(.c (.b a))");
    row("a()()", "(call (call a))");
    row("f(a, *b, c=1, **d)", "(call f a *b c=1 **d)");
    row("f(a, b=1, *c)", "(call f a b=1 *c)");
    row("f(x for x in y)", "(call f (generator x for x in y))");
    row("f((x for x in y), 1)", "(call f (generator x for x in y) 1)");
    row("f(a := 1)", "(call f (:= a 1))");
    row("a[1]", "(index a 1)");
    row("a[1, 2]", "(index a (tuple 1 2))");
    row("a[1:2:3]", "(index a (slice 1 2 3))");
    row("a[:]", "(index a (slice _ _ _))");
    row("a[::2, ...]", "(index a (tuple (slice _ _ 2) ...))");
    row("a[-1:]", "(index a (slice (- 1) _ _))");
    // Functions and comprehensions
    row("lambda: 1", "(lambda () 1)");
    row("lambda a, b=1, *c, d, e=2, **f: a", "(lambda (a b=1 &d &e=2 *c **f) a)");
    row("lambda a, /, b, *, c: a", "(lambda (/a b &c) a)");
    row("lambda *a: lambda: a", "(lambda (*a) (lambda () a))");
    row("[a for b in c]", "(list-comprehension a for b in c)");
    row("[a for b, c in d if e if f for g in h]", "(list-comprehension a for (tuple b c) in d if e if f for g in h)");
    row("{a for b in c}", "(set-comprehension a for b in c)");
    row("{a: b for a, b in c}", "(dict-comprehension a b for (tuple a b) in c)");
    row("(a for b in c)", "(generator a for b in c)");
    row("[a if b else c for d in e]", "(list-comprehension (if b a c) for d in e)");
    // f-strings
    row("f''", "(format)");
    row("f'a{b}c'", "(format \"a\" {b} \"c\")");
    row("'a' f'{b}' 'c' 'd'", "(format \"a\" {b} \"cd\")");
    row("f'{a!r:>{b}.{c}}'", "(format {a !r :(format \">\" {b} \".\" {c})})");
    row("f'{a=}'", "(format \"a=\" {a !r})");
    row("f'{a = :d}'", "(format \"a = \" {a :(format \"d\")})");
    row("f'{{{a}}}'", "(format \"{\" {a} \"}\")");
    row("f'{a, b}'", "(format {(tuple a b)})");
    row("f'{(lambda x: x)(1)}'", "(format {(call (lambda (x) x) 1)})");
    row("f\"{a['b']}\"", "(format {(index a \"b\")})");
    row("rf'\\n{a}'", "(format \"\\\\n\" {a})");
    row("f'\\n{a}\\x41'", "(format \"\\n\" {a} \"A\")");
    row("f'{a:%H:%M}'", "(format {a :(format \"%H:%M\")})");
    row("f'{f\"{a}\"}'", "(format {(format {a})})");
}

void ParserTest::readsExpressions() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tree);
    QCOMPARE(shown(text), tree + '\n');
}

void ParserTest::readsStatements_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char* tag, const char* text, const char* tree) {
        QTest::newRow(tag) << QByteArray(text) << QByteArray(tree);
    };
    row("empty", "", "\n");
    row("semicolons", "a; b;", "a\nb\n");
    row("assign", "a = b = c, d", "= a b (tuple c d)\n");
    row("unpack", "a, (b, *c), d.e, f[0] = g", "= (tuple a (tuple b (* c)) (.e d) (index f 0)) g\n");
    row("unpack-list", "[a, b] = c", "= (list a b) c\n");
    row("augmented", "a += 1\nb.c @= d\ne[0] //= 2\nf **= 3\ng >>= h\n",
        "+= a 1\n@= (.c b) d\n//= (index e 0) 2\n**= f 3\n>>= g h\n");
    row("annotated", "a: int\nb: int = 1\nc.d: int = 2\n", ": a int\n: b int = 1\n: (.d c) int = 2\n");
    row("import", "import a\nimport a.b as c, d . e\n", "import a\nimport a.b as c d.e\n");
    row("import-from",
        "from a.b import c as d, e\nfrom . import f\nfrom ...g import (h,\n  i as j,)\nfrom k import *\nfrom "
        "__future__ import print_function\n",
        "from a.b import c as d e\nfrom . import f\nfrom ...g import h i as j\nfrom k import *\nfrom __future__ import "
        "print_function\n");
    row("raise", "raise\nraise a\nraise a from b\n", "raise\nraise a\nraise a from b\n");
    row("assert", "assert a, b\nassert (a, b)\n", "assert a , b\nassert (tuple a b)\n");
    row("delete", "del a, b.c, d[0]\ndel (e, f)\n", "del a (.c b) (index d 0)\ndel (tuple e f)\n");
    row("if", "if a: b\nelif c:\n  d\nelse:\n  e\n", "if a\n  b\nelif c\n  d\nelse\n  e\n");
    row("while", "while a:\n  break\n  continue\nelse:\n  b\n", "while a\n  break\n  continue\nelse\n  b\n");
    row("for", "for a, b in c, d:\n  pass\nelse:\n  e\n", "for (tuple a b) in (tuple c d)\n  pass\nelse\n  e\n");
    row("for-star", "for a, *b in *c, d: pass\n", "for (tuple a (* b)) in (tuple (* c) d)\n  pass\n");
    row("with", "with a as b, c, d as (e, f), g as h.i, j as k[0]: pass\n",
        "with a as b c d as (tuple e f) g as (.i h) j as (index k 0)\n  pass\n");
    row("with-in-parentheses", "with (a as b,\n      c as d,):\n  pass\n", "with a as b c as d\n  pass\n");
    row("with-parenthesised-expression",
        "with (a): pass\nwith (a, b) as c: pass\nwith (a).b as c: pass\nwith (yield_(a)): pass\nwith (a for b in c): "
        "pass\n",
        "with a\n  pass\nwith (tuple a b) as c\n  pass\nwith (.b a) as c\n  pass\nwith (call yield_ a)\n  pass\nwith "
        "(generator a for b in c)\n  pass\n");
    row("try", "try:\n  a\nexcept B:\n  c\nexcept (D, E) as f:\n  g\nexcept:\n  h\nelse:\n  i\nfinally:\n  j\n",
        "try\n  a\nexcept B\n  c\nexcept (tuple D E) as f\n  g\nexcept\n  h\nelse\n  i\nfinally\n  j\n");
    row("def", "@a\n@b.c(1)\ndef f(x, y: int = 1, *z, u, v=2, **w) -> int:\n  return x\n",
        "@a\n@(call (.c b) 1)\ndef f (x y:int=1 &u &v=2 *z **w) -> int\n  return x\n");
    row("def-only-markers", "def f(a, /, b, *, c): return\n", "def f (/a b &c)\n  return\n");
    row("generator", "def f():\n  x = yield\n  yield 1, 2\n  y = yield from g()\n  return (yield)\n",
        "def f ()\n  = x (yield)\n  (yield (tuple 1 2))\n  = y (yield-from (call g))\n  return (yield)\n");
    row("global-nonlocal", "def f():\n  global a, b\n  def g():\n    global a\n",
        "def f ()\n  global a b\n  def g ()\n    global a\n");
    row("class", "class A: pass\nclass B(A, metaclass=M):\n  x = 1\n",
        "class A\n  pass\nclass B (bases A metaclass=M)\n  = x 1\n");
    row("async", "async def f():\n  await a\n  async with b: pass\n  async for c in d: pass\n  [e async for e in g]\n",
        "async def f ()\n  (await a)\n  async with b\n    pass\n  async for c in d\n    pass\n  (list-comprehension e "
        "async for e in g)\n");
    row("names-that-are-keywords-elsewhere", "match = 1\ncase = match\nprint(match)\nexec(a)\ntype = print\n",
        "= match 1\n= case match\n(call print match)\n(call exec a)\n= type print\n");
    row("string-as-docstring", "def f():\n  '''doc'''\n", "def f ()\n  \"doc\"\n");
    row("full-width-letters-are-letters", "\xEF\xBD\x81\xEF\xBC\x91 = 1\n", "= a1 1\n");
    row("comment-and-blank-lines", "if a:\n\n  # c\n  b\n# d\n\n  c\n", "if a\n  b\n  c\n");
    row("windows-line-ends", "if a:\r\n  b\r\nc\r\n", "if a\n  b\nc\n");
    row("no-end-of-line", "if a:\n  b", "if a\n  b\n");
    row("tabs", "if a:\n\tif b:\n\t\tc\n\td\n", "if a\n  if b\n    c\n  d\n");
}

void ParserTest::readsStatements() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tree);
    QCOMPARE(shown(text), tree);
}

void ParserTest::placesNodes_data() {
    QTest::addColumn<QByteArray>("text");  // what is between the brackets is the first expression statement's range
    for (const char* text : {"«a + b»  # c\n",    "«f(a)» ; b\n", "«(a)(b)»\n",    "«(a).b»\n",
                             "«(a)[0]»\n",        "(«a»)\n",      "«(a, b)»\n",    "«a, b,»\n",
                             "«'a'\\\n 'b'»\n",   "«[\n a\n]»\n", "«f'{a}'»\n",    "«(a for b in c)»\n",
                             "«a if b else c»\n", "«-a»\n",       "«a[1:2]»\n",    "\xEF\xBB\xBF«\xC3\xA9.a»\n",
                             "«a and b»\n",       "«not a»\n",    "«lambda: a»\n", "«a < b»\n",
                             "«{1: 2}»\n",        "«a.b»\n"})
        QTest::newRow(QByteArray(text).simplified()) << QByteArray(text);
}

void ParserTest::placesNodes() {
    QFETCH(QByteArray, text);
    const auto begin = text.indexOf("\xC2\xAB");
    text.remove(begin, 2);
    const auto end = text.indexOf("\xC2\xBB");
    text.remove(end, 2);
    const SyntaxTree tree = parse(text.toStdString());
    QVERIFY(tree.diagnostics().empty());
    const auto& statement = as<ExpressionStatement>(*tree.module().body.statements[0]);
    QCOMPARE(static_cast<int>(statement.value->range.begin), static_cast<int>(begin));
    QCOMPARE(static_cast<int>(statement.value->range.end), static_cast<int>(end));
}

void ParserTest::placesBlocks() {
    const SyntaxTree tree = parse("with a:  # c\n  b\n  if c:\n    d\n\n# e\nf\n");
    const auto& with = as<WithStatement>(*tree.module().body.statements[0]);
    QCOMPARE(tree.text(with.range), std::string_view("with a:  # c\n  b\n  if c:\n    d"));
    QCOMPARE(tree.text(with.body.range), std::string_view("b\n  if c:\n    d"));
    QCOMPARE(tree.text({with.range.begin, with.body.colonEnd}), std::string_view("with a:"));
    QCOMPARE(tree.text(tree.module().body.range), std::string_view("with a:  # c\n  b\n  if c:\n    d\n\n# e\nf"));
    QCOMPARE(tree.text(tree.comments()[0]), std::string_view("# c"));
    QCOMPARE(tree.text(tree.comments()[1]), std::string_view("# e"));
}

void ParserTest::countsArguments() {
    const SyntaxTree tree = parse("f(a, b, c=1)\nf(a, *b, c)\ndef g(a, b, /, c, *, d, **e): pass\n");
    const auto& statements = tree.module().body.statements;
    const auto& plain = as<CallExpression>(*as<ExpressionStatement>(*statements[0]).value);
    QCOMPARE(plain.positionalCount, 2u);
    QVERIFY(!plain.hasUnpacking);
    const auto& unpacking = as<CallExpression>(*as<ExpressionStatement>(*statements[1]).value);
    QCOMPARE(unpacking.positionalCount, 1u);
    QVERIFY(unpacking.hasUnpacking);
    const Parameters& parameters = as<FunctionStatement>(*statements[2]).parameters;
    QCOMPARE(parameters.positionalOnlyCount, 2u);
    QCOMPARE(parameters.positionalCount, 3u);
    QCOMPARE(parameters.keywordOnlyCount, 1u);
    QVERIFY(!parameters.hasStar);
    QVERIFY(parameters.hasDoubleStar);
}

void ParserTest::readsEveryRecordedProgram_data() {
    QTest::addColumn<QString>("path");
    for (const char* folder : {"scopes", "fuzz"}) {
        const QDir directory(QStringLiteral(NAMESCAPE_TESTS_DIR "/conformance/") + QLatin1String(folder));
        for (const QString& file : directory.entryList({QStringLiteral("*.py")}, QDir::Files))
            QTest::newRow(qPrintable(file)) << directory.filePath(file);
    }
}

void ParserTest::readsEveryRecordedProgram() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QByteArray::fromStdString(dumpDiagnostics(parse(file.readAll().toStdString()))), QByteArray());
}

void ParserTest::staysValidWhenMoved() {
    SyntaxTree tree = parse("a = 'b'\n");
    const Statement* statement = tree.module().body.statements[0];
    const SyntaxTree moved = std::move(tree);
    QVERIFY(moved.module().body.statements[0] == statement);
    QCOMPARE(dump(moved), std::string("= a \"b\"\n"));
}

void ParserTest::hasAnEmptyProgram() {
    const SyntaxTree tree;
    QVERIFY(tree.module().body.statements.empty());
    QVERIFY(tree.module().scope != nullptr);
    QVERIFY(tree.diagnostics().empty());
}

void ParserTest::endsQuicklyOnHostileText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const char* tag, const QByteArray& text, const char* kind) {
        QTest::newRow(tag) << text << QByteArray(kind);
    };
    row("brackets", QByteArray(100'000, '('), "too-deep");
    row("closed-brackets", "x = " + QByteArray(100'000, '[') + QByteArray(100'000, ']'), "too-deep");
    row("brackets-over-lines", QByteArray("f(\n").repeated(30'000), "unclosed-bracket");
    row("minus", QByteArray(100'000, '-') + "1", "too-deep");
    row("not", QByteArray("not ").repeated(30'000) + "1", "too-deep");
    row("lambda", QByteArray("lambda: ").repeated(30'000) + "1", "too-deep");
    row("conditional", QByteArray("a if b else ").repeated(30'000) + "c", "too-deep");
    row("power", QByteArray("2**").repeated(30'000) + "2", "too-deep");
    row("dict-in-dict", QByteArray("{1:").repeated(30'000), "too-deep");
    row("sum", QByteArray("1+").repeated(100'000) + "1", "too-high");
    row("attributes", "a" + QByteArray(".a").repeated(100'000), "too-high");
    row("calls", "a" + QByteArray("()").repeated(100'000), "too-high");
    row("f-strings-in-each-other", QByteArray("f'{").repeated(30'000), "too-deep");
    row("fields-in-formats", "f'" + QByteArray("{a:").repeated(30'000) + QByteArray("}").repeated(30'000) + "'",
        "too-deep");
    row("zeros", QByteArray(1'000'000, '\0'), "invalid-character");
    row("not-utf8", QByteArray(1'000'000, '\xFE'), "not-utf8");
    row("quotes", QByteArray("\\\"\"\"\n").repeated(30'000), "stray-backslash");
    row("too-long", QByteArray(50'000'000, 'a'), "text-too-long");
    QByteArray deep;
    for (int i = 0; i < 1000; ++i) deep += QByteArray(i, ' ') + "if a:\n";
    row("indents", deep, "missing-block");
}

void ParserTest::endsQuicklyOnHostileText() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kind);
    const SyntaxTree tree = parse(text.toStdString());
    QVERIFY(tree.hasErrors());
    QCOMPARE(QByteArray(name(tree.diagnostics()[0].kind)), kind);
}

void ParserTest::listsALimitedNumberOfProblems() {
    ParseLimits limits;
    limits.maxDiagnostics = 3;
    const SyntaxTree tree = parse("? ?\n\na b\n\nc d\n\ne f\n\ng h\n", limits);
    QCOMPARE(static_cast<int>(tree.diagnostics().size()), 4);
    QVERIFY(tree.diagnostics()[3].kind == DiagnosticKind::TooManyProblems);
    QVERIFY(parse("a\n" + std::string(100, 'b'), {.maxBytes = 10}).hasErrors());
    QVERIFY(parse("a = b + c\nd = e\n", {.maxNodes = 3}).hasErrors());
}

QTEST_GUILESS_MAIN(ParserTest)
#include "tst_parser.moc"
