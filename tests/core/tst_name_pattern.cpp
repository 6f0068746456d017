#include "query/name_pattern.h"

#include <QTest>

using namespace namescape;

class TestNamePattern : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextIsFoundInAnyCase() {
        QVERIFY(FoldedText("conv").isIn("net/Conv2D"));
        QVERIFY(FoldedText("CONV").isIn("conv"));
        QVERIFY(!FoldedText("convx").isIn("conv"));
        QVERIFY(FoldedText("").isIn(""));
        QVERIFY(FoldedText("漢").isIn("a/漢字"));
        QVERIFY(FoldedText("aab").isIn("aaab"));
    }

    void aPatternIsFoundAnywhere() {
        const auto pattern = NamePattern::fromText("layer_\\d+/w$");
        QVERIFY(pattern);
        QVERIFY(pattern->match("net/Layer_12/w") == NamePattern::Answer::Yes);
        QVERIFY(pattern->match("net/layer_x/w") == NamePattern::Answer::No);
    }

    void whatIsNoPatternIsExplained() {
        const auto pattern = NamePattern::fromText("a(b");
        QVERIFY(!pattern);
        QVERIFY(!pattern.error().empty());
        QVERIFY(!NamePattern::fromText(std::string(100'000, 'a')));
    }

    void aHardPatternIsGivenUp() {
        const auto pattern = NamePattern::fromText("^(a+)+$");
        QVERIFY(pattern->match(std::string(200, 'a') + "!") == NamePattern::Answer::TooHard);
    }

    void brokenTextDoesNoHarm() {
        const auto pattern = NamePattern::fromText("b.c");
        QVERIFY(pattern->match("\xff\xfe" "bxc") == NamePattern::Answer::Yes);
        QVERIFY(pattern->match("\xff") == NamePattern::Answer::No);
    }
};

QTEST_APPLESS_MAIN(TestNamePattern)
#include "tst_name_pattern.moc"
