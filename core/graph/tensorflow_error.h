// The C++ twin of the Python exception that TensorFlow would raise while a graph is being built.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace namescape {

// The Python exception types that TensorFlow's graph construction raises.
enum class ErrorType : unsigned char { ValueError, TypeError, KeyError, AttributeError, RuntimeError, AssertionError, NotImplementedError, IndexError };

// Thrown by the building calls of graph, ops and scope; `what()` is TensorFlow 1.15's own message, word for word.
class TensorFlowError : public std::runtime_error {
public:
    TensorFlowError(ErrorType type, const std::string& message) : std::runtime_error(message), m_type(type) {}

    ErrorType type() const { return m_type; }

private:
    ErrorType m_type;
};

// The Python name of an exception type: "ValueError".
const char* name(ErrorType type);

}  // namespace namescape
