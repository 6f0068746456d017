// The checksum that TensorFlow's files have beside their data.
#pragma once

#include <cstdint>
#include <string_view>

namespace namescape {

// CRC-32C, masked as in TensorFlow 1.15, core/lib/hash/crc32c.h, so that checksums of checksums are sound.
std::uint32_t maskedCrc32c(std::string_view bytes);

}  // namespace namescape
