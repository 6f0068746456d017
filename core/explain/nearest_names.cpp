#include "explain/nearest_names.h"

#include "explain/name_paths.h"
#include "script/nearest_name.h"

#include <algorithm>

namespace namescape {

std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string>& names, std::size_t count) {
    std::vector<std::string> nearest;
    const std::string_view wanted = lastComponent(withoutOutput(name));
    for (const std::string& each : names)
        if (nearest.size() < count && !wanted.empty() && each.size() > wanted.size() && each.ends_with(wanted) && each[each.size() - wanted.size() - 1] == '/') nearest.push_back(each);
    std::vector<std::string_view> candidates(names.begin(), names.end());
    while (nearest.size() < count) {
        const std::string found = nearestName(withoutOutput(name), candidates);
        if (found.empty()) break;
        std::erase(candidates, found);
        if (std::ranges::find(nearest, found) == nearest.end()) nearest.push_back(found);
    }
    for (auto slash = name.rfind('/'); nearest.empty() && slash != std::string_view::npos && slash > 0; slash = name.rfind('/', slash - 1)) {
        const std::string outer(name.substr(0, slash));
        if (std::ranges::binary_search(names, outer)) nearest.push_back(outer);
    }
    return nearest;
}

}  // namespace namescape
