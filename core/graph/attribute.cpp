#include "graph/attribute.h"

namespace namescape {

std::optional<std::vector<std::int64_t>> ConstantValue::integers(std::size_t limit) const {
    const auto* stored = std::get_if<std::vector<std::int64_t>>(&elements);
    const auto count = shape.elementCount();
    if (!stored || !count || static_cast<std::uint64_t>(*count) > limit) return std::nullopt;
    const auto wanted = static_cast<std::size_t>(*count);
    std::vector<std::int64_t> all(stored->begin(), stored->begin() + static_cast<std::ptrdiff_t>(std::min(wanted, stored->size())));
    if (!stored->empty()) all.resize(wanted, stored->back());
    return all.size() == wanted ? std::optional(std::move(all)) : std::nullopt;
}

}  // namespace namescape
