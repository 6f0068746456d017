#include "graph_file/function_graph.h"

#include "graph_file/wire.h"

#include <set>
#include <vector>

namespace namescape {

namespace {

struct Argument {
    std::string_view name;
    DataType type;  // invalid where an attribute says
};

Argument argumentOf(std::string_view argDef) {
    Argument argument;
    WireReader reader(argDef);
    while (reader.next()) {
        if (reader.is(1, WireType::Length)) argument.name = reader.bytes();
        if (reader.is(3, WireType::Varint) && reader.value() <= INT32_MAX) argument.type = DataType::fromCode(static_cast<int>(reader.value()));
    }
    return argument;
}

std::vector<Argument> argumentsIn(std::string_view signature, std::uint32_t field) {
    std::vector<Argument> arguments;
    WireReader reader(signature);
    while (reader.next()) {
        if (reader.is(field, WireType::Length)) arguments.push_back(argumentOf(reader.bytes()));
    }
    return arguments;
}

void loadResults(NodeLoader& loader, std::string_view functionDef, const std::vector<Argument>& results) {
    WireReader reader(functionDef);
    while (reader.next()) {
        if (!reader.is(4, WireType::Length)) continue;
        const MapEntry returned = decodeMapEntry(reader.bytes());
        for (const Argument& result : results) {
            if (result.name != returned.key) continue;
            std::string name(result.name);
            while (loader.graph().findOperation(name)) name += "_RetVal";
            loader.add(name, "_Retval", std::vector{returned.value}, {});
        }
    }
}

}  // namespace

std::string_view signatureOf(std::string_view functionDef) {
    std::string_view signature;
    WireReader reader(functionDef);
    while (reader.next()) {
        if (reader.is(1, WireType::Length)) signature = reader.bytes();
    }
    return signature;
}

std::optional<std::string> loadFunction(NodeLoader& loader, std::string_view functionDef, const char* fileBegin) {
    const std::string_view signature = signatureOf(functionDef);
    for (const Argument& argument : argumentsIn(signature, 2))
        loader.add(argument.name, "_Arg", {}, std::vector{OutputSpec{argument.type, ShapePool::kUnknown}});
    WireReader reader(functionDef);
    while (reader.next()) {
        if (!reader.is(3, WireType::Length)) continue;
        const std::string_view node = reader.bytes();
        if (auto problem = loader.add(node, static_cast<std::uint64_t>(node.data() - fileBegin))) return problem;
    }
    if (reader.hasFailed()) return "the function is damaged";
    loadResults(loader, functionDef, argumentsIn(signature, 3));
    return std::nullopt;
}

}  // namespace namescape
