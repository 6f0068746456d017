#include "lessons/lessons.h"

#include <QTest>

using namespace namescape;

class LessonsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void theyComeInOrderWithTheirTitles() {
        const std::vector<Lesson> all = lessons();
        QVERIFY(all.size() >= 3);
        for (std::size_t index = 0; index < all.size(); ++index) {
            QVERIFY(all[index].title.startsWith(QString::number(index + 1) + ". "));
            QVERIFY(all[index].text.contains("import tensorflow as tf"));
        }
    }

    void eachIsToldInOneSentence() {
        for (const Lesson& lesson : lessons()) {
            QVERIFY2(lesson.summary.endsWith(u'.'), qPrintable(lesson.summary));
            QCOMPARE(lesson.summary.indexOf(QLatin1String(". ")), -1);
            QVERIFY2(!lesson.summary.contains(u'#'), qPrintable(lesson.summary));
        }
        QCOMPARE(lessons().front().summary, QStringLiteral("A name scope is a prefix for operations."));
    }

    // What the editor shows of a line where the window is 1280 points wide.
    void theirLinesFitIntoASmallWindow() {
        constexpr qsizetype widest = 56;
        for (const Lesson& lesson : lessons())
            for (const QString& line : lesson.text.split(u'\n')) QVERIFY2(line.size() <= widest, qPrintable(lesson.title + ": " + line));
    }
};

QTEST_GUILESS_MAIN(LessonsTest)
#include "tst_lessons.moc"
