// What `namescape run` prints of the programs in this folder: NAME.py prints NAME.txt.
#include "golden/golden.h"

#include <QProcess>
#include <QTest>

using namespace namescape;

class ApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatWasPrintedBefore_data();
    void printsWhatWasPrintedBefore();
};

void ApiTest::printsWhatWasPrintedBefore_data() {
    addProgramRows(QStringLiteral("api"));
}

void ApiTest::printsWhatWasPrintedBefore() {
    QFETCH(QString, name);
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(NAMESCAPE_TESTS_DIR "/api"));  // errors name the file as it was given
    process.start(QStringLiteral(NAMESCAPE_PROGRAM), {QStringLiteral("run"), name + QStringLiteral(".py")});
    QVERIFY(process.waitForFinished());
    const QByteArray printed = process.readAllStandardOutput() + process.readAllStandardError();
    QCOMPARE(goldenDifference(QStringLiteral("../api/") + name + QStringLiteral(".txt"), printed), QByteArray());
}

QTEST_GUILESS_MAIN(ApiTest)
#include "tst_api.moc"
