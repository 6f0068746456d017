// From a diagram to a drawing: every scope laid out by itself and composed from the inside out.
#pragma once

#include "layout/drawing.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace namescape {

class LayoutEngine;

// Layouts of single scopes, kept across edits; the least recently used go first. Made by the caller and handed to every layOut()
// of one document. Not thread-safe, and Graphviz isn't either: all layout in a process must run on one thread at a time.
class LayoutCache {
public:
    static constexpr std::size_t kBytes = 64u << 20;

    explicit LayoutCache(std::size_t maxBytes = kBytes);
    // With Graphviz behind another engine (WorkerEngine), which several caches may share.
    LayoutCache(std::size_t maxBytes, std::shared_ptr<LayoutEngine> graphviz);
    ~LayoutCache();
    LayoutCache(LayoutCache&&) noexcept;
    LayoutCache& operator=(LayoutCache&&) noexcept;

    std::uint64_t hitCount() const;
    std::uint64_t missCount() const;
    std::size_t bytes() const;
    void clear();

private:
    friend class ScopeLayouts;
    struct Data;
    std::unique_ptr<Data> m_data;
};

// Depends on the diagram alone, never on what the cache holds. When stopped, the drawing is incomplete: throw it away.
Drawing layOut(const Diagram& diagram, LayoutCache& cache, std::stop_token stop = {});

}  // namespace namescape
