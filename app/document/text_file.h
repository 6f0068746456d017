// Program files as a text to edit: byte order mark and line endings are told apart from the text, and put back on writing.
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace namescape {

enum class LineEnding { Lf, CrLf, Cr };

// How a text stands in its file.
struct TextFormat {
    LineEnding lineEnding = LineEnding::Lf;
    bool hasByteOrderMark = false;
    bool operator==(const TextFormat&) const = default;
};

struct TextFile {
    QString text;  // its lines end with "\n"
    TextFormat format;
    bool hadMixedLineEndings = false;  // then format.lineEnding is the most frequent one
    bool operator==(const TextFile&) const = default;
};

// Reads a UTF-8 text. Fails, saying why in a whole sentence, on what can't be read, is no regular file, is too large, or is no such text.
Result<TextFile> readTextFile(const QString& path);

// The same for what has been read already. A failure's message is to be set after the file's name.
Result<TextFile> decodeText(const QByteArray& bytes);

// The bytes of a text whose lines end with "\n", in the format.
QByteArray encodeText(const QString& text, TextFormat format);

// Puts the text into the file as a whole, or leaves the file as it was and returns why, in a whole sentence.
std::optional<Failure> writeTextFile(const QString& path, const QString& text, TextFormat format);

}  // namespace namescape
