#include "pipeline/explain.h"

#include "explain/explanation_text.h"
#include "explain/name_explainer.h"
#include "explain/nearest_names.h"

namespace namescape {

namespace {

constexpr std::size_t kMostSuggestions = 3;

}  // namespace

std::optional<std::string> explainName(const Snapshot& snapshot, std::string_view name) {
    const Evaluation& evaluation = *snapshot.evaluation;
    const NameExplainer main(*snapshot.tree, evaluation, evaluation.main);
    if (const auto explanation = main.explain(name)) return explanationText(*explanation, main.program());
    for (const EvaluatedGraph& other : evaluation.others) {
        const NameExplainer explainer(*snapshot.tree, evaluation, other);
        auto explanation = explainer.explain(name);
        if (!explanation) continue;
        explanation->isInOtherGraph = true;
        return explanationText(*explanation, explainer.program());
    }
    return std::nullopt;
}

std::vector<std::string> namesLike(const Snapshot& snapshot, std::string_view name) {
    const NameExplainer explainer(*snapshot.tree, *snapshot.evaluation, snapshot.evaluation->main);
    return nearestNames(name, explainer.names(), kMostSuggestions);
}

}  // namespace namescape
