// re: patterns and matches (CPython's Lib/re, Modules/_sre).
#include "script/builtin_types.h"
#include "script/native.h"
#include "script/regex.h"
#include "script/standard_modules.h"
#include "script/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace namescape {

namespace {

using Arguments = std::span<Value>;

struct RegexPattern {
    Regex regex;
    Value source;  // a str or bytes
    RegexText kind;
};

struct RegexMatch {
    Value pattern;
    Value text;
    std::vector<RegexGroup> groups;
    std::size_t position = 0;  // in code points, as `pos` and `endpos` were given
    std::size_t end = 0;
};

struct RegexTypes {
    TypeObject* pattern;
    TypeObject* match;
    TypeObject* error;
};

std::optional<std::pair<std::string_view, RegexText>> textOf(const Value& value) {
    if (const auto* string = value.as<StringObject>()) return std::pair(string->text(), RegexText::Unicode);
    if (const auto* bytes = value.as<BytesObject>()) return std::pair(bytes->bytes(), RegexText::Bytes);
    return std::nullopt;
}

Value makeText(Interpreter& interpreter, std::string_view text, RegexText kind) {
    if (kind == RegexText::Unicode) return interpreter.string(text);
    return interpreter.heap().make<BytesObject>(*interpreter.types().bytes, text, interpreter.heap());
}

std::size_t lengthOf(const Value& text) {
    const auto* string = text.as<StringObject>();
    return string ? string->length() : text.as<BytesObject>()->bytes().size();
}

std::size_t byteOffset(const Value& text, std::size_t index) {
    const auto* string = text.as<StringObject>();
    return string ? string->byteOffset(index) : index;
}

std::int64_t codePointIndex(const Value& text, std::size_t offset) {
    const auto* string = text.as<StringObject>();
    if (!string || string->isAscii()) return static_cast<std::int64_t>(offset);
    const std::string_view before = string->text().substr(0, offset);
    return std::count_if(before.begin(), before.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; });
}

// --- Patterns

class RegexModule {
public:
    explicit RegexModule(const RegexTypes& types) : m_types(types) {}

    Value compile(Interpreter& interpreter, const Value& source, std::int64_t flags) const {
        if (source.is<RegexPattern>()) {
            if (flags != 0) throw interpreter.valueError("cannot process flags argument with a compiled pattern");
            return source;
        }
        const auto text = textOf(source);
        if (!text) throw interpreter.typeError("first argument must be string or compiled pattern");
        interpreter.step(64 + text->first.size());
        try {
            return interpreter.wrap<RegexPattern>(*m_types.pattern, Regex(text->first, flags, text->second), source, text->second);
        } catch (const RegexError& error) {
            ScriptError raised = interpreter.error(*m_types.error, error.what());
            interpreter.setAttribute(raised.value(), "msg", interpreter.string(error.message()));
            interpreter.setAttribute(raised.value(), "pattern", source);
            interpreter.setAttribute(raised.value(), "pos", codePointIndex(source, error.position()));
            throw raised;
        }
    }

    Value makeMatch(Interpreter& interpreter, const Value& pattern, const Value& text, std::vector<RegexGroup> groups, std::size_t position, std::size_t end) const {
        return interpreter.wrap<RegexMatch>(*m_types.match, pattern, text, std::move(groups), position, end);
    }

    ScriptError error(Interpreter& interpreter, std::string_view message) const { return interpreter.error(*m_types.error, message); }

private:
    RegexTypes m_types;
};

// In UTF-8 their first byte is this one, and what follows is above what may follow it otherwise.
bool holdsSurrogates(std::string_view text) {
    for (std::size_t at = text.find('\xed'); at != std::string_view::npos; at = text.find('\xed', at + 1))
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xa0) return true;
    return false;
}

