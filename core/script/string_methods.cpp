// Methods of str.
#include "script/builtin_types.h"
#include "script/codecs.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/operator_methods.h"
#include "script/percent_format.h"
#include "script/sequences.h"
#include "script/str_format.h"
#include "script/unicode.h"
#include "script/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

const StringObject& self(const Arguments& a) { return *a[0].as<StringObject>(); }
std::string_view text(const Arguments& a) { return self(a).text(); }

// An argument that must be a str; `what` begins the complaint.
std::string_view textArgument(Interpreter& in, const Value& value, std::string_view what) {
    if (const auto* string = value.as<StringObject>()) return string->text();
    throw in.typeError(fmt::format("{}, not {}", what, in.typeName(value)));
}

template <typename Map>
Value mapped(Interpreter& in, std::string_view source, Map map) {
    std::string result;
    result.reserve(source.size());
    for (std::size_t at = 0; at < source.size();) map(result, decodeCodePoint(source, at));
    return in.string(result);
}

template <typename Test>
bool all(std::string_view source, Test test) {
    if (source.empty()) return false;
    for (std::size_t at = 0; at < source.size();)
        if (!test(decodeCodePoint(source, at))) return false;
    return true;
}

// ---- Case

Value upper(Interpreter& in, Arguments a) { return mapped(in, text(a), appendUpper); }
Value casefold(Interpreter& in, Arguments a) { return mapped(in, text(a), appendFolded); }

// `form` appends a code point in its form, and gets where it ends.
template <typename Form>
Value cased(Interpreter& in, std::string_view source, Form form) {
    std::string result;
    result.reserve(source.size());
    for (std::size_t at = 0; at < source.size();) {
        const std::uint32_t c = decodeCodePoint(source, at);
        form(result, c, at);
    }
    return in.string(result);
}

Value lower(Interpreter& in, Arguments a) {
    return cased(in, text(a), [source = text(a)](std::string& to, std::uint32_t c, std::size_t end) { appendLower(to, c, source, end); });
}
Value swapcase(Interpreter& in, Arguments a) {
    return cased(in, text(a), [source = text(a)](std::string& to, std::uint32_t c, std::size_t end) {
        if (isUpper(c)) appendLower(to, c, source, end);
        else appendUpper(to, c);
    });
}
Value capitalize(Interpreter& in, Arguments a) {
    return cased(in, text(a), [source = text(a), first = true](std::string& to, std::uint32_t c, std::size_t end) mutable {
        if (std::exchange(first, false)) appendTitle(to, c);
        else appendLower(to, c, source, end);
    });
}
Value title(Interpreter& in, Arguments a) {
    return cased(in, text(a), [source = text(a), inWord = false](std::string& to, std::uint32_t c, std::size_t end) mutable {
        if (std::exchange(inWord, isCased(c))) appendLower(to, c, source, end);
        else appendTitle(to, c);
    });
}

// ---- Questions

bool isAlphanumeric(std::uint32_t c) { return isLetter(c) || isNumeric(c); }
Value isAlpha(Interpreter&, Arguments a) { return all(text(a), isLetter); }
Value isAlnum(Interpreter&, Arguments a) { return all(text(a), isAlphanumeric); }
template <bool (*test)(std::uint32_t)>
Value isAll(Interpreter&, Arguments a) { return all(text(a), test); }
Value isSpaces(Interpreter&, Arguments a) { return all(text(a), isSpace); }
Value isAscii(Interpreter&, Arguments a) { return self(a).isAscii(); }
Value isPrintableText(Interpreter&, Arguments a) { return text(a).empty() || all(text(a), isPrintable); }
Value isIdentifier(Interpreter&, Arguments a) {
    const std::string_view source = text(a);
    return all(source, [](std::uint32_t c) { return c == '_' || isLetter(c) || isDecimal(c); }) && !(source[0] >= '0' && source[0] <= '9');
}
template <bool (*wanted)(std::uint32_t), bool (*unwanted)(std::uint32_t)>
Value hasCase(Interpreter&, Arguments a) {
    bool any = false;
    const std::string_view source = text(a);
    for (std::size_t at = 0; at < source.size();) {
        const std::uint32_t c = decodeCodePoint(source, at);
        if (unwanted(c)) return false;
        any |= wanted(c);
    }
    return any;
}
Value isTitle(Interpreter&, Arguments a) {
    bool any = false, inWord = false;
    const std::string_view source = text(a);
    for (std::size_t at = 0; at < source.size();) {
        const std::uint32_t c = decodeCodePoint(source, at);
        if (isUpper(c) ? inWord : isLower(c) && !inWord) return false;
        inWord = isUpper(c) || isLower(c);
        any |= inWord;
    }
    return any;
}

