#include "graph/string_pool.h"

#include <QTest>

#include <string>
#include <vector>

using namespace namescape;

class StringPoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalTextsHaveOneId() {
        StringPool pool;
        const StringId id = pool.intern("scope/op");
        QVERIFY(pool.intern(std::string("scope/") + "op") == id);
        QVERIFY(pool.intern("scope/op_1") != id);
        QCOMPARE(pool.size(), std::size_t(3));  // with the empty one
    }
    void emptyTextIsIdNought() {
        StringPool pool;
        QCOMPARE(pool.intern("").value, 0u);
        QCOMPARE(pool[StringId{}], std::string_view());
    }
    void findsOnlyWhatIsThere() {
        StringPool pool;
        const StringId id = pool.intern("a");
        QVERIFY(pool.find("a") == id);
        QVERIFY(!pool.find("b"));
        QVERIFY(pool.find("") == StringId{});
    }
    void viewsStayValid() {
        StringPool pool;
        const std::string_view first = pool[pool.intern("first")];
        std::vector<StringId> ids;
        for (int i = 0; i < 10'000; ++i) ids.push_back(pool.intern(std::to_string(i)));
        QCOMPARE(first, std::string_view("first"));
        for (int i = 0; i < 10'000; ++i) QCOMPARE(std::string(pool[ids[static_cast<std::size_t>(i)]]), std::to_string(i));
    }
};

QTEST_GUILESS_MAIN(StringPoolTest)
#include "tst_string_pool.moc"
