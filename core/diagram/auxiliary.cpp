#include "diagram/auxiliary.h"

#include "diagram/box_text.h"
#include "graph/graph.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace namescape {

namespace {

constexpr std::size_t kLeastGroups = 8;          // of a scope in which anything is taken out
constexpr std::uint32_t kLeastOperations = 100;  // and of its graph: lessons show every line
constexpr std::uint32_t kLeastRoleDegree = 3;    // a summary or a step with fewer lines stays where it is
constexpr std::uint32_t kLeastHubDegree = 5;
constexpr std::uint32_t kLeastVariableDegree = 25;  // who uses a variable is what pictures are looked at for
constexpr std::uint32_t kAnyHubDegree = 40;      // from here on lines are too many wherever they lead
constexpr double kLongLines = 2;                 // rows that a hub's lines pass on average
constexpr std::uint32_t kLeastSinkDegree = 8;    // what nothing comes after is no part of the flow from here on
constexpr std::size_t kMostRounds = 16;
constexpr std::size_t kManyGroups = 2'000;       // hubs are no longer taken one by one

// A degree beyond which a group is an outlier among its siblings, as box plots have it: the upper quartile and one and a half times the
// distance between the quartiles.
double fenceOf(std::vector<std::uint32_t> degrees) {
    const auto quantile = [&](std::size_t quarters) {
        const auto at = degrees.begin() + static_cast<std::ptrdiff_t>((degrees.size() - 1) * quarters / 4);
        std::nth_element(degrees.begin(), at, degrees.end());
        return static_cast<double>(*at);
    };
    const double lower = quantile(1), upper = quantile(3);
    return upper + 1.5 * (upper - lower);
}

class AuxiliaryFinder {
public:
    AuxiliaryFinder(const Graph& graph, const ScopeTree& tree, const Structure& structure, const ViewOptions& options, const SiblingGroups& groups,
                    std::vector<GroupLine> lines)
        : m_graph(graph), m_tree(tree), m_structure(structure), m_options(options), m_groups(groups), m_lines(std::move(lines)), m_isOut(groups.count()) {}

    std::vector<bool> find(bool isAutomatic) {
        for (std::size_t i = 0; i < m_isOut.size(); ++i) m_isOut[i] = m_options.besideFlow.contains(m_tree.fullName(first(i)));
        if (!isAutomatic) return m_isOut;
        takeOutHelpers();
        const std::size_t rounds = m_isOut.size() < kManyGroups ? kMostRounds : 2;
        for (std::size_t round = 0; round < rounds && takeOutHubs(); ++round) {}
        return m_isOut;
    }

private:
    NodeId first(std::size_t group) const { return m_groups.members(group).front(); }
    bool isKept(std::size_t group) const { return m_options.inFlow.contains(m_tree.fullName(first(group))); }

    // By what they are there for.
    void takeOutHelpers() {
        countLines();
        for (std::size_t i = 0; i < m_isOut.size(); ++i) {
            const NodeRole role = m_structure.roleOf(first(i));
            const bool isNeverInFlow = role == NodeRole::Training || role == NodeRole::Saving || role == NodeRole::Grouping;
            const bool isHelper = isNeverInFlow || (role != NodeRole::Computation && m_in[i] + m_out[i] >= kLeastRoleDegree);
            if (isHelper && !isKept(i)) m_isOut[i] = true;
        }
    }

    void countLines() {
        std::erase_if(m_lines, [&](const GroupLine& line) { return m_isOut[line.from] || m_isOut[line.to]; });
        m_in.assign(m_isOut.size(), 0), m_out.assign(m_isOut.size(), 0);
        for (const GroupLine& line : m_lines) ++m_out[line.from], ++m_in[line.to];
    }

    // By their lines: outliers among their siblings whose lines are long. The worst one alone, since without it others may be none; of very many
    // siblings, all. Says whether there were any.
    bool takeOutHubs() {
        countLines();
        setRows();
        m_passed.assign(m_isOut.size(), 0);
        for (const GroupLine& line : m_lines) {
            // A line against the flow passes its ends' rows too.
            const std::int32_t down = m_rows[line.to] - m_rows[line.from];
            const auto rows = static_cast<std::uint64_t>(down > 0 ? down - 1 : 2 - down);
            m_passed[line.from] += rows, m_passed[line.to] += rows;
        }
        const double inFence = fenceOf(m_in), outFence = fenceOf(m_out);
        std::size_t worst = m_isOut.size();
        for (std::size_t i = 0; i < m_isOut.size(); ++i) {
            if (m_isOut[i] || !isHub(i, inFence, outFence)) continue;
            if (m_isOut.size() >= kManyGroups) m_isOut[i] = true;
            if (worst == m_isOut.size() || m_passed[i] > m_passed[worst]) worst = i;
        }
        if (worst == m_isOut.size()) return false;
        m_isOut[worst] = true;
        return true;
    }

