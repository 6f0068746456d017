#include "command_line/commands.h"
#include "graph_file/shortened_files.h"

#include <new>

using namespace namescape;

int main(int count, char** words) {
    surviveShortenedFiles();
    try {
        return static_cast<int>(std::visit([](const auto& call) { return carryOut(call); }, readCall(count, words)));
    } catch (const std::bad_alloc&) {
        complain("out of memory");
        return static_cast<int>(ExitStatus::ProgramHasError);
    }
}
