// Colours of a program's words, from the lexer that the evaluator reads it with.
#pragma once

#include <QSyntaxHighlighter>
#include <QTextBlockUserData>
#include <QTextCharFormat>

#include <array>
#include <vector>

namespace namescape {

class Appearance;

// A bracket of a line that is neither in a string nor in a comment.
struct Bracket {
    int position;  // within the line, in UTF-16 units
    QChar sign;
};

// What the highlighter remembers of a line.
class LineBrackets : public QTextBlockUserData {
public:
    explicit LineBrackets(std::vector<Bracket> inOrder) : brackets(std::move(inOrder)) {}
    const std::vector<Bracket> brackets;
};

// Works line by line: a key costs the line that it changes, and those below only where a string over several lines begins or ends.
class Highlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    Highlighter(QTextDocument* document, const Appearance& appearance);

protected:
    void highlightBlock(const QString& line) override;

private:
    enum Style { Keyword, String, Number, Comment, Builtin, Definition, Operator, Broken, StyleCount };

    void readColors();

    const Appearance& m_appearance;
    std::array<QTextCharFormat, StyleCount> m_formats;
};

}  // namespace namescape
