#include "support/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace namescape {

namespace {

namespace fs = std::filesystem;

constexpr int attemptsAtAName = 100;

// A file descriptor that is closed when its owner goes.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number > STDERR_FILENO) ::close(m_number);
    }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

    // Closes it now; false where what was written did not reach the disk.
    bool close() {
        const int number = m_number;
        m_number = -1;
        return ::close(number) == 0;
    }

private:
    int m_number;
};

Failure failure(const char* what) {
    return {std::string(what) + ": " + std::generic_category().message(errno)};
}

bool writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// A new file beside `path`, open for writing, and its name in `name`.
Descriptor newFileBeside(const std::string& path, std::string& name) {
    for (int attempt = 0; attempt < attemptsAtAName; ++attempt) {
        name = path + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        const int number = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (number >= 0 || errno != EEXIST) return Descriptor(number);
    }
    return Descriptor(-1);
}

std::optional<Failure> writeInPlace(const std::string& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen() || !writeAll(file.number(), bytes) || !file.close()) return failure("cannot be written");
    return std::nullopt;
}

std::optional<Failure> replaceFile(const std::string& path, std::string_view bytes, const struct stat* former) {
    std::string name;
    Descriptor file = newFileBeside(path, name);
    if (!file.isOpen()) return failure("cannot be written");
    const bool done = (!former || ::fchmod(file.number(), former->st_mode & 07777) == 0) &&
                      writeAll(file.number(), bytes) && ::fsync(file.number()) == 0 && file.close() &&
                      ::rename(name.c_str(), path.c_str()) == 0;
    if (done) return std::nullopt;
    const Failure reason = failure("cannot be written");
    ::unlink(name.c_str());
    return reason;
}

// Where a link leads, so that the file is replaced and not the link; `path` itself where it leads nowhere.
std::string withoutLinks(const std::string& path) {
    std::error_code error;
    const fs::path resolved = fs::canonical(path, error);
    return error ? path : resolved.string();
}

}  // namespace

Result<std::string> readFile(const std::string& path, std::size_t limit) {
    const Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) return failure("cannot be read");
    std::string bytes;
    std::size_t size = 0;
    while (size <= limit) {
        bytes.resize(std::min(limit + 1, size + std::max(size, std::size_t{1} << 16)));
        const ssize_t count = ::read(file.number(), bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure("cannot be read");
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    bytes.resize(size);
    return bytes;
}

std::optional<Failure> writeFileWhole(const std::string& path, std::string_view bytes) {
    const std::string target = withoutLinks(path);
    struct stat former {};
    const bool exists = ::stat(target.c_str(), &former) == 0;
    if (exists && S_ISDIR(former.st_mode)) return Failure{"cannot be written: it is a folder"};
    if (exists && !S_ISREG(former.st_mode)) return writeInPlace(target, bytes);
    return replaceFile(target, bytes, exists ? &former : nullptr);
}

}  // namespace namescape