// What a pattern is tried on: a text and the part of it between `pos` and `endpos`.
class Subject {
public:
    Subject(Interpreter& interpreter, const RegexModule& module, const Value& patternValue, const Value& given, const Value& position = 0, const Value& end = INT64_MAX)
        : text(given), m_interpreter(interpreter), m_module(module), m_patternValue(patternValue), m_pattern(*patternValue.as<RegexPattern>()) {
        const auto found = textOf(given);
        if (!found) throw interpreter.typeError(fmt::format("expected string or bytes-like object, got '{}'", interpreter.typeName(given)));
        if (found->second != m_pattern.kind)
            throw interpreter.typeError(m_pattern.kind == RegexText::Unicode ? "cannot use a string pattern on a bytes-like object" : "cannot use a bytes pattern on a string-like object");
        const auto length = static_cast<std::int64_t>(lengthOf(given));
        m_end = static_cast<std::size_t>(std::clamp<std::int64_t>(interpreter.index(end), 0, length));
        m_position = static_cast<std::size_t>(std::clamp<std::int64_t>(interpreter.index(position), 0, length));
        view = found->first.substr(0, byteOffset(given, m_end));
        begin = byteOffset(given, m_position);
        isEmpty = m_position > m_end;
        m_hasSurrogates = m_pattern.kind == RegexText::Unicode && holdsSurrogates(view);
    }

    std::optional<std::vector<RegexGroup>> find(std::size_t from, RegexAnchor anchor, bool mayBeEmptyAtBegin = true) const {
        if (isEmpty) return std::nullopt;
        try {
            auto groups = m_pattern.regex.match(view, from, anchor, mayBeEmptyAtBegin, m_hasSurrogates);
            m_interpreter.step(4 + ((groups ? groups->front().end : view.size()) - from) / 16);
            return groups;
        } catch (const std::runtime_error& error) {
            throw m_interpreter.runtimeError(error.what());
        }
    }

    // All matches, none overlapping; an empty one may follow one that is not. `visit` returns false to end it.
    template <typename Visit>
    void forEachMatch(Visit visit) const {
        bool wasEmpty = false;
        for (std::size_t from = begin; from <= view.size();) {
            auto groups = find(from, RegexAnchor::Anywhere, !wasEmpty);
            if (!groups) return;
            const RegexGroup whole = groups->front();
            wasEmpty = whole.begin == whole.end;
            from = whole.end;
            if (!visit(std::move(*groups))) return;
        }
    }

    Value match(std::vector<RegexGroup> groups) const { return m_module.makeMatch(m_interpreter, m_patternValue, text, std::move(groups), m_position, m_end); }
    Value part(std::size_t from, std::size_t to) const { return makeText(m_interpreter, view.substr(from, to - from), m_pattern.kind); }
    Value group(const RegexGroup& group, const Value& fallback) const { return group.begin == RegexGroup::unmatched ? fallback : part(group.begin, group.end); }
    const RegexPattern& pattern() const { return m_pattern; }

    Value text;
    std::string_view view;
    std::size_t begin = 0;

private:
    Interpreter& m_interpreter;
    const RegexModule& m_module;
    const Value& m_patternValue;
    const RegexPattern& m_pattern;
    std::size_t m_position = 0, m_end = 0;
    bool isEmpty = false;
    bool m_hasSurrogates = false;
};

Value matchOnce(Interpreter& interpreter, const RegexModule& module, const Value& pattern, Arguments a, RegexAnchor anchor) {
    const Subject subject(interpreter, module, pattern, a[0], a[1], a[2]);
    auto groups = subject.find(subject.begin, anchor);
    return groups ? subject.match(std::move(*groups)) : Value();
}

Value findAll(Interpreter& interpreter, const Subject& subject) {
    auto found = interpreter.list();
    const Value empty = subject.part(0, 0);
    subject.forEachMatch([&](std::vector<RegexGroup> groups) {
        if (groups.size() <= 2) {
            found->values.push_back(subject.group(groups.back(), empty));
            return true;
        }
        std::vector<Value> texts;
        for (std::size_t i = 1; i < groups.size(); ++i) texts.push_back(subject.group(groups[i], empty));
        found->values.push_back(interpreter.tuple(texts));
        return true;
    });
    return found;
}

