// What a picture is to show of a graph: which scopes are open, where to look, which edges, which colours.
#pragma once

#include "support/result.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace namescape {

enum class ThemeName : std::uint8_t { Light, Dark };
enum class FlowDirection : std::uint8_t { TopToBottom, LeftToRight };
// Automatic: shown as long as there are few, and not at nodes that everything feeds.
enum class ControlEdges : std::uint8_t { Automatic, Shown, Hidden };

// Which scopes are open: a rule, and what was opened and closed by hand since. Full names, without trailing slash.
struct OpenScopes {
    enum class Rule : std::uint8_t {
        Automatic,  // from the outside in, as long as the picture stays small; operations and variables stay one box each
        All,        // every name that has names below it, variables and operations with inner parts included
        None,
        ToDepth,    // name scopes down to `depth`; 1 opens those at the root
        Listed,     // those in `opened` alone, and the scopes around them
    };

    Rule rule = Rule::Automatic;
    std::uint32_t depth = 0;
    std::set<std::string, std::less<>> opened;
    std::set<std::string, std::less<>> closed;

    // From the command line's `all|none|N|SCOPE[,SCOPE…]`.
    static Result<OpenScopes> fromText(std::string_view text);

    // The same with one scope open or closed by hand. Opening opens the scopes around it too.
    OpenScopes withOpened(std::string_view fullName) const;
    OpenScopes withClosed(std::string_view fullName) const;

    bool operator==(const OpenScopes&) const = default;
};

struct ViewOptions {
    OpenScopes open;
    std::string focus;  // only this scope's inside; empty for the whole graph. Of one that is not there, the nearest scope around it.
    FlowDirection direction = FlowDirection::TopToBottom;
    ControlEdges controlEdges = ControlEdges::Automatic;
    std::uint32_t automaticBoxes = 60;  // Rule::Automatic opens scopes up to so many visible boxes
    std::uint32_t maxOpenDepth = 200;   // scopes further below the focus stay closed under any rule
    bool hasStubs = true;     // hubs and auxiliary nodes are taken out of the flow, where that makes it clearer
    bool foldsSeries = true;  // many equal siblings are one box, until it is opened (by its name, in `open.opened`)
    std::set<std::string, std::less<>> inFlow;      // full names of what stays in the flow in any case
    std::set<std::string, std::less<>> besideFlow;  // and of what is taken out of it in any case

    bool operator==(const ViewOptions&) const = default;
};

}  // namespace namescape
