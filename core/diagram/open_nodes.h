// Works out which nodes of a scope tree are open under a view's options.
#pragma once

#include "diagram/scope_tree.h"
#include "diagram/view_options.h"

#include <vector>

namespace namescape {

class OpenNodes {
public:
    // `focus` is the node whose inside is shown: open by itself.
    OpenNodes(const ScopeTree& tree, const OpenScopes& open, const ViewOptions& options, NodeId focus);

    bool isOpen(NodeId node) const;

private:
    void openAutomatically(NodeId focus, std::uint32_t boxLimit);
    void openListed();

    enum class ByHand : std::uint8_t { No, Opened, Closed };

    const ScopeTree& m_tree;
    const OpenScopes& m_open;
    std::uint32_t m_focusDepth;
    std::uint32_t m_maxOpenDepth;
    std::vector<bool> m_automatic;   // by NodeId; empty under other rules
    std::vector<ByHand> m_byHand;    // by NodeId; empty where nothing was done by hand
};

}  // namespace namescape
