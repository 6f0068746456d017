#include "document/text_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace namescape;

class TextFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void readingAndWritingKeepsEveryByte_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("unix") << QByteArray("a\nb\n") << "a\nb\n";
        QTest::newRow("no-last-line-end") << QByteArray("a\nb") << "a\nb";
        QTest::newRow("windows") << QByteArray("a\r\nb\r\n") << "a\nb\n";
        QTest::newRow("old-mac") << QByteArray("a\rb\r") << "a\nb\n";
        QTest::newRow("byte-order-mark") << QByteArray("\xef\xbb\xbf" "a\n") << "a\n";
        QTest::newRow("byte-order-mark-windows") << QByteArray("\xef\xbb\xbf" "\r\n") << "\n";
        QTest::newRow("no-break-space") << QByteArray("a\xc2\xa0" "b") << QString::fromUtf8("a\xc2\xa0" "b");
        QTest::newRow("chinese-and-emoji") << QByteArray("# 漢 🙂\r\n") << QString::fromUtf8("# 漢 🙂\n");
    }

    void readingAndWritingKeepsEveryByte() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const Result<TextFile> file = decodeText(bytes);
        QVERIFY(static_cast<bool>(file));
        QCOMPARE(file->text, text);
        QVERIFY(!file->hadMixedLineEndings);
        QCOMPARE(encodeText(file->text, file->format), bytes);
    }

    void mixedLineEndingsAreReportedAndTheMostFrequentIsKept() {
        const Result<TextFile> file = decodeText("a\r\nb\r\nc\nd");
        QVERIFY(static_cast<bool>(file));
        QVERIFY(file->hadMixedLineEndings);
        QCOMPARE(encodeText(file->text, file->format), QByteArray("a\r\nb\r\nc\r\nd"));
    }

    void whatCannotBeEditedIsRefusedWithTheReason_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("zero-byte") << QByteArray("a\0b", 3) << "zero byte";
        QTest::newRow("utf-16") << QByteArray("\xff\xfe" "a\0", 4) << "UTF-16";
        QTest::newRow("latin-1") << QByteArray("a\nb\nna\xefve\n") << "line 3";
        QTest::newRow("paragraph-separator") << QByteArray("a\xe2\x80\xa9" "b") << "U+2029";
        QTest::newRow("too-large") << QByteArray((16 << 20) + 1, '#') << "too large";
    }

    void whatCannotBeEditedIsRefusedWithTheReason() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        const Result<TextFile> file = decodeText(bytes);
        QVERIFY(!file);
        QVERIFY2(QString::fromStdString(file.error()).contains(word), file.error().c_str());
    }

    void aMessageNamesTheFile_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("missing") << "none.py" << "cannot be read";
        QTest::newRow("folder") << "." << "is a folder";
        QTest::newRow("pipe") << "pipe" << "not a regular file";
    }

    void aMessageNamesTheFile() {
        QFETCH(QString, name);
        QFETCH(QString, words);
        QTemporaryDir folder;
        QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath("pipe")).constData(), 0600), 0);
        const Result<TextFile> file = readTextFile(folder.filePath(name));
        QVERIFY(!file);
        const QString message = QString::fromStdString(file.error());
        QVERIFY2(message.startsWith(folder.path()) && message.contains(words) && message.endsWith('.'), file.error().c_str());
    }

    void aFailedWriteLeavesTheFileAsItWas() {
        if (::geteuid() == 0) QSKIP("root may write everywhere");
        QTemporaryDir folder;
        QVERIFY(!writeTextFile(folder.filePath("a.py"), "first", {}));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        QVERIFY(writeTextFile(folder.filePath("a.py"), "second", {}).has_value());
        QCOMPARE(readTextFile(folder.filePath("a.py"))->text, QString("first"));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void writingIntoAFolderThatIsNotThereFails() {
        QTemporaryDir folder;
        const auto failure = writeTextFile(folder.filePath("none/a.py"), "a", {});
        QVERIFY(failure.has_value());
        QVERIFY(QString::fromStdString(failure->message).contains("cannot be written"));
    }
};

QTEST_GUILESS_MAIN(TextFileTest)
#include "tst_text_file.moc"
