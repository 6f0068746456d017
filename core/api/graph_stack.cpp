#include "api/graph_stack.h"

#include "api/context_manager.h"

#include <algorithm>
#include <memory>

namespace namescape {

DefaultGraphBlock::~DefaultGraphBlock() {
    auto& stack = m_api.graphStack();
    const auto found = std::find(stack.rbegin(), stack.rend(), m_graph);
    if (found != stack.rend()) stack.erase(std::next(found).base());
}

Value asDefault(Api& api, const GraphPointer& graph) {
    auto isInnermost = std::make_shared<bool>(true);
    return makeContextManager(api, {[&api, graph, isInnermost](Value& asValue) -> OpenBlock {
                                        asValue = api.wrap(graph);
                                        auto block = std::make_shared<DefaultGraphBlock>(api, graph);
                                        return OpenBlock(block.get(), [&api, graph, isInnermost, block](void*) mutable {
                                            *isInnermost = api.graphStack().empty() || api.graphStack().back() == graph;
                                            if (*isInnermost) block.reset();
                                        });
                                    },
                                    [&api, isInnermost] {
                                        if (*isInnermost) return;
                                        throw TensorFlowError(ErrorType::AssertionError,
                                                              "Nesting violated for default stack of <class 'tensorflow.python.framework.ops.Graph'> objects");
                                    }});
}

}  // namespace namescape
