// What any text makes is laid out and drawn with every scope open.
#include "fuzz/small_limits.h"
#include "pipeline/export.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namescape::Request request = namescape::requestOf(data, size);
    request.view.open.rule = namescape::OpenScopes::Rule::All;
    static namescape::Caches caches;  // layouts that are reused are part of what is tried
    const auto snapshot = namescape::build(std::move(request), caches);
    (void)namescape::exportSnapshot(*snapshot, namescape::ExportFormat::Svg, {});
    (void)namescape::exportSnapshot(*snapshot, namescape::ExportFormat::Dot, {});
    return 0;
}
