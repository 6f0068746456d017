#include "explain/explanation_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace namescape {

namespace {

constexpr std::size_t kMostLookups = 8;
constexpr std::size_t kMostCalls = 4;

std::string ordinal(std::uint64_t number) {
    const auto tens = number % 100;
    if (tens >= 11 && tens <= 13) return fmt::format("{}th", number);
    switch (number % 10) {
    case 1: return fmt::format("{}st", number);
    case 2: return fmt::format("{}nd", number);
    case 3: return fmt::format("{}rd", number);
    default: return fmt::format("{}th", number);
    }
}

const char* reuseWord(ReuseValue value) {
    switch (value) {
    case ReuseValue::True: return "reuse=True";
    case ReuseValue::AutoReuse: return "reuse=tf.AUTO_REUSE";
    case ReuseValue::False: break;
    }
    return "reuse=False";
}

std::string holderText(const NameHolder& holder) {
    const std::string place = placeText(holder.place);
    switch (holder.kind) {
    case HolderKind::Operation: return fmt::format("the operation {} of {}", holder.name, place);
    case HolderKind::Variable: return fmt::format("the variable {} of {}", holder.name, place);
    case HolderKind::NameScope: return fmt::format("the name scope {} of {}", holder.name, place);
    case HolderKind::VariableScope: return fmt::format("the variable scope {} of {}", holder.name, place);
    case HolderKind::Request: break;
    }
    return fmt::format("a request for the name {} in {}", holder.name, place);
}

// The names with suffixes that came before "_3": "c_1 to c_2".
std::string takenBetween(const std::string& asked, const std::string& suffix) {
    const int number = std::atoi(suffix.c_str() + 1);
    if (number < 2) return {};
    return number == 2 ? fmt::format("{}_1", asked) : fmt::format("{0}_1 to {0}_{1}", asked, number - 1);
}

bool isSamePlace(const ExplainedPlace& a, const ExplainedPlace& b) {
    return a.line == b.line && a.callLines == b.callLines;
}

class Writer {
public:
    Writer(const NameExplanation& explanation, const ProgramText& program) : m_explained(explanation), m_program(program) {}

    std::string write() {
        writeHeadline();
        for (const NamePart& part : m_explained.parts) writePart(part);
        if (m_explained.variable) writeVariable(*m_explained.variable);
        if (m_explained.kind == ExplainedKind::NameScope || m_explained.kind == ExplainedKind::VariableScope) writeEntries();
        return std::move(m_text);
    }

private:
    void line(const std::string& text) { m_text += text + '\n'; }

    void writeHeadline() {
        const std::string& name = m_explained.name;
        const std::string where = m_explained.isInOtherGraph ? ", in a graph that is not the default one" : "";
        const std::string actor = m_program.actor(m_explained.place.range);
        switch (m_explained.kind) {
        case ExplainedKind::Operation:
            return line(fmt::format("{} is an operation of type {}, made by {} in {}{}.", name, m_explained.operationType, actor, placeText(m_explained.place), where));
        case ExplainedKind::Variable: return line(fmt::format("{} is a variable, made by {} in {}{}.", name, actor, placeText(m_explained.place), where));
        case ExplainedKind::NameScope: {
            const bool isOpened = m_explained.parts.empty() || m_explained.parts.back().source != NamePartSource::Beginning;
            return line(fmt::format("{} is {}{}.", name, isOpened ? "a name scope" : "what names begin with, but no name scope that was opened", where));
        }
        case ExplainedKind::VariableScope: return line(fmt::format("{} is a variable scope, but no name scope of that name was opened{}.", name, where));
        }
    }

    std::string runText(const ExplainedPlace& place) const {
        if (place.runCount <= 1) return {};
        return fmt::format(", the {} of {} times that it ran", ordinal(place.run + 1), place.runCount);
    }

    std::string opened(const NamePart& part) const {
        return fmt::format("{} in {}{}", m_program.excerpt(part.place.range), placeText(part.place), runText(part.place));
    }

    void writePart(const NamePart& part) {
        std::string text = fmt::format("  {}: {}", part.text, reasonOf(part));
        if (part.kind == NamePartKind::Root) text = fmt::format("  (root): {}", reasonOf(part));
        if (!part.suffix.empty()) text += suffixText(part);
        line(text + '.');
    }

