#include "graph/operation.h"

#include "graph/graph.h"

namespace namescape {

std::string_view Operation::name() const { return m_graph->operationName(m_id); }
std::string_view Operation::type() const { return m_graph->operationType(m_id); }
std::string_view Operation::device() const { return m_graph->device(m_id); }
std::span<const TensorId> Operation::inputs() const { return m_graph->inputs(m_id); }
std::span<const OperationId> Operation::controlInputs() const { return m_graph->controlInputs(m_id); }
std::size_t Operation::outputCount() const { return m_graph->outputCount(m_id); }
Tensor Operation::output(std::size_t index) const { return {*m_graph, {m_id, static_cast<std::uint32_t>(index)}}; }
Tensor Operation::input(std::size_t index) const { return {*m_graph, inputs()[index]}; }

std::vector<Tensor> Operation::outputs() const {
    std::vector<Tensor> all;
    for (std::size_t index = 0; index < outputCount(); ++index) all.push_back(output(index));
    return all;
}

const Attribute* Operation::attribute(std::string_view attributeName) const {
    for (const Attribute& candidate : m_graph->attributes(m_id))
        if (candidate.name == attributeName) return &candidate;
    return nullptr;
}

std::string Tensor::name() const {
    return std::string(m_graph->operationName(m_id.operation)) + ':' + std::to_string(m_id.output);
}

std::string Tensor::text() const {
    std::string result = "Tensor(\"" + name() + '"';
    if (shape().hasRank()) result += ", shape=" + shape().text();
    result += ", dtype=" + dataType().name();
    if (!operation().device().empty()) result.append(", device=").append(operation().device());
    return result + ")";
}

const Shape& Tensor::shape() const { return m_graph->outputShape(m_id); }
DataType Tensor::dataType() const { return m_graph->outputType(m_id); }

void Tensor::setShape(const Shape& narrower) const {
    const Shape& known = shape();
    const auto merged = known.mergedWith(narrower);
    if (!merged) {
        const auto axisText = [](const Shape& of) { return of.debugText(); };
        if (known.rank() != narrower.rank())
            throw TensorFlowError(ErrorType::ValueError, "Shapes must be equal rank, but are " + std::to_string(known.rank()) + " and " + std::to_string(narrower.rank()));
        for (std::size_t axis = 0; axis < known.rank(); ++axis)
            if (known[axis] != narrower[axis] && known[axis] != Shape::kUnknownSize && narrower[axis] != Shape::kUnknownSize)
                throw TensorFlowError(ErrorType::ValueError, "Dimension " + std::to_string(axis) + " in both shapes must be equal, but are " + std::to_string(known[axis]) +
                                                                 " and " + std::to_string(narrower[axis]) + ". Shapes are " + axisText(known) + " and " + axisText(narrower) + ".");
    }
    m_graph->setOutputShape(m_id, *merged);
}

}  // namespace namescape
