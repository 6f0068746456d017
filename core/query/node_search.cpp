#include "query/node_search.h"

#include "graph/graph.h"
#include "query/name_pattern.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace namescape {

namespace {

// Nodes or outputs between two looks at the stop token.
constexpr std::size_t kStopInterval = 1'024;
// A pattern that is too hard for so many names is so for the rest.
constexpr std::size_t kMaxTooHard = 500;

struct ShapeTerm {
    std::vector<std::int64_t> sizes;
    bool isWhole = false;
    bool isUnknown = false;  // the rank is not known

    bool holds(const Shape& shape) const {
        if (isUnknown || !shape.hasRank()) return isUnknown && !shape.hasRank();
        const auto all = shape.sizes();
        if (isWhole) return std::equal(all.begin(), all.end(), sizes.begin(), sizes.end());
        return std::search(all.begin(), all.end(), sizes.begin(), sizes.end()) != all.end();
    }
};

bool isUnknownSize(std::string_view text) {
    return text == "?" || text == "-1" || text == "None" || text == "none";
}

std::optional<std::int64_t> sizeOf(std::string_view text) {
    if (isUnknownSize(text)) return Shape::kUnknownSize;
    std::int64_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc{} || end != text.data() + text.size() || size < 0) return std::nullopt;
    return size;
}

Result<ShapeTerm> shapeTerm(std::string_view text) {
    const Failure failure{"\"" + std::string(text) + "\" is not a shape: write sizes parted by commas, as in shape:2,? or shape:(2,3)"};
    ShapeTerm term;
    if (text == "unknown" || text == "<unknown>") {
        term.isUnknown = true;
        return term;
    }
    if (text.size() >= 2 && ((text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']'))) {
        term.isWhole = true;
        text = text.substr(1, text.size() - 2);
    } else if (text.empty()) {
        return failure;
    }
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const auto size = sizeOf(text.substr(0, end));
        if (!size) return failure;
        term.sizes.push_back(*size);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return term;
}

// Answers once for each number.
class Remembered {
public:
    template <typename Ask>
    bool answer(std::uint32_t number, const Ask& ask) {
        if (number >= m_answers.size()) m_answers.resize(number + 1, kNotAsked);
        if (m_answers[number] == kNotAsked) m_answers[number] = ask() ? 1 : 0;
        return m_answers[number] == 1;
    }

private:
    static constexpr std::int8_t kNotAsked = -1;
    std::vector<std::int8_t> m_answers;
};

}  // namespace

struct NodeSearch::Terms {
    std::vector<FoldedText> names, types, devices;
    std::vector<ShapeTerm> shapes;
    std::vector<NamePattern> patterns;

    bool asksForOperations() const { return !types.empty() || !devices.empty() || !shapes.empty(); }
    bool isEmpty() const { return names.empty() && patterns.empty() && !asksForOperations(); }
    std::optional<Failure> add(std::string_view term);
};

namespace {

// The length of a term that begins with a slash and ends with one; 0 where it does not.
std::size_t patternLength(std::string_view text) {
    if (text.size() < 3 || text.front() != '/') return 0;
    for (std::size_t at = text.find('/', 2); at != std::string_view::npos; at = text.find('/', at + 1))
        if (at + 1 == text.size() || text[at + 1] == ' ') return at + 1;
    return 0;
}

bool holdsAll(const std::vector<FoldedText>& terms, std::string_view text) {
    return std::all_of(terms.begin(), terms.end(), [text](const FoldedText& term) { return term.isIn(text); });
}

// Every name that contains the text. What contains a scope's name need not be looked at again below it: only the new end of a name is.
std::vector<NodeId> nodesWith(const FoldedText& text, const ScopeTree& tree, const std::stop_token& stop) {
    std::vector<NodeId> found;
    std::vector<bool> contains(tree.nodeCount());
    for (std::uint32_t index = 1; index < tree.nodeCount(); ++index) {
        if (index % kStopInterval == 0 && stop.stop_requested()) break;
        const NodeId node{index};
        const std::string_view name = tree.fullName(node);
        bool isFound = contains[tree.parent(node).value];
        if (!isFound) {
            const std::size_t fresh = std::min(name.size(), tree.localName(node).size() + text.size());
            isFound = text.isIn(name.substr(name.size() - fresh));
        }
        if (!isFound) continue;
        contains[index] = true;
        found.push_back(node);
    }
    return found;
}

// Every name that contains all of them. No name is looked at as a whole: names of deep scopes together are far longer than the graph's text.
std::vector<NodeId> nodesWithAll(const std::vector<FoldedText>& texts, const ScopeTree& tree, const std::stop_token& stop) {
    std::vector<NodeId> found = nodesWith(texts.front(), tree, stop);
    for (std::size_t at = 1; at < texts.size() && !found.empty(); ++at) {
        const std::vector<NodeId> others = nodesWith(texts[at], tree, stop);
        std::vector<NodeId> both;
        std::set_intersection(found.begin(), found.end(), others.begin(), others.end(), std::back_inserter(both));
        found = std::move(both);
    }
    return found;
}

std::vector<NodeId> allNodes(const ScopeTree& tree) {
    std::vector<NodeId> nodes(tree.nodeCount() - 1);
    for (std::uint32_t index = 1; index < tree.nodeCount(); ++index) nodes[index - 1] = {index};
    return nodes;
}

}  // namespace