// ---- Finding

// The part of the text that [start, end) names, as byte offsets; nothing where it is empty beyond the end.
struct Window {
    std::size_t begin = 0, end = 0;
    bool isValid = true;
};

Window windowOf(Interpreter& in, const StringObject& string, const Value& start, const Value& end) {
    const auto length = static_cast<std::int64_t>(string.length());
    const std::int64_t from = clampIndex(in, start, string.length(), 0);
    const std::int64_t to = std::min(length, clampIndex(in, end, string.length(), length));
    if (from > length || from > to) return {0, 0, false};
    return {string.byteOffset(static_cast<std::size_t>(from)), string.byteOffset(static_cast<std::size_t>(to)), true};
}

std::int64_t findIn(Interpreter& in, Arguments a, bool fromEnd) {
    const std::string_view part = textArgument(in, a[1], "must be str");
    const Window window = windowOf(in, self(a), a[2], a[3]);
    if (!window.isValid) return -1;
    in.step(1 + (window.end - window.begin) / 256);
    const std::string_view source = text(a).substr(0, window.end);
    std::size_t found;
    if (fromEnd) {
        found = source.rfind(part);
        if (found != std::string_view::npos && found < window.begin) found = std::string_view::npos;
    } else {
        found = source.find(part, window.begin);
    }
    if (found == std::string_view::npos) return -1;
    return static_cast<std::int64_t>(self(a).isAscii() ? found : countCodePoints(source.substr(0, found)));
}

Value find(Interpreter& in, Arguments a) { return findIn(in, a, false); }
Value rfind(Interpreter& in, Arguments a) { return findIn(in, a, true); }
Value index(Interpreter& in, Arguments a) {
    const std::int64_t found = findIn(in, a, false);
    if (found < 0) throw in.valueError("substring not found");
    return found;
}
Value rindex(Interpreter& in, Arguments a) {
    const std::int64_t found = findIn(in, a, true);
    if (found < 0) throw in.valueError("substring not found");
    return found;
}

Value count(Interpreter& in, Arguments a) {
    const std::string_view part = textArgument(in, a[1], "must be str");
    const Window window = windowOf(in, self(a), a[2], a[3]);
    if (!window.isValid) return 0;
    const std::string_view source = text(a).substr(window.begin, window.end - window.begin);
    if (part.empty()) return static_cast<std::int64_t>(countCodePoints(source) + 1);
    std::int64_t found = 0;
    for (std::size_t at = source.find(part); at != std::string_view::npos; at = source.find(part, at + part.size())) ++found;
    return found;
}

bool hasAffix(std::string_view source, std::string_view affix, bool atEnd) {
    return atEnd ? source.ends_with(affix) : source.starts_with(affix);
}

Value testAffix(Interpreter& in, Arguments a, bool atEnd) {
    const Window window = windowOf(in, self(a), a[2], a[3]);
    const std::string_view source = text(a).substr(window.begin, window.end - window.begin);
    const char* name = atEnd ? "endswith" : "startswith";
    if (const auto* several = a[1].as<TupleObject>()) {
        for (const Value& one : several->values()) {
            const auto* affix = one.as<StringObject>();
            if (!affix) throw in.typeError(fmt::format("tuple for {} must only contain str, not {}", name, in.typeName(one)));
            if (window.isValid && hasAffix(source, affix->text(), atEnd)) return true;
        }
        return false;
    }
    const auto* affix = a[1].as<StringObject>();
    if (!affix) throw in.typeError(fmt::format("{} first arg must be str or a tuple of str, not {}", name, in.typeName(a[1])));
    return window.isValid && hasAffix(source, affix->text(), atEnd);
}

