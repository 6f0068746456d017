#include "graph/device_spec.h"

#include "graph/tensorflow_error.h"

#include <QTest>

using namespace namescape;

class DeviceSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreMadeCanonical_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("short") << "/cpu:0" << "/device:CPU:0";
        QTest::newRow("whole") << "/job:ps/replica:1/task:2/gpu:3" << "/job:ps/replica:1/task:2/device:GPU:3";
        QTest::newRow("any-index") << "/device:TPU:*" << "/device:TPU:*";
        QTest::newRow("empty") << "" << "";
    }
    void namesAreMadeCanonical() {
        QFETCH(QString, text);
        QTEST(QString::fromStdString(DeviceSpec::parse(text.toStdString()).text()), "canonical");
    }
    void theInnerDeviceWins() {
        const auto outer = DeviceSpec::parse("/job:ps/cpu:0");
        QCOMPARE(outer.mergedWith(DeviceSpec::parse("/task:1/gpu:2")).text(), "/job:ps/task:1/device:GPU:2");
    }
    void mistakesAreTold_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown") << "/fpga" << "Unknown attribute: 'fpga' in '/fpga'";
        QTest::newRow("two-types") << "/cpu:0/gpu:0" << "Cannot specify multiple device types: /cpu:0/gpu:0";
        QTest::newRow("no-number") << "/task:x" << "invalid literal for int() with base 10: 'x'";
    }
    void mistakesAreTold() {
        QFETCH(QString, text);
        try {
            (void)DeviceSpec::parse(text.toStdString());
            QFAIL("no error");
        } catch (const TensorFlowError& error) {
            QTEST(QString(error.what()), "message");
        }
    }
};

QTEST_GUILESS_MAIN(DeviceSpecTest)
#include "tst_device_spec.moc"
