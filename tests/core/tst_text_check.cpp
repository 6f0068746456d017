// Tests support/text_check: what is text that a program can be read from.
#include "support/text_check.h"

#include <QTest>

using namespace namescape;

class TextCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirstByteThatIsNotUtf8_data();
    void findsTheFirstByteThatIsNotUtf8();
    void saysWhyBytesAreNotText_data();
    void saysWhyBytesAreNotText();
    void refusesWhatIsTooLarge();
};

void TextCheckTest::findsTheFirstByteThatIsNotUtf8_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("at");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("ascii") << QByteArray("x = 1\n") << -1;
    QTest::newRow("two-three-four-bytes") << QByteArray("\xC3\xA9 \xE6\xBC\xA2 \xF0\x9F\x98\x80") << -1;
    QTest::newRow("latin-1") << QByteArray("caf\xE9 = 1") << 3;
    QTest::newRow("cut-short") << QByteArray("ab\xF0\x9F\x98") << 2;
    QTest::newRow("continuation-alone") << QByteArray("a\x80") << 1;
    QTest::newRow("overlong-slash") << QByteArray("\xC0\xAF") << 0;
    QTest::newRow("overlong-three") << QByteArray("\xE0\x80\xAF") << 0;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
    QTest::newRow("last-code-point") << QByteArray("\xF4\x8F\xBF\xBF") << -1;
    QTest::newRow("beyond-unicode") << QByteArray("\xF4\x90\x80\x80") << 0;
}

void TextCheckTest::findsTheFirstByteThatIsNotUtf8() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, at);
    QCOMPARE(static_cast<int>(firstNonUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())})), at);
}

void TextCheckTest::saysWhyBytesAreNotText_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << "";
    QTest::newRow("byte-order-mark") << QByteArray("\xEF\xBB\xBFx = 1") << "";
    QTest::newRow("utf-16") << QByteArray("\xFF\xFEx\0", 4) << "is UTF-16 text: save it as UTF-8";
    QTest::newRow("binary") << QByteArray("\x7F""ELF\0", 5) << "is not a program but binary data: it has a zero byte at offset 4";
    QTest::newRow("latin-1") << QByteArray("a\n\ncaf\xE9") << "is not UTF-8 text: line 3 has the byte 0xE9; save it as UTF-8";
}

void TextCheckTest::saysWhyBytesAreNotText() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const auto failure = whyNotText({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QCOMPARE(failure ? QString::fromStdString(failure->message) : QString(), reason);
}

void TextCheckTest::refusesWhatIsTooLarge() {
    const std::string bytes(longestProgram + 1, ' ');
    QVERIFY(!whyNotText(std::string_view(bytes).substr(1)));
    QCOMPARE(whyNotText(bytes)->message, "is too large for a program: it has more than 16 MB");
}

QTEST_GUILESS_MAIN(TextCheckTest)
#include "tst_text_check.moc"
