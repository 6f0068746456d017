// Reads the signatures of native functions, which are written as in a def statement.
#include "script/interpreter.h"
#include "script/signature.h"

#include <charconv>
#include <stdexcept>

namespace namescape {

namespace {

class SignatureReader {
public:
    SignatureReader(Interpreter& interpreter, std::string_view text, const std::vector<std::pair<std::string, Value>>& given)
        : m_interpreter(interpreter), m_text(text), m_given(given) {}

    NativeSignature read() {
        m_at = m_text.find('(');
        if (m_at == std::string_view::npos) fail("no parameters");
        ++m_at;
        while (!take(')')) {
            readParameter();
            if (!take(',') && peek() != ')') fail("no comma");
        }
        return finish();
    }

private:
    struct Read {
        SignatureParameter parameter;
        Value defaultValue = Value::unset();
    };

    void readParameter() {
        if (take('/')) {
            for (auto& read : m_read) read.parameter.kind = ParameterKind::PositionalOnly;
            return;
        }
        Read read;
        const bool star = take('*');
        if (star && take('*')) read.parameter.kind = ParameterKind::DoubleStar;
        else if (star) read.parameter.kind = ParameterKind::Star;
        else if (m_isKeywordOnly) read.parameter.kind = ParameterKind::KeywordOnly;
        if (star) m_isKeywordOnly = true;
        if (star && (peek() == ',' || peek() == ')')) return;
        const std::string name(word());
        read.parameter.name = m_interpreter.intern(name);
        if (take('=')) {
            read.parameter.hasDefault = true;
            read.defaultValue = literal(name);
        }
        m_read.push_back(std::move(read));
    }

    // The value that stands at the reading place.
    Value literal(const std::string& parameter) {
        const char next = peek();
        if (next == '\'') return text();
        if (next == '(') return tuple(parameter);
        if (next == '-' || next == '.' || (next >= '0' && next <= '9')) return number();
        const std::string_view named = word();
        if (named == "None") return {};
        if (named == "True") return true;
        if (named == "False") return false;
        if (named == "nothing") return Value::notImplemented();  // to be told from whatever a program gives
        for (const auto& [name, value] : m_given)
            if (name == parameter) return value;
        fail("no default given for " + parameter);
    }

    Value text() {
        const std::size_t end = m_text.find('\'', ++m_at);
        if (end == std::string_view::npos) fail("no end of string");
        const auto content = m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        return m_interpreter.string(content);
    }

    Value tuple(const std::string& parameter) {
        take('(');
        std::vector<Value> values;
        while (!take(')')) {
            values.push_back(literal(parameter));
            take(',');
        }
        return m_interpreter.tuple(values);
    }

    Value number() {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && std::string_view("+-.0123456789eE").find(m_text[m_at]) != std::string_view::npos) ++m_at;
        const std::string_view digits = m_text.substr(begin, m_at - begin);
        if (digits.find_first_of(".eE") == std::string_view::npos) {
            std::int64_t value = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
            return value;
        }
        double value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    std::string_view word() {
        skipSpace();
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && std::string_view(",)= ").find(m_text[m_at]) == std::string_view::npos) ++m_at;
        if (m_at == begin) fail("no name");
        return m_text.substr(begin, m_at - begin);
    }

    // Slots go: positional, keyword-only, *args, **kwargs.
    NativeSignature finish() {
        NativeSignature result;
        Signature& signature = result.signature;
        for (const auto kind : {ParameterKind::PositionalOnly, ParameterKind::Positional, ParameterKind::KeywordOnly, ParameterKind::Star, ParameterKind::DoubleStar}) {
            for (auto& read : m_read) {
                if (read.parameter.kind != kind) continue;
                signature.parameters.push_back(read.parameter);
                result.defaults.push_back(read.defaultValue);
                signature.positionalOnlyCount += kind == ParameterKind::PositionalOnly;
                signature.positionalCount += kind == ParameterKind::PositionalOnly || kind == ParameterKind::Positional;
                signature.keywordOnlyCount += kind == ParameterKind::KeywordOnly;
                signature.hasStar |= kind == ParameterKind::Star;
                signature.hasDoubleStar |= kind == ParameterKind::DoubleStar;
            }
        }
        for (std::size_t i = 0; i < signature.positionalCount; ++i) signature.requiredCount += !signature.parameters[i].hasDefault;
        return result;
    }

    void skipSpace() {
        while (m_at < m_text.size() && m_text[m_at] == ' ') ++m_at;
    }
    char peek() {
        skipSpace();
        return m_at < m_text.size() ? m_text[m_at] : ')';
    }
    bool take(char character) {
        skipSpace();
        if (m_at >= m_text.size()) {
            if (character == ')') fail("no closing parenthesis");
            return false;
        }
        if (m_text[m_at] != character) return false;
        ++m_at;
        return true;
    }
    [[noreturn]] void fail(const std::string& what) const { throw std::logic_error("native signature '" + std::string(m_text) + "': " + what); }

    Interpreter& m_interpreter;
    std::string_view m_text;
    const std::vector<std::pair<std::string, Value>>& m_given;
    std::size_t m_at = 0;
    bool m_isKeywordOnly = false;
    std::vector<Read> m_read;
};

}  // namespace

NativeSignature readSignature(Interpreter& interpreter, std::string_view text, const std::vector<std::pair<std::string, Value>>& given) {
    return SignatureReader(interpreter, text, given).read();
}

}  // namespace namescape
