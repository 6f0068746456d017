// hash() and id(). Numbers and tuples hash as in CPython (Objects/tupleobject.c, Python/pyhash.c).
#include "script/builtin_operations.h"
#include "script/builtin_types.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <bit>

namespace namescape {

namespace {

std::uint64_t hashTuple(Interpreter& interpreter, const TupleObject& tuple) {
    interpreter.checkStack();
    constexpr std::uint64_t prime1 = 11400714785074694791ull, prime2 = 14029467366897019727ull, prime5 = 2870177450012600261ull;
    std::uint64_t hash = prime5;
    for (const Value& value : tuple.values()) {
        hash += interpreter.hash(value) * prime2;
        hash = std::rotl(hash, 31) * prime1;
    }
    hash += tuple.size() ^ (prime5 ^ 3527539ull);
    return hash == ~std::uint64_t{0} ? 1546275796 : hash;
}

std::uint64_t hashSet(const SetObject& set) {
    std::uint64_t hash = 0;
    for (const auto& entry : set.table.entries())
        if (!entry.value.isUnset()) hash ^= (entry.hash ^ 89869747ull ^ (entry.hash << 16)) * 3644798167ull;
    return hash ^ (set.table.size() + 1) * 1927868237ull;
}

// Never shown to a program but by hash() itself: tables keep the order of insertion.
std::uint64_t hashAddress(const void* address) {
    const auto number = reinterpret_cast<std::uintptr_t>(address);
    return number >> 4 | number << 60;
}

}  // namespace

std::uint64_t builtinHash(Interpreter& interpreter, const Value& value) {
    switch (value.tag()) {
    case ValueTag::Int:
    case ValueTag::Bool: return hashInteger(value);
    case ValueTag::Float: return hashDouble(value.asFloat());
    case ValueTag::None:
    case ValueTag::Unset: return 0xfca86420;
    case ValueTag::NotImplemented: return 0xfca86421;
    case ValueTag::Ellipsis: return 0xfca86422;
    case ValueTag::Object: break;
    }
    Object& object = *value.object();
    TypeObject& type = object.type();
    if (type.identity) return type.identity(object) * 0x9e3779b97f4a7c15ull >> 1;
    switch (object.kind()) {
    case ObjectKind::String: return static_cast<StringObject&>(object).hash();
    case ObjectKind::Bytes: return hashText(static_cast<BytesObject&>(object).bytes());
    case ObjectKind::BigInt: return hashInteger(value);
    case ObjectKind::Number: return interpreter.hash(static_cast<NumberObject&>(object).number);
    case ObjectKind::Complex: {
        const auto number = static_cast<ComplexObject&>(object).value;
        return hashDouble(number.real()) + 1000003 * hashDouble(number.imag());
    }
    case ObjectKind::Tuple: return hashTuple(interpreter, static_cast<TupleObject&>(object));
    case ObjectKind::Range: {
        const auto& range = static_cast<RangeObject&>(object);
        return hashInteger(static_cast<std::int64_t>(range.length())) * 31 + hashInteger(range.length() ? range.start : 0);
    }
    case ObjectKind::BoundMethod: {
        const auto& method = static_cast<BoundMethodObject&>(object);
        return hashAddress(method.function.object()) ^ (method.self.isObject() ? hashAddress(method.self.object()) : 1);
    }
    case ObjectKind::Set:
        if (type.isSubtypeOf(*interpreter.types().frozenset)) return hashSet(static_cast<SetObject&>(object));
        [[fallthrough]];
    case ObjectKind::List:
    case ObjectKind::Dict:
    case ObjectKind::Slice: throw interpreter.typeError(fmt::format("unhashable type: '{}'", type.name));
    default: return hashAddress(&object);
    }
}

std::uint64_t Interpreter::hash(const Value& value) {
    if (!value.isObject() || value.object()->type().isBuiltin) return builtinHash(*this, value);
    TypeObject& type = value.object()->type();
    const Value* method = findInType(type, names().hash);
    if (method && method->isNone()) throw typeError(fmt::format("unhashable type: '{}'", type.name));
    const Value* own = findOverride(type, names().hash);
    if (!own) return builtinHash(*this, value);
    const Value result = callOverride(*own, value, {});
    if (!isInteger(result)) throw typeError("__hash__ method should return an integer");
    // As it is where it fits, so that a class can have the hash of a text.
    if (!result.isObject()) return static_cast<std::uint64_t>(result.asInt() == -1 ? -2 : result.asInt());
    return hashInteger(result);
}

std::uint64_t Interpreter::identityOf(const Value& value) {
    // Numbers that look like CPython's, in the order of asking.
    const auto next = [&] { return 0x7f3a5c000000ull + 0x40 * (m_identities.size() + m_nativeIdentities.size() + 1); };
    if (!value.isObject()) return 0x955a00 + static_cast<std::uint64_t>(value.tag()) * 0x20 + (value.isInt() || value.isBool() ? hashInteger(value) * 0x20 : value.isFloat() ? hash(value) << 5 : 0);
    if (const auto identity = value.object()->type().identity) {
        const auto [place, isNew] = m_nativeIdentities.try_emplace(identity(*value.object()), 0);
        if (isNew) place->second = next();
        return place->second;
    }
    const auto [place, isNew] = m_identities.try_emplace(value.object(), Identity{});
    if (isNew) place->second = {value, next()};
    return place->second.number;
}

}  // namespace namescape
