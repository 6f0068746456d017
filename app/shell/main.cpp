// namescape-gui: the desktop application.
#include "appearance/appearance.h"
#include "graph_file/shortened_files.h"
#include "layout/worker_engine.h"
#include "live/build_thread.h"
#include "shell/drafts.h"
#include "shell/painted_export.h"
#include "shell/settings.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>

#include <memory>
#include <vector>

namespace {

QStringList filesFromCommandLine(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Draws the graph of a TensorFlow 1 program while you type it."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QApplication::translate("main", "Programs to open, each in a window."), QStringLiteral("[FILE…]"));
    parser.process(application);
    return parser.positionalArguments();
}

// In a process of its own, begun now, so that it is ready when the first picture is; without one, in this process.
std::shared_ptr<namescape::LayoutEngine> graphviz() {
    const QString worker = QCoreApplication::applicationDirPath() + QStringLiteral("/namescape-layout");
    const auto engine = std::make_shared<namescape::WorkerEngine>(std::vector{QFile::encodeName(worker).toStdString()});
    if (engine->start()) return engine;
    return nullptr;
}

}  // namespace

int main(int argumentCount, char** arguments) {
    using namespace namescape;
    surviveShortenedFiles();
    if (isPaintedExport(argumentCount, arguments)) return writePaintedExport(argumentCount, arguments);
    QApplication application(argumentCount, arguments);
    QApplication::setApplicationName(QStringLiteral("namescape"));
    QApplication::setApplicationDisplayName(QStringLiteral("Namescape"));
    QApplication::setApplicationVersion(QStringLiteral(NAMESCAPE_VERSION));
    const QStringList files = filesFromCommandLine(application);

    UserSettings settings;
    Appearance appearance(application);
    appearance.choose(settings.theme());
    appearance.setMotion(settings.hasMotion());
    BuildThread buildThread;
    Workbench workbench({appearance, buildThread, settings, dialogPrompts(), defaultDraftFolder(), graphviz()});
    workbench.start(files);
    return QApplication::exec();
}
