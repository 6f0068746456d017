// The table of modules, and importing from it.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

namespace namescape {

Ref<ModuleObject> Interpreter::makeModule(std::string name) {
    return heap().make<ModuleObject>(*types().module, dict(), std::move(name));
}

void Interpreter::addModule(std::string name, ModuleMaker make) {
    m_moduleMakers.insert_or_assign(std::move(name), std::move(make));
}

std::optional<Value> Interpreter::findModule(std::string_view dotted) {
    const std::string name(dotted);
    if (const auto known = m_modules.find(name); known != m_modules.end()) return known->second;
    if (const auto maker = m_moduleMakers.find(name); maker != m_moduleMakers.end()) {
        const ModuleMaker make = maker->second;
        Value made = makeModule(name);
        m_modules.insert_or_assign(name, made);
        try {
            make(*this, *made.as<ModuleObject>());
        } catch (...) {
            m_modules.erase(name);
            throw;
        }
        return m_modules[name];
    }
    // A module inside another is an attribute of that.
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) return std::nullopt;
    const auto parent = findModule(name.substr(0, dot));
    if (!parent || !parent->is<ModuleObject>()) return std::nullopt;
    const Value* found = parent->as<ModuleObject>()->table().get(intern(name.substr(dot + 1)));
    if (!found || !found->is<ModuleObject>()) return std::nullopt;
    return *found;
}

Value Interpreter::importModule(std::string_view name) {
    if (auto found = findModule(name)) {
        // `import a.b` makes b an attribute of a.
        if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
            if (const auto parent = findModule(name.substr(0, dot)); parent && parent->is<ModuleObject>()) {
                const InternedName last = intern(name.substr(dot + 1));
                if (!parent->as<ModuleObject>()->table().get(last)) parent->as<ModuleObject>()->table().set(last, *found);
            }
        }
        return std::move(*found);
    }
    if (m_unknownModule) {
        Value made = m_unknownModule(*this, name);
        if (!made.isNone()) {
            m_modules.insert_or_assign(std::string(name), made);
            return made;
        }
    }
    const std::string_view root = name.substr(0, name.find('.'));
    if (root.size() < name.size() && findModule(root)) {
        const std::string_view parent = name.substr(0, name.rfind('.'));
        const bool isParentPlain = findModule(parent).has_value();
        throw error(*types().moduleNotFoundError, isParentPlain ? fmt::format("No module named '{}'", name) : fmt::format("No module named '{}'", parent));
    }
    throw error(*types().moduleNotFoundError, fmt::format("No module named '{}'", root));
}

}  // namespace namescape
