// What all windows share.
#pragma once

#include "shell/prompts.h"

#include <QString>

#include <memory>

namespace namescape {

class Appearance;
class BuildThread;
class LayoutEngine;
class UserSettings;

struct WindowServices {
    Appearance& appearance;
    BuildThread& buildThread;
    UserSettings& settings;
    Prompts prompts;
    QString draftFolder;
    std::shared_ptr<LayoutEngine> graphviz = nullptr;  // see pipelineBuilder()
};

}  // namespace namescape
