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

    void aLargePictureIsCutIntoTiles() {
        const auto snapshot = builtProgram(sharingProgram).snapshot;
        const PictureTiles one(snapshot, ThemeName::Light, 2);
        QCOMPARE(one.rowCount() * one.columnCount(), 1);
        QCOMPARE(one.pathOf("a/net.png", 0, 0), QString("a/net.png"));
        QCOMPARE(QImage::fromData(*one.png(0, 0), "PNG").width(), QImage::fromData(*pngOf(*snapshot, ThemeName::Light, 2), "PNG").width());

        const double scale = 10'000 / snapshot->drawing.bounds.height;
        const PictureTiles tiles(snapshot, ThemeName::Light, scale);
        QCOMPARE(tiles.rowCount(), 2);
        QCOMPARE(tiles.pathOf("a/net.png", 1, 0), QString("a/net-2-1.png"));
        const QImage lower = QImage::fromData(*tiles.png(1, 0), "PNG");
        QVERIFY(std::abs(lower.height() - 2'000) <= 1);
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
