// Relations that hold in every drawing.
#include "core/graph_generators.h"
#include "diagram/theme.h"
#include "layout/box_shape.h"
#include "layout/edge_curve.h"
#include "layout/layout.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace namescape;

using GraphMaking = std::function<generators::GraphPointer()>;
Q_DECLARE_METATYPE(GraphMaking)

namespace {

struct Picture {
    generators::GraphPointer graph;
    Diagram diagram;
    Drawing drawing;

    QString name(std::size_t box) const {
        const std::string_view fullName = diagram.boxes[box].fullName;
        return QString::fromUtf8(fullName.data(), static_cast<qsizetype>(fullName.size()));
    }
};

Picture pictureOf(generators::GraphPointer graph, const ViewOptions& options) {
    Picture picture;
    picture.graph = std::move(graph);
    picture.diagram = makeDiagram(*picture.graph, ScopeTree(*picture.graph), {}, options);
    LayoutCache cache;
    picture.drawing = layOut(picture.diagram, cache);
    return picture;
}

Picture pictureOf(generators::GraphPointer graph, const char* open, FlowDirection direction = FlowDirection::TopToBottom) {
    ViewOptions options;
    options.direction = direction;
    if (*open) options.open = *OpenScopes::fromText(open);
    return pictureOf(std::move(graph), options);
}

bool isWithin(const Diagram& diagram, BoxId box, BoxId frame) {
    while (box.isValid() && box != frame) box = diagram.box(box).parent;
    return box == frame;
}

// Each complaint is empty where all is well.

QString overlapsIn(const Picture& picture) {
    for (std::uint32_t a = 0; a < picture.diagram.boxes.size(); ++a) {
        for (std::uint32_t b = 0; b < a; ++b) {
            if (picture.diagram.boxes[a].parent != picture.diagram.boxes[b].parent) continue;
            if (picture.drawing.boxes[a].overlaps(picture.drawing.boxes[b])) return picture.name(a) + " overlaps " + picture.name(b);
        }
    }
    return {};
}

QString strayBoxesIn(const Picture& picture) {
    for (std::size_t i = 0; i < picture.diagram.boxes.size(); ++i) {
        const Rect& rect = picture.drawing.boxes[i];
        if (!picture.drawing.bounds.contains(rect)) return picture.name(i) + " is out of bounds";
        const BoxId parent = picture.diagram.boxes[i].parent;
        if (!parent.isValid()) continue;
        const Rect& frame = picture.drawing.rect(parent);
        const Rect inside{frame.x, frame.y + kMeasures.titleHeight, frame.width, frame.height - kMeasures.titleHeight};
        if (!inside.contains(rect)) return picture.name(i) + " is not inside its frame";
    }
    return {};
}

// Of ends from borders.
constexpr double kBorderTolerance = 0.01;

QString looseEdgesIn(const Picture& picture) {
    const bool isDown = picture.diagram.direction == FlowDirection::TopToBottom;
    for (std::size_t i = 0; i < picture.diagram.edges.size(); ++i) {
        const Edge& edge = picture.diagram.edges[i];
        const auto points = picture.drawing.pointsOf(picture.drawing.edges[i]);
        if (points.size() < 4 || points.size() % 3 != 1) return QString("edge %1 has %2 points").arg(i).arg(points.size());
        for (const Point point : points) {
            if (!std::isfinite(point.x) || !std::isfinite(point.y)) return QString("edge %1 has no place").arg(i);
        }
        const Rect &source = picture.drawing.rect(edge.source), &target = picture.drawing.rect(edge.target);
        const Point begin = points.front(), end = points.back();
        const double beginOff = isDown ? std::abs(begin.y - source.bottom()) : std::abs(begin.x - source.right());
        const double endOff = isDown ? std::abs(end.y - target.y) : std::abs(end.x - target.x);
        const double beginInset = isDown ? 0 : sideInset(picture.diagram.box(edge.source).kind), endInset = isDown ? 0 : sideInset(picture.diagram.box(edge.target).kind);
        if (beginOff > beginInset + kBorderTolerance || endOff > endInset + kBorderTolerance) return QString("edge %1 does not reach its ends").arg(i);
        const bool begins = isDown ? source.x < begin.x && begin.x < source.right() : source.y < begin.y && begin.y < source.bottom();
        const bool ends = isDown ? target.x < end.x && end.x < target.right() : target.y < end.y && end.y < target.bottom();
        if (!begins || !ends) return QString("edge %1 ends beside %2").arg(i).arg(picture.name(edge.target.value));
    }
    return {};
}

// A cubic stays within its points.
Rect hull(std::span<const Point> points) {
    Point least = points[0], most = least;
    for (const Point point : points) {
        least = {std::min(least.x, point.x), std::min(least.y, point.y)};
        most = {std::max(most.x, point.x), std::max(most.y, point.y)};
    }
    return {least.x, least.y, most.x - least.x, most.y - least.y};
}

bool meets(const Rect& a, const Rect& b) {
    return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

// Edges run through frames that their ends lie in, and through nothing else.
QString pierced(const Picture& picture) {
    constexpr int kSteps = 24;
    constexpr double kSkin = 0.75;
    for (std::size_t i = 0; i < picture.diagram.edges.size(); ++i) {
        const Edge& edge = picture.diagram.edges[i];
        const auto points = picture.drawing.pointsOf(picture.drawing.edges[i]);
        const Rect around = hull(points);
        for (std::uint32_t b = 0; b < picture.diagram.boxes.size(); ++b) {
            if (!meets(around, picture.drawing.boxes[b])) continue;
            if (isWithin(picture.diagram, edge.source, {b}) || isWithin(picture.diagram, edge.target, {b})) {
                if (picture.diagram.boxes[b].isOpen) continue;
            }
            const Rect& rect = picture.drawing.boxes[b];
            const Rect core{rect.x + kSkin, rect.y + kSkin, rect.width - 2 * kSkin, rect.height - 2 * kSkin};
            const bool isEnd = edge.source.value == b || edge.target.value == b;
            for (std::size_t at = 0; at + 3 < points.size(); at += 3) {
                if (!meets(hull(points.subspan(at, 4)), rect)) continue;
                for (int k = 0; k <= kSteps; ++k) {
                    const Point point = cubicAt(points.subspan(at, 4), static_cast<double>(k) / kSteps);
                    if (core.contains(point) && !(isEnd && std::min({point.y - rect.y, rect.bottom() - point.y, point.x - rect.x, rect.right() - point.x}) < 5)) {
                        return QString("edge %1 -> %2 runs through %3").arg(picture.name(edge.source.value), picture.name(edge.target.value), picture.name(b));
                    }
                }
            }
        }
    }
    return {};
}

QString kinksIn(const Picture& picture) {
    for (std::size_t i = 0; i < picture.drawing.edges.size(); ++i) {
        const auto points = picture.drawing.pointsOf(picture.drawing.edges[i]);
        for (std::size_t at = 3; at + 3 < points.size(); at += 3) {
            const Point in{points[at].x - points[at - 1].x, points[at].y - points[at - 1].y}, out{points[at + 1].x - points[at].x, points[at + 1].y - points[at].y};
            const double cross = in.x * out.y - in.y * out.x, dot = in.x * out.x + in.y * out.y;
            const bool isSmooth = std::abs(cross) <= 0.05 * std::hypot(in.x, in.y) * std::hypot(out.x, out.y) + 1e-6 && dot >= -1e-6;
            if (!isSmooth) return QString("edge %1 has a kink at %2,%3").arg(i).arg(points[at].x).arg(points[at].y);
        }
    }
    return {};
}

QString illegibleIn(const Picture& picture) {
    for (std::size_t i = 0; i < picture.diagram.boxes.size(); ++i) {
        const BoxTexts texts = boxTexts(picture.diagram.boxes[i], picture.drawing.boxes[i]);
        const Rect& rect = picture.drawing.boxes[i];
        for (const PlacedText* text : {&texts.label, &texts.sublabel, &texts.badge}) {
            if (!text->text.empty() && (text->baseline.x < rect.x + 4 || text->baseline.x + text->width > rect.right() - 4)) return "text overflows " + picture.name(i);
        }
    }
    for (std::size_t i = 0; i < picture.drawing.edges.size(); ++i) {
        if (!picture.drawing.edges[i].hasLabel) continue;
        const Point centre = picture.drawing.edges[i].labelCentre;
        const double width = textWidth(picture.diagram.edges[i].label, kMeasures.edgeLabel);
        const Rect label{centre.x - width / 2, centre.y - 5, width, 10};
        for (std::size_t b = 0; b < picture.diagram.boxes.size(); ++b) {
            if (!picture.diagram.boxes[b].isOpen && label.overlaps(picture.drawing.boxes[b])) return QString("label of edge %1 is on a box").arg(i);
        }
        for (std::size_t k = 0; k < i; ++k) {
            const Point other = picture.drawing.edges[k].labelCentre;
            if (picture.drawing.edges[k].hasLabel && std::abs(other.y - centre.y) < 8 && std::abs(other.x - centre.x) < width / 2) return "labels overlap";
        }
    }
    return {};
}

// Stubs stand beside their leaves, on nothing else, and no edge runs through them.
QString strayStubsIn(const Picture& picture) {
    const Drawing& drawing = picture.drawing;
    if (drawing.stubs.size() != picture.diagram.stubs.size()) return "stubs are missing";
    for (std::size_t i = 0; i < drawing.stubs.size(); ++i) {
        const Stub& stub = picture.diagram.stubs[i];
        const Rect& rect = drawing.stubs[i].rect;
        if (!drawing.bounds.contains(rect)) return QString("stub %1 is out of bounds").arg(i);
        const BoxId frame = picture.diagram.box(stub.at).parent;
        if (frame.isValid() && !drawing.rect(frame).contains(rect)) return QString("stub %1 is not inside its frame").arg(i);
        for (std::uint32_t b = 0; b < drawing.boxes.size(); ++b)
            if (!picture.diagram.boxes[b].isOpen && rect.overlaps(drawing.boxes[b])) return QString("stub %1 is on %2").arg(i).arg(picture.name(b));
        for (std::size_t k = 0; k < i; ++k)
            if (rect.overlaps(drawing.stubs[k].rect)) return QString("stubs %1 and %2 overlap").arg(k).arg(i);
        for (const DrawnEdge& edge : drawing.edges) {
            const auto points = drawing.pointsOf(edge);
            if (!meets(hull(points), rect)) continue;
            for (std::size_t at = 0; at + 3 < points.size(); at += 3)
                for (int step = 0; step <= 16; ++step)
                    if (rect.contains(cubicAt(points.subspan(at, 4), step / 16.0))) return QString("an edge runs through stub %1").arg(i);
        }
    }
    return {};
}

QString complaint(const Picture& picture) {
    for (const auto& check : {strayStubsIn, overlapsIn, strayBoxesIn, looseEdgesIn, pierced, kinksIn, illegibleIn}) {
        if (QString found = check(picture); !found.isEmpty()) return found;
    }
    return {};
}

std::size_t boxNamed(const Picture& picture, std::string_view name) {
    const auto& boxes = picture.diagram.boxes;
    return static_cast<std::size_t>(std::find_if(boxes.begin(), boxes.end(), [&](const Box& box) { return box.fullName == name; }) - boxes.begin());
}

// A user stands below its input, or in a column farther to the right.
bool readsOn(const Picture& picture, const Edge& edge) {
    const Rect &from = picture.drawing.rect(edge.source), &to = picture.drawing.rect(edge.target);
    return from.bottom() < to.y || from.right() < to.x;
}

// An operation that feeds `count` scopes, which all feed another, or feed it back.
generators::GraphPointer fanOfScopes(std::size_t count, bool isCycle) {
    generators::GraphMaker maker;
    const Tensor input = maker.placeholder("input");
    const Tensor hub = maker.add("AddN", "hub", {input, input});
    std::vector<Tensor> results;
    for (std::size_t i = 0; i < count; ++i) results.push_back(maker.dense("part_" + std::to_string(i), hub, 8));
    if (isCycle) maker.graph().setInput(hub.operation().id(), 1, results.back().id());
    else maker.add("AddN", "sum", results);
    return maker.take();
}

double aspect(const Picture& picture) {
    return picture.drawing.bounds.width / picture.drawing.bounds.height;
}

}  // namespace

class TestLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAllRelations_data();
    void holdsAllRelations();
    void putsInputsAboveTheirUsers();
    void packsWhatIsNotConnected();
    void packsTheFeedersOfAHub();
    void setsLongChainsUpInColumns();
    void keepsShortChainsInOneColumn();
    void keepsColumnsBeforeTheOneThatGrows();
    void setsWideRowsUpInBlocks();
    void setsTowersSideBySide_data();
    void setsTowersSideBySide();
    void giveTheSameEveryTime();
    void reusesEqualStructure();
    void laysOutAgainQuickly();
    void drawsAnEmptyGraph();
    void drawsASingleBox();
    void saysWhatWasSimplified();
    void stopsWhenAsked();
    void shortensTheLineToItsArrowHead();
    void partsEdgesOfDifferentSourcesAtABorder();
    void keepsEdgesOfOneSourceTogetherAtABorder();
    void drawsVeryManySourcesAsOneLineAcrossABorder();
};

