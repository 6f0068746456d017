#include "explain/scope_opening.h"
#include "rewrite/block_edits.h"
#include "syntax/syntax_tree.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace namescape;

namespace {

// The program's first scope with the wish granted.
std::string edited(const std::string& item, const ScopeWish& wish) {
    const std::string text = "with " + item + ":\n    pass\n";
    const SyntaxTree tree = parse(text);
    const Result<ScopeOpening> opening = scopeOpeningAt(tree, 5);
    if (!opening) return opening.error();
    const std::string after = applied(editsFor(ProgramText(tree), *opening, wish), text);
    return after.substr(5, after.find(":\n") - 5);
}

ScopeWish named(const std::string& name) {
    ScopeWish wish;
    wish.name = name;
    return wish;
}

ScopeWish reused(const std::string& reuse) {
    ScopeWish wish;
    wish.reuse = reuse;
    return wish;
}

std::vector<std::string> around(const std::string& text, const std::string& part) {
    const SyntaxTree tree = parse(text);
    const auto begin = static_cast<std::uint32_t>(text.find(part));
    std::vector<std::string> items;
    for (const ScopeOpening& opening : scopeOpeningsAround(tree, {begin, begin + static_cast<std::uint32_t>(part.size())})) items.emplace_back(tree.text(opening.item->range));
    return items;
}

}  // namespace

class ScopeOpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNameKeepsItsQuotes() {
        QCOMPARE(edited("tf.variable_scope('a')", named("b")), std::string("tf.variable_scope('b')"));
        QCOMPARE(edited("tf.name_scope( name = \"a\" ) as s", named("b")), std::string("tf.name_scope( name = \"b\" ) as s"));
        QCOMPARE(edited("tf.variable_scope('a')", named("a")), std::string("tf.variable_scope('a')"));
    }

    void inPlaceOfNoneANameIsWrittenInQuotes() {
        QCOMPARE(edited("tf.name_scope(None, 'x')", named("b")), std::string("tf.name_scope(\"b\", 'x')"));
        QCOMPARE(edited("tf.name_scope(None, 'x')", named("")), std::string("tf.name_scope(None, 'x')"));
    }

    void anExpressionIsWrittenAsItIs() {
        QCOMPARE(edited("tf.variable_scope(scope, reuse=True)", named("other.scope")), std::string("tf.variable_scope(other.scope, reuse=True)"));
        QCOMPARE(edited("tf.name_scope(f'tower_{i}')", named("'tower'")), std::string("tf.name_scope('tower')"));
    }

    void commentsOfOtherArgumentsStay() {
        QCOMPARE(edited("tf.variable_scope(\n    'a',  # a\n    reuse=True,  # b\n    dtype=d,  # c\n)", reused("")), std::string("tf.variable_scope(\n    'a',  # a\n    dtype=d,  # c\n)"));
        QCOMPARE(edited("tf.variable_scope(\n    'a',  # a\n    reuse=True  # b\n)", reused("")), std::string("tf.variable_scope(\n    'a',  # a\n)"));
        QCOMPARE(edited("tf.variable_scope('a',  # a\n    reuse=True)", reused("")), std::string("tf.variable_scope('a',  # a\n    )"));
        QCOMPARE(edited("tf.variable_scope('a'\n    , reuse=True\n    , dtype=d)", reused("")), std::string("tf.variable_scope('a'\n    , dtype=d)"));
    }

    void reuseIsGivenChangedAndTakenAway() {
        QCOMPARE(edited("tf.variable_scope('a')", reused("True")), std::string("tf.variable_scope('a', reuse=True)"));
        QCOMPARE(edited("tf.variable_scope('a', reuse=True)", reused("tf.AUTO_REUSE")), std::string("tf.variable_scope('a', reuse=tf.AUTO_REUSE)"));
        QCOMPARE(edited("tf.variable_scope('a', reuse=True, dtype=d)", reused("")), std::string("tf.variable_scope('a', dtype=d)"));
        QCOMPARE(edited("tf.variable_scope('a')", reused("")), std::string("tf.variable_scope('a')"));
        QCOMPARE(edited("tf.variable_scope('a', None, None, None, None, None, None, None, True)", reused("False")),
                 std::string("tf.variable_scope('a', None, None, None, None, None, None, None, False)"));
    }

    void severalWishesAreOneChange() {
        ScopeWish wish = named("b");
        wish.reuse = "True";
        QCOMPARE(edited("tf.variable_scope('a')", wish), std::string("tf.variable_scope('b', reuse=True)"));
        QCOMPARE(edited("tf.variable_scope()", wish), std::string("tf.variable_scope(name_or_scope=\"b\", reuse=True)"));
        wish.name.reset();
        wish.defaultName = "d";
        QCOMPARE(edited("tf.variable_scope(None, 'x')", wish), std::string("tf.variable_scope(None, 'd', reuse=True)"));
        QCOMPARE(edited("tf.variable_scope(None)", wish), std::string("tf.variable_scope(None, default_name=\"d\", reuse=True)"));
    }

    void theOlderFunctionsHaveTheirNameBehindTheValues() {
        QCOMPARE(edited("tf.variable_op_scope([x], 'a')", named("b")), std::string("tf.variable_op_scope([x], 'b')"));
        QCOMPARE(edited("tf.op_scope([x], None, 'a')", named("b")), std::string("tf.op_scope([x], \"b\", 'a')"));
    }

    void whatCannotBeEditedSaysWhy() {
        QVERIFY(edited("scope", named("b")).starts_with("this with statement calls neither"));
        QVERIFY(edited("open('a')", named("b")).starts_with("this with statement calls neither"));
        QCOMPARE(edited("tf.variable_scope('a'", named("b")), std::string("the scope's call has no closing bracket yet"));
        QCOMPARE(edited("tf.variable_scope(", named("b")), std::string("the scope's call has no closing bracket yet"));
        QVERIFY(edited("tf.variable_scope(*given)", named("b")).starts_with("the scope's arguments are given by"));
    }

    void theInnermostAroundALineIsTheFirst() {
        const std::string text = "with tf.name_scope('a'), tf.variable_scope('b') as s:\n    x = 1\n    with tf.device('/cpu'):\n        with tf.name_scope('c'):\n            y = 2\nz = 3\n";
        QCOMPARE(around(text, "y = 2"), (std::vector<std::string>{"tf.name_scope('c')", "tf.variable_scope('b') as s", "tf.name_scope('a')"}));
        QCOMPARE(around(text, "x = 1"), (std::vector<std::string>{"tf.variable_scope('b') as s", "tf.name_scope('a')"}));
        QCOMPARE(around(text, "z = 3"), std::vector<std::string>{});
    }

    void aHalfTypedProgramStillHasItsScopes() {
        QCOMPARE(around("with tf.name_scope('a'):\n    x = (\n", "x = ("), std::vector<std::string>{"tf.name_scope('a')"});
    }

    // What is read back is what was wished, and all else stays byte for byte.
    void wishesAreGrantedInAllRecordedPrograms() {
        int tried = 0;
        for (std::filesystem::recursive_directory_iterator file(NAMESCAPE_TESTS_DIR "/conformance"), end; file != end; ++file) {
            if (file->path().extension() != ".py") continue;
            const std::string text = read(file->path());
            const SyntaxTree tree = parse(text);
            const ProgramText program(tree);
            for (const ScopeOpening& opening : scopeOpeningsAround(tree, {0, static_cast<std::uint32_t>(text.size())})) {
                grantIn(text, program, opening);
                ++tried;
            }
        }
        QVERIFY(tried > 500);
    }

    void autoReuseIsCalledAsTheModuleIs() {
        const SyntaxTree tree = parse("with t.compat.v1.variable_scope('a'): pass\n");
        QCOMPARE(autoReuseFor(ProgramText(tree), *scopeOpeningAt(tree, 5)), std::string("t.compat.v1.AUTO_REUSE"));
    }

