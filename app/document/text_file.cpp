#include "document/text_file.h"

#include "support/file.h"
#include "support/text_check.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace namescape {

namespace {

// A sentence about a file from core's words, which are to be set after its name.
Failure about(const QString& path, const std::string& reason) {
    const QString sentence = QCoreApplication::translate("TextFile", "%1 %2.");
    return {sentence.arg(QDir::toNativeSeparators(path), QString::fromStdString(reason)).toStdString()};
}

// Characters that a QTextDocument takes for ends of paragraphs: it would give them back as "\n".
qsizetype indexOfUnkeepableCharacter(const QString& text) {
    const auto isUnkeepable = [](QChar unit) { return unit.unicode() == 0x2029 || unit.unicode() == 0xfdd0 || unit.unicode() == 0xfdd1; };
    const auto found = std::find_if(text.begin(), text.end(), isUnkeepable);
    return found == text.end() ? -1 : found - text.begin();
}

struct LineEndingCounts {
    qsizetype lf = 0;
    qsizetype crLf = 0;
    qsizetype cr = 0;

    LineEnding mostFrequent() const {
        if (crLf > lf && crLf >= cr) return LineEnding::CrLf;
        return cr > lf ? LineEnding::Cr : LineEnding::Lf;
    }
    bool areMixed() const { return (lf > 0) + (crLf > 0) + (cr > 0) > 1; }
};

LineEndingCounts countLineEndings(const QString& text) {
    const qsizetype newlines = text.count(u'\n');
    const qsizetype returns = text.count(u'\r');
    const qsizetype both = returns == 0 ? 0 : text.count(QLatin1String("\r\n"));
    return {newlines - both, both, returns - both};
}

const char* bytesOf(LineEnding ending) {
    switch (ending) {
    case LineEnding::Lf: return "\n";
    case LineEnding::CrLf: return "\r\n";
    case LineEnding::Cr: return "\r";
    }
    return "\n";
}

}  // namespace

Result<TextFile> readTextFile(const QString& path) {
    const QFileInfo info(path);
    // A pipe or a device could keep the window waiting for ever.
    if (info.exists() && !info.isFile()) return about(path, info.isDir() ? "is a folder, not a program" : "is not a regular file");
    const Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString(), longestProgram);
    if (!bytes) return about(path, bytes.error());
    Result<TextFile> file = decodeText(QByteArray::fromRawData(bytes->data(), static_cast<qsizetype>(bytes->size())));
    if (!file) return about(path, file.error());
    return file;
}

Result<TextFile> decodeText(const QByteArray& bytes) {
    if (auto reason = whyNotText({bytes.constData(), static_cast<std::size_t>(bytes.size())})) return *reason;
    TextFile file;
    file.format.hasByteOrderMark = bytes.startsWith("\xef\xbb\xbf");
    file.text = QString::fromUtf8(file.format.hasByteOrderMark ? bytes.sliced(3) : bytes);
    if (const qsizetype index = indexOfUnkeepableCharacter(file.text); index >= 0) {
        const QString code = QString::number(file.text[index].unicode(), 16).toUpper();
        return Failure{"has the character U+" + code.toStdString() + ", which the editor cannot keep: remove it"};
    }
    const LineEndingCounts counts = countLineEndings(file.text);
    file.format.lineEnding = counts.mostFrequent();
    file.hadMixedLineEndings = counts.areMixed();
    if (counts.crLf + counts.cr > 0) {
        file.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        file.text.replace(u'\r', u'\n');
    }
    return file;
}

QByteArray encodeText(const QString& text, TextFormat format) {
    QByteArray bytes = text.toUtf8();
    if (format.lineEnding != LineEnding::Lf) bytes.replace("\n", bytesOf(format.lineEnding));
    if (format.hasByteOrderMark) bytes.prepend("\xef\xbb\xbf");
    return bytes;
}

std::optional<Failure> writeTextFile(const QString& path, const QString& text, TextFormat format) {
    const QByteArray bytes = encodeText(text, format);
    const auto reason = writeFileWhole(QFile::encodeName(path).toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return reason ? std::optional(about(path, reason->message)) : std::nullopt;
}

}  // namespace namescape
