// Tests graph_file/graph_file: what becomes of files, good and bad.
#include "core/graph_file_samples.h"
#include "graph_file/graph_def_writer.h"
#include "graph_file/shortened_files.h"

#include <fmt/format.h>

#include <QTemporaryFile>
#include <QTest>

using namespace namescape;
using namespace namescape::samples;

namespace {

constexpr std::string_view kWhole = R"(
node { name: "x" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "shape" value { shape { dim { size: -1 } dim { size: 4 } } } } }
node { name: "layer/w" op: "VariableV2" device: "/device:CPU:0" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "shape" value { shape { dim { size: 4 } dim { size: 2 } } } } }
node { name: "layer/w/read" op: "Identity" input: "layer/w" attr { key: "T" value { type: DT_FLOAT } } attr { key: "_class" value { list { s: "loc:@layer/w" } } } }
node { name: "layer/MatMul" op: "MatMul" input: "x" input: "layer/w/read" attr { key: "T" value { type: DT_FLOAT } }
       attr { key: "_output_shapes" value { list { shape { dim { size: -1 } dim { size: 2 } } } } } }
node { name: "split" op: "Split" input: "axis" input: "layer/MatMul" attr { key: "T" value { type: DT_FLOAT } } attr { key: "num_split" value { i: 2 } } }
node { name: "axis" op: "Const" attr { key: "dtype" value { type: DT_INT32 } } attr { key: "value" value { tensor { dtype: DT_INT32 tensor_shape { } int_val: 1 } } } }
node { name: "second" op: "Identity" input: "split:1" input: "^layer/MatMul" attr { key: "T" value { type: DT_FLOAT } } }
versions { producer: 134 }
)";

constexpr std::string_view kWholeAsText = "x: Placeholder() -> float32 (?, 4)\n"
                                          "layer/w: VariableV2() @/device:CPU:0 -> float32_ref (4, 2)\n"
                                          "layer/w/read: Identity(layer/w:0) -> float32 <unknown>\n"
                                          "layer/MatMul: MatMul(x:0, layer/w/read:0) -> float32 (?, 2)\n"
                                          "split: Split(axis:0, layer/MatMul:0) -> float32 <unknown>, float32 <unknown>\n"
                                          "axis: Const() -> int32 ()\n"
                                          "second: Identity(split:1, ^layer/MatMul) -> float32 <unknown>\n";

std::string inMetaGraph(const std::string& graph) {
    std::string info, meta;
    appendBytesField(info, 5, "1.15.0");
    appendBytesField(meta, 1, info);
    appendBytesField(meta, 2, graph);
    return meta + wire(R"(collection_def { key: "variables" value { bytes_list { value: "\n\tlayer/w:0" } } } collection_def { key: "train_op" value { node_list { value: "second" } } })", metaGraphSchema());
}

std::string inSavedModel(const std::string& metaGraph) {
    std::string model;
    appendVarintField(model, 1, 1);
    appendBytesField(model, 2, metaGraph);
    return model;
}

const Attribute* attributeOf(const Graph& graph, std::string_view operation, std::string_view name) {
    for (const Attribute& attribute : graph.attributes(*graph.findOperation(operation)))
        if (attribute.name == name) return &attribute;
    return nullptr;
}

}  // namespace

class GraphFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheSameGraphWhateverHoldsIt_data();
    void readsTheSameGraphWhateverHoldsIt();
    void decodesAttributesOnDemand();
    void decodesConstants_data();
    void decodesConstants();
    void doesNotCopyHugeConstants();
    void mapsLargeFilesAndNoticesThatTheyHaveChanged();
    void survivesAFileThatIsCutShortInSight();
    void keepsColocationApart();
    void readsCollectionsOfAMetaGraph();
    void showsDanglingInputsAndReportsEachNameOnce();
    void keepsDuplicatesAndReportsThem();
    void readsLoops();
    void opensFunctionsAsGraphsOfTheirOwn();
    void opensEachGraphOfASavedModel();
    void knowsWhatFunctionsGive();
    void takesOddNames_data();
    void takesOddNames();
    void guessesTheOutputsOfUnknownTypes();
    void readsUpToWhereAFileIsCutOff();
    void saysWhereAFileIsDamaged_data();
    void saysWhereAFileIsDamaged();
    void endsAtLimits();
    void survivesEveryCut();
    void survivesEveryFlippedByte();
    void stopsWhenAsked();
    void readsTheLastGraphOfAnEventFile();
};

