#include "inspector/attribute_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <type_traits>

namespace namescape {

namespace {

struct AttributeWords {
    Q_DECLARE_TR_FUNCTIONS(AttributeWords)
};

constexpr std::size_t maxItems = 8;
constexpr std::size_t maxCharacters = 160;

QString itemText(std::int64_t number) { return QString::number(number); }
QString itemText(double number) { return QString::number(number, 'g', 7); }
QString itemText(bool truth) { return truth ? QStringLiteral("True") : QStringLiteral("False"); }
QString itemText(DataType type) { return QString::fromStdString(type.name()); }
QString itemText(const Shape& shape) { return QString::fromStdString(shape.text()); }
QString itemText(const std::complex<double>& number) { return QStringLiteral("%1%2%3j").arg(itemText(number.real()), number.imag() < 0 ? QString() : QStringLiteral("+"), itemText(number.imag())); }

// Bytes that are no text are told by their number.
QString itemText(const std::string& text) {
    const std::string_view start = std::string_view(text).substr(0, maxCharacters);
    const bool isText = std::none_of(start.begin(), start.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
    const QString size = QLocale().toString(static_cast<qulonglong>(text.size()));
    if (!isText) return AttributeWords::tr("%1 bytes").arg(size);
    QString words = QString::fromUtf8(start.data(), static_cast<qsizetype>(start.size())).simplified();
    if (text.size() > maxCharacters) return AttributeWords::tr("\"%1…\" (%2 bytes)").arg(words, size);
    return QStringLiteral("\"%1\"").arg(words);
}

template <typename Item>
QString listText(const std::vector<Item>& items, std::size_t count) {
    QStringList words;
    for (std::size_t at = 0; at < std::min(items.size(), maxItems); ++at) words.append(itemText(items[at]));
    if (count > maxItems) words.append(AttributeWords::tr("… (%1 in all)").arg(QLocale().toString(static_cast<qulonglong>(count))));
    return words.join(QStringLiteral(", "));
}

QString constantText(const ConstantValue& constant) {
    const QString type = QStringLiteral("%1 %2").arg(itemText(constant.type), itemText(constant.shape));
    const auto count = constant.shape.elementCount();
    const QString items = std::visit([&](const auto& elements) {
        const auto all = count && *count > 0 ? static_cast<std::size_t>(*count) : elements.size();
        if (elements.size() == 1 && all > 1) return AttributeWords::tr("%1 everywhere").arg(itemText(elements.front()));
        return listText(elements, all);
    }, constant.elements);
    return items.isEmpty() ? type : QStringLiteral("%1: %2").arg(type, items);
}

}  // namespace

QString attributeText(const AttributeValue& value) {
    return std::visit([](const auto& held) -> QString {
        using Held = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<Held, std::shared_ptr<const ConstantValue>>)
            return held ? constantText(*held) : QString();
        else if constexpr (std::is_same_v<Held, std::vector<std::string>>)
            return QStringLiteral("[%1]").arg(listText(held, held.size()));
        else if constexpr (std::is_same_v<Held, std::vector<std::int64_t>> || std::is_same_v<Held, std::vector<double>> || std::is_same_v<Held, std::vector<DataType>> || std::is_same_v<Held, std::vector<Shape>>)
            return QStringLiteral("[%1]").arg(listText(held, held.size()));
        else
            return itemText(held);
    }, value);
}

}  // namespace namescape
