// Python context managers made of C++ objects that are open while they live.
#pragma once

#include "api/api.h"

#include <functional>
#include <memory>

namespace namescape {

// What an opened block holds until it is left.
using OpenBlock = std::shared_ptr<void>;

struct ContextManager {
    // Opens the block; puts the value of `as` where there is one. Leaving lets go of what it returned.
    std::function<OpenBlock(Value& asValue)> open;
    // Runs after the block has been closed; may throw.
    std::function<void()> closed;
};

// A context manager as contextlib.contextmanager makes them, around C++ code.
Value makeContextManager(Api& api, ContextManager manager);

// Registers the Python type behind it; called before anything that opens blocks.
void registerContextManagers(Api& api);

}  // namespace namescape