Value findEach(Interpreter& interpreter, const Subject& subject) {
    auto matches = interpreter.list();
    subject.forEachMatch([&](std::vector<RegexGroup> groups) {
        matches->values.push_back(subject.match(std::move(groups)));
        return true;
    });
    return interpreter.iterate(matches);
}

Value split(Interpreter& interpreter, const Subject& subject, std::int64_t maxSplit) {
    auto parts = interpreter.list();
    std::size_t from = 0;
    std::int64_t left = maxSplit == 0 ? INT64_MAX : maxSplit;
    if (left > 0)
        subject.forEachMatch([&](std::vector<RegexGroup> groups) {
            parts->values.push_back(subject.part(from, groups[0].begin));
            from = groups[0].end;
            for (std::size_t i = 1; i < groups.size(); ++i) parts->values.push_back(subject.group(groups[i], {}));
            return --left > 0;
        });
    parts->values.push_back(subject.part(from, subject.view.size()));
    return parts;
}

// --- Replacements

// Text and references to groups in turn.
struct TemplatePiece {
    std::string text;
    std::optional<std::size_t> group;
};

class TemplateReader {
public:
    TemplateReader(Interpreter& interpreter, const RegexModule& module, const Regex& regex, std::string_view text)
        : m_interpreter(interpreter), m_module(module), m_regex(regex), m_text(text) {}

    std::vector<TemplatePiece> read() {
        while (m_at < m_text.size()) {
            if (m_text[m_at] != '\\') {
                m_literal += m_text[m_at++];
                continue;
            }
            if (m_at + 1 >= m_text.size()) fail("bad escape (end of pattern)", m_at);
            escape(m_text[m_at + 1]);
        }
        flush();
        return std::move(m_pieces);
    }

private:
    void escape(char character) {
        constexpr std::string_view names = "abfnrtv\\", meanings = "\a\b\f\n\r\t\v\\";
        if (character == 'g') return namedGroup();
        if (character == '0') return octal();
        if (isDigit(character)) return numberedGroup();
        if (const std::size_t at = names.find(character); at != std::string_view::npos) m_literal += meanings[at];
        else if ((character | 0x20) >= 'a' && (character | 0x20) <= 'z') fail(fmt::format("bad escape \\{}", character), m_at);
        else (m_literal += '\\') += character;
        m_at += 2;
    }

    void octal() {
        unsigned number = 0;
        std::size_t end = m_at + 1;
        while (end < m_text.size() && end < m_at + 4 && m_text[end] >= '0' && m_text[end] <= '7') number = number * 8 + static_cast<unsigned>(m_text[end++] - '0');
        appendCodePoint(m_literal, number & 0xff);
        m_at = end;
    }

    void numberedGroup() {
        const std::size_t begin = m_at + 1;
        std::size_t end = begin + 1;
        if (end < m_text.size() && isDigit(m_text[end])) ++end;
        addGroup(m_text.substr(begin, end - begin), begin);
        m_at = end;
    }

    void namedGroup() {
        const std::size_t begin = m_at + 3;
        if (m_at + 2 >= m_text.size() || m_text[m_at + 2] != '<') fail("missing <", m_at + 2);
        const std::size_t end = m_text.find('>', begin);
        if (end == std::string_view::npos) fail("missing >, unterminated name", begin);
        if (end == begin) fail("missing group name", begin);
        addGroup(m_text.substr(begin, end - begin), begin);
        m_at = end + 1;
    }

    void addGroup(std::string_view name, std::size_t at) {
        flush();
        if (std::ranges::all_of(name, isDigit)) {
            const std::size_t number = name.size() > 6 ? RegexGroup::unmatched : static_cast<std::size_t>(std::stoul(std::string(name)));
            if (number > m_regex.groupCount()) fail(fmt::format("invalid group reference {}", name), at);
            m_pieces.push_back({{}, number});
            return;
        }
        for (const auto& [known, number] : m_regex.names()) {
            if (known != name) continue;
            m_pieces.push_back({{}, number});
            return;
        }
        throw m_interpreter.error(*m_interpreter.types().indexError, fmt::format("unknown group name '{}'", name));
    }

