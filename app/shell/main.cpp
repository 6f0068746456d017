// namescape-gui: the desktop application.
#include "appearance/appearance.h"
#include "graph_file/shortened_files.h"
#include "live/build_thread.h"
#include "shell/drafts.h"
#include "shell/settings.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QCommandLineParser>

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

}  // namespace

int main(int argumentCount, char** arguments) {
    using namespace namescape;
    surviveShortenedFiles();
    QApplication application(argumentCount, arguments);
    QApplication::setApplicationName(QStringLiteral("namescape"));
    QApplication::setApplicationDisplayName(QStringLiteral("Namescape"));
    QApplication::setApplicationVersion(QStringLiteral(NAMESCAPE_VERSION));
    const QStringList files = filesFromCommandLine(application);

    Settings settings;
    Appearance appearance(application);
    appearance.choose(settings.theme());
    appearance.setMotion(settings.hasMotion());
    BuildThread buildThread;
    Workbench workbench({appearance, buildThread, settings, dialogPrompts(), defaultDraftFolder()});
    workbench.start(files);
    return QApplication::exec();
}
