// Methods of bytes. What str does as well is done by str's methods, on a text in which each byte is a character.
#include "script/builtin_types.h"
#include "script/codecs.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/operator_methods.h"
#include "script/utf8.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

namespace {

std::string_view self(const Arguments& a) { return a[0].as<BytesObject>()->bytes(); }

Value make(Interpreter& in, std::string_view bytes) {
    return in.heap().make<BytesObject>(*in.types().bytes, bytes, in.heap());
}

// ---- Through text ------------------------------------------------------------------------------------------------

// Bytes that are letters, white space or ends of lines to str alone become lone surrogates, which are nothing to it.
constexpr std::uint32_t foreign = 0xdc00;

bool isForeign(unsigned char byte, bool isLines) {
    return byte >= 0x80 || (byte >= 0x1c && byte <= 0x1f) || (isLines && (byte == '\v' || byte == '\f'));
}

Value textOf(Interpreter& in, std::string_view bytes, bool isLines = false) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendCodePoint(text, isForeign(byte, isLines) ? foreign + byte : byte);
    }
    return in.string(text);
}

Value bytesOf(Interpreter& in, std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) bytes += static_cast<char>(decodeCodePoint(text, at) & 0xff);
    return make(in, bytes);
}

// A result of a str's method: texts in it become bytes.
Value resultOf(Interpreter& in, const Value& result) {
    if (const auto* text = result.as<StringObject>()) return bytesOf(in, text->text());
    if (const auto* list = result.as<ListObject>()) {
        auto made = in.list();
        for (const Value& part : list->values) made->values.push_back(resultOf(in, part));
        return made;
    }
    const auto* tuple = result.as<TupleObject>();
    if (!tuple) return result;
    auto made = in.newTuple(tuple->size());
    std::ranges::transform(tuple->values(), made->values().begin(), [&](const Value& part) { return resultOf(in, part); });
    return made;
}

// An argument that is bytes, a number or None; anything else would have to be bytes.
Value argumentOf(Interpreter& in, const Value& value) {
    if (const auto* bytes = value.as<BytesObject>()) return textOf(in, bytes->bytes());
    if (!value.is<StringObject>()) return value;
    throw in.typeError(fmt::format("a bytes-like object is required, not '{}'", in.typeName(value)));
}

// A method's name as an argument of a template.
struct MethodName {
    char text[16] = {};
    consteval MethodName(const char* name) {
        for (std::size_t i = 0; name[i]; ++i) text[i] = name[i];
    }
};

template <MethodName name>
Value viaText(Interpreter& in, Arguments a) {
    std::vector<Value> positional;
    for (const Value& value : a[1].as<TupleObject>()->values()) positional.push_back(argumentOf(in, value));
    std::vector<KeywordValue> keywords;
    for (const auto& entry : a[2].as<DictObject>()->table.entries())
        if (!entry.value.isUnset()) keywords.push_back({in.intern(*entry.key.as<StringObject>()), argumentOf(in, entry.value)});
    return resultOf(in, in.callMethod(textOf(in, self(a), std::string_view(name.text) == "splitlines"), in.intern(name.text), positional, keywords));
}

// What is looked for may be one byte, as a number.
Value soughtPart(Interpreter& in, const Value& part) {
    if (const auto* bytes = part.as<BytesObject>()) return textOf(in, bytes->bytes());
    if (!isInteger(part)) throw in.typeError(fmt::format("argument should be integer or bytes-like object, not '{}'", in.typeName(part)));
    if (!part.isInt() || part.asInt() < 0 || part.asInt() > 255) throw in.valueError("byte must be in range(0, 256)");
    const char byte = static_cast<char>(part.asInt());
    return textOf(in, std::string_view(&byte, 1));
}

template <MethodName name>
Value sought(Interpreter& in, Arguments a) {
    return in.callMethod(textOf(in, self(a)), in.intern(name.text), {soughtPart(in, a[1]), a[2], a[3]});
}

template <MethodName name>
Value soughtIndex(Interpreter& in, Arguments a) {
    const Value at = sought<name>(in, a);
    if (at.asInt() < 0) throw in.valueError("subsection not found");
    return at;
}

template <MethodName name>
Value affix(Interpreter& in, Arguments a) {
    const bool isTuple = a[1].is<TupleObject>();
    if (!isTuple && !a[1].is<BytesObject>()) throw in.typeError(fmt::format("{} first arg must be bytes or a tuple of bytes, not {}", name.text, in.typeName(a[1])));
    std::vector<Value> parts;
    for (const Value& part : isTuple ? a[1].as<TupleObject>()->values() : std::span<Value>(&a[1], 1)) parts.push_back(argumentOf(in, part));
    return in.callMethod(textOf(in, self(a)), in.intern(name.text), {in.tuple(parts), a[2], a[3]});
}

