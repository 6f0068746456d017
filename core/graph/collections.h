// A graph's collections: named lists of whatever a program puts there.
#pragma once

#include "graph/operation.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// Something kept in a collection. Variables are such objects; tensors and a script's values are wrapped in one.
class CollectionItem {
public:
    virtual ~CollectionItem() = default;
    // What `get_collection(…, scope)` matches against, and what is listed; nothing for what has no name.
    virtual std::optional<std::string> itemName() const = 0;
};

using CollectionItemPointer = std::shared_ptr<CollectionItem>;

class TensorItem : public CollectionItem {
public:
    explicit TensorItem(Tensor held) : tensor(held) {}
    std::optional<std::string> itemName() const override { return tensor.name(); }
    const Tensor tensor;
};

class OperationItem : public CollectionItem {
public:
    explicit OperationItem(Operation held) : operation(held) {}
    std::optional<std::string> itemName() const override { return std::string(operation.name()); }
    const Operation operation;
};

// In the order in which collections were first added to, and items within them.
class Collections {
public:
    struct Entry {
        std::string key;
        std::vector<CollectionItemPointer> items;
    };

    void add(std::string_view key, CollectionItemPointer item) { items(key).push_back(std::move(item)); }
    // The collection's list, made empty when there is none yet.
    std::vector<CollectionItemPointer>& items(std::string_view key);
    const std::vector<CollectionItemPointer>* find(std::string_view key) const;
    void remove(std::string_view key);
    const std::vector<Entry>& entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
};

}  // namespace namescape