Value startswith(Interpreter& in, Arguments a) { return testAffix(in, a, false); }
Value endswith(Interpreter& in, Arguments a) { return testAffix(in, a, true); }

// ---- Stripping and filling

Value stripped(Interpreter& in, Arguments a, const char* name, bool left, bool right) {
    std::string_view source = text(a);
    const auto* given = a[1].as<StringObject>();
    if (!a[1].isNone() && !given) throw in.typeError(fmt::format("{} arg must be None or str", name));
    const auto isStripped = [&](std::string_view character) {
        if (given) return given->text().find(character) != std::string_view::npos;
        std::size_t at = 0;
        return isSpace(decodeCodePoint(character, at));
    };
    while (left && !source.empty()) {
        std::size_t end = 0;
        decodeCodePoint(source, end);
        if (!isStripped(source.substr(0, end))) break;
        source.remove_prefix(end);
    }
    while (right && !source.empty()) {
        std::size_t begin = source.size() - 1;
        while (begin > 0 && (static_cast<unsigned char>(source[begin]) & 0xc0) == 0x80) --begin;
        if (!isStripped(source.substr(begin))) break;
        source = source.substr(0, begin);
    }
    return source.size() == text(a).size() && self(a).type().isBuiltin ? a[0] : Value(in.string(source));
}

Value strip(Interpreter& in, Arguments a) { return stripped(in, a, "strip", true, true); }
Value lstrip(Interpreter& in, Arguments a) { return stripped(in, a, "lstrip", true, false); }
Value rstrip(Interpreter& in, Arguments a) { return stripped(in, a, "rstrip", false, true); }

Value padded(Interpreter& in, Arguments a, char align) {
    const auto* fill = a[2].as<StringObject>();
    if (!fill) throw in.typeError(fmt::format("The fill character must be a unicode character, not {}", in.typeName(a[2])));
    if (fill->length() != 1) throw in.typeError("The fill character must be exactly one character long");
    const std::int64_t width = in.index(a[1]);
    const auto length = static_cast<std::int64_t>(self(a).length());
    const std::int64_t missing = width > length ? width - length : 0;
    in.heap().ensureRoom(static_cast<std::size_t>(missing), 2 * fill->size());
    const std::int64_t left = align == '>' ? missing : align == '<' ? 0 : missing / 2 + (missing & width & 1);
    std::string result;
    for (std::int64_t i = 0; i < left; ++i) result += fill->text();
    result += text(a);
    for (std::int64_t i = left; i < missing; ++i) result += fill->text();
    return in.string(result);
}

Value ljust(Interpreter& in, Arguments a) { return padded(in, a, '<'); }
Value rjust(Interpreter& in, Arguments a) { return padded(in, a, '>'); }
Value center(Interpreter& in, Arguments a) { return padded(in, a, '^'); }

Value zfill(Interpreter& in, Arguments a) {
    const std::int64_t width = in.index(a[1]);
    const std::int64_t missing = width - std::min(width, static_cast<std::int64_t>(self(a).length()));
    if (missing == 0) return in.string(text(a));
    in.heap().ensureRoom(static_cast<std::size_t>(missing), 2);
    std::string result(text(a));
    const bool hasSign = !result.empty() && (result[0] == '+' || result[0] == '-');
    result.insert(hasSign ? 1 : 0, static_cast<std::size_t>(missing), '0');
    return in.string(result);
}

