#include "graph_file/model_explorer_reader.h"

#include <nlohmann/json.hpp>

#include <iterator>

namespace namescape {

namespace {

constexpr std::size_t kLongestValue = 1 << 12;  // of an attribute: adapters write whole tensors as text

// Over a text, and tells how far it was read.
class WatchedText {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    WatchedText(const char* at, const char** seen) : m_at(at), m_seen(seen) {}
    const char& operator*() const { return *m_at; }
    WatchedText& operator++() {
        *m_seen = ++m_at;
        return *this;
    }
    bool operator==(const WatchedText& other) const { return m_at == other.m_at; }
    bool operator!=(const WatchedText& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    const char** m_seen;
};

// What an object or array is, by what it stands in.
enum class Place : std::uint8_t { Outside, Graphs, GraphsAgain, Graph, Nodes, Node, Edges, Edge, Attributes, Attribute, Outputs, Output, Subgraphs, Skipped };

class Handler {
public:
    Handler(const char* begin, const char* const& seen, std::uint64_t mostNodes, const std::stop_token& stop) : m_begin(begin), m_seen(seen), m_mostNodes(mostNodes), m_stop(stop) {}

    ModelExplorerFile take() {
        if (m_hasGraphs) std::erase_if(m_graphs, [](const Graph& graph) { return graph.isAgain; });
        for (Graph& graph : m_graphs) m_result.graphs.push_back(std::move(graph.graph));
        return std::move(m_result);
    }
    void fail(std::uint64_t offset, std::string message) {
        m_result.errorAt = offset;
        m_result.error = std::move(message);
    }

    // --- What nlohmann's parser calls. False ends the parsing.

