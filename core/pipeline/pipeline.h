// From a program's text or a graph file and view options to a snapshot: the one way that command line, tests and window all go.
#pragma once

#include "diagram/diagram_cache.h"
#include "layout/layout.h"
#include "pipeline/snapshot.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

namespace namescape {

// How far to go. What comes later is empty in the snapshot.
enum class Stage : std::uint8_t { Evaluate, Diagram, Layout };

// What to build a snapshot of.
struct Request {
    std::uint64_t revision = 0;
    std::string text;
    std::string fileName;  // shown and told to the program; not read
    ViewOptions view;
    ParseLimits parseLimits;
    EvaluationLimits evaluationLimits;
    std::shared_ptr<const FileBytes> graphFile;  // to be read in place of the text, where it is not null
    GraphFileOptions graphFileOptions;
    Progress progress = {};  // of reading a graph file; called on the thread of build()
    Stage lastStage = Stage::Layout;
};

// What makes the next build quicker and never changes its result. One per document; for one thread at a time.
struct Caches {
    LayoutCache layout;
    DiagramCache diagram;
};

// Never fails: what is wrong is in the snapshot. Null when stopped.
std::shared_ptr<const Snapshot> build(Request request, Caches& caches, std::stop_token stop = {});

// The same program seen otherwise (a scope opened, another focus): only diagram and layout are made anew. Null when stopped.
std::shared_ptr<const Snapshot> rebuildView(const Snapshot& snapshot, const ViewOptions& view, Caches& caches, std::stop_token stop = {});

}  // namespace namescape
