// The names that were made unique last and that no operation has yet.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace namescape {

// An operation mostly gets the name that was made unique just before, for its scope: it is told here, for a few nanoseconds,
// that no other one has it. Of others it is not known; they are to be looked for among all.
class RecentNames {
public:
    // `name` was made unique: no operation has it.
    void add(std::string_view name) { m_names[++m_last % kCount].assign(name); }
    // Whether the name is here: not any more then, an operation has it from now on.
    bool take(std::string_view name) {
        for (std::size_t age = 0; age < kCount; ++age) {
            std::string& recent = m_names[(m_last - age) % kCount];
            if (recent != name) continue;
            recent.clear();
            return true;
        }
        return false;
    }

private:
    static constexpr std::size_t kCount = 8;

    std::array<std::string, kCount> m_names;  // those taken are empty, as no operation's name is
    std::size_t m_last = kCount;
};

}  // namespace namescape
