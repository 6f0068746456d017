#include "shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace namescape {

namespace {

QString defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini");
}

}  // namespace

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), m_store(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat) {}

ThemeChoice Settings::theme() const {
    const QString name = m_store.value(QStringLiteral("theme")).toString();
    if (name == QLatin1String("light")) return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme) {
    const char* name = theme == ThemeChoice::Light ? "light" : theme == ThemeChoice::Dark ? "dark" : "system";
    m_store.setValue(QStringLiteral("theme"), QString::fromLatin1(name));
}

bool Settings::hasMotion() const {
    return m_store.value(QStringLiteral("motion"), true).toBool();
}

void Settings::setMotion(bool enabled) {
    m_store.setValue(QStringLiteral("motion"), enabled);
}

int Settings::fontSize() const {
    return m_store.value(QStringLiteral("fontSize"), 0).toInt();
}

void Settings::setFontSize(int points) {
    m_store.setValue(QStringLiteral("fontSize"), points);
}

QByteArray Settings::windowGeometry() const {
    return m_store.value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray Settings::windowState() const {
    return m_store.value(QStringLiteral("window/state")).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state) {
    m_store.setValue(QStringLiteral("window/geometry"), geometry);
    m_store.setValue(QStringLiteral("window/state"), state);
}

QStringList Settings::recentFiles() const {
    QStringList files = m_store.value(QStringLiteral("recentFiles")).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void Settings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_store.setValue(QStringLiteral("recentFiles"), files.first(std::min<qsizetype>(files.size(), kMaxRecentFiles)));
    setLastFolder(QFileInfo(path).absolutePath());
    Q_EMIT recentFilesChanged();
}

void Settings::clearRecentFiles() {
    m_store.remove(QStringLiteral("recentFiles"));
    Q_EMIT recentFilesChanged();
}

QString Settings::lastFolder() const {
    const QString folder = m_store.value(QStringLiteral("lastFolder")).toString();
    return folder.isEmpty() || !QFileInfo(folder).isDir() ? QDir::homePath() : folder;
}

void Settings::setLastFolder(const QString& folder) {
    m_store.setValue(QStringLiteral("lastFolder"), folder);
}

bool Settings::takeFirstStart() {
    const bool isFirst = !m_store.value(QStringLiteral("wasStarted"), false).toBool();
    m_store.setValue(QStringLiteral("wasStarted"), true);
    return isFirst;
}

}  // namespace namescape