    void flush() {
        if (!m_literal.empty()) m_pieces.push_back({std::exchange(m_literal, {}), std::nullopt});
    }

    static bool isDigit(char character) { return character >= '0' && character <= '9'; }
    [[noreturn]] void fail(const std::string& message, std::size_t at) { throw m_module.error(m_interpreter, fmt::format("{} at position {}", message, at)); }

    Interpreter& m_interpreter;
    const RegexModule& m_module;
    const Regex& m_regex;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_literal;
    std::vector<TemplatePiece> m_pieces;
};

std::string fillTemplate(const std::vector<TemplatePiece>& pieces, std::string_view text, const std::vector<RegexGroup>& groups) {
    std::string result;
    for (const TemplatePiece& piece : pieces) {
        result += piece.text;
        if (piece.group && groups[*piece.group].begin != RegexGroup::unmatched) result += text.substr(groups[*piece.group].begin, groups[*piece.group].end - groups[*piece.group].begin);
    }
    return result;
}

// The text with the matches replaced, and how many there were.
std::pair<Value, std::int64_t> substitute(Interpreter& interpreter, const RegexModule& module, const Subject& subject, const Value& replacement, std::int64_t most) {
    std::vector<TemplatePiece> pieces;
    const bool isFunction = interpreter.isCallable(replacement);
    if (!isFunction) {
        const auto text = textOf(replacement);
        if (!text || text->second != subject.pattern().kind) throw interpreter.typeError(fmt::format("expected str instance, {} found", interpreter.typeName(replacement)));
        pieces = TemplateReader(interpreter, module, subject.pattern().regex, text->first).read();
    }
    std::string result;
    std::size_t from = 0;
    std::int64_t count = 0;
    subject.forEachMatch([&](std::vector<RegexGroup> groups) {
        result += subject.view.substr(from, groups[0].begin - from);
        from = groups[0].end;
        if (isFunction) {
            const Value made = interpreter.call(replacement, {subject.match(std::move(groups))});
            if (!made.isNone()) {
                const auto text = textOf(made);
                if (!text) throw interpreter.typeError(fmt::format("expected str instance, {} found", interpreter.typeName(made)));
                result += text->first;
            }
        } else {
            result += fillTemplate(pieces, subject.view, groups);
        }
        interpreter.heap().ensureRoom(result.size(), 1);
        return ++count != most;
    });
    result += subject.view.substr(from);
    return {makeText(interpreter, result, subject.pattern().kind), count};
}

// --- Matches

RegexMatch& matchOf(Interpreter& interpreter, const Value& self) {
    return payloadOf<RegexMatch>(interpreter, self);
}

std::size_t groupNumber(Interpreter& interpreter, const RegexMatch& match, const Value& group) {
    if (const auto* name = group.as<StringObject>()) {
        for (const auto& [known, number] : match.pattern.as<RegexPattern>()->regex.names())
            if (known == name->text()) return number;
    } else if (group.isInt() && group.asInt() >= 0 && static_cast<std::size_t>(group.asInt()) < match.groups.size()) {
        return static_cast<std::size_t>(group.asInt());
    }
    throw interpreter.indexError("no such group");
}

Value groupText(Interpreter& interpreter, const RegexMatch& match, std::size_t number, const Value& fallback) {
    const RegexGroup& group = match.groups[number];
    if (group.begin == RegexGroup::unmatched) return fallback;
    const auto text = textOf(match.text);
    return makeText(interpreter, text->first.substr(group.begin, group.end - group.begin), text->second);
}

