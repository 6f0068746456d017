#include "graph/tensorflow_error.h"

namespace namescape {

const char* name(ErrorType type) {
    switch (type) {
    case ErrorType::ValueError: return "ValueError";
    case ErrorType::TypeError: return "TypeError";
    case ErrorType::KeyError: return "KeyError";
    case ErrorType::AttributeError: return "AttributeError";
    case ErrorType::RuntimeError: return "RuntimeError";
    case ErrorType::AssertionError: return "AssertionError";
    case ErrorType::NotImplementedError: return "NotImplementedError";
    case ErrorType::IndexError: return "IndexError";
    }
    return "Exception";
}

}  // namespace namescape
