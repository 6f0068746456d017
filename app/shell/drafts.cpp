#include "shell/drafts.h"

#include "document/document.h"
#include "support/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>

#include <chrono>
#include <csignal>
#include <optional>

namespace namescape {

namespace {

using namespace std::chrono_literals;

constexpr auto keepInterval = 3s;

// The running number of drafts of this process.
QString freeDraftFile(const QString& folder) {
    for (int number = 1;; ++number) {
        const QString file = QStringLiteral("%1/draft-%2-%3.json").arg(folder).arg(QCoreApplication::applicationPid()).arg(number);
        QFile reserved(file);
        if (QFileInfo::exists(file)) continue;
        QDir().mkpath(folder);
        // Taken at once, so that the next window takes another one.
        if (reserved.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return file;
        return {};
    }
}

bool isRunning(qint64 process) {
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

std::optional<Draft> readDraft(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (!object.contains(QLatin1String("text"))) return std::nullopt;
    return Draft{path, object.value(QLatin1String("name")).toString(), object.value(QLatin1String("path")).toString(),
                 object.value(QLatin1String("text")).toString()};
}

}  // namespace

QString defaultDraftFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/drafts");
}

std::vector<Draft> abandonedDrafts(const QString& folder) {
    static const QRegularExpression pattern(QStringLiteral("^draft-(\\d+)-\\d+\\.json$"));
    std::vector<Draft> drafts;
    for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("draft-*.json")}, QDir::Files, QDir::Time)) {
        const QRegularExpressionMatch match = pattern.match(file.fileName());
        if (!match.hasMatch() || isRunning(match.captured(1).toLongLong())) continue;
        if (auto draft = readDraft(file.filePath()))
            drafts.push_back(std::move(*draft));
        else
            QFile::remove(file.filePath());
    }
    return drafts;
}

void removeDraft(const Draft& draft) {
    QFile::remove(draft.file);
}

DraftKeeper::DraftKeeper(Document& document, const QString& folder, QObject* parent)
    : QObject(parent), m_document(document), m_timer(new QTimer(this)) {
    m_timer->setSingleShot(true);
    m_timer->setInterval(keepInterval);
    connect(m_timer, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(&document, &Document::textChanged, this, [this, folder] {
        if (!m_document.isModified()) return;
        if (m_file.isEmpty()) m_file = freeDraftFile(folder);
        if (!m_timer->isActive()) m_timer->start();
    });
    connect(&document, &Document::stateChanged, this, [this] {
        if (!m_document.isModified()) discard();
    });
}

void DraftKeeper::discard() {
    m_timer->stop();
    if (!m_file.isEmpty()) QFile::remove(m_file);
    m_file.clear();
}

void DraftKeeper::keep() {
    if (m_file.isEmpty() || !m_document.isModified()) return;
    const QJsonObject object{{QStringLiteral("name"), m_document.displayName()},
                             {QStringLiteral("path"), m_document.filePath()},
                             {QStringLiteral("text"), m_document.text()}};
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // Where even the draft can't be written there is nothing to be done: the work itself is still in the window.
    (void)writeFileWhole(QFile::encodeName(m_file).toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace namescape