void GraphFileTest::readsTheSameGraphWhateverHoldsIt_data() {
    QTest::addColumn<QByteArray>("bytes");
    const std::string graph = wire(kWhole);
    QTest::newRow("GraphDef") << QByteArray::fromStdString(graph);
    QTest::newRow("GraphDef as text") << QByteArray::fromStdString(std::string(kWhole));
    QTest::newRow("MetaGraphDef") << QByteArray::fromStdString(inMetaGraph(graph));
    QTest::newRow("MetaGraphDef as text") << QByteArray::fromStdString("meta_info_def { tags: 'serve' }\ngraph_def {" + std::string(kWhole) + "}");
    QTest::newRow("SavedModel") << QByteArray::fromStdString(inSavedModel(inMetaGraph(graph)));
    QTest::newRow("SavedModel as text") << QByteArray::fromStdString("saved_model_schema_version: 1 meta_graphs { meta_info_def { } graph_def {" + std::string(kWhole) + "} }");
}

void GraphFileTest::readsTheSameGraphWhateverHoldsIt() {
    QFETCH(QByteArray, bytes);
    const GraphFile file = read(bytes.toStdString());
    QCOMPARE(problemsText(file), std::string());
    QCOMPARE(graphText(*file.graph), std::string(kWholeAsText));
}

void GraphFileTest::decodesAttributesOnDemand() {
    const GraphFile file = read(wire(kWhole));
    const Attribute* count = attributeOf(*file.graph, "split", "num_split");
    QVERIFY(count && std::get<std::int64_t>(count->value) == 2);
    QCOMPARE(file.graph->attributes({4}).data(), file.graph->attributes({4}).data());  // once
    const Attribute* value = attributeOf(*file.graph, "axis", "value");
    QVERIFY(value);
    QCOMPARE(std::get<std::shared_ptr<const ConstantValue>>(value->value)->integers(), std::optional(std::vector<std::int64_t>{1}));
}

void GraphFileTest::decodesConstants_data() {
    QTest::addColumn<QByteArray>("tensor");
    QTest::addColumn<QByteArray>("elements");
    QTest::newRow("floats in memory") << QByteArray(R"(dtype: DT_FLOAT tensor_shape { dim { size: 2 } } tensor_content: "\000\000\200\077\000\000\000\300")") << QByteArray("1 -2");
    QTest::newRow("one for all") << QByteArray("dtype: DT_FLOAT tensor_shape { dim { size: 9 } } float_val: 0.5") << QByteArray("0.5");
    QTest::newRow("half") << QByteArray("dtype: DT_HALF tensor_shape { } half_val: 15360 half_val: 49152 half_val: 1") << QByteArray("1 -2 5.960464477539063e-08");
    QTest::newRow("bfloat16") << QByteArray("dtype: DT_BFLOAT16 tensor_shape { } half_val: 16256") << QByteArray("1");
    QTest::newRow("int8 in memory") << QByteArray(R"(dtype: DT_INT8 tensor_shape { dim { size: 2 } } tensor_content: "\377\001")") << QByteArray("-1 1");
    QTest::newRow("uint8 in memory") << QByteArray(R"(dtype: DT_UINT8 tensor_shape { dim { size: 2 } } tensor_content: "\377\001")") << QByteArray("255 1");
    QTest::newRow("bool") << QByteArray("dtype: DT_BOOL tensor_shape { } bool_val: true") << QByteArray("1");
    QTest::newRow("strings") << QByteArray("dtype: DT_STRING tensor_shape { dim { size: 2 } } string_val: 'a' string_val: 'b'") << QByteArray("a b");
    QTest::newRow("complex") << QByteArray("dtype: DT_COMPLEX64 tensor_shape { } scomplex_val: 1 scomplex_val: -2") << QByteArray("1-2i");
    QTest::newRow("of no type") << QByteArray("tensor_shape { } float_val: 1") << QByteArray("");
    QTest::newRow("half an element") << QByteArray("dtype: DT_FLOAT tensor_shape { } tensor_content: 'abcde'") << QByteArray("1.6777999408082104e+22");
}

