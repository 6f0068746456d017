#include "graph_file/shortened_files.h"

#include <cerrno>
#include <csignal>
#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace namescape {

namespace {

// Puts a page of zeros where there is no longer one of the file. Calls nothing that a signal may not, and needs to know nothing.
extern "C" void putPage(int signal, siginfo_t* info, void*) {
    const int formerError = errno;
    const auto pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    void* const page = reinterpret_cast<void*>(reinterpret_cast<std::uintptr_t>(info->si_addr) & ~(pageSize - 1));
    const bool isMissing = info->si_code == BUS_ADRERR;
    if (!isMissing || ::mmap(page, pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
        std::signal(signal, SIG_DFL);  // the same access again ends the process
    errno = formerError;
}

}  // namespace

void surviveShortenedFiles() {
    struct sigaction action {};
    action.sa_sigaction = putPage;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, nullptr);
}

}  // namespace namescape