private:
    static std::string read(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static void grantIn(const std::string& text, const ProgramText& program, const ScopeOpening& opening) {
        ScopeWish wish = named(nameIn(opening.name) ? "wished" : "'wished'");
        if (opening.isVariableScope) wish.reuse = "wished_reuse";
        const std::string after = applied(editsFor(program, opening, wish), text);
        const SourceRange call = opening.call->range;
        QCOMPARE(after.substr(0, call.begin), text.substr(0, call.begin));
        QCOMPARE(after.substr(after.size() - (text.size() - call.end)), text.substr(call.end));
        const SyntaxTree tree = parse(after);
        const Result<ScopeOpening> again = scopeOpeningAt(tree, call.begin);
        QVERIFY2(again, after.c_str());
        QCOMPARE(nameIn(again->name), std::optional<std::string_view>("wished"));
        QCOMPARE(again->defaultName != nullptr, opening.defaultName != nullptr);
        if (!opening.isVariableScope) return;
        QCOMPARE(tree.text(again->reuse->range), std::string_view("wished_reuse"));
        const std::string without = applied(editsFor(ProgramText(tree), *again, reused("")), after);
        const SyntaxTree last = parse(without);
        const ScopeOpening withoutReuse = *scopeOpeningAt(last, call.begin);
        QVERIFY(!withoutReuse.reuse || withoutReuse.reuse->kind == ExpressionKind::None);
    }
};

QTEST_APPLESS_MAIN(ScopeOpeningTest)
#include "tst_scope_opening.moc"
