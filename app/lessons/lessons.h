// The lessons that come with the program.
#pragma once

#include <QString>

#include <vector>

namespace namescape {

struct Lesson {
    QString title;    // "1. name_scope against variable_scope"
    QString text;     // the program
    QString summary;  // one sentence
    bool operator==(const Lesson&) const = default;
};

// In the order in which they are meant to be read.
std::vector<Lesson> lessons();

}  // namespace namescape
