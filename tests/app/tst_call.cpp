// Tests command_line/call: the contract of the command line, words in, values out.
#include "command_line/call.h"

#include <QTest>

using namespace namescape;

namespace {

Call read(const QStringList& words) {
    std::vector<std::string> held{"namescape"};
    for (const QString& word : words) held.push_back(word.toStdString());
    std::vector<const char*> pointers;
    for (const std::string& word : held) pointers.push_back(word.c_str());
    return readCall(static_cast<int>(pointers.size()), pointers.data());
}

ExportCall readExport(const QStringList& options) {
    const Call call = read(QStringList{"export", "a.py"} + options);
    return std::holds_alternative<ExportCall>(call) ? std::get<ExportCall>(call) : ExportCall{};
}

}  // namespace

class CallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensTheWindowOnFiles();
    void runsAFile();
    void takesLimits();
    void readsAFileWhoseNameStartsWithADash();
    void tellsTheFormatByTheEnding_data();
    void tellsTheFormatByTheEnding();
    void readsWhichScopesAreOpen();
    void readsScopeAndTheme();
    void readsWhatIsSimplified();
    void imagesArePainted();
    void informsOnRequest_data();
    void informsOnRequest();
    void refusesWrongCalls_data();
    void refusesWrongCalls();
};

void CallTest::opensTheWindowOnFiles() {
    QVERIFY(read({}) == Call(WindowCall{}));
    QVERIFY(read({"a.py", "b.py"}) == Call(WindowCall{{"a.py", "b.py"}}));
}

void CallTest::runsAFile() {
    QVERIFY(read({"run", "a.py"}) == Call(RunCall{{"a.py", {}, {}}, false}));
    QVERIFY(read({"explain", "a.py", "foo/v"}) == Call(ExplainCall{{"a.py", {}, {}}, "foo/v", {}, 0, false}));
    QVERIFY(read({"run", "-", "--json"}) == Call(RunCall{{"-", {}, {}}, true}));
    QVERIFY(read({"run", "--json", "a.py"}) == Call(RunCall{{"a.py", {}, {}}, true}));
}

void CallTest::takesLimits() {
    const Call call = read({"run", "a.py", "--max-steps", "1", "--max-nodes=2", "--max-depth", "3", "--max-memory", "4",
                            "--max-output", "5", "--max-seconds", "0.5"});
    const EvaluationLimits limits{1, 2, 3, 4 << 20, 5 << 20, std::chrono::milliseconds(500)};
    QVERIFY(call == Call(RunCall{{"a.py", limits, {{}, {2, GraphFileLimits().maxScopes}}}, false}));
}

void CallTest::readsAFileWhoseNameStartsWithADash() {
    QVERIFY(read({"run", "--", "-a.py"}) == Call(RunCall{{"-a.py", {}, {}}, false}));
}

void CallTest::tellsTheFormatByTheEnding_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("format");
    QTest::newRow("svg") << QStringList{"-o", "x/a.svg"} << int(ExportFormat::Svg);
    QTest::newRow("upper-case") << QStringList{"-o", "a.DOT"} << int(ExportFormat::Dot);
    QTest::newRow("json") << QStringList{"-o", "a.b.json"} << int(ExportFormat::Json);
    QTest::newRow("overridden") << QStringList{"-o", "a.svg", "--format", "dot"} << int(ExportFormat::Dot);
    QTest::newRow("standard-output") << QStringList{"-o", "-", "--format", "json"} << int(ExportFormat::Json);
}

void CallTest::tellsTheFormatByTheEnding() {
    QFETCH(QStringList, options);
    QFETCH(int, format);
    const ExportCall call = readExport(options);
    QCOMPARE(call.file, "a.py");
    QCOMPARE(call.output, options[1].toStdString());
    QCOMPARE(int(call.format), format);
}

void CallTest::readsWhichScopesAreOpen() {
    QVERIFY(readExport({"-o", "a.svg"}).view.open == OpenScopes());
    QVERIFY(readExport({"-o", "a.svg", "--open", "all"}).view.open.rule == OpenScopes::Rule::All);
    const OpenScopes listed = readExport({"-o", "a.svg", "--open", "foo/bar,baz"}).view.open;
    QVERIFY(listed.rule == OpenScopes::Rule::Listed);
    QVERIFY(listed.opened.contains("foo/bar"));
}

void CallTest::readsScopeAndTheme() {
    const ExportCall call = readExport({"-o", "a.svg", "--scope", "foo/", "--theme", "dark"});
    QCOMPARE(call.view.focus, "foo");
    QVERIFY(call.theme == ThemeName::Dark);
    QVERIFY(readExport({"-o", "a.svg"}).theme == ThemeName::Light);
}

