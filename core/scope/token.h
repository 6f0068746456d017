// A caller's own object that travels with a setting and comes back unchanged.
#pragma once

#include <memory>

namespace namescape {

// The scripting layer keeps the Python object here that a setting was made from, so that `scope.initializer is f` holds.
using Token = std::shared_ptr<void>;

}  // namespace namescape