Value group(Interpreter& interpreter, Arguments a) {
    const RegexMatch& match = matchOf(interpreter, a[0]);
    const auto wanted = a[1].as<TupleObject>()->values();
    if (wanted.size() <= 1) return groupText(interpreter, match, wanted.empty() ? 0 : groupNumber(interpreter, match, wanted[0]), {});
    std::vector<Value> texts;
    for (const Value& each : wanted) texts.push_back(groupText(interpreter, match, groupNumber(interpreter, match, each), {}));
    return interpreter.tuple(texts);
}

Value groups(Interpreter& interpreter, Arguments a) {
    const RegexMatch& match = matchOf(interpreter, a[0]);
    std::vector<Value> texts;
    for (std::size_t i = 1; i < match.groups.size(); ++i) texts.push_back(groupText(interpreter, match, i, a[1]));
    return interpreter.tuple(texts);
}

Value groupDict(Interpreter& interpreter, Arguments a) {
    const RegexMatch& match = matchOf(interpreter, a[0]);
    auto made = interpreter.dict();
    for (const auto& [name, number] : match.pattern.as<RegexPattern>()->regex.names())
        made->table.set(interpreter.intern(name), groupText(interpreter, match, number, a[1]));
    return made;
}

std::int64_t boundary(const RegexMatch& match, std::size_t offset) {
    return offset == RegexGroup::unmatched ? -1 : codePointIndex(match.text, offset);
}

Value start(Interpreter& interpreter, Arguments a) {
    const RegexMatch& match = matchOf(interpreter, a[0]);
    return boundary(match, match.groups[groupNumber(interpreter, match, a[1])].begin);
}

Value end(Interpreter& interpreter, Arguments a) {
    const RegexMatch& match = matchOf(interpreter, a[0]);
    return boundary(match, match.groups[groupNumber(interpreter, match, a[1])].end);
}

Value span(Interpreter& interpreter, Arguments a) {
    return interpreter.tuple({start(interpreter, a), end(interpreter, a)});
}

Value matchRepr(Interpreter& interpreter, Arguments a) {
    const RegexMatch& match = matchOf(interpreter, a[0]);
    const RegexGroup& whole = match.groups.front();
    return interpreter.string(fmt::format("<re.Match object; span=({}, {}), match={}>", boundary(match, whole.begin), boundary(match, whole.end),
                                          interpreter.repr(groupText(interpreter, match, 0, {}))));
}

// The group that ended last, 0 where none matched.
std::size_t lastGroup(const RegexMatch& match) {
    std::size_t last = 0;
    for (std::size_t i = 1; i < match.groups.size(); ++i)
        if (match.groups[i].begin != RegexGroup::unmatched && (last == 0 || match.groups[i].end > match.groups[last].end)) last = i;
    return last;
}

Value lastGroupName(Interpreter& interpreter, const Value& self) {
    const RegexMatch& match = matchOf(interpreter, self);
    const std::size_t last = lastGroup(match);
    for (const auto& [name, number] : match.pattern.as<RegexPattern>()->regex.names())
        if (number == last) return interpreter.string(name);
    return {};
}

void addMatchMethods(NativeClass& type, const RegexModule& module) {
    type.method("group(self, *args)", group)
        .method("groups(self, default=None)", groups)
        .method("groupdict(self, default=None)", groupDict)
        .method("start(self, group=0)", start)
        .method("end(self, group=0)", end)
        .method("span(self, group=0)", span)
        .method("expand(self, template)", [module](Interpreter& in, Arguments a) -> Value {
            const RegexMatch& match = matchOf(in, a[0]);
            const auto text = textOf(match.text);
            const auto pieces = TemplateReader(in, module, match.pattern.as<RegexPattern>()->regex, in.str(a[1])).read();
            return makeText(in, fillTemplate(pieces, text->first, match.groups), text->second);
        })
        .method("__getitem__(self, group)", [](Interpreter& in, Arguments a) { return groupText(in, matchOf(in, a[0]), groupNumber(in, matchOf(in, a[0]), a[1]), {}); })
        .method("__repr__(self)", matchRepr)
        .property("string", [](Interpreter& in, const Value& self) { return matchOf(in, self).text; })
        .property("re", [](Interpreter& in, const Value& self) { return matchOf(in, self).pattern; })
        .property("pos", [](Interpreter& in, const Value& self) -> Value { return static_cast<std::int64_t>(matchOf(in, self).position); })
        .property("endpos", [](Interpreter& in, const Value& self) -> Value { return static_cast<std::int64_t>(matchOf(in, self).end); })
        .property("lastindex", [](Interpreter& in, const Value& self) -> Value {
            const std::size_t last = lastGroup(matchOf(in, self));
            return last == 0 ? Value() : Value(static_cast<std::int64_t>(last));
        })
        .property("lastgroup", lastGroupName);
}