    bool null() { return scalar({}); }
    bool boolean(bool value) { return scalar(value ? "true" : "false"); }
    bool number_integer(std::int64_t value) { return scalar(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return scalar(std::to_string(value)); }
    bool number_float(double, const std::string& text) { return scalar(text); }
    bool string(std::string& text) { return scalar(text); }
    bool binary(nlohmann::json::binary_t&) { return true; }
    bool key(std::string& name) {
        if (m_skipped == 0) m_key.swap(name);
        return true;
    }
    bool start_object(std::size_t) { return open(objectPlace()); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(arrayPlace()); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: what is wrong"
        std::string_view message = error.what();
        if (const std::size_t colon = message.find(": "); colon != std::string_view::npos) message.remove_prefix(colon + 2);
        fail(position > 0 ? position - 1 : 0, "the JSON is damaged here: " + std::string(message.substr(0, 200)));
        return false;
    }

private:
    struct Graph {
        ModelExplorerGraph graph;
        bool isAgain = false;  // one that is listed a second time, by levels
    };

    // An object that may be a graph, or have some.
    struct OpenGraph {
        std::string id;
        std::optional<std::size_t> graph;  // the one that its nodes are of
    };

    Place top() const { return m_places.empty() ? Place::Outside : m_places.back(); }

    Place objectPlace() const {
        switch (top()) {
        case Place::Outside:
        case Place::Graphs:
        case Place::GraphsAgain: return Place::Graph;
        case Place::Graph: return m_key == "graph" ? Place::Graph : Place::Skipped;
        case Place::Nodes: return Place::Node;
        case Place::Edges: return Place::Edge;
        case Place::Attributes: return Place::Attribute;
        case Place::Outputs: return Place::Output;
        default: return Place::Skipped;
        }
    }

    Place arrayPlace() const {
        switch (top()) {
        case Place::Outside: return Place::Graphs;
        case Place::Graph:
            if (m_key == "graphsWithLevel") return m_hasGraphs ? Place::Skipped : Place::GraphsAgain;
            if (m_key == "graphs" || m_key == "subgraphs" || m_key == "graphCollections") return Place::Graphs;
            return m_key == "nodes" ? Place::Nodes : Place::Skipped;
        case Place::Node:
            if (m_key == "incomingEdges") return Place::Edges;
            if (m_key == "attrs") return Place::Attributes;
            if (m_key == "outputsMetadata") return Place::Outputs;
            return m_key == "subgraphIds" ? Place::Subgraphs : Place::Skipped;
        case Place::Output: return m_key == "attrs" ? Place::Attributes : Place::Skipped;
        default: return Place::Skipped;
        }
    }

    bool open(Place place) {
        constexpr std::uint64_t kOpenedBetweenStops = 4096;
        if (++m_opened % kOpenedBetweenStops == 0 && m_stop.stop_requested()) return false;
        if (m_skipped > 0 || place == Place::Skipped) return ++m_skipped, true;
        // Graphs within graphs are no format's.
        constexpr std::size_t kDeepest = 64;
        if (m_places.size() >= kDeepest) return ++m_skipped, true;
        m_places.push_back(place);
        switch (place) {
        case Place::Graph: m_open.emplace_back(); break;
        case Place::GraphsAgain: m_again = m_places.size(); break;
        case Place::Nodes: return openGraph();
        case Place::Node: return openNode();
        case Place::Edge: node().incoming.emplace_back(); return countPart();
        case Place::Output: node().outputs.emplace_back(); return countPart();
        case Place::Attribute: attributes().emplace_back(); return countPart();
        default: break;
        }
        return true;
    }

    // What may be as short as "{}", unlike what it takes to keep it.
    bool countPart() {
        constexpr std::uint64_t kPartsOfNode = 8, kMore = 1 << 16;
        if (++m_partCount <= kPartsOfNode * m_mostNodes + kMore) return true;
        fail(static_cast<std::uint64_t>(m_seen - m_begin) - 1, "there are more graphs, edges, outputs and attributes than are read");
        return false;
    }

    bool openGraph() {
        const bool isAgain = m_again > 0;
        m_hasGraphs |= !isAgain;
        m_open.back().graph = m_graphs.size();
        m_graphs.push_back({{}, isAgain});
        return countPart();
    }

    bool openNode() {
        if (++m_nodeCount > m_mostNodes + 1 || m_stop.stop_requested()) return false;
        m_graphs.back().graph.nodes.emplace_back().offset = static_cast<std::uint64_t>(m_seen - m_begin) - 1;
        return true;
    }

    bool close() {
        if (m_skipped > 0) return --m_skipped, true;
        const Place place = m_places.back();
        if (m_again == m_places.size()) m_again = 0;
        m_places.pop_back();
        if (place != Place::Graph) return true;
        // The id may stand before the nodes or behind them.
        if (m_open.back().graph) m_graphs[*m_open.back().graph].graph.id = std::move(m_open.back().id);
        m_open.pop_back();
        return true;
    }

    ModelExplorerNode& node() { return m_graphs.back().graph.nodes.back(); }
    // Of the node, or of its output.
    ModelExplorerAttributes& attributes() {
        const bool areOutputs = m_places.size() >= 3 && m_places[m_places.size() - 3] == Place::Output;
        return areOutputs ? node().outputs.back().attributes : node().attributes;
    }

    bool scalar(std::string_view text) {
        if (m_skipped > 0) return true;
        switch (top()) {
        case Place::Graph: set(m_key == "id", m_open.back().id, text); break;
        case Place::Node:
            set(m_key == "id", node().id, text);
            set(m_key == "label", node().label, text);
            set(m_key == "namespace", node().space, text);
            break;
        case Place::Edge:
            set(m_key == "sourceNodeId", node().incoming.back().sourceNode, text);
            set(m_key == "sourceNodeOutputId", node().incoming.back().sourceOutput, text);
            set(m_key == "targetNodeInputId", node().incoming.back().targetInput, text);
            break;
        case Place::Output: set(m_key == "id", node().outputs.back().id, text); break;
        case Place::Attribute:
            set(m_key == "key", attributes().back().first, text);
            set(m_key == "value", attributes().back().second, shortened(text));
            break;
        case Place::Subgraphs: node().subgraphs.emplace_back(text); return countPart();
        default: break;
        }
        return true;
    }

    static void set(bool isMeant, std::string& field, std::string_view text) {
        if (isMeant) field = text;
    }
    static std::string_view shortened(std::string_view text) {
        std::size_t length = std::min(text.size(), kLongestValue);
        while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
        return text.substr(0, length);
    }

    const char* m_begin;
    const char* const& m_seen;
    std::uint64_t m_mostNodes;
    const std::stop_token& m_stop;
    std::vector<Place> m_places;
    std::uint64_t m_skipped = 0;  // how deep in what is stepped over
    std::string m_key;
    std::vector<OpenGraph> m_open;
    std::size_t m_again = 0;      // how deep the graphs by levels are, while they are read
    std::vector<Graph> m_graphs;
    bool m_hasGraphs = false;
    std::uint64_t m_nodeCount = 0;
    std::uint64_t m_partCount = 0;  // of graphs, and of what nodes have
    std::uint64_t m_opened = 0;
    ModelExplorerFile m_result;
};

}  // namespace

ModelExplorerFile readModelExplorer(std::string_view text, std::uint64_t mostNodes, const std::stop_token& stop) {
    const char* seen = text.data();
    Handler handler(text.data(), seen, mostNodes, stop);
    nlohmann::json::sax_parse(WatchedText(text.data(), &seen), WatchedText(text.data() + text.size(), &seen), &handler);
    return handler.take();
}

}  // namespace namescape
