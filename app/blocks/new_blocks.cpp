#include "blocks/new_blocks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace namescape {

namespace {

struct Palette {
    Q_DECLARE_TR_FUNCTIONS(namescape::Palette)
};

QString lines(const char* text) { return QString::fromLatin1(text); }

}  // namespace

const std::vector<NewBlock>& newBlocks() {
    static const std::vector<NewBlock> all{
        {QStringLiteral("&name_scope"), BlockKind::NameScope, lines("with tf.name_scope('scope'):\n    pass\n")},
        {QStringLiteral("&variable_scope"), BlockKind::VariableScope, lines("with tf.variable_scope('scope'):\n    pass\n")},
        {QStringLiteral("&get_variable"), BlockKind::GetVariable, lines("v = tf.get_variable('v', [1])\n")},
        {QStringLiteral("Va&riable"), BlockKind::Variable, lines("v = tf.Variable(0.0, name='v')\n")},
        {QStringLiteral("&placeholder"), BlockKind::Placeholder, lines("x = tf.placeholder(tf.float32, [None, 1], name='x')\n")},
        {QStringLiteral("&constant"), BlockKind::Constant, lines("c = tf.constant(1.0, name='c')\n")},
        {Palette::tr("&operation"), BlockKind::Operation, lines("y = tf.add(1.0, 2.0, name='y')\n")},
        {QStringLiteral("&assert"), BlockKind::Assert, lines("assert True\n")},
        {QStringLiteral("d&ef"), BlockKind::Function, lines("def layer(x):\n    return x\n")},
        {Palette::tr("ca&ll"), BlockKind::Call, lines("layer(1.0)\n")},
        {QStringLiteral("&for"), BlockKind::For, lines("for i in range(2):\n    pass\n")},
        {QStringLiteral("&if"), BlockKind::If, lines("if True:\n    pass\n")},
        {QStringLiteral("tr&y"), BlockKind::Try, lines("try:\n    pass\nexcept ValueError as error:\n    print(error)\n")},
        {Palette::tr("&device"), BlockKind::With, lines("with tf.device('/cpu:0'):\n    pass\n")},
        {Palette::tr("con&trol dependencies"), BlockKind::With, lines("with tf.control_dependencies([]):\n    pass\n")},
        {Palette::tr("&statement"), BlockKind::Statement, lines("pass\n")},
        {Palette::tr("co&mment"), BlockKind::Comment, lines("# comment\n")},
    };
    return all;
}

bool isNewBlock(const QString& statements) {
    return std::any_of(newBlocks().begin(), newBlocks().end(), [&](const NewBlock& block) { return block.statements == statements; });
}

QString withFreshNames(const QString& statements, const QString& program) {
    const auto isIn = [](const QString& name, const QString& text) { return text.contains(QRegularExpression(QStringLiteral("\\b%1\\b").arg(name))); };
    QString fresh = statements;
    for (const char* word : {"scope", "v", "x", "c", "y", "i", "layer"}) {
        const QString name = QString::fromLatin1(word);
        if (!isIn(name, statements) || !isIn(name, program)) continue;
        // A function that is there is what one would call.
        if (name == QLatin1String("layer") && !statements.startsWith(QLatin1String("def "))) continue;
        int number = 2;
        while (isIn(name + QString::number(number), program)) ++number;
        fresh.replace(QRegularExpression(QStringLiteral("\\b%1\\b").arg(name)), name + QString::number(number));
    }
    return fresh;
}

const std::vector<Wrapping>& wrappings() {
    static const std::vector<Wrapping> all{
        {QStringLiteral("&name_scope"), lines("with tf.name_scope('scope')")},
        {QStringLiteral("&variable_scope"), lines("with tf.variable_scope('scope')")},
        {Palette::tr("variable_scope with &AUTO_REUSE"), lines("with tf.variable_scope('scope', reuse=tf.AUTO_REUSE)")},
        {Palette::tr("&device"), lines("with tf.device('/cpu:0')")},
        {QStringLiteral("&for"), lines("for i in range(2)")},
        {QStringLiteral("&if"), lines("if True")},
    };
    return all;
}

}  // namespace namescape
