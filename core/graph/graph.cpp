#include "graph/graph.h"

#include "graph/graph_scopes.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace namescape {

namespace {

constexpr std::string_view kColocationPrefix = "loc:@";

// Paths are not kept a second time: this tells whether a name begins with one.
std::uint32_t pathHash(std::string_view path) {
    std::uint32_t hash = 2166136261u;
    for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

std::size_t bytesOf(const auto& values) {
    return values.capacity() * sizeof(values[0]);
}

}  // namespace

bool NameScopeOpening::holds(std::string_view name) const {
    if (pathLength == 0) return true;
    if (name.size() < pathLength || (name.size() > pathLength && name[pathLength] != '/')) return false;
    return pathHash == namescape::pathHash(name.substr(0, pathLength));
}

Graph::Graph() : m_contextTable(1) {
    m_openings.push_back(NameScopeOpening());
}

std::string_view Graph::operationName(OperationId id) const {
    const std::size_t begin = record(id).nameBegin;
    const std::size_t end = id.value + 1 < m_records.size() ? m_records[id.value + 1].nameBegin : m_nameBytes.size();
    return {m_nameBytes.data() + begin, end - begin};
}

std::span<const TensorId> Graph::inputs(OperationId id) const {
    const Record& r = record(id);
    return {m_inputs.data() + r.inputBegin, r.inputCount};
}

std::span<const OperationId> Graph::controlInputs(OperationId id) const {
    const Record& r = record(id);
    return {m_controls.data() + r.controlBegin, r.controlCount};
}

std::span<const Attribute> Graph::attributes(OperationId id) const {
    if (m_attributeSource) return m_attributeSource->attributes(id);
    return m_attributes[record(id).attributes];
}

ControlFlowContext* Graph::controlFlowContextOf(OperationId id) const {
    return m_contextTable[record(id).context];
}

std::optional<OperationId> Graph::findOperation(std::string_view name) const {
    return index().find(name, [this](OperationId id) { return operationName(id); });
}

// With all operations.
const OperationIndex& Graph::index() const {
    m_index.extend(m_records.size(), [this](OperationId id) { return operationName(id); });
    return m_index;
}

std::string Graph::uniqueName(std::string_view name, NamesInUse::Mark mark) {
    std::string unique = m_names.unique(m_nameScope, name, mark, m_currentOrigin);
    if (mark == NamesInUse::Mark::Used) m_recentNames.add(unique);
    return unique;
}

// Whether an operation has the name that was made of what was asked. A name that was made unique is new, unless there are
// operations whose names were never taken: those with a "/" at their end are used as they stand, and so are those of files.
bool Graph::isTaken(std::string_view name, std::string_view asked) {
    const bool asItStands = asked.ends_with('/');
    if (!m_namesMayClash && (!asItStands || m_recentNames.take(name))) return false;
    const bool taken = findOperation(name).has_value();
    if (!taken && !m_names.contains(name)) m_namesMayClash = true;
    return taken;
}

std::string Graph::takeName(std::string_view asked) {
    std::string name = asked.ends_with('/') ? std::string(asked.substr(0, asked.size() - 1)) : m_names.unique(m_nameScope, asked, NamesInUse::Mark::Used, m_currentOrigin);
    if (!isValidOperationName(name)) throw TensorFlowError(ErrorType::ValueError, "'" + name + "' is not a valid node name");
    return name;
}

void Graph::pushOpening(NameScopeOpening::Kind kind) {
    NameScopeOpening opening;
    opening.parent = keptOpening();
    opening.origin = m_currentOrigin;
    opening.pathLength = static_cast<std::uint32_t>(m_nameScope.size()) & ((1u << 28) - 1);
    opening.pathHash = pathHash(m_nameScope);
    opening.kind = kind;
    m_opening = static_cast<OpeningId>(m_openings.size());
    m_openings.push_back(opening);
    m_openingIsKept = true;
}

// Generators may close scopes in another order than they have opened them: an entry may be gone then.
OpeningId Graph::keptOpening() const {
    return m_opening < m_openings.size() ? m_opening : 0;
}

Graph::FormerOpening Graph::openNameScope(NameScopeOpening::Kind kind, bool stays) {
    const FormerOpening former{m_opening, m_openings.size()};
    m_openingIsKept = false;
    if (kind == NameScopeOpening::Kind::Root) m_opening = 0;
    else if (!stays) pushOpening(kind);
    m_openingKind = kind;
    m_openingIsNew = true;
    return former;
}

void Graph::closeNameScope(FormerOpening former) {
    const std::size_t needed = std::max(m_firstUnusedOpening, former.count);
    m_openings.truncate(needed);
    m_opening = former.opening;
    m_openingIsNew = false;
}

void Graph::noteNameScope(std::uint32_t run, std::uint32_t note) {
    if (!m_openingIsNew) return;
    m_openingIsNew = false;
    if (!m_openingIsKept) pushOpening(m_openingKind);
    NameScopeOpening& opening = m_openings[m_opening];
    if (opening.origin != m_currentOrigin) return;
    opening.run = run & ((1u << 28) - 1);
    opening.note = note & 15u;
}

void Graph::pushControlInputs(Record& target, std::span<const OperationId> controls) {
    target.controlBegin = static_cast<std::uint32_t>(m_controls.size());
    target.controlCount = static_cast<std::uint32_t>(controls.size());
    m_controls.append(controls);
}

Graph::Record Graph::namedRecord(std::string_view name) {
    Record added;
    added.nameBegin = static_cast<std::uint32_t>(m_nameBytes.size());
    m_nameBytes.append(name);
    return added;
}

Operation Graph::addOperation(OperationSpec spec, const InferOutputs& inferOutputs) {
    if (m_finalized) throw TensorFlowError(ErrorType::RuntimeError, "Graph is finalized and cannot be modified.");
    if (m_operationLimit != 0 && m_records.size() >= m_operationLimit) throw OperationLimitReached(m_operationLimit);
    const std::string name = takeName(spec.name);
    std::vector<OutputSpec> inferred;
    if (inferOutputs) {
        inferred = inferOutputs(name);
        spec.outputs = inferred;
    }

    if (m_nameBytes.size() + name.size() > std::numeric_limits<std::uint32_t>::max()) throw OperationLimitReached(m_records.size());
    const OperationId id{static_cast<std::uint32_t>(m_records.size())};
    if (isTaken(name, spec.name)) throw TensorFlowError(ErrorType::ValueError, "Duplicate node name in graph: '" + name + "'");
    Record added = namedRecord(name);
    added.type = m_strings.intern(spec.type);
    added.inputBegin = static_cast<std::uint32_t>(m_inputs.size());
    added.inputCount = static_cast<std::uint32_t>(spec.inputs.size());
    m_inputs.append(spec.inputs);
    added.outputBegin = static_cast<std::uint32_t>(m_outputs.size());
    added.outputCount = static_cast<std::uint32_t>(spec.outputs.size());
    m_outputs.append(spec.outputs);
    if (!m_controlDependencies.isEmpty()) pushControlInputs(added, m_controlDependencies.controlInputsFor(spec.inputs));
    added.attributes = m_attributes.intern(std::move(spec.attributes));
    added.origin = m_currentOrigin;
    added.opening = keptOpening();
    m_firstUnusedOpening = std::max<std::size_t>(m_firstUnusedOpening, added.opening + 1);
    m_openingIsNew = false;
    m_records.push_back(added);

    if (m_controlFlowContext) {
        setControlFlowContext(id, m_controlFlowContext);
        m_controlFlowContext->addOperation({*this, id});
    }
    m_controlDependencies.recordOperation(id);
    if (!spec.colocation.empty()) setColocation(id, std::move(spec.colocation));
    else if (!m_defaultColocation.empty()) setColocation(id, m_defaultColocation);
    if (!m_devices.empty()) applyDevices(id);
    if (!m_colocationStack.empty()) applyColocation(id);
    return {*this, id};
}

// Innermost first: what an inner block has set stands, an outer one fills in the rest.
void Graph::applyDevices(OperationId id) {
    const DeviceStack frames = m_devices;  // a device function may open blocks of its own
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        if (std::holds_alternative<DeviceReset>(*frame)) return;
        const auto* spec = std::get_if<DeviceSpec>(&*frame);
        if (spec && *spec == DeviceSpec{}) continue;
        if (spec) setDevice(id, spec->mergedWith(DeviceSpec::parse(device(id))).text());
        else setDevice(id, std::get<DeviceFunction>(*frame)({*this, id}));
    }
}

