#include "editor/bracket_match.h"

#include "editor/highlighter.h"

#include <QTextBlock>

#include <algorithm>

namespace namescape {

namespace {

// A partner further away is not seen anyway.
constexpr int maxLines = 2'000;

const std::vector<Bracket>& bracketsOf(const QTextBlock& block) {
    static const std::vector<Bracket> none;
    const auto* data = static_cast<const LineBrackets*>(block.userData());
    return data ? data->brackets : none;
}

bool opens(QChar sign) {
    return sign == u'(' || sign == u'[' || sign == u'{';
}

// Goes outward from bracket `index` of `block`, counting how deep it is; brackets of other kinds count alike, since the lexer
// pairs them.
int partnerOf(QTextBlock block, std::size_t index) {
    const bool isForward = opens(bracketsOf(block)[index].sign);
    int depth = 0;
    auto at = static_cast<std::ptrdiff_t>(index);
    for (int line = 0; line < maxLines && block.isValid(); ++line) {
        const std::vector<Bracket>& brackets = bracketsOf(block);
        if (line > 0) at = isForward ? 0 : static_cast<std::ptrdiff_t>(brackets.size()) - 1;
        for (; at >= 0 && at < static_cast<std::ptrdiff_t>(brackets.size()); at += isForward ? 1 : -1) {
            const Bracket& bracket = brackets[static_cast<std::size_t>(at)];
            depth += opens(bracket.sign) == isForward ? 1 : -1;
            if (depth == 0) return block.position() + bracket.position;
        }
        block = isForward ? block.next() : block.previous();
    }
    return -1;
}

}  // namespace

std::optional<BracketPair> matchBracket(const QTextDocument& document, int position) {
    const QTextBlock block = document.findBlock(position);
    const std::vector<Bracket>& brackets = bracketsOf(block);
    for (const int candidate : {position - block.position(), position - block.position() - 1}) {
        const auto found = std::find_if(brackets.begin(), brackets.end(), [=](const Bracket& bracket) { return bracket.position == candidate; });
        if (found == brackets.end()) continue;
        return BracketPair{block.position() + candidate, partnerOf(block, static_cast<std::size_t>(found - brackets.begin()))};
    }
    return std::nullopt;
}

}  // namespace namescape
