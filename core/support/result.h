// A value or the reason why there is none, for what can fail outside our control: files, formats, layout.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace namescape {

// Why an operation failed: a lower-case phrase without a period, situation first, then what would help.
struct Failure {
    std::string message;
};

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Failure failure) : m_state(std::move(failure)) {}

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    T& operator*() { return std::get<T>(m_state); }
    const T& operator*() const { return std::get<T>(m_state); }
    T* operator->() { return &std::get<T>(m_state); }
    const T* operator->() const { return &std::get<T>(m_state); }
    const std::string& error() const { return std::get<Failure>(m_state).message; }

private:
    std::variant<T, Failure> m_state;
};

}  // namespace namescape