Value expandtabs(Interpreter& in, Arguments a) {
    const std::int64_t size = std::clamp<std::int64_t>(in.index(a[1]), 0, 10'000);
    std::string result;
    std::int64_t column = 0;
    for (const char c : text(a)) {
        if (c == '\t') {
            const std::int64_t spaces = size > 0 ? size - column % size : 0;
            result.append(static_cast<std::size_t>(spaces), ' ');
            column += spaces;
        } else {
            result += c;
            if (c == '\n' || c == '\r') column = 0;
            else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++column;
        }
        in.heap().ensureRoom(result.size(), 1);
    }
    return in.string(result);
}

Value removeprefix(Interpreter& in, Arguments a) {
    const std::string_view part = textArgument(in, a[1], "removeprefix() argument must be str");
    return in.string(text(a).starts_with(part) ? text(a).substr(part.size()) : text(a));
}
Value removesuffix(Interpreter& in, Arguments a) {
    const std::string_view part = textArgument(in, a[1], "removesuffix() argument must be str");
    return in.string(text(a).ends_with(part) ? text(a).substr(0, text(a).size() - part.size()) : text(a));
}

// ---- Splitting and joining

std::int64_t limitOf(Interpreter& in, const Value& value) {
    const std::int64_t limit = in.index(value);
    return limit < 0 ? INT64_MAX : limit;
}

void add(Interpreter& in, ListObject& list, std::string_view part) {
    list.values.push_back(in.string(part));
}

// Where the code point that ends at `end` begins.
std::size_t beginOfLast(std::string_view source, std::size_t end) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(source[begin]) & 0xc0) == 0x80) --begin;
    return begin;
}

bool isSpaceAt(std::string_view source, std::size_t at) { return isSpace(decodeCodePoint(source, at)); }

// The first place from `at` on where white space begins or ends.
std::size_t skip(std::string_view source, std::size_t at, bool isOverSpace) {
    while (at < source.size()) {
        std::size_t next = at;
        if (isSpace(decodeCodePoint(source, next)) != isOverSpace) break;
        at = next;
    }
    return at;
}

std::size_t skipBack(std::string_view source, std::size_t end, bool isOverSpace) {
    while (end > 0 && isSpaceAt(source, beginOfLast(source, end)) == isOverSpace) end = beginOfLast(source, end);
    return end;
}

Ref<ListObject> splitBySpace(Interpreter& in, std::string_view source, std::int64_t limit) {
    auto parts = in.list();
    for (std::size_t at = skip(source, 0, true); at < source.size(); at = skip(source, at, true)) {
        const std::size_t end = limit-- == 0 ? source.size() : skip(source, at, false);
        add(in, *parts, source.substr(at, end - at));
        at = end;
    }
    return parts;
}

Ref<ListObject> rsplitBySpace(Interpreter& in, std::string_view source, std::int64_t limit) {
    auto parts = in.list();
    for (std::size_t end = skipBack(source, source.size(), true); end > 0; end = skipBack(source, end, true)) {
        const std::size_t begin = limit-- == 0 ? 0 : skipBack(source, end, false);
        add(in, *parts, source.substr(begin, end - begin));
        end = begin;
    }
    std::reverse(parts->values.begin(), parts->values.end());
    return parts;
}

std::string_view separatorOf(Interpreter& in, const Value& value, std::string_view what) {
    const std::string_view separator = textArgument(in, value, what);
    if (separator.empty()) throw in.valueError("empty separator");
    return separator;
}

Value split(Interpreter& in, Arguments a) {
    std::int64_t limit = limitOf(in, a[2]);
    const std::string_view source = text(a);
    if (a[1].isNone()) return splitBySpace(in, source, limit);
    const std::string_view separator = separatorOf(in, a[1], "must be str or None");
    auto parts = in.list();
    std::size_t begin = 0;
    for (std::size_t at; limit-- > 0 && (at = source.find(separator, begin)) != std::string_view::npos; begin = at + separator.size()) add(in, *parts, source.substr(begin, at - begin));
    add(in, *parts, source.substr(begin));
    return parts;
}

