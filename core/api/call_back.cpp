#include "api/call_back.h"

#include "api/api.h"

namespace namescape {

Value callBack(Api& api, const Value& function, std::span<const Value> positional, std::span<const KeywordValue> keywords) {
    Value answer = api.interpreter().call(function, positional, keywords);
    api.markOrigin(api.defaultGraph());
    return answer;
}

}  // namespace namescape
