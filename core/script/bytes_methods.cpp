// Methods of bytes: the few that such programs use.
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/operator_methods.h"

#include <fmt/format.h>

namespace namescape {

namespace {

Value make(Interpreter& in, std::string_view bytes) {
    return in.heap().make<BytesObject>(*in.types().bytes, bytes, in.heap());
}

Value bytesNew(Interpreter& in, Arguments a) {
    if (a[1].isNone()) return make(in, "");
    if (const auto* text = a[1].as<StringObject>()) {
        if (a[2].isNone()) throw in.typeError("string argument without an encoding");
        return make(in, text->text());
    }
    if (a[1].is<BytesObject>()) return a[1];
    if (a[1].isInt()) {
        if (a[1].asInt() < 0) throw in.valueError("negative count");
        in.heap().ensureRoom(static_cast<std::size_t>(a[1].asInt()), 2);
        return make(in, std::string(static_cast<std::size_t>(a[1].asInt()), '\0'));
    }
    std::string bytes;
    in.forEach(a[1], [&](const Value& value) {
        const std::int64_t byte = in.index(value);
        if (byte < 0 || byte > 255) throw in.valueError("bytes must be in range(0, 256)");
        bytes += static_cast<char>(byte);
    });
    return make(in, bytes);
}

Value decode(Interpreter& in, Arguments a) {
    const std::string_view bytes = a[0].as<BytesObject>()->bytes();
    const std::string codec = in.str(a[1]);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (static_cast<unsigned char>(bytes[i]) >= 0x80 && (codec == "ascii" || (static_cast<unsigned char>(bytes[i]) >= 0xf8)))
            throw in.error(*in.types().unicodeDecodeError, fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: invalid start byte", codec, static_cast<unsigned char>(bytes[i]), i));
    return in.string(bytes);
}

Value hex(Interpreter& in, Arguments a) {
    std::string text;
    for (const char byte : a[0].as<BytesObject>()->bytes()) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return in.string(text);
}

Value join(Interpreter& in, Arguments a) {
    std::string result;
    bool first = true;
    in.forEach(a[1], [&](const Value& item) {
        const auto* part = item.as<BytesObject>();
        if (!part) throw in.typeError(fmt::format("sequence item: expected a bytes-like object, {} found", in.typeName(item)));
        if (!first) result += a[0].as<BytesObject>()->bytes();
        first = false;
        result += part->bytes();
    });
    return make(in, result);
}

Value startswith(Interpreter& in, Arguments a) {
    const auto* prefix = a[1].as<BytesObject>();
    if (!prefix) throw in.typeError(fmt::format("startswith first arg must be bytes or a tuple of bytes, not {}", in.typeName(a[1])));
    return a[0].as<BytesObject>()->bytes().starts_with(prefix->bytes());
}

constexpr BuiltinFunction methods[] = {
    {"__new__(cls, source=None, encoding=None, errors=None)", bytesNew},
    {"__len__(self, /)", lengthMethod},
    {"__getitem__(self, key, /)", getItemMethod},
    {"__contains__(self, key, /)", containsMethod},
    {"__iter__(self, /)", iterMethod},
    {"__hash__(self, /)", hashMethod},
    {"__add__(self, value, /)", forwardMethod<BinaryOperator::Add>},
    {"__mul__(self, value, /)", forwardMethod<BinaryOperator::Multiply>},
    {"decode(self, encoding='utf-8', errors='strict')", decode},
    {"hex(self, /)", hex},
    {"join(self, iterable, /)", join},
    {"startswith(self, prefix, /)", startswith},
};

}  // namespace

void addBytesMethods(const BuiltinSetup& setup) {
    TypeObject& type = *setup.interpreter.types().bytes;
    setup.methods(type, methods);
    addComparisons(setup, type, true);
}

}  // namespace namescape
