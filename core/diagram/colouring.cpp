#include "diagram/colouring.h"

#include "graph/graph.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace namescape {

namespace {

constexpr std::array<BoxColours, kPaletteSize> kLightPalette{{
    {{0xC6DCF6}, {0x4180C8}, {0x0E3562}, {0x255893}},
    {{0xF6DCC6}, {0xAE6C32}, {0x59300D}, {0x834E21}},
    {{0xC6F6D6}, {0x298E4B}, {0x0A471F}, {0x1C6E37}},
    {{0xE2C6F6}, {0x974DCB}, {0x481070}, {0x762BAB}},
    {{0xF6C6CE}, {0xCB4D62}, {0x620E1C}, {0x9B273A}},
    {{0xC6F2F6}, {0x2A8A92}, {0x0B464C}, {0x1D6B72}},
    {{0xF1E2A7}, {0x927D2A}, {0x473B0A}, {0x6A5A1B}},
    {{0xF6C6E6}, {0xCB4DA1}, {0x5E0D43}, {0x93256E}},
    {{0xC6F1A7}, {0x518A28}, {0x21430A}, {0x3C6A1B}},
    {{0xC6C6F6}, {0x4D4DCB}, {0x14148A}, {0x3333CC}},
    {{0xC6F6EA}, {0x288A72}, {0x0A4738}, {0x1C6E5A}},
    {{0xF6CEC6}, {0xC95B45}, {0x621C0E}, {0x933725}},
}};

constexpr std::array<BoxColours, kPaletteSize> kDarkPalette{{
    {{0x244060}, {0x5388C6}, {0xE5EFFA}, {0xA3C0E0}},
    {{0x604024}, {0xBF7B40}, {0xFEFCFB}, {0xE3C5AB}},
    {{0x246038}, {0x40BF6A}, {0xFBFEFC}, {0xBEE9CC}},
    {{0x582D76}, {0xA66ECF}, {0xF6EEFC}, {0xD3B6E7}},
    {{0x60242E}, {0xCC6677}, {0xF9DCE1}, {0xE2A7B1}},
    {{0x245B60}, {0x40B5BF}, {0xFBFEFE}, {0xBAE4E8}},
    {{0x605424}, {0xBFA640}, {0xFEFEFB}, {0xE8DFBA}},
    {{0x60244C}, {0xC95EA6}, {0xFAE1F1}, {0xE2A7CE}},
    {{0x3D6024}, {0x75BF40}, {0xFCFEFB}, {0xD3EBC2}},
    {{0x2D2D76}, {0x7D7DD4}, {0xE1E1FA}, {0xAFAFE4}},
    {{0x246051}, {0x40BF9F}, {0xFBFEFD}, {0xC2EBE0}},
    {{0x602E24}, {0xC86D5B}, {0xFAE5E1}, {0xE2B1A7}},
}};

// More operations of a closed scope are not asked for what they have in common.
constexpr std::uint32_t kMostAsked = 20'000;

// What a leaf is coloured by; empty for one that keeps the colour of its kind.
class KeyOf {
public:
    KeyOf(const Diagram& diagram, const Graph& graph, const ScopeTree& tree, ColourBy by) : m_diagram(diagram), m_graph(graph), m_tree(tree), m_by(by) {}

    std::string_view operator()(const Box& box) {
        switch (m_by) {
        case ColourBy::Kind: return {};
        case ColourBy::Scope: return scopeOf(box);
        case ColourBy::Type: return common(box, [this](OperationId operation) { return m_graph.operationType(operation); });
        case ColourBy::Device: return common(box, [this](OperationId operation) { return m_graph.device(operation); });
        case ColourBy::Structure: return structureOf(box);
        }
        return {};
    }

private:
    // The scope directly in the picture that it lies in, or is.
    std::string_view scopeOf(const Box& box) const {
        const std::size_t begin = m_diagram.focusName.empty() ? 0 : m_diagram.focusName.size() + 1;
        if (box.fullName.size() <= begin) return {};
        const std::size_t end = std::min(box.fullName.find('/', begin), box.fullName.size());
        const bool isInScope = end < box.fullName.size() || !m_tree.operation(box.node).isValid();
        return isInScope ? box.fullName.substr(0, end) : std::string_view();
    }