void Graph::applyColocation(OperationId id) {
    std::vector<std::string> groups;
    const auto stack = m_colocationStack;
    for (auto anchor = stack.rbegin(); anchor != stack.rend(); ++anchor) {
        const auto more = colocationGroups(*anchor);
        groups.insert(groups.end(), more.begin(), more.end());
        if (!device(*anchor).empty()) record(id).device = record(*anchor).device;
    }
    setColocation(id, std::move(groups));
}

void Graph::setColocation(OperationId id, std::vector<std::string> groups) {
    std::ranges::sort(groups);
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    std::string joined;
    for (const auto& group : groups) joined.append(group).push_back('\n');
    record(id).colocation = m_strings.intern(joined);
}

std::vector<std::string> Graph::colocation(OperationId id) const {
    std::vector<std::string> groups;
    for (std::string_view rest = m_strings[record(id).colocation]; !rest.empty(); rest.remove_prefix(groups.back().size() + 1))
        groups.emplace_back(rest.substr(0, rest.find('\n')));
    return groups;
}

std::vector<std::string> Graph::colocationGroups(OperationId id) const {
    auto groups = colocation(id);
    if (!groups.empty()) return groups;
    return {std::string(kColocationPrefix).append(operationName(id))};
}

void Graph::reserveOperations(std::size_t count) {
    m_records.reserve(count);
}

