// Tests how syntax/parser reads broken programs: what is reported, what the fixes change, and how little is lost.
#include "syntax/dump.h"

#include <QTest>

#include <algorithm>

using namespace namescape;

class RecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatCanBeRead_data();
    void readsWhatCanBeRead();
    void itsFixesMakeTheProblemGoAway_data();
    void itsFixesMakeTheProblemGoAway();
    void survivesATextThatEndsAnywhere_data();
    void survivesATextThatEndsAnywhere();
    void losesOnlyTheBrokenStatement();

private:
    static void addPrograms();
};

// Each row: a program, and what is read of it, followed by what is reported.
void RecoveryTest::addPrograms() {
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char* tag, const char* program, const char* result) {
        QTest::newRow(tag) << QByteArray(program) << QByteArray(result);
    };
    row("missing-colon", "with a\n  b\n",
        "with a\n"
        "  b\n"
        "1:6-7 missing-colon: missing ':' at the end of 'with' statement [add ':']\n");
    row("missing-colon-before-spaces-and-comment", "with a('bar')  # c\n  b\n",
        "with (call a \"bar\")\n"
        "  b\n"
        "1:13-14 missing-colon: missing ':' at the end of 'with' statement [add ':']\n");
    row("missing-colon-of-every-header", "if a\n  b\nelif c\n  d\nelse\n  e\nfor f in g\n  h\nelse\n  i\nwhile j\n  k\ntry\n  l\nexcept M\n  n\nexcept\n  o\nfinally\n  p\ndef q(r)\n  s\nclass T\n  u\n",
        "if a\n"
        "  b\n"
        "elif c\n"
        "  d\n"
        "else\n"
        "  e\n"
        "for f in g\n"
        "  h\n"
        "else\n"
        "  i\n"
        "while j\n"
        "  k\n"
        "try\n"
        "  l\n"
        "except M\n"
        "  n\n"
        "except\n"
        "  o\n"
        "finally\n"
        "  p\n"
        "def q (r)\n"
        "  s\n"
        "class T\n"
        "  u\n"
        "1:4-5 missing-colon: missing ':' at the end of 'if' statement [add ':']\n"
        "3:6-7 missing-colon: missing ':' at the end of 'elif' statement [add ':']\n"
        "5:1-5 missing-colon: missing ':' at the end of 'else' [add ':']\n"
        "7:10-11 missing-colon: missing ':' at the end of 'for' statement [add ':']\n"
        "9:1-5 missing-colon: missing ':' at the end of 'else' [add ':']\n"
        "11:7-8 missing-colon: missing ':' at the end of 'while' statement [add ':']\n"
        "13:1-4 missing-colon: missing ':' at the end of 'try' [add ':']\n"
        "15:8-9 missing-colon: missing ':' at the end of 'except' statement [add ':']\n"
        "17:1-7 missing-colon: missing ':' at the end of 'except' statement [add ':']\n"
        "19:1-8 missing-colon: missing ':' at the end of 'finally' [add ':']\n"
        "21:8-9 missing-colon: missing ':' at the end of function definition [add ':']\n"
        "23:7-8 missing-colon: missing ':' at the end of class definition [add ':']\n");
    row("missing-colon-on-one-line", "if a b\nelse c\n",
        "if a\n"
        "  b\n"
        "else\n"
        "  c\n"
        "1:4-5 missing-colon: missing ':' at the end of 'if' statement [add ':']\n"
        "2:1-5 missing-colon: missing ':' at the end of 'else' [add ':']\n");
    row("missing-colon-at-the-end", "with a",
        "with a\n"
        "1:6-7 missing-colon: missing ':' at the end of 'with' statement [add ':']\n");
    row("missing-colon-behind-as", "with a as b\n  c\n",
        "with a as b\n"
        "  c\n"
        "1:11-12 missing-colon: missing ':' at the end of 'with' statement [add ':']\n");
    row("missing-comma", "f(a b)\n[1 2]\n{1: 2 3: 4}\ng(h=1 i=2)\n",
        "(call f a b)\n"
        "(list 1 2)\n"
        "(dict 1 2 3 4)\n"
        "(call g h=1 i=2)\n"
        "1:5-6 missing-comma: invalid syntax; perhaps a comma is missing here [add ',']\n"
        "2:4-5 missing-comma: invalid syntax; perhaps a comma is missing here [add ',']\n"
        "3:7-8 missing-comma: invalid syntax; perhaps a comma is missing here [add ',']\n"
        "4:7-8 missing-comma: invalid syntax; perhaps a comma is missing here [add ',']\n");
    row("missing-comma-over-lines", "x = [\n  'a',\n  b\n  c,\n]\n",
        "= x (list \"a\" b c)\n"
        "4:3-4 missing-comma: invalid syntax; perhaps a comma is missing here [add ',']\n");
    row("missing-comma-in-parentheses", "x = (a b)\n",
        "error \"x = (a b)\"\n"
        "1:8-9 missing-comma: invalid syntax; perhaps a comma is missing here [add ',']\n");
    row("unclosed-bracket-before-same-indentation", "with a:\n  b = f(1\n  c = 2\nd\n",
        "with a\n"
        "  = b (call f 1)\n"
        "  = c 2\n"
        "d\n"
        "2:8-9 unclosed-bracket: '(' was never closed; add ')' [add ')']\n");
    row("unclosed-bracket-before-keyword", "b = f(1,\ndef c():\n  pass\n",
        "= b (call f 1)\n"
        "def c ()\n"
        "  pass\n"
        "1:6-7 unclosed-bracket: '(' was never closed; add ')' [add ')']\n");
    row("unclosed-bracket-in-header", "with f('a':\n  b\n",
        "with (call f \"a\")\n"
        "  b\n"
        "1:7-8 unclosed-bracket: '(' was never closed; add ')' [add ')']\n");
    row("unclosed-brackets-in-header", "if f([1, 2:\n  b\n",
        "if (call f (list 1 2))\n"
        "  b\n"
        "1:6-7 unclosed-bracket: '[' was never closed; add ']' [add '])']\n");
    row("unclosed-def", "def f(a, b:\n  return a\n",
        "def f (a b)\n"
        "  return a\n"
        "1:6-7 unclosed-bracket: '(' was never closed; add ')' [add ')']\n");
    row("unclosed-def-without-colon", "def f(a, b\n  return a\nc\n",
        "def f (a b)\n"
        "  return a\n"
        "c\n"
        "1:6-7 unclosed-bracket: '(' was never closed; add ')' [add ')']\n"
        "1:10-11 missing-colon: missing ':' at the end of function definition [add ':']\n");
    row("unclosed-at-the-end", "f(a, [b",
        "(call f a (list b))\n"
        "1:6-7 unclosed-bracket: '[' was never closed; add ']' [add '])']\n");
    row("unclosed-list-of-lines", "a = [\n  1,\n  2,\nb = 3\n",
        "= a (list 1 2)\n"
        "= b 3\n"
        "1:5-6 unclosed-bracket: '[' was never closed; add ']' [add ']']\n");
    row("several-unclosed", "a = f(1\nb = f(2\nc = f(3)\n",
        "= a (call f 1)\n"
        "= b (call f 2)\n"
        "= c (call f 3)\n"
        "1:6-7 unclosed-bracket: '(' was never closed; add ')' [add ')']\n"
        "2:6-7 unclosed-bracket: '(' was never closed; add ')' [add ')']\n");
    row("unmatched", "f(a))\nb]\n",
        "(call f a)\n"
        "b\n"
        "1:5-6 unmatched-bracket: unmatched ')'; remove it, or open it before [remove it]\n"
        "2:2-3 unmatched-bracket: unmatched ']'; remove it, or open it before [remove it]\n");
    row("mismatched", "f(a]\ng([b)\n",
        "(call f a)\n"
        "(call g (list b))\n"
        "1:4-5 mismatched-bracket: closing ']' does not match opening '('; write ')' [replace it by ')']\n"
        "2:3-4 unclosed-bracket: '[' was never closed; add ']' [add ']']\n");
    row("unterminated-string", "f('a)\nb = 'c\nd\n",
        "error \"f('a)\"\n"
        "error \"b = 'c\"\n"
        "d\n"
        "1:3-6 unterminated-string: unterminated string; it needs a closing ' on its line [add ']\n"
        "2:5-7 unterminated-string: unterminated string; it needs a closing ' on its line [add ']\n");
    row("unterminated-string-in-header", "with f('a):\n  b\nc\n",
        "error \"with f('a):\\n  b\"\n"
        "  b\n"
        "c\n"
        "1:8-12 unterminated-string: unterminated string; it needs a closing ' on its line [add ']\n");
    row("unterminated-triple", "a = '''b\nc = 1\n",
        "error \"a = '''b\"\n"
        "= c 1\n"
        "1:5-9 unterminated-triple-string: unterminated string; it needs a closing '''\n");
    row("broken-f-string", "a = f'{b'\nc = f'}'\nd = f'{e!x}'\ng\n",
        "error \"a = f'{b'\"\n"
        "error \"c = f'}'\"\n"
        "error \"d = f'{e!x}'\"\n"
        "g\n"
        "1:5-10 broken-field: the braces of an f-string do not fit; each '{' needs its '}', and a brace that is text is doubled\n"
        "2:5-9 broken-field: the braces of an f-string do not fit; each '{' needs its '}', and a brace that is text is doubled\n"
        "3:10-11 expected: expected 'r', 's' or 'a' behind '!', found 'x'\n");
    row("unexpected-indent", "a\n  b\n  c\nd\n",
        "a\n"
        "b\n"
        "c\n"
        "d\n"
        "2:1-3 unexpected-indent: unexpected indent; align it with the line above\n");
    row("unindent-to-nowhere", "if a:\n    b\n  c\nd\n",
        "if a\n"
        "  b\n"
        "c\n"
        "d\n"
        "3:1-3 unindent-mismatch: unindent does not match any line above; align it with the block that it belongs to [align it with the lines above]\n");
    row("unindent-by-one-too-few", "if a:\n    b\n   c\n   d\ne\n",
        "if a\n"
        "  b\n"
        "  c\n"
        "  d\n"
        "e\n"
        "3:1-4 unindent-mismatch: unindent does not match any line above; align it with the block that it belongs to [align it with the lines above]\n");
    row("missing-block", "if a:\nb\n",
        "if a\n"
        "b\n"
        "1:1-6 missing-block: expected an indented block after 'if' statement; indent its lines, or write pass\n");
    row("missing-block-at-the-end", "def f():",
        "def f ()\n"
        "1:1-9 missing-block: expected an indented block after function definition; indent its lines, or write pass\n");
    row("inconsistent-tabs", "if a:\n    b\n\tc\nd\n",
        "if a\n"
        "  b\n"
        "  c\n"
        "d\n"
        "3:1-2 inconsistent-tabs: inconsistent use of tabs and spaces in indentation; use one of them\n");
    row("one-broken-line", "a = 1\nb c d\ne = 2\n",
        "= a 1\n"
        "error \"b c d\"\n"
        "= e 2\n"
        "2:3-4 invalid-syntax: invalid syntax at 'c'\n");
    row("broken-line-with-block", "foo bar:\n  a\n  b\nc\n",
        "error \"foo bar:\\n  a\\n  b\"\n"
        "  a\n"
        "  b\n"
        "c\n"
        "1:1-4 misspelt-keyword: invalid syntax at 'foo'; perhaps 'for' was meant [write 'for']\n");
    row("broken-header", "for a on b:\n  c\nelse:\n  d\ne\n",
        "error \"for a on b:\\n  c\\nelse:\\n  d\"\n"
        "  c\n"
        "  d\n"
        "e\n"
        "1:7-9 expected: expected 'in', found 'on'\n");
    row("broken-elif", "if a:\n  b\nelif c d:\n  e\nelse:\n  f\ng\n",
        "error \"if a:\\n  b\\nelif c d:\\n  e\\nelse:\\n  f\"\n"
        "  b\n"
        "  e\n"
        "  f\n"
        "g\n"
        "3:8-9 invalid-syntax: invalid syntax at 'd'\n");
    row("assignment-in-condition", "if a = 1:\n  b\nwhile c = 2: d\nassert e = 3\n",
        "if (compare a == 1)\n"
        "  b\n"
        "while (compare c == 2)\n"
        "  d\n"
        "assert (compare e == 3)\n"
        "1:6-7 assignment-in-expression: '=' in an expression; write '==' to compare [write '==']\n"
        "3:9-10 assignment-in-expression: '=' in an expression; write '==' to compare [write '==']\n"
        "4:10-11 assignment-in-expression: '=' in an expression; write '==' to compare [write '==']\n");
    row("assignment-in-parentheses", "f((a = 1))\n",
        "error \"f((a = 1))\"\n"
        "1:6-7 assignment-in-expression: '=' in an expression; write '==' to compare [write '==']\n");
    row("assignment-to-what-is-no-target", "1 = a\nf() = b\na + b = c\nNone = d\na, 1 = e\n(a, b) += 1\n'x' = 1\nlambda: a = 1\nfor f() in x: pass\nwith a as 1: pass\ndel f()\n",
        "error \"1 = a\"\n"
        "error \"f() = b\"\n"
        "error \"a + b = c\"\n"
        "error \"None = d\"\n"
        "error \"a, 1 = e\"\n"
        "error \"(a, b) += 1\"\n"
        "error \"'x' = 1\"\n"
        "error \"lambda: a = 1\"\n"
        "error \"for f() in x: pass\"\n"
        "error \"with a as 1: pass\"\n"
        "error \"del f()\"\n"
        "1:1-2 cannot-assign: cannot assign to literal; write '==' to compare\n"
        "2:1-4 cannot-assign: cannot assign to function call; write '==' to compare\n"
        "3:1-6 cannot-assign: cannot assign to expression; write '==' to compare\n"
        "4:1-5 cannot-assign: cannot assign to None; write '==' to compare\n"
        "5:4-5 cannot-assign: cannot assign to literal; write '==' to compare\n"
        "6:1-7 cannot-assign: cannot assign to tuple with an augmented assignment\n"
        "7:1-4 cannot-assign: cannot assign to literal; write '==' to compare\n"
        "8:1-10 cannot-assign: cannot assign to lambda; write '==' to compare\n"
        "9:5-8 cannot-assign: cannot assign to function call\n"
        "10:11-12 cannot-assign: cannot assign to literal\n"
        "11:5-8 cannot-delete: cannot delete function call\n");
    row("orphans", "else:\n  a\nelif b:\n  c\nexcept D:\n  e\nfinally:\n  f\n",
        "error \"else:\\n  a\"\n"
        "  a\n"
        "error \"elif b:\\n  c\"\n"
        "  c\n"
        "error \"except D:\\n  e\"\n"
        "  e\n"
        "error \"finally:\\n  f\"\n"
        "  f\n"
        "1:1-5 orphan-clause: 'else' belongs to no statement above; align it with its 'if', 'for', 'while' or 'try'\n"
        "3:1-5 orphan-clause: 'elif' belongs to no statement above; align it with its 'if'\n"
        "5:1-7 orphan-clause: 'except' belongs to no statement above; align it with its 'try'\n"
        "7:1-8 orphan-clause: 'finally' belongs to no statement above; align it with its 'try'\n");
    row("else-if", "if a:\n  b\nelse if c:\n  d\n",
        "if a\n"
        "  b\n"
        "elif c\n"
        "  d\n"
        "3:1-8 foreign-operator: 'else if' is no operator of Python; write 'elif' [write elif]\n");
    row("try-alone", "try:\n  a\nb\n",
        "try\n"
        "  a\n"
        "b\n"
        "1:1-4 missing-handler: 'try' without 'except' or 'finally'; add one of them\n");
    row("outside", "return 1\nbreak\ncontinue\nyield 2\nawait_ = 3\nclass A:\n  return 1\nfor a in b:\n  def f():\n    break\n",
        "error \"return 1\"\n"
        "error \"break\"\n"
        "error \"continue\"\n"
        "error \"yield 2\"\n"
        "= await_ 3\n"
        "class A\n"
        "  error \"return 1\"\n"
        "for a in b\n"
        "  def f ()\n"
        "    error \"break\"\n"
        "1:1-7 outside-function: 'return' outside function\n"
        "2:1-6 outside-loop: 'break' outside loop\n"
        "3:1-9 outside-loop: 'continue' outside loop\n"
        "4:1-6 outside-function: 'yield' outside function\n"
        "7:3-9 outside-function: 'return' outside function\n"
        "10:5-10 outside-loop: 'break' outside loop\n");
    row("arguments", "f(a=1, 2)\nf(**a, *b)\nf(a=1, a=2)\nf(a.b=1)\nf(a for a in b, 1)\n",
        "error \"f(a=1, 2)\"\n"
        "error \"f(**a, *b)\"\n"
        "error \"f(a=1, a=2)\"\n"
        "error \"f(a.b=1)\"\n"
        "error \"f(a for a in b, 1)\"\n"
        "1:8-9 positional-after-keyword: positional argument follows keyword argument; put it before, or give it a name\n"
        "2:8-10 positional-after-keyword: positional argument follows keyword argument unpacking; put it before, or give it a name\n"
        "3:8-11 repeated-keyword: keyword argument repeated: a\n"
        "4:3-6 keyword-not-name: the name of a keyword argument is no plain name; write '==' to compare\n"
        "5:3-15 bare-generator: generator expression must be put in parentheses\n");
    row("parameters", "def f(a=1, b): pass\ndef f(a, a): pass\ndef f(*): pass\ndef f(**a, b): pass\ndef f(*a, *b): pass\ndef f(a, /, b, /): pass\ndef f(1): pass\n",
        "error \"def f(a=1, b): pass\"\n"
        "error \"def f(a, a): pass\"\n"
        "error \"def f(*): pass\"\n"
        "error \"def f(**a, b): pass\"\n"
        "error \"def f(*a, *b): pass\"\n"
        "error \"def f(a, /, b, /): pass\"\n"
        "error \"def f(1): pass\"\n"
        "1:12-13 parameter-order: non-default argument follows default argument; reorder the parameters\n"
        "2:10-11 duplicate-parameter: duplicate parameter 'a' in function definition\n"
        "3:7-8 parameter-order: named arguments must follow bare *; reorder the parameters\n"
        "4:12-13 parameter-order: arguments cannot follow var-keyword argument; reorder the parameters\n"
        "5:11-12 parameter-order: * argument may appear only once; reorder the parameters\n"
        "6:16-17 parameter-order: '/' must stand behind the first parameters, and only once; reorder the parameters\n"
        "7:7-8 expected: expected the name of a parameter, found '1'\n");
    row("full-width", "with tf.name_scope\xEF\xBC\x88\xE2\x80\x9C""a\xE2\x80\x9D\xEF\xBC\x89\xEF\xBC\x9A\n  b \xEF\xBC\x9D [1\xEF\xBC\x8C 2]\xEF\xBC\x9B c\n",
        "with (call (.name_scope tf) \"a\")\n"
        "  = b (list 1 2)\n"
        "  c\n"
        "1:19-20 full-width: \xEF\xBC\x88 where Python needs ( [replace it by '(']\n"
        "1:20-21 full-width: \xE2\x80\x9C where Python needs \" [replace it by \"]\n"
        "1:23-24 full-width: \xEF\xBC\x89 where Python needs ) [replace it by ')']\n"
        "1:24-25 full-width: \xEF\xBC\x9A where Python needs : [replace it by ':']\n"
        "2:5-6 full-width: \xEF\xBC\x9D where Python needs = [replace it by '=']\n"
        "2:9-10 full-width: \xEF\xBC\x8C where Python needs , [replace it by ',']\n"
        "2:13-14 full-width: \xEF\xBC\x9B where Python needs ; [replace it by ';']\n");
    row("full-width-in-strings-stays", "a = '\xEF\xBC\x88\xEF\xBC\x89\xEF\xBC\x8C'  # \xEF\xBC\x9A\n",
        "= a \"\xEF\xBC\x88\xEF\xBC\x89\xEF\xBC\x8C\"\n");
    row("typographic-quotes", "a = \xE2\x80\x98""b\xE2\x80\x99\nc = 'd\xE2\x80\x99\ne = \xE2\x80\x9C""f\"\n",
        "= a \"b\"\n"
        "= c \"d\"\n"
        "= e \"f\"\n"
        "1:5-6 full-width: \xE2\x80\x98 where Python needs ' [replace it by ']\n"
        "2:7-8 full-width: \xE2\x80\x99 where Python needs ' [replace it by ']\n"
        "3:5-6 full-width: \xE2\x80\x9C where Python needs \" [replace it by \"]\n");
    row("full-width-comment", "a \xEF\xBC\x83 b\n",
        "a\n"
        "1:3-4 full-width: \xEF\xBC\x83 where Python needs # [replace it by '#']\n");
    row("odd-spaces", "a\xC2\xA0= 1\nif a:\n\xE3\x80\x80\xE3\x80\x80""b\xE2\x80\x8B\n",
        "= a 1\n"
        "if a\n"
        "  b\n"
        "1:2-3 odd-space: a character (U+00A0) that looks like a space; Python needs a plain one [replace it by a space]\n"
        "3:1-3 odd-space: a character (U+3000) that looks like a space; Python needs a plain one [replace it by a space]\n"
        "3:4-5 odd-space: a character (U+200B) that looks like a space; Python needs a plain one [remove it]\n");
    row("invalid-characters", "a = $b\nc = d ? e : f\n\xE2\x86\x92 g\nh\n",
        "error \"a = $b\"\n"
        "error \"c = d ? e : f\"\n"
        "error \"\xE2\x86\x92 g\"\n"
        "h\n"
        "1:5-6 invalid-character: invalid character '$' (U+0024) outside of strings and comments; remove it\n"
        "2:7-8 invalid-character: invalid character '?' (U+003F) outside of strings and comments; remove it\n"
        "3:1-2 invalid-character: invalid character '\xE2\x86\x92' (U+2192) outside of strings and comments; remove it\n");
    row("foreign-operators", "if a && b || !c:\n  d === e !== f <> g\n",
        "if (or (and a b) (not c))\n"
        "  (compare d == e != f != g)\n"
        "1:6-8 foreign-operator: '&&' is no operator of Python; write 'and' [write 'and']\n"
        "1:11-13 foreign-operator: '||' is no operator of Python; write 'or' [write 'or']\n"
        "1:14-15 foreign-operator: '!' is no operator of Python; write 'not' [write 'not']\n"
        "2:5-8 foreign-operator: '===' is no operator of Python; write '==' [write '==']\n"
        "2:11-14 foreign-operator: '!==' is no operator of Python; write '!=' [write '!=']\n"
        "2:17-19 foreign-operator: '<>' is no operator of Python; write '!=' [write '!=']\n");
    row("step", "a++\nb--\nc = d++e\n",
        "error \"a++\"\n"
        "error \"b--\"\n"
        "= c (+ d (+ e))\n"
        "1:2-4 foreign-operator: '++' is no operator of Python; write '+= 1' [write += 1]\n"
        "2:2-4 foreign-operator: '--' is no operator of Python; write '-= 1' [write -= 1]\n");
    row("named-assignment-as-a-statement", "a := 1\n(b := 2)\n",
        "(:= a 1)\n"
        "(:= b 2)\n"
        "1:3-5 foreign-operator: ':=' is no operator of Python; write '=' [write =]\n");
    row("print-statement", "print 'a'\nprint a, b\nprint 'a %d' % b,\nprint >>f, a\nif a: print b; c\nprint\nprint (a)\n",
        "(call print \"a\")\n"
        "(call print a b)\n"
        "(call print (% \"a %d\" b) end=\" \")\n"
        "(call print a file=f)\n"
        "if a\n"
        "  (call print b)\n"
        "  c\n"
        "print\n"
        "(call print a)\n"
        "1:1-10 python-2: 'print x' is Python 2; write 'print(x)' [put it in parentheses]\n"
        "2:1-11 python-2: 'print x' is Python 2; write 'print(x)' [put it in parentheses]\n"
        "3:1-18 python-2: 'print x' is Python 2; write 'print(x)' [put it in parentheses]\n"
        "4:1-13 python-2: 'print x' is Python 2; write 'print(x)' [put it in parentheses]\n"
        "5:7-14 python-2: 'print x' is Python 2; write 'print(x)' [put it in parentheses]\n");
    row("python-2", "raise A, 'b'\ntry:\n  a\nexcept B, c:\n  d\nexcept (B, C), e:\n  f\ng = 0777 + 10L\nh = ur'i'\n",
        "raise (call A \"b\")\n"
        "try\n"
        "  a\n"
        "except B as c\n"
        "  d\n"
        "except (tuple B C) as e\n"
        "  f\n"
        "= g (+ 511 10)\n"
        "= h \"i\"\n"
        "1:1-13 python-2: 'raise E, words' is Python 2; write 'raise E(words)' [put the words in parentheses]\n"
        "4:1-12 python-2: 'except E, e' is Python 2; write 'except E as e' [write 'as']\n"
        "6:1-17 python-2: 'except E, e' is Python 2; write 'except E as e' [write 'as']\n"
        "8:5-9 leading-zeros: leading zeros in '0777'; an octal number begins with 0o [write 0o777]\n"
        "8:12-15 python-2: '10L' is Python 2; write '10' [remove the suffix]\n"
        "9:5-7 python-2: 'ur' is Python 2; write 'r' [write r]\n");
    row("numbers", "a = 1a\nb = 0x\nc = 1__0\nd = 0b12\ne = 1if f else 2\n",
        "error \"a = 1a\"\n"
        "error \"b = 0x\"\n"
        "error \"c = 1__0\"\n"
        "error \"d = 0b12\"\n"
        "= e (if f 1 2)\n"
        "1:5-7 invalid-number: invalid number '1a'; a name can't begin with a digit, and digits must fit the base\n"
        "2:5-7 invalid-number: invalid number '0x'; a name can't begin with a digit, and digits must fit the base\n"
        "3:5-9 invalid-number: invalid number '1__0'; a name can't begin with a digit, and digits must fit the base\n"
        "4:5-9 invalid-number: invalid number '0b12'; a name can't begin with a digit, and digits must fit the base\n");
    row("escapes", "a = '\\x4'\nb = 'C:\\Users'\nc = b'\xC3\xA9'\nd = 'e' b'f'\ng = '\\N{BULLET}'\n",
        "= a \"\\\\x4\"\n"
        "= b \"C:\\\\Users\"\n"
        "error \"c = b'\xC3\xA9'\"\n"
        "error \"d = 'e' b'f'\"\n"
        "= g \"\\\\N{BULLET}\"\n"
        "1:6-9 bad-escape: '\\x4' in a string is no complete escape; double the backslash, or put an r before the string [double the backslash]\n"
        "2:8-10 bad-escape: '\\U' in a string is no complete escape; double the backslash, or put an r before the string [double the backslash]\n"
        "3:5-9 bytes-character: bytes can only contain ASCII characters; write others as escapes\n"
        "4:9-13 mixed-string-kinds: bytes and text side by side; only strings of one kind can be joined\n"
        "5:6-16 named-character: names of characters are not known here; write the character itself\n");
    row("backslash", "a = 1 \\ \n + 2\nb = \\ 3\nc\n",
        "= a (+ 1 2)\n"
        "error \"b = \\\\ 3\"\n"
        "c\n"
        "1:7-9 space-after-backslash: spaces behind a backslash; it must be the last character of its line [remove the spaces]\n"
        "3:5-6 stray-backslash: something behind a backslash; it must be the last character of its line\n");
    row("misspelt-keywords", "wiht a as b:\n  c\nimprot d\nesle:\n  f\nretrun g\nhello world\n",
        "error \"wiht a as b:\\n  c\"\n"
        "  c\n"
        "error \"improt d\"\n"
        "error \"esle:\\n  f\"\n"
        "  f\n"
        "error \"retrun g\"\n"
        "error \"hello world\"\n"
        "1:1-5 misspelt-keyword: invalid syntax at 'wiht'; perhaps 'with' was meant [write 'with']\n"
        "3:1-7 misspelt-keyword: invalid syntax at 'improt'; perhaps 'import' was meant [write 'import']\n"
        "4:1-5 misspelt-keyword: invalid syntax at 'esle'; perhaps 'else' was meant [write 'else']\n"
        "6:1-7 misspelt-keyword: invalid syntax at 'retrun'; perhaps 'return' was meant [write 'return']\n"
        "7:7-12 invalid-syntax: invalid syntax at 'world'\n");
    row("unclosed-bracket-before-indented-statements", "with f('a',\n    v = g(1)\n    w = v + 1\nx\n",
        "with (call f \"a\" v=(call g 1))\n"
        "  = w (+ v 1)\n"
        "x\n"
        "1:7-8 unclosed-bracket: '(' was never closed; add ')' [add ')']\n"
        "2:12-13 missing-colon: missing ':' at the end of 'with' statement [add ':']\n");
    row("match", "match a:\n  case 1:\n    b\n  case _:\n    c\nd\n",
        "error \"match a:\\n  case 1:\\n    b\\n  case _:\\n    c\"\n"
        "d\n"
        "1:1-6 unsupported: match statements are not supported here; this statement is left out\n");
    row("decorators", "@a\nb = 1\n@c d\ndef e(): pass\n",
        "error \"@a\"\n"
        "= b 1\n"
        "error \"@c d\"\n"
        "def e ()\n"
        "  pass\n"
        "2:1-2 expected: expected a function or a class behind its decorator, found 'b'\n"
        "3:4-5 invalid-syntax: invalid syntax at 'd'\n");
    row("import", "import\nimport a.\nfrom a import\nfrom import b\nfrom a import (b\nimport c\n",
        "error \"import\"\n"
        "error \"import a.\"\n"
        "error \"from a import\"\n"
        "error \"from import b\"\n"
        "from a import b\n"
        "import c\n"
        "1:7-7 expected: expected the name of a module, found the end of the line\n"
        "2:10-10 expected: expected the name of a module, found the end of the line\n"
        "3:14-14 expected: expected a name to import, found the end of the line\n"
        "4:6-12 expected: expected the name of a module, found 'import'\n"
        "5:15-16 unclosed-bracket: '(' was never closed; add ')' [add ')']\n");
    row("starred", "*a\n*a = b\n(*a)\nf(*)\n",
        "error \"*a\"\n"
        "error \"*a = b\"\n"
        "error \"(*a)\"\n"
        "error \"f(*)\"\n"
        "1:1-3 starred-alone: can't use a starred expression here\n"
        "2:1-3 starred-alone: can't use a starred expression here\n"
        "3:2-4 starred-alone: can't use a starred expression here\n"
        "4:4-5 expected: expected an expression, found ')'\n");
    row("with-broken-item", "with a as:\n  b\nc\n",
        "error \"with a as:\\n  b\"\n"
        "  b\n"
        "c\n"
        "1:10-11 expected: expected an expression, found ':'\n");
    row("dict-without-value", "a = {1: }\nb = {1:2, 3}\nc\n",
        "error \"a = {1: }\"\n"
        "error \"b = {1:2, 3}\"\n"
        "c\n"
        "1:9-10 expected: expected an expression, found '}'\n"
        "2:12-13 expected: expected ':' behind a key, found '}'\n");
    row("semicolon-after-error", "a b; c\nd\n",
        "error \"a b; c\"\n"
        "d\n"
        "1:3-4 invalid-syntax: invalid syntax at 'b'\n");
    row("lambda", "a = lambda x y: 1\nb = lambda\nc\n",
        "= a (lambda (x y) 1)\n"
        "error \"b = lambda\"\n"
        "c\n"
        "1:14-15 missing-comma: invalid syntax; perhaps a comma is missing here [add ',']\n"
        "2:11-11 expected: expected the name of a parameter, found the end of the line\n");
    row("conditional-without-else", "a = b if c\nd\n",
        "error \"a = b if c\"\n"
        "d\n"
        "1:11-11 expected: expected 'else' of a conditional expression, found the end of the line\n");
    row("class-without-name", "class:\n  a\ndef (b):\n  c\nd\n",
        "error \"class:\\n  a\"\n"
        "  a\n"
        "error \"def (b):\\n  c\"\n"
        "  c\n"
        "d\n"
        "1:6-7 expected: expected the name of the class, found ':'\n"
        "3:5-6 expected: expected the name of the function, found '('\n");
    row("nothing-behind", "a =\nb +\nc.\nd[\ne\n",
        "error \"a =\"\n"
        "error \"b +\"\n"
        "error \"c.\"\n"
        "error \"d[\"\n"
        "e\n"
        "1:4-4 expected: expected an expression, found the end of the line\n"
        "2:4-4 expected: expected an expression, found the end of the line\n"
        "3:3-3 expected: expected a name behind '.', found the end of the line\n"
        "4:2-3 unclosed-bracket: '[' was never closed; add ']' [add ']']\n");
}

