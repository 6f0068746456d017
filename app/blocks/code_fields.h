// The parts of a line of code that one writes anew, to go from one to the next by key: names, texts, numbers and lists.
#pragma once

#include <QString>

#include <vector>

namespace namescape {

// Of a text, what is between its quotes.
struct CodeField {
    int begin = 0;
    int length = 0;
    bool operator==(const CodeField&) const = default;
};

// In their order. Of what is called, its last name, unless another block would be for another call (`tf.get_variable`). The names of arguments and
// keywords are none.
std::vector<CodeField> fieldsOf(const QString& line);

// The field behind the place from which one goes on, or before it (`step` -1); round at the ends. Nothing where there is none.
CodeField fieldBeside(const std::vector<CodeField>& fields, int from, int step);

}  // namespace namescape
