#include "script/type_object.h"

#include <algorithm>
#include <utility>

namespace namescape {

TypeObject::TypeObject(TypeObject* metaclass, Heap& heap, std::string plainName)
    : Object(metaclass ? *metaclass : *this, kindOfObject), name(std::move(plainName)), qualifiedName(name), m_heap(&heap), m_attributes(heap), m_order{this} {}

void TypeObject::clearReferences() {
    m_late.clear();
    m_attributes.clearReferences();
    m_bases.clear();
    m_order.clear();
    extra = Value();
}

namespace {

using Order = std::vector<TypeObject*>;

// A head that stands in no other list's tail, or null.
TypeObject* nextInOrder(const std::vector<Order>& lists) {
    for (const auto& candidates : lists) {
        if (candidates.empty()) continue;
        TypeObject* head = candidates.front();
        const bool blocked = std::any_of(lists.begin(), lists.end(), [&](const Order& list) {
            return !list.empty() && std::find(list.begin() + 1, list.end(), head) != list.end();
        });
        if (!blocked) return head;
    }
    return nullptr;
}

}  // namespace

bool TypeObject::setBases(std::vector<TypeObject*> bases) {
    if (bases.size() == 1) return setBase(*bases.front());
    std::vector<Order> lists;
    for (const TypeObject* base : bases) lists.push_back(base->m_order);
    lists.push_back(bases);
    Order order{this};
    while (std::any_of(lists.begin(), lists.end(), [](const Order& list) { return !list.empty(); })) {
        TypeObject* next = nextInOrder(lists);
        if (!next) return false;
        order.push_back(next);
        for (auto& list : lists)
            if (!list.empty() && list.front() == next) list.erase(list.begin());
    }
    m_order = std::move(order);
    m_bases.clear();
    for (TypeObject* base : bases) m_bases.emplace_back(base);
    return true;
}

bool TypeObject::setBase(TypeObject& base) {
    m_order.assign(1, this);
    m_order.insert(m_order.end(), base.m_order.begin(), base.m_order.end());
    m_bases.assign(1, &base);
    return true;
}

void TypeObject::makeLateAttributes() {
    const auto late = std::exchange(m_late, {});
    for (const LateAttributes& make : late) make(*this);
}

bool TypeObject::isSubtypeOf(const TypeObject& other) const {
    return this == &other || std::find(m_order.begin(), m_order.end(), &other) != m_order.end();
}

const Value* TypeObject::find(InternedName attribute) const {
    for (TypeObject* type : m_order)
        if (const Value* found = type->ownAttributes().get(attribute)) return found;
    return nullptr;
}

}  // namespace namescape
