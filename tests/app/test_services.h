// What windows share, for tests: settings in a folder of their own, and questions answered without a dialog.
#pragma once

#include "appearance/appearance.h"
#include "live/build_thread.h"
#include "shell/settings.h"
#include "shell/window_services.h"

#include <QApplication>
#include <QTemporaryDir>

namespace namescape::test {

struct TestServices {
    TestServices() {
        appearance.choose(ThemeChoice::Light);
        appearance.setMotion(false);
    }

    WindowServices services() {
        return {appearance, buildThread, settings,
                Prompts{[this](QWidget*, const QString&) { return filesToOpen; }, [this](QWidget*, const QString&) { return fileToSave; },
                        [this](QWidget*, const QString&) { return fileToExport; },
                        [this](QWidget*, const QString& first, int) {
                            overwrittenFirst = first;
                            return mayOverwrite;
                        },
                        [this](QWidget*, const QString&) {
                            ++unsavedQuestions;
                            return unsavedChoice;
                        }},
                folder.filePath("drafts")};
    }

    QString file(const QString& name) const { return folder.filePath(name); }

    QTemporaryDir folder;
    Appearance appearance{*qApp};
    BuildThread buildThread;
    UserSettings settings{folder.filePath("settings.ini")};

    // The answers.
    QStringList filesToOpen;
    QString fileToSave;
    QString fileToExport;
    bool mayOverwrite = false;
    QString overwrittenFirst;
    UnsavedChoice unsavedChoice = UnsavedChoice::Cancel;
    int unsavedQuestions = 0;
};

}  // namespace namescape::test
