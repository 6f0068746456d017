// Python's classes: the builtin ones, native ones and those that programs define.
#pragma once

#include "script/containers.h"

#include <functional>
#include <string>
#include <vector>

namespace namescape {

class TypeObject : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::Type;

    // Makes an instance of `type` that __init__ has not seen yet; `arguments` are those of the call, the type left out.
    using Allocator = Value (*)(Interpreter& interpreter, TypeObject& type);
    // What stands for an object where `is`, `==` and hash() compare by identity: two objects with the same number are one.
    using Identity = std::uint64_t (*)(const Object& object);

    TypeObject(TypeObject* metaclass, Heap& heap, std::string plainName);

    void clearReferences() override;
    Heap& heap() const { return *m_heap; }

    // Takes the bases and works out the order of look-up (C3). False where there is none.
    bool setBases(std::vector<TypeObject*> bases);
    const std::vector<Ref<TypeObject>>& bases() const { return m_bases; }
    const std::vector<TypeObject*>& order() const { return m_order; }  // __mro__, the type itself first
    bool isSubtypeOf(const TypeObject& other) const;

    // In the type or the types it inherits from, in order; null where there is none. Uncached: see Interpreter::findInType().
    const Value* find(InternedName name) const;

    // Makes attributes when the first one is looked for: most programs need few of the types.
    using LateAttributes = std::function<void(TypeObject& type)>;
    void addLater(LateAttributes make) { m_late.push_back(std::move(make)); }
    Table& ownAttributes() {
        if (!m_late.empty()) makeLateAttributes();
        return m_attributes;
    }

    std::string name;
    std::string qualifiedName;
    std::string module;
    ObjectKind instanceKind = ObjectKind::Instance;
    Allocator allocate = nullptr;
    Identity identity = nullptr;
    Value extra;                 // whatever the code that made the type wants to find again
    bool isBuiltin = false;      // its attributes can't be set by programs
    bool canBeBase = true;       // bool, NoneType, function …: not
    bool isScript = false;       // made by a class statement or type(…): repr shows "__main__."
    std::vector<std::string> abstractMethods;  // that keep it from being instantiated

    // Whether the type has attribute methods of a program; as of a version of the MethodCache. See Interpreter::hooksOf().
    struct AttributeHooks {
        std::uint64_t version = 0;
        bool getattribute = false, getattr = false, setattr = false;
    };
    mutable AttributeHooks hooks;

    bool isAbstract() const { return !abstractMethods.empty(); }

private:
    bool setBase(TypeObject& base);
    void makeLateAttributes();

    Heap* m_heap;
    Table m_attributes;
    std::vector<LateAttributes> m_late;
    std::vector<Ref<TypeObject>> m_bases;
    std::vector<TypeObject*> m_order;
};

}  // namespace namescape
