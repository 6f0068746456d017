// namescape-layout: lays out scopes for another program, which may kill it at any time.
#include "layout/worker_engine.h"

#include <cstdio>

#include <sys/socket.h>
#include <unistd.h>

int main() {
    sockaddr address{};
    socklen_t size = sizeof(address);
    if (::getsockname(STDIN_FILENO, &address, &size) != 0) {
        std::fputs("namescape-layout: is started by namescape-gui, to lay out scopes for it\n", stderr);
        return 2;
    }
    return namescape::serveLayouts(STDIN_FILENO);
}
