#include "script/interpreter.h"

namespace namescape {

NativeFunctionObject::NativeFunctionObject(TypeObject& type, SignatureText text, NativeBody code, const NativeDefaults& values, CallErrorStyle style)
    : Object(type, kindOfObject), body(std::move(code)), m_text(std::move(text)), m_style(style) {
    for (const auto& [name, value] : values) m_givenDefaults.emplace_back(name, value);
}

void NativeFunctionObject::clearReferences() {
    m_defaults.clear();
    m_givenDefaults.clear();
    m_attributes = Value();
    body = nullptr;
}

void NativeFunctionObject::readSignature(Interpreter& interpreter) {
    NativeSignature read = namescape::readSignature(interpreter, m_text.text(), m_givenDefaults);
    m_signature = std::move(read.signature);
    m_defaults = std::move(read.defaults);
    m_givenDefaults.clear();
    m_isSimple = !m_signature.hasStar && !m_signature.hasDoubleStar && m_signature.keywordOnlyCount == 0;
    m_isRead = true;
}

std::string NativeFunctionObject::qualifiedName() const {
    if (!m_qualifiedName.empty()) return m_qualifiedName;
    return definedIn ? definedIn->name + "." + std::string(name()) : std::string(name());
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
