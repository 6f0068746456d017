#include "graph_file/node_loader.h"

#include "graph_file/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace namescape {

namespace {

constexpr std::uint32_t kMostOutputs = 1 << 16;         // an input that asks for a later one is dangling
constexpr std::size_t kMostWidened = std::size_t{1} << 24;
constexpr std::size_t kLongestName = std::size_t{1} << 30;
constexpr std::size_t kLongestShown = 200;
constexpr std::size_t kMostProblems = 50;
constexpr std::size_t kMostAttributes = 1 << 12;         // that are looked at for types, shapes and colocation
constexpr std::uint64_t kInputsPerOperation = 4;         // at most, on average

bool isNumber(std::string_view text) {
    return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// For messages.
std::string shown(std::string_view name) {
    return "'" + std::string(name.substr(0, kLongestShown)) + (name.size() > kLongestShown ? "…'" : "'");
}

}  // namespace

NodeLoader::NodeLoader(const std::shared_ptr<const FileBytes>& file, const GraphFileLimits& limits)
    : m_graph(std::make_shared<Graph>()), m_file(file), m_limits(limits), m_rules(*m_graph) {}

void NodeLoader::reserve(std::size_t nodes) {
    nodes = static_cast<std::size_t>(std::min<std::uint64_t>(nodes, m_limits.maxOperations));
    m_graph->reserveOperations(nodes);
    m_nodes.reserve(nodes);
    m_views.reserve(nodes);
    m_inputEnds.reserve(nodes);
    m_inputTexts.reserve(2 * nodes);
}

std::optional<std::string> NodeLoader::checkLimits(std::string_view name) {
    if (m_nodes.size() >= m_limits.maxOperations) {
        m_hitLimit = GraphFileLimit::Operations;
        return fmt::format("the graph has more than {} operations, the most that are read", m_limits.maxOperations);
    }
    const auto differ = std::mismatch(name.begin(), name.end(), m_previousName.begin(), m_previousName.end()).first;
    if (m_inputTexts.size() > kInputsPerOperation * m_limits.maxOperations) {
        m_hitLimit = GraphFileLimit::Operations;
        return fmt::format("the graph has more than {} inputs, the most that are read", kInputsPerOperation * m_limits.maxOperations);
    }
    m_scopes += static_cast<std::uint64_t>(std::count(differ, name.end(), '/'));
    m_previousName = name;
    if (m_scopes <= m_limits.maxScopes) return std::nullopt;
    m_hitLimit = GraphFileLimit::Scopes;
    return fmt::format("the names of the graph have more than {} scopes, the most that are read", m_limits.maxScopes);
}

std::optional<std::string> NodeLoader::add(std::string_view nodeDef, std::uint64_t offset) {
    std::string_view name, type, device;
    m_attributes.clear();
    const std::size_t firstInput = m_inputTexts.size();
    WireReader reader(nodeDef);
    while (reader.next()) {
        if (reader.type() != WireType::Length) continue;
        switch (reader.field()) {
        case 1: name = reader.bytes(); break;
        case 2: type = reader.bytes(); break;
        case 3:
            if (m_inputTexts.size() <= kInputsPerOperation * m_limits.maxOperations) m_inputTexts.push_back(reader.bytes());
            break;
        case 4: device = reader.bytes(); break;
        case 5: readAttribute(reader.bytes()); break;
        default: break;
        }
    }
    if (reader.hasFailed() || name.size() > kLongestName) {
        m_inputTexts.resize(firstInput);
        return fmt::format("the node {} is damaged", shown(name));
    }
    if (auto problem = checkLimits(name)) {
        m_inputTexts.resize(firstInput);
        return problem;
    }
    const StringId typeId = m_graph->internString(type);
    const OperationId id = m_graph->loadOperation({name, typeId, m_graph->internString(device), m_rules.outputs(typeId, m_attributes)});
    if (*m_graph->findOperation(name) != id) m_duplicates.push_back(id);
    setColocation(id);
    m_nodes.push_back({offset, nodeDef.size()});
    m_views.push_back(nodeDef);
    m_inputEnds.push_back(m_inputTexts.size());
    return std::nullopt;
}

void NodeLoader::add(std::string_view name, std::string_view type, std::span<const std::string_view> inputs, std::span<const OutputSpec> outputs) {
    m_inputTexts.insert(m_inputTexts.end(), inputs.begin(), inputs.end());
    m_graph->loadOperation({name, m_graph->internString(type), {}, m_graph->addOutputs(outputs)});
    m_nodes.emplace_back();
    m_views.emplace_back();
    m_inputEnds.push_back(m_inputTexts.size());
}

void NodeLoader::readAttribute(std::string_view entry) {
    if (m_attributes.size() < kMostAttributes) m_attributes.push_back(decodeMapEntry(entry));
}

void NodeLoader::setColocation(OperationId id) {
    for (const MapEntry& attribute : m_attributes) {
        if (attribute.key != "_class") continue;
        if (auto groups = decodeStringList(attribute.value); !groups.empty()) m_graph->setColocation(id, std::move(groups));
    }
}

// "a", "a:1"; in a function's body "argument", "node:output_name:0".
NodeLoader::Reference NodeLoader::parse(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || !isNumber(text.substr(colon + 1))) return {text, 0};
    std::uint32_t output = 0;
    std::from_chars(text.data() + colon + 1, text.data() + text.size(), output);
    if (output >= kMostOutputs) return {text, 0};
    const std::size_t firstColon = text.find(':');
    const bool isFunctionReference = firstColon != colon && !m_graph->findOperation(text.substr(0, colon));  // not only TensorFlow's names have colons
    if (!isFunctionReference) return {text.substr(0, colon), output};
    Reference reference = parseFunctionReference(text.substr(0, colon), firstColon);
    reference.output += output;
    return reference;
}

