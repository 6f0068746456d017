#include "app/built_program.h"
#include "canvas/picture_files.h"

#include <QImage>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class PictureFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aPngHasThePicturesSizeTimesItsScale() {
        const auto snapshot = builtProgram(sharingProgram).snapshot;
        const Result<QByteArray> bytes = pngOf(*snapshot, ThemeName::Light, 2);
        QVERIFY(static_cast<bool>(bytes));
        const QImage image = QImage::fromData(*bytes, "PNG");
        QVERIFY(std::abs(image.width() - 2 * snapshot->drawing.bounds.width) <= 1);
        QVERIFY(std::abs(image.height() - 2 * snapshot->drawing.bounds.height) <= 1);
    }

    void aPictureThatIsTooLargeForAnImageIsMadeSmaller() {
        auto snapshot = std::make_shared<Snapshot>(*builtProgram(sharingProgram).snapshot);
        snapshot->drawing.bounds = {0, 0, 100'000, 50};
        const Result<QByteArray> bytes = pngOf(*snapshot, ThemeName::Dark, 3);
        QVERIFY(static_cast<bool>(bytes));
        QCOMPARE(QImage::fromData(*bytes, "PNG").width(), 16'000);
    }

    void aPdfIsOnePage() {
        const Result<QByteArray> bytes = pdfOf(*builtProgram(sharingProgram).snapshot, ThemeName::Light);
        QVERIFY(static_cast<bool>(bytes));
        QVERIFY(bytes->startsWith("%PDF-"));
        QCOMPARE(bytes->count("/Type /Page\n"), 1);
    }

    void ofNothingThereIsNoPicture() {
        auto snapshot = std::make_shared<Snapshot>(*builtProgram("import tensorflow as tf\n").snapshot);
        snapshot->drawing.bounds = {};
        QVERIFY(!pngOf(*snapshot, ThemeName::Light, 1));
        QVERIFY(!pdfOf(*snapshot, ThemeName::Light));
    }
};

QTEST_MAIN(PictureFilesTest)
#include "tst_picture_files.moc"
