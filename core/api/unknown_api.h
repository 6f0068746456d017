// What a program gets for `tf.something` that this tool does not know: never a dead end.
#pragma once

#include "api/api.h"

#include <string_view>

namespace namescape {

void registerUnknownApi(Api& api);

// Stands for `tf.<path>`. Called under a name that begins with a small letter it makes one operation of the type that the
// name suggests from the tensors among its arguments; a name with a capital is taken for a class and gives an object of
// which the same holds. Reports a warning the first time that the path is called.
Value unknownApi(Api& api, std::string_view path);

}  // namespace namescape
