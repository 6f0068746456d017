// Which file of the library has which name of `tf`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace namescape {

struct LibraryPlace {
    std::string_view file;       // "nn", of library/nn.py
    std::string_view definedAs;  // the function's name in it
};

// The module that TensorFlow has a library file's classes in, as their repr shows it; empty where there is none.
std::string_view moduleInTensorFlow(std::string_view file);

// Where `tf.<path>.<name>` is defined; nothing where no file has it. The path of `tf` itself is empty.
std::optional<LibraryPlace> findInLibraryIndex(std::string_view path, std::string_view name);

// The names that files of the library give to `tf.<path>`.
std::vector<std::string_view> libraryNames(std::string_view path);

// Whether `tf.<path>` is a module that has functions of the library, or modules that have.
bool isLibraryModule(std::string_view path);

}  // namespace namescape
