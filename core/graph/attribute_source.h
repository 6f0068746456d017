// Attributes that a graph has of a file, decoded when somebody looks at them.
#pragma once

#include "graph/attribute.h"
#include "graph/operation.h"

#include <span>

namespace namescape {

// May be asked from several threads at once.
class AttributeSource {
public:
    virtual ~AttributeSource() = default;
    // Valid as long as the source.
    virtual std::span<const Attribute> attributes(OperationId id) const = 0;
};

}  // namespace namescape
