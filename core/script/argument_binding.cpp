// Puts a call's arguments into the callee's slots, and words what is wrong with them as CPython 3.11 does
// (Python/ceval.c for script functions, Python/getargs.c for those written in C).
#include "script/interpreter.h"
#include "script/nearest_name.h"
#include "script/signature.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

const char* plural(std::size_t count) {
    return count == 1 ? "" : "s";
}

// 'a', 'b', and 'c'
std::string listed(const std::vector<std::string>& names) {
    if (names.size() == 1) return names[0];
    if (names.size() == 2) return names[0] + " and " + names[1];
    std::string text;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) text += names[i] + ", ";
    return text + "and " + names.back();
}

std::string quoted(InternedName name) {
    return fmt::format("'{}'", name->text());
}

class Binder {
public:
    Binder(Interpreter& interpreter, const Callee& callee, const CallArguments& arguments, std::span<Value> slots)
        : m_interpreter(interpreter), m_callee(callee), m_signature(callee.signature), m_arguments(arguments), m_slots(slots) {}

    void bind() {
        if (m_callee.style == CallErrorStyle::Builtin) checkBuiltinCounts();
        bindPositional();
        bindKeywords();
        if (m_arguments.positional.size() > m_signature.positionalCount && !m_signature.hasStar) throw tooMany();
        fillDefaults();
        if (m_starSlot != m_slots.size() && m_slots[m_starSlot].isUnset()) m_slots[m_starSlot] = m_interpreter.tuple({});
    }

private:
    void bindPositional() {
        const auto given = m_arguments.positional;
        const std::size_t direct = std::min<std::size_t>(given.size(), m_signature.positionalCount);
        for (std::size_t i = 0; i < direct; ++i) m_slots[i] = given[i];
        const std::size_t named = m_signature.positionalCount + m_signature.keywordOnlyCount;
        m_starSlot = m_signature.hasStar ? named : m_slots.size();
        if (m_signature.hasStar) m_slots[named] = m_interpreter.tuple(given.subspan(direct));
        if (m_signature.hasDoubleStar) m_slots[named + m_signature.hasStar] = m_interpreter.dict();
    }

    std::size_t slotFor(InternedName name) const {
        const std::size_t named = m_signature.positionalCount + m_signature.keywordOnlyCount;
        for (std::size_t i = m_signature.positionalOnlyCount; i < named; ++i)
            if (m_signature.parameters[i].name == name) return i;
        return Table::notFound;
    }

    void bindKeywords() {
        for (std::size_t i = 0; i < m_arguments.keywordNames.size(); ++i) {
            const InternedName name = m_arguments.keywordNames[i];
            const std::size_t slot = slotFor(name);
            if (slot != Table::notFound) {
                if (!m_slots[slot].isUnset()) throw multipleValues(name, slot);
                m_slots[slot] = m_arguments.keywordValues[i];
            } else if (m_signature.hasDoubleStar) {
                auto* keywords = m_slots.back().as<DictObject>();
                keywords->table.set(name, m_arguments.keywordValues[i]);
            } else {
                throw unexpectedKeyword(name);
            }
        }
    }

    void fillDefaults() {
        for (std::size_t i = 0; i < m_signature.positionalCount; ++i) {
            if (!m_slots[i].isUnset()) continue;
            if (m_callee.defaults[i].isUnset()) throw missing(0, m_signature.positionalCount, "positional");
            m_slots[i] = m_callee.defaults[i];
        }
        const std::size_t end = m_signature.positionalCount + m_signature.keywordOnlyCount;
        for (std::size_t i = m_signature.positionalCount; i < end; ++i) {
            if (!m_slots[i].isUnset()) continue;
            if (m_callee.defaults[i].isUnset()) throw missing(m_signature.positionalCount, end, "keyword-only");
            m_slots[i] = m_callee.defaults[i];
        }
    }

    ScriptError missing(std::size_t begin, std::size_t end, std::string_view kind) {
        std::vector<std::string> names;
        for (std::size_t i = begin; i < end; ++i)
            if (m_slots[i].isUnset() && m_callee.defaults[i].isUnset()) names.push_back(quoted(m_signature.parameters[i].name));
        if (m_callee.style == CallErrorStyle::Builtin)
            return m_interpreter.typeError(fmt::format("{}() missing required argument {} (pos {})", m_callee.name, names.front(), begin + 1));
        return m_interpreter.typeError(fmt::format("{}() missing {} required {} argument{}: {}", m_callee.name, names.size(), kind, plural(names.size()), listed(names)));
    }

    ScriptError multipleValues(InternedName name, std::size_t slot) {
        if (m_callee.style == CallErrorStyle::Builtin)
            return m_interpreter.typeError(fmt::format("argument for {}() given by name ('{}') and position ({})", m_callee.name, name->text(), slot + 1 - m_callee.isMethod));
        return m_interpreter.typeError(fmt::format("{}() got multiple values for argument '{}'", m_callee.name, name->text()));
    }

    ScriptError unexpectedKeyword(InternedName name) {
        ScriptError error = unknownKeyword(name);
        std::vector<std::string_view> parameters;
        for (const auto& parameter : m_signature.parameters) parameters.push_back(parameter.name->text());
        if (std::string nearest = nearestName(name->text(), parameters); !nearest.empty()) m_interpreter.noteUnexpectedKeyword(error, std::move(nearest));
        return error;
    }

