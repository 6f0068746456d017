// Running a program from its tree to its result.
#include "script/builtin_types.h"
#include "script/compiler.h"
#include "script/evaluator.h"
#include "script/interpreter.h"
#include "script/library_trees.h"
#include "script/nearest_name.h"
#include "script/well_known_names.h"
#include "syntax/syntax_tree.h"

#include <stdexcept>

namespace namescape {

RunResult Interpreter::run(const SyntaxTree& program) {
    startCounting();
    m_programLines = program.lines();
    try {
        return runParsed(program);
    } catch (const ScriptError& error) {
        const ExceptionObject& exception = error.exception();
        if (exception.type().isSubtypeOf(*types().systemExit)) {
            const auto arguments = exception.arguments.as<TupleObject>()->values();
            if (arguments.empty() || arguments[0].isNone() || (arguments[0].isInt() && arguments[0].asInt() == 0)) return {};
        }
        return {describe(exception)};
    } catch (const LimitReached& limit) {
        return {describe(limit)};
    } catch (const std::bad_alloc&) {
        return {describe(LimitReached(LimitKind::Memory, m_options.limits.maxMemory))};
    } catch (const std::exception& error) {
        RunError result;
        result.type = "InternalError";
        result.message = error.what();
        return {result};
    }
}

RunResult Interpreter::runParsed(const SyntaxTree& program) {
    if (m_options.brokenStatements == BrokenStatements::EndTheRun && program.hasErrors()) {
        RunError result;
        result.type = "SyntaxError";
        for (const Diagnostic& diagnostic : program.diagnostics()) {
            if (diagnostic.severity != Severity::Error) continue;
            result.message = message(diagnostic);
            result.statement = result.expression = diagnostic.range;
            result.line = m_programLines.line(diagnostic.range.begin);
            break;
        }
        return {result};
    }
    m_mainModule = makeModule("__main__");
    m_modules.insert_or_assign("__main__", m_mainModule);
    m_evaluator->runModule(compile(*this, program, false), *m_mainModule);
    return {};
}

// str(e) may itself run code of the program, and fail.
RunError Interpreter::describe(const ExceptionObject& exception) const {
    auto& self = const_cast<Interpreter&>(*this);
    RunError result;
    result.type = exception.type().name;
    try {
        result.message = self.str(Value(const_cast<ExceptionObject*>(&exception)));
    } catch (const std::exception&) {
        result.message = "<exception str() failed>";
    }
    result.calls = m_origins.chain(exception.origin);
    result.origin = exception.origin;
    if (!result.calls.empty()) {
        result.statement = result.calls.front().statement;
        result.expression = result.calls.front().expression;
        result.line = m_programLines.line(result.expression.begin);
    }
    const auto& [unexpected, meant] = m_unexpectedKeyword;
    if (unexpected.isObject() && unexpected.object() == &exception) result.suggestion = meant;
    const bool isUndefinedName = m_undefinedName.exception.isObject() && m_undefinedName.exception.object() == &exception;
    if (isUndefinedName && !m_undefinedName.suggestion.empty()) {
        const UndefinedName& name = m_undefinedName;
        self.report({Severity::Hint, DiagnosticKind::MisspeltName, {name.name, name.suggestion}, name.range, {}, {{"Write '" + name.suggestion + "'", {{name.range, name.suggestion}}}}, {}});
    }
    return result;
}

RunError Interpreter::describe(const LimitReached& limit) {
    RunError result;
    switch (limit.kind()) {
    case LimitKind::Steps: result.type = "StepLimit"; break;
    case LimitKind::Memory: result.type = "MemoryLimit"; break;
    case LimitKind::Output: result.type = "OutputLimit"; break;
    case LimitKind::Time: result.type = "TimeLimit"; break;
    case LimitKind::Stopped: result.type = "Stopped"; break;
    case LimitKind::Operations: result.type = "OperationLimit"; break;
    }
    result.message = limit.what();
    result.limit = limit.kind();
    result.calls = m_origins.chain(m_evaluator->originOfLimit());
    if (!result.calls.empty()) {
        result.statement = result.calls.front().statement;
        result.expression = result.calls.front().expression;
        result.line = m_programLines.line(result.expression.begin);
    }
    return result;
}

void Interpreter::noteUndefinedName(const ScriptError& error, std::string_view name, SourceRange range) {
    std::vector<std::string_view> candidates;
    const auto addTable = [&](const Table& table) {
        for (const auto& entry : table.entries())
            if (const auto* text = entry.key.as<StringObject>(); text && !entry.value.isUnset() && !text->text().starts_with("__")) candidates.push_back(text->text());
    };
    if (m_mainModule) addTable(m_mainModule->table());
    for (const InternedName local : m_evaluator->frame()->code->slotNames) candidates.push_back(local->text());
    addTable(m_builtins->table());
    m_undefinedName = {error.value(), std::string(name), nearestName(name, candidates), range};
}

ModuleObject& Interpreter::loadLibrary(std::string_view name, std::string_view text) {
    const SyntaxTree& tree = parsedLibrary(text);
    if (tree.hasErrors()) {
        for (const Diagnostic& diagnostic : tree.diagnostics())
            if (diagnostic.severity == Severity::Error)
                throw std::logic_error("library " + std::string(name) + ", line " + std::to_string(tree.lines().line(diagnostic.range.begin)) + ": " + message(diagnostic));
    }
    if (m_stepsBeyond == 0 && m_stepsLeft == 0) startCounting();
    Value& registered = m_modules[std::string(name)];
    if (!registered.is<ModuleObject>()) registered = makeModule(std::string(name));
    const Value held = registered;
    m_evaluator->runModule(compile(*this, tree, true), *held.as<ModuleObject>());
    return *held.as<ModuleObject>();
}

}  // namespace namescape
