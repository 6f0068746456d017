#include "graph_file/graph_file.h"

#include "graph_file/event_records.h"
#include "graph_file/function_graph.h"
#include "graph_file/message_schema.h"
#include "graph_file/node_loader.h"
#include "graph_file/text_format_reader.h"
#include "graph_file/wire.h"
#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

constexpr std::size_t kNodesBetweenStops = 4096;

// A text's bytes as data, and where what is in the one is in the other.
struct Transcoded {
    std::string_view text;
    std::vector<TextFormatResult::Mark> marks;

    std::size_t textOffset(std::uint64_t wire) const {
        const auto after = std::upper_bound(marks.begin(), marks.end(), wire, [](std::uint64_t at, const TextFormatResult::Mark& mark) { return at < mark.wire; });
        return after == marks.begin() ? 0 : static_cast<std::size_t>(std::prev(after)->text);
    }
};

class FileReader {
public:
    FileReader(const std::shared_ptr<const FileBytes>& file, const GraphFileOptions& options, std::stop_token stop, const Progress& progress)
        : m_options(options), m_stop(std::move(stop)), m_progress(progress) {
        m_result.bytes = file;
    }

    GraphFile read() {
        auto view = m_result.bytes->view();
        if (!view) {
            add(Severity::Error, view.error());
            return finish();
        }
        m_view.emplace(std::move(*view));
        m_result.recognized = recognizeFile(m_view->bytes());
        readRecognized();
        return finish();
    }

private:
    std::string_view bytes() const { return m_view->bytes(); }

    GraphFile finish() {
        if (!m_result.graph) m_result.graph = std::make_shared<const Graph>();
        m_result.wasStopped = m_stop.stop_requested();
        std::stable_partition(m_result.problems.begin(), m_result.problems.end(), [](const FileProblem& each) { return each.severity == Severity::Error; });
        return std::move(m_result);
    }

    void readRecognized() {
        switch (m_result.recognized.kind) {
        case FileKind::GraphDef: return readGraph(bytes());
        case FileKind::MetaGraph: return readMetaGraph(bytes());
        case FileKind::SavedModel: return readSavedModel(bytes());
        case FileKind::EventFile: return readEvents();
        case FileKind::GraphDefText: return readText(graphDefSchema(), &FileReader::readGraph);
        case FileKind::MetaGraphText: return readText(metaGraphSchema(), &FileReader::readMetaGraph);
        case FileKind::SavedModelText: return readText(savedModelSchema(), &FileReader::readSavedModel);
        case FileKind::Program: return add(Severity::Error, "is a text, but no graph");
        case FileKind::Other: return add(Severity::Error, "is " + m_result.recognized.description);
        }
    }

    // --- What is wrong

    bool hasError() const {
        return std::any_of(m_result.problems.begin(), m_result.problems.end(), [](const FileProblem& each) { return each.severity == Severity::Error; });
    }

    // At an offset of what is read; of a text, at its place in that.
    void add(Severity severity, std::uint64_t offset, std::string message) {
        if (m_transcoded) addInText(severity, m_transcoded->textOffset(offset), std::move(message));
        else m_result.problems.push_back({severity, std::to_string(offset), std::move(message), {}, 0});
    }

    void addInText(Severity severity, std::size_t offset, std::string message) {
        constexpr std::size_t kMostQuoted = 4096;  // on both sides
        const std::string_view text = m_transcoded->text;
        const std::size_t lineBegin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
        const auto number = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
        const auto column = 1 + std::count_if(text.begin() + static_cast<std::ptrdiff_t>(lineBegin), text.begin() + static_cast<std::ptrdiff_t>(offset), [](char c) { return !continuesCodePoint(c); });
        const std::size_t begin = std::max(lineBegin, offset - std::min(offset, kMostQuoted));
        const std::size_t end = std::min({text.find_first_of("\r\n", offset), text.size(), offset + kMostQuoted});
        m_result.problems.push_back({severity, fmt::format("{}:{}", number, column), std::move(message), std::string(text.substr(begin, end - begin)), static_cast<std::uint32_t>(offset - begin)});
    }

    // Of the file as a whole.
    void add(Severity severity, std::string message) { m_result.problems.push_back({severity, {}, std::move(message), {}, 0}); }

    // Of a piece of what is in sight.
    std::uint64_t offsetOf(std::string_view piece) const { return static_cast<std::uint64_t>(piece.data() - bytes().data()); }

