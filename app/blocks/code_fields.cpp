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

// Calls that have blocks of their own in the palette: one would take another block.
bool isOwnBlock(const QString& called) {
    static const QSet<QString> names{"name_scope", "variable_scope", "get_variable", "Variable", "placeholder", "constant", "device", "control_dependencies"};
    return names.contains(called.section(u'.', -1));
}

// The name of an argument is followed by its value, and stays.
bool isWritten(const QString& line, const QRegularExpressionMatch& word) {
    if (isKeyword(word.captured())) return false;
    static const QRegularExpression behind(QStringLiteral(R"(\s*(\(|=(?!=))?)"));
    const QString sign = behind.match(line, word.capturedEnd(), QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption).captured(1);
    return sign.isEmpty() || (sign == QLatin1String("(") ? !isOwnBlock(word.captured()) : word.capturedStart() == 0);
}

}  // namespace

std::vector<CodeField> fieldsOf(const QString& line) {
    static const QRegularExpression parts(QStringLiteral(R"((['"])((?:\\.|(?!\1).)*)\1|\[[^\[\]]*\]|\d[\w.]*|[^\W\d][\w.]*)"), QRegularExpression::UseUnicodePropertiesOption);
    std::vector<CodeField> fields;
    for (auto matches = parts.globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch part = matches.next();
        const int group = part.hasCaptured(1) ? 2 : 0;
        if (group == 0 && !isWritten(line, part)) continue;
        CodeField field{static_cast<int>(part.capturedStart(group)), static_cast<int>(part.capturedLength(group))};
        const bool isCalled = group == 0 && line.mid(field.begin + field.length).startsWith(u'(');
        // Of tf.add, the module stays.
        if (const auto module = isCalled ? static_cast<int>(part.captured().lastIndexOf(u'.')) + 1 : 0; module > 0) field = {field.begin + module, field.length - module};
        fields.push_back(field);
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
