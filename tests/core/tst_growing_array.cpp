#include "support/growing_array.h"

#include <QTest>

#include <vector>

using namespace namescape;

class GrowingArrayTest : public QObject {
    Q_OBJECT

    static std::vector<int> valuesOf(const GrowingArray<int>& array) { return {array.begin(), array.end()}; }

private Q_SLOTS:
    void keepsItsValuesWhenItGrowsAndShrinks() {
        GrowingArray<int> array;
        std::vector<int> expected;
        for (int i = 0; i < 100'000; ++i) {
            array.push_back(i);
            expected.push_back(i);
        }
        QCOMPARE(valuesOf(array), expected);
        array.shrink_to_fit();
        QCOMPARE(array.capacity(), array.size());
        QCOMPARE(valuesOf(array), expected);
        array.push_back(array[7]);
        QCOMPARE(array[100'000], 7);
    }
    void appendsNothingOrMuch() {
        GrowingArray<int> array;
        array.append({});
        QVERIFY(array.empty());
        const std::vector<int> many(1000, 3);
        array.append(many);
        QCOMPARE(valuesOf(array), many);
    }
    void whatWasMovedFromIsEmpty() {
        GrowingArray<int> array;
        array.push_back(1);
        GrowingArray<int> other = std::move(array);
        array.push_back(2);
        QCOMPARE(valuesOf(array), std::vector{2});
        other = std::move(array);
        QCOMPARE(valuesOf(other), std::vector{2});
        QVERIFY(array.empty());
    }
    void truncatingNeverAdds() {
        GrowingArray<int> array;
        for (const int value : {1, 2, 3}) array.push_back(value);
        array.truncate(5);
        QCOMPARE(valuesOf(array), (std::vector{1, 2, 3}));
        array.truncate(1);
        QCOMPARE(valuesOf(array), std::vector{1});
        array.truncate(0);
        array.shrink_to_fit();
        QCOMPARE(array.capacity(), std::size_t(0));
    }
    void moreThanThereIsThrows() {
        GrowingArray<int> array;
        array.push_back(1);
        QVERIFY_EXCEPTION_THROWN(array.reserve(SIZE_MAX / 2), std::bad_alloc);
        QCOMPARE(valuesOf(array), std::vector{1});
    }
};

QTEST_APPLESS_MAIN(GrowingArrayTest)
#include "tst_growing_array.moc"
