// Collections, as methods of tf.Graph and as functions of the default graph.
#pragma once

#include "api/api.h"
#include "api/evaluation.h"

#include <string>
#include <string_view>
#include <vector>

namespace namescape {

void addCollectionMethods(Api& api, NativeClass& graphType);

// Graph.get_collection: the items whose names match `scope` from their beginning (a regular expression); all for None.
Value collectionList(Api& api, Graph& graph, const Value& key, const Value& scope);

// The collections of a graph as they end up in results, changes made through get_collection_ref included.
std::vector<CollectionInfo> describeCollections(Api& api, Graph& graph);

}  // namespace namescape