void TestLayout::holdsAllRelations_data() {
    QTest::addColumn<GraphMaking>("make");
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<bool>("isDown");
    const auto rows = [](const char* name, const GraphMaking& make) {
        QTest::addRow("%s", name) << make << QByteArray() << true;
        QTest::addRow("%s-closed", name) << make << QByteArray("none") << true;
        QTest::addRow("%s-all-open", name) << make << QByteArray("all") << true;
        QTest::addRow("%s-to-the-right", name) << make << QByteArray("all") << false;
    };
    rows("chain", [] { return generators::chain(30); });
    rows("long-chain", [] { return generators::chain(150); });
    rows("deep-net", [] { return generators::residualNet(24); });
    rows("deep-varied-net", [] { return generators::variedNet(30); });
    rows("fan-of-scopes", [] { return fanOfScopes(30, false); });
    rows("fan-of-scopes-in-a-cycle", [] { return fanOfScopes(30, true); });
    rows("perceptron", [] { return generators::perceptron(3); });
    rows("residual-net", [] { return generators::residualNet(4); });
    rows("varied-net", [] { return generators::variedNet(6); });
    rows("towers", [] { return generators::towers(4, 4); });
    rows("hub", [] { return generators::hub(40); });
    rows("training", [] { return generators::training(12); });
    rows("flat-scope", [] { return generators::flatScope(90); });
    rows("flat-scope-with-hubs", [] { return generators::flatScopeWithHubs(300); });
    rows("large-flat-scope", [] { return generators::flatScope(400); });
    rows("variables", [] { return generators::variablesOnly(25); });
    rows("deep-nesting", [] { return generators::deepNesting(60); });
    rows("while-loop", [] { return generators::whileLoop(); });
    rows("odd-edges", [] { return generators::oddEdges(); });
    for (unsigned seed = 0; seed < 28; ++seed) {
        rows(qPrintable(QString("random-%1").arg(seed)), [seed] { return generators::randomGraph(seed, 20 + 12 * seed); });
    }
    // These had lines through boxes and stubs that no smaller one had.
    for (const unsigned seed : {41u, 175u}) rows(qPrintable(QString("random-%1").arg(seed)), [seed] { return generators::randomGraph(seed, 512); });
}

