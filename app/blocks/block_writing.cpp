#include "blocks/block_writing.h"

#include "rewrite/block_lines.h"
#include "rewrite/disabled_code.h"
#include "rewrite/snippet.h"

#include <QStringList>

namespace namescape {

namespace {

QString withoutMark(const QString& line) {
    const QByteArray trimmed = line.trimmed().toUtf8();
    const SourceRange mark = commentMark(std::string_view(trimmed.constData(), static_cast<std::size_t>(trimmed.size())));
    return QString::fromUtf8(trimmed.mid(mark.end));
}

QString withMark(const QString& line) {
    return line.trimmed().isEmpty() ? QStringLiteral("#") : QStringLiteral("# ") + line;
}

// What ends with a colon needs something inside, which a block that has its colon and its body already has.
QStringList withBody(QStringList lines, bool hasBody, const QString& indent) {
    QString& last = lines.back();
    if (!last.endsWith(u':')) return lines;
    if (hasBody) {
        last.chop(1);
        return lines;
    }
    const bool isTry = lines == QStringList{QStringLiteral("try:")};
    lines += indent + QStringLiteral("pass");
    if (isTry) lines += {QStringLiteral("except Exception:"), indent + QStringLiteral("pass")};
    return lines;
}

}  // namespace

QString wordsOf(const ProgramBlocks& blocks, const ProgramBlock& block) {
    const std::string_view written = blocks.tree().text(block.header);
    QString words = QString::fromStdString(dedented(written, BlockLines(blocks).indentAt(block.header.begin)));
    words.remove(u'\r');
    if (block.kind != BlockKind::Comment) return words;
    QStringList lines = words.split(u'\n');
    for (QString& line : lines) line = withoutMark(line);
    return lines.join(u'\n');
}

std::string headerWith(const ProgramBlocks& blocks, const ProgramBlock& block, const QString& words) {
    QStringList lines = words.trimmed().split(u'\n');
    if (block.kind == BlockKind::Comment)
        for (QString& line : lines) line = withMark(line);
    else lines = withBody(lines, block.hasBody, QString::fromStdString(BlockLines(blocks).unit()));
    const QString end = QString::fromLatin1(std::string(lineEnd(blocks.text())).c_str());
    const std::string_view indent = BlockLines(blocks).indentAt(block.header.begin);
    return indented(lines.join(end).toStdString(), indent).substr(indent.size());
}

}  // namespace namescape
