// Tests syntax/resolver: where every name lives, by Python's scoping rules.
#include "syntax/dump.h"

#include <QTest>

using namespace namescape;

class ResolverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEveryNameItsPlace_data();
    void givesEveryNameItsPlace();
    void writesThePlacesIntoTheNodes();
    void reportsWrongDeclarations_data();
    void reportsWrongDeclarations();
};

void ResolverTest::givesEveryNameItsPlace_data() {
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("scopes");
    const auto row = [](const char* tag, const char* program, const char* scopes) {
        QTest::newRow(tag) << QByteArray(program) << QByteArray(scopes);
    };
    row("module", "a = b\nimport c.d, e as f\n", "module <module> slots=0 b:global0 a:global1 c:global2 f:global3\n");
    row("function", "def f(a, *b, c=d, **e):\n  g = a\n  return h\n",
        "module <module> slots=0 d:global0 f:global1\n"
        "  function f slots=5 a:local0 c:local1 b:local2 e:local3 g:local4 h:global2\n");
    row("used-before-bound-is-local-still", "def f():\n  x\n  x = 1\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=1 x:local0\n");
    row("closure", "def f(x):\n  def g():\n    return x\n  return g\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 x:cell0 g:local1\n"
        "    function g slots=0 x:free0 [x<-cell0]\n");
    row("closure-through-a-function", "def f(x):\n  def g():\n    def h():\n      return x\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 x:cell0 g:local1\n"
        "    function g slots=1 h:local0 [x<-cell0]\n"
        "      function h slots=0 x:free0 [x<-free0]\n");
    row("global", "x = 1\ndef f():\n  global x\n  x = 2\n  def g():\n    return x\n",
        "module <module> slots=0 x:global0 f:global1\n"
        "  function f slots=1 x:global0 g:local0\n"
        "    function g slots=0 x:global0\n");
    row("nonlocal", "def f():\n  x = 1\n  def g():\n    nonlocal x\n    x = 2\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 x:cell0 g:local1\n"
        "    function g slots=0 x:free0 [x<-cell0]\n");
    row("global-inside-hides-outer", "def f():\n  x = 1\n  def g():\n    global x\n    return lambda: x\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 x:local0 g:local1\n"
        "    function g slots=0 x:global1\n"
        "      lambda <lambda> slots=0 x:global1\n");
    row("class-names-are-not-seen-by-methods", "class A:\n  x = 1\n  y = x\n  def f(self):\n    return x\n",
        "module <module> slots=0 A:global0\n"
        "  class A slots=3 x:class0|global1 y:class1|global2 f:class2|global3\n"
        "    function f slots=1 self:local0 x:global1\n");
    row("class-name-falls-back-to-function", "def f(x):\n  class A:\n    x = x\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 x:cell0 A:local1\n"
        "    class A slots=1 x:class0|free0 [x<-cell0]\n");
    row("super-captures-the-class", "class A(B):\n  def f(self):\n    super().f()\n  def g(self):\n    pass\n",
        "module <module> slots=0 B:global0 A:global1\n"
        "  class A slots=3 f:class0|global2 g:class1|global3 classCell=2\n"
        "    function f slots=1 self:local0 super:global4 __class__:free0 [__class__<-cell2] classCell=0\n"
        "    function g slots=1 self:local0\n");
    row("super-in-a-nested-function", "class A:\n  def f(self):\n    return lambda: super().f()\n",
        "module <module> slots=0 A:global0\n"
        "  class A slots=2 f:class0|global1 classCell=1\n"
        "    function f slots=1 self:local0 [__class__<-cell1]\n"
        "      lambda <lambda> slots=0 super:global2 __class__:free0 [__class__<-free0] classCell=0\n");
    row("private-names", "class A:\n  __x = 1\n  def f(self, __y):\n    return self.__x + __y + __z__\n",
        "module <module> slots=0 A:global0\n"
        "  class A slots=2 _A__x:class0|global1 f:class1|global2\n"
        "    function f slots=2 self:local0 _A__y:local1 __z__:global3\n");
    row("lambda", "f = lambda x, y=z: x + y\n",
        "module <module> slots=0 z:global0 f:global1\n"
        "  lambda <lambda> slots=2 x:local0 y:local1\n");
    row("comprehension-has-slots-of-its-frame", "def f(n):\n  return [x * n for x in range(n) if x]\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 n:local0 range:global1\n"
        "    comprehension <comprehension> slots=0 own=1+1 x:local1 n:local0\n");
    row("comprehension-at-module-level", "x = [x for x in x]\n",
        "module <module> slots=1 x:global0\n"
        "  comprehension <comprehension> slots=0 own=0+1 x:local0\n");
    row("comprehension-variable-in-a-closure", "def f():\n  return [lambda: i for i in range(3)]\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=1 range:global1\n"
        "    comprehension <comprehension> slots=0 own=0+1 i:cell0\n"
        "      lambda <lambda> slots=0 i:free0 [i<-cell0]\n");
    row("cell-around-a-comprehension", "def f(a):\n  g = lambda: a\n  return [a for b in c]\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=3 a:cell0 g:local1 c:global1\n"
        "    lambda <lambda> slots=0 a:free0 [a<-cell0]\n"
        "    comprehension <comprehension> slots=0 own=2+1 b:local2 a:cell0\n");
    row("nested-comprehensions", "def f(m):\n  return [[x for x in row] for row in m]\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=3 m:local0\n"
        "    comprehension <comprehension> slots=0 own=1+1 row:local1\n"
        "      comprehension <comprehension> slots=0 own=2+1 x:local2\n");
    row("comprehension-does-not-see-class-names", "class A:\n  n = 3\n  a = [n for i in range(n)]\n",
        "module <module> slots=0 A:global0\n"
        "  class A slots=3 n:class0|global1 range:global2 a:class1|global3\n"
        "    comprehension <comprehension> slots=0 own=2+1 i:local2 n:global1\n");
    row("generator-expression-has-a-frame", "def f(n, m):\n  return (x + n for x in m)\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 n:cell0 m:local1\n"
        "    generator <genexpr> slots=2 x:local1 n:free0 [n<-cell0]\n");
    row("yield-makes-a-generator", "def f():\n  yield 1\ndef g():\n  x = yield from f()\n",
        "module <module> slots=0 f:global0 g:global1\n"
        "  function f yields slots=0\n"
        "  function g yields slots=1 f:global0 x:local0\n");
    row("walrus-in-a-comprehension-binds-outside", "def f(a):\n  return [y for x in a if (y := x)], y\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=3 a:local0 y:local1\n"
        "    comprehension <comprehension> slots=0 own=2+1 x:local2 y:local1\n");
    row("walrus-in-a-generator-binds-outside", "def f(a):\n  return any((y := x) for x in a), y\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 a:local0 any:global1 y:cell1\n"
        "    generator <genexpr> slots=2 x:local1 y:free0 [y<-cell1]\n");
    row("except-for-with-bind",
        "def f():\n  try:\n    pass\n  except E as e:\n    pass\n  for i, (j, *k) in x:\n    pass\n  with y as z, w as "
        "q.r:\n    pass\n  del z\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=5 E:global1 e:local0 x:global2 i:local1 j:local2 k:local3 y:global3 z:local4 w:global4 "
        "q:global5\n");
    row("defaults-and-decorators-belong-outside", "def f(a):\n  @a\n  def g(b=a):\n    pass\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=2 a:local0 g:local1\n"
        "    function g slots=1 b:local0\n");
    row("annotation-alone-binds", "def f():\n  x: int\n  (y): int\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=1 int:global1 x:local0 y:global2\n");
    row("f-string", "def f(a):\n  return f'{a:{b}}'\n",
        "module <module> slots=0 f:global0\n"
        "  function f slots=1 a:local0 b:global1\n");
}