std::optional<Failure> NodeSearch::Terms::add(std::string_view term) {
    const auto after = [term](std::string_view prefix) { return term.substr(prefix.size()); };
    if (term.starts_with("op:")) {
        types.emplace_back(after("op:"));
    } else if (term.starts_with("device:")) {
        devices.emplace_back(after("device:"));
    } else if (term.starts_with("shape:")) {
        const auto shape = shapeTerm(after("shape:"));
        if (!shape) return Failure{shape.error()};
        shapes.push_back(*shape);
    } else if (patternLength(term) == term.size()) {
        auto pattern = NamePattern::fromText(term.substr(1, term.size() - 2));
        if (!pattern) return Failure{pattern.error()};
        patterns.push_back(*pattern);
    } else {
        names.emplace_back(term);
    }
    return std::nullopt;
}

Result<NodeSearch> NodeSearch::fromText(std::string_view text) {
    const auto terms = std::make_shared<Terms>();
    while (!text.empty()) {
        const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
        text.remove_prefix(blanks);
        if (text.empty()) break;
        std::size_t length = patternLength(text);
        if (length == 0) length = std::min(text.find(' '), text.size());
        if (const auto failure = terms->add(text.substr(0, length))) return *failure;
        text.remove_prefix(length);
    }
    return NodeSearch(terms);
}

bool NodeSearch::isEmpty() const {
    return m_terms->isEmpty();
}

NodeSearch::Found NodeSearch::run(const Graph& graph, const ScopeTree& tree, std::stop_token stop) const {
    Found found;
    if (isEmpty()) return found;
    const Terms& terms = *m_terms;
    found.nodes = terms.names.empty() ? allNodes(tree) : nodesWithAll(terms.names, tree, stop);

    std::size_t asked = 0;
    bool isStopped = false;
    const auto hasToStop = [&] { return isStopped = isStopped || (++asked % kStopInterval == 0 && stop.stop_requested()); };
    Remembered typeHolds, deviceHolds, shapeHolds;
    std::string_view lastDevice;
    bool lastDeviceHolds = holdsAll(terms.devices, lastDevice);
    const auto isOnDevice = [&](OperationId operation) {
        const std::string_view device = graph.device(operation);
        // Devices are kept once each, and neighbours mostly share theirs.
        if (device.data() == lastDevice.data() && device.size() == lastDevice.size()) return lastDeviceHolds;
        lastDevice = device;
        return lastDeviceHolds = holdsAll(terms.devices, device);
    };
    const auto hasShape = [&](OperationId operation) {
        for (std::uint32_t output = 0; output < graph.outputCount(operation); ++output) {
            if (hasToStop()) return false;
            const TensorId tensor{operation, output};
            const auto holds = [&] { return std::all_of(terms.shapes.begin(), terms.shapes.end(), [&](const ShapeTerm& term) { return term.holds(graph.outputShape(tensor)); }); };
            if (shapeHolds.answer(graph.outputShapeId(tensor).value, holds)) return true;
        }
        return false;
    };
    const auto isWanted = [&](NodeId node) {
        const OperationId operation = tree.operation(node);
        if (!operation.isValid() || hasToStop()) return false;
        if (!typeHolds.answer(graph.operationTypeId(operation).value, [&] { return holdsAll(terms.types, graph.operationType(operation)); })) return false;
        return (terms.devices.empty() || isOnDevice(operation)) && (terms.shapes.empty() || hasShape(operation));
    };
    if (terms.asksForOperations()) std::erase_if(found.nodes, [&](NodeId node) { return !isWanted(node); });
    if (terms.patterns.empty()) return found;

    std::size_t kept = 0;
    for (const NodeId node : found.nodes) {
        if (stop.stop_requested()) break;  // names may be very long
        bool holds = true;
        for (const NamePattern& pattern : terms.patterns) {
            const NamePattern::Answer answer = pattern.match(tree.fullName(node));
            found.tooHard += answer == NamePattern::Answer::TooHard;
            holds = holds && answer == NamePattern::Answer::Yes;
        }
        if (holds) found.nodes[kept++] = node;
        found.wasGivenUp = found.tooHard >= kMaxTooHard;
        if (found.wasGivenUp) break;
    }
    found.nodes.resize(kept);
    return found;
}

}  // namespace namescape
