// What is wrong with a file, gathered while it is read, each with its place in the file as it stands there.
#pragma once

#include "support/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// What is wrong with a file, and where.
struct FileProblem {
    Severity severity = Severity::Error;
    std::string place;    // "12:3" (line and column, from 1) in a text, "1234" (offset in bytes) in data; empty where it is the whole file
    std::string message;  // lower-case phrase without a period
    std::string line;     // of a text: the line, or a piece of it where it is long
    std::uint32_t caret = 0;  // offset in `line` of what is wrong

    bool operator==(const FileProblem&) const = default;
};

// Where a part of data begins that was made of a file, and where in the file is what it was made of: byte offsets.
struct SourceMark {
    std::uint64_t made = 0, source = 0;
};

enum class SourceForm : std::uint8_t { Data, Text };

class FileProblems {
public:
    // What is read from now on was made of `source`, which must stay in sight. The marks are in order of `made`.
    void setSource(std::string_view source, SourceForm form, std::vector<SourceMark> marks = {});

    // At an offset of what is read.
    void add(Severity severity, std::uint64_t offset, std::string message);
    // At an offset of what that was made of.
    void addAtSource(Severity severity, std::uint64_t offset, std::string message);
    // Of the file as a whole.
    void add(Severity severity, std::string message) { m_problems.push_back({severity, {}, std::move(message), {}, 0}); }

    bool hasError() const;
    // Errors first.
    std::vector<FileProblem> take();

private:
    std::uint64_t sourceOffset(std::uint64_t made) const;

    std::vector<FileProblem> m_problems;
    std::string_view m_source;
    SourceForm m_form = SourceForm::Data;
    bool m_hasSource = false;  // else what is read is the file itself
    std::vector<SourceMark> m_marks;
};

}  // namespace namescape