void TestLayout::holdsAllRelations() {
    QFETCH(GraphMaking, make);
    QFETCH(QByteArray, open);
    QFETCH(bool, isDown);
    const Picture picture = pictureOf(make(), open.constData(), isDown ? FlowDirection::TopToBottom : FlowDirection::LeftToRight);
    QCOMPARE(complaint(picture), QString());
}

void TestLayout::putsInputsAboveTheirUsers() {
    for (const char* open : {"", "none", "all"}) {
        const Picture picture = pictureOf(generators::residualNet(5), open);
        for (const Edge& edge : picture.diagram.edges) QVERIFY(readsOn(picture, edge));
    }
}

void TestLayout::packsWhatIsNotConnected() {
    for (const std::size_t count : {6u, 20u, 77u, 300u}) {
        const Picture picture = pictureOf(generators::variablesOnly(count), "");
        QVERIFY2(aspect(picture) > 1 && aspect(picture) < 2.5, qPrintable(QString::number(aspect(picture))));
    }
}

void TestLayout::packsTheFeedersOfAHub() {
    for (const std::size_t count : {20u, 100u, 1'000u}) {
        const Picture picture = pictureOf(generators::hub(count), "none");
        QVERIFY2(aspect(picture) > 0.9 && aspect(picture) < 2.7, qPrintable(QString::number(aspect(picture))));
    }
}

void TestLayout::setsLongChainsUpInColumns() {
    for (const std::size_t length : {60u, 300u, 3'000u}) {
        const Picture picture = pictureOf(generators::chain(length), "all");
        QVERIFY2(aspect(picture) > 0.9 && aspect(picture) < 2.7, qPrintable(QString::number(aspect(picture))));
        for (const Edge& edge : picture.diagram.edges) QVERIFY(readsOn(picture, edge));
    }
}

void TestLayout::keepsShortChainsInOneColumn() {
    const Picture picture = pictureOf(generators::chain(25), "all");
    for (const Edge& edge : picture.diagram.edges) QCOMPARE(picture.drawing.rect(edge.source).centre().x, picture.drawing.rect(edge.target).centre().x);
}

void TestLayout::keepsColumnsBeforeTheOneThatGrows() {
    ViewOptions options;
    options.open = *OpenScopes::fromText("none");
    options.foldsSeries = false;
    const auto graph = generators::residualNet(120);
    const auto draw = [&] {
        Picture picture;
        picture.diagram = makeDiagram(*graph, ScopeTree(*graph), {}, options);
        LayoutCache cache;
        picture.drawing = layOut(picture.diagram, cache);
        return picture;
    };
    const Picture before = draw();
    options.open = options.open.withOpened("block_100");
    const Picture after = draw();
    QVERIFY(before.drawing.bounds.height < 4'000);
    for (const char* name : {"block_1", "block_20", "block_40"}) {
        QCOMPARE(after.drawing.boxes[boxNamed(after, name)].y, before.drawing.boxes[boxNamed(before, name)].y);
    }
}

void TestLayout::setsWideRowsUpInBlocks() {
    for (const bool isCycle : {false, true}) {
        for (const std::size_t count : {16u, 40u}) {
            const Picture picture = pictureOf(fanOfScopes(count, isCycle), "all");
            QVERIFY2(aspect(picture) > 0.8 && aspect(picture) < 3.2, qPrintable(QString::number(aspect(picture))));
        }
    }
}

// Connected through their variables, or with these and all else taken out of the flow, as in large graphs.
void TestLayout::setsTowersSideBySide_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("layers");
    QTest::addColumn<QString>("open");
    for (const int count : {2, 3, 5, 7, 8, 12}) {
        for (const int layers : {2, 9}) {
            for (const char* open : {"none", "1", "all"}) QTest::addRow("%d towers of %d layers, open: %s", count, layers, open) << count << layers << QString(open);
        }
    }
}

void TestLayout::setsTowersSideBySide() {
    QFETCH(int, count);
    QFETCH(int, layers);
    QFETCH(QString, open);
    for (const bool areApart : {false, true}) {
        ViewOptions options;
        options.open = *OpenScopes::fromText(open.toStdString());
        if (areApart) options.besideFlow = {"shared", "input", "train"};
        const Picture picture = pictureOf(generators::towers(static_cast<std::size_t>(count), static_cast<std::size_t>(layers)), options);
        std::vector<Rect> towers;
        for (std::size_t i = 0; i < picture.diagram.boxes.size(); ++i)
            if (picture.diagram.boxes[i].towers != 0) towers.push_back(picture.drawing.boxes[i]);
        if (towers.empty()) continue;  // folded to a series
        QCOMPARE(static_cast<int>(towers.size()), count);
        for (std::size_t i = 1; i < towers.size(); ++i) {
            QCOMPARE(towers[i].y, towers[0].y);
            QVERIFY(towers[i - 1].right() < towers[i].x);
        }
        QCOMPARE(overlapsIn(picture), QString());
    }
}

void TestLayout::giveTheSameEveryTime() {
    const auto graph = generators::randomGraph(9, 200);
    ViewOptions options;
    options.open = *OpenScopes::fromText("all");
    const Diagram diagram = makeDiagram(*graph, ScopeTree(*graph), {}, options);
    LayoutCache warm;
    const Drawing first = layOut(diagram, warm);
    QVERIFY(layOut(diagram, warm) == first);
    LayoutCache other;
    layOut(makeDiagram(*generators::towers(3, 3), ScopeTree(*generators::towers(3, 3)), {}, {}), other);
    QVERIFY(layOut(diagram, other) == first);
    QCOMPARE(QString::fromStdString(toText(first, diagram)), QString::fromStdString(toText(layOut(diagram, other), diagram)));
}

void TestLayout::reusesEqualStructure() {
    const auto graph = generators::residualNet(20);
    ViewOptions options;
    options.open = *OpenScopes::fromText("all");
    LayoutCache cache;
    layOut(makeDiagram(*graph, ScopeTree(*graph), {}, options), cache);
    QVERIFY2(cache.missCount() < 30, qPrintable(QString::number(cache.missCount())));
    QVERIFY(cache.hitCount() > 100);
}

void TestLayout::laysOutAgainQuickly() {
    const auto graph = generators::residualNet(20);
    LayoutCache cache;
    const auto misses = [&](const ViewOptions& options) {
        const std::uint64_t before = cache.missCount();
        layOut(makeDiagram(*graph, ScopeTree(*graph), {}, options), cache);
        return cache.missCount() - before;
    };
    ViewOptions options;
    options.open = *OpenScopes::fromText("1");
    misses(options);
    options.open = options.open.withOpened("block_7/conv_1");
    QVERIFY(misses(options) <= 3);  // that scope, the one around it, and the outermost level
}

void TestLayout::drawsAnEmptyGraph() {
    const Picture picture = pictureOf(generators::empty(), "");
    QVERIFY(picture.drawing.boxes.empty());
    QVERIFY(picture.drawing.bounds.width > 0 && picture.drawing.bounds.height > 0);
}

void TestLayout::drawsASingleBox() {
    const Picture picture = pictureOf(generators::single(), "");
    QCOMPARE(QString::fromStdString(toText(picture.drawing, picture.diagram)), QString("picture 128 x 76\nbox x at 16,16 size 96 x 44\n"));
}

void TestLayout::saysWhatWasSimplified() {
    QVERIFY(pictureOf(generators::flatScope(60), "").drawing.notices.empty());
    QCOMPARE(pictureOf(generators::flatScope(500), "all").drawing.notices.size(), std::size_t{1});
}

void TestLayout::stopsWhenAsked() {
    const auto graph = generators::flatScope(50);
    const Diagram diagram = makeDiagram(*graph, ScopeTree(*graph), {}, {});
    std::stop_source source;
    source.request_stop();
    LayoutCache cache;
    QVERIFY(layOut(diagram, cache, source.get_token()).boxes.empty());
    QCOMPARE(cache.missCount(), std::uint64_t{0});
}

void TestLayout::shortensTheLineToItsArrowHead() {
    const Picture picture = pictureOf(generators::perceptron(2), "");
    for (const DrawnEdge& edge : picture.drawing.edges) {
        const auto points = picture.drawing.pointsOf(edge);
        const ArrowHead head = arrowHead(points);
        QCOMPARE(head.tip, points.back());
        const Point end = lineToArrowHead(points).back();
        QVERIFY(std::hypot(end.x - head.tip.x, end.y - head.tip.y) < kMeasures.arrowLength);
        QVERIFY(std::abs(std::hypot(head.left.x - head.right.x, head.left.y - head.right.y) - kMeasures.arrowWidth) < 1e-9);
    }
}

namespace {

// Where edges cross a frame's upper border, from left to right.
std::vector<double> crossingsAbove(const Picture& picture, const Rect& frame) {
    std::vector<double> crossings;
    for (const DrawnEdge& edge : picture.drawing.edges) {
        const auto points = picture.drawing.pointsOf(edge);
        for (std::size_t at = 0; at + 3 < points.size(); at += 3)
            if (points[at].y < frame.y && points[at + 3].y >= frame.y) crossings.push_back(points[at + 3].x);
    }
    std::sort(crossings.begin(), crossings.end());
    return crossings;
}

}  // namespace

void TestLayout::partsEdgesOfDifferentSourcesAtABorder() {
    generators::GraphMaker maker;
    const Tensor left = maker.placeholder("left"), right = maker.placeholder("right"), third = maker.placeholder("third");
    maker.add("AddN", "outer/inner/sum", {left, right, third});
    const Picture picture = pictureOf(maker.take(), "all");
    for (const char* scope : {"outer", "outer/inner"}) {
        const std::vector<double> crossings = crossingsAbove(picture, picture.drawing.boxes[boxNamed(picture, scope)]);
        QCOMPARE(crossings.size(), std::size_t{3});
        QVERIFY(crossings[1] - crossings[0] >= 5 && crossings[2] - crossings[1] >= 5);
    }
    std::vector<double> ends;
    for (const DrawnEdge& edge : picture.drawing.edges) ends.push_back(picture.drawing.pointsOf(edge).back().x);
    std::sort(ends.begin(), ends.end());
    QVERIFY(ends[1] - ends[0] >= 5 && ends[2] - ends[1] >= 5);
    QCOMPARE(complaint(picture), QString());
}

void TestLayout::keepsEdgesOfOneSourceTogetherAtABorder() {
    generators::GraphMaker maker;
    const Tensor input = maker.placeholder("input");
    maker.add("Relu", "scope/a", {input});
    maker.add("Relu", "scope/b", {input});
    const Picture picture = pictureOf(maker.take(), "all");
    const std::vector<double> crossings = crossingsAbove(picture, picture.drawing.boxes[boxNamed(picture, "scope")]);
    QCOMPARE(crossings.size(), std::size_t{2});
    QCOMPARE(crossings[0], crossings[1]);
}

void TestLayout::drawsVeryManySourcesAsOneLineAcrossABorder() {
    for (const std::size_t count : {8u, 9u, 30u}) {
        generators::GraphMaker maker;
        std::vector<Tensor> inputs;
        for (std::size_t i = 0; i < count; ++i) inputs.push_back(maker.placeholder("input_" + std::to_string(i)));
        maker.add("AddN", "scope/sum_of_all_of_these_inputs", inputs);
        maker.add("AddN", "scope/another_sum_of_all_these_inputs", inputs);
        const Picture picture = pictureOf(maker.take(), "all");
        const std::vector<double> crossings = crossingsAbove(picture, picture.drawing.boxes[boxNamed(picture, "scope")]);
        QCOMPARE(crossings.size(), 2 * count);
        QCOMPARE(crossings.front() == crossings.back(), count > 8);
    }
}

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
