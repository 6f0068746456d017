#include "live/scope_color.h"

#include "diagram/theme.h"

#include <QGuiApplication>
#include <QPalette>

namespace namescape {

QColor scopeColor(std::string_view fullName, bool isDark) {
    if (fullName.empty()) return {};
    return QColor::fromRgb(theme(isDark ? ThemeName::Dark : ThemeName::Light).frameOfScope(fullName).border.rgb);
}

QColor scopeColor(std::string_view fullName) {
    const QPalette palette = QGuiApplication::palette();
    return scopeColor(fullName, palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness());
}

QColor scopeMark(std::string_view fullName) {
    const QColor color = scopeColor(fullName);
    return color.isValid() ? color : QColor(Qt::transparent);
}

}  // namespace namescape
