// Which boxes have which colour, and that all of them can be read.
#include "core/contrast.h"
#include "core/graph_generators.h"
#include "diagram/colouring.h"
#include "graph/graph.h"

#include <QTest>

using namespace namescape;

class TestColouring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColourCanBeRead() {
        for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
            const Theme& t = theme(name);
            for (std::uint8_t colour = 0; colour < kPaletteSize; ++colour) {
                const BoxColours& colours = paletteColours(name, colour);
                QVERIFY(contrast(colours.text, colours.fill) >= 4.5);
                QVERIFY(contrast(colours.subtext, colours.fill) >= 4.5);
                QVERIFY(contrast(colours.border, t.background) >= 3);
                QVERIFY(contrast(colours.border, t.variableFrame.fill) >= 3);
                for (const FrameColours& frame : t.frames) QVERIFY(contrast(colours.border, frame.fill) >= 3);
            }
        }
    }

    void whatIsInOneScopeHasOneColour() {
        const Colouring colouring = coloured(ColourBy::Scope);
        QVERIFY(colourOf(colouring, "layer_1/MatMul") == colourOf(colouring, "layer_1/kernel"));
        QVERIFY(colourOf(colouring, "layer_1/MatMul") != colourOf(colouring, "layer_2/MatMul"));
        QCOMPARE(colourOf(colouring, "x"), Colouring::kNone);
    }

    void aSeriesOfOperationsIsNoScope() {
        generators::GraphMaker maker;
        for (int index = 0; index < 100; ++index) maker.addWithoutOutput("NoOp", "step_" + std::to_string(index));
        maker.dense("layer", maker.placeholder("x", {-1, 64}), 64);
        m_graph = maker.take();
        m_tree = ScopeTree(*m_graph);
        m_diagram = makeDiagram(*m_graph, m_tree, {}, {});
        QVERIFY(m_diagram.box(m_diagram.visibleBox(*m_tree.find("step_7"))).memberCount > 0);
        const Colouring colouring = makeColouring(m_diagram, *m_graph, m_tree, ColourBy::Scope);
        QCOMPARE(colourOf(colouring, "step_7"), Colouring::kNone);
    }

    void whatHasOneTypeHasOneColour() {
        const Colouring colouring = coloured(ColourBy::Type);
        QVERIFY(colourOf(colouring, "layer_1/MatMul") == colourOf(colouring, "layer_2/MatMul"));
        QVERIFY(colourOf(colouring, "layer_1/MatMul") != colourOf(colouring, "layer_1/Relu"));
        QVERIFY(std::is_sorted(colouring.legend.begin(), colouring.legend.end(), [](const LegendEntry& a, const LegendEntry& b) { return a.boxCount > b.boxCount; }));
    }

    void aClosedScopeHasTheDeviceOfAllInIt() {
        const Colouring colouring = coloured(ColourBy::Device, "none");
        QVERIFY(colourOf(colouring, "layer_1") != Colouring::kNone);
        QCOMPARE(colourOf(colouring, "layer_2"), Colouring::kNone);
        QCOMPARE(colouring.legend.size(), std::size_t(1));
        QCOMPARE(colouring.legend[0].words, std::string("/device:GPU:0"));
    }

    void whatIsAlikeHasOneColour() {
        const Colouring colouring = coloured(ColourBy::Structure, "none");
        QCOMPARE(colourOf(colouring, "x"), Colouring::kNone);
        QCOMPARE(colourOf(colouring, "layer_2"), colourOf(colouring, "layer_3"));
        QVERIFY(colourOf(colouring, "layer_2") != Colouring::kNone);
    }

    void byKindNothingIsColoured() { QVERIFY(coloured(ColourBy::Kind).isEmpty()); }

    void waysAreNamed() {
        QVERIFY(colourByNamed("device") == ColourBy::Device);
        QVERIFY(!colourByNamed("mood"));
    }

private:
    Colouring coloured(ColourBy by, const char* open = "1") {
        generators::GraphMaker maker;
        const Tensor x = maker.placeholder("x", {-1, 64});
        Tensor at = x;
        for (const char* scope : {"layer_1", "layer_2", "layer_3"}) at = maker.dense(scope, at, 64);
        for (std::uint32_t index = 0; index < maker.graph().operationCount(); ++index)
            if (maker.graph().operationName({index}).starts_with("layer_1/")) maker.graph().setDevice({index}, "/device:GPU:0");
        m_graph = maker.take();
        m_tree = ScopeTree(*m_graph);
        ViewOptions options;
        options.open = *OpenScopes::fromText(open);
        options.hasStubs = false;
        options.foldsSeries = false;
        m_diagram = makeDiagram(*m_graph, m_tree, {}, options);
        return makeColouring(m_diagram, *m_graph, m_tree, by);
    }

    std::uint8_t colourOf(const Colouring& colouring, std::string_view name) const { return colouring.colours[m_diagram.visibleBox(*m_tree.find(name)).value]; }

    generators::GraphPointer m_graph;
    ScopeTree m_tree;
    Diagram m_diagram;
};

QTEST_APPLESS_MAIN(TestColouring)
#include "tst_colouring.moc"
