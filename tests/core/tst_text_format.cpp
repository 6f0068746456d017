// Tests graph_file/text_format_reader and _writer against each other.
#include "graph_file/message_schema.h"
#include "graph_file/text_format_reader.h"
#include "graph_file/text_format_writer.h"
#include "graph_file/wire.h"

#include <QTest>

using namespace namescape;

namespace {

std::string again(std::string_view text) {
    const TextFormatResult read = readTextFormat(text, graphDefSchema());
    if (read.error) return "error at " + std::to_string(read.error->offset) + ": " + read.error->message;
    std::string out;
    appendTextFormat(out, read.wire, graphDefSchema());
    return out;
}

}  // namespace

class TextFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItReads_data();
    void givesBackWhatItReads();
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void saysWhereATextIsWrong_data();
    void saysWhereATextIsWrong();
    void keepsWhatIsWholeBeforeAnError();
    void leavesOutUnknownFieldsAndSaysSo();
    void keepsUnknownFieldsOfData();
    void makesTheSameBytesOfItsOwnText_data();
    void makesTheSameBytesOfItsOwnText();
    void tellsTheOutermostFieldsOfAnyMessage();
};

void TextFormatTest::givesBackWhatItReads_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("node") << QByteArray("node {\n  name: \"a/b\"\n  op: \"NoOp\"\n  input: \"^c\"\n}\n");
    QTest::newRow("types") << QByteArray("node {\n  attr {\n    key: \"T\"\n    value {\n      list {\n        type: DT_FLOAT\n        type: DT_STRING_REF\n      }\n    }\n  }\n}\n");
    QTest::newRow("numbers") << QByteArray("node {\n  attr {\n    key: \"n\"\n    value {\n      i: -9223372036854775808\n    }\n  }\n  attr {\n    key: \"f\"\n    value {\n      f: 1e-05\n    }\n  }\n"
                                           "  attr {\n    key: \"g\"\n    value {\n      f: -inf\n    }\n  }\n  attr {\n    key: \"b\"\n    value {\n      b: false\n    }\n  }\n}\n");
    QTest::newRow("bytes") << QByteArray("node {\n  name: \"\\000\\001\\n\\r\\t\\\"\\'\\\\\\303\\251\"\n}\n");
    QTest::newRow("packed") << QByteArray("node {\n  attr {\n    key: \"value\"\n    value {\n      tensor {\n        dtype: DT_INT32\n        tensor_shape {\n          dim {\n            size: 3\n          }\n        }\n"
                                          "        int_val: 1\n        int_val: -1\n        int_val: 300\n      }\n    }\n  }\n}\nversions {\n  producer: 134\n  bad_consumers: 1\n  bad_consumers: 2\n}\n");
}

void TextFormatTest::givesBackWhatItReads() {
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(again(text.toStdString())), text);
}

void TextFormatTest::readsWhatPeopleWrite_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("comments") << QByteArray("# a\nnode { # b\n name: 'a' # }\n}") << QByteArray("node {\n  name: \"a\"\n}\n");
    QTest::newRow("angles, colons, commas") << QByteArray("node: < name: \"a\", op: \"B\"; >") << QByteArray("node {\n  name: \"a\"\n  op: \"B\"\n}\n");
    QTest::newRow("adjacent strings") << QByteArray("node { name: \"a\" 'b'\n\"c\" }") << QByteArray("node {\n  name: \"abc\"\n}\n");
    QTest::newRow("lists") << QByteArray("node { input: ['a', 'b'] } node [{}, {}]") << QByteArray("node {\n  input: \"a\"\n  input: \"b\"\n}\nnode {\n}\nnode {\n}\n");
    QTest::newRow("escapes") << QByteArray(R"(node { name: "\x41\101\u00e9\?\a" })") << QByteArray("node {\n  name: \"AA\\303\\251?\\007\"\n}\n");
    QTest::newRow("numbers") << QByteArray("versions { producer: 0x10 min_consumer: 010 bad_consumers: [- 1, 2] }")
                             << QByteArray("versions {\n  producer: 16\n  min_consumer: 8\n  bad_consumers: -1\n  bad_consumers: 2\n}\n");
    QTest::newRow("floats") << QByteArray("node { attr { key: 'f' value { f: 1.5f } } attr { key: 'g' value { f: .5 } } attr { key: 'h' value { f: 1e999 } } attr { key: 'i' value { f: -3 } } }")
                            << QByteArray("node {\n  attr {\n    key: \"f\"\n    value {\n      f: 1.5\n    }\n  }\n  attr {\n    key: \"g\"\n    value {\n      f: 0.5\n    }\n  }\n"
                                          "  attr {\n    key: \"h\"\n    value {\n      f: inf\n    }\n  }\n  attr {\n    key: \"i\"\n    value {\n      f: -3\n    }\n  }\n}\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFnode {}") << QByteArray("node {\n}\n");
    QTest::newRow("type by number") << QByteArray("node { attr { key: 'T' value { type: 1 } } }") << QByteArray("node {\n  attr {\n    key: \"T\"\n    value {\n      type: DT_FLOAT\n    }\n  }\n}\n");
}

void TextFormatTest::readsWhatPeopleWrite() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, plain);
    QCOMPARE(QByteArray::fromStdString(again(text.toStdString())), plain);
}

