#include "io/graph_json.h"
#include "pipeline/export.h"
#include "pipeline/provenance_json.h"

#include <algorithm>
#include <utility>

namespace namescape {

namespace {

const char* severityName(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Hint: return "hint";
    }
    return "";
}

// Addresses as the recorded results of TensorFlow write them in a message: ours are made up, and say nothing.
std::string withoutAddresses(std::string_view message) {
    constexpr std::string_view start = "0x";
    std::string text;
    while (true) {
        const auto at = std::min(message.find(start), message.size());
        text += message.substr(0, at);
        message.remove_prefix(at);
        if (message.empty()) return text;
        const auto digits = std::min(message.find_first_not_of("0123456789abcdef", start.size()), message.size());
        text += digits == start.size() ? start : "0xADDR";
        message.remove_prefix(digits);
    }
}

std::string tensorName(const Graph& graph, TensorId tensor) {
    return std::string(graph.operationName(tensor.operation)) + ':' + std::to_string(tensor.output);
}

class RunWriter {
public:
    explicit RunWriter(const Snapshot& snapshot) : m_snapshot(snapshot), m_json(m_out) {}

    std::string write() {
        const Evaluation& evaluation = *m_snapshot.evaluation;
        m_json.beginObject();
        m_json.member("ok", !evaluation.error && m_snapshot.isOk());
        if (m_snapshot.graphFile) writeFile(*m_snapshot.graphFile);
        writeError();
        member("stdout", evaluation.output);
        writeGraph(evaluation.main);
        if (!evaluation.others.empty()) writeOtherGraphs();
        writeDiagnostics();
        m_json.endObject();
        m_out += '\n';
        return std::move(m_out);
    }

private:
    template <typename T>
    void member(const char* name, const T& value) {
        m_json.line();
        m_json.member(name, value);
    }

    void key(const char* name) {
        m_json.line();
        m_json.key(name);
    }

    void writeFile(const GraphFile& file) {
        key("file");
        m_json.beginObject();
        m_json.member("kind", file.recognized.description);
        m_json.member("graph", file.shown.name);
        m_json.key("graphs");
        m_json.beginArray();
        for (const GraphEntry& entry : file.graphs) {
            m_json.beginObject();
            m_json.member("name", entry.name);
            m_json.member("kind", entry.kind == GraphEntry::Kind::Graph ? "graph" : "function");
            m_json.endObject();
        }
        m_json.endArray();
        m_json.endObject();
    }

    // What ended the reading of a file stands in the place of what ended a program.
    void writeFileError(const GraphFile& file) {
        if (file.isOk()) return m_json.null();
        m_json.beginObject();
        m_json.member("type", "GraphFileError");
        m_json.member("message", file.problems.front().message);
        m_json.member("place", file.problems.front().place);
        m_json.endObject();
    }

    void writeError() {
        key("error");
        if (m_snapshot.graphFile) return writeFileError(*m_snapshot.graphFile);
        const auto& error = m_snapshot.evaluation->error;
        if (!error) return m_json.null();
        m_json.beginObject();
        m_json.member("type", error->type);
        m_json.member("message", withoutAddresses(error->message));
        m_json.member("line", error->line);
        m_json.endObject();
    }

    void writeGraph(const EvaluatedGraph& evaluated) {
        key("nodes");
        writeNodes(m_json, *evaluated.graph);
        key("variables");
        m_json.beginArray();
        for (const VariableInfo& variable : evaluated.variables) writeVariable(variable);
        m_json.endArray();
        key("collections");
        m_json.beginObject();
        for (const CollectionInfo& collection : evaluated.collections) writeCollection(*evaluated.graph, collection);
        m_json.endObject();
        if (m_snapshot.graphFile) return;
        key("provenance");
        writeProvenance(m_json, m_snapshot, evaluated);
    }

    void writeVariable(const VariableInfo& variable) {
        m_json.line();
        m_json.beginObject();
        m_json.member("name", variable.name);
        m_json.key("shape");
        writeShape(m_json, variable.shape);
        m_json.member("dtype", variable.dataType.name());
        m_json.key("trainable");
        // A graph alone does not tell.
        if (m_snapshot.graphFile && m_snapshot.graphFile->collections.empty()) m_json.null();
        else m_json.value(variable.isTrainable);
        m_json.key("collections");
        m_json.beginArray();
        for (const std::string& collection : variable.collections) m_json.value(collection);
        m_json.endArray();
        m_json.endObject();
    }

    void writeCollection(const Graph& graph, const CollectionInfo& collection) {
        m_json.line();
        m_json.key(collection.key);
        m_json.beginArray();
        for (const CollectionValue& item : collection.items) {
            std::visit([&](const auto& value) {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::nullptr_t>) m_json.null();
                else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, TensorId>) m_json.value(tensorName(graph, value));
                else m_json.value(value);
            }, item);
        }
        m_json.endArray();
    }

    void writeOtherGraphs() {
        key("other_graphs");
        m_json.beginArray();
        for (const EvaluatedGraph& other : m_snapshot.evaluation->others) {
            m_json.line();
            m_json.beginObject();
            writeGraph(other);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeDiagnostics() {
        key("diagnostics");
        m_json.beginArray();
        for (const Diagnostic& diagnostic : m_snapshot.diagnostics) writeDiagnostic(diagnostic);
        m_json.endArray();
    }

    void writeDiagnostic(const Diagnostic& diagnostic) {
        m_json.line();
        m_json.beginObject();
        m_json.member("severity", severityName(diagnostic.severity));
        m_json.member("kind", name(diagnostic.kind));
        m_json.member("message", message(diagnostic));
        if (diagnostic.kind == DiagnosticKind::GraphFile) m_json.member("place", diagnostic.arguments[1]);
        else writeRange(diagnostic.range);
        if (!diagnostic.note.empty()) m_json.member("note", diagnostic.note);
        m_json.key("related");
        m_json.beginArray();
        for (const RelatedRange& related : diagnostic.related) {
            m_json.beginObject();
            m_json.member("message", related.message);
            writeRange(related.range);
            m_json.endObject();
        }
        m_json.endArray();
        writeFixes(diagnostic.fixes);
        m_json.endObject();
    }

    // Lines and columns count from 1, columns in characters; offsets in bytes.
    void writeRange(SourceRange range) {
        m_json.key("range");
        m_json.beginObject();
        for (const auto& [name, offset] : {std::pair("begin", range.begin), std::pair("end", range.end)}) {
            const auto inText = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(m_snapshot.text().size()));
            const LineColumn at = m_snapshot.tree->lines().position(m_snapshot.text(), inText);
            m_json.key(name);
            m_json.beginObject();
            m_json.member("line", at.line);
            m_json.member("column", at.column);
            m_json.member("offset", offset);
            m_json.endObject();
        }
        m_json.endObject();
    }

    void writeFixes(const std::vector<Fix>& fixes) {
        m_json.key("fixes");
        m_json.beginArray();
        for (const Fix& fix : fixes) {
            m_json.beginObject();
            m_json.member("title", fix.title);
            m_json.key("edits");
            m_json.beginArray();
            for (const TextEdit& edit : fix.edits) {
                m_json.beginObject();
                writeRange(edit.range);
                m_json.member("replacement", edit.replacement);
                m_json.endObject();
            }
            m_json.endArray();
            m_json.endObject();
        }
        m_json.endArray();
    }

    const Snapshot& m_snapshot;
    std::string m_out;
    JsonWriter m_json;
};

}  // namespace

std::string runJson(const Snapshot& snapshot) {
    return RunWriter(snapshot).write();
}

}  // namespace namescape