void CallTest::readsWhatIsSimplified() {
    const ViewOptions plain = readExport({"-o", "a.svg"}).view;
    QVERIFY(plain.hasStubs && plain.foldsSeries && plain.inFlow.empty() && plain.controlEdges == ControlEdges::Automatic);
    const ViewOptions view = readExport({"-o", "a.svg", "--no-stubs", "--no-series", "--in-flow", "save,net/init/", "--control-edges", "on"}).view;
    QVERIFY(!view.hasStubs && !view.foldsSeries && view.controlEdges == ControlEdges::Shown);
    QVERIFY(view.inFlow.contains("save") && view.inFlow.contains("net/init"));
    QVERIFY(readExport({"-o", "a.svg", "--control-edges", "off"}).view.controlEdges == ControlEdges::Hidden);
}

void CallTest::imagesArePainted() {
    const Call call = read({"export", "a.py", "-o", "a.PNG", "--scale", "3", "--theme", "dark", "--colour-by", "scope", "--open", "none"});
    QVERIFY(std::holds_alternative<PaintCall>(call));
    const auto& paint = std::get<PaintCall>(call);
    QVERIFY(paint.painted == PaintCall::Format::Png && paint.scale == 3 && paint.theme == ThemeName::Dark && paint.colourBy == ColourBy::Scope);
    QVERIFY(paint.view.open.rule == OpenScopes::Rule::None);
    QCOMPARE(paint.words.size(), 12u);
    QCOMPARE(paint.words.front(), "export");
    const Call page = read({"export", "a.py", "-o", "a.x", "--format", "pdf"});
    QVERIFY(std::holds_alternative<PaintCall>(page) && std::get<PaintCall>(page).painted == PaintCall::Format::Pdf);
}

void CallTest::informsOnRequest_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("part");
    QTest::newRow("help") << QStringList{"--help"} << "export";
    QTest::newRow("run-help") << QStringList{"run", "--help"} << "--json";
    QTest::newRow("export-help") << QStringList{"export", "--help"} << "--open";
    QTest::newRow("limits") << QStringList{"run", "--help"} << "--max-steps N";
    QTest::newRow("version") << QStringList{"--version"} << "namescape " NAMESCAPE_VERSION "\n";
}

void CallTest::informsOnRequest() {
    QFETCH(QStringList, words);
    QFETCH(QString, part);
    const Call call = read(words);
    QVERIFY(std::holds_alternative<InformationCall>(call));
    const QString text = QString::fromStdString(std::get<InformationCall>(call).text);
    QVERIFY2(text.contains(part), qPrintable(text));
}

void CallTest::refusesWrongCalls_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no-file") << QStringList{"run"} << "FILE is required; see namescape run --help";
    QTest::newRow("unknown-option") << QStringList{"run", "a.py", "--jso"}
                                    << "The following argument was not expected: --jso; see namescape run --help";
    QTest::newRow("two-files") << QStringList{"run", "a.py", "b.py"}
                               << "The following argument was not expected: b.py; see namescape run --help";
    QTest::newRow("no-number") << QStringList{"run", "a.py", "--max-steps", "many"}
                               << "Could not convert: --max-steps = many; see namescape run --help";
    QTest::newRow("no-output") << QStringList{"export", "a.py"} << "--output is required; see namescape export --help";
    QTest::newRow("unknown-ending") << QStringList{"export", "a.py", "-o", "a.bmp"}
                                    << "'a.bmp' does not tell the format by its ending; known are svg, dot, json, pb, pbtxt, png, pdf, or give --format";
    QTest::newRow("no-ending") << QStringList{"export", "a.py", "-o", "-"}
                               << "'-' does not tell the format by its ending; known are svg, dot, json, pb, pbtxt, png, pdf, or give --format";
    QTest::newRow("unknown-theme") << QStringList{"export", "a.py", "-o", "a.svg", "--theme", "blue"}
                                   << "--theme: blue not in {light,dark}; see namescape export --help";
    QTest::newRow("colours-of-data") << QStringList{"export", "a.py", "-o", "a.json", "--colour-by", "scope"} << "--colour-by is for the formats svg, dot, png and pdf";
    QTest::newRow("scale-of-a-vector-picture") << QStringList{"export", "a.py", "-o", "a.svg", "--scale", "2"} << "--scale is for the format png";
    for (const char* scale : {"nan", "0", "-1", "inf", "101"})
        QTest::addRow("scale-%s", scale) << QStringList{"export", "a.py", "-o", "a.png", QStringLiteral("--scale=%1").arg(QLatin1String(scale))} << "--scale is from 0.01 to 100";
    QTest::newRow("unknown-format") << QStringList{"export", "a.py", "-o", "a", "--format", "bmp"}
                                    << "unknown format 'bmp'; known are svg, dot, json, pb, pbtxt, png, pdf";
}

void CallTest::refusesWrongCalls() {
    QFETCH(QStringList, words);
    QFETCH(QString, reason);
    const Call call = read(words);
    QVERIFY(std::holds_alternative<WrongCall>(call));
    QCOMPARE(QString::fromStdString(std::get<WrongCall>(call).reason), reason);
}

QTEST_GUILESS_MAIN(CallTest)
#include "tst_call.moc"
