#include "graph/names_in_use.h"

#include <QTest>

using namespace namescape;

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
    void manyNamesStayApart() {
        NamesInUse names;
        for (int i = 0; i < 100'000; ++i) QCOMPARE(names.unique("scope", "op"), i == 0 ? std::string("scope/op") : "scope/op_" + std::to_string(i));
        QCOMPARE(names.size(), std::size_t(100'000));
    }
};

QTEST_GUILESS_MAIN(NamesInUseTest)
#include "tst_names_in_use.moc"
