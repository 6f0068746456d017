// Python's modules: a table of names, of which the ones a program's text mentions have fixed slots.
#pragma once

#include "script/containers.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

class ModuleObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Module;

    // Supplies an attribute that the module doesn't have (`tf.unknown_thing`); nothing: AttributeError.
    using MissingAttribute = std::function<std::optional<Value>(Interpreter& interpreter, std::string_view name)>;

    // The names that the former knows, for dir() and `import *`.
    using MissingNames = std::function<std::vector<std::string_view>()>;

    ModuleObject(TypeObject& type, Ref<DictObject> globals, std::string name)
        : Object(type, kindOfObject), m_globals(std::move(globals)), m_name(std::move(name)) {}
    void clearReferences() override {
        m_globals = {};
        onMissing = nullptr;
        missingNames = nullptr;
    }

    const std::string& name() const { return m_name; }
    Table& table() { return m_globals->table; }
    const Value& dict() const { return m_globals; }

    MissingAttribute onMissing;
    MissingNames missingNames;
    std::string printedName;  // what repr() shows, where it is not the name; else empty

private:
    Ref<DictObject> m_globals;
    std::string m_name;
};

}  // namespace namescape
