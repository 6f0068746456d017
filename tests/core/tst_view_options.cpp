// Which scopes are open, as the command line and the window say it.
#include "diagram/view_options.h"

#include <QTest>

using namespace namescape;

Q_DECLARE_METATYPE(namescape::OpenScopes::Rule)

class TestViewOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheCommandLinesWords_data();
    void readsTheCommandLinesWords();
    void refusesMissingNames();
    void opensTheScopesAround();
    void closesOneScopeOnly();
};

void TestViewOptions::readsTheCommandLinesWords_data() {
    using Rule = OpenScopes::Rule;
    QTest::addColumn<QString>("text");
    QTest::addColumn<OpenScopes::Rule>("rule");
    QTest::addColumn<uint>("depth");
    QTest::addColumn<QStringList>("opened");
    QTest::newRow("all") << "all" << Rule::All << 0u << QStringList();
    QTest::newRow("none") << "none" << Rule::None << 0u << QStringList();
    QTest::newRow("depth") << "2" << Rule::ToDepth << 2u << QStringList();
    QTest::newRow("list") << "a/b,c/" << Rule::Listed << 0u << QStringList({"a/b", "c"});
    QTest::newRow("scope-called-all") << "all/" << Rule::Listed << 0u << QStringList({"all"});
    QTest::newRow("scope-that-begins-with-a-digit") << "2a" << Rule::Listed << 0u << QStringList({"2a"});
}

void TestViewOptions::readsTheCommandLinesWords() {
    QFETCH(QString, text);
    QFETCH(OpenScopes::Rule, rule);
    QFETCH(uint, depth);
    QFETCH(QStringList, opened);
    const auto open = OpenScopes::fromText(text.toStdString());
    QVERIFY(open);
    QCOMPARE(open->rule, rule);
    QCOMPARE(open->depth, depth);
    QStringList names;
    for (const std::string& name : open->opened) names += QString::fromStdString(name);
    QCOMPARE(names, opened);
}

void TestViewOptions::refusesMissingNames() {
    for (const char* text : {"", ",", "a,", ",a", "/"}) QVERIFY2(!OpenScopes::fromText(text), text);
}

void TestViewOptions::opensTheScopesAround() {
    OpenScopes open;
    open.closed = {"a", "a/b", "a/b/c", "x"};
    const OpenScopes changed = open.withOpened("a/b");
    QVERIFY(changed.opened.contains("a/b"));
    QCOMPARE(changed.closed, (decltype(changed.closed){"a/b/c", "x"}));
}

void TestViewOptions::closesOneScopeOnly() {
    const OpenScopes changed = OpenScopes{}.withOpened("a").withOpened("a/b").withClosed("a");
    QVERIFY(!changed.opened.contains("a"));
    QVERIFY(changed.opened.contains("a/b"));
    QVERIFY(changed.closed.contains("a"));
}

QTEST_APPLESS_MAIN(TestViewOptions)
#include "tst_view_options.moc"
