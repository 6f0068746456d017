#include "script/text_of_values.h"

#include "script/builtin_types.h"
#include "script/dict_views.h"
#include "script/float_text.h"
#include "script/interpreter.h"
#include "script/numbers.h"
#include "script/set_operations.h"
#include "script/unicode.h"
#include "script/utf8.h"
#include "script/well_known_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace namescape {

std::string quoteText(std::string_view text, bool ascii) {
    const bool useDouble = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = useDouble ? '"' : '\'';
    std::string result(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const std::uint32_t codePoint = decodeCodePoint(text, at);
        if (codePoint == '\n') result += "\\n";
        else if (codePoint == '\r') result += "\\r";
        else if (codePoint == '\t') result += "\\t";
        else if (codePoint == '\\' || codePoint == static_cast<unsigned char>(quote)) (result += '\\') += static_cast<char>(codePoint);
        else if (codePoint < 0x20 || codePoint == 0x7f) result += fmt::format("\\x{:02x}", codePoint);
        else if (codePoint < 0x7f || (!ascii && isPrintable(codePoint))) result += text.substr(begin, at - begin);
        else if (codePoint < 0x100) result += fmt::format("\\x{:02x}", codePoint);
        else if (codePoint < 0x10000) result += fmt::format("\\u{:04x}", codePoint);
        else result += fmt::format("\\U{:08x}", codePoint);
    }
    return result + quote;
}

std::string asciiRepr(Interpreter& interpreter, const Value& value) {
    const std::string text = interpreter.repr(value);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t codePoint = decodeCodePoint(text, at);
        if (codePoint < 0x80) result += static_cast<char>(codePoint);
        else if (codePoint < 0x100) result += fmt::format("\\x{:02x}", codePoint);
        else if (codePoint < 0x10000) result += fmt::format("\\u{:04x}", codePoint);
        else result += fmt::format("\\U{:08x}", codePoint);
    }
    return result;
}

std::string quoteBytes(std::string_view bytes) {
    const bool useDouble = bytes.find('\'') != std::string_view::npos && bytes.find('"') == std::string_view::npos;
    const char quote = useDouble ? '"' : '\'';
    std::string result = std::string("b") + quote;
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte == '\n') result += "\\n";
        else if (byte == '\r') result += "\\r";
        else if (byte == '\t') result += "\\t";
        else if (byte == '\\' || character == quote) (result += '\\') += character;
        else if (byte < 0x20 || byte >= 0x7f) result += fmt::format("\\x{:02x}", byte);
        else result += character;
    }
    return result + quote;
}

std::string identityText(Interpreter& interpreter, const Value& value) {
    return fmt::format("{:#x}", interpreter.identityOf(value));
}

namespace {

// "module.Class", or for builtin types the name alone.
std::string typePath(const TypeObject& type) {
    if (type.module.empty() || type.module == "builtins") return type.qualifiedName;
    return type.module + "." + type.qualifiedName;
}

// Containers may contain themselves: shown as "[...]".
class ReprGuard {
public:
    ReprGuard(std::vector<const Object*>& active, const Object& object) : m_active(active) {
        isNested = std::find(active.begin(), active.end(), &object) != active.end();
        active.push_back(&object);
    }
    ~ReprGuard() { m_active.pop_back(); }

    bool isNested;

private:
    std::vector<const Object*>& m_active;
};

class ReprWriter {
public:
    ReprWriter(Interpreter& interpreter, std::string& text) : m_interpreter(interpreter), m_text(text) {}

    void element(const Value& value) {
        const Value held = value;
        m_interpreter.step();
        m_text += m_interpreter.repr(held);
        m_interpreter.heap().ensureRoom(m_text.size(), 1);
    }

