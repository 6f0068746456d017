#include "syntax/ast.h"

namespace namescape {

std::string_view spelling(UnaryOperator op) {
    switch (op) {
    case UnaryOperator::Plus: return "+";
    case UnaryOperator::Minus: return "-";
    case UnaryOperator::Invert: return "~";
    case UnaryOperator::Not: return "not";
    }
    return {};
}

std::string_view spelling(BinaryOperator op) {
    switch (op) {
    case BinaryOperator::Add: return "+";
    case BinaryOperator::Subtract: return "-";
    case BinaryOperator::Multiply: return "*";
    case BinaryOperator::MatrixMultiply: return "@";
    case BinaryOperator::TrueDivide: return "/";
    case BinaryOperator::FloorDivide: return "//";
    case BinaryOperator::Modulo: return "%";
    case BinaryOperator::Power: return "**";
    case BinaryOperator::LeftShift: return "<<";
    case BinaryOperator::RightShift: return ">>";
    case BinaryOperator::BitAnd: return "&";
    case BinaryOperator::BitOr: return "|";
    case BinaryOperator::BitXor: return "^";
    }
    return {};
}

std::string_view spelling(BooleanOperator op) {
    return op == BooleanOperator::And ? "and" : "or";
}

std::string_view spelling(CompareOperator op) {
    switch (op) {
    case CompareOperator::Equal: return "==";
    case CompareOperator::NotEqual: return "!=";
    case CompareOperator::Less: return "<";
    case CompareOperator::LessEqual: return "<=";
    case CompareOperator::Greater: return ">";
    case CompareOperator::GreaterEqual: return ">=";
    case CompareOperator::Is: return "is";
    case CompareOperator::IsNot: return "is not";
    case CompareOperator::In: return "in";
    case CompareOperator::NotIn: return "not in";
    }
    return {};
}

}  // namespace namescape
