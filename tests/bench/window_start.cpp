#include "bench/window_start.h"

#include "app/test_services.h"
#include "document/document.h"
#include "live/live_build.h"
#include "shell/main_window.h"
#include "shell/workbench.h"
#include "support/file.h"

#include <QApplication>
#include <QProcess>
#include <QElapsedTimer>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>

#include <unistd.h>

namespace namescape {

namespace {

constexpr std::string_view startOption = "--start-window";

double residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    long total = 0, resident = 0;
    file >> total >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

}  // namespace

QApplication& benchApplication() {
    static int count = 1;
    static char name[] = "bench";
    static char* arguments[] = {name, nullptr};
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    // Never destroyed: at the program's end, Qt's own objects that need it would go after it.
    static QApplication* const one = new QApplication(count, arguments);
    return *one;
}

std::string temporaryProgram(const std::string& text) {
    static const QTemporaryDir folder;
    const std::string path = folder.filePath("program.py").toStdString();
    (void)writeFileWhole(path, text);
    return path;
}

WindowStart startWindow(const std::string& path) {
    benchApplication();
    QProcess process;
    QElapsedTimer clock;
    clock.start();
    process.start(QString::fromStdString(std::filesystem::read_symlink("/proc/self/exe").string()), {QString::fromLatin1(startOption.data()), QString::fromStdString(path)});
    WindowStart start;
    if (process.waitForReadyRead(60'000)) start.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    start.megabytes = process.readAllStandardOutput().trimmed().toDouble();
    process.waitForFinished();
    return start;
}

std::optional<int> asStartedWindow(int argc, char** argv) {
    if (argc != 3 || argv[1] != startOption) return std::nullopt;
    benchApplication();
    test::TestServices services;
    Workbench workbench(services.services());
    workbench.start({QString::fromLocal8Bit(argv[2])});
    MainWindow& window = *workbench.windows().front();
    const LiveBuild& live = window.live();
    while (!live.picture() || live.picture().snapshot->revision != window.document().revision() || live.isRunning()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    std::cout << residentMegabytes() << std::endl;
    return 0;
}

}  // namespace namescape
