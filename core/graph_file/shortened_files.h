// Keeps the program alive when somebody cuts a file short that is mapped.
#pragma once

namespace namescape {

// From now on, what is missing of any mapped file reads as zeros, in place of the end of the process; FileBytes::hasChanged() then tells.
// To be called once, at the program's start: it sets what happens on SIGBUS.
void surviveShortenedFiles();

}  // namespace namescape
