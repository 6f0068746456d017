// Messages over a socket: each its length and its bytes, within a time.
#pragma once

#include "layout/engine_messages.h"

#include <chrono>

namespace namescape {

using Deadline = std::chrono::steady_clock::time_point;
inline constexpr Deadline kNoDeadline = Deadline::max();

enum class Transfer { Done, TooLate, Ended };

// Sends all of a message that has its length in front.
Transfer send(int socket, const Bytes& message, Deadline deadline);
// Receives the bytes after the length. A length beyond kLongestMessage counts as the end.
Transfer receive(int socket, Bytes& message, Deadline deadline);

}  // namespace namescape
