#include "shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace namescape {

namespace {

QString defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini");
}

}  // namespace

QString shownFolder(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    const bool isBelowHome = folder == QDir::homePath() || folder.startsWith(QDir::homePath() + u'/');
    return QDir::toNativeSeparators(isBelowHome ? u'~' + folder.mid(QDir::homePath().size()) : folder);
}

UserSettings::UserSettings(const QString& file, QObject* parent) : QObject(parent), m_store(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat) {}

ThemeChoice UserSettings::theme() const {
    const QString name = m_store.value(QStringLiteral("theme")).toString();
    if (name == QLatin1String("light")) return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void UserSettings::setTheme(ThemeChoice theme) {
    const char* name = theme == ThemeChoice::Light ? "light" : theme == ThemeChoice::Dark ? "dark" : "system";
    m_store.setValue(QStringLiteral("theme"), QString::fromLatin1(name));
}

bool UserSettings::hasMotion() const {
    return m_store.value(QStringLiteral("motion"), true).toBool();
}

void UserSettings::setMotion(bool enabled) {
    m_store.setValue(QStringLiteral("motion"), enabled);
}

int UserSettings::fontSize() const {
    return m_store.value(QStringLiteral("fontSize"), 0).toInt();
}

void UserSettings::setFontSize(int points) {
    m_store.setValue(QStringLiteral("fontSize"), points);
}

QByteArray UserSettings::windowGeometry() const {
    return m_store.value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray UserSettings::windowState() const {
    return m_store.value(QStringLiteral("window/state")).toByteArray();
}

void UserSettings::setWindow(const QByteArray& geometry, const QByteArray& state) {
    m_store.setValue(QStringLiteral("window/geometry"), geometry);
    m_store.setValue(QStringLiteral("window/state"), state);
}

QByteArray UserSettings::presentState() const {
    return m_store.value(QStringLiteral("window/presentState")).toByteArray();
}

void UserSettings::setPresentState(const QByteArray& state) {
    m_store.setValue(QStringLiteral("window/presentState"), state);
}

QStringList UserSettings::recentFiles() const {
    QStringList files = m_store.value(QStringLiteral("recentFiles")).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

std::vector<RecentFile> UserSettings::allRecentFiles() const {
    const QStringList paths = m_store.value(QStringLiteral("recentFiles")).toStringList();
    const QStringList times = m_store.value(QStringLiteral("recentTimes")).toStringList();
    std::vector<RecentFile> files;
    for (qsizetype at = 0; at < paths.size(); ++at) files.push_back({paths[at], QDateTime::fromString(times.value(at), Qt::ISODate)});
    return files;
}

void UserSettings::writeRecentFiles(const std::vector<RecentFile>& files) {
    QStringList paths, times;
    for (const RecentFile& file : files) {
        paths.append(file.path);
        times.append(file.used.toString(Qt::ISODate));
    }
    m_store.setValue(QStringLiteral("recentFiles"), paths);
    m_store.setValue(QStringLiteral("recentTimes"), times);
    Q_EMIT recentFilesChanged();
}

void UserSettings::addRecentFile(const QString& path) {
    std::vector<RecentFile> files = allRecentFiles();
    std::erase_if(files, [&](const RecentFile& file) { return file.path == path; });
    files.insert(files.begin(), {path, QDateTime::currentDateTime()});
    if (files.size() > static_cast<std::size_t>(kMaxRecentFiles)) files.resize(kMaxRecentFiles);
    setLastFolder(QFileInfo(path).absolutePath());
    writeRecentFiles(files);
}

void UserSettings::removeRecentFile(const QString& path) {
    std::vector<RecentFile> files = allRecentFiles();
    if (std::erase_if(files, [&](const RecentFile& file) { return file.path == path; }) > 0) writeRecentFiles(files);
}

void UserSettings::clearRecentFiles() {
    writeRecentFiles({});
}

QString UserSettings::lastFolder() const {
    const QString folder = m_store.value(QStringLiteral("lastFolder")).toString();
    return folder.isEmpty() || !QFileInfo(folder).isDir() ? QDir::homePath() : folder;
}

void UserSettings::setLastFolder(const QString& folder) {
    m_store.setValue(QStringLiteral("lastFolder"), folder);
}

bool UserSettings::isTourDone() const {
    return m_store.value(QStringLiteral("tourDone"), false).toBool();
}

void UserSettings::setTourDone() {
    m_store.setValue(QStringLiteral("tourDone"), true);
}

bool UserSettings::takeFirstStart() {
    const bool isFirst = !m_store.value(QStringLiteral("wasStarted"), false).toBool();
    m_store.setValue(QStringLiteral("wasStarted"), true);
    return isFirst;
}

}  // namespace namescape
