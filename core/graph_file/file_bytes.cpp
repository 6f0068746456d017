#include "graph_file/file_bytes.h"

#include "support/file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace namescape {

namespace {

// Below this, reading costs a few milliseconds, and nobody can change what has been read.
constexpr std::int64_t kMostInMemory = std::int64_t{48} << 20;
constexpr std::size_t kMostFromPipe = std::size_t{512} << 20;

Failure failure(const char* what) {
    return {std::string(what) + ": " + std::generic_category().message(errno)};
}

}  // namespace

FileView::FileView(FileView&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})), m_isMapping(std::exchange(other.m_isMapping, false)) {}

FileView::~FileView() {
    if (m_isMapping) ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

FileBytes::Stamp FileBytes::stampOf(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return {};
    return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size};
}

std::shared_ptr<const FileBytes> FileBytes::of(std::string bytes) {
    const std::shared_ptr<FileBytes> file(new FileBytes);
    file->m_memory = std::move(bytes);
    file->m_size = file->m_memory.size();
    return file;
}

std::shared_ptr<const FileBytes> FileBytes::unreadable(std::string reason) {
    const std::shared_ptr<FileBytes> file(new FileBytes);
    file->m_reason = std::move(reason);
    return file;
}

Result<std::shared_ptr<const FileBytes>> FileBytes::open(const std::string& path) {
    struct stat status {};
    const bool isLarge = path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_size > kMostInMemory;
    if (!isLarge) {
        auto bytes = readFile(path, kMostFromPipe);
        if (!bytes) return Failure{bytes.error()};
        if (bytes->size() > kMostFromPipe) return Failure{"is longer than 512 MB, and no regular file: write it into one first"};
        return of(std::move(*bytes));
    }
    const std::shared_ptr<FileBytes> file(new FileBytes);
    file->m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file->m_descriptor < 0) return failure("cannot be read");
    file->m_stamp = stampOf(file->m_descriptor);
    file->m_size = static_cast<std::uint64_t>(file->m_stamp.size);
    return std::shared_ptr<const FileBytes>(file);
}

FileBytes::~FileBytes() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<FileView> FileBytes::view() const {
    if (m_reason) return Failure{*m_reason};
    if (m_descriptor < 0) return FileView(m_memory, false);
    if (hasChanged()) return Failure{"has been changed while it was read: open it again"};
    void* const mapped = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, m_descriptor, 0);
    if (mapped == MAP_FAILED) return failure("cannot be read");
    ::madvise(mapped, m_size, MADV_SEQUENTIAL);
    return FileView({static_cast<const char*>(mapped), m_size}, true);
}

bool FileBytes::hasChanged() const {
    return m_descriptor >= 0 && stampOf(m_descriptor) != m_stamp;
}

std::optional<std::string> FileBytes::piece(std::uint64_t offset, std::size_t length) const {
    if (offset > m_size || length > m_size - offset) return std::nullopt;
    if (m_descriptor < 0) return m_memory.substr(offset, length);
    if (hasChanged()) return std::nullopt;
    std::string bytes(length, '\0');
    for (std::size_t done = 0; done < length;) {
        const ssize_t count = ::pread(m_descriptor, bytes.data() + done, length - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return std::nullopt;
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

}  // namespace namescape
