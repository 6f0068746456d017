// Numbers of things in words.
#pragma once

#include <QString>

namespace namescape {

// "1 operation" or "12 operations": `one` as it stands, or `many` with the count in place of %1.
inline QString counted(qsizetype count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(count);
}

}  // namespace namescape
