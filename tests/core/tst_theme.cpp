// Colours that can be read.
#include "diagram/theme.h"

#include <QTest>

#include <cmath>

using namespace namescape;

namespace {

// WCAG 2.1, relative luminance.
double luminance(Colour colour) {
    const auto channel = [&](int shift) {
        const double value = (colour.rgb >> shift & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

constexpr double kReadable = 4.5, kVisible = 3;

}  // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreReadable_data() { addThemes(); }
    void textsAreReadable();
    void edgesAreVisibleOnEveryGround_data() { addThemes(); }
    void edgesAreVisibleOnEveryGround();

private:
    static void addThemes() {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
};

void TestTheme::textsAreReadable() {
    QFETCH(bool, isDark);
    const Theme& t = theme(isDark ? ThemeName::Dark : ThemeName::Light);
    for (const BoxColours* colours : {&t.scope, &t.operation, &t.constant, &t.placeholder, &t.variable, &t.sharedVariable, &t.control, &t.badge}) {
        QVERIFY(contrast(colours->text, colours->fill) >= kReadable);
        QVERIFY(contrast(colours->subtext, colours->fill) >= kReadable);
    }
    for (const FrameColours& frame : t.frames) {
        QVERIFY(contrast(frame.title, frame.fill) >= kReadable);
        QVERIFY(contrast(t.edgeLabel, frame.fill) >= kReadable);
    }
    QVERIFY(contrast(t.variableFrame.title, t.variableFrame.fill) >= kReadable);
}

void TestTheme::edgesAreVisibleOnEveryGround() {
    QFETCH(bool, isDark);
    const Theme& t = theme(isDark ? ThemeName::Dark : ThemeName::Light);
    QVERIFY(contrast(t.dataEdge, t.background) >= kVisible);
    for (const FrameColours& frame : t.frames) QVERIFY(contrast(t.dataEdge, frame.fill) >= kVisible);
}

QTEST_APPLESS_MAIN(TestTheme)
#include "tst_theme.moc"
