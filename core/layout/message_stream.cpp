#include "layout/message_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>

#include <poll.h>
#include <sys/socket.h>

namespace namescape {

namespace {

// Until the socket can be read or written.
Transfer wait(int socket, short what, Deadline deadline) {
    using namespace std::chrono;
    for (;;) {
        int patience = -1;
        if (deadline != kNoDeadline) {
            const auto left = duration_cast<milliseconds>(deadline - steady_clock::now()).count();
            if (left <= 0) return Transfer::TooLate;
            patience = static_cast<int>(std::min<long long>(left, 60'000));
        }
        pollfd polled{socket, what, 0};
        const int ready = ::poll(&polled, 1, patience);
        if (ready > 0) return Transfer::Done;
        if (ready < 0 && errno != EINTR) return Transfer::Ended;
    }
}

// Moves all of `bytes` by steps of `step`, which returns as send() and recv() do.
template <typename Byte, typename Step>
Transfer moveAll(int socket, std::span<Byte> bytes, short what, Deadline deadline, Step step) {
    while (!bytes.empty()) {
        const Transfer waited = wait(socket, what, deadline);
        if (waited != Transfer::Done) return waited;
        const ssize_t moved = step(bytes);
        if (moved < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (moved <= 0) return Transfer::Ended;
        bytes = bytes.subspan(static_cast<std::size_t>(moved));
    }
    return Transfer::Done;
}

Transfer receiveAll(int socket, std::span<std::byte> bytes, Deadline deadline) {
    return moveAll(socket, bytes, POLLIN, deadline, [&](std::span<std::byte> rest) { return ::recv(socket, rest.data(), rest.size(), MSG_DONTWAIT); });
}

}  // namespace

Transfer send(int socket, const Bytes& message, Deadline deadline) {
    // A worker that is gone must not take us along by a signal.
    return moveAll(socket, std::span(message), POLLOUT, deadline, [&](std::span<const std::byte> rest) { return ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT); });
}

Transfer receive(int socket, Bytes& message, Deadline deadline) {
    std::uint32_t length = 0;
    const Transfer begun = receiveAll(socket, std::as_writable_bytes(std::span(&length, 1)), deadline);
    if (begun != Transfer::Done) return begun;
    if (length > kLongestMessage) return Transfer::Ended;
    message.resize(length);
    return receiveAll(socket, message, deadline);
}

}  // namespace namescape