template <MethodName name>
Value padded(Interpreter& in, Arguments a) {
    const auto* fill = a[2].as<BytesObject>();
    if (!a[2].is<StringObject>() && (!fill || fill->bytes().size() != 1))
        throw in.typeError(fmt::format("{}() argument 2 must be a byte string of length 1, not {}", name.text, in.typeName(a[2])));
    return resultOf(in, in.callMethod(textOf(in, self(a)), in.intern(name.text), {a[1], fill ? textOf(in, fill->bytes()) : in.string(" ")}));
}

// ---- By themselves -----------------------------------------------------------------------------------------------

std::string fromElements(Interpreter& in, const Value& source) {
    std::string bytes;
    in.forEach(source, [&](const Value& value) {
        const std::int64_t byte = in.index(value);
        if (byte < 0 || byte > 255) throw in.valueError("bytes must be in range(0, 256)");
        bytes += static_cast<char>(byte);
        in.heap().ensureRoom(bytes.size(), 2);
    });
    return bytes;
}

std::string zeros(Interpreter& in, const Value& count) {
    const std::int64_t size = in.index(count);
    if (size < 0) throw in.valueError("negative count");
    in.heap().ensureRoom(static_cast<std::size_t>(size), 2);
    return std::string(static_cast<std::size_t>(size), '\0');
}

Value bytesNew(Interpreter& in, Arguments a) {
    const Value& source = a[1];
    if (source.isNotImplemented()) return make(in, "");
    if (source.is<StringObject>() && a[2].isNone()) throw in.typeError("string argument without an encoding");
    if (const auto* text = source.as<StringObject>()) return make(in, encodeText(in, text->text(), in.str(a[2]), a[3].isNone() ? "strict" : in.str(a[3])));
    if (!a[2].isNone()) throw in.typeError("encoding without a string argument");
    if (source.is<BytesObject>()) return source;
    if (isInteger(plainNumber(source)) || in.findOverride(in.typeOf(source), in.names().index)) return make(in, zeros(in, source));
    if (!in.isIterable(source)) throw in.typeError(fmt::format("cannot convert '{}' object to bytes", in.typeName(source)));
    return make(in, fromElements(in, source));
}

Value decode(Interpreter& in, Arguments a) { return in.string(decodeBytes(in, self(a), in.str(a[1]), in.str(a[2]))); }

// With `separator` between groups of bytes, counted from the end, or where the size is negative from the beginning.
Value hex(Interpreter& in, Arguments a) {
    std::string separator;
    if (!a[1].isNone()) {
        const auto* bytes = a[1].as<BytesObject>();
        separator = bytes ? std::string(bytes->bytes()) : in.str(a[1]);
        if (separator.size() != 1) throw in.valueError("sep must be length 1.");
    }
    const std::int64_t group = in.index(a[2]);
    const auto size = static_cast<std::int64_t>(self(a).size());
    std::string text;
    for (std::int64_t i = 0; i < size; ++i) {
        const bool isBoundary = i > 0 && group != 0 && (group > 0 ? size - i : i) % group == 0;
        if (isBoundary) text += separator;
        text += fmt::format("{:02x}", static_cast<unsigned char>(self(a)[static_cast<std::size_t>(i)]));
    }
    return in.string(text);
}

