#include "diagram/view_options.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace namescape {

namespace {

std::string_view withoutTrailingSlash(std::string_view name) {
    return name.ends_with('/') ? name.substr(0, name.size() - 1) : name;
}

std::optional<std::uint32_t> asNumber(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

OpenScopes ruled(OpenScopes::Rule rule) {
    OpenScopes open;
    open.rule = rule;
    return open;
}

}  // namespace

Result<OpenScopes> OpenScopes::fromText(std::string_view text) {
    if (text == "all") return ruled(Rule::All);
    if (text == "none") return ruled(Rule::None);
    if (const auto number = asNumber(text)) {
        OpenScopes open = ruled(Rule::ToDepth);
        open.depth = *number;
        return open;
    }
    OpenScopes open = ruled(Rule::Listed);
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view name = withoutTrailingSlash(text.substr(begin, end - begin));
        if (name.empty()) return Failure{"a scope's name is missing: give all, none, a depth, or scopes parted by commas"};
        open.opened.emplace(name);
        begin = end + 1;
    }
    return open;
}

OpenScopes OpenScopes::withOpened(std::string_view fullName) const {
    OpenScopes changed = *this;
    changed.opened.emplace(fullName);
    for (std::size_t length = fullName.size(); length != std::string_view::npos && length > 0; length = fullName.rfind('/', length - 1)) {
        if (const auto found = changed.closed.find(fullName.substr(0, length)); found != changed.closed.end()) changed.closed.erase(found);
    }
    return changed;
}

OpenScopes OpenScopes::withClosed(std::string_view fullName) const {
    OpenScopes changed = *this;
    if (const auto found = changed.opened.find(fullName); found != changed.opened.end()) changed.opened.erase(found);
    changed.closed.emplace(fullName);
    return changed;
}

}  // namespace namescape
