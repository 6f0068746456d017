// Widths of texts.
#include "diagram/text_metrics.h"

#include <QTest>

using namespace namescape;

namespace {

constexpr TextStyle kStyle{10, TextWeight::Regular};

QString elided(const QString& text, double width) {
    return QString::fromStdString(elidedInMiddle(text.toStdString(), kStyle, width));
}

}  // namespace

class TestTextMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsUpAdvances();
    void countsWideCharactersAsOneEm();
    void keepsWhatFits();
    void cutsTheMiddleOut();
    void neverExceedsTheWidth();
    void neverSplitsACharacter();
    void showsControlCharacters();
    void isQuickForEndlessNames();
};

void TestTextMetrics::addsUpAdvances() {
    QCOMPARE(textWidth("", kStyle), 0.0);
    QCOMPARE(textWidth("add", kStyle), (556 + 556 + 556) / 100.0);
    QCOMPARE(textWidth("il", kStyle), (222 + 222) / 100.0);
    QCOMPARE(textWidth("il", TextStyle{20, TextWeight::Bold}), (278 + 278) / 50.0);
    QCOMPARE(textWidth("é", kStyle), 5.56);
}

void TestTextMetrics::countsWideCharactersAsOneEm() {
    QCOMPARE(textWidth("变量", kStyle), 20.0);
    QCOMPARE(textWidth("😀", kStyle), 10.0);
    QCOMPARE(textWidth("e\u0301", kStyle), textWidth("e", kStyle));
}

void TestTextMetrics::keepsWhatFits() {
    QCOMPARE(elided("layer_1", 200), QString("layer_1"));
}

void TestTextMetrics::cutsTheMiddleOut() {
    const QString cut = elided("a_very_long_name_that_ends_in_a_number_123", 80);
    QVERIFY(cut.startsWith("a_very"));
    QVERIFY(cut.contains(u'…'));
    QVERIFY(cut.endsWith("123"));
}

void TestTextMetrics::neverExceedsTheWidth() {
    for (const char* text : {"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "变量变量变量变量变量变量变量变量"}) {
        for (double width = 20; width < 150; width += 7) QVERIFY(textWidth(elidedInMiddle(text, kStyle, width), kStyle) <= width);
    }
}

void TestTextMetrics::neverSplitsACharacter() {
    for (double width = 12; width < 100; width += 1) {
        const std::string cut = elidedInMiddle("é漢😀é漢😀é漢😀é漢😀é漢😀é漢😀", kStyle, width);
        QVERIFY(!QString::fromStdString(cut).contains(QChar::ReplacementCharacter));
    }
}

void TestTextMetrics::showsControlCharacters() {
    QCOMPARE(elided("a\nb\tc", 100), QString("a\uFFFDb\uFFFDc"));
    QCOMPARE(QString::fromStdString(elidedInMiddle("a\xFF\xC3", kStyle, 100)), QString("a\uFFFD\uFFFD"));
}

void TestTextMetrics::isQuickForEndlessNames() {
    const std::string endless(50'000'000, 'm');
    QVERIFY(elidedInMiddle(endless, kStyle, 200).size() < 100);
}

QTEST_APPLESS_MAIN(TestTextMetrics)
#include "tst_text_metrics.moc"
