// A program's snapshot without a picture, for tests of what is told about programs.
#pragma once

#include "pipeline/pipeline.h"

#include <memory>
#include <string>

namespace namescape::test {

inline std::shared_ptr<const Snapshot> evaluatedProgram(std::string text) {
    Request request;
    request.text = std::move(text);
    request.fileName = "program.py";
    request.lastStage = Stage::Evaluate;
    Caches caches;
    return build(std::move(request), caches);
}

}  // namespace namescape::test