void GraphFileTest::decodesConstants() {
    QFETCH(QByteArray, tensor);
    QFETCH(QByteArray, elements);
    const GraphFile file = read("node { name: 'c' op: 'Const' attr { key: 'value' value { tensor { " + tensor.toStdString() + " } } } }");
    QCOMPARE(problemsText(file), std::string());
    const auto& constant = std::get<std::shared_ptr<const ConstantValue>>(attributeOf(*file.graph, "c", "value")->value);
    std::string text;
    std::visit([&](const auto& all) {
        for (const auto& element : all) {
            if constexpr (std::is_same_v<std::decay_t<decltype(element)>, std::complex<double>>) text += fmt::format("{}{:+}i ", element.real(), element.imag());
            else text += fmt::format("{} ", element);
        }
    }, constant->elements);
    QCOMPARE(QByteArray::fromStdString(text).trimmed(), elements);
}

void GraphFileTest::doesNotCopyHugeConstants() {
    std::string tensor, value, entry, node, graph;
    appendVarintField(tensor, 1, 1);
    appendBytesField(tensor, 2, wire("", graphDefSchema()) + std::string("\x12\x05\x08\x80\x80\x80\x02", 7));  // one size of 4 million
    appendBytesField(tensor, 4, std::string(16 << 20, 'x'));
    appendBytesField(value, 8, tensor);
    appendBytesField(entry, 1, "value");
    appendBytesField(entry, 2, value);
    appendBytesField(node, 1, "weights");
    appendBytesField(node, 2, "Const");
    appendBytesField(node, 5, entry);
    appendBytesField(graph, 1, node);
    const GraphFile file = read(graph);
    const auto& constant = std::get<std::shared_ptr<const ConstantValue>>(attributeOf(*file.graph, "weights", "value")->value);
    QCOMPARE(constant->shape.text(), std::string("(4194304,)"));
    QVERIFY(std::get<std::vector<double>>(constant->elements).empty());
}

void GraphFileTest::mapsLargeFilesAndNoticesThatTheyHaveChanged() {
    std::string entry, node, bytes = wire(graph("before NoOp"));
    appendBytesField(entry, 1, "huge");
    appendBytesField(entry, 2, wire("", graphDefSchema()) + std::string("\x12", 1) + std::string("\x80\x80\x80\x1C", 4) + std::string(56 << 20, 'x'));  // s, of 56 MB
    appendBytesField(node, 1, "large");
    appendBytesField(node, 2, "Unheard");
    appendBytesField(node, 5, entry);
    appendBytesField(bytes, 1, node);
    bytes += wire("node { name: 'after' op: 'Unheard' input: 'large' attr { key: 'n' value { i: 7 } } }");
    QTemporaryFile written;
    QVERIFY(written.open() && written.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size()) && written.flush());
    const auto opened = FileBytes::open(written.fileName().toStdString());
    QVERIFY(opened);
    const GraphFile file = readGraphFile(*opened);
    QCOMPARE(problemsText(file), std::string());
    QCOMPARE(file.graph->operationCount(), std::size_t{3});
    QCOMPARE(std::get<std::int64_t>(file.graph->attributes({2})[0].value), std::int64_t{7});
    QVERIFY(encodeGraphDef(file));
    QCOMPARE(*encodeGraphDef(file), bytes);
    QVERIFY(written.resize(100));
    QVERIFY(file.graph->attributes({1}).empty());
    QVERIFY(!encodeGraphDef(file));
    QVERIFY(!readGraphFile(*opened).isOk());
}

