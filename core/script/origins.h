// Where in a program something happened, and through which calls, as one number.
#pragma once

#include "support/source_range.h"

#include <cstdint>
#include <string>
#include <vector>

namespace namescape {

// 0: nowhere in the program (a library's top level, or nothing is running).
using OriginNumber = std::uint32_t;

struct Origin {
    OriginNumber caller = 0;     // the origin of the call that led here; 0 at the module's own level
    SourceRange statement;       // of the statement that was running
    SourceRange expression;      // the innermost part of it, e.g. the call
    std::uint32_t function = 0;  // Origins::functionName(): whose body it is; 0: the module's

    bool operator==(const Origin&) const = default;
};

// Every place is kept once, so a number stands for a place with its calls.
class Origins {
public:
    Origins();

    OriginNumber add(const Origin& origin);
    const Origin& operator[](OriginNumber number) const { return m_origins[number]; }
    std::size_t size() const { return m_origins.size(); }

    std::uint32_t addFunctionName(const std::string& name);
    const std::string& functionName(std::uint32_t number) const { return m_functionNames[number]; }

    // The places from the innermost out to the module's level.
    std::vector<Origin> chain(OriginNumber number) const;

private:
    std::size_t placeOf(const Origin& origin) const;
    void grow();

    std::vector<Origin> m_origins;
    std::vector<OriginNumber> m_places;  // open addressing; 0: free
    std::vector<std::string> m_functionNames;
};

}  // namespace namescape
