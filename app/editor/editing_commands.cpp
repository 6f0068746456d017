#include "editor/editing_commands.h"

#include "syntax/lexer.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <vector>

namespace namescape {

namespace {

qsizetype leadingSpace(const QString& line) {
    const auto end = std::find_if(line.begin(), line.end(), [](QChar unit) { return unit != u' ' && unit != u'\t'; });
    return end - line.begin();
}

// The column that leading white space reaches, tabs going to the next multiple of 8 as in Python.
int columnOf(QStringView space) {
    int column = 0;
    for (const QChar unit : space) column = unit == u'\t' ? (column / 8 + 1) * 8 : column + 1;
    return column;
}

QString spaces(int count) {
    return QString(std::max(count, 0), u' ');
}

struct Lines {
    QTextBlock first;
    QTextBlock last;
};

// A selection that ends at the beginning of a line doesn't mean that line.
Lines selectedLines(const QTextCursor& cursor) {
    const QTextDocument* document = cursor.document();
    const QTextBlock first = document->findBlock(cursor.selectionStart());
    QTextBlock last = document->findBlock(cursor.selectionEnd());
    if (last != first && cursor.selectionEnd() == last.position()) last = last.previous();
    return {first, last};
}

template <typename Change>
void changeLines(QTextCursor& cursor, const Change& change) {
    const Lines lines = selectedLines(cursor);
    cursor.beginEditBlock();
    for (QTextBlock block = lines.first; block.isValid(); block = block.next()) {
        change(block);
        if (block == lines.last) break;
    }
    cursor.endEditBlock();
}

void replace(const QTextBlock& block, qsizetype begin, qsizetype length, const QString& text) {
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + static_cast<int>(begin));
    cursor.setPosition(block.position() + static_cast<int>(begin + length), QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

std::vector<Token> tokensOf(const QTextBlock& block, const QString& text) {
    LineState state = static_cast<LineState>(std::max(block.previous().userState(), 0));
    std::vector<Token> tokens = tokenize(text.toStdString(), state);
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::Comment || token.isMissing; });
    return tokens;
}

int indentBehind(const QTextBlock& block, const QString& beforeCursor) {
    const int column = columnOf(beforeCursor.left(leadingSpace(beforeCursor)));
    const std::vector<Token> tokens = tokensOf(block, beforeCursor);
    if (tokens.empty()) return column;
    const TokenKind last = tokens.back().kind;
    if (last == TokenKind::Colon || isOpeningBracket(last)) return column + indentWidth;
    switch (tokens.front().kind) {
    case TokenKind::Return:
    case TokenKind::Pass:
    case TokenKind::Break:
    case TokenKind::Continue:
    case TokenKind::Raise: return std::max(0, (column - 1) / indentWidth * indentWidth);
    default: return column;
    }
}

bool isBlank(const QTextBlock& block) {
    return leadingSpace(block.text()) == block.text().size();
}

}  // namespace

void insertNewLine(QTextCursor cursor) {
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const QString space = before.left(leadingSpace(before));
    const int column = indentBehind(cursor.block(), before);
    cursor.insertBlock();
    // Where nothing changes, tabs stay tabs.
    cursor.insertText(column == columnOf(space) ? space : spaces(column));
    const QString rest = cursor.block().text().mid(cursor.positionInBlock());
    replace(cursor.block(), cursor.positionInBlock(), leadingSpace(rest), {});
    cursor.endEditBlock();
}

void indent(QTextCursor cursor) {
    const Lines lines = selectedLines(cursor);
    if (lines.first == lines.last) {
        cursor.insertText(spaces(indentWidth - cursor.positionInBlock() % indentWidth));
        return;
    }
    changeLines(cursor, [](const QTextBlock& block) {
        if (!isBlank(block)) replace(block, 0, 0, spaces(indentWidth));
    });
}

void unindent(QTextCursor cursor) {
    changeLines(cursor, [](const QTextBlock& block) {
        const QString line = block.text();
        const qsizetype space = leadingSpace(line);
        const int column = columnOf(QStringView(line).left(space));
        if (column > 0) replace(block, 0, space, spaces((column - 1) / indentWidth * indentWidth));
    });
}

bool deleteIndentBackwards(QTextCursor cursor) {
    const QString line = cursor.block().text();
    const int column = cursor.positionInBlock();
    if (cursor.hasSelection() || column == 0 || leadingSpace(line) < column || line.left(column).contains(u'\t')) return false;
    cursor.setPosition(cursor.block().position() + (column - 1) / indentWidth * indentWidth, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    return true;
}

void toggleComment(QTextCursor cursor) {
    bool areAllComments = true;
    qsizetype least = -1;
    changeLines(cursor, [&](const QTextBlock& block) {
        if (isBlank(block)) return;
        const QString line = block.text();
        const qsizetype space = leadingSpace(line);
        areAllComments = areAllComments && line[space] == u'#';
        least = least < 0 ? space : std::min(least, space);
    });
    if (least < 0) return;
    changeLines(cursor, [&](const QTextBlock& block) {
        if (isBlank(block)) return;
        const QString line = block.text();
        const qsizetype space = leadingSpace(line);
        if (areAllComments)
            replace(block, space, line.mid(space).startsWith(QLatin1String("# ")) ? 2 : 1, {});
        else
            replace(block, least, 0, QStringLiteral("# "));
    });
}

QTextCursor moveLines(QTextCursor cursor, LineMove where) {
    const Lines lines = selectedLines(cursor);
    const QTextBlock neighbour = where == LineMove::Up ? lines.first.previous() : lines.last.next();
    if (!neighbour.isValid()) return cursor;
    const int first = where == LineMove::Up ? neighbour.position() : lines.first.position();
    const QTextBlock end = where == LineMove::Up ? lines.last : neighbour;
    const int begin = lines.first.position();
    const int length = lines.last.position() + lines.last.length() - 1 - begin;

    QTextCursor edit(cursor.document());
    edit.setPosition(begin);
    edit.setPosition(begin + length, QTextCursor::KeepAnchor);
    const QString moving = edit.selectedText();
    const QString staying = neighbour.text();
    const QString both = where == LineMove::Up ? moving + QChar::ParagraphSeparator + staying : staying + QChar::ParagraphSeparator + moving;
    const int movedBegin = where == LineMove::Up ? first : first + static_cast<int>(staying.size()) + 1;
    const int anchor = cursor.anchor() - begin;
    const int position = cursor.position() - begin;

    edit.setPosition(first);
    edit.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
    edit.insertText(both);
    const int last = edit.position();
    cursor.setPosition(std::min(movedBegin + anchor, last));
    cursor.setPosition(std::min(movedBegin + position, last), QTextCursor::KeepAnchor);
    return cursor;
}

void duplicateLines(QTextCursor cursor) {
    const Lines lines = selectedLines(cursor);
    QTextCursor edit(lines.first);
    edit.setPosition(lines.last.position() + lines.last.length() - 1, QTextCursor::KeepAnchor);
    const QString text = edit.selectedText();
    edit.setPosition(lines.last.position() + lines.last.length() - 1);
    edit.insertText(QChar::ParagraphSeparator + text);
}

int smartLineStart(const QTextCursor& cursor) {
    const QTextBlock block = cursor.block();
    const int letter = block.position() + static_cast<int>(leadingSpace(block.text()));
    return cursor.position() == letter ? block.position() : letter;
}

}  // namespace namescape
