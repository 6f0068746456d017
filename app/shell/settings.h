// What is remembered from one start to the next.
#pragma once

#include "appearance/appearance.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QSettings>
#include <QStringList>

#include <vector>

namespace namescape {

struct RecentFile {
    QString path;
    QDateTime used;  // invalid where it is not known
    bool operator==(const RecentFile&) const = default;
};

// The folder of a file as one would say it: below the user's own, after a tilde.
QString shownFolder(const QString& path);

class UserSettings : public QObject {
    Q_OBJECT

public:
    static constexpr int kMaxRecentFiles = 12;

    // Kept in the user's configuration folder, or in `file` where one is named.
    explicit UserSettings(const QString& file = {}, QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    bool hasMotion() const;
    void setMotion(bool enabled);
    int fontSize() const;
    void setFontSize(int points);

    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);

    // The same of the layout for an audience.
    QByteArray presentState() const;
    void setPresentState(const QByteArray& state);

    // Last used first; those that are gone are left out.
    QStringList recentFiles() const;
    // With those that are gone, which may come back with their disk.
    std::vector<RecentFile> allRecentFiles() const;
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    void clearRecentFiles();
    // The folder that file dialogs begin in.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

    // Whether the tour was seen to its end, or dismissed: then it does not come by itself any more.
    bool isTourDone() const;
    void setTourDone();

    // Whether the program was ever started before; remembers that it has been now.
    bool takeFirstStart();

Q_SIGNALS:
    void recentFilesChanged();

private:
    void writeRecentFiles(const std::vector<RecentFile>& files);

    mutable QSettings m_store;
};

}  // namespace namescape
