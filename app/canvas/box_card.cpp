#include "canvas/box_card.h"

#include "appearance/counted.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t maxListed = 6;

struct Card {
    Q_DECLARE_TR_FUNCTIONS(Card)

public:
    void title(const QString& name, const QString& what) {
        m_text += QStringLiteral("<p style='white-space:pre'><b>%1</b><br><small>%2</small></p>").arg(name.toHtmlEscaped(), what.toHtmlEscaped());
    }
    void row(const QString& name, const QString& value) {
        m_rows += QStringLiteral("<tr><td style='padding-right:10px'>%1</td><td>%2</td></tr>").arg(name.toHtmlEscaped(), value.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    }
    QString text() const { return m_text + (m_rows.isEmpty() ? QString() : QStringLiteral("<table>%1</table>").arg(m_rows)); }

private:
    QString m_text;
    QString m_rows;
};

QString tensorText(const Graph& graph, TensorId tensor) {
    return QStringLiteral("%1:%2  %3 %4")
        .arg(QString::fromUtf8(graph.operationName(tensor.operation)))
        .arg(tensor.output)
        .arg(QString::fromStdString(graph.outputType(tensor).name()), QString::fromStdString(graph.outputShape(tensor).text()));
}

// The first items and how many more there are, of `count`.
template <typename Items, typename Describe>
QString listed(const Items& items, std::size_t count, const Describe& describe) {
    QStringList lines;
    for (std::size_t index = 0; index < std::min(items.size(), maxListed); ++index) lines.append(describe(items[index]));
    const auto told = static_cast<std::size_t>(lines.size());
    if (count > told) lines.append(Card::tr("… and %1 more").arg(count - told));
    return lines.join(u'\n');
}

template <typename Items, typename Describe>
QString listed(const Items& items, const Describe& describe) {
    return listed(items, items.size(), describe);
}

QString linesOfRequests(const Snapshot& snapshot, const VariableInfo& variable) {
    return listed(variable.requests, [&](const VariableRequest& request) {
        const std::uint32_t line = snapshot.lineOf(request.origin);
        return request.created ? Card::tr("line %1 (created)").arg(line) : Card::tr("line %1").arg(line);
    });
}

void addOperation(Card& card, const Snapshot& snapshot, OperationId operation) {
    const Graph& graph = snapshot.graph();
    std::vector<TensorId> outputs;
    for (std::uint32_t index = 0; index < graph.outputCount(operation); ++index) outputs.push_back({operation, index});
    if (!outputs.empty())
        card.row(Card::tr("Outputs"), listed(outputs, [&](TensorId tensor) {
                     return QString::fromStdString(graph.outputType(tensor).name() + " " + graph.outputShape(tensor).text());
                 }));
    if (const auto inputs = graph.inputs(operation); !inputs.empty())
        card.row(Card::tr("Inputs"), listed(inputs, [&](TensorId tensor) { return tensorText(graph, tensor); }));
    if (const auto controls = graph.controlInputs(operation); !controls.empty())
        card.row(Card::tr("After"), listed(controls, [&](OperationId id) { return QString::fromUtf8(graph.operationName(id)); }));
    if (const auto device = graph.device(operation); !device.empty()) card.row(Card::tr("Device"), QString::fromUtf8(device));
    const VariableInfo* variable = snapshot.variableOf(operation);
    if (variable && variable->operation == operation)
        card.row(Card::tr("Asked for"), linesOfRequests(snapshot, *variable));
    else if (const std::uint32_t line = snapshot.lineOf(graph.origin(operation)))
        card.row(Card::tr("Made in"), Card::tr("line %1").arg(line));
}

QString kindOf(const Snapshot& snapshot, const Box& box) {
    if (!box.operation.isValid() || box.isOpen) return counted(box.operationCount, Card::tr("name scope with 1 operation"), Card::tr("name scope with %1 operations"));
    const QString type = QString::fromUtf8(snapshot.graph().operationType(box.operation));
    if (box.kind == BoxKind::SharedVariable) return Card::tr("shared variable, asked for %1 times").arg(box.requestCount);
    if (box.kind == BoxKind::Variable) return Card::tr("variable (%1)").arg(type);
    return type;
}

}  // namespace

QString cardOf(const Snapshot& snapshot, BoxId id) {
    const Box& box = snapshot.diagram.box(id);
    Card card;
    card.title(QString::fromUtf8(box.fullName), kindOf(snapshot, box));
    if (box.operation.isValid() && !box.isOpen) addOperation(card, snapshot, box.operation);
    if (box.hiddenControlEdges > 0)
        card.row(Card::tr("Not drawn"), counted(box.hiddenControlEdges, Card::tr("1 control edge"), Card::tr("%1 control edges")));
    return card.text();
}

QString cardOf(const Snapshot& snapshot, EdgeId id) {
    const Diagram& diagram = snapshot.diagram;
    const Edge& edge = diagram.edge(id);
    Card card;
    const QString ends = QStringLiteral("%1 → %2").arg(QString::fromUtf8(diagram.box(edge.source).fullName), QString::fromUtf8(diagram.box(edge.target).fullName));
    card.title(ends, edge.kind == EdgeKind::Control ? Card::tr("control dependency") : counted(edge.tensorCount, Card::tr("1 tensor"), Card::tr("%1 tensors")));
    card.row(edge.kind == EdgeKind::Control ? Card::tr("First") : Card::tr("Tensors"),
             listed(diagram.connectionsOf(edge), edge.connectionCount, [&](const Connection& connection) {
                 return edge.kind == EdgeKind::Control ? QString::fromUtf8(snapshot.graph().operationName(connection.from.operation))
                                                       : tensorText(snapshot.graph(), connection.from);
             }));
    return card.text();
}

QString spokenNameOf(const Snapshot& snapshot, BoxId id) {
    const Box& box = snapshot.diagram.box(id);
    return QStringLiteral("%1, %2").arg(QString::fromUtf8(box.fullName), kindOf(snapshot, box));
}

}  // namespace namescape
