#include "script/library_trees.h"

#include <QTest>

#include <string>
#include <thread>
#include <vector>

using namespace namescape;

class LibraryTreesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextIsParsedOnce() {
        const SyntaxTree& tree = parsedLibrary("x = 1\n");
        QCOMPARE(tree.text(), std::string_view("x = 1\n"));
        QCOMPARE(&parsedLibrary(std::string("x = ") + "1\n"), &tree);
        QVERIFY(&parsedLibrary("x = 2\n") != &tree);
    }

    void manyThreadsGetOneTree() {
        std::vector<const SyntaxTree*> trees(4);
        std::vector<std::thread> threads;
        for (auto& tree : trees) threads.emplace_back([&tree] { tree = &parsedLibrary("y = [1, 2]\n"); });
        for (auto& thread : threads) thread.join();
        for (const SyntaxTree* tree : trees) QCOMPARE(tree, trees.front());
    }
};

QTEST_APPLESS_MAIN(LibraryTreesTest)
#include "tst_library_trees.moc"
