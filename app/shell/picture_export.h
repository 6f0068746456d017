// Writes the picture that a window shows into a file, without keeping the window waiting.
#pragma once

#include "diagram/view_options.h"
#include "pipeline/snapshot.h"
#include "support/result.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace namescape {

// The bytes of the picture in the format that the path's ending names: svg, dot, json, png or pdf.
Result<std::string> pictureBytes(const Snapshot& snapshot, const QString& path, ThemeName theme);

class PictureExport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    // Waits for the file that is being written.
    ~PictureExport() override;

    // Runs by itself; one at a time. What comes of it is told by `finished`.
    void start(std::shared_ptr<const Snapshot> snapshot, const QString& path, ThemeName theme);
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    // `failure` is empty where the file was written.
    void finished(const QString& path, const QString& failure);

private:
    class QThread* m_thread = nullptr;
};

}  // namespace namescape