    std::string reasonOf(const NamePart& part) const {
        switch (part.kind) {
        case NamePartKind::NameScope: return nameScopeReason(part, "the name scope");
        case NamePartKind::VariableScope: return nameScopeReason(part, "the name scope of the variable scope");
        case NamePartKind::VariableKey: return variableScopeReason(part);
        case NamePartKind::CallScope: return callScopeReason(part);
        case NamePartKind::Root: return fmt::format("{} goes back to the root, so that the blocks around it give the name nothing", opened(part));
        case NamePartKind::Own: break;
        }
        return ownReason(part);
    }

    std::string nameScopeReason(const NamePart& part, std::string_view what) const {
        switch (part.source) {
        case NamePartSource::Exact: {
            const std::string text = fmt::format("{} by {}: a name that ends in \"/\" is taken as it is", part.holder ? "entered again" : std::string(what) + " opened", opened(part));
            if (!part.holder || isSamePlace(part.holder->place, part.place)) return text;
            if (part.holder->kind != HolderKind::NameScope) return fmt::format("{}, here that of {}", text, holderText(*part.holder));
            return fmt::format("{}; the scope was first opened in {}", text, placeText(part.holder->place));
        }
        case NamePartSource::DefaultName: return fmt::format("{} opened by {}, from its default name", what, opened(part));
        case NamePartSource::ScopeObject: return fmt::format("{} opened by {}, named after the last part of the scope object's name", what, opened(part));
        default: return fmt::format("{} opened by {}", what, opened(part));
        }
    }

    std::string variableScopeReason(const NamePart& part) const {
        if (part.source == NamePartSource::ScopeObject) {
            const std::string first = part.holder ? fmt::format("; that scope was first opened in {}", placeText(part.holder->place)) : std::string();
            return fmt::format("the variable scope of the object entered by {}{}", opened(part), first);
        }
        if (part.source == NamePartSource::Inner) return fmt::format("the variable scope that {} opens in {}", m_program.actor(part.place.range), placeText(part.place));
        return fmt::format("the variable scope opened by {}{}", opened(part), part.source == NamePartSource::DefaultName ? ", from its default name" : "");
    }

    std::string callScopeReason(const NamePart& part) const {
        const std::string actor = m_program.actor(part.place.range);
        const std::string place = placeText(part.place);
        switch (part.source) {
        case NamePartSource::Exact: return fmt::format("the scope that {} enters in {}, by a name that ends in \"/\" and is taken as it is", actor, place);
        case NamePartSource::Inner: return fmt::format("a scope that {} opens inside in {}", actor, place);
        case NamePartSource::Given: return fmt::format("the scope that {} opens for what it makes in {}, under the name given", actor, place);
        default: {
            // Only TensorFlow's own functions are known to have a default name.
            const bool isKnown = actor.starts_with("the ") || m_program.isOfModule(actor);
            return fmt::format("the scope that {} opens for what it makes in {}{}", actor, place, isKnown ? ", under its default name" : "");
        }
        }
    }

    std::string ownReason(const NamePart& part) const {
        const std::string actor = m_program.actor(part.place.range);
        switch (part.source) {
        case NamePartSource::Given: return fmt::format("the name given to {} in {}", actor, placeText(part.place));
        case NamePartSource::DefaultName: return fmt::format("the name that {} takes where none is given", actor);
        case NamePartSource::Inner: return fmt::format("a name that {} gives to what it makes inside", actor);
        case NamePartSource::ImplicitInput: return fmt::format("the input for which {} made a constant, as it was given a plain value", actor);
        case NamePartSource::Exact: {
            const std::string first = part.holder && !isSamePlace(part.holder->place, part.place) ? fmt::format(", and belongs to {}", holderText(*part.holder)) : std::string();
            return fmt::format("the name given to {} ends in \"/\", so that it is taken as it is{}", actor, first);
        }
        case NamePartSource::Partition: return "which of the parts it is that the partitioner cuts the variable into";
        case NamePartSource::Changed: return fmt::format("the name that a custom getter asked for in place of the one given to {} in {}", actor, placeText(part.place));
        case NamePartSource::Beginning: return fmt::format("the beginning of {}, a name with slashes that {} took as a whole in {}", part.whole, actor, placeText(part.place));
        case NamePartSource::ScopeObject: break;
        }
        return "its own name";
    }

