#include "inspector/attribute_text.h"

#include <QTest>

using namespace namescape;

class AttributeTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainValuesAreWrittenOut() {
        QCOMPARE(attributeText(std::int64_t{3}), QString("3"));
        QCOMPARE(attributeText(0.5), QString("0.5"));
        QCOMPARE(attributeText(true), QString("True"));
        QCOMPARE(attributeText(std::string("SAME")), QString("\"SAME\""));
        QCOMPARE(attributeText(DataType(DataType::Float32)), QString("float32"));
        QCOMPARE(attributeText(Shape{2, -1}), QString("(2, ?)"));
        QCOMPARE(attributeText(std::vector<std::int64_t>{1, 2, 2, 1}), QString("[1, 2, 2, 1]"));
        QCOMPARE(attributeText(std::vector<std::string>{"a", "b"}), QString("[\"a\", \"b\"]"));
    }

    void whatIsLongIsCutAndItsSizeTold() {
        QVERIFY(attributeText(std::string(100'000, 'x')).contains("100,000 bytes"));
        QVERIFY(attributeText(std::string(100'000, 'x')).size() < 300);
        QCOMPARE(attributeText(std::string("\0\1\2", 3)), QString("3 bytes"));
        QVERIFY(attributeText(std::vector<std::int64_t>(1'000, 7)).contains("1,000 in all"));
    }

    void constantsTellTypeShapeAndTheFirstElements() {
        const auto constant = std::make_shared<ConstantValue>(ConstantValue{DataType::Float32, {3}, std::vector<double>{1, 2.5, 3}});
        QCOMPARE(attributeText(std::shared_ptr<const ConstantValue>(constant)), QString("float32 (3,): 1, 2.5, 3"));
        const auto zeros = std::make_shared<ConstantValue>(ConstantValue{DataType::Float32, {100, 100}, std::vector<double>{0}});
        QCOMPARE(attributeText(std::shared_ptr<const ConstantValue>(zeros)), QString("float32 (100, 100): 0 everywhere"));
    }
};

QTEST_APPLESS_MAIN(AttributeTextTest)
#include "tst_attribute_text.moc"