void GraphFileTest::survivesAFileThatIsCutShortInSight() {
    surviveShortenedFiles();
    QTemporaryFile written;
    QVERIFY(written.open() && written.resize(64 << 20));
    const auto opened = FileBytes::open(written.fileName().toStdString());
    QVERIFY(opened && !(*opened)->hasChanged());
    const auto view = (*opened)->view();
    QVERIFY(view);
    QVERIFY(written.resize(100));
    std::size_t others = 0;
    for (std::size_t at = 0; at < view->bytes().size(); at += 512) others += view->bytes()[at] != '\0';
    QCOMPARE(others, std::size_t{0});
    QVERIFY((*opened)->hasChanged());
}

void GraphFileTest::keepsColocationApart() {
    const GraphFile file = read(wire(kWhole));
    QCOMPARE(file.graph->colocation(*file.graph->findOperation("layer/w/read")), std::vector<std::string>{"loc:@layer/w"});
    QVERIFY(!attributeOf(*file.graph, "layer/w/read", "_class"));
}

void GraphFileTest::readsCollectionsOfAMetaGraph() {
    const GraphFile file = read(inMetaGraph(wire(kWhole)));
    QCOMPARE(file.collections.size(), std::size_t{2});
    QCOMPARE(file.collections[0].key, std::string("variables"));
    QCOMPARE(file.collections[0].items, std::vector<std::string>{"layer/w:0"});
    QCOMPARE(file.collections[1].items, std::vector<std::string>{"second"});
}

void GraphFileTest::showsDanglingInputsAndReportsEachNameOnce() {
    const GraphFile file = read(graph("a Add gone gone:2\nb Identity ^gone\nc Identity lost:99999999"));
    QCOMPARE(graphText(*file.graph), std::string("a: Add(gone:0, gone:2) -> invalid <unknown>\nb: Identity(^gone) -> invalid <unknown>\nc: Identity(lost:99999999:0) -> invalid <unknown>\n"
                                                 "gone: missing() -> invalid <unknown>, invalid <unknown>, invalid <unknown>\nlost:99999999: missing() -> invalid <unknown>\n"));
    QCOMPARE(file.graph->definedOperationCount(), std::size_t{3});
    QVERIFY(file.graph->isMissing({3}) && !file.graph->isMissing({2}));
    QVERIFY(file.isOk());
    QCOMPARE(problemsText(file), std::string("1:1 warning: 'gone', an input of 'a' (and of 2 more), is not in the graph\n"
                                             "3:1 warning: 'lost:99999999', an input of 'c', is not in the graph\n"));
}

void GraphFileTest::keepsDuplicatesAndReportsThem() {
    const GraphFile file = read(graph("a NoOp\na Const\nb Identity a\na NoOp"));
    QCOMPARE(file.graph->definedOperationCount(), std::size_t{4});
    QCOMPARE(file.graph->inputs({2})[0].operation.value, 0u);
    QCOMPARE(problemsText(file), std::string("2:1 warning: there are 3 operations of the name 'a': inputs of that name are the first one's\n"));
}

void GraphFileTest::readsLoops() {
    const GraphFile file = read(graph("start Const\nloop/Enter Enter start\nloop/Merge Merge loop/Enter loop/NextIteration\nloop/NextIteration NextIteration loop/Merge:0\nself Identity self"));
    QCOMPARE(problemsText(file), std::string());
    QCOMPARE(file.graph->inputs({2})[1].operation.value, 3u);
    QCOMPARE(file.graph->inputs({4})[0].operation.value, 4u);
}

constexpr std::string_view kWithFunctions = R"(
node { name: "c" op: "Const" attr { key: "dtype" value { type: DT_FLOAT } } }
node { name: "twice" op: "Twice" input: "c" attr { key: "T" value { type: DT_FLOAT } } }
library {
  function {
    signature { name: "Twice" input_arg { name: "x" type_attr: "T" } output_arg { name: "y" type_attr: "T" } output_arg { name: "n" type: DT_INT32 } attr { name: "T" type: "type" } }
    node_def { name: "y" op: "Split" input: "axis:output:0" input: "x" input: "^axis" attr { key: "num_split" value { i: 2 } } attr { key: "T" value { placeholder: "T" } } }
    node_def { name: "axis" op: "Const" attr { key: "dtype" value { type: DT_INT32 } } }
    ret { key: "y" value: "y:output:1" }
    ret { key: "n" value: "axis:output:0" }
  }
  function { signature { name: "Empty" } }
}
)";

