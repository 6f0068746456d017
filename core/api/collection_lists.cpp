#include "api/collection_lists.h"

#include <algorithm>

namespace namescape {

namespace {

const char kListsKey = 0;

}  // namespace

CollectionLists& CollectionLists::of(Graph& graph) {
    auto& held = graph.extension(&kListsKey);
    if (!held) held = std::make_shared<CollectionLists>();
    return *static_cast<CollectionLists*>(held.get());
}

// What TensorFlow added since goes behind what the program made of the list.
void CollectionLists::bringTogether(Api& api, Graph& graph, Handed& handed) {
    Interpreter& in = api.interpreter();
    auto& items = graph.collections().items(handed.key);
    for (std::size_t index = handed.known; index < items.size(); ++index) in.callMethod(handed.list, "append", {api.wrap(items[index])});
    items.clear();
    for (const Value& value : in.elements(handed.list)) items.push_back(api.item(value));
    handed.known = items.size();
}

Value CollectionLists::reference(Api& api, Graph& graph, const std::string& key) {
    auto found = std::ranges::find(m_handed, key, &Handed::key);
    if (found == m_handed.end()) {
        m_handed.push_back({key, api.interpreter().list(), 0});
        found = m_handed.end() - 1;
    }
    bringTogether(api, graph, *found);
    return found->list;
}

void CollectionLists::forget(std::string_view key) {
    std::erase_if(m_handed, [&](const Handed& handed) { return handed.key == key; });
}

void CollectionLists::takeBack(Api& api, Graph& graph) {
    for (Handed& handed : m_handed) bringTogether(api, graph, handed);
}

}  // namespace namescape
