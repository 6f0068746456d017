#include "graph/names_in_use.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <random>

using namespace namescape;

namespace {

// The rule as TensorFlow writes it, with every name an entry.
std::string plainUnique(std::map<std::string, int>& names, const std::string& name, bool isMarking) {
    std::string key = name;
    std::ranges::transform(key, key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::string stem = key;
    int count = names.contains(key) ? names[key] : 0;
    if (isMarking) names[key] = count + 1;
    if (count == 0) return name;
    while (names.contains(key)) key = stem + "_" + std::to_string(count++);
    if (isMarking) names[key] = 1;
    return name + "_" + std::to_string(count - 1);
}

std::string randomName(std::mt19937& random) {
    std::string name = std::array{"a", "A", "b", "a/b"}[random() % 4];
    for (auto parts = random() % 3; parts > 0; --parts) name += std::array{"_1", "_2", "_3", "_01", "_0", "_", "_10", "3"}[random() % 8];
    return name;
}

}  // namespace

class NamesInUseTest : public QObject {
    Q_OBJECT

private:
    static QStringList taken(const std::vector<const char*>& asked) {
        NamesInUse names;
        QStringList result;
        for (const char* name : asked) result << QString::fromStdString(names.unique("", name));
        return result;
    }

private Q_SLOTS:
    void suffixesCountPerAskedName() { QCOMPARE(taken({"x", "x", "x_1", "x_1", "x"}), QStringList({"x", "x_1", "x_1_1", "x_1_2", "x_2"})); }
    void capitalsClashAndStay() { QCOMPARE(taken({"Foo", "foo", "FOO"}), QStringList({"Foo", "foo_1", "FOO_2"})); }
    void suffixesThatAreTakenAreSkipped() { QCOMPARE(taken({"a", "a_1", "a"}), QStringList({"a", "a_1", "a_2"})); }
    void scopesArePutInFront() {
        NamesInUse names;
        QCOMPARE(names.unique("s/t", "x"), "s/t/x");
        QCOMPARE(names.unique("s", "t/x"), "s/t/x_1");
    }
    void lookingOnlyTakesNothing() {
        NamesInUse names;
        QCOMPARE(names.unique("", "u"), "u");
        QCOMPARE(names.unique("", "u", NamesInUse::Mark::LookOnly), "u_1");
        QCOMPARE(names.unique("", "u", NamesInUse::Mark::LookOnly), "u_1");
        QCOMPARE(names.unique("", "u"), "u_1");
        QVERIFY(names.contains("U_1"));
        QVERIFY(!names.contains("u_2"));
    }
    void followsThePlainRule() {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            NamesInUse names;
            std::map<std::string, int> plain;
            for (int step = 0; step < 200; ++step) {
                const std::string name = randomName(random);
                const bool isMarking = random() % 8 != 0;
                QCOMPARE(names.unique("", name, isMarking ? NamesInUse::Mark::Used : NamesInUse::Mark::LookOnly), plainUnique(plain, name, isMarking));
                const std::string other = randomName(random);
                std::string key = other;
                std::ranges::replace(key, 'A', 'a');
                QCOMPARE(names.contains(other), plain.contains(key));
            }
        }
    }
    void tellsWhoTookAName() {
        NamesInUse names;
        names.unique("s", "a", NamesInUse::Mark::Used, 11);
        names.unique("s", "a_2", NamesInUse::Mark::Used, 12);
        for (std::uint32_t i = 0; i < 100; ++i) names.unique("s", "A", NamesInUse::Mark::Used, 100 + i);  // a_1, a_3, a_4 …
        names.unique("s", "a_3", NamesInUse::Mark::Used, 13);                                            // a_3_1
        const auto told = [&](const char* name) {
            const auto taking = names.taking(name);
            return taking ? QString("%1 %2").arg(taking->origin).arg(taking->suffixLength) : QString("nobody");
        };
        QCOMPARE(told("s/a"), "11 0");
        QCOMPARE(told("s/a_1"), "100 2");
        QCOMPARE(told("s/a_2"), "12 0");
        QCOMPARE(told("s/A_3"), "101 2");
        QCOMPARE(told("s/a_3_1"), "13 2");
        QCOMPARE(told("s/a_101"), "199 4");
        QCOMPARE(told("s/a_102"), "nobody");
        QCOMPARE(told("t/a"), "nobody");
    }
    void manyNamesStayApart() {
        NamesInUse names;
        for (int i = 0; i < 100'000; ++i) QCOMPARE(names.unique("scope", "op"), i == 0 ? std::string("scope/op") : "scope/op_" + std::to_string(i));
        QCOMPARE(names.size(), std::size_t(100'000));
    }
};

QTEST_GUILESS_MAIN(NamesInUseTest)
#include "tst_names_in_use.moc"