    ScriptError unknownKeyword(InternedName name) {
        if (m_callee.style == CallErrorStyle::Builtin)
            return m_interpreter.typeError(fmt::format("'{}' is an invalid keyword argument for {}()", name->text(), m_callee.name));
        std::vector<std::string> wrong;
        for (std::size_t i = 0; i < m_signature.positionalOnlyCount; ++i) {
            const InternedName parameter = m_signature.parameters[i].name;
            if (std::find(m_arguments.keywordNames.begin(), m_arguments.keywordNames.end(), parameter) != m_arguments.keywordNames.end()) wrong.push_back(std::string(parameter->text()));
        }
        if (wrong.empty()) return m_interpreter.typeError(fmt::format("{}() got an unexpected keyword argument '{}'", m_callee.name, name->text()));
        std::string names = wrong.front();
        for (std::size_t i = 1; i < wrong.size(); ++i) names += ", " + wrong[i];
        return m_interpreter.typeError(fmt::format("{}() got some positional-only arguments passed as keyword arguments: '{}'", m_callee.name, names));
    }

    ScriptError tooMany() {
        const std::size_t given = m_arguments.positional.size();
        const std::size_t allowed = m_signature.positionalCount;
        std::size_t withDefault = 0;
        for (std::size_t i = 0; i < allowed; ++i) withDefault += !m_callee.defaults[i].isUnset();
        std::size_t keywordOnly = 0;
        for (std::size_t i = allowed; i < allowed + m_signature.keywordOnlyCount; ++i) keywordOnly += !m_slots[i].isUnset();
        const std::string takes = withDefault ? fmt::format("from {} to {}", allowed - withDefault, allowed) : fmt::format("{}", allowed);
        const std::string extra = keywordOnly ? fmt::format(" positional argument{} (and {} keyword-only argument{})", plural(given), keywordOnly, plural(keywordOnly)) : "";
        return m_interpreter.typeError(fmt::format("{}() takes {} positional argument{} but {}{} {} given", m_callee.name, takes,
                                                   plural(withDefault ? 2 : allowed), given, extra, given == 1 && !keywordOnly ? "was" : "were"));
    }

    // Functions written in C count first and look at names later.
    void checkBuiltinCounts() {
        const bool takesKeywords = m_signature.positionalOnlyCount < m_signature.positionalCount || m_signature.keywordOnlyCount > 0 || m_signature.hasDoubleStar;
        if (!m_arguments.keywordNames.empty() && !takesKeywords) throw m_interpreter.typeError(fmt::format("{} takes no keyword arguments", fullName()));
        const std::size_t skipped = m_callee.isMethod ? 1 : 0;
        const std::size_t given = m_arguments.positional.size() - std::min(skipped, m_arguments.positional.size());
        const std::size_t most = m_signature.positionalCount - skipped;
        std::size_t least = 0;
        for (std::size_t i = skipped; i < m_signature.positionalCount; ++i) least += m_callee.defaults[i].isUnset();
        if (m_arguments.positional.size() < skipped) throw m_interpreter.typeError(fmt::format("unbound method {} needs an argument", fullName()));
        if (takesKeywords) return checkKeywordFunctionCounts(given, least, most);
        if (given >= least && (given <= most || m_signature.hasStar)) return;
        const bool isSlot = m_callee.isMethod && m_callee.name.starts_with("__") && !m_callee.isConstructor;
        if (!m_signature.hasStar && isSlot && least == most) throw m_interpreter.typeError(fmt::format("expected {} argument{}, got {}", most, plural(most), given));
        if (!m_signature.hasStar && most == 0) throw m_interpreter.typeError(fmt::format("{} takes no arguments ({} given)", fullName(), given));
        if (!m_signature.hasStar && most == 1 && least == 1) throw m_interpreter.typeError(fmt::format("{} takes exactly one argument ({} given)", fullName(), given));
        const char* bound = least == most && !m_signature.hasStar ? "" : given < least ? "at least " : "at most ";
        const std::size_t wanted = given < least ? least : most;
        throw m_interpreter.typeError(fmt::format("{} expected {}{} argument{}, got {}", m_callee.name, bound, wanted, plural(wanted), given));
    }

    void checkKeywordFunctionCounts(std::size_t given, std::size_t least, std::size_t most) {
        if (m_signature.hasStar) return;
        const std::size_t all = given + m_arguments.keywordNames.size();
        const std::size_t allowed = most + m_signature.keywordOnlyCount;
        if (all > allowed && !m_signature.hasDoubleStar)
            throw m_interpreter.typeError(fmt::format("{}() takes at most {} {}argument{} ({} given)", m_callee.name, allowed, given == 0 ? "keyword " : "", plural(allowed), all));
        if (given <= most) return;
        if (most == 0) throw m_interpreter.typeError(fmt::format("{}() takes no positional arguments", m_callee.name));
        throw m_interpreter.typeError(fmt::format("{}() takes {} {} positional argument{} ({} given)", m_callee.name, least < most ? "at most" : "exactly", most, plural(most), given));
    }

    // "list.append()" for methods of builtin types, "math.sqrt()" for functions of modules, "len()" for builtins.
    std::string fullName() const {
        if (m_callee.owner.empty() || m_callee.isConstructor) return fmt::format("{}()", m_callee.name);
        return fmt::format("{}.{}()", m_callee.owner, m_callee.name);
    }

    Interpreter& m_interpreter;
    const Callee& m_callee;
    const Signature& m_signature;
    const CallArguments& m_arguments;
    std::span<Value> m_slots;
    std::size_t m_starSlot = 0;
};

}  // namespace

void bindArguments(Interpreter& interpreter, const Callee& callee, const CallArguments& arguments, std::span<Value> slots) {
    Binder(interpreter, callee, arguments, slots).bind();
}

}  // namespace namescape