void GraphFileTest::opensFunctionsAsGraphsOfTheirOwn() {
    const std::string bytes = wire(kWithFunctions);
    const std::vector<GraphEntry> all{{"", GraphEntry::Kind::Graph}, {"Twice", GraphEntry::Kind::Function}, {"Empty", GraphEntry::Kind::Function}};
    QVERIFY(read(bytes).graphs == all);
    QVERIFY(read(bytes, {"Twice", {}}).graphs == all);
    const GraphFile twice = read(bytes, {"Twice", {}});
    QCOMPARE(problemsText(twice), std::string());
    QVERIFY(twice.shown == all[1]);
    QCOMPARE(graphText(*twice.graph), std::string("x: _Arg() -> invalid <unknown>\ny: Split(axis:0, x:0, ^axis) -> invalid <unknown>, invalid <unknown>\naxis: Const() -> int32 <unknown>\n"
                                                  "y_RetVal: _Retval(y:1)\nn: _Retval(axis:0)\n"));
    QCOMPARE(read(bytes, {"Empty", {}}).graph->operationCount(), std::size_t{0});
    QCOMPARE(problemsText(read(bytes, {"Thrice", {}})), std::string(" error: has no graph or function 'Thrice'\n"));
}

void GraphFileTest::opensEachGraphOfASavedModel() {
    const auto meta = [](const char* tags, const char* node) { return std::string("meta_graphs { meta_info_def { ") + tags + " } graph_def { node { name: '" + node + "' op: 'NoOp' } library { function { signature { name: 'serve' } } function { signature { name: 'f" + node + "' } } } } }"; };
    const std::string bytes = "saved_model_schema_version: 1 " + meta("tags: 'serve'", "a") + meta("tags: 'serve' tags: 'gpu'", "b") + meta("", "c") + meta("tags: 'serve'", "d");
    std::string names;
    for (const GraphEntry& entry : read(bytes).graphs) names += (entry.kind == GraphEntry::Kind::Graph ? "" : "*") + entry.name + "|";
    QCOMPARE(QString::fromStdString(names), QString("serve|serve, gpu|graph 3|serve (2)|*serve (3)|*fa|*serve (4)|*fb|*serve (5)|*fc|*serve (6)|*fd|"));
    QCOMPARE(graphText(*read(bytes).graph), std::string("a: NoOp()\n"));
    QCOMPARE(graphText(*read(bytes, {"serve, gpu", {}}).graph), std::string("b: NoOp()\n"));
    QCOMPARE(graphText(*read(bytes, {"graph 3", {}}).graph), std::string("c: NoOp()\n"));
    QCOMPARE(graphText(*read(bytes, {"serve (2)", {}}).graph), std::string("d: NoOp()\n"));
    const GraphFile function = read(bytes, {"fc", {}});
    QVERIFY(function.isOk() && function.shown.kind == GraphEntry::Kind::Function);
    QVERIFY(!read(bytes, {"fe", {}}).isOk());
}

void GraphFileTest::knowsWhatFunctionsGive() {
    const GraphFile file = read(wire(kWithFunctions));
    QCOMPARE(graphText(*file.graph), std::string("c: Const() -> float32 <unknown>\ntwice: Twice(c:0) -> float32 <unknown>, int32 <unknown>\n"));
}

void GraphFileTest::takesOddNames_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("slashes") << QByteArray("a//b///c");
    QTest::newRow("slash at the end") << QByteArray("a/");
    QTest::newRow("only slashes") << QByteArray("///");
    QTest::newRow("colon") << QByteArray("a:b");
    QTest::newRow("broken UTF-8") << QByteArray("a\xFF\xC3(");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3);
    QTest::newRow("a million characters") << QByteArray(1'000'000, 'x');
    QTest::newRow("10,000 levels") << QByteArray("level/").repeated(10'000) + "end";
}

