#include "script/interpreter.h"

namespace namescape {

NativeFunctionObject::NativeFunctionObject(TypeObject& type, std::string text, NativeBody code, const NativeDefaults& values, CallErrorStyle style)
    : Object(type, kindOfObject), body(std::move(code)), m_text(std::move(text)), m_name(m_text.substr(0, m_text.find('('))), m_style(style) {
    qualifiedName = m_name;
    for (const auto& [name, value] : values) m_givenDefaults.emplace_back(name, value);
}

void NativeFunctionObject::clearReferences() {
    m_defaults.clear();
    m_givenDefaults.clear();
    m_attributes = Value();
    body = nullptr;
}

void NativeFunctionObject::readSignature(Interpreter& interpreter) {
    NativeSignature read = namescape::readSignature(interpreter, m_text, m_givenDefaults);
    m_signature = std::move(read.signature);
    m_defaults = std::move(read.defaults);
    m_givenDefaults.clear();
    m_isSimple = !m_signature.hasStar && !m_signature.hasDoubleStar && m_signature.keywordOnlyCount == 0;
    m_isRead = true;
}

FunctionObject::FunctionObject(TypeObject& type, const Code& code, ModuleObject& module)
    : Object(type, kindOfObject), m_code(&code), m_module(&module) {}

void FunctionObject::clearReferences() {
    defaults.clear();
    closure.clear();
    doc = m_attributes = Value();
    m_module = {};
}

}  // namespace namescape
