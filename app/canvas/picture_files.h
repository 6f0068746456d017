// The picture as an image or a page, painted as the canvas paints it.
#pragma once

#include "diagram/view_options.h"
#include "pipeline/snapshot.h"
#include "support/result.h"

#include <QByteArray>

namespace namescape {

// The bytes of a PNG file of `scale` pixels per point; smaller where that would be too large for an image. May run on any thread.
Result<QByteArray> pngOf(const Snapshot& snapshot, ThemeName theme, double scale);

// The bytes of a PDF file with one page as large as the picture. May run on any thread.
Result<QByteArray> pdfOf(const Snapshot& snapshot, ThemeName theme);

}  // namespace namescape