    void entries(const Table& table, ViewKind view, bool asDict) {
        bool first = true;
        for (std::size_t i = 0; i < table.entries().size(); ++i) {
            const Table::Entry entry = table.entries()[i];
            if (entry.value.isUnset()) continue;
            if (!first) m_text += ", ";
            first = false;
            if (asDict) {
                element(entry.key);
                m_text += ": ";
                element(entry.value);
            } else {
                element(shownOf(m_interpreter, entry, view));
            }
        }
    }

private:
    Interpreter& m_interpreter;
    std::string& m_text;
};

std::string reprOfSequence(Interpreter& interpreter, const Value& value, std::vector<const Object*>& active) {
    interpreter.checkStack(" while getting the repr of an object");
    const ReprGuard guard(active, *value.object());
    std::string text;
    ReprWriter writer(interpreter, text);
    if (const auto* list = value.as<ListObject>()) {
        if (guard.isNested) return "[...]";
        text = "[";
        for (std::size_t i = 0; i < list->values.size(); ++i) {
            if (i > 0) text += ", ";
            writer.element(list->values[i]);
        }
        return text + "]";
    }
    if (const auto* tuple = value.as<TupleObject>()) {
        if (guard.isNested) return "(...)";
        text = "(";
        for (std::size_t i = 0; i < tuple->size(); ++i) {
            if (i > 0) text += ", ";
            writer.element(tuple->values()[i]);
        }
        return text + (tuple->size() == 1 ? ",)" : ")");
    }
    if (const auto* dict = value.as<DictObject>()) {
        if (guard.isNested) return "{...}";
        text = "{";
        writer.entries(dict->table, ViewKind::Items, true);
        return text + "}";
    }
    if (const auto* view = value.as<DictViewObject>()) {
        if (guard.isNested) return "...";
        text = view->type().name + "([";
        writer.entries(view->dict->table, view->view, false);
        return text + "])";
    }
    const auto* set = value.as<SetObject>();
    const std::string& name = set->type().name;
    const bool isPlainSet = &set->type() == interpreter.types().set.get();
    if (guard.isNested) return name + "(...)";
    if (set->table.size() == 0) return name + "()";
    text = isPlainSet ? "{" : name + "({";
    bool first = true;
    for (const Value& element : setElements(*set)) {
        if (!first) text += ", ";
        first = false;
        writer.element(element);
    }
    return text + (isPlainSet ? "}" : "})");
}

std::string reprOfFunction(Interpreter& interpreter, const Value& value) {
    if (const auto* function = value.as<FunctionObject>()) return fmt::format("<function {} at {}>", function->qualifiedName, identityText(interpreter, value));
    const auto& native = *value.as<NativeFunctionObject>();
    if (native.style() == CallErrorStyle::Python) return fmt::format("<function {} at {}>", native.qualifiedName(), identityText(interpreter, value));
    if (native.owner) return fmt::format("<method '{}' of '{}' objects>", native.name(), native.owner->name);
    return fmt::format("<built-in function {}>", native.name());
}

std::string reprOfMethod(Interpreter& interpreter, const BoundMethodObject& method) {
    if (const auto* native = method.function.as<NativeFunctionObject>(); native && native->owner)
        return fmt::format("<built-in method {} of {} object at {}>", native->name(), interpreter.typeName(method.self), identityText(interpreter, method.self));
    std::string name = "?";
    if (const auto* function = method.function.as<FunctionObject>()) name = function->qualifiedName;
    else if (const auto* native = method.function.as<NativeFunctionObject>()) name = native->qualifiedName();
    return fmt::format("<bound method {} of {}>", name, interpreter.repr(method.self));
}

std::string reprOfException(Interpreter& interpreter, const ExceptionObject& exception) {
    const auto arguments = exception.arguments.as<TupleObject>()->values();
    std::string text = exception.type().name + "(";
    ReprWriter writer(interpreter, text);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (i > 0) text += ", ";
        writer.element(arguments[i]);
    }
    return text + ")";
}

std::string strOfException(Interpreter& interpreter, const ExceptionObject& exception) {
    const auto arguments = exception.arguments.as<TupleObject>()->values();
    if (arguments.empty()) return {};
    if (exception.type().isSubtypeOf(*interpreter.types().osError) && arguments.size() == 2)
        return fmt::format("[Errno {}] {}", interpreter.str(arguments[0]), interpreter.str(arguments[1]));
    if (arguments.size() > 1) return interpreter.repr(exception.arguments);
    if (exception.type().isSubtypeOf(*interpreter.types().keyError)) return interpreter.repr(arguments[0]);
    return interpreter.str(arguments[0]);
}

