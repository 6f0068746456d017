// Holds what the program says and draws of each program in golden/programs, and of the lessons, against golden files:
// NAME.txt (names and messages), NAME.dot and NAME.svg.
#include "golden/golden.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace namescape;

class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysAndDrawsWhatItDid_data();
    void saysAndDrawsWhatItDid();
};

namespace {

QByteArray outputOf(const QString& folder, const QStringList& arguments) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(NAMESCAPE_PROGRAM, arguments, QIODevice::ReadOnly);
    return process.waitForFinished() ? process.readAll() : QByteArray("did not finish");
}

}  // namespace

void GoldenTest::saysAndDrawsWhatItDid_data() {
    QTest::addColumn<QString>("program");
    const QString root = NAMESCAPE_TESTS_DIR "/..";
    for (const QString& folder : {root + "/tests/golden/programs", root + "/resources/lessons"})
        for (const QFileInfo& file : QDir(folder).entryInfoList({"*.py"}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(file.completeBaseName().replace('_', '-'))) << file.filePath();
}

void GoldenTest::saysAndDrawsWhatItDid() {
    QFETCH(QString, program);
    const QFileInfo file(program);
    const QString name = file.completeBaseName();
    QCOMPARE(goldenDifference(name + ".txt", outputOf(file.path(), {"run", file.fileName()})), QByteArray());
    for (const QString format : {"dot", "svg"}) {
        QProcess picture;
        picture.start(NAMESCAPE_PROGRAM, {"export", program, "-o", "-", "--format", format, "--open", "2"}, QIODevice::ReadOnly);
        QVERIFY(picture.waitForFinished());
        QCOMPARE(goldenDifference(name + '.' + format, picture.readAllStandardOutput()), QByteArray());
    }
}

QTEST_GUILESS_MAIN(GoldenTest)
#include "tst_golden.moc"
