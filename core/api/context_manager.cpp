#include "api/context_manager.h"

#include "api/trace.h"

#include <utility>
#include <vector>

namespace namescape {

namespace {

struct Running {
    ContextManager manager;
    std::vector<OpenBlock> open;
    std::vector<Trace::BlockId> traced;
};

}  // namespace

void registerContextManagers(Api& api) {
    NativeClass type(api.interpreter(), "contextlib", "_GeneratorContextManager");
    type.method("__enter__(self)", [&api](Interpreter& in, std::span<Value> arguments) -> Value {
            auto& running = payloadOf<Running>(in, arguments[0]);
            Value asValue;
            running.open.push_back(running.manager.open(asValue));
            running.traced.push_back(api.trace().enterBlock(ScopeBlockKind::Other));
            return asValue;
        })
        .method("__exit__(self, type=None, value=None, traceback=None)", [&api](Interpreter& in, std::span<Value> arguments) -> Value {
            auto& running = payloadOf<Running>(in, arguments[0]);
            if (running.open.empty()) throw in.runtimeError("generator didn't stop");
            api.trace().leaveBlock(running.traced.back());
            running.traced.pop_back();
            running.open.pop_back();
            if (running.manager.closed) running.manager.closed();
            return false;
        });
    api.types.contextManager = &type.type();
}

Value makeContextManager(Api& api, ContextManager manager) {
    return api.interpreter().wrap<Running>(*api.types.contextManager, Running{std::move(manager), {}, {}});
}

}  // namespace namescape