void GraphFileTest::takesOddNames() {
    QFETCH(QByteArray, name);
    std::string node, user, all;
    appendBytesField(node, 1, name.toStdString());
    appendBytesField(node, 2, "NoOp");
    appendBytesField(user, 1, "user");
    appendBytesField(user, 2, "Identity");
    appendBytesField(user, 3, "^" + name.toStdString());
    appendBytesField(all, 1, user);
    appendBytesField(all, 1, node);
    const GraphFile file = read(all);
    QCOMPARE(problemsText(file), std::string());
    QCOMPARE(file.graph->operationName({1}), std::string_view(name.constData(), static_cast<std::size_t>(name.size())));
    QCOMPARE(file.graph->controlInputs({0})[0].value, 1u);
}

void GraphFileTest::guessesTheOutputsOfUnknownTypes() {
    const GraphFile file = read(graph("a Unheard\nb Unheard a:2\nc Identity b ^d\nd Unheard"));
    QCOMPARE(file.graph->outputCount({3}), std::size_t{0});
    QCOMPARE(file.graph->outputCount({0}), std::size_t{3});
    QCOMPARE(file.graph->outputCount({1}), std::size_t{1});
    const GraphFile told = read(std::string("node { name: 'a' op: 'Unheard' attr { key: '_output_shapes' value { list { shape { } shape { dim { size: 2 } } } } } }"));
    QCOMPARE(graphText(*told.graph), std::string("a: Unheard() -> invalid (), invalid (2,)\n"));
}

void GraphFileTest::readsUpToWhereAFileIsCutOff() {
    const std::string bytes = wire(graph("a NoOp\nb NoOp\nc NoOp"));
    const GraphFile file = read(bytes.substr(0, bytes.size() - 3));
    QCOMPARE(graphText(*file.graph), std::string("a: NoOp()\nb: NoOp()\n"));
    QVERIFY(!file.isOk());
    QCOMPARE(problemsText(file), std::string("22 error: the file ends within the graph, after 2 nodes: it is cut off, or a length in it is wrong\n"));
    const GraphFile model = read(inSavedModel(inMetaGraph(bytes)).substr(0, 30));
    QCOMPARE(graphText(*model.graph), std::string("a: NoOp()\n"));
    QVERIFY(!model.isOk());
}

void GraphFileTest::saysWhereAFileIsDamaged_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("problems");
    const auto node = [](const char* bytes) { return QByteArray("\n\x09\n\x01" "a\x12\x04NoOp") + QByteArray(bytes); };
    QTest::newRow("length that lies") << node("\n\x7F") << QByteArray("11 error: the file ends within the graph, after 1 node: it is cut off, or a length in it is wrong\n");
    QTest::newRow("no field") << node("\x07") << QByteArray("11 error: the graph, after 1 node is damaged here\n");
    QTest::newRow("endless number") << node("\n\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF") << QByteArray("11 error: the graph, after 1 node is damaged here\n");
    QTest::newRow("within a node") << node("\n\x03\n\x05" "b") << QByteArray("13 error: the node '' is damaged\n");
    QTest::newRow("text") << QByteArray("node { name: \"a\" op: \"NoOp\" }\nnode { name: 7 }\n") << QByteArray("2:14 error: expected a string in quotes, but found '7'\n");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n") << QByteArray(" error: is a PNG image\n");
}

void GraphFileTest::saysWhereAFileIsDamaged() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, problems);
    const GraphFile file = read(bytes.toStdString());
    QCOMPARE(QByteArray::fromStdString(problemsText(file)), problems);
}

