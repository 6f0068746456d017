#include "inspector/inspector_page.h"

#include "appearance/appearance.h"
#include "inspector/attribute_text.h"
#include "pipeline/explain.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>

namespace namescape {

namespace {

constexpr std::size_t briefRows = 12;
constexpr std::size_t mostRows = 1'000;

QString number(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

// A name may be long, and is to be broken where it can be read on.
QString breakable(QString name) {
    return name.toHtmlEscaped().replace(u'/', QStringLiteral("/<wbr>"));
}

class PageWriter {
    Q_DECLARE_TR_FUNCTIONS(Inspector)

public:
    PageWriter(const Snapshot& snapshot, const Colors& colors, const std::set<QString>& expanded)
        : m_snapshot(snapshot), m_graph(snapshot.graph()), m_tree(*snapshot.scopes), m_colors(colors), m_expanded(expanded) {}

    InspectorPage take() { return std::move(m_page); }

    void writeOperation(OperationId operation) {
        const std::string_view name = m_graph.operationName(operation);
        const bool isMissing = m_graph.isMissing(operation);
        writeTitle(name, isMissing ? tr("not in the file") : QString::fromUtf8(m_graph.operationType(operation)));
        writeExplanation(name);
        writeFacts(operation);
        writeOutputs(operation);
        writeInputs(operation);
        if (!isMissing) writeAttributes(operation);
        if (const NodeId node = m_tree.nodeOf(operation); m_tree.isScope(node)) writeContents(node);
    }

    void writeScope(NodeId scope) {
        writeTitle(m_tree.fullName(scope), tr("name scope"));
        writeExplanation(m_tree.fullName(scope));
        writeContents(scope);
        writeBorder(scope);
    }

    // Of a line of the program, say.
    void writeOperations(const std::vector<std::string>& names) {
        section(QStringLiteral("made"), tr("Made here"), names.size(), [&](std::size_t at) { return link(names[at]); });
    }

private:
    // --- Pieces

    QString muted(const QString& html) const { return QStringLiteral("<span style='color:%1'>%2</span>").arg(m_colors.mutedText.name(), html); }

    QString link(std::string_view name) {
        m_page.targets.emplace_back(name);
        return QStringLiteral("<a href='go:%1' style='color:%2; text-decoration:none'>%3</a>").arg(m_page.targets.size() - 1).arg(m_colors.accent.name(), breakable(QString::fromUtf8(name)));
    }

    QString tensorLink(TensorId tensor) {
        const QString output = tensor.output == 0 ? QString() : QStringLiteral(":%1").arg(tensor.output);
        return QStringLiteral("%1%2<br>%3").arg(link(m_graph.operationName(tensor.operation)), output, muted(typeOf(tensor)));
    }

    QString typeOf(TensorId tensor) const {
        return QString::fromStdString(m_graph.outputType(tensor).name() + " " + m_graph.outputShape(tensor).text()).toHtmlEscaped();
    }

    void writeTitle(std::string_view name, const QString& what) {
        m_page.targets.emplace_back(name);
        m_page.html += QStringLiteral("<p style='margin-bottom:2px'><b>%1</b></p><p style='margin-top:0'>%2 &nbsp; <a href='copy:%3' style='color:%4; text-decoration:none'>%5</a></p>")
                           .arg(breakable(QString::fromUtf8(name)), muted(what.toHtmlEscaped()))
                           .arg(m_page.targets.size() - 1)
                           .arg(m_colors.accent.name(), tr("Copy name"));
    }

    void heading(const QString& words) {
        m_page.html += QStringLiteral("<p style='margin-top:10px; margin-bottom:2px; color:%1'><b>%2</b></p>").arg(m_colors.mutedText.name(), words.toHtmlEscaped());
    }

    void beginTable() { m_page.html += QStringLiteral("<table cellspacing='0' cellpadding='2'>"); }
    void endTable() { m_page.html += QStringLiteral("</table>"); }

    void row(const QString& name, const QString& html) {
        m_page.html += QStringLiteral("<tr><td style='padding-right:10px; white-space:nowrap; color:%1'>%2</td><td>%3</td></tr>").arg(m_colors.mutedText.name(), name.toHtmlEscaped(), html);
    }

    // A heading with a number, and a row for each of `count` things; most of many are left out until they are asked for.
    template <typename Describe>
    void section(const QString& key, const QString& title, std::size_t count, const Describe& describe) {
        if (count == 0) return;
        heading(count == 1 ? title : QStringLiteral("%1 (%2)").arg(title, number(count)));
        const std::size_t shown = std::min(count, m_expanded.contains(key) ? mostRows : briefRows);
        beginTable();
        for (std::size_t at = 0; at < shown; ++at) m_page.html += QStringLiteral("<tr><td>%1</td></tr>").arg(describe(at));
        endTable();
        if (shown == count) return;
        const QString rest = tr("%1 more").arg(number(count - shown));
        if (shown == mostRows)
            m_page.html += QStringLiteral("<p style='margin-top:2px'>%1</p>").arg(muted(rest));
        else
            m_page.html += QStringLiteral("<p style='margin-top:2px'><a href='all:%1' style='color:%2; text-decoration:none'>%3 …</a></p>").arg(key, m_colors.accent.name(), rest);
    }

    void writeExplanation(std::string_view name) {
        if (m_snapshot.graphFile) return;
        const auto words = explainName(m_snapshot, name);
        if (words) m_page.html += QStringLiteral("<p>%1</p>").arg(QString::fromUtf8(*words).trimmed().toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    }

    // --- Operations

    void writeFacts(OperationId operation) {
        const std::string_view device = m_graph.device(operation);
        const std::vector<std::string> groups = m_graph.colocation(operation);
        if (device.empty() && groups.empty()) return;
        beginTable();
        if (!device.empty()) row(tr("Device"), breakable(QString::fromUtf8(device)));
        for (const std::string& group : groups) {
            const std::string_view name = std::string_view(group).starts_with("loc:@") ? std::string_view(group).substr(5) : std::string_view(group);
            row(tr("Colocated with"), m_tree.find(name) ? link(name) : breakable(QString::fromUtf8(name)));
        }
        endTable();
    }

    void writeInputs(OperationId operation) {
        const auto inputs = m_graph.inputs(operation);
        section(QStringLiteral("inputs"), tr("Inputs"), inputs.size(), [&](std::size_t at) { return tensorLink(inputs[at]); });
        const auto controls = m_graph.controlInputs(operation);
        section(QStringLiteral("after"), tr("Runs after"), controls.size(), [&](std::size_t at) { return link(m_graph.operationName(controls[at])); });
    }

    void writeOutputs(OperationId operation) {
        struct Use {
            OperationId user;
            std::uint32_t output;
        };
        std::vector<Use> uses;
        std::vector<std::size_t> useCounts(m_graph.outputCount(operation));
        std::vector<OperationId> followers;
        for (std::uint32_t index = 0; index < m_graph.operationCount(); ++index) {
            for (const TensorId input : m_graph.inputs({index}))
                if (input.operation == operation) uses.push_back({{index}, input.output});
            for (const OperationId control : m_graph.controlInputs({index}))
                if (control == operation) followers.push_back({index});
        }
        for (const Use& use : uses)
            if (use.output < useCounts.size()) ++useCounts[use.output];
        const std::size_t outputs = useCounts.size();
        section(QStringLiteral("outputs"), tr("Outputs"), outputs, [&](std::size_t at) {
            const auto output = static_cast<std::uint32_t>(at);
            const std::size_t users = useCounts[at];
            const QString used = users == 0 ? tr("not used") : users == 1 ? tr("used once") : tr("used %1 times").arg(number(users));
            return QStringLiteral("%1%2 &nbsp; %3").arg(outputs > 1 ? QStringLiteral(":%1 ").arg(at) : QString(), typeOf({operation, output}), muted(used));
        });
        section(QStringLiteral("users"), tr("Used by"), uses.size(), [&](std::size_t at) {
            const QString output = outputs > 1 ? muted(QStringLiteral(" :%1").arg(uses[at].output)) : QString();
            return link(m_graph.operationName(uses[at].user)) + output;
        });
        section(QStringLiteral("before"), tr("Runs before"), followers.size(), [&](std::size_t at) { return link(m_graph.operationName(followers[at])); });
    }

    void writeAttributes(OperationId operation) {
        const auto attributes = m_graph.attributes(operation);
        if (attributes.empty()) return;
        heading(tr("Attributes"));
        beginTable();
        for (const Attribute& attribute : attributes) row(QString::fromUtf8(attribute.name), breakable(attributeText(attribute.value)));
        endTable();
    }

    // --- Scopes

    void writeContents(NodeId scope) {
        std::map<std::string_view, std::size_t> byType;
        std::size_t variables = 0;
        forEachBelow(scope, [&](NodeId node) {
            const OperationId operation = m_tree.operation(node);
            if (operation.isValid()) ++byType[m_graph.operationType(operation)];
        });
        for (const VariableInfo& variable : m_snapshot.variables()) variables += m_tree.contains(scope, m_tree.nodeOf(variable.operation));
        beginTable();
        row(tr("Operations"), number(m_tree.operationCount(scope)));
        if (variables > 0) row(tr("Variables"), number(variables));
        endTable();
        const auto children = m_tree.children(scope);
        section(QStringLiteral("children"), tr("Directly inside"), children.size(), [&](std::size_t at) {
            const QString count = m_tree.isScope(children[at]) ? muted(tr(" &nbsp; %1 operations").arg(number(m_tree.operationCount(children[at])))) : QString();
            return link(m_tree.fullName(children[at])) + count;
        });
        std::vector<std::pair<std::string_view, std::size_t>> types(byType.begin(), byType.end());
        std::stable_sort(types.begin(), types.end(), [](const auto& left, const auto& right) { return left.second > right.second; });
        section(QStringLiteral("types"), tr("By type"), types.size(), [&](std::size_t at) {
            return QStringLiteral("%1 &nbsp; %2").arg(QString::fromUtf8(types[at].first).toHtmlEscaped(), muted(number(types[at].second)));
        });
    }

    // What comes in, and what is used outside.
    void writeBorder(NodeId scope) {
        std::vector<bool> isInside(m_graph.operationCount());
        forEachBelow(scope, [&](NodeId node) {
            if (const OperationId operation = m_tree.operation(node); operation.isValid()) isInside[operation.value] = true;
        });
        std::vector<TensorId> incoming, outgoing;
        for (std::uint32_t index = 0; index < m_graph.operationCount(); ++index)
            for (const TensorId input : m_graph.inputs({index}))
                if (isInside[index] != isInside[input.operation.value]) (isInside[index] ? incoming : outgoing).push_back(input);
        for (std::vector<TensorId>* tensors : {&incoming, &outgoing}) {
            std::sort(tensors->begin(), tensors->end());
            tensors->erase(std::unique(tensors->begin(), tensors->end()), tensors->end());
        }
        section(QStringLiteral("in"), tr("Comes in"), incoming.size(), [&](std::size_t at) { return tensorLink(incoming[at]); });
        section(QStringLiteral("out"), tr("Used outside"), outgoing.size(), [&](std::size_t at) { return tensorLink(outgoing[at]); });
    }

    template <typename Visit>
    void forEachBelow(NodeId scope, const Visit& visit) const {
        std::vector<NodeId> waiting{scope};
        while (!waiting.empty()) {
            const NodeId node = waiting.back();
            waiting.pop_back();
            visit(node);
            const auto children = m_tree.children(node);
            waiting.insert(waiting.end(), children.begin(), children.end());
        }
    }

    const Snapshot& m_snapshot;
    const Graph& m_graph;
    const ScopeTree& m_tree;
    const Colors& m_colors;
    const std::set<QString>& m_expanded;
    InspectorPage m_page;
};

}  // namespace

InspectorPage inspectorPage(const Snapshot& snapshot, const Selected& selected, const Colors& colors, const std::set<QString>& expanded) {
    PageWriter writer(snapshot, colors, expanded);
    // A variable is looked at as the operation that it is.
    const std::string& name = selected.kind == SelectionKind::Variable && !selected.operations.empty() ? selected.operations.front() : selected.name;
    const auto node = selected.kind == SelectionKind::Node || selected.kind == SelectionKind::Variable ? snapshot.scopes->find(name) : std::nullopt;
    if (node && *node != ScopeTree::kRoot) {
        const OperationId operation = snapshot.scopes->operation(*node);
        operation.isValid() ? writer.writeOperation(operation) : writer.writeScope(*node);
    } else if (selected.operations.size() == 1) {
        if (const auto only = snapshot.graph().findOperation(selected.operations.front())) writer.writeOperation(*only);
    } else if (!selected.operations.empty()) {
        writer.writeOperations(selected.operations);
    }
    return writer.take();
}

}  // namespace namescape
