#include "appearance/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// Resources of a static library are registered only when asked for, and from outside of any namespace.
static void registerIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace namescape {

namespace {

// Reads the colour at the time of painting, so that icons need not be made anew for another theme.
class TextColoredIcon : public QIconEngine {
public:
    explicit TextColoredIcon(QByteArray name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal ratio) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        const int points = static_cast<int>(std::lround(std::min(size.width(), size.height()) / ratio));
        return iconPixmap(m_name.constData(), QGuiApplication::palette().color(group, role), points, ratio);
    }

    QIconEngine* clone() const override { return new TextColoredIcon(*this); }

private:
    QByteArray m_name;
};

QPixmap rendered(const char* name, const QColor& color, int pixels) {
    registerIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly)) return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

}  // namespace

QIcon icon(const char* name) {
    return QIcon(new TextColoredIcon(name));
}

QPixmap iconPixmap(const char* name, const QColor& color, int size, qreal devicePixelRatio) {
    const int pixels = static_cast<int>(std::lround(size * devicePixelRatio));
    const QString key = QStringLiteral("icon/%1/%2/%3").arg(QLatin1String(name), color.name()).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(name, color, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

}  // namespace namescape
