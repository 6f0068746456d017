#include "compare/text_difference.h"

#include <QTest>

#include <random>

using namespace namescape;

namespace {

using Kind = DifferenceLine::Kind;

// "-2 old", changed words in brackets, hunks parted by "~".
std::string shown(const TextDifference& difference) {
    std::string text;
    for (const auto& hunk : difference.hunks) {
        if (!text.empty()) text += "~\n";
        for (const DifferenceLine& line : hunk) {
            text += line.kind == Kind::Same ? ' ' : line.kind == Kind::Removed ? '-' : '+';
            text += std::to_string(line.number) + " ";
            for (std::uint32_t i = 0; i <= line.text.size(); ++i) {
                for (const SourceRange range : line.changed) {
                    if (range.end == i) text += ']';
                    if (range.begin == i) text += '[';
                }
                if (i < line.text.size()) text += line.text[i];
            }
            text += '\n';
        }
    }
    return text;
}

std::string compared(std::string_view before, std::string_view after) {
    return shown(differenceOfTexts(before, after));
}

}  // namespace

class TextDifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangedLineStandsBelowWhatItWasWithItsWordsMarked() {
        QCOMPARE(compared("a\nwith scope('x'):\nb\nc\n", "a\nwith scope('y', reuse=True):\nb\nc\n"),
                 std::string(" 1 a\n-2 with scope('[x]'):\n+2 with scope('[y]'[, reuse=True]):\n 3 b\n"));
    }

    void nothingIsOtherInEqualTexts() {
        QCOMPARE(compared("a\nb\n", "a\nb\n"), std::string());
        QCOMPARE(compared("", ""), std::string());
        QCOMPARE(compared("a\r\nb\r\n", "a\nb\n"), std::string());
    }

    void linesThatComeAndGoHaveTheNumbersOfTheirVersion() {
        QCOMPARE(compared("a\nb\nc\n", "a\nc\n"), std::string(" 1 a\n-2 b\n 2 c\n"));
        QCOMPARE(compared("a\nc\n", "x\na\nc\n"), std::string("+1 x\n 2 a\n"));
        QCOMPARE(compared("a\n", "a\nb"), std::string(" 1 a\n-2 \n+2 b\n"));
    }

    void changesFarApartAreHunksOfTheirOwn() {
        const std::string before = "1\n2\n3\n4\n5\n6\n7\n";
        QCOMPARE(compared(before, "x\n2\n3\n4\n5\n6\ny\n"), std::string("-1 1\n+1 x\n 2 2\n~\n 6 6\n-7 7\n+7 y\n 8 \n"));
        QCOMPARE(compared(before, "x\n2\n3\ny\n5\n6\n7\n"), std::string("-1 1\n+1 x\n 2 2\n 3 3\n-4 4\n+4 y\n 5 5\n"));
    }

    void linesWithNothingInCommonAreNotTakenForOneAnotherEdited() {
        QVERIFY(!QString::fromStdString(compared("abcdefgh\n", "12345678\n")).contains('['));
    }

    void moreLinesThanOneReadsAreCounted() {
        std::string after;
        for (int i = 0; i < 1'000; ++i) after += "line\n";
        const TextDifference difference = differenceOfTexts("", after, 1, 10);
        QCOMPARE(difference.added, 1'000U);
        QCOMPARE(difference.leftOut, 990U);
        QCOMPARE(difference.hunks.front().size(), std::size_t(11));
    }

    void ofALongLineThePartAroundTheChangeIsShown() {
        std::string before, after;
        for (int i = 0; i < 3'000; ++i) before += "漢 ";
        after = before;
        before.insert(8'000, "old"), after.insert(8'000, "new");
        const TextDifference difference = differenceOfTexts(before, after);
        const DifferenceLine& added = difference.hunks.front().back();
        QVERIFY(added.text.size() < 500);
        QVERIFY(QString::fromStdString(added.text).startsWith(u'…') && QString::fromStdString(added.text).endsWith(u'…'));
        QVERIFY(!QString::fromStdString(added.text).contains(QChar::ReplacementCharacter));
        QVERIFY(QString::fromStdString(added.text.substr(added.changed.front().begin, added.changed.front().end - added.changed.front().begin)).contains("new"));
    }

    // What is shown with all of its context makes the one text of the other.
    void randomTextsAreMadeOfOneAnotherByWhatIsShown() {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const std::string before = randomText(random), after = randomText(random);
            const TextDifference difference = differenceOfTexts(before, after, 1'000, 1'000);
            if (before == after) continue;
            QVERIFY(difference.hunks.size() == 1);
            std::string was, is;
            for (const DifferenceLine& line : difference.hunks.front()) {
                if (line.kind != Kind::Added) was += line.text + '\n';
                if (line.kind != Kind::Removed) is += line.text + '\n';
            }
            QCOMPARE(was, before + '\n');
            QCOMPARE(is, after + '\n');
        }
    }

private:
    static std::string randomText(std::mt19937& random) {
        std::string text;
        for (auto i = random() % 12; i > 0; --i) text += std::string(1, static_cast<char>('a' + random() % 4)) + '\n';
        return text;
    }
};

QTEST_APPLESS_MAIN(TextDifferenceTest)
#include "tst_text_difference.moc"