    void addDamage(std::string_view message, const WireReader& reader, std::string_view what) {
        const std::uint64_t offset = offsetOf(message) + reader.offset();
        const bool isAtEnd = offsetOf(message) + message.size() == bytes().size();
        if (reader.isCutOff() && isAtEnd) add(Severity::Error, offset, fmt::format("the file ends within {}: it is cut off, or a length in it is wrong", what));
        else add(Severity::Error, offset, fmt::format("{} is damaged here", what));
    }

    // --- Kinds

    void readText(const MessageSchema& schema, void (FileReader::*readData)(std::string_view)) {
        m_textView.emplace(std::move(*m_view));
        m_view.reset();
        TextFormatResult read = readTextFormat(m_textView->bytes(), schema, m_stop);
        m_transcoded = Transcoded{m_textView->bytes(), std::move(read.marks)};
        if (m_stop.stop_requested()) return;
        if (read.error) addInText(Severity::Error, read.error->offset, read.error->message);
        for (const TextFormatProblem& unknown : read.unknown) addInText(Severity::Warning, unknown.offset, unknown.message);
        if (read.unknownCount > read.unknown.size()) add(Severity::Warning, fmt::format("{} more fields are left out", read.unknownCount - read.unknown.size()));
        m_result.bytes = FileBytes::of(std::move(read.wire));
        m_view.emplace(std::move(*m_result.bytes->view()));
        (this->*readData)(bytes());
    }

    void readSavedModel(std::string_view message) {
        std::vector<std::string_view> graphs;
        WireReader reader(message);
        while (reader.next()) {
            if (reader.is(2, WireType::Length)) graphs.push_back(reader.bytes());
        }
        const bool isCutOff = reader.isCutOff() && reader.field() == 2;
        if (isCutOff) graphs.push_back(reader.bytes());
        if (graphs.size() > 1) add(Severity::Warning, fmt::format("the SavedModel has {} graphs, of which the first is shown", graphs.size()));
        if (!graphs.empty()) readMetaGraph(graphs.front());
        if (reader.hasFailed() && !hasError()) addDamage(message, reader, "the SavedModel");
    }

    void readMetaGraph(std::string_view message) {
        std::optional<std::string_view> graph;
        WireReader reader(message);
        while (reader.next()) {
            if (reader.is(1, WireType::Length)) m_metaInfo = reader.bytes();
            else if (reader.is(2, WireType::Length)) graph = reader.bytes();
            else if (reader.is(4, WireType::Length)) readCollection(reader.bytes());
        }
        if (reader.isCutOff() && reader.field() == 2) graph = reader.bytes();
        if (graph) readGraph(*graph);
        if (reader.hasFailed() && !hasError()) addDamage(message, reader, "the MetaGraphDef");
        else if (!graph) add(Severity::Warning, "the MetaGraphDef has no graph");
    }

    void readEvents() {
        const EventGraphs found = findEventGraphs(bytes());
        if (found.brokenAt) add(Severity::Error, *found.brokenAt, "the record here is damaged: its checksum is wrong");
        if (!found.graph) {
            if (!found.brokenAt) add(Severity::Error, "is an event file without a graph: a FileWriter writes one only where it is given one");
            return;
        }
        if (found.count > 1) add(Severity::Warning, fmt::format("the event file has {} graphs, of which the last is shown", found.count));
        if (found.graph->isMetaGraph) readMetaGraph(found.graph->bytes);
        else readGraph(found.graph->bytes);
    }

    // Names of operations, as lists of nodes have them and as the first field of a VariableDef.
    void readCollection(std::string_view entry) {
        const MapEntry collection = decodeMapEntry(entry);
        FileCollection read{std::string(collection.key), {}};
        WireReader lists(collection.value);
        while (lists.next()) {
            const bool areNames = lists.is(1, WireType::Length);
            if (!areNames && !lists.is(2, WireType::Length)) continue;
            WireReader list(lists.bytes());
            while (list.next()) {
                if (list.is(1, WireType::Length)) read.items.emplace_back(areNames ? list.bytes() : decodeMapEntry(list.bytes()).key);
            }
        }
        if (!read.items.empty()) m_result.collections.push_back(std::move(read));
    }

    // --- The graph

