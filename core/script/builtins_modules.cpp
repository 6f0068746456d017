// Builtins about modules.
#include "script/interpreter.h"
#include "script/operator_methods.h"

namespace namescape {

namespace {

Value importByName(Interpreter& in, Arguments a) {
    const std::string name = in.str(a[0]);
    const Value module = in.importModule(name);
    const std::size_t dot = name.find('.');
    const bool wantsLeaf = in.truth(a[3]);
    return wantsLeaf || dot == std::string::npos ? module : in.importModule(name.substr(0, dot));
}

constexpr BuiltinFunction functions[] = {{"__import__(name, globals=None, locals=None, fromlist=(), level=0)", importByName}};

}  // namespace

void addModuleBuiltins(const BuiltinSetup& setup) {
    setup.functions(functions);
}

}  // namespace namescape
