// The bytes of a file that may be as large as the memory: a large one is only mapped while somebody goes through it.
#pragma once

#include "support/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// Where something lies in a file.
struct FileRange {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

// All bytes of a file in sight, as long as this exists.
class FileView {
public:
    explicit FileView(std::string_view bytes, bool isMapping) : m_bytes(bytes), m_isMapping(isMapping) {}
    FileView(FileView&& other) noexcept;
    FileView& operator=(FileView&&) = delete;
    ~FileView();

    std::string_view bytes() const { return m_bytes; }

private:
    std::string_view m_bytes;
    bool m_isMapping;
};

// May be used by several threads at once.
class FileBytes {
public:
    // Of the file at `path`, or of standard input where it is "-". Its size is no matter, but it must be a regular file, or fit into
    // memory. A failure's message is to be set after the file's name: "cannot be read: …".
    static Result<std::shared_ptr<const FileBytes>> open(const std::string& path);
    static std::shared_ptr<const FileBytes> of(std::string bytes);
    // Of a file that could not be opened: whoever wants to see them is told why.
    static std::shared_ptr<const FileBytes> unreadable(std::string reason);

    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes();

    std::uint64_t size() const { return m_size; }
    // Fails where the file has been changed since it was opened. What somebody changes while it is in sight is seen to change, and ends the
    // process where the file is cut short (unless surviveShortenedFiles() was called): so nobody should keep one longer than for one walk
    // through it, and whoever trusts what was read asks hasChanged() then.
    Result<FileView> view() const;
    bool hasChanged() const;
    // A piece; nothing where the file has been changed since it was opened, or is no longer so long.
    std::optional<std::string> piece(std::uint64_t offset, std::size_t length) const;

private:
    struct Stamp {
        std::int64_t seconds = 0, nanoseconds = 0, size = 0;
        bool operator==(const Stamp&) const = default;
    };

    FileBytes() = default;
    static Stamp stampOf(int descriptor);

    std::optional<std::string> m_reason;  // why there are none
    std::string m_memory;  // all of it, where it is not large
    int m_descriptor = -1; // else
    Stamp m_stamp;
    std::uint64_t m_size = 0;
};

}  // namespace namescape
