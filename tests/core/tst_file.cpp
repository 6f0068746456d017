// Tests support/file: reading with a reason, writing whole or not at all.
#include "support/file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace namescape;

class FileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatWasWritten();
    void readsNoFurtherThanOneByteBeyondTheLimit();
    void saysWhyAFileCannotBeRead();
    void leavesNothingBesideTheWrittenFile();
    void keepsThePermissionsOfTheReplacedFile();
    void writesThroughALink();
    void writesToADeviceAsItStands();
    void leavesTheFormerFileWhenWritingFails();
    void refusesAFolder();

private:
    std::string path(const char* name) const { return m_folder->filePath(name).toStdString(); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void FileTest::readsWhatWasWritten() {
    const std::string bytes = std::string("\r\n\0x", 4) + std::string(300'000, 'y');
    QVERIFY(!writeFileWhole(path("a"), bytes));
    const auto read = readFile(path("a"), 1 << 20);
    QVERIFY(read);
    QCOMPARE(*read, bytes);
}

void FileTest::readsNoFurtherThanOneByteBeyondTheLimit() {
    QCOMPARE(readFile("/dev/zero", 1000)->size(), std::size_t{1001});
}

void FileTest::saysWhyAFileCannotBeRead() {
    QCOMPARE(readFile(path("none"), 10).error(), "cannot be read: No such file or directory");
    QCOMPARE(readFile(m_folder->path().toStdString(), 10).error(), "cannot be read: Is a directory");
}

void FileTest::leavesNothingBesideTheWrittenFile() {
    QVERIFY(!writeFileWhole(path("a"), "1"));
    QVERIFY(!writeFileWhole(path("a"), "2"));
    QCOMPARE(names(), QStringList{"a"});
    QCOMPARE(*readFile(path("a"), 10), "2");
}

void FileTest::keepsThePermissionsOfTheReplacedFile() {
    QVERIFY(!writeFileWhole(path("a"), "1"));
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QVERIFY(QFile::setPermissions(m_folder->filePath("a"), permissions));
    QVERIFY(!writeFileWhole(path("a"), "2"));
    QVERIFY(!(QFile::permissions(m_folder->filePath("a")) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(QFile::permissions(m_folder->filePath("a")) & QFile::ExeOwner);
}

void FileTest::writesThroughALink() {
    QVERIFY(!writeFileWhole(path("a"), "1"));
    QVERIFY(QFile::link(m_folder->filePath("a"), m_folder->filePath("link")));
    QVERIFY(!writeFileWhole(path("link"), "2"));
    QVERIFY(QFileInfo(m_folder->filePath("link")).isSymLink());
    QCOMPARE(*readFile(path("a"), 10), "2");
}

void FileTest::writesToADeviceAsItStands() {
    QVERIFY(!writeFileWhole("/dev/null", "text"));
    QVERIFY(QFileInfo("/dev/null").isWritable());
}

void FileTest::leavesTheFormerFileWhenWritingFails() {
    QCOMPARE(writeFileWhole(path("none/a"), "2")->message, "cannot be written: No such file or directory");
    QCOMPARE(writeFileWhole("/dev/full", "2")->message, "cannot be written: No space left on device");
    QVERIFY(names().isEmpty());
}

void FileTest::refusesAFolder() {
    QCOMPARE(writeFileWhole(m_folder->path().toStdString(), "2")->message, "cannot be written: it is a folder");
}

QTEST_GUILESS_MAIN(FileTest)
#include "tst_file.moc"
