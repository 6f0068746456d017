// What is said of a trial: how the program would end, which problems would go and come, and what checkpoints would no longer fit.
#pragma once

#include "trial/trial.h"

#include <QString>

namespace namescape {

struct Colors;

// Whether the program ends otherwise, in a sentence; empty where it runs to its end as it does now.
QString endWords(const TrialOutcome& outcome);
// "2 variables no longer fit the checkpoints that there are"; empty where all do.
QString checkpointWords(const GraphDifference& names);
// All of it as rich text.
QString outcomeHtml(const TrialOutcome& outcome, const Colors& colors);

}  // namespace namescape