Value rsplit(Interpreter& in, Arguments a) {
    std::int64_t limit = limitOf(in, a[2]);
    const std::string_view source = text(a);
    if (a[1].isNone()) return rsplitBySpace(in, source, limit);
    const std::string_view separator = separatorOf(in, a[1], "must be str or None");
    auto parts = in.list();
    std::size_t end = source.size();
    while (limit-- > 0 && end >= separator.size()) {
        const std::size_t at = source.rfind(separator, end - separator.size());
        if (at == std::string_view::npos) break;
        add(in, *parts, source.substr(at + separator.size(), end - at - separator.size()));
        end = at;
    }
    add(in, *parts, source.substr(0, end));
    std::reverse(parts->values.begin(), parts->values.end());
    return parts;
}

Value splitlines(Interpreter& in, Arguments a) {
    const std::string_view source = text(a);
    const bool keepEnds = in.truth(a[1]);
    auto parts = in.list();
    for (std::size_t at = 0; at < source.size();) {
        std::size_t end = at;
        std::size_t next = at;
        bool found = false;
        while (next < source.size()) {
            end = next;
            const std::uint32_t c = decodeCodePoint(source, next);
            found = (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
            if (found) {
                if (c == '\r' && next < source.size() && source[next] == '\n') ++next;
                break;
            }
        }
        if (!found) end = next;
        add(in, *parts, source.substr(at, (keepEnds ? next : end) - at));
        at = next;
    }
    return parts;
}

Value partition(Interpreter& in, Arguments a) {
    const std::string_view separator = separatorOf(in, a[1], "must be str");
    const std::size_t at = text(a).find(separator);
    if (at == std::string_view::npos) return in.tuple({a[0], in.string(""), in.string("")});
    return in.tuple({in.string(text(a).substr(0, at)), a[1], in.string(text(a).substr(at + separator.size()))});
}

Value rpartition(Interpreter& in, Arguments a) {
    const std::string_view separator = separatorOf(in, a[1], "must be str");
    const std::size_t at = text(a).rfind(separator);
    if (at == std::string_view::npos) return in.tuple({in.string(""), in.string(""), a[0]});
    return in.tuple({in.string(text(a).substr(0, at)), a[1], in.string(text(a).substr(at + separator.size()))});
}

Value join(Interpreter& in, Arguments a) {
    if (!in.isIterable(a[1])) throw in.typeError("can only join an iterable");
    std::string result;
    std::int64_t number = 0;
    in.forEach(a[1], [&](const Value& item) {
        const auto* part = item.as<StringObject>();
        if (!part) throw in.typeError(fmt::format("sequence item {}: expected str instance, {} found", number, in.typeName(item)));
        in.heap().ensureRoom(result.size() + part->size() + self(a).size(), 2);
        if (number++ > 0) result += text(a);
        result += part->text();
    });
    return in.string(result);
}

Value replace(Interpreter& in, Arguments a) {
    const std::string_view from = textArgument(in, a[1], "replace() argument 1 must be str");
    const std::string_view to = textArgument(in, a[2], "replace() argument 2 must be str");
    std::int64_t limit = limitOf(in, a[3]);
    const std::string_view source = text(a);
    std::string result;
    std::size_t begin = 0;
    const auto put = [&](std::string_view part) {
        result += part;
        in.heap().ensureRoom(result.size(), 2);
    };
    if (from.empty()) {
        while (limit-- > 0) {
            put(to);
            if (begin >= source.size()) break;
            std::size_t end = begin;
            decodeCodePoint(source, end);
            result += source.substr(begin, end - begin);
            begin = end;
        }
    } else {
        for (std::size_t at; limit-- > 0 && (at = source.find(from, begin)) != std::string_view::npos; begin = at + from.size()) {
            result += source.substr(begin, at - begin);
            put(to);
        }
    }
    if (begin < source.size()) result += source.substr(begin);
    return in.string(result);
}

// ---- Translation and coding

// From a dict: keys are numbers or texts of one character.
Value translationOf(Interpreter& in, const Value& mapping) {
    const auto* given = mapping.as<DictObject>();
    if (!given) throw in.typeError("if you give only one argument to maketrans it must be a dict");
    auto table = in.dict();
    for (const auto& entry : given->table.entries()) {
        if (entry.value.isUnset()) continue;
        const auto* key = entry.key.as<StringObject>();
        if (!key && !isInteger(entry.key)) throw in.typeError("keys in translate table must be strings or integers");
        if (key && key->length() != 1) throw in.valueError("string keys in translate table must be of length 1");
        std::size_t at = 0;
        table->table.set(in, key ? Value(decodeCodePoint(key->text(), at)) : entry.key, entry.value);
    }
    return table;
}

Value maketrans(Interpreter& in, Arguments a) {
    if (a[1].isNotImplemented()) return translationOf(in, a[0]);
    auto table = in.dict();
    const std::string_view from = textArgument(in, a[0], "first maketrans argument must be a string if there is a second argument");
    const std::string_view to = textArgument(in, a[1], "maketrans() argument 2 must be str");
    const std::string_view removed = textArgument(in, a[2], "maketrans() argument 3 must be str");
    if (countCodePoints(from) != countCodePoints(to)) throw in.valueError("the first two maketrans arguments must have equal length");
    for (std::size_t i = 0, j = 0; i < from.size();) {
        const std::uint32_t key = decodeCodePoint(from, i);
        table->table.set(in, Value(key), Value(decodeCodePoint(to, j)));
    }
    for (std::size_t i = 0; i < removed.size();) table->table.set(in, Value(decodeCodePoint(removed, i)), Value());
    return table;
}

// What a translation has for a character: the character itself where it has nothing.
Value translated(Interpreter& in, const Value& table, std::uint32_t codePoint) {
    try {
        return in.getItem(table, Value(codePoint));
    } catch (const ScriptError& error) {
        if (!error.exception().type().isSubtypeOf(*in.types().lookupError)) throw;
        return codePoint;
    }
}

Value translate(Interpreter& in, Arguments a) {
    std::string result;
    const std::string_view source = text(a);
    for (std::size_t at = 0; at < source.size();) {
        in.step();
        const Value mapped = translated(in, a[1], decodeCodePoint(source, at));
        if (mapped.isNone()) continue;
        in.heap().ensureRoom(result.size(), 2);
        if (const auto* string = mapped.as<StringObject>()) {
            result += string->text();
            continue;
        }
        if (!isInteger(mapped)) throw in.typeError("character mapping must return integer, None or str");
        if (!mapped.isInt() || mapped.asInt() < 0 || mapped.asInt() > 0x10ffff) throw in.valueError("character mapping must be in range(0x110000)");
        appendCodePoint(result, static_cast<std::uint32_t>(mapped.asInt()));
    }
    return in.string(result);
}

std::string_view codecArgument(Interpreter& in, const Value& value, const char* function, const char* name) {
    if (const auto* string = value.as<StringObject>()) return string->text();
    throw in.typeError(fmt::format("{}() argument '{}' must be str, not {}", function, name, in.typeName(value)));
}

Value encode(Interpreter& in, Arguments a) {
    const std::string bytes = encodeText(in, text(a), codecArgument(in, a[1], "encode", "encoding"), codecArgument(in, a[2], "encode", "errors"));
    return in.heap().make<BytesObject>(*in.types().bytes, bytes, in.heap());
}

Value decoded(Interpreter& in, const Value& source, const Value& encoding, const Value& errors) {
    if (source.is<StringObject>()) throw in.typeError("decoding str is not supported");
    const auto* bytes = source.as<BytesObject>();
    if (!bytes) throw in.typeError(fmt::format("decoding to str: need a bytes-like object, {} found", in.typeName(source)));
    return in.string(decodeBytes(in, bytes->bytes(), encoding.isNone() ? "utf-8" : codecArgument(in, encoding, "str", "encoding"), errors.isNone() ? "strict" : codecArgument(in, errors, "str", "errors")));
}

Value stringNew(Interpreter& in, Arguments a) {
    auto& type = *a[0].as<TypeObject>();
    const bool isDecoded = !a[2].isNone() || !a[3].isNone();
    const Value made = isDecoded ? decoded(in, a[1], a[2], a[3]) : in.strValue(a[1]);
    if (type.isBuiltin) return made;
    const std::string_view content = made.as<StringObject>()->text();
    auto result = in.newString(content.size(), &type);
    std::copy(content.begin(), content.end(), result->data());
    return result;
}

Value format(Interpreter& in, Arguments a) { return strFormat(in, self(a), a[1], a[2]); }
Value formatMap(Interpreter& in, Arguments a) { return strFormat(in, self(a), Value(), a[1]); }

Value modulo(Interpreter& in, Arguments a) { return percentFormat(in, self(a), a[1]); }

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, object='', encoding=None, errors=None)", stringNew},
    {"__str__(self, /)", strMethod},
    {"__repr__(self, /)", reprMethod},
    {"__hash__(self, /)", hashMethod},
    {"__len__(self, /)", lengthMethod},
    {"__getitem__(self, key, /)", getItemMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__add__(self, value, /)", forwardMethod<BinaryOperator::Add>},
    {"__mul__(self, value, /)", forwardMethod<BinaryOperator::Multiply>},
    {"__rmul__(self, value, /)", reflectedMethod<BinaryOperator::Multiply>},
    {"__mod__(self, value, /)", modulo},
    {"upper(self, /)", upper},
    {"lower(self, /)", lower},
    {"casefold(self, /)", casefold},
    {"swapcase(self, /)", swapcase},
    {"capitalize(self, /)", capitalize},
    {"title(self, /)", title},
    {"isalpha(self, /)", isAlpha},
    {"isalnum(self, /)", isAlnum},
    {"isdigit(self, /)", isAll<isDigit>},
    {"isdecimal(self, /)", isAll<isDecimal>},
    {"isnumeric(self, /)", isAll<isNumeric>},
    {"isspace(self, /)", isSpaces},
    {"isascii(self, /)", isAscii},
    {"isprintable(self, /)", isPrintableText},
    {"isidentifier(self, /)", isIdentifier},
    {"islower(self, /)", hasCase<isLower, isUpper>},
    {"isupper(self, /)", hasCase<isUpper, isLower>},
    {"istitle(self, /)", isTitle},
    {"find(self, sub, start=None, end=None, /)", find},
    {"rfind(self, sub, start=None, end=None, /)", rfind},
    {"index(self, sub, start=None, end=None, /)", index},
    {"rindex(self, sub, start=None, end=None, /)", rindex},
    {"count(self, sub, start=None, end=None, /)", count},
    {"startswith(self, prefix, start=None, end=None, /)", startswith},
    {"endswith(self, suffix, start=None, end=None, /)", endswith},
    {"strip(self, chars=None, /)", strip},
    {"lstrip(self, chars=None, /)", lstrip},
    {"rstrip(self, chars=None, /)", rstrip},
    {"ljust(self, width, fillchar=' ', /)", ljust},
    {"rjust(self, width, fillchar=' ', /)", rjust},
    {"center(self, width, fillchar=' ', /)", center},
    {"zfill(self, width, /)", zfill},
    {"expandtabs(self, tabsize=8)", expandtabs},
    {"removeprefix(self, prefix, /)", removeprefix},
    {"removesuffix(self, suffix, /)", removesuffix},
    {"split(self, sep=None, maxsplit=-1)", split},
    {"rsplit(self, sep=None, maxsplit=-1)", rsplit},
    {"splitlines(self, keepends=False)", splitlines},
    {"partition(self, sep, /)", partition},
    {"rpartition(self, sep, /)", rpartition},
    {"join(self, iterable, /)", join},
    {"replace(self, old, new, count=-1, /)", replace},
    {"maketrans(static, y=nothing, z='', /)", maketrans},
    {"translate(self, table, /)", translate},
    {"encode(self, encoding='utf-8', errors='strict')", encode},
    {"format(self, /, *args, **kwargs)", format},
    {"format_map(self, mapping, /)", formatMap},
};

}  // namespace

void addStringMethods(const BuiltinSetup& setup) {
    TypeObject& type = *setup.interpreter.types().string;
    setup.methods(type, methods);
    addComparisons(setup, type, true);
}

}  // namespace namescape
