#include "script/library_trees.h"

#include <map>
#include <mutex>
#include <string>

namespace namescape {

const SyntaxTree& parsedLibrary(std::string_view text) {
    static std::mutex mutex;
    // Never taken down: at the process's end, a build may still run on another thread.
    static auto& trees = *new std::map<std::string, SyntaxTree, std::less<>>;
    const std::lock_guard lock(mutex);
    const auto known = trees.find(text);
    return known != trees.end() ? known->second : trees.emplace(text, parse(std::string(text))).first->second;
}

}  // namespace namescape
