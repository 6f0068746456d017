// Reads files with a clear reason where that fails, and writes them whole or not at all.
#pragma once

#include "support/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace namescape {

// The bytes of the file at `path`, or of standard input where it is "-". What is longer than `limit` bytes is read
// no further than one byte beyond it. A failure's message is to be set after the file's name: "cannot be read: …".
Result<std::string> readFile(const std::string& path, std::size_t limit);

// Puts `bytes` into the file at `path`: first into a new file beside it, which then takes its name, so that nobody
// ever sees a part of them and a failure leaves what was there. Follows links and keeps permissions; what is no
// regular file (a pipe, a device) is written as it stands. Nothing where that worked, else the reason, as above.
std::optional<Failure> writeFileWhole(const std::string& path, std::string_view bytes);

}  // namespace namescape