void TextFormatTest::saysWhereATextIsWrong_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("no value") << QByteArray("node { name: }") << QByteArray("error at 13: expected a string in quotes, but found '}'");
    QTest::newRow("no colon") << QByteArray("node { name \"a\" }") << QByteArray("error at 12: expected ':', but found '\"'");
    QTest::newRow("cut off") << QByteArray("node { name: \"a\" ") << QByteArray("error at 17: the file ends within a message: '}' is missing");
    QTest::newRow("open string") << QByteArray("node { name: \"a\n }") << QByteArray("error at 13: this string is not closed");
    QTest::newRow("escape") << QByteArray("node { name: \"\\q\" }") << QByteArray("error at 14: unknown escape in a string");
    QTest::newRow("surplus brace") << QByteArray("node { } }") << QByteArray("error at 9: expected a field's name, but found '}'");
    QTest::newRow("word for number") << QByteArray("versions { producer: many }") << QByteArray("error at 21: 'many' is no whole number in its range");
    QTest::newRow("no type") << QByteArray("node { attr { key: 'T' value { type: FLOAT } } }") << QByteArray("error at 37: 'FLOAT' is no data type (DT_FLOAT, DT_INT32, …)");
    QTest::newRow("prose") << QByteArray("node { this is prose }") << QByteArray("error at 12: expected ':' or '{', but found 'i'");
    QTest::newRow("deep") << QByteArray("node {").repeated(1) + QByteArray("a {").repeated(10'000) << QByteArray("error at 306: messages are nested more than 100 deep");
}

void TextFormatTest::saysWhereATextIsWrong() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    QCOMPARE(QByteArray::fromStdString(again(text.toStdString())), error);
}

void TextFormatTest::keepsWhatIsWholeBeforeAnError() {
    const TextFormatResult read = readTextFormat("node { name: 'a' } node { name: 'b' } node { nam", graphDefSchema());
    QVERIFY(read.error);
    QCOMPARE(read.wire, readTextFormat("node { name: 'a' } node { name: 'b' }", graphDefSchema()).wire);
    QCOMPARE(read.marks.size(), std::size_t{3});
    QCOMPARE(read.marks[1].source, std::uint64_t{19});
}

void TextFormatTest::leavesOutUnknownFieldsAndSaysSo() {
    const TextFormatResult read = readTextFormat("node { name: 'a' colour: RED size { x: 1 y [2, 3] } } shape < a: 'b' >", graphDefSchema());
    QVERIFY(read.error && read.error->offset == 44);  // y [2 …: without a colon only messages may follow
    const TextFormatResult good = readTextFormat("node { name: 'a' colour: RED size { x: 1 y: [2, 3] } } shape < a: 'b' >", graphDefSchema());
    QVERIFY(!good.error);
    QCOMPARE(good.unknownCount, std::size_t{3});
    QCOMPARE(good.unknown.front().message, std::string("a NodeDef has no field 'colour': it is left out"));
    QCOMPARE(good.wire, readTextFormat("node { name: 'a' }", graphDefSchema()).wire);
}

void TextFormatTest::keepsUnknownFieldsOfData() {
    std::string node, graph;
    appendBytesField(node, 1, "a");
    appendVarintField(node, 99, 5);
    appendTag(node, 100, WireType::Fixed32);
    appendFixed(node, std::uint32_t{7});
    appendTag(node, 101, WireType::Fixed64);
    appendFixed(node, std::uint64_t{8});
    appendBytesField(node, 102, std::string_view("x\0y", 3));
    appendBytesField(node, 5, "\xFF");  // no message
    appendBytesField(graph, 1, node);
    std::string text;
    appendTextFormat(text, graph, graphDefSchema());
    QCOMPARE(text, std::string("node {\n  name: \"a\"\n  99: 5\n  100: 0x00000007\n  101: 0x0000000000000008\n  102: \"x\\000y\"\n  5: \"\\377\"\n}\n"));
    QCOMPARE(readTextFormat(text, graphDefSchema()).wire, graph);
}

void TextFormatTest::makesTheSameBytesOfItsOwnText_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 50; ++seed) QTest::addRow("seed-%d", seed) << seed;
}

// Whatever the bytes of a message are, as long as they are fields.
void TextFormatTest::makesTheSameBytesOfItsOwnText() {
    QFETCH(int, seed);
    std::uint32_t state = static_cast<std::uint32_t>(seed) * 2654435761u + 1;
    const auto random = [&](std::uint32_t below) {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % below;
    };
    std::string message;
    for (int depth = 0; depth < 6; ++depth) {
        std::string outer;
        for (std::uint32_t i = random(4); i > 0; --i) appendVarintField(outer, 1 + random(12), random(1000));
        appendBytesField(outer, 1 + random(10), message);
        for (std::uint32_t i = random(3); i > 0; --i) {
            appendTag(outer, 1 + random(20), WireType::Fixed32);
            appendFixed(outer, random(1u << 24));
        }
        message = outer;
    }
    std::string text;
    appendTextFormat(text, message, graphDefSchema());
    const TextFormatResult read = readTextFormat(text, graphDefSchema());
    QVERIFY2(!read.error, text.c_str());
    std::string twice;
    appendTextFormat(twice, read.wire, graphDefSchema());
    QCOMPARE(twice, text);
}

void TextFormatTest::tellsTheOutermostFieldsOfAnyMessage() {
    const auto fields = outermostFields("name: \"x\" input_dim: 1 layer { a: b } layer{}");
    QVERIFY(fields);
    QCOMPARE(fields->size(), std::size_t{4});
    QCOMPARE(fields->back(), std::string_view("layer"));
    QVERIFY(!outermostFields("x: int = 1\n"));
    QVERIFY(!outermostFields("x: 1"));
    QVERIFY(!outermostFields("import tensorflow as tf\n"));
}

QTEST_APPLESS_MAIN(TextFormatTest)
#include "tst_text_format.moc"
