#include "api/tensor_library.h"

#include "api/function_graph.h"
#include "api/registration.h"

namespace namescape {

// Types before the functions whose defaults are values of them.
void registerTensorLibrary(Api& api) {
    registerShapes(api);
    registerDataTypes(api);
    registerTensors(api);
    registerOperations(api);
    registerDeviceSpecs(api);
    registerIndexedSlices(api);
    registerRawOps(api);
    registerValueFunctions(api);
    registerArrayFunctions(api);
    registerMathFunctions(api);
    registerLibraryTensors(api);
    registerFunctionGraphs(api);
    registerGradientPaths(api);
}

}  // namespace namescape
