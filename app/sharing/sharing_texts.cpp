#include "sharing/sharing_texts.h"

#include "appearance/counted.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

namespace namescape {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(namescape::Sharing)
};

QString withUnknown(const QString& known, const ParameterCount& count) {
    if (count.unknownCount == 0) return known;
    return count.known == 0 ? QStringLiteral("?") : known + QStringLiteral(" + ?");
}

// Three digits, and a letter that stands for the power of a thousand.
QString inThousands(std::uint64_t count) {
    constexpr std::array letters{"k", "M", "G", "T", "P", "E"};
    double rest = static_cast<double>(count);
    std::size_t power = 0;
    for (; rest >= 999.5 && power < letters.size(); ++power) rest /= 1000;
    if (power == 0) return QString::number(count);
    const int decimals = rest < 9.995 ? 2 : rest < 99.95 ? 1 : 0;
    return QStringLiteral("%1 %2").arg(QLocale().toString(rest, 'f', decimals), QLatin1String(letters[power - 1]));
}

QString parametersText(const QString& count) { return count == QLatin1String("1") ? Texts::tr("1 parameter") : Texts::tr("%1 parameters").arg(count); }

}  // namespace

QString countText(const ParameterCount& count) {
    if (count.isEmpty()) return {};
    if (count.known == ParameterCount::kMost) return withUnknown(QStringLiteral("> ") + inThousands(count.known), count);
    return withUnknown(QLocale().toString(static_cast<qulonglong>(count.known)), count);
}

QString shortCountText(const ParameterCount& count) {
    return withUnknown((count.known == ParameterCount::kMost ? QStringLiteral("> ") : QString()) + inThousands(count.known), count);
}

QString summaryOf(const Sharing& sharing) {
    if (sharing.variables.empty()) return {};
    const ScopeSharing& total = sharing.total();
    QStringList parts{counted(total.variableCount, Texts::tr("1 variable"), Texts::tr("%1 variables")), parametersText(shortCountText(total.total))};
    if (sharing.tellsTrainable && shortCountText(total.trainable) != shortCountText(total.total)) parts.back() += Texts::tr(", %1 trained").arg(shortCountText(total.trainable));
    if (total.sharedCount == 0) parts += Texts::tr("none shared");
    else parts += Texts::tr("%1 shared, %2 saved").arg(total.sharedCount).arg(shortCountText(total.saved));
    if (sharing.helperCount > 0)
        parts += Texts::tr("%1 of optimizers and averages").arg(counted(sharing.helperCount, Texts::tr("1 variable"), Texts::tr("%1 variables")));
    return parts.join(QStringLiteral("  ·  "));
}

}  // namespace namescape
