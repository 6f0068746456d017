// What all windows share.
#pragma once

#include "shell/prompts.h"

#include <QString>

#include <memory>

namespace namescape {

class Appearance;
class BuildThread;
class LayoutEngine;
class Settings;

struct WindowServices {
    Appearance& appearance;
    BuildThread& buildThread;
    Settings& settings;
    Prompts prompts;
    QString draftFolder;
    std::shared_ptr<LayoutEngine> graphviz = nullptr;  // see pipelineBuilder()
};

}  // namespace namescape
