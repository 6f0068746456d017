#include "document/text_offsets.h"

#include <QTest>

using namespace namescape;

class TextOffsetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void everyCharacterBeginsWhereItDoesInBothEncodings_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("ascii") << "with tf.name_scope('a'):\n";
        QTest::newRow("two-bytes") << QString::fromUtf8("# é, then more é\nx");
        QTest::newRow("three-bytes") << QString::fromUtf8("# 漢字\nwith");
        QTest::newRow("four-bytes") << QString::fromUtf8("a🙂b🙂🙂c");
        QTest::newRow("all-mixed") << QString::fromUtf8("aé漢🙂\né漢🙂a");
        QTest::newRow("lone-surrogate") << QString(QChar(0xd83d)) + "a";
    }

    void everyCharacterBeginsWhereItDoesInBothEncodings() {
        QFETCH(QString, text);
        const TextOffsets offsets(text);
        QCOMPARE(offsets.utf16Length(), static_cast<int>(text.size()));
        QCOMPARE(offsets.utf8Length(), static_cast<std::uint32_t>(text.toUtf8().size()));
        for (int index = 0; index <= text.size(); ++index) {
            if (index > 0 && index < text.size() && text[index - 1].isHighSurrogate() && text[index].isLowSurrogate()) continue;
            const auto utf8 = static_cast<std::uint32_t>(text.left(index).toUtf8().size());
            QCOMPARE(offsets.toUtf8(index), utf8);
            QCOMPARE(offsets.toUtf16(utf8), index);
        }
    }

    void anOffsetInsideACharacterIsItsBeginning() {
        const TextOffsets offsets(QString::fromUtf8("a漢🙂z"));
        QCOMPARE(offsets.toUtf16(2), 1);
        QCOMPARE(offsets.toUtf16(3), 1);
        QCOMPARE(offsets.toUtf16(5), 2);
        QCOMPARE(offsets.toUtf16(7), 2);
        QCOMPARE(offsets.toUtf8(3), 4u);
    }

    void anOffsetBeyondTheTextIsItsEnd() {
        const TextOffsets offsets(QString::fromUtf8("é"));
        QCOMPARE(offsets.toUtf16(99), 1);
        QCOMPARE(offsets.toUtf8(99), 2u);
        QCOMPARE(offsets.toUtf8(-1), 0u);
        QCOMPARE(TextOffsets().toUtf16(3), 0);
    }
};

QTEST_GUILESS_MAIN(TextOffsetsTest)
#include "tst_text_offsets.moc"
