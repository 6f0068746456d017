// Any program is edited as its first line says, edit by edit, and all is asked that the window tells of its names, and of what has changed.
#include "fuzz/asked_names.h"
#include "fuzz/random_edit.h"
#include "fuzz/small_limits.h"

#include <algorithm>

namespace {

using namespace namescape;

constexpr std::size_t kMostEdits = 6, kLongestText = 20'000;

std::shared_ptr<const Snapshot> evaluated(std::string_view text) {
    Request request = requestOf(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    request.lastStage = Stage::Diagram;
    static Caches caches;
    return build(std::move(request), caches);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::size_t line = static_cast<std::size_t>(std::find(data, data + size, '\n') - data);
    Bytes wishes({data, line});
    static CallForms forms;
    const auto first = evaluated({reinterpret_cast<const char*>(data), size});
    auto last = first;
    for (std::size_t i = 0; i < kMostEdits && !wishes.isEmpty() && last->text().size() < kLongestText; ++i) {
        const auto edits = randomEdit(*last, forms, wishes);
        if (!edits || edits->empty()) continue;
        const auto next = evaluated(applied(*edits, last->text()));
        askWhatChanged(*last, *next);
        last = next;
    }
    askEverything(*last);
    askWhatChanged(*first, *last);
    return 0;
}
