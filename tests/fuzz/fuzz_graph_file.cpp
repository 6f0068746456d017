// Any bytes are read as a graph file, and what comes of them is looked at, drawn, and written as data and as text.
#include "pipeline/export.h"
#include "pipeline/pipeline.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace namescape;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!isGraphFile(recognizeFile(bytes).kind)) return 0;
    Request request;
    request.graphFile = FileBytes::of(bytes);
    request.graphFileOptions.limits = {1'000, 10'000};
    request.view.open.rule = OpenScopes::Rule::All;
    static Caches caches;  // layouts that are reused are part of what is tried
    const auto snapshot = build(std::move(request), caches);
    const Graph& graph = snapshot->graph();
    for (std::uint32_t i = 0; i < graph.operationCount(); ++i) (void)graph.attributes({i});
    for (const ExportFormat format : {ExportFormat::Svg, ExportFormat::Dot, ExportFormat::Json, ExportFormat::GraphDef, ExportFormat::GraphDefText})
        (void)exportSnapshot(*snapshot, format);
    for (const GraphEntry& entry : snapshot->graphFile->graphs) (void)readGraphFile(FileBytes::of(bytes), {entry.name, {1'000, 10'000}});
    return 0;
}
