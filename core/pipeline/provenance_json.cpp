#include "pipeline/provenance_json.h"

#include "api/reuse_text.h"
#include "explain/name_explainer.h"

namespace namescape {

namespace {

const char* word(NamePartKind kind) {
    switch (kind) {
    case NamePartKind::NameScope: return "name_scope";
    case NamePartKind::VariableScope:
    case NamePartKind::VariableKey: return "variable_scope";
    case NamePartKind::CallScope: return "call";
    case NamePartKind::Root: return "root";
    case NamePartKind::Own: break;
    }
    return "own";
}

const char* word(NamePartSource source) {
    switch (source) {
    case NamePartSource::Given: return "given";
    case NamePartSource::DefaultName: return "default";
    case NamePartSource::ScopeObject: return "scope_object";
    case NamePartSource::Exact: return "exact";
    case NamePartSource::Inner: return "inner";
    case NamePartSource::Partition: return "partition";
    case NamePartSource::Changed: return "custom_getter";
    case NamePartSource::ImplicitInput: return "implicit_input";
    case NamePartSource::Beginning: return "beginning";
    }
    return "";
}

const char* word(ReuseSource source) {
    switch (source) {
    case ReuseSource::Default: return "default";
    case ReuseSource::Argument: return "argument";
    case ReuseSource::Inherited: return "inherited";
    case ReuseSource::ScopeObject: return "scope_object";
    case ReuseSource::ReuseVariables: return "reuse_variables";
    }
    return "";
}

class ProvenanceWriter {
public:
    ProvenanceWriter(JsonWriter& json, const Snapshot& snapshot, const EvaluatedGraph& evaluated)
        : m_json(json), m_evaluated(evaluated), m_explainer(*snapshot.tree, *snapshot.evaluation, evaluated) {}

    void write() {
        m_json.beginObject();
        writeScopes();
        writeOperations();
        writeVariables();
        m_json.endObject();
    }

private:
    const Graph& graph() const { return *m_evaluated.graph; }

    // Some operation inside each opening, by its number.
    std::vector<OperationId> examples() const {
        std::vector<OperationId> found(graph().nameScopeOpeningCount());
        for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
            OpeningId opening = graph().nameScopeOpeningOf({i});
            if (!graph().nameScopeOpening(opening).holds(graph().operationName({i}))) continue;
            for (; opening != 0 && !found[opening].isValid(); opening = graph().nameScopeOpening(opening).parent) {
                found[opening] = {i};
                if (graph().nameScopeOpening(opening).kind != NameScopeOpening::Kind::Made) break;
            }
        }
        return found;
    }

    void writeLine(const char* name, const ExplainedPlace& place) {
        if (place.line != 0) m_json.member(name, place.line);
    }

    void writePart(const NamePart& part) {
        m_json.member("source", word(part.source));
        writeLine("line", part.place);
        if (!part.place.callLines.empty()) {
            m_json.key("called_from");
            m_json.beginArray();
            for (const std::uint32_t line : part.place.callLines) m_json.value(line);
            m_json.endArray();
        }
        if (part.place.runCount > 1) m_json.member("run", static_cast<std::int64_t>(part.place.run + 1));
        if (part.suffix.empty()) return;
        m_json.member("suffix", part.suffix);
        if (part.holder) writeLine("taken_in_line", part.holder->place);
    }

    void writeScopes() {
        m_json.line();
        m_json.key("scopes");
        m_json.beginArray();
        const std::vector<OperationId> inside = examples();
        // Numbers are places in this list, so that an entry stands for each, even for one that no name came from.
        for (OpeningId id = 0; id < inside.size(); ++id) {
            m_json.line();
            m_json.beginObject();
            if (inside[id].isValid()) writeScope(id, graph().operationName(inside[id]));
            else m_json.member("path", "");
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeScope(OpeningId id, std::string_view name) {
        const NamePart part = m_explainer.openingPart(id, name, NameExplainer::Holders::PlacesOnly);
        m_json.member("path", part.path);
        m_json.member("outer", graph().nameScopeOpening(id).parent);
        m_json.member("kind", word(part.kind));
        writePart(part);
    }

    void writeOperations() {
        m_json.line();
        m_json.key("operations");
        m_json.beginArray();
        for (std::uint32_t i = 0; i < graph().operationCount(); ++i) {
            m_json.line();
            m_json.beginObject();
            m_json.member("scope", graph().nameScopeOpeningOf({i}));
            writePart(m_explainer.ownPart({i}, NameExplainer::Holders::PlacesOnly));
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeVariables() {
        m_json.line();
        m_json.key("variables");
        m_json.beginArray();
        for (const VariableInfo& variable : m_evaluated.variables) {
            m_json.line();
            m_json.beginObject();
            m_json.member("name", variable.name);
            m_json.key("key");
            if (variable.storeKey.empty()) m_json.null();
            else m_json.value(variable.storeKey);
            m_json.key("requests");
            m_json.beginArray();
            const VariableExplanation explained = m_explainer.explainVariable(variable);
            for (const VariableLookup& lookup : explained.lookups) writeLookup(lookup);
            m_json.endArray();
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeLookup(const VariableLookup& lookup) {
        m_json.beginObject();
        writeLine("line", lookup.place);
        m_json.member("created", lookup.created);
        m_json.member("name_scope", lookup.nameScope);
        m_json.member("variable_scope", lookup.variableScope);
        m_json.member("reuse", reuseText(lookup.reuse));
        m_json.member("reuse_source", word(lookup.reuseSource));
        writeLine("reuse_line", lookup.reusePlace);
        m_json.endObject();
    }

    JsonWriter& m_json;
    const EvaluatedGraph& m_evaluated;
    NameExplainer m_explainer;
};

}  // namespace

void writeProvenance(JsonWriter& json, const Snapshot& snapshot, const EvaluatedGraph& evaluated) {
    ProvenanceWriter(json, snapshot, evaluated).write();
}

}  // namespace namescape
