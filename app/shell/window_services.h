// What all windows share.
#pragma once

#include "shell/prompts.h"

#include <QString>

namespace namescape {

class Appearance;
class BuildThread;
class Settings;

struct WindowServices {
    Appearance& appearance;
    BuildThread& buildThread;
    Settings& settings;
    Prompts prompts;
    QString draftFolder;
};

}  // namespace namescape