// --- The functions, of the module and of patterns

// Each takes the compiled pattern and the other arguments.
using Operation = Value (*)(Interpreter& interpreter, const RegexModule& module, const Value& pattern, Arguments arguments);

struct OperationSignatures {
    Operation operation;
    const char* method;
    const char* function;       // of the module: the pattern first, the flags last
    std::size_t argumentCount;  // of the operation
};

Value searchOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) { return matchOnce(in, module, pattern, a, RegexAnchor::Anywhere); }
Value matchOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) { return matchOnce(in, module, pattern, a, RegexAnchor::AtBegin); }
Value wholeOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) { return matchOnce(in, module, pattern, a, RegexAnchor::Whole); }
Value findAllOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) { return findAll(in, Subject(in, module, pattern, a[0], a[1], a[2])); }
Value findEachOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) { return findEach(in, Subject(in, module, pattern, a[0], a[1], a[2])); }
Value splitOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) { return split(in, Subject(in, module, pattern, a[0]), in.index(a[1])); }
Value substituteOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) { return substitute(in, module, Subject(in, module, pattern, a[1]), a[0], in.index(a[2])).first; }
Value substituteCountOperation(Interpreter& in, const RegexModule& module, const Value& pattern, Arguments a) {
    const auto [text, count] = substitute(in, module, Subject(in, module, pattern, a[1]), a[0], in.index(a[2]));
    return in.tuple({text, Value(count)});
}

constexpr OperationSignatures operations[] = {
    {searchOperation, "search(self, string, pos=0, endpos=9223372036854775807)", "search(pattern, string, flags=0)", 1},
    {matchOperation, "match(self, string, pos=0, endpos=9223372036854775807)", "match(pattern, string, flags=0)", 1},
    {wholeOperation, "fullmatch(self, string, pos=0, endpos=9223372036854775807)", "fullmatch(pattern, string, flags=0)", 1},
    {findAllOperation, "findall(self, string, pos=0, endpos=9223372036854775807)", "findall(pattern, string, flags=0)", 1},
    {findEachOperation, "finditer(self, string, pos=0, endpos=9223372036854775807)", "finditer(pattern, string, flags=0)", 1},
    {splitOperation, "split(self, string, maxsplit=0)", "split(pattern, string, maxsplit=0, flags=0)", 2},
    {substituteOperation, "sub(self, repl, string, count=0)", "sub(pattern, repl, string, count=0, flags=0)", 3},
    {substituteCountOperation, "subn(self, repl, string, count=0)", "subn(pattern, repl, string, count=0, flags=0)", 3},
};

void addOperations(NativeClass& type, NativeModule& functions, const RegexModule& module) {
    for (const OperationSignatures& each : operations) {
        type.method(each.method, [module, operation = each.operation](Interpreter& in, Arguments a) {
            payloadOf<RegexPattern>(in, a[0]);
            return operation(in, module, a[0], a.subspan(1));
        });
        functions.function(each.function, [module, each](Interpreter& in, Arguments a) {
            const Value pattern = module.compile(in, a[0], in.index(a.back()));
            std::array<Value, 3> arguments{0, 0, INT64_MAX};  // the text, `pos` and `endpos` where nothing else stands there
            std::copy_n(a.begin() + 1, each.argumentCount, arguments.begin());
            return each.operation(in, module, pattern, arguments);
        });
    }
}

