#include "shell/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace namescape;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void whatIsSetIsThereTheNextTime() {
        {
            UserSettings settings(m_folder->filePath("settings.ini"));
            settings.setTheme(ThemeChoice::Dark);
            settings.setMotion(false);
            settings.setFontSize(17);
            settings.setWindow("geometry", "state");
        }
        const UserSettings settings(m_folder->filePath("settings.ini"));
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QVERIFY(!settings.hasMotion());
        QCOMPARE(settings.fontSize(), 17);
        QCOMPARE(settings.windowGeometry(), QByteArray("geometry"));
        QCOMPARE(settings.windowState(), QByteArray("state"));
    }

    void recentFilesAreLastFirstEachOnceAndThoseThatExist() {
        UserSettings settings(m_folder->filePath("settings.ini"));
        QSignalSpy changed(&settings, &UserSettings::recentFilesChanged);
        const QString a = makeFile("a.py");
        const QString b = makeFile("b.py");
        settings.addRecentFile(a);
        settings.addRecentFile(b);
        settings.addRecentFile(a);
        QCOMPARE(settings.recentFiles(), (QStringList{a, b}));
        QCOMPARE(changed.count(), 3);
        QVERIFY(QFile::remove(b));
        QCOMPARE(settings.recentFiles(), QStringList{a});
        settings.clearRecentFiles();
        QVERIFY(settings.recentFiles().isEmpty());
    }

    void thereAreNotTooManyRecentFiles() {
        UserSettings settings(m_folder->filePath("settings.ini"));
        for (int number = 0; number < 20; ++number) settings.addRecentFile(makeFile(QString("%1.py").arg(number)));
        QCOMPARE(settings.recentFiles().size(), UserSettings::kMaxRecentFiles);
    }

    void recentFilesAreKeptWithTheirTimesAndThoughTheyAreGone() {
        const QString a = makeFile("a.py");
        const QString b = makeFile("b.py");
        const QDateTime before = QDateTime::currentDateTime().addSecs(-1);
        {
            UserSettings settings(m_folder->filePath("settings.ini"));
            settings.addRecentFile(a);
            QVERIFY(QFile::remove(a));
            settings.addRecentFile(b);
        }
        UserSettings settings(m_folder->filePath("settings.ini"));
        QCOMPARE(settings.allRecentFiles().size(), std::size_t(2));
        QCOMPARE(settings.allRecentFiles()[1].path, a);
        QVERIFY(settings.allRecentFiles()[1].used >= before);
        QSignalSpy changed(&settings, &UserSettings::recentFilesChanged);
        settings.removeRecentFile(a);
        settings.removeRecentFile(a);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(settings.allRecentFiles().size(), std::size_t(1));
    }

    void theTourThatWasDismissedStaysAway() {
        QVERIFY(!UserSettings(m_folder->filePath("settings.ini")).isTourDone());
        UserSettings(m_folder->filePath("settings.ini")).setTourDone();
        QVERIFY(UserSettings(m_folder->filePath("settings.ini")).isTourDone());
    }

    void theFirstStartIsTheFirstOnlyOnce() {
        UserSettings settings(m_folder->filePath("settings.ini"));
        QVERIFY(settings.takeFirstStart());
        QVERIFY(!settings.takeFirstStart());
    }

private:
    QString makeFile(const QString& name) {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
