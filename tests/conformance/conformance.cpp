// Holds `namescape run FILE --json` against the recorded results of TensorFlow 1.15 that lie in this folder.
#include "conformance/comparison.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtConcurrent/QtConcurrentMap>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>
#include <vector>

using namespace namescape;

namespace {

constexpr int secondsForAProgram = 20;
constexpr auto folders = {"scopes", "fuzz"};
const QString home = NAMESCAPE_TESTS_DIR "/conformance/";
const QString listPath = home + "known_mismatches.txt";

// One recorded program, by its place below this folder, e.g. "scopes/017_ns_slash_in_name".
struct Outcome {
    QString name;
    std::optional<std::string> difference;
};

struct Choice {
    QString only;
    int show = 10;
};

void print(const QString& line) {
    std::puts(qUtf8Printable(line));
}

QByteArray contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

std::optional<std::string> check(const QString& name) {
    QProcess process;
    process.setWorkingDirectory(QFileInfo(home + name).path());
    process.start(NAMESCAPE_PROGRAM, {"run", QFileInfo(name).fileName() + ".py", "--json"}, QIODevice::ReadOnly);
    if (!process.waitForFinished(secondsForAProgram * 1000)) {
        process.kill();
        process.waitForFinished();
        return "no answer in " + std::to_string(secondsForAProgram) + " s";
    }
    const auto got = nlohmann::json::parse(process.readAllStandardOutput(), nullptr, /*allow_exceptions=*/false);
    if (!got.is_object())
        return "no JSON on stdout; stderr: " + process.readAllStandardError().right(300).toStdString();
    return firstDifference(got, nlohmann::json::parse(contents(home + name + ".json")));
}

std::vector<Outcome> checkFolder(const QString& folder, const QString& only) {
    std::vector<Outcome> outcomes;
    for (const QString& file : QDir(home + folder).entryList({"*.py"}, QDir::Files, QDir::Name)) {
        const QString name = folder + '/' + file.chopped(3);
        if (name.contains(only) && QFile::exists(home + name + ".json")) outcomes.push_back({name, {}});
    }
    QtConcurrent::blockingMap(outcomes, [](Outcome& outcome) { outcome.difference = check(outcome.name); });
    return outcomes;
}

std::set<QString> readList() {
    std::set<QString> names;
    if (!QFile::exists(listPath)) return names;
    for (const QString& line : QString::fromUtf8(contents(listPath)).split('\n', Qt::SkipEmptyParts))
        if (!line.startsWith('#')) names.insert(line.trimmed());
    return names;
}

// No list where there is nothing to say.
void writeList(const std::vector<Outcome>& outcomes) {
    if (std::ranges::none_of(outcomes, [](const Outcome& outcome) { return outcome.difference.has_value(); })) {
        QFile::remove(listPath);
        return;
    }
    QByteArray text = "# Recorded programs whose result is not yet exactly TensorFlow's; rewritten by conformance --update.\n";
    for (const Outcome& outcome : outcomes)
        if (outcome.difference) text += outcome.name.toUtf8() + '\n';
    QFile file(listPath);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(listPath));
}

// Prints what is not as the list says, and says whether there was such a thing.
bool reportSurprises(const std::vector<Outcome>& outcomes, const Choice& choice) {
    std::set<QString> known = readList();
    bool surprised = false;
    int shown = 0;
    for (const Outcome& outcome : outcomes) {
        const bool listed = known.erase(outcome.name) > 0;
        const bool surprise = listed != outcome.difference.has_value();
        surprised = surprised || surprise;
        if (outcome.difference && (surprise || !choice.only.isEmpty()) && shown++ < choice.show)
            print(outcome.name + ": " + QString::fromStdString(*outcome.difference));
        if (surprise && !outcome.difference) print(outcome.name + ": matches now; take it off known_mismatches.txt");
    }
    if (choice.only.isEmpty())
        for (const QString& name : known) print(name + ": is on known_mismatches.txt, but there is no such program");
    return surprised || (choice.only.isEmpty() && !known.empty());
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription("Holds namescape against recorded results of TensorFlow 1.15.");
    parser.addHelpOption();
    const QCommandLineOption only("only", "Run the programs whose name contains TEXT, and show each difference.", "TEXT");
    const QCommandLineOption show("show", "Show up to N differences (10).", "N", "10");
    const QCommandLineOption update("update", "Rewrite known_mismatches.txt, and fail.");
    parser.addOptions({only, show, update});
    parser.process(application);

    const Choice choice{parser.value(only), parser.value(show).toInt()};
    std::vector<Outcome> all;
    QStringList summary;
    for (const char* folder : folders) {
        const std::vector<Outcome> outcomes = checkFolder(folder, choice.only);
        const auto matched = std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome& o) { return !o.difference; });
        summary += QString("%1: %2 of %3").arg(folder).arg(matched).arg(outcomes.size());
        all.insert(all.end(), outcomes.begin(), outcomes.end());
    }
    const bool surprised = reportSurprises(all, choice);
    print(summary.join('\n'));
    if (!parser.isSet(update) && !qEnvironmentVariableIsSet("UPDATE_GOLDEN")) return surprised ? 1 : 0;
    if (choice.only.isEmpty()) writeList(all);
    return 1;
}
