#include "shell/picture_export.h"

#include "canvas/picture_files.h"
#include "pipeline/export.h"
#include "support/file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace namescape {

namespace {

// Pixels per point: sharp on a screen of high density, and in print at a hand's width.
constexpr double pngScale = 2;

std::string failureOf(const Snapshot& snapshot, const QString& path, ThemeName theme) {
    const Result<std::string> bytes = pictureBytes(snapshot, path, theme);
    if (!bytes) return bytes.error();
    const auto failure = writeFileWhole(QFile::encodeName(path).toStdString(), *bytes);
    return failure ? failure->message : std::string();
}

}  // namespace

Result<std::string> pictureBytes(const Snapshot& snapshot, const QString& path, ThemeName theme) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png") || ending == QLatin1String("pdf")) {
        Result<QByteArray> bytes = ending == QLatin1String("png") ? pngOf(snapshot, theme, pngScale) : pdfOf(snapshot, theme);
        if (!bytes) return Failure{bytes.error()};
        return bytes->toStdString();
    }
    const auto format = exportFormatNamed(ending.toStdString());
    if (!format) return Failure{"has an ending that names no format: use .svg, .png, .pdf, .dot, .json, .pb or .pbtxt"};
    return exportSnapshot(snapshot, *format, {theme});
}

PictureExport::~PictureExport() {
    if (m_thread) m_thread->wait();
}

void PictureExport::start(std::shared_ptr<const Snapshot> snapshot, const QString& path, ThemeName theme) {
    if (m_thread) return;
    const auto failure = std::make_shared<std::string>();
    m_thread = QThread::create([snapshot = std::move(snapshot), path, theme, failure] { *failure = failureOf(*snapshot, path, theme); });
    m_thread->setParent(this);
    connect(m_thread, &QThread::finished, this, [this, path, failure] {
        m_thread->deleteLater();
        m_thread = nullptr;
        const QString words = failure->empty() ? QString() : tr("%1 %2.").arg(QDir::toNativeSeparators(path), QString::fromStdString(*failure));
        Q_EMIT finished(path, words);
    });
    m_thread->start();
}

}  // namespace namescape