NodeLoader::Reference NodeLoader::parseFunctionReference(std::string_view text, std::size_t firstColon) {
    const std::string_view name = text.substr(0, firstColon);
    const auto source = m_graph->findOperation(name);
    if (!source) return {name, 0};
    m_attributes.clear();
    WireReader reader(m_views[source->value]);
    while (reader.next()) {
        if (reader.is(5, WireType::Length)) readAttribute(reader.bytes());
    }
    const StringId type = m_graph->operationTypeId(*source);
    return {name, m_rules.firstOutputOf(type, text.substr(firstColon + 1), m_attributes).value_or(0)};
}

// Most inputs were made not long ago: those need no look into a table that fits into no cache.
std::optional<OperationId> NodeLoader::find(std::string_view name) {
    OperationId& recent = m_recent[std::hash<std::string_view>()(name) % m_recent.size()];
    if (recent.isValid() && m_graph->operationName(recent) == name) return recent;
    const auto found = m_graph->findOperation(name);
    if (found) recent = *found;
    return found;
}

// The operation of that name, of which `outputs` are wanted at least: none by a control input.
OperationId NodeLoader::resolve(std::string_view name, std::uint32_t outputs, OperationId user) {
    if (const auto found = find(name)) {
        if (outputs > m_graph->outputCount(*found)) {
            std::uint32_t& wanted = m_wantedOutputs[found->value];
            wanted = std::max(wanted, outputs);
        }
        return *found;
    }
    if (m_nodes.size() + m_missing.size() >= m_limits.maxOperations && !m_missingIds.contains(name)) {
        m_hitLimit = GraphFileLimit::Operations;
        return {0};
    }
    const auto [known, isNew] = m_missingIds.try_emplace(name, static_cast<std::uint32_t>(m_missing.size()));
    if (isNew) m_missing.push_back({name, 0, 0, user});
    Missing& missing = m_missing[known->second];
    ++missing.users;
    missing.outputs = std::max(missing.outputs, outputs);
    return {static_cast<std::uint32_t>(m_nodes.size()) + known->second};
}

