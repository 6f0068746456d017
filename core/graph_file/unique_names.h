// Names for what a file leaves unnamed, or names twice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace namescape {

class UniqueNames {
public:
    // The name itself where nobody has it yet, else with "_1", "_2", … behind it.
    std::string take(std::string_view wanted) {
        std::string name(wanted);
        std::uint32_t& count = m_counts[name];
        while (count > 0) {
            name = std::string(wanted) + '_' + std::to_string(count++);
            if (!m_counts.contains(name)) break;
        }
        if (name.size() == wanted.size()) count = 1;
        else m_counts[name] = 1;
        return name;
    }
    bool isTaken(std::string_view name) const { return m_counts.contains(std::string(name)); }

private:
    std::unordered_map<std::string, std::uint32_t> m_counts;  // how often a name was wanted
};

}  // namespace namescape
