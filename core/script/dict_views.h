// What dict.keys(), values() and items() give: windows on the dict, not copies.
#pragma once

#include "script/containers.h"

namespace namescape {

enum class ViewKind : std::uint8_t { Keys, Values, Items };

class DictViewObject final : public Object {
public:
    static constexpr ObjectKind kindOfObject = ObjectKind::DictView;

    DictViewObject(TypeObject& type, DictObject& owner, ViewKind shown) : Object(type, kindOfObject), dict(&owner), view(shown) {}
    void clearReferences() override { dict = {}; }

    Ref<DictObject> dict;
    const ViewKind view;
};

// What the view shows of an entry: the key, the value or a tuple of both.
Value shownOf(Interpreter& interpreter, const Table::Entry& entry, ViewKind view);
bool viewContains(Interpreter& interpreter, const DictViewObject& view, const Value& item);
// An iterator over a dict: RuntimeError when the dict's size changes meanwhile.
Value iterateDict(Interpreter& interpreter, DictObject& dict, ViewKind view, bool isReversed = false);

// Takes what dict() takes: a mapping or an iterable of pairs.
void updateDict(Interpreter& interpreter, DictObject& dict, const Value& source);

}  // namespace namescape
