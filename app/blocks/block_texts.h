// What the row of a block says: what it is, how it is written, and what it came to.
#pragma once

#include "rewrite/program_blocks.h"
#include "pipeline/snapshot.h"

#include <QString>

#include <cstdint>
#include <string>

namespace namescape {

// "variable scope", "get_variable", "operation": short, for a badge.
QString kindText(const ProgramBlocks& blocks, const ProgramBlock& block);
// As it is written, on one line and without a comment's mark.
QString headerText(const ProgramBlocks& blocks, const ProgramBlock& block);

struct FactsText {
    QString line;
    QString toolTip;             // more of it, a line for each run; may be empty
    bool isMuted = false;        // it never ran, or makes nothing
    bool isError = false;        // it failed
    std::uint32_t runCount = 0;  // how many of its runs can be looked at one by one
    std::string scope;           // of a scope: the full name of its name scope
    BlockRunId scopeRun;         // of a scope: the run that is told of, where it is a single one
    QString chosen;              // what the single run is about: the name of a scope or a variable; empty where none is
    bool operator==(const FactsText&) const = default;
};

// What a block came to in a snapshot of the same text: in all, or (`run` from 1) in one of its runs; within one run of a scope around it,
// or in all of these.
FactsText factsText(const Snapshot& snapshot, const ProgramBlock& block, std::uint32_t run = 0, BlockRunId within = {});

}  // namespace namescape