    std::string suffixText(const NamePart& part) const {
        const std::string asked(part.asked());
        if (!part.holder) return fmt::format("; {} was taken, so {} was added", asked, part.suffix);
        const bool isSpeltOtherwise = !part.holder->name.ends_with(asked);
        const std::string case_ = isSpeltOtherwise ? " (capitals make no difference)" : "";
        const std::string others = takenBetween(asked, part.suffix);
        if (isSamePlace(part.holder->place, part.place))
            return fmt::format("; the same line had taken {} before{}{}, so {} was added", asked, case_, others.empty() ? "" : ", then came " + others, part.suffix);
        return fmt::format("; {} was taken by {}{}{}, so {} was added", asked, holderText(*part.holder), case_, others.empty() ? "" : ", then " + others, part.suffix);
    }

    void writeVariable(const VariableExplanation& variable) {
        if (variable.storeKey.empty())
            return line("tf.Variable makes a new variable each time, named by the name scope; tf.get_variable does not find it.");
        const VariableLookup& first = variable.lookups.front();
        if (first.nameScope != first.variableScope)
            line(fmt::format("tf.get_variable names by the variable scope alone ({}); the name scope there was {}.", orNone(first.variableScope), orNone(first.nameScope)));
        if (m_explained.parts.empty() || operationName() != variable.storeKey)
            line(fmt::format("Its key in the store of variables is {}: that is what tf.get_variable finds it by.", variable.storeKey));
        std::size_t told = 0;
        for (const VariableLookup& lookup : variable.lookups) {
            if (++told > kMostLookups) {
                line(fmt::format("It was found {} times more.", variable.lookups.size() - kMostLookups));
                break;
            }
            writeLookup(variable, lookup);
        }
    }

    static std::string orNone(const std::string& scope) { return scope.empty() ? "the root" : scope; }
    const std::string& operationName() const { return m_explained.parts.back().path; }

    void writeLookup(const VariableExplanation& variable, const VariableLookup& lookup) {
        const bool isQuiet = lookup.reuse == ReuseValue::False;
        const std::string reuse = isQuiet ? std::string("no reuse was in force") : reuseText(lookup.reuse, lookup.reuseSource, lookup.reusePlace.line);
        const std::string where = capitalised(placeText(lookup.place));
        if (lookup.created) return line(fmt::format("{} made it: {}{}.", where, reuse, isQuiet ? "" : fmt::format(", and there was no {} yet", variable.storeKey)));
        line(fmt::format("{} found it, as {}.", where, reuse));
    }

    static std::string capitalised(std::string text) {
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    void writeEntries() {
        std::vector<std::string> lines;
        for (const ScopeEntry& entry : m_explained.entries) {
            std::string text = fmt::format("As a variable scope, {} is entered by {} in {}; its name scope there is {}", m_explained.name, m_program.excerpt(entry.place.range),
                                           placeText(entry.place), orNone(entry.nameScope));
            if (entry.reuse != ReuseValue::False) text += "; " + reuseText(entry.reuse, entry.reuseSource, entry.reusePlace.line);
            if (std::ranges::find(lines, text) == lines.end()) lines.push_back(std::move(text));
        }
        const std::size_t told = std::min(lines.size(), kMostLookups);
        for (std::size_t i = 0; i < told; ++i) line(lines[i] + '.');
        if (lines.size() > told) line(fmt::format("It is entered in {} more ways.", lines.size() - told));
    }

    const NameExplanation& m_explained;
    const ProgramText& m_program;
    std::string m_text;
};

}  // namespace

std::string placeText(const ExplainedPlace& place) {
    if (place.line == 0) return "an unknown place";
    std::string text = fmt::format("line {}", place.line);
    const std::size_t count = std::min(place.callLines.size(), kMostCalls);
    for (std::size_t i = 0; i < count; ++i) text += fmt::format("{} line {}", i == 0 ? " (called from" : ", from", place.callLines[i]);
    if (place.callLines.size() > count) text += ", …";
    return count == 0 ? text : text + ')';
}

std::string reuseText(ReuseValue value, ReuseSource source, std::uint32_t line) {
    const std::string text = fmt::format("{} was in force", reuseWord(value));
    switch (source) {
    case ReuseSource::Default: return text;
    case ReuseSource::Argument: return fmt::format("{} (set in line {})", text, line);
    case ReuseSource::Inherited: return fmt::format("{} (inherited from line {})", text, line);
    case ReuseSource::ScopeObject: return line == 0 ? text + " (of the scope object)" : fmt::format("{} (of the scope object, set in line {})", text, line);
    case ReuseSource::ReuseVariables: return fmt::format("{} (since reuse_variables() in line {})", text, line);
    }
    return text;
}

std::string explanationText(const NameExplanation& explanation, const ProgramText& program) {
    return Writer(explanation, program).write();
}

}  // namespace namescape