    void readGraph(std::string_view message) {
        NodeLoader loader(m_result.bytes, m_options.limits);
        declareOperations(loader.rules());
        std::vector<std::string_view> nodes, functions;
        surveyGraph(message, nodes, functions, loader.rules());
        if (!m_options.function.empty()) return readFunction(loader, functions);
        loader.reserve(nodes.size());
        for (const std::string_view node : nodes) {
            if (loader.count() % kNodesBetweenStops == 0 && isStopped(static_cast<double>(loader.count()) / static_cast<double>(nodes.size()))) return;
            if (const auto problem = loader.add(node, offsetOf(node))) {
                add(Severity::Error, offsetOf(node), *problem);
                break;
            }
        }
        finishGraph(loader);
    }

    bool isStopped(double done) {
        if (m_progress) m_progress(done * 0.7);  // the inputs are still to be resolved
        return m_stop.stop_requested();
    }

    // Operations that the MetaGraphDef declares beside the graph.
    void declareOperations(OutputRules& rules) const {
        WireReader info(m_metaInfo);
        while (info.next()) {
            if (!info.is(2, WireType::Length)) continue;
            WireReader list(info.bytes());
            while (list.next()) {
                if (list.is(1, WireType::Length)) rules.declare(list.bytes());
            }
        }
    }

    void surveyGraph(std::string_view message, std::vector<std::string_view>& nodes, std::vector<std::string_view>& functions, OutputRules& rules) {
        WireReader reader(message);
        while (reader.next()) {
            if (reader.is(1, WireType::Length)) {
                if (nodes.size() <= m_options.limits.maxOperations) nodes.push_back(reader.bytes());
                continue;
            }
            m_result.rest.push_back({offsetOf(reader.whole()), reader.whole().size()});
            if (reader.is(2, WireType::Length)) surveyLibrary(reader.bytes(), functions, rules);
        }
        if (reader.hasFailed()) addDamage(message, reader, nodes.empty() ? std::string("the graph") : fmt::format("the graph, after {} {}", nodes.size(), nodes.size() == 1 ? "node" : "nodes"));
    }

    void surveyLibrary(std::string_view library, std::vector<std::string_view>& functions, OutputRules& rules) {
        WireReader reader(library);
        while (reader.next()) {
            if (!reader.is(1, WireType::Length)) continue;
            functions.push_back(reader.bytes());
            const std::string_view signature = signatureOf(reader.bytes());
            rules.declare(signature);
            m_result.functions.emplace_back(decodeMapEntry(signature).key);
        }
        if (reader.hasFailed()) addDamage(library, reader, "the function library");
    }

    void readFunction(NodeLoader& loader, const std::vector<std::string_view>& functions) {
        const auto found = std::find(m_result.functions.begin(), m_result.functions.end(), m_options.function);
        if (found == m_result.functions.end()) {
            add(Severity::Error, fmt::format("has no function '{}'{}", m_options.function, m_result.functions.empty() ? ", and none at all" : ""));
            return;
        }
        m_result.function = m_options.function;
        m_result.rest.clear();  // belongs to the graph that the function is used in
        const std::string_view function = functions[static_cast<std::size_t>(found - m_result.functions.begin())];
        if (const auto problem = loadFunction(loader, function, bytes().data())) add(Severity::Error, offsetOf(function), *problem);
        finishGraph(loader);
    }

    void finishGraph(NodeLoader& loader) {
        m_result.graph = loader.finish();
        m_result.hitLimit = loader.hitLimit();
        if (m_progress) m_progress(1);
        if (loader.hitLimit() && !hasError()) add(Severity::Error, fmt::format("the graph has more than {} operations and missing inputs, the most that are read", m_options.limits.maxOperations));
        for (const NodeProblem& problem : loader.problems()) add(Severity::Warning, problem.offset, problem.message);
        if (const std::size_t more = loader.problemCount() - loader.problems().size(); more > 0) add(Severity::Warning, fmt::format("there {} {} more such {}", more == 1 ? "is" : "are", more, more == 1 ? "name" : "names"));
    }

    const GraphFileOptions& m_options;
    std::stop_token m_stop;
    const Progress& m_progress;
    std::optional<FileView> m_view;      // of what is read
    std::optional<FileView> m_textView;  // of the text that it was made of
    std::optional<Transcoded> m_transcoded;
    std::string_view m_metaInfo;
    GraphFile m_result;
};

}  // namespace

GraphFile readGraphFile(const std::shared_ptr<const FileBytes>& file, const GraphFileOptions& options, std::stop_token stop, const Progress& progress) {
    return FileReader(file, options, std::move(stop), progress).read();
}

}  // namespace namescape
