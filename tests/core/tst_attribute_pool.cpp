#include "graph/attribute_pool.h"

#include <QTest>

using namespace namescape;

namespace {

std::vector<Attribute> constant(double value) {
    return {{"value", std::make_shared<const ConstantValue>(ConstantValue{DataType::Float32, Shape::scalar(), std::vector<double>{value}})}};
}

}  // namespace

class AttributePoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalListsAreStoredOnce() {
        AttributePool pool;
        const auto id = pool.intern({{"shape", Shape{2, 3}}, {"name", std::string("v")}});
        QVERIFY(pool.intern({{"shape", Shape{2, 3}}, {"name", std::string("v")}}) == id);
        QVERIFY(pool.intern(constant(1.5)) == pool.intern(constant(1.5)));
        QCOMPARE(pool[id].size(), std::size_t(2));
        QCOMPARE(pool[id][1].name, std::string("name"));
    }
    void whatDiffersStaysApart() {
        AttributePool pool;
        const auto id = pool.intern({{"a", std::int64_t{1}}});
        QVERIFY(pool.intern({{"a", true}}) != id);
        QVERIFY(pool.intern({{"a", 1.0}}) != id);
        QVERIFY(pool.intern({{"b", std::int64_t{1}}}) != id);
        QVERIFY(pool.intern({{"a", std::int64_t{1}}, {"b", std::int64_t{1}}}) != id);
        QVERIFY(pool.intern(constant(0.0)) != pool.intern(constant(-0.0)));
    }
    void longConstantsAreComparedToTheEnd() {
        AttributePool pool;
        std::vector<std::int64_t> elements(1'000, 7);
        const auto id = pool.intern({{"list", elements}});
        elements.back() = 8;
        QVERIFY(pool.intern({{"list", elements}}) != id);
    }
    void noListIsIdNought() {
        AttributePool pool;
        QVERIFY(pool.intern({}) == AttributeListId{});
        pool.release({});
        QVERIFY(pool[{}].empty());
    }
    void aListStaysUntilAllHaveReleasedIt() {
        AttributePool pool;
        const auto id = pool.intern({{"a", true}});
        pool.intern({{"a", true}});
        pool.release(id);
        QCOMPARE(pool[id].size(), std::size_t(1));
        pool.release(id);
        QVERIFY(pool.intern({{"b", true}}) == id);  // its place is used again
        QCOMPARE(pool[id][0].name, std::string("b"));
    }
};

QTEST_GUILESS_MAIN(AttributePoolTest)
#include "tst_attribute_pool.moc"
