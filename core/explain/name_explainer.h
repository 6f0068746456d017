// Works out why the names of an evaluated program are what they are, from what the evaluation has kept.
#pragma once

#include "explain/name_explanation.h"
#include "explain/program_text.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace namescape {

// Explains the names of one graph. The tree and the evaluation must outlive it.
class NameExplainer {
public:
    NameExplainer(const SyntaxTree& tree, const Evaluation& evaluation, const EvaluatedGraph& evaluated);

    const ProgramText& program() const { return m_program; }

    // The operation, tensor ("x:0"), variable, name scope or variable scope of that name; nothing where there is none.
    std::optional<NameExplanation> explain(std::string_view name) const;
    NameExplanation explainOperation(OperationId operation) const;
    // The parts of an operation's name, the outermost first.
    std::vector<NamePart> partsOf(OperationId operation) const;
    // Who gave an operation the last part of its name, and the first holder of the name where that part has a suffix.
    // Finding out what holders are takes a look at every operation; without it, only their places are told.
    enum class Holders : std::uint8_t { Found, PlacesOnly };
    NamePart ownPart(OperationId operation, Holders holders = Holders::Found) const;
    // How the name scope at an opening came to be open; `name` is that of any operation inside.
    NamePart openingPart(OpeningId opening, std::string_view name, Holders holders = Holders::Found) const;
    VariableExplanation explainVariable(const VariableInfo& variable) const;

    // Every name that explain() knows: operations, name scopes, variable scopes.
    std::vector<std::string> names() const;

    ExplainedPlace placeOf(OriginId origin) const;

private:
    const Graph& graph() const { return *m_evaluated.graph; }
    const ScopeBlock* blockAt(SourceRange context) const;
    ExplainedPlace placeOfRun(BlockRunId id) const;
    ExplainedPlace reusePlaceOf(ReuseSource source, OriginId origin) const;
    const VariableInfo* variableAt(OperationId operation) const;
    const VariableInfo* variableWithKey(std::string_view key) const;
    std::optional<NameHolder> holderOf(std::string_view name, Holders holders = Holders::Found) const;
    void addSuffix(NamePart& part, Holders holders = Holders::Found) const;
    NamePartSource sourceOfCall(OriginId origin, std::string_view asked) const;
    OpeningId openingAround(OperationId operation) const;
    bool wasTakenBefore(OpeningId entered, std::string_view path, std::string_view inside) const;
    bool isOfTheSameCall(OpeningId opening, OriginId origin) const;
    void addOpenings(OpeningId opening, std::string_view name, std::vector<NamePart>& reversed) const;
    std::vector<NamePart> keyParts(const VariableInfo& variable) const;
    OpeningId openingBeforeKey(const VariableInfo& variable) const;
    bool addVariableScope(BlockRunId within, std::string_view path, std::vector<NamePart>& reversed) const;
    std::vector<ScopeEntry> entriesOf(std::string_view variableScope) const;
    std::optional<NameExplanation> explainScope(std::string_view name) const;
    bool addPartsOfAnOperation(NameExplanation& scope, NamePartKind wantedKind) const;
    bool addBeginning(NameExplanation& scope) const;
    bool addPartsOfARun(NameExplanation& scope) const;
    NamePart variableScopePart(BlockRunId id, std::string_view path, std::string_view outerPath) const;
    void addDefaultNameSuffix(NamePart& part, BlockRunId id) const;
    std::vector<std::uint32_t> callLines(OriginId caller, std::uint32_t line) const;

    const Evaluation& m_evaluation;
    const EvaluatedGraph& m_evaluated;
    ProgramText m_program;
    std::unordered_map<std::uint32_t, const ScopeBlock*> m_blocksByBegin;
    std::unordered_map<std::uint32_t, const VariableInfo*> m_variablesByOperation;
};

}  // namespace namescape
