#include "pipeline/code_places.h"
#include "pipeline/scope_stacks.h"

#include <algorithm>
#include <optional>

namespace namescape {

namespace {

class RunFinder {
public:
    explicit RunFinder(const Snapshot& snapshot) : m_evaluation(*snapshot.evaluation), m_places(*snapshot.tree) {}

    std::vector<PlaceRun> atCursor(std::uint32_t offset) const {
        const CodeAround around = m_places.aroundCursor(offset);
        if (!around.function && isBehindTheError(offset)) return {};
        return runs(around, std::nullopt);
    }

    std::vector<PlaceRun> atCode(OriginId origin) const {
        const CodeOrigin& code = m_evaluation.origins[origin];
        return runs(m_places.aroundCode(code.range.begin), code.caller);
    }

    bool isWithin(BlockRunId inner, BlockRunId outer) const {
        while (inner.isValid() && !(inner == outer)) inner = m_evaluation.around(inner);
        return inner == outer;
    }

private:
    // What stands behind the code that ended the program has not run, unless it is in a loop with it.
    bool isBehindTheError(std::uint32_t offset) const {
        if (!m_evaluation.error) return false;
        const SourceRange range = m_evaluation.error->range;
        return range.begin < range.end && offset > range.end && !m_places.isInOneLoop(offset, range.begin);
    }

    // `caller`: the call that it must have run in; nothing: any.
    std::vector<PlaceRun> runs(const CodeAround& around, std::optional<OriginId> caller) const {
        if (around.with) return runsOf(*around.with, caller);
        std::vector<OriginId> callers;
        if (caller) callers = {*caller};
        else if (around.function) callers = callersOf(*around.function);
        else callers = {0};
        std::vector<PlaceRun> found;
        for (const OriginId each : callers) {
            if (each == 0) found.push_back({});
            else
                for (const PlaceRun& outer : atCode(each)) found.push_back({outer.within, each});
            if (found.size() >= StackPlace::kMaxRuns) break;
        }
        return found;
    }

    std::vector<PlaceRun> runsOf(const WithItem& item, std::optional<OriginId> caller) const {
        const auto block = std::ranges::find(m_evaluation.blocks, item.range, &ScopeBlock::range);
        std::vector<PlaceRun> found;
        if (block == m_evaluation.blocks.end()) return found;
        const auto number = static_cast<std::uint32_t>(block - m_evaluation.blocks.begin());
        for (std::uint32_t run = 0; run < block->runs.size(); ++run)
            if (!caller || block->runs[run].caller == *caller) found.push_back({{number, run}, block->runs[run].caller});
        return found;
    }

    // From which calls code of the function is known to have run.
    std::vector<OriginId> callersOf(const FunctionStatement& function) const {
        std::vector<OriginId> callers;
        for (const CodeOrigin& origin : m_evaluation.origins)
            if (origin.caller != 0 && m_places.isOwnCode(function, origin.range)) callers.push_back(origin.caller);
        std::ranges::sort(callers);
        callers.erase(std::unique(callers.begin(), callers.end()), callers.end());
        return callers;
    }

    const Evaluation& m_evaluation;
    CodePlaces m_places;
};

// The innermost block of the program's or a library's whose name scope the operation was made in.
BlockRunId openedFor(const Snapshot& snapshot, OperationId operation) {
    const Graph& graph = snapshot.graph();
    const auto& blocks = snapshot.blocks();
    for (OpeningId id = graph.nameScopeOpeningOf(operation); id != 0; id = graph.nameScopeOpening(id).parent) {
        const NameScopeOpening& opening = graph.nameScopeOpening(id);
        if (opening.note == static_cast<std::uint32_t>(ScopeNameSource::Unknown)) continue;
        const SourceRange range = snapshot.evaluation->rangeOf(opening.origin);
        for (std::uint32_t i = 0; i < blocks.size(); ++i)
            if (blocks[i].range.begin == range.begin && range.end <= blocks[i].range.end) return {i, opening.run};
    }
    return {};
}

// A run of the place that `within` belongs to; where `within` is a block further in, such as a library's, that one.
StackPlace placeIn(const Snapshot& snapshot, OriginId origin, BlockRunId within) {
    StackPlace place;
    place.offset = snapshot.evaluation->rangeOf(origin).begin;
    if (origin == 0 || origin >= snapshot.evaluation->origins.size()) return place;
    const RunFinder finder(snapshot);
    place.runs = finder.atCode(origin);
    for (std::size_t i = 0; i < place.runs.size() && within.isValid(); ++i) {
        if (!finder.isWithin(within, place.runs[i].within) && !finder.isWithin(place.runs[i].within, within)) continue;
        place.chosen = i;
        if (finder.isWithin(within, place.runs[i].within)) place.runs[i].within = within;
        return place;
    }
    return place;
}

}  // namespace

StackPlace stackPlaceAt(const Snapshot& snapshot, std::uint32_t offset) {
    StackPlace place;
    place.offset = std::min(offset, static_cast<std::uint32_t>(snapshot.text().size()));
    place.runs = RunFinder(snapshot).atCursor(place.offset);
    place.chosen = place.runs.empty() ? 0 : place.runs.size() - 1;
    return place;
}

StackPlace stackPlaceOf(const Snapshot& snapshot, OperationId operation) {
    return placeIn(snapshot, snapshot.graph().origin(operation), openedFor(snapshot, operation));
}

StackPlace stackPlaceOf(const Snapshot& snapshot, const VariableRequest& request) {
    return placeIn(snapshot, request.origin, request.within);
}

}  // namespace namescape