std::string reprOfObject(Interpreter& interpreter, const Value& value) {
    Object& object = *value.object();
    switch (object.kind()) {
    case ObjectKind::Function:
    case ObjectKind::NativeFunction: return reprOfFunction(interpreter, value);
    case ObjectKind::BoundMethod: return reprOfMethod(interpreter, static_cast<BoundMethodObject&>(object));
    case ObjectKind::Type: return fmt::format("<class '{}'>", typePath(static_cast<TypeObject&>(object)));
    case ObjectKind::Module: {
        const auto& module = static_cast<ModuleObject&>(object);
        return module.printedName.empty() ? fmt::format("<module '{}'>", module.name()) : module.printedName;
    }
    case ObjectKind::Range: {
        const auto& range = static_cast<RangeObject&>(object);
        return range.step == 1 ? fmt::format("range({}, {})", range.start, range.stop) : fmt::format("range({}, {}, {})", range.start, range.stop, range.step);
    }
    case ObjectKind::Slice: {
        const auto& slice = static_cast<SliceObject&>(object);
        return fmt::format("slice({}, {}, {})", interpreter.repr(slice.start), interpreter.repr(slice.stop), interpreter.repr(slice.step));
    }
    case ObjectKind::Super: {
        const auto& super = static_cast<SuperObject&>(object);
        return fmt::format("<super: <class '{}'>, <{} object>>", super.after->name, super.start->name);
    }
    case ObjectKind::Generator: return fmt::format("<generator object {} at {}>", interpreter.str(interpreter.getAttribute(value, interpreter.names().qualname)), identityText(interpreter, value));
    default: return fmt::format("<{} object at {}>", typePath(object.type()), identityText(interpreter, value));
    }
}

}  // namespace

std::string Interpreter::repr(const Value& value) {
    switch (value.tag()) {
    case ValueTag::None:
    case ValueTag::Unset: return "None";
    case ValueTag::NotImplemented: return "NotImplemented";
    case ValueTag::Ellipsis: return "Ellipsis";
    case ValueTag::Bool: return value.asBool() ? "True" : "False";
    case ValueTag::Int: return integerText(*this, value);
    case ValueTag::Float: return floatRepr(value.asFloat());
    case ValueTag::Object: break;
    }
    if (const Value* method = findOverride(value.object()->type(), names().repr)) {
        const Value result = callOverride(*method, value, {});
        const auto* text = result.as<StringObject>();
        if (!text) throw typeError(fmt::format("__repr__ returned non-string (type {})", typeName(result)));
        return std::string(text->text());
    }
    return builtinRepr(value);
}

std::string Interpreter::builtinRepr(const Value& value) {
    if (!value.isObject()) return repr(value);
    switch (value.object()->kind()) {
    case ObjectKind::String: return quoteText(value.as<StringObject>()->text());
    case ObjectKind::Bytes: return quoteBytes(value.as<BytesObject>()->bytes());
    case ObjectKind::BigInt: return integerText(*this, value);
    case ObjectKind::Number: return repr(value.as<NumberObject>()->number);
    case ObjectKind::Complex: return complexRepr(value.as<ComplexObject>()->value);
    case ObjectKind::List:
    case ObjectKind::Tuple:
    case ObjectKind::Dict:
    case ObjectKind::DictView:
    case ObjectKind::Set: return reprOfSequence(*this, value, m_reprStack);
    case ObjectKind::Exception: return reprOfException(*this, *value.as<ExceptionObject>());
    default: return reprOfObject(*this, value);
    }
}

std::string Interpreter::str(const Value& value) {
    if (const auto* string = value.as<StringObject>(); string && string->type().isBuiltin) return std::string(string->text());
    if (value.isObject()) {
        if (const Value* method = findOverride(value.object()->type(), names().str)) {
            const Value result = callOverride(*method, value, {});
            const auto* text = result.as<StringObject>();
            if (!text) throw typeError(fmt::format("__str__ returned non-string (type {})", typeName(result)));
            return std::string(text->text());
        }
        if (const auto* string = value.as<StringObject>()) return std::string(string->text());
        if (const auto* exception = value.as<ExceptionObject>()) return strOfException(*this, *exception);
    }
    return repr(value);
}

std::string Interpreter::builtinStr(const Value& value) {
    if (const auto* string = value.as<StringObject>()) return std::string(string->text());
    if (const auto* exception = value.as<ExceptionObject>()) return strOfException(*this, *exception);
    return repr(value);
}

Value Interpreter::strValue(const Value& value) {
    if (const auto* text = value.as<StringObject>(); text && text->type().isBuiltin) return value;
    return string(str(value));
}

Value Interpreter::reprValue(const Value& value) {
    return string(repr(value));
}

}  // namespace namescape
