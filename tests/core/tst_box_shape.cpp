// Outlines and places of texts.
#include "layout/box_shape.h"

#include <QTest>

using namespace namescape;

Q_DECLARE_METATYPE(namescape::BoxKind)

namespace {

Box boxOf(BoxKind kind, bool isOpen) {
    Box box;
    box.kind = kind;
    box.isOpen = isOpen;
    box.label = "layer_1";
    box.sublabel = isOpen ? "" : "float32 (3, 4)";
    box.badge = kind == BoxKind::SharedVariable ? "×12" : "";
    return box;
}

Rect rectOf(const PlacedText& text) {
    return {text.baseline.x, text.baseline.y - text.style.size, text.width, text.style.size * 1.2};
}

}  // namespace

class TestBoxShape : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysWithinTheRectangle_data();
    void staysWithinTheRectangle();
    void aTitleIsShortenedOnlyAsFarAsItsFrameDemands();
};

void TestBoxShape::staysWithinTheRectangle_data() {
    QTest::addColumn<BoxKind>("kind");
    QTest::addColumn<bool>("isOpen");
    const auto kinds = {BoxKind::Scope, BoxKind::Operation, BoxKind::Constant, BoxKind::Placeholder, BoxKind::Variable, BoxKind::SharedVariable, BoxKind::Control};
    for (const BoxKind kind : kinds) {
        QTest::addRow("leaf-%d", static_cast<int>(kind)) << kind << false;
        QTest::addRow("frame-%d", static_cast<int>(kind)) << kind << true;
    }
}

void TestBoxShape::staysWithinTheRectangle() {
    QFETCH(BoxKind, kind);
    QFETCH(bool, isOpen);
    const Box box = boxOf(kind, isOpen);
    const Rect rect{100, 50, 160, isOpen ? 200.0 : 50.0};
    for (const Outline& outline : {boxOutline(box, rect), boxRim(box, rect), boxChevron(box, rect)}) {
        for (const OutlineStep& step : outline) {
            if (step.kind != OutlineStep::Kind::Close) QVERIFY(rect.contains(step.end));
            if (step.kind == OutlineStep::Kind::Curve) QVERIFY(rect.contains(step.first) && rect.contains(step.second));
        }
    }
    const BoxTexts texts = boxTexts(box, rect);
    QVERIFY(rect.contains(rectOf(texts.label)));
    if (!texts.sublabel.text.empty()) {
        QVERIFY(rect.contains(rectOf(texts.sublabel)));
        QVERIFY(!rectOf(texts.sublabel).overlaps({texts.label.baseline.x, texts.label.baseline.y - 8, texts.label.width, 8}));
    }
    if (!texts.badge.text.empty()) QVERIFY(rect.contains(texts.badgeRect) && texts.badgeRect.contains(rectOf(texts.badge).centre()));
    QCOMPARE(!texts.badge.text.empty(), kind == BoxKind::SharedVariable);
}

void TestBoxShape::aTitleIsShortenedOnlyAsFarAsItsFrameDemands() {
    const std::string name = "a_scope_with_a_name_that_is_longer_than_most_of_the_frames_around_small_things_are";
    const std::string fullName = "outer/" + name;
    Box box;
    box.isOpen = true;
    box.fullName = fullName;
    box.label = elidedInMiddle(name, kMeasures.title, kMeasures.maxTitleWidth);
    QVERIFY(box.label != name);
    QCOMPARE(boxTexts(box, {0, 0, 1000, 200}).label.text, name);
    double former = 0;
    for (const double width : {330.0, 400.0, 450.0}) {
        const PlacedText title = boxTexts(box, {0, 0, width, 200}).label;
        QVERIFY(title.text.find("…") != std::string::npos);
        QVERIFY(title.width > former && title.baseline.x + title.width <= width);
        former = title.width;
    }
    // No narrower than the label that the frame was made for.
    QCOMPARE(boxTexts(box, {0, 0, 100, 200}).label.text, box.label);
}

QTEST_APPLESS_MAIN(TestBoxShape)
#include "tst_box_shape.moc"
