// Carries out a call: each function does one of the contract's rows and returns its exit status.
#pragma once

#include "command_line/call.h"
#include "command_line/program_file.h"

namespace namescape {

ExitStatus carryOut(const WindowCall& call);
ExitStatus carryOut(const RunCall& call);
ExitStatus carryOut(const ExportCall& call);
ExitStatus carryOut(const ExplainCall& call);
ExitStatus carryOut(const InformationCall& call);
ExitStatus carryOut(const WrongCall& call);

}  // namespace namescape
