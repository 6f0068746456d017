// The special methods behind Python's operators.
#pragma once

#include "script/well_known_names.h"
#include "syntax/ast.h"

namespace namescape {

struct BinaryOperatorNames {
    InternedName forward;    // __add__
    InternedName reflected;  // __radd__
    InternedName inPlace;    // __iadd__
};

BinaryOperatorNames namesOf(const WellKnownNames& names, BinaryOperator op);

// __lt__; not for is and in.
InternedName nameOf(const WellKnownNames& names, CompareOperator op);
// The operator with its sides exchanged: > for <.
CompareOperator mirrored(CompareOperator op);

}  // namespace namescape