    bool isHub(std::size_t i, double inFence, double outFence) const {
        const std::uint32_t degree = m_in[i] + m_out[i];
        if (degree < kLeastHubDegree || isKept(i)) return false;
        const OperationId operation = m_tree.operation(first(i));
        const bool isVariable = operation.isValid() && kindOf(m_graph, operation) == BoxKind::Variable;
        if (isVariable && degree < kLeastVariableDegree) return false;
        const bool isOutlier = (m_in[i] >= kLeastHubDegree && m_in[i] > inFence) || (m_out[i] >= kLeastHubDegree && m_out[i] > outFence);
        if (!isOutlier) return false;
        const bool isGreatSink = m_out[i] == 0 && m_in[i] >= kLeastSinkDegree;
        return isGreatSink || degree >= kAnyHubDegree || static_cast<double>(m_passed[i]) >= kLongLines * degree;
    }

    // As a layout would set them: each group behind what it uses, and what uses nothing just before its first user. In a cycle, the first comes first.
    void setRows() {
        const std::size_t count = m_isOut.size();
        std::vector<std::uint32_t> begin(count + 1, 0), waitsFor(m_in);
        for (const GroupLine& line : m_lines) ++begin[line.from + 1];
        for (std::size_t i = 1; i <= count; ++i) begin[i] += begin[i - 1];
        m_rows.assign(count, 0);
        std::vector<bool> isSet(count);
        std::vector<std::uint32_t> ready;
        for (std::uint32_t start = 0; start < count; ++start)
            if (waitsFor[start] == 0) ready.push_back(start);
        std::size_t next = 0;
        for (std::uint32_t start = 0; start < count;) {
            for (; next < ready.size(); ++next) {
                const std::uint32_t at = ready[next];
                isSet[at] = true;
                for (std::uint32_t k = begin[at]; k < begin[at + 1]; ++k) {
                    const std::uint32_t to = m_lines[k].to;
                    if (isSet[to]) continue;
                    m_rows[to] = std::max(m_rows[to], m_rows[at] + 1);
                    if (--waitsFor[to] == 0) ready.push_back(to);
                }
            }
            while (start < count && isSet[start]) ++start;
            if (start < count) waitsFor[start] = UINT32_MAX, ready.push_back(start);
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            if (m_in[i] > 0 || begin[i] == begin[i + 1]) continue;
            std::int32_t least = INT32_MAX;
            for (std::uint32_t k = begin[i]; k < begin[i + 1]; ++k) least = std::min(least, m_rows[m_lines[k].to]);
            m_rows[i] = least - 1;
        }
    }

    const Graph& m_graph;
    const ScopeTree& m_tree;
    const Structure& m_structure;
    const ViewOptions& m_options;
    const SiblingGroups& m_groups;
    std::vector<GroupLine> m_lines;           // in order; those of what is out are taken away
    std::vector<std::uint32_t> m_in, m_out;
    std::vector<std::int32_t> m_rows;
    std::vector<std::uint64_t> m_passed;  // by group: rows that its lines pass
    std::vector<bool> m_isOut;
};

}  // namespace

bool setsAside(const ScopeTree& tree, const ViewOptions& options) {
    return options.hasStubs && tree.operationCount(ScopeTree::kRoot) >= kLeastOperations;
}

std::vector<bool> auxiliaryGroups(const Graph& graph, const ScopeTree& tree, const EdgeIndex& index, const Structure& structure, const ViewOptions& options,
                                  NodeId scope, const SiblingGroups& groups, const GroupedScope* known) {
    const bool isAutomatic = setsAside(tree, options) && groups.count() >= kLeastGroups;
    if (!isAutomatic && options.besideFlow.empty()) return std::vector<bool>(groups.count());
    std::vector<GroupLine> lines;
    if (isAutomatic) lines = known ? known->lines : linesBetween(tree, index, scope, groups);
    return AuxiliaryFinder(graph, tree, structure, options, groups, std::move(lines)).find(isAutomatic);
}

}  // namespace namescape
