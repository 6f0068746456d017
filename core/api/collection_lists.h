// The Python lists that get_collection_ref has handed out.
#pragma once

#include "api/api.h"

#include <string>
#include <utility>
#include <vector>

namespace namescape {

// A program may change such a list at any time; what it did is taken back into the graph before the graph's collections are
// read, and the list follows what others add.
class CollectionLists {
public:
    static CollectionLists& of(Graph& graph);

    // The list behind a collection, the same one each time.
    Value reference(Api& api, Graph& graph, const std::string& key);
    // Takes over what programs did to the lists.
    void takeBack(Api& api, Graph& graph);
    // The collection is gone: its list is the program's alone.
    void forget(std::string_view key);

private:
    struct Handed {
        std::string key;
        Ref<ListObject> list;
        std::size_t known = 0;  // items when both were last the same
    };

    void bringTogether(Api& api, Graph& graph, Handed& handed);

    std::vector<Handed> m_handed;
};

}  // namespace namescape
