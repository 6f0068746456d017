#include "appearance/appearance.h"

#include "appearance/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QToolTip>

namespace namescape {

namespace {

const Colors lightColors{
    .window = "#f2f4f7",
    .base = "#ffffff",
    .alternateBase = "#f7f8fa",
    .text = "#1d2433",
    .mutedText = "#556072",
    .border = "#d3d8e0",
    .hover = "#e6eaf0",
    .accent = "#1f5cbf",
    .accentText = "#ffffff",
    .selection = "#d8e7fd",
    .currentLine = "#f3f6fb",
    .linkedLine = "#fff3cf",
    .searchHit = "#ffe08a",
    .bracket = "#d3e3fa",
    .error = "#c62a2f",
    .warning = "#a15c00",
    .hint = "#1f5cbf",
    .errorGround = "#fdecec",
    .warningGround = "#fdf3e0",
    .hintGround = "#eaf1fd",
    .keyword = "#8a2da8",
    .string = "#166a33",
    .number = "#9a3f00",
    .comment = "#5a6372",
    .builtin = "#0a6280",
    .definition = "#2257b8",
    .operatorSign = "#4b5568",
};

const Colors darkColors{
    .window = "#1f232b",
    .base = "#171a20",
    .alternateBase = "#1b1f26",
    .text = "#dfe3ea",
    .mutedText = "#a3acbc",
    .border = "#363d49",
    .hover = "#2b313c",
    .accent = "#72a8ff",
    .accentText = "#0c1220",
    .selection = "#233c66",
    .currentLine = "#1e232c",
    .linkedLine = "#332e14",
    .searchHit = "#473909",
    .bracket = "#243b61",
    .error = "#ff7b7f",
    .warning = "#f0b154",
    .hint = "#7fb2ff",
    .errorGround = "#3a2024",
    .warningGround = "#382c17",
    .hintGround = "#1d2b45",
    .keyword = "#d59bf0",
    .string = "#86cf94",
    .number = "#f0a96b",
    .comment = "#a0a9b8",
    .builtin = "#6fc7dd",
    .definition = "#86b6ff",
    .operatorSign = "#b3bccb",
};

QPalette paletteOf(const Colors& colors, bool isDark) {
    QPalette palette(colors.text, colors.window);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternateBase);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::Button, isDark ? mixed(colors.window, Qt::white, 0.04) : QColor("#fbfcfd"));
    palette.setColor(QPalette::PlaceholderText, colors.mutedText);
    palette.setColor(QPalette::Highlight, colors.selection);
    // Views without the keyboard: which of several has it is to be seen.
    palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(colors.base, colors.selection, 0.6));
    palette.setColor(QPalette::HighlightedText, colors.text);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::BrightText, colors.error);
    palette.setColor(QPalette::ToolTipBase, isDark ? mixed(colors.window, Qt::white, 0.06) : colors.base);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Light, mixed(colors.window, Qt::white, isDark ? 0.08 : 0.6));
    palette.setColor(QPalette::Midlight, mixed(colors.window, Qt::white, isDark ? 0.04 : 0.3));
    palette.setColor(QPalette::Mid, colors.border);
    palette.setColor(QPalette::Dark, mixed(colors.border, Qt::black, 0.25));
    palette.setColor(QPalette::Shadow, mixed(colors.border, Qt::black, 0.6));
    const QColor disabled = mixed(colors.text, colors.window, 0.55);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.text);
    return palette;
}

bool isDarkPalette(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}  // namespace

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto channel = [share](int left, int right) { return static_cast<int>(left + (right - left) * share + 0.5); };
    return {channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

Appearance::Appearance(QApplication& application)
    : QObject(&application), m_application(application), m_isSystemDark(isDarkPalette(QApplication::palette())) {
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    m_isDark = m_isSystemDark;
    apply();
}

const Colors& Appearance::colors() const {
    return m_isDark ? darkColors : lightColors;
}

void Appearance::choose(ThemeChoice choice) {
    m_choice = choice;
    const bool isDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_isSystemDark);
    if (isDark == m_isDark) return;
    m_isDark = isDark;
    apply();
    Q_EMIT changed();
}

void Appearance::setMotion(bool enabled) {
    if (enabled == m_hasMotion) return;
    m_hasMotion = enabled;
    Q_EMIT changed();
}

void Appearance::apply() {
    const QPalette palette = paletteOf(colors(), m_isDark);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    m_application.setStyleSheet(styleSheetOf(colors()));
}

QFont codeFont(int pointSize) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSize(pointSize);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

}  // namespace namescape
