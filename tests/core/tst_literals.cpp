// Tests syntax/literals: the values of numbers and strings.
#include "syntax/literals.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace namescape;

class LiteralsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsIntegers_data();
    void readsIntegers();
    void keepsTheDigitsOfBigIntegers_data();
    void keepsTheDigitsOfBigIntegers();
    void readsFloats_data();
    void readsFloats();
    void decodesStrings_data();
    void decodesStrings();
    void reportsWhatItCannotDecode_data();
    void reportsWhatItCannotDecode();
};

void LiteralsTest::readsIntegers_data() {
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<qint64>("value");
    QTest::newRow("zero") << QByteArray("0") << qint64{0};
    QTest::newRow("several-zeros") << QByteArray("000") << qint64{0};
    QTest::newRow("underscores") << QByteArray("1_000_000") << qint64{1000000};
    QTest::newRow("hex") << QByteArray("0xFF") << qint64{255};
    QTest::newRow("hex-underscore-first") << QByteArray("0x_ff") << qint64{255};
    QTest::newRow("octal") << QByteArray("0O17") << qint64{15};
    QTest::newRow("binary") << QByteArray("0b101") << qint64{5};
    QTest::newRow("old-octal") << QByteArray("0777") << qint64{511};
    QTest::newRow("largest") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
}

void LiteralsTest::readsIntegers() {
    QFETCH(QByteArray, literal);
    QFETCH(qint64, value);
    const NumberValue number = readNumber(literal.toStdString());
    QVERIFY(number.kind == NumberKind::Integer);
    QCOMPARE(static_cast<qint64>(number.integer), value);
}

void LiteralsTest::keepsTheDigitsOfBigIntegers_data() {
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QByteArray>("digits");
    QTest::newRow("one-too-many") << QByteArray("9223372036854775808") << QByteArray("9223372036854775808");
    QTest::newRow("underscores") << QByteArray("100_000_000_000_000_000_000") << QByteArray("100000000000000000000");
    QTest::newRow("hex") << QByteArray("0xFFFFFFFFFFFFFFFF") << QByteArray("0xFFFFFFFFFFFFFFFF");
}

void LiteralsTest::keepsTheDigitsOfBigIntegers() {
    QFETCH(QByteArray, literal);
    QFETCH(QByteArray, digits);
    const NumberValue number = readNumber(literal.toStdString());
    QVERIFY(number.kind == NumberKind::BigInteger);
    QCOMPARE(QByteArray::fromStdString(number.digits), digits);
}

void LiteralsTest::readsFloats_data() {
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isImaginary");
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("fraction") << QByteArray("2.5") << 2.5 << false;
    QTest::newRow("no-fraction") << QByteArray("1.") << 1.0 << false;
    QTest::newRow("no-whole") << QByteArray(".5") << 0.5 << false;
    QTest::newRow("exponent") << QByteArray("1e-3") << 0.001 << false;
    QTest::newRow("capital-exponent-with-sign") << QByteArray("1.5E+2") << 150.0 << false;
    QTest::newRow("underscores") << QByteArray("1_0.0_1") << 10.01 << false;
    QTest::newRow("leading-zeros") << QByteArray("007.5") << 7.5 << false;
    QTest::newRow("too-large") << QByteArray("1e999") << infinity << false;
    QTest::newRow("too-small") << QByteArray("1e-999") << 0.0 << false;
    QTest::newRow("imaginary") << QByteArray("3j") << 3.0 << true;
    QTest::newRow("imaginary-fraction") << QByteArray("1.5J") << 1.5 << true;
}

void LiteralsTest::readsFloats() {
    QFETCH(QByteArray, literal);
    QFETCH(double, value);
    QFETCH(bool, isImaginary);
    const NumberValue number = readNumber(literal.toStdString());
    QVERIFY(number.kind == (isImaginary ? NumberKind::Imaginary : NumberKind::Float));
    QVERIFY(number.real == value);
}

void LiteralsTest::decodesStrings_data() {
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* tag, const char* literal, const QByteArray& value) {
        QTest::newRow(tag) << QByteArray(literal) << value;
    };
    row("plain", "'abc'", "abc");
    row("empty", "\"\"", "");
    row("triple", "\"\"\"a\"b\"\"\"", "a\"b");
    row("empty-triple", "''''''", "");
    row("simple-escapes", R"('\a\b\f\n\r\t\v\\\'\"')", "\a\b\f\n\r\t\v\\'\"");
    row("hex-and-octal", R"('\x41\102\0')", QByteArray("AB\0", 3));
    row("unicode", R"('\u00e9\U0001F600')", "\xC3\xA9\xF0\x9F\x98\x80");
    row("half-a-pair", R"('\ud800')", "\xEF\xBF\xBD");
    row("unknown-escape-stays", R"('\d')", "\\d");
    row("joined-lines", "'a\\\nb\\\r\nc'", "abc");
    row("raw", R"(r'\n\'')", "\\n\\'");
    row("bytes", R"(b'\xff\u0041')", "\xFF\\u0041");
    row("raw-bytes", R"(Rb'\x41')", "\\x41");
    row("windows-lines", "'''a\r\nb\rc'''", "a\nb\nc");
    row("non-ascii-stays", "'\xC3\xA9\xE6\xBC\xA2'", "\xC3\xA9\xE6\xBC\xA2");
    row("not-utf8", "'a\xFF'", "a\xEF\xBF\xBD");
    row("typographic-quotes", "\xE2\x80\x9Cw\xE2\x80\x9D", "w");
    row("closed-by-typographic", "'w\xE2\x80\x99", "w");
}

void LiteralsTest::decodesStrings() {
    QFETCH(QByteArray, literal);
    QFETCH(QByteArray, value);
    const std::string text = literal.toStdString();
    const StringParts parts = splitString(text);
    std::string decoded;
    const EscapeError error = decodeString(parts.text, parts, Braces::Plain, decoded);
    QVERIFY(!error);
    QCOMPARE(QByteArray::fromStdString(decoded), value);
}

void LiteralsTest::reportsWhatItCannotDecode_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("short-hex") << QByteArray("ab\\x4") << 2 << 5;
    QTest::newRow("short-unicode") << QByteArray("\\u12g") << 0 << 4;
    QTest::newRow("windows-path") << QByteArray("C:\\Users") << 2 << 4;
    QTest::newRow("beyond-unicode") << QByteArray("\\U00110000") << 0 << 10;
    QTest::newRow("named") << QByteArray("\\N{BULLET}x") << 0 << 10;
}

void LiteralsTest::reportsWhatItCannotDecode() {
    QFETCH(QByteArray, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    std::string decoded;
    const EscapeError error = decodeString(text.toStdString(), {}, Braces::Plain, decoded);
    QCOMPARE(static_cast<int>(error.begin), begin);
    QCOMPARE(static_cast<int>(error.end), end);
    QCOMPARE(QByteArray::fromStdString(decoded), text);
}

QTEST_GUILESS_MAIN(LiteralsTest)
#include "tst_literals.moc"
