// What is remembered from one start to the next.
#pragma once

#include "appearance/appearance.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>

namespace namescape {

class Settings : public QObject {
    Q_OBJECT

public:
    static constexpr int kMaxRecentFiles = 12;

    // Kept in the user's configuration folder, or in `file` where one is named.
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    bool hasMotion() const;
    void setMotion(bool enabled);
    int fontSize() const;
    void setFontSize(int points);

    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);

    // Last used first; those that are gone are left out.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();
    // The folder that file dialogs begin in.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

    // Whether the program was ever started before; remembers that it has been now.
    bool takeFirstStart();

Q_SIGNALS:
    void recentFilesChanged();

private:
    mutable QSettings m_store;
};

}  // namespace namescape
