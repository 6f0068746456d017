// Any text is parsed and evaluated, and what came of it is told as JSON.
#include "fuzz/small_limits.h"
#include "pipeline/export.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namescape::Request request = namescape::requestOf(data, size);
    request.lastStage = namescape::Stage::Evaluate;
    namescape::Caches caches;
    (void)namescape::runJson(*namescape::build(std::move(request), caches));
    return 0;
}
