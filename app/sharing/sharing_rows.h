// The rows of the panel as a tree of values: towers, then scopes with their variables, then what libraries have made beside these.
#pragma once

#include "pipeline/sharing.h"

#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace namescape {

enum SharingColumn { NameColumn, ParametersColumn, OwnColumn, TrainedColumn, UsersColumn, SavedColumn, SharingColumnCount };

struct SharingRow {
    enum class Kind : std::uint8_t { Section, Towers, Tower, Scope, Variable, Request, Use, More };

    Kind kind = Kind::More;
    int parent = -1;            // into SharingRows::rows
    int number = 0;             // among its siblings
    std::vector<int> children;
    QString key;                // no two siblings have the same
    std::array<QString, SharingColumnCount> texts;
    QString toolTip;
    std::string target;         // Variable and Request: the variable's name, "foo/v:0"; Tower, Scope and Use: a node's
    int line = 0;               // Request: in the program, from 1
    std::array<std::uint64_t, SharingColumnCount> order{};  // what columns of numbers are sorted by

    bool looksEqual(const SharingRow& other) const { return texts == other.texts && toolTip == other.toolTip; }
};

struct SharingRowsOptions {
    QString filter;             // a part of a variable's or a scope's name, whatever its case
    bool sharedOnly = false;
    int sortedBy = -1;          // a column; -1: in the order of the program
    bool isDescending = false;
};

struct SharingRows {
    std::vector<SharingRow> rows;  // parents before children
    std::vector<int> top;
    QString summary;
    std::uint32_t variableCount = 0;  // before any filter

    const std::vector<int>& childrenOf(int row) const { return row < 0 ? top : rows[static_cast<std::size_t>(row)].children; }
    const SharingRow& at(int row) const { return rows[static_cast<std::size_t>(row)]; }
};

SharingRows sharingRows(const Snapshot& snapshot, const Sharing& sharing, const SharingRowsOptions& options);

}  // namespace namescape