void NodeLoader::loadInputs(OperationId id) {
    m_inputs.clear();
    m_controls.clear();
    const std::uint64_t begin = id.value == 0 ? 0 : m_inputEnds[id.value - 1];
    for (std::uint64_t i = begin; i < m_inputEnds[id.value]; ++i) {
        const std::string_view text = m_inputTexts[i];
        if (text.starts_with('^')) {
            m_controls.push_back(resolve(text.substr(1), 0, id));
            continue;
        }
        const Reference reference = parse(text);
        m_inputs.push_back({resolve(reference.operation, reference.output + 1, id), reference.output});
    }
    m_graph->loadInputs(id, m_inputs, m_controls);
}

std::shared_ptr<Graph> NodeLoader::finish() {
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) loadInputs({i});
    widenOutputs();
    addMissing();
    reportDuplicates();
    m_graph->setAttributeSource(std::make_shared<const UndecodedNodes>(m_file, std::move(m_nodes)));
    m_graph->shrink();
    return m_graph;
}

// Of an operation that nobody declares, what others have as input tells how many outputs it has.
void NodeLoader::widenOutputs() {
    std::unordered_map<std::uint32_t, OutputListId> unknown;
    std::size_t widened = 0;
    std::vector<OutputSpec> outputs;
    for (const auto& [operation, wanted] : m_wantedOutputs) {
        const std::size_t known = m_graph->outputCount({operation});
        outputs.assign(wanted, {DataType(), ShapePool::kUnknown});
        for (std::uint32_t i = 0; i < known; ++i) outputs[i] = {m_graph->outputType({{operation}, i}), m_graph->outputShapeId({{operation}, i})};
        if (known == 0) {
            const auto [shared, isNew] = unknown.try_emplace(wanted);
            if (isNew && (widened += wanted) <= kMostWidened) shared->second = m_graph->addOutputs(outputs);
            m_graph->setOutputs({operation}, shared->second);
        } else if ((widened += wanted) <= kMostWidened) {
            m_graph->setOutputs({operation}, m_graph->addOutputs(outputs));
        }
    }
}

void NodeLoader::addMissing() {
    m_graph->beginMissingOperations();
    const StringId type = m_graph->internString("missing");
    std::unordered_map<std::uint32_t, OutputListId> shared;
    std::size_t added = 0;
    for (const Missing& missing : m_missing) {
        const auto [outputs, isNew] = shared.try_emplace(missing.outputs);
        if (isNew && (added += missing.outputs) <= kMostWidened)
            outputs->second = m_graph->addOutputs(std::vector<OutputSpec>(missing.outputs, {DataType(), ShapePool::kUnknown}));
        m_graph->loadOperation({missing.name, type, {}, outputs->second});
        if (!isWorthReporting()) continue;
        const std::string more = missing.users == 1 ? std::string() : fmt::format(" (and of {} more)", missing.users - 1);
        report(missing.firstUser, fmt::format("{}, an input of {}{}, is not in the graph", shown(missing.name), shown(m_graph->operationName(missing.firstUser)), more));
    }
}

void NodeLoader::reportDuplicates() {
    std::unordered_map<std::string_view, std::uint32_t> counts;
    for (const OperationId duplicate : m_duplicates) ++counts[m_graph->operationName(duplicate)];
    for (const OperationId duplicate : m_duplicates) {
        std::uint32_t& count = counts[m_graph->operationName(duplicate)];
        if (count > 0 && isWorthReporting()) report(duplicate, fmt::format("there are {} operations of the name {}: inputs of that name are the first one's", count + 1, shown(m_graph->operationName(duplicate))));
        count = 0;
    }
}

// Counts all of them.
bool NodeLoader::isWorthReporting() {
    return ++m_problemCount <= kMostProblems;
}

void NodeLoader::report(OperationId at, std::string message) {
    m_problems.push_back({m_nodes[at.value].offset, std::move(message)});
}

}  // namespace namescape