void GraphFileTest::endsAtLimits() {
    const std::string bytes = wire(graph("a NoOp\nb/c/d NoOp\ne NoOp"));
    const GraphFile few = read(bytes, {{}, {2, 100}});
    QCOMPARE(few.graph->operationCount(), std::size_t{2});
    QCOMPARE(few.hitLimit, std::optional(GraphFileLimit::Operations));
    QVERIFY(!few.isOk());
    const GraphFile flat = read(bytes, {{}, {100, 1}});
    QCOMPARE(flat.graph->operationCount(), std::size_t{1});
    QCOMPARE(flat.hitLimit, std::optional(GraphFileLimit::Scopes));
    const GraphFile lost = read(wire(graph("a NoOp x y z")), {{}, {2, 100}});
    QCOMPARE(lost.graph->operationCount(), std::size_t{2});
    QCOMPARE(lost.hitLimit, std::optional(GraphFileLimit::Operations));
    QVERIFY(!lost.isOk());
}

void GraphFileTest::survivesEveryCut() {
    const std::string whole = inSavedModel(inMetaGraph(wire(kWhole) + wire(kWithFunctions)));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const GraphFile file = read(whole.substr(0, length));
        QVERIFY(!file.isOk() || file.recognized.kind != FileKind::SavedModel || length + 3 > whole.size() || !file.problems.empty() || file.graph->operationCount() > 0);
        for (std::uint32_t i = 0; i < file.graph->operationCount(); ++i) (void)file.graph->attributes({i});
    }
}

void GraphFileTest::survivesEveryFlippedByte() {
    const std::string whole = wire(kWhole) + wire(kWithFunctions);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char other : {'\0', '\x7F', '\xFF', static_cast<char>(whole[at] ^ 8)}) {
            std::string damaged = whole;
            damaged[at] = other;
            const GraphFile file = read(damaged);
            for (std::uint32_t i = 0; i < file.graph->operationCount(); ++i) (void)file.graph->attributes({i});
        }
    }
}

void GraphFileTest::stopsWhenAsked() {
    std::stop_source source;
    source.request_stop();
    QVERIFY(readGraphFile(FileBytes::of(wire(kWhole)), {}, source.get_token()).wasStopped);
    QVERIFY(readGraphFile(FileBytes::of(std::string(kWhole)), {}, source.get_token()).wasStopped);
}

// Records as a FileWriter writes them: length, its checksum, data, their checksum.
void GraphFileTest::readsTheLastGraphOfAnEventFile() {
    const auto record = [](const std::string& event) {
        const auto checksum = [](std::string_view bytes) {
            std::uint32_t crc = ~0u;
            for (const char c : bytes) {
                crc ^= static_cast<unsigned char>(c);
                for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0x82F63B78u : 0u);
            }
            crc = ~crc;
            return (crc >> 15 | crc << 17) + 0xA282EAD8u;
        };
        std::string length, bytes;
        appendFixed(length, std::uint64_t{event.size()});
        bytes = length;
        appendFixed(bytes, checksum(length));
        bytes += event;
        appendFixed(bytes, checksum(event));
        return bytes;
    };
    const auto event = [](std::uint32_t field, const std::string& content) {
        std::string bytes;
        appendBytesField(bytes, field, content);
        return bytes;
    };
    const std::string first = record(event(3, "brain.Event:2")), one = record(event(4, wire(graph("a NoOp")))), two = record(event(4, wire(graph("b NoOp"))));
    QCOMPARE(graphText(*read(first + one).graph), std::string("a: NoOp()\n"));
    const GraphFile both = read(first + one + two + two.substr(0, 9));
    QCOMPARE(graphText(*both.graph), std::string("b: NoOp()\n"));
    QCOMPARE(problemsText(both), std::string(" warning: the event file has 2 graphs, of which the last is shown\n"));
    std::string damaged = first + one + two;
    damaged[damaged.size() - 8] ^= 1;
    const GraphFile good = read(damaged);
    QCOMPARE(graphText(*good.graph), std::string("a: NoOp()\n"));
    QVERIFY(!good.isOk());
    QVERIFY(problemsText(read(first)).starts_with(" error: is an event file without a graph"));
}

QTEST_APPLESS_MAIN(GraphFileTest)
#include "tst_graph_file.moc"
