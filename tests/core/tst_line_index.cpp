// Tests support/line_index: lines and columns of byte offsets.
#include "support/line_index.h"

#include <QTest>

using namespace namescape;

class LineIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsLineAndColumn_data();
    void findsLineAndColumn();
    void givesLinesWithoutTheirEnds();
    void countsLines_data();
    void countsLines();
};

void LineIndexTest::findsLineAndColumn_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("begin") << QByteArray("ab\ncd") << 0 << 1 << 1;
    QTest::newRow("before-line-end") << QByteArray("ab\ncd") << 2 << 1 << 3;
    QTest::newRow("behind-line-end") << QByteArray("ab\ncd") << 3 << 2 << 1;
    QTest::newRow("end-of-text") << QByteArray("ab\ncd") << 5 << 2 << 3;
    QTest::newRow("empty-text") << QByteArray("") << 0 << 1 << 1;
    QTest::newRow("empty-last-line") << QByteArray("ab\n") << 3 << 2 << 1;
    QTest::newRow("windows") << QByteArray("ab\r\ncd") << 4 << 2 << 1;
    QTest::newRow("old-mac") << QByteArray("ab\rcd") << 3 << 2 << 1;
    QTest::newRow("characters-not-bytes") << QByteArray("\xC3\xA9\xE6\xBC\xA2\xF0\x9F\x98\x80x") << 9 << 1 << 4;
}

void LineIndexTest::findsLineAndColumn() {
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(int, line);
    QFETCH(int, column);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    const LineColumn found = LineIndex(view).position(view, static_cast<std::uint32_t>(offset));
    QCOMPARE(static_cast<int>(found.line), line);
    QCOMPARE(static_cast<int>(found.column), column);
}

void LineIndexTest::givesLinesWithoutTheirEnds() {
    constexpr std::string_view text = "one\r\ntwo\n\nfour";
    const LineIndex index(text);
    QCOMPARE(index.lineText(text, 1), std::string_view("one"));
    QCOMPARE(index.lineText(text, 2), std::string_view("two"));
    QCOMPARE(index.lineText(text, 3), std::string_view(""));
    QCOMPARE(index.lineText(text, 4), std::string_view("four"));
}

void LineIndexTest::countsLines_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QByteArray("") << 1;
    QTest::newRow("no-end") << QByteArray("a") << 1;
    QTest::newRow("with-end") << QByteArray("a\n") << 2;
    QTest::newRow("mixed-ends") << QByteArray("a\r\nb\rc\nd") << 4;
}

void LineIndexTest::countsLines() {
    QFETCH(QByteArray, text);
    QFETCH(int, count);
    QCOMPARE(static_cast<int>(LineIndex({text.constData(), static_cast<std::size_t>(text.size())}).lineCount()), count);
}

QTEST_GUILESS_MAIN(LineIndexTest)
#include "tst_line_index.moc"