OutputListId Graph::addOutputs(std::span<const OutputSpec> outputs) {
    const OutputListId list{static_cast<std::uint32_t>(m_outputs.size()), static_cast<std::uint32_t>(outputs.size())};
    m_outputs.append(outputs);
    return list;
}

OperationId Graph::loadOperation(const LoadedOperation& loaded) {
    const OperationId id{static_cast<std::uint32_t>(m_records.size())};
    Record added = namedRecord(loaded.name);
    added.type = loaded.type;
    added.device = loaded.device;
    m_records.push_back(added);
    setOutputs(id, loaded.outputs);
    m_namesMayClash = true;
    return id;
}

void Graph::loadInputs(OperationId id, std::span<const TensorId> inputs, std::span<const OperationId> controls) {
    Record& of = record(id);
    of.inputBegin = static_cast<std::uint32_t>(m_inputs.size());
    of.inputCount = static_cast<std::uint32_t>(inputs.size());
    m_inputs.append(inputs);
    if (!controls.empty()) pushControlInputs(of, controls);
}

void Graph::setOutputs(OperationId id, OutputListId outputs) {
    record(id).outputBegin = outputs.begin;
    record(id).outputCount = outputs.count;
}

void Graph::setAttribute(OperationId id, Attribute attribute) {
    const auto former = attributes(id);
    std::vector<Attribute> list(former.begin(), former.end());
    const auto found = std::ranges::find(list, attribute.name, &Attribute::name);
    if (found == list.end()) list.push_back(std::move(attribute));
    else *found = std::move(attribute);
    const AttributeListId changed = m_attributes.intern(std::move(list));
    m_attributes.release(record(id).attributes);
    record(id).attributes = changed;
}

void Graph::setInput(OperationId id, std::size_t at, TensorId input) {
    m_inputs[record(id).inputBegin + at] = input;
}

void Graph::setControlInputs(OperationId id, std::span<const OperationId> controls) {
    const std::vector<OperationId> copy(controls.begin(), controls.end());  // they may be our own
    pushControlInputs(record(id), copy);
}

void Graph::setControlFlowContext(OperationId id, ControlFlowContext* context) {
    const auto found = std::ranges::find(m_contextTable, context);
    record(id).context = static_cast<std::uint32_t>(found - m_contextTable.begin());
    if (found == m_contextTable.end()) m_contextTable.push_back(context);
}

void Graph::dropCallerState() {
    m_collections = {};
    m_extensions.clear();
    m_devices.clear();
    m_colocationStack.clear();
    m_controlDependencies.exchange({});
    m_controlFlowContext = nullptr;
    m_contextTable.assign(1, nullptr);
    for (Record& each : m_records) each.context = 0;
    m_contexts.clear();
}

void Graph::shrink() {
    index();
    m_records.shrink_to_fit();
    m_inputs.shrink_to_fit();
    m_controls.shrink_to_fit();
    m_outputs.shrink_to_fit();
    m_nameBytes.shrink_to_fit();
    m_openings.shrink_to_fit();
    m_strings.shrink();
    m_names.shrink();
}

std::size_t Graph::bytes() const {
    return bytesOf(m_records) + bytesOf(m_inputs) + bytesOf(m_controls) + bytesOf(m_outputs) + m_index.bytes() + m_names.bytes() + bytesOf(m_openings) +
           m_attributes.bytes() + m_strings.bytes();
}

}  // namespace namescape