void ResolverTest::givesEveryNameItsPlace() {
    QFETCH(QByteArray, program);
    QFETCH(QByteArray, scopes);
    const SyntaxTree tree = parse(program.toStdString());
    QCOMPARE(QByteArray::fromStdString(dumpDiagnostics(tree)), QByteArray());
    QCOMPARE(QByteArray::fromStdString(dumpScopes(tree)), scopes);
}

void ResolverTest::writesThePlacesIntoTheNodes() {
    const SyntaxTree tree = parse("def f(a, b):\n  return b\n");
    const auto& function = as<FunctionStatement>(*tree.module().body.statements[0]);
    const auto& value = as<NameExpression>(*as<ReturnStatement>(*function.body.statements[0]).value);
    QVERIFY(value.variable.access == Access::Local);
    QCOMPARE(value.variable.slot, 1u);
    QCOMPARE(function.parameters.all[1].variable.slot, 1u);
    QVERIFY(function.variable.access == Access::Global);
    QCOMPARE(tree.name(tree.globals()[function.variable.slot]), std::string_view("f"));
    QCOMPARE(tree.name(function.scope->slotNames[0]), std::string_view("a"));
    QVERIFY(function.scope->parent == tree.module().scope);
}

void ResolverTest::reportsWrongDeclarations_data() {
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("diagnostics");
    const auto row = [](const char* tag, const char* program, const char* diagnostics) {
        QTest::newRow(tag) << QByteArray(program) << QByteArray(diagnostics);
    };
    row("global-behind-use", "def f():\n  x = 1\n  global x\n",
        "3:3-11 declaration-after-use: name 'x' is used before its 'global' declaration; declare it first\n");
    row("global-parameter", "def f(x):\n  global x\n",
        "2:3-11 declared-parameter: name 'x' is parameter and global; rename one of them\n");
    row("nonlocal-without-binding", "def f():\n  nonlocal x\n",
        "2:3-13 no-nonlocal-binding: no variable 'x' in the functions around it; nonlocal needs one\n");
    row("nonlocal-of-a-global", "x = 1\ndef f():\n  nonlocal x\n",
        "3:3-13 no-nonlocal-binding: no variable 'x' in the functions around it; nonlocal needs one\n");
    row("yield-in-a-comprehension", "def f():\n  return [(yield x) for x in y]\n",
        "2:12-19 outside-function: 'yield' outside function\n");
}

void ResolverTest::reportsWrongDeclarations() {
    QFETCH(QByteArray, program);
    QFETCH(QByteArray, diagnostics);
    QCOMPARE(QByteArray::fromStdString(dumpDiagnostics(parse(program.toStdString()))), diagnostics);
}

QTEST_GUILESS_MAIN(ResolverTest)
#include "tst_resolver.moc"
