#include "blocks/code_fields.h"

#include <QTest>

using namespace namescape;

class CodeFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTextsNumbersAndListsAreFields_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("scope") << "with tf.variable_scope('a', reuse=True)" << QStringList{"a", "True"};
        QTest::newRow("variable") << "v = tf.get_variable(\"v\", [1, 2], initializer=zeros)" << QStringList{"v", "v", "[1, 2]", "zeros"};
        QTest::newRow("operation") << "y = tf.nn.relu(x)" << QStringList{"y", "relu", "x"};
        QTest::newRow("function") << "def layer(x)" << QStringList{"layer", "x"};
        QTest::newRow("comparison") << "assert v.name == 'foo/v:0'" << QStringList{"v.name", "foo/v:0"};
        QTest::newRow("empty-text") << "tf.zeros([], name='')" << QStringList{"zeros", "[]", ""};
        QTest::newRow("escaped-quote") << "a = 'it\\'s'" << QStringList{"a", "it\\'s"};
        QTest::newRow("letters") << QString::fromUtf8("größe = 1.5") << QStringList{QString::fromUtf8("größe"), "1.5"};
        QTest::newRow("none") << "pass" << QStringList{};
    }

    void namesTextsNumbersAndListsAreFields() {
        QFETCH(QString, line);
        QFETCH(QStringList, fields);
        QStringList found;
        for (const CodeField& field : fieldsOf(line)) found += line.mid(field.begin, field.length);
        QCOMPARE(found, fields);
    }

    void oneGoesAroundAtTheEnds() {
        const std::vector<CodeField> fields = fieldsOf("v = f('w')");
        QCOMPARE(fields.size(), 3U);
        QCOMPARE(fieldBeside(fields, -1, 1), fields[0]);
        QCOMPARE(fieldBeside(fields, 0, 1), fields[1]);
        QCOMPARE(fieldBeside(fields, fields[2].begin, 1), fields[0]);
        QCOMPARE(fieldBeside(fields, 0, -1), fields[2]);
        QCOMPARE(fieldBeside({}, 0, 1), CodeField{});
    }
};

QTEST_MAIN(CodeFieldsTest)
#include "tst_code_fields.moc"
