// Which name is offered for one that is not defined.
#include "script/nearest_name.h"

#include <QTest>

#include <vector>

using namespace namescape;

class TestNearestName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersTheNearest_data();
    void offersTheNearest();
};

void TestNearestName::offersTheNearest_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("exchanged") << QByteArray("lenght") << QByteArray("length");
    QTest::newRow("left-out") << QByteArray("placehoder") << QByteArray("placeholder");
    QTest::newRow("another-case") << QByteArray("true") << QByteArray("True");
    QTest::newRow("short-exchanged") << QByteArray("ft") << QByteArray("tf");
    QTest::newRow("two-of-three-letters") << QByteArray("foo") << QByteArray();
    QTest::newRow("one-letter") << QByteArray("q") << QByteArray();
    QTest::newRow("one-of-two-letters") << QByteArray("t6") << QByteArray();
    QTest::newRow("half-is-another") << QByteArray("bxyl") << QByteArray();
    QTest::newRow("far") << QByteArray("weights") << QByteArray();
}

void TestNearestName::offersTheNearest() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    const std::vector<std::string_view> known{"bool", "length", "placeholder", "tf", "True", "x"};
    QCOMPARE(QByteArray::fromStdString(nearestName(name.toStdString(), known)), expected);
}

QTEST_APPLESS_MAIN(TestNearestName)
#include "tst_nearest_name.moc"