void RecoveryTest::readsWhatCanBeRead_data() {
    addPrograms();
}

void RecoveryTest::readsWhatCanBeRead() {
    QFETCH(QByteArray, program);
    QFETCH(QByteArray, result);
    const SyntaxTree tree = parse(program.toStdString());
    QCOMPARE(QByteArray::fromStdString(dump(tree) + dumpDiagnostics(tree)), result);
}

void RecoveryTest::itsFixesMakeTheProblemGoAway_data() {
    addPrograms();
}

void RecoveryTest::itsFixesMakeTheProblemGoAway() {
    QFETCH(QByteArray, program);
    const SyntaxTree tree = parse(program.toStdString());
    for (const Diagnostic& diagnostic : tree.diagnostics()) {
        for (const Fix& fix : diagnostic.fixes) {
            std::vector<TextEdit> edits = fix.edits;
            std::sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.range.begin > b.range.begin; });
            std::string text(tree.text());
            for (const TextEdit& edit : edits) text.replace(edit.range.begin, edit.range.end - edit.range.begin, edit.replacement);
            const SyntaxTree fixed = parse(text);
            const auto isStillThere = [&diagnostic](const Diagnostic& other) {
                return other.kind == diagnostic.kind && other.range.begin == diagnostic.range.begin;
            };
            const bool isGone = std::none_of(fixed.diagnostics().begin(), fixed.diagnostics().end(), isStillThere);
            QVERIFY2(isGone && fixed.diagnostics().size() <= tree.diagnostics().size(), (message(diagnostic) + "\n" + text + dumpDiagnostics(fixed)).c_str());
        }
    }
}