Value patternRepr(Interpreter& interpreter, Arguments a) {
    const auto& pattern = payloadOf<RegexPattern>(interpreter, a[0]);
    constexpr std::pair<std::int64_t, const char*> names[] = {
        {RegexIgnoreCase, "re.IGNORECASE"}, {RegexMultiline, "re.MULTILINE"}, {RegexDotAll, "re.DOTALL"}, {RegexVerbose, "re.VERBOSE"}, {RegexAscii, "re.ASCII"}};
    std::string flags;
    for (const auto& [flag, name] : names)
        if (pattern.regex.flags() & flag) flags += (flags.empty() ? "" : "|") + std::string(name);
    return interpreter.string(fmt::format("re.compile({}{}{})", interpreter.repr(pattern.source), flags.empty() ? "" : ", ", flags));
}

Value groupIndex(Interpreter& interpreter, const Value& self) {
    auto made = interpreter.dict();
    for (const auto& [name, number] : payloadOf<RegexPattern>(interpreter, self).regex.names()) made->table.set(interpreter.intern(name), static_cast<std::int64_t>(number));
    return made;
}

Value escape(Interpreter& interpreter, Arguments a) {
    const auto text = textOf(a[0]);
    if (!text) throw interpreter.typeError(fmt::format("expected string or bytes-like object, got '{}'", interpreter.typeName(a[0])));
    std::string result;
    for (const char character : text->first) {
        if (std::string_view("()[]{}?*+-|^$\\.&~# \t\n\r\v\f").find(character) != std::string_view::npos) result += '\\';
        result += character;
    }
    return makeText(interpreter, result, text->second);
}

}  // namespace

void makeRegexModule(Interpreter& interpreter, ModuleObject& moduleObject) {
    NativeClass pattern(interpreter, "re", "Pattern"), match(interpreter, "re", "Match");
    NativeClass error(interpreter, "re", "error", {interpreter.types().exception.get()});
    const RegexModule module({&pattern.type(), &match.type(), &error.type()});
    NativeModule functions(interpreter, moduleObject);
    addOperations(pattern, functions, module);
    addMatchMethods(match, module);
    pattern.method("__repr__(self)", patternRepr)
        .property("pattern", [](Interpreter& in, const Value& self) { return payloadOf<RegexPattern>(in, self).source; })
        .property("flags", [](Interpreter& in, const Value& self) -> Value { return payloadOf<RegexPattern>(in, self).regex.flags(); })
        .property("groups", [](Interpreter& in, const Value& self) -> Value { return static_cast<std::int64_t>(payloadOf<RegexPattern>(in, self).regex.groupCount()); })
        .property("groupindex", groupIndex);
    functions.function("compile(pattern, flags=0)", [module](Interpreter& in, Arguments a) { return module.compile(in, a[0], in.index(a[1])); })
        .function("escape(pattern)", escape)
        .function("purge()", [](Interpreter&, Arguments) { return Value(); })
        .set("Pattern", &pattern.type())
        .set("Match", &match.type())
        .set("error", &error.type());
    constexpr std::pair<const char*, std::int64_t> flags[] = {
        {"IGNORECASE", RegexIgnoreCase}, {"I", RegexIgnoreCase}, {"LOCALE", RegexLocale}, {"L", RegexLocale}, {"MULTILINE", RegexMultiline}, {"M", RegexMultiline},
        {"DOTALL", RegexDotAll}, {"S", RegexDotAll}, {"UNICODE", RegexUnicode}, {"U", RegexUnicode}, {"VERBOSE", RegexVerbose}, {"X", RegexVerbose},
        {"DEBUG", RegexDebug}, {"ASCII", RegexAscii}, {"A", RegexAscii}, {"NOFLAG", 0}};
    for (const auto& [name, flag] : flags) functions.set(name, flag);
}

}  // namespace namescape
