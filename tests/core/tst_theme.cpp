// Colours that can be read.
#include "core/contrast.h"

#include <QTest>

#include <vector>

using namespace namescape;

namespace {

constexpr double kReadable = 4.5, kVisible = 3;

std::vector<const BoxColours*> leaves(const Theme& t) {
    return {&t.scope, &t.operation, &t.constant, &t.placeholder, &t.variable, &t.sharedVariable, &t.control};
}

// All that boxes and edges may be drawn on.
std::vector<Colour> grounds(const Theme& t) {
    std::vector<Colour> all{t.background, t.variableFrame.fill};
    for (const FrameColours& frame : t.frames) all.push_back(frame.fill);
    return all;
}

QString pairText(Colour line, Colour ground) {
    return QString("%1 on %2: %3").arg(line.rgb, 6, 16).arg(ground.rgb, 6, 16).arg(contrast(line, ground));
}

}  // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreReadable_data() { addThemes(); }
    void textsAreReadable();
    void linesAreVisibleOnEveryGround_data() { addThemes(); }
    void linesAreVisibleOnEveryGround();
    void framesAreVisibleOnWhatIsAround_data() { addThemes(); }
    void framesAreVisibleOnWhatIsAround();

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
    for (const BoxColours* colours : leaves(t)) {
        QVERIFY(contrast(colours->text, colours->fill) >= kReadable);
        QVERIFY(contrast(colours->subtext, colours->fill) >= kReadable);
    }
    QVERIFY(contrast(t.badge.text, t.badge.fill) >= kReadable);
    for (const FrameColours& frame : t.frames) QVERIFY(contrast(frame.title, frame.fill) >= kReadable);
    for (const Colour ground : grounds(t)) QVERIFY(contrast(t.edgeLabel, ground) >= kReadable);
    QVERIFY(contrast(t.variableFrame.title, t.variableFrame.fill) >= kReadable);
}

// Edges and what marks them, and the outlines that tell one kind of box from another.
void TestTheme::linesAreVisibleOnEveryGround() {
    QFETCH(bool, isDark);
    const Theme& t = theme(isDark ? ThemeName::Dark : ThemeName::Light);
    std::vector<Colour> lines{t.dataEdge, t.controlEdge, t.selection, t.highlight, t.error};
    for (const BoxColours* box : leaves(t)) lines.push_back(box->border);
    for (const Colour ground : grounds(t))
        for (const Colour line : lines) QVERIFY2(contrast(line, ground) >= kVisible, qPrintable(pairText(line, ground)));
    // The rim of a variable's drum lies on it.
    for (const BoxColours* box : {&t.variable, &t.sharedVariable}) QVERIFY(contrast(box->border, box->fill) >= kVisible);
    QVERIFY(contrast(t.badge.fill, t.sharedVariable.fill) >= kVisible);
}

void TestTheme::framesAreVisibleOnWhatIsAround() {
    QFETCH(bool, isDark);
    const Theme& t = theme(isDark ? ThemeName::Dark : ThemeName::Light);
    Colour around = t.background;
    for (const FrameColours& frame : t.frames) {
        QVERIFY2(contrast(frame.border, around) >= kVisible, qPrintable(pairText(frame.border, around)));
        around = frame.fill;
    }
    // All below the deepest look like it; an opened variable may stand anywhere.
    QVERIFY(contrast(t.frames.back().border, t.frames.back().fill) >= kVisible);
    for (const Colour ground : grounds(t)) QVERIFY2(contrast(t.variableFrame.border, ground) >= kVisible, qPrintable(pairText(t.variableFrame.border, ground)));
}

QTEST_APPLESS_MAIN(TestTheme)
#include "tst_theme.moc"
