// What a file is, by its content: names lie.
#pragma once

#include "support/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace namescape {

enum class FileKind : std::uint8_t {
    Program,        // or at least some text
    GraphDef,
    GraphDefText,
    MetaGraph,
    MetaGraphText,
    SavedModel,
    SavedModelText,
    EventFile,      // records for TensorBoard, which may hold graphs
    Checkpoint,     // of version 1, or the index of one of version 2
    Onnx,
    ModelExplorer,  // JSON
    Other,          // nothing that can be shown
};

struct RecognizedFile {
    FileKind kind = FileKind::Program;
    // What it is, to be set after its name: "a PNG image". Of Other: why it can't be shown, or "no file of a known kind".
    std::string description;
};

RecognizedFile recognizeFile(std::string_view bytes);
// Of the file at `path`, by its beginning and its end alone, so that it takes no longer for a large one. A failure's message is to be set after the
// file's name.
Result<RecognizedFile> recognizeFileAt(const std::string& path);

inline bool isGraphFile(FileKind kind) {
    return kind != FileKind::Program && kind != FileKind::Other;
}

}  // namespace namescape
