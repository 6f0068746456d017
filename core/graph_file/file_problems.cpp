#include "graph_file/file_problems.h"

#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t kMostQuoted = 4096;  // of a line, on both sides

FileProblem problemInText(std::string_view text, Severity severity, std::size_t offset, std::string message) {
    offset = std::min(offset, text.size());
    const std::size_t lineBegin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
    const auto at = text.begin() + static_cast<std::ptrdiff_t>(offset);
    const auto number = 1 + std::count(text.begin(), at, '\n');
    const auto column = 1 + std::count_if(text.begin() + static_cast<std::ptrdiff_t>(lineBegin), at, [](char c) { return !continuesCodePoint(c); });
    const std::size_t begin = std::max(lineBegin, offset - std::min(offset, kMostQuoted));
    const std::size_t end = std::min({text.find_first_of("\r\n", offset), text.size(), offset + kMostQuoted});
    return {severity, fmt::format("{}:{}", number, column), std::move(message), std::string(text.substr(begin, end - begin)), static_cast<std::uint32_t>(offset - begin)};
}

}  // namespace

void FileProblems::setSource(std::string_view source, SourceForm form, std::vector<SourceMark> marks) {
    m_source = source;
    m_form = form;
    m_hasSource = true;
    m_marks = std::move(marks);
}

std::uint64_t FileProblems::sourceOffset(std::uint64_t made) const {
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), made, [](std::uint64_t at, const SourceMark& mark) { return at < mark.made; });
    return after == m_marks.begin() ? 0 : std::prev(after)->source;
}

void FileProblems::add(Severity severity, std::uint64_t offset, std::string message) {
    addAtSource(severity, m_hasSource ? sourceOffset(offset) : offset, std::move(message));
}

void FileProblems::addAtSource(Severity severity, std::uint64_t offset, std::string message) {
    if (m_form == SourceForm::Text) m_problems.push_back(problemInText(m_source, severity, static_cast<std::size_t>(offset), std::move(message)));
    else m_problems.push_back({severity, std::to_string(offset), std::move(message), {}, 0});
}

bool FileProblems::hasError() const {
    return std::any_of(m_problems.begin(), m_problems.end(), [](const FileProblem& each) { return each.severity == Severity::Error; });
}

std::vector<FileProblem> FileProblems::take() {
    std::stable_partition(m_problems.begin(), m_problems.end(), [](const FileProblem& each) { return each.severity == Severity::Error; });
    return std::move(m_problems);
}

}  // namespace namescape
