#include "canvas/picture_files.h"

#include "canvas/picture_painter.h"
#include "canvas/view_transform.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace namescape {

namespace {

// What common viewers still open, and 256 MB of pixels at most.
constexpr double maxSide = 16'000;
constexpr double maxPixels = 64e6;

// A page larger than that is refused by some viewers (PDF 1.4, appendix C).
constexpr double maxPagePoints = 14'400;

double allowedScale(const QRectF& bounds, double scale) {
    const double longest = std::max(bounds.width(), bounds.height());
    return std::min({scale, maxSide / longest, std::sqrt(maxPixels / (bounds.width() * bounds.height()))});
}

void paintAll(QPainter& painter, const Snapshot& snapshot, ThemeName name, double scale) {
    PictureText text;
    painter.scale(scale, scale);
    PicturePainter(painter, text, theme(name), {std::max(scale, 1.0), true}).paintAll(snapshot.diagram, snapshot.drawing);
}

}  // namespace

Result<QByteArray> pngOf(const Snapshot& snapshot, ThemeName themeName, double scale) {
    const QRectF bounds = toQRectF(snapshot.drawing.bounds);
    if (bounds.isEmpty()) return Failure{"there is nothing to draw yet"};
    const double allowed = allowedScale(bounds, scale);
    QImage image((bounds.size() * allowed).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (image.isNull()) return Failure{"the image is too large for the memory that is left"};
    image.fill(toQColor(theme(themeName).background));
    QPainter painter(&image);
    paintAll(painter, snapshot, themeName, allowed);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) return Failure{"the image could not be encoded"};
    return bytes;
}

Result<QByteArray> pdfOf(const Snapshot& snapshot, ThemeName themeName) {
    const QRectF bounds = toQRectF(snapshot.drawing.bounds);
    if (bounds.isEmpty()) return Failure{"there is nothing to draw yet"};
    const double scale = std::min(1.0, maxPagePoints / std::max(bounds.width(), bounds.height()));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(bounds.size() * scale, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(QString::fromStdString(snapshot.fileName));
    writer.setCreator(QStringLiteral("Namescape"));
    QPainter painter(&writer);
    paintAll(painter, snapshot, themeName, scale);
    painter.end();
    return bytes;
}

}  // namespace namescape
