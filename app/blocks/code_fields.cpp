#include "blocks/code_fields.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace namescape {

namespace {

bool isKeyword(const QString& word) {
    static const QSet<QString> words{"with", "as",     "for",    "in",     "if",   "elif", "else", "def", "class", "while", "try", "except", "finally",
                                     "not",  "and",    "or",     "is",     "return", "assert", "import", "from", "lambda", "pass", "del", "raise", "global"};
    return words.contains(word);
}

// What is called by its module's name stays what it is; and the name of an argument is followed by its value.
bool isWritten(const QString& line, const QRegularExpressionMatch& word) {
    if (isKeyword(word.captured())) return false;
    static const QRegularExpression behind(QStringLiteral(R"(\s*(\(|=(?!=))?)"));
    const QString sign = behind.match(line, word.capturedEnd(), QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption).captured(1);
    return sign.isEmpty() || (sign == QLatin1String("(") ? !word.captured().contains(u'.') : word.capturedStart() == 0);
}

}  // namespace

std::vector<CodeField> fieldsOf(const QString& line) {
    static const QRegularExpression parts(QStringLiteral(R"((['"])((?:\\.|(?!\1).)*)\1|\[[^\[\]]*\]|\d[\w.]*|[^\W\d][\w.]*)"), QRegularExpression::UseUnicodePropertiesOption);
    std::vector<CodeField> fields;
    for (auto matches = parts.globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch part = matches.next();
        const int group = part.hasCaptured(1) ? 2 : 0;
        if (group == 0 && !isWritten(line, part)) continue;
        fields.push_back({static_cast<int>(part.capturedStart(group)), static_cast<int>(part.capturedLength(group))});
    }
    return fields;
}

CodeField fieldBeside(const std::vector<CodeField>& fields, int from, int step) {
    if (fields.empty()) return {};
    const auto isBehind = [from](const CodeField& field) { return field.begin > from; };
    if (step > 0) {
        const auto next = std::find_if(fields.begin(), fields.end(), isBehind);
        return next == fields.end() ? fields.front() : *next;
    }
    const auto before = std::find_if(fields.rbegin(), fields.rend(), [from](const CodeField& field) { return field.begin < from; });
    return before == fields.rend() ? fields.back() : *before;
}

}  // namespace namescape