int digitOf(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Value fromhex(Interpreter& in, Arguments a) {
    const auto* string = a[1].as<StringObject>();
    if (!string) throw in.typeError(fmt::format("fromhex() argument must be str, not {}", in.typeName(a[1])));
    const std::string_view text = string->text();
    std::string bytes;
    const auto digit = [&](std::size_t at) {
        const int value = at < text.size() ? digitOf(text[at]) : -1;
        if (value < 0) throw in.valueError(fmt::format("non-hexadecimal number found in fromhex() arg at position {}", at));
        return value;
    };
    for (std::size_t at = 0; at < text.size(); at += 2) {
        while (at < text.size() && std::string_view(" \t\n\r\v\f").find(text[at]) != std::string_view::npos) ++at;
        if (at == text.size()) break;
        const int high = digit(at);
        bytes += static_cast<char>(high * 16 + digit(at + 1));
    }
    return make(in, bytes);
}

Value join(Interpreter& in, Arguments a) {
    if (!in.isIterable(a[1])) throw in.typeError("can only join an iterable");
    std::string result;
    std::size_t number = 0;
    in.forEach(a[1], [&](const Value& item) {
        const auto* part = item.as<BytesObject>();
        if (!part) throw in.typeError(fmt::format("sequence item {}: expected a bytes-like object, {} found", number, in.typeName(item)));
        if (number++ > 0) result += self(a);
        result += part->bytes();
        in.heap().ensureRoom(result.size(), 2);
    });
    return make(in, result);
}

Value translate(Interpreter& in, Arguments a) {
    const auto* table = a[1].as<BytesObject>();
    const auto* removed = a[2].as<BytesObject>();
    if (!a[1].isNone() && !table) throw in.typeError(fmt::format("a bytes-like object is required, not '{}'", in.typeName(a[1])));
    if (table && table->bytes().size() != 256) throw in.valueError("translation table must be 256 characters long");
    std::string result;
    for (const char byte : self(a))
        if (!removed || removed->bytes().find(byte) == std::string_view::npos) result += table ? table->bytes()[static_cast<unsigned char>(byte)] : byte;
    return make(in, result);
}

Value isAscii(Interpreter&, Arguments a) {
    return std::ranges::all_of(self(a), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, source=nothing, encoding=None, errors=None)", bytesNew},
    {"__len__(self, /)", lengthMethod},
    {"__getitem__(self, key, /)", getItemMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__hash__(self, /)", hashMethod},
    {"__add__(self, value, /)", forwardMethod<BinaryOperator::Add>},
    {"__mul__(self, value, /)", forwardMethod<BinaryOperator::Multiply>},
    {"__rmul__(self, value, /)", reflectedMethod<BinaryOperator::Multiply>},
    {"decode(self, encoding='utf-8', errors='strict')", decode},
    {"hex(self, sep=None, bytes_per_sep=1)", hex},
    {"fromhex(cls, string, /)", fromhex},
    {"join(self, iterable, /)", join},
    {"translate(self, table, /, delete=None)", translate},
    {"isascii(self, /)", isAscii},
    {"find(self, sub, start=None, end=None, /)", sought<"find">},
    {"rfind(self, sub, start=None, end=None, /)", sought<"rfind">},
    {"index(self, sub, start=None, end=None, /)", soughtIndex<"find">},
    {"rindex(self, sub, start=None, end=None, /)", soughtIndex<"rfind">},
    {"count(self, sub, start=None, end=None, /)", sought<"count">},
    {"startswith(self, prefix, start=None, end=None, /)", affix<"startswith">},
    {"endswith(self, suffix, start=None, end=None, /)", affix<"endswith">},
    {"ljust(self, width, fillchar=' ', /)", padded<"ljust">},
    {"rjust(self, width, fillchar=' ', /)", padded<"rjust">},
    {"center(self, width, fillchar=' ', /)", padded<"center">},
    {"split(self, /, *args, **kwargs)", viaText<"split">},
    {"rsplit(self, /, *args, **kwargs)", viaText<"rsplit">},
    {"splitlines(self, /, *args, **kwargs)", viaText<"splitlines">},
    {"partition(self, /, *args, **kwargs)", viaText<"partition">},
    {"rpartition(self, /, *args, **kwargs)", viaText<"rpartition">},
    {"strip(self, /, *args, **kwargs)", viaText<"strip">},
    {"lstrip(self, /, *args, **kwargs)", viaText<"lstrip">},
    {"rstrip(self, /, *args, **kwargs)", viaText<"rstrip">},
    {"replace(self, /, *args, **kwargs)", viaText<"replace">},
    {"removeprefix(self, /, *args, **kwargs)", viaText<"removeprefix">},
    {"removesuffix(self, /, *args, **kwargs)", viaText<"removesuffix">},
    {"zfill(self, /, *args, **kwargs)", viaText<"zfill">},
    {"expandtabs(self, /, *args, **kwargs)", viaText<"expandtabs">},
    {"upper(self, /, *args, **kwargs)", viaText<"upper">},
    {"lower(self, /, *args, **kwargs)", viaText<"lower">},
    {"swapcase(self, /, *args, **kwargs)", viaText<"swapcase">},
    {"title(self, /, *args, **kwargs)", viaText<"title">},
    {"capitalize(self, /, *args, **kwargs)", viaText<"capitalize">},
    {"isalpha(self, /, *args, **kwargs)", viaText<"isalpha">},
    {"isalnum(self, /, *args, **kwargs)", viaText<"isalnum">},
    {"isdigit(self, /, *args, **kwargs)", viaText<"isdigit">},
    {"isspace(self, /, *args, **kwargs)", viaText<"isspace">},
    {"islower(self, /, *args, **kwargs)", viaText<"islower">},
    {"isupper(self, /, *args, **kwargs)", viaText<"isupper">},
    {"istitle(self, /, *args, **kwargs)", viaText<"istitle">},
};

}  // namespace

void addBytesMethods(const BuiltinSetup& setup) {
    TypeObject& type = *setup.interpreter.types().bytes;
    setup.methods(type, methods);
    addComparisons(setup, type, true);
}

}  // namespace namescape
