#include "explain/argument_choices.h"
#include "explain/call_form.h"
#include "rewrite/block_edits.h"
#include "api/evaluation.h"
#include "syntax/syntax_walk.h"

#include <QTest>

#include <algorithm>

using namespace namescape;

namespace {

// The last call that a statement of the program is.
const CallExpression& lastCall(const SyntaxTree& tree) {
    const Statement& statement = *tree.module().body.statements.back();
    if (statement.kind == StatementKind::With) return as<CallExpression>(*as<WithStatement>(statement).items.front().context);
    return as<CallExpression>(*as<ExpressionStatement>(statement).value);
}

QStringList namesOf(const CallForm& form) {
    QStringList names;
    for (const CallParameter& parameter : form.parameters) names += QString::fromStdString(parameter.name);
    return names;
}

const CallParameter& parameterOf(const CallForm& form, std::string_view name) {
    const auto found = std::find_if(form.parameters.begin(), form.parameters.end(), [=](const CallParameter& each) { return each.name == name; });
    if (found == form.parameters.end()) qFatal("no parameter of that name");
    return *found;
}

}  // namespace

class CallFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parametersAreThoseOfTheFunction_data() {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("names");
        QTest::newRow("variable_scope") << QByteArray("with tf.variable_scope('a', reuse=True):\n    pass\n")
                                        << "name_or_scope default_name values initializer regularizer caching_device partitioner custom_getter reuse dtype use_resource constraint auxiliary_name_scope";
        QTest::newRow("of-the-library") << QByteArray("tf.layers.flatten(1)\n") << "inputs name data_format";
        QTest::newRow("an-alias") << QByteArray("import tensorflow.compat.v1 as t1\nwith t1.name_scope('a'):\n    pass\n") << "name default_name values";
        QTest::newRow("from") << QByteArray("from tensorflow.nn import relu\nrelu(1.0)\n") << "features name";
        QTest::newRow("a-class") << QByteArray("tf.Variable(1.0)\n")
                                 << "initial_value trainable collections validate_shape caching_device name variable_def dtype expected_shape import_scope constraint use_resource synchronization "
                                    "aggregation shape";
        QTest::newRow("own") << QByteArray("def layer(x, units=3, *more, bias):\n    pass\nlayer(1)\n") << "x units bias";
        QTest::newRow("unknown") << QByteArray("x = 1\nx.f(1, a=2, *b, **c)\n") << " a * **";
        QTest::newRow("no-such-name") << QByteArray("tf.no_such_thing(1)\n") << "";
    }

    void parametersAreThoseOfTheFunction() {
        QFETCH(QByteArray, program);
        QFETCH(QString, names);
        CallForms forms;
        const SyntaxTree tree = parse(program.toStdString());
        QCOMPARE(namesOf(forms.formOf(tree, lastCall(tree))).join(u' '), names);
    }

    void whatIsWrittenStandsAtItsParameter() {
        CallForms forms;
        const SyntaxTree tree = parse("tf.get_variable('v', [2, 3], initializer=tf.zeros_initializer())\n");
        const CallForm form = forms.formOf(tree, lastCall(tree));
        QVERIFY(form.isKnown);
        QCOMPARE(parameterOf(form, "name").written, "'v'");
        QVERIFY(parameterOf(form, "name").isRequired);
        QCOMPARE(parameterOf(form, "shape").written, "[2, 3]");
        QCOMPARE(parameterOf(form, "initializer").written, "tf.zeros_initializer()");
        QCOMPARE(parameterOf(form, "regularizer").defaultText, "None");
        QVERIFY(!parameterOf(form, "regularizer").isGiven());
    }

    void reuseHasThreeChoices() {
        CallForms forms;
        const SyntaxTree tree = parse("import tensorflow as flow\nwith flow.variable_scope('a'):\n    pass\n");
        QCOMPARE(parameterOf(forms.formOf(tree, lastCall(tree)), "reuse").choices, (std::vector<std::string>{"None", "True", "flow.AUTO_REUSE"}));
    }

    void namesThatAreVisibleAreOffered() {
        CallForms forms;
        const SyntaxTree tree = parse("a = 1\nb, c = 2, 3\ndef f(hidden):\n    inside = 1\nfor i in d:\n    e = 1\ntf.add(a, a)\nlater = 1\ntf.add(1, 2)\n");
        const auto& first = as<CallExpression>(*as<ExpressionStatement>(*tree.module().body.statements[4]).value);
        QCOMPARE(parameterOf(forms.formOf(tree, first), "y").choices, (std::vector<std::string>{"e", "i", "c", "b"}));
    }

    void insideAFunctionItsOwnNamesAreOffered() {
        const SyntaxTree tree = parse("a = 1\ndef f(x):\n    y = x\n    g(y)\n");
        QCOMPARE(namesBefore(tree, static_cast<std::uint32_t>(tree.text().find("g(y)"))), (std::vector<std::string>{"y", "x", "a"}));
    }

    void whatIsOfferedIsValid_data() {
        QTest::addColumn<QByteArray>("parameter");
        for (const char* parameter : {"reuse", "dtype", "initializer", "regularizer", "activation", "partitioner", "trainable", "shape", "collections", "synchronization", "aggregation", "axis",
                                      "device_name_or_function", "padding", "data_format", "perm"})
            QTest::newRow(parameter) << QByteArray(parameter);
    }

    void whatIsOfferedIsValid() {
        QFETCH(QByteArray, parameter);
        const std::vector<std::string> choices = argumentChoices(SyntaxTree(), 0, "tf.f", parameter.toStdString(), "tf");
        QVERIFY(choices.size() >= 1);
        for (const std::string& choice : choices) {
            const Evaluation evaluation = evaluate(parse("import tensorflow as tf\nx = " + choice + "\n"), "program.py");
            QVERIFY2(!evaluation.error && evaluation.diagnostics.empty(), choice.c_str());
        }
    }

    void argumentsAreEdited_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("another-value") << QByteArray("tf.constant(1,  name='c')  # c\n") << QByteArray("name") << QByteArray("'d'") << QByteArray("tf.constant(1,  name='d')  # c\n");
        QTest::newRow("a-positional-one") << QByteArray("tf.get_variable('v', [1])\n") << QByteArray("shape") << QByteArray(" [2, 3] ") << QByteArray("tf.get_variable('v', [2, 3])\n");
        QTest::newRow("a-new-one") << QByteArray("tf.get_variable('v', [1])\n") << QByteArray("trainable") << QByteArray("False") << QByteArray("tf.get_variable('v', [1], trainable=False)\n");
        QTest::newRow("the-first") << QByteArray("tf.no_op()\n") << QByteArray("name") << QByteArray("'n'") << QByteArray("tf.no_op(name='n')\n");
        QTest::newRow("taken-away") << QByteArray("tf.constant(1, name='c')\n") << QByteArray("name") << QByteArray("") << QByteArray("tf.constant(1)\n");
        QTest::newRow("the-only-one") << QByteArray("tf.no_op(\n    name='n',\n)\n") << QByteArray("name") << QByteArray("") << QByteArray("tf.no_op(\n)\n");
        QTest::newRow("the-same") << QByteArray("tf.constant(1, name='c')\n") << QByteArray("name") << QByteArray("'c'") << QByteArray("tf.constant(1, name='c')\n");
        QTest::newRow("none-to-take-away") << QByteArray("tf.constant(1)\n") << QByteArray("name") << QByteArray("") << QByteArray("tf.constant(1)\n");
    }

    void argumentsAreEdited() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, parameter);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, after);
        CallForms forms;
        const SyntaxTree tree = parse(before.toStdString());
        const CallExpression& call = lastCall(tree);
        const CallForm form = forms.formOf(tree, call);
        const auto edits = editOfArgument(tree, call, parameterOf(form, parameter.toStdString()), value.toStdString());
        QVERIFY(edits);
        QCOMPARE(QByteArray::fromStdString(applied(*edits, tree.text())), after);
    }

    void whatIsNoExpressionIsRefused_data() {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"1, 2", "(", "1) + f(x=2", "a=", "1\nb", "# nothing", "*a", "x = 1", "'", ")", "1, y=2"}) QTest::newRow(value) << QByteArray(value);
    }

    void whatIsNoExpressionIsRefused() {
        QFETCH(QByteArray, value);
        CallForms forms;
        const SyntaxTree tree = parse("tf.constant(1)\n");
        const CallForm form = forms.formOf(tree, lastCall(tree));
        QVERIFY(!editOfArgument(tree, lastCall(tree), parameterOf(form, "value"), value.toStdString()));
    }

    void whatCannotStandThereIsRefused_data() {
        QTest::addColumn<QByteArray>("program");
        QTest::newRow("beside-a-generator") << QByteArray("tf.add_n(t for t in x)\n");
        QTest::newRow("without-closing-bracket") << QByteArray("tf.no_op(\n");
    }

    void whatCannotStandThereIsRefused() {
        QFETCH(QByteArray, program);
        CallForms forms;
        const SyntaxTree tree = parse(program.toStdString());
        const CallForm form = forms.formOf(tree, lastCall(tree));
        QVERIFY(!editOfArgument(tree, lastCall(tree), parameterOf(form, "name"), "'n'"));
    }

    void withinATextNoLinesAreBroken() {
        CallForms forms;
        const SyntaxTree tree = parse("f'{len(x)}'\n");
        const CallExpression* call = nullptr;
        walkSyntax(tree.module().body, [](const Statement&) {}, [&](const Expression& each) { call = each.kind == ExpressionKind::Call ? &as<CallExpression>(each) : call; });
        QVERIFY(call);
        const CallForm form = forms.formOf(tree, *call);
        QVERIFY(!editOfArgument(tree, *call, form.parameters.front(), "g(\n1)"));
        QVERIFY(editOfArgument(tree, *call, form.parameters.front(), "y"));
    }
};

QTEST_APPLESS_MAIN(CallFormTest)
#include "tst_call_form.moc"