void RecoveryTest::survivesATextThatEndsAnywhere_data() {
    addPrograms();
}

void RecoveryTest::survivesATextThatEndsAnywhere() {
    QFETCH(QByteArray, program);
    for (int length = 0; length <= program.size(); ++length) {
        const SyntaxTree tree = parse(program.left(length).toStdString());
        QVERIFY(!dump(tree).empty());
        const bool hasErrorStatement = dump(tree).find("error \"") != std::string::npos;
        QVERIFY(!hasErrorStatement || tree.hasErrors());
    }
}

// A line that is no statement, put before every line of a real program in turn, changes nothing else.
void RecoveryTest::losesOnlyTheBrokenStatement() {
    const QByteArray before = "with a:\n    b = f(c,\n          d)\n    if e:\n        g()\nh = '''i\nj'''\n";
    const std::string tree = dump(parse(before.toStdString()));
    for (const char* broken : {"what was this", "x = = 1", "x = ]1[", "for for", "x = 'a"}) {
        for (const int line : {0, 1, 3, 4, 5}) {
            QList<QByteArray> lines = before.split('\n');
            const QByteArray indentation(lines[line].size() - QByteArray(lines[line]).replace("    ", "").size(), ' ');
            lines.insert(line, indentation + broken);
            std::string got = dump(parse(lines.join('\n').toStdString()));
            const auto at = got.find("error \"");
            QVERIFY(at != std::string::npos);
            const auto begin = got.rfind('\n', at) == std::string::npos ? 0 : got.rfind('\n', at) + 1;
            got.erase(begin, got.find('\n', at) + 1 - begin);
            QCOMPARE(QByteArray::fromStdString(got), QByteArray::fromStdString(tree));
        }
    }
}

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
