// Everything there is to know about one revision of a program: what every view shows. Immutable.
#pragma once

#include "api/evaluation.h"
#include "diagram/diagram.h"
#include "diagram/scope_tree.h"
#include "graph_file/graph_file.h"
#include "layout/drawing.h"
#include "syntax/syntax_tree.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

// How long each stage took.
struct StageTimes {
    std::chrono::nanoseconds parse{}, evaluate{}, index{}, diagram{}, layout{};
    std::chrono::nanoseconds total() const { return parse + evaluate + index + diagram + layout; }
};

// Offsets are UTF-8 bytes of `text()`. What doesn't change with the view is shared between snapshots.
struct Snapshot {
    std::uint64_t revision = 0;
    std::string fileName;
    std::shared_ptr<const SyntaxTree> tree;
    std::shared_ptr<const Evaluation> evaluation;
    std::shared_ptr<const GraphFile> graphFile;  // what it is a snapshot of in place of a program, whose text is empty then; else null
    std::shared_ptr<const ScopeTree> scopes;  // of the main graph; null up to Stage::Evaluate, as are the look-ups by it
    std::shared_ptr<const EdgeIndex> edges;   // of the same; null where scopes is
    std::shared_ptr<const Structure> structure;  // of the same; null where scopes is
    std::vector<Diagnostic> diagnostics;      // the parser's, the evaluator's and the error that ended the program, by place
    ViewOptions view;
    Diagram diagram;
    Drawing drawing;
    StageTimes times;

    std::string_view text() const { return tree->text(); }
    const Graph& graph() const { return *evaluation->main.graph; }
    const std::vector<VariableInfo>& variables() const { return evaluation->main.variables; }
    const std::vector<ScopeBlock>& blocks() const { return evaluation->blocks; }
    // Whether nothing is wrong with the program.
    bool isOk() const;

    // Where an operation of the main graph was made; empty where that is not known.
    SourceRange rangeOf(OperationId operation) const { return evaluation->rangeOf(evaluation->main, operation); }
    // The line, from 1, of an origin; 0 where that is not known.
    std::uint32_t lineOf(OriginId origin) const;
    // Operations made by code within `range`, calls from it included; in order of creation.
    std::vector<OperationId> operationsIn(SourceRange range) const;
    // The variable whose own operation this is, or an operation below its name; null where there is none.
    const VariableInfo* variableOf(OperationId operation) const;
    // The box that shows an operation now; invalid outside the focus.
    BoxId boxOf(OperationId operation) const { return diagram.visibleBox(scopes->nodeOf(operation)); }
};

}  // namespace namescape
