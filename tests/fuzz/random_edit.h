// One edit of a program, as one makes it in the window: of its blocks, of a call's arguments, of a scope, or a fix.
#pragma once

#include "explain/call_form.h"
#include "fuzz/bytes.h"
#include "pipeline/snapshot.h"
#include "rewrite/block_edits.h"

#include <optional>

namespace namescape {

// The edit that the bytes ask for; nothing where it cannot be made. What is wrong with it ends the process: edits that reach into one another,
// a program that could be read and no longer can, words that came or went otherwise than the edit says.
std::optional<TextEdits> randomEdit(const Snapshot& snapshot, CallForms& forms, Bytes& bytes);

}  // namespace namescape
