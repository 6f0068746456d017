// JSON, piece by piece.
#include "io/graph_json.h"
#include "io/json_writer.h"

#include "graph/shape.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace namescape;

namespace {

template <typename Write>
QByteArray written(Write write) {
    std::string out;
    JsonWriter json(out);
    write(json);
    return QByteArray::fromStdString(out);
}

}  // namespace

class TestJsonWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setsCommas();
    void escapesText();
    void writesNumbers();
    void writesShapes();
};

void TestJsonWriter::setsCommas() {
    QCOMPARE(written([](JsonWriter& json) {
                 json.beginObject();
                 json.member("a", std::int64_t{1});
                 json.key("b");
                 json.beginArray();
                 json.endArray();
                 json.line();
                 json.key("c");
                 json.beginArray();
                 json.value(true);
                 json.null();
                 json.beginObject();
                 json.endObject();
                 json.endArray();
                 json.endObject();
             }),
             QByteArray("{\"a\": 1, \"b\": [],\n\"c\": [true, null, {}]}"));
}

void TestJsonWriter::escapesText() {
    const auto parsed = [](const std::string& text) {
        const QByteArray json = written([&](JsonWriter& writer) {
            writer.beginObject();
            writer.member("t", text);
            writer.endObject();
        });
        return QJsonDocument::fromJson(json).object().value("t").toString();
    };
    QCOMPARE(parsed("a\"b\\c/\n\r\t\x01\x7F"), QString("a\"b\\c/\n\r\t\x01\x7F"));
    QCOMPARE(parsed("é漢😀"), QString("é漢😀"));
    QCOMPARE(parsed("bro\xFFken"), QString("bro\uFFFDken"));
    QCOMPARE(parsed(std::string("a\0b", 3)), QString::fromUtf8("a\0b", 3));
}

void TestJsonWriter::writesNumbers() {
    const auto number = [](auto value) { return written([&](JsonWriter& json) { json.value(value); }); };
    QCOMPARE(number(std::numeric_limits<std::int64_t>::min()), QByteArray("-9223372036854775808"));
    QCOMPARE(number(1.0), QByteArray("1.0"));
    QCOMPARE(number(0.1), QByteArray("0.1"));
    QCOMPARE(number(1e300), QByteArray("1e+300"));
    QCOMPARE(number(std::numeric_limits<double>::infinity()), QByteArray("null"));
}

void TestJsonWriter::writesShapes() {
    const auto shape = [](const Shape& value) { return written([&](JsonWriter& json) { writeShape(json, value); }); };
    QCOMPARE(shape({2, Shape::kUnknownSize}), QByteArray("[2, null]"));
    QCOMPARE(shape(Shape::scalar()), QByteArray("[]"));
    QCOMPARE(shape(Shape::unknown()), QByteArray("null"));
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_json_writer.moc"
