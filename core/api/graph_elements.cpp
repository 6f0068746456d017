#include "api/graph_elements.h"

#include "api/indexed_slices.h"
#include "scope/variable.h"

#include <charconv>
#include <optional>

namespace namescape {

namespace {

const char* wantedText(WantedElement wanted) {
    switch (wanted) {
    case WantedElement::Tensor: return "Tensor";
    case WantedElement::Operation: return "Operation";
    case WantedElement::Either: break;
    }
    return "Tensor or Operation";
}

[[noreturn]] void fail(ErrorType type, const std::string& message) {
    throw TensorFlowError(type, message);
}

constexpr const char* kTensorNameForm = " Tensor names must be of the form \"<op_name>:<output_index>\".";

std::string quoted(Api& api, std::string_view text) {
    return api.interpreter().repr(api.interpreter().string(text));
}

Tensor tensorByName(Api& api, Graph& graph, std::string_view name) {
    const std::size_t colon = name.find(':');
    const std::string_view operationName = name.substr(0, colon);
    const std::string_view digits = name.substr(colon + 1);
    std::int64_t index = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        fail(ErrorType::ValueError, "The name " + quoted(api, name) + " looks a like a Tensor name, but is not a valid one." + kTensorNameForm);
    const auto found = graph.findOperation(operationName);
    const std::string missing = "The name " + quoted(api, name) + " refers to a Tensor which does not exist. The operation, " + quoted(api, operationName);
    if (!found) fail(ErrorType::KeyError, missing + ", does not exist in the graph.");
    const auto count = static_cast<std::int64_t>(graph.outputCount(*found));
    if (index < 0) index += count;
    if (index < 0 || index >= count) fail(ErrorType::KeyError, missing + ", exists but only has " + std::to_string(count) + " outputs.");
    return graph.operation(*found).output(static_cast<std::size_t>(index));
}

GraphElement elementByName(Api& api, Graph& graph, std::string_view name, WantedElement wanted) {
    const bool looksLikeTensor = name.find(':') != std::string_view::npos;
    if (looksLikeTensor && wanted == WantedElement::Operation)
        fail(ErrorType::ValueError, "Name " + quoted(api, name) + " appears to refer to a Tensor, not a " + wantedText(wanted) + ".");
    if (looksLikeTensor) return tensorByName(api, graph, name);
    const auto found = graph.findOperation(name);
    if (wanted == WantedElement::Tensor) {
        const std::string kind = found ? " refers to an Operation, not a " : " looks like an (invalid) Operation name, not a ";
        fail(ErrorType::ValueError, "The name " + quoted(api, name) + kind + wantedText(wanted) + "." + kTensorNameForm);
    }
    if (!found) fail(ErrorType::KeyError, "The name " + quoted(api, name) + " refers to an Operation not in the graph.");
    return graph.operation(*found);
}

// What an object stands for in a graph (_as_graph_element), where it does.
std::optional<GraphElement> elementOf(const Value& value) {
    if (const Tensor* tensor = value.as<Tensor>()) return *tensor;
    if (const Operation* operation = value.as<Operation>()) return *operation;
    if (const VariablePointer* variable = value.as<VariablePointer>())
        return (*variable)->kind == VariableKind::Reference ? (*variable)->handle : (*variable)->snapshot;
    return std::nullopt;
}

}  // namespace

GraphElement graphElement(Api& api, Graph& graph, const Value& value, WantedElement wanted) {
    if (const auto* text = value.as<StringObject>()) return elementByName(api, graph, text->text(), wanted);
    if (const auto* bytes = value.as<BytesObject>()) return elementByName(api, graph, bytes->bytes(), wanted);
    const auto element = elementOf(value);
    const auto* tensor = element ? std::get_if<Tensor>(&*element) : nullptr;
    const auto* operation = element ? std::get_if<Operation>(&*element) : nullptr;
    if (tensor && wanted != WantedElement::Operation) {
        if (&tensor->graph() != &graph) fail(ErrorType::ValueError, "Tensor " + tensor->text() + " is not an element of this graph.");
        return *tensor;
    }
    if (operation && wanted != WantedElement::Tensor) {
        if (&operation->graph() != &graph) fail(ErrorType::ValueError, "Operation " + api.interpreter().str(value) + " is not an element of this graph.");
        return *operation;
    }
    fail(ErrorType::TypeError, "Can not convert a " + api.interpreter().typeName(value) + " into a " + wantedText(wanted) + ".");
}

Operation controlOperation(Api& api, Graph& graph, const Value& value) {
    if (const VariablePointer* variable = value.as<VariablePointer>()) return (*variable)->readAfter.isValid() ? (*variable)->readAfter : (*variable)->operation();
    if (const IndexedSlices* slices = value.as<IndexedSlices>()) return slices->values.operation();
    const GraphElement element = graphElement(api, graph, value);
    if (const auto* tensor = std::get_if<Tensor>(&element)) return tensor->operation();
    return std::get<Operation>(element);
}

}  // namespace namescape
