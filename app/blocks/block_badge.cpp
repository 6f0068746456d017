#include "blocks/block_badge.h"

#include "appearance/appearance.h"
#include "diagram/theme.h"
#include "live/scope_color.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace namescape {

namespace {

constexpr int kPadding = 6;

QColor colorOf(const BlockBadge& badge, const Appearance& appearance) {
    const Theme& picture = theme(appearance.isDark() ? ThemeName::Dark : ThemeName::Light);
    const Colors& colors = appearance.colors();
    switch (badge.kind) {
    case BlockKind::NameScope:
    case BlockKind::VariableScope: return badge.scope.empty() ? QColor::fromRgb(picture.scope.border.rgb) : scopeColor(badge.scope, appearance.isDark());
    case BlockKind::GetVariable:
    case BlockKind::Variable: return QColor::fromRgb(picture.variable.border.rgb);
    case BlockKind::Placeholder: return QColor::fromRgb(picture.placeholder.border.rgb);
    case BlockKind::Constant: return QColor::fromRgb(picture.constant.border.rgb);
    case BlockKind::Operation:
    case BlockKind::Call: return QColor::fromRgb(picture.operation.border.rgb);
    case BlockKind::Error: return colors.error;
    default: return colors.mutedText;
    }
}

QFont smaller(const QFont& base) {
    QFont font = base;
    font.setPointSizeF(std::max(6.0, base.pointSizeF() * 0.8));
    return font;
}

}  // namespace

QSize BlockBadge::size(const QFont& font) const {
    const QFontMetrics metrics(smaller(font));
    return {metrics.horizontalAdvance(words) + 2 * kPadding, metrics.height() + 2};
}

int BlockBadge::paint(QPainter& painter, const QRect& rect, const QFont& font, const Appearance& appearance) const {
    const QColor color = colorOf(*this, appearance);
    const QSize own = size(font);
    const QRect pill(rect.left(), rect.center().y() - own.height() / 2, own.width(), own.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, isScope(kind) ? 1.5 : 1));
    painter.setBrush(mixed(appearance.colors().base, color, isScope(kind) ? 0.28 : 0.1));
    painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(appearance.colors().text);
    painter.setFont(smaller(font));
    painter.drawText(pill, Qt::AlignCenter, words);
    painter.restore();
    return pill.right();
}

}  // namespace namescape