    std::string_view structureOf(const Box& box) {
        if (box.structure == 0) return {};
        return m_firstOfStructure.try_emplace(box.structure, box.fullName).first->second;
    }

    template <typename Ask>
    std::string_view common(const Box& box, const Ask& ask) const {
        if (box.operation.isValid()) return ask(box.operation);
        if (!box.node.isValid() || m_tree.operationCount(box.node) > kMostAsked) return {};
        std::optional<std::string_view> all;
        std::vector<NodeId> waiting{box.node};
        while (!waiting.empty()) {
            const NodeId node = waiting.back();
            waiting.pop_back();
            if (const OperationId operation = m_tree.operation(node); operation.isValid()) {
                const std::string_view one = ask(operation);
                if (all && *all != one) return {};
                all = one;
            }
            const auto children = m_tree.children(node);
            waiting.insert(waiting.end(), children.begin(), children.end());
        }
        return all.value_or(std::string_view());
    }

    const Diagram& m_diagram;
    const Graph& m_graph;
    const ScopeTree& m_tree;
    ColourBy m_by;
    std::unordered_map<std::uint32_t, std::string_view> m_firstOfStructure;
};

std::string legendWords(std::string_view key, ColourBy by) {
    return by == ColourBy::Structure ? "as " + std::string(key) : std::string(key);
}

}  // namespace

std::optional<ColourBy> colourByNamed(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, ColourBy>, 5> names{{{"kind", ColourBy::Kind}, {"scope", ColourBy::Scope}, {"type", ColourBy::Type},
                                                                          {"device", ColourBy::Device}, {"structure", ColourBy::Structure}}};
    for (const auto& [each, by] : names)
        if (each == name) return by;
    return std::nullopt;
}

Colouring makeColouring(const Diagram& diagram, const Graph& graph, const ScopeTree& tree, ColourBy by) {
    Colouring colouring;
    if (by == ColourBy::Kind) return colouring;
    colouring.colours.assign(diagram.boxes.size(), Colouring::kNone);
    struct Group {
        std::string_view key;
        std::vector<std::uint32_t> boxes;
    };
    std::vector<Group> groups;  // in the order of their first box, so that equal counts have one order
    std::unordered_map<std::string_view, std::size_t> groupOfKey;
    KeyOf keyOf(diagram, graph, tree, by);
    for (std::uint32_t index = 0; index < diagram.boxes.size(); ++index) {
        if (diagram.boxes[index].isOpen) continue;
        const std::string_view key = keyOf(diagram.boxes[index]);
        if (key.empty()) continue;
        const auto [found, isNew] = groupOfKey.try_emplace(key, groups.size());
        if (isNew) groups.push_back({key, {}});
        groups[found->second].boxes.push_back(index);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group& left, const Group& right) { return left.boxes.size() > right.boxes.size(); });
    // Of what is alike there are two.
    if (by == ColourBy::Structure) std::erase_if(groups, [](const Group& group) { return group.boxes.size() < 2; });
    groups.resize(std::min(groups.size(), kPaletteSize));
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const auto colour = static_cast<std::uint8_t>(at);
        for (const std::uint32_t box : groups[at].boxes) colouring.colours[box] = colour;
        colouring.legend.push_back({legendWords(groups[at].key, by), colour, static_cast<std::uint32_t>(groups[at].boxes.size())});
    }
    return colouring;
}

const BoxColours& paletteColours(ThemeName themeName, std::uint8_t colour) {
    return (themeName == ThemeName::Dark ? kDarkPalette : kLightPalette)[colour % kPaletteSize];
}

const BoxColours& leafColours(const Diagram& diagram, BoxId box, const Colouring& colouring, ThemeName themeName) {
    const bool isColoured = !colouring.isEmpty() && colouring.colours[box.value] != Colouring::kNone;
    return isColoured ? paletteColours(themeName, colouring.colours[box.value]) : theme(themeName).colours(diagram.box(box).kind);
}

}  // namespace namescape
