// Colours of boxes by what they belong to, in place of what kind of thing they are: their scope, type, device or structure.
#pragma once

#include "diagram/diagram.h"
#include "diagram/theme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

enum class ColourBy : std::uint8_t { Kind, Scope, Type, Device, Structure };

// "kind", "scope", "type", "device" or "structure".
std::optional<ColourBy> colourByNamed(std::string_view name);

// What one colour of the palette stands for.
struct LegendEntry {
    std::string words;
    std::uint8_t colour = 0;
    std::uint32_t boxCount = 0;

    bool operator==(const LegendEntry&) const = default;
};

// Which of a diagram's leaves have which colour of the palette.
struct Colouring {
    static constexpr std::uint8_t kNone = UINT8_MAX;

    std::vector<std::uint8_t> colours;  // by BoxId; kNone has that of its kind. Empty: all have.
    std::vector<LegendEntry> legend;    // most boxes first; at most as many as the palette has

    bool isEmpty() const { return colours.empty(); }
    bool operator==(const Colouring&) const = default;
};

// What has most boxes gets a colour of its own; the rest stays as its kind is. Of a closed scope, the device or type that all in it have.
Colouring makeColouring(const Diagram& diagram, const Graph& graph, const ScopeTree& tree, ColourBy by);

// Readable as those of the themes are: texts have at least 4.5:1 on their fill, borders 3:1 on every ground.
inline constexpr std::size_t kPaletteSize = 12;
const BoxColours& paletteColours(ThemeName theme, std::uint8_t colour);

// A box's, under a colouring or without one.
const BoxColours& leafColours(const Diagram& diagram, BoxId box, const Colouring& colouring, ThemeName themeName);

}  // namespace namescape
