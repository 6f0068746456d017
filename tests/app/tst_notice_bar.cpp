// The strip that tells what is the matter.
#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "appearance/brief_label.h"
#include "appearance/notice_bar.h"

#include <QApplication>
#include <QLayout>
#include <QPushButton>
#include <QTest>

using namespace namescape;

class NoticeBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void itsHeightCountsTheButtonsAtOnce() {
        Appearance appearance(*qApp);
        QWidget window;
        window.resize(700, 200);
        NoticeBar notice(appearance, &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        notice.showNotice(NoticeKind::Error, QStringLiteral("Line 38: AttributeError: 'VariableScope' object has no attribute 'reusex', and more\nThe picture is from before."));
        for (const char* words : {"Show", "Draw up to the error"}) notice.addButton(QString::fromLatin1(words), [] {});
        const int height = notice.heightForWidth(560);
        QCoreApplication::processEvents();
        QCOMPARE(notice.heightForWidth(560), height);
        QVERIFY(height >= 2 * notice.fontMetrics().height());
    }

    void itTakesTwoLinesOfWordsAtMost() {
        Appearance appearance(*qApp);
        NoticeBar notice(appearance);
        notice.showNotice(NoticeKind::Error, QStringLiteral("word ").repeated(500));
        notice.addButton(QStringLiteral("Act"), [] {});
        for (const int width : {300, 560, 900}) QVERIFY(notice.heightForWidth(width) < 4 * notice.fontMetrics().lineSpacing());
        QCOMPARE(notice.words().size(), 2500);
    }

    void inANarrowPlaceTheButtonsGoBelowTheWords() {
        Appearance appearance(*qApp);
        QWidget window;
        NoticeBar notice(appearance, &window);
        notice.showNotice(NoticeKind::Error, QStringLiteral("Line 38: AttributeError: 'VariableScope' object has no attribute 'reusex'"));
        notice.addButton(QStringLiteral("Show"), [] {});
        for (const int width : {250, 900}) {
            notice.arrangeFor(width);
            notice.resize(width, notice.heightForWidth(width));
            notice.layout()->activate();
            const QRect label = notice.findChild<BriefLabel*>()->geometry();
            const QRect button = notice.findChild<QPushButton*>()->geometry();
            QCOMPARE(button.top() > label.bottom(), width == 250);
            QVERIFY(label.width() > 150);
            QVERIFY2(notice.rect().contains(button) && notice.rect().contains(label), qPrintable(QString("%1 %2").arg(button.bottom()).arg(notice.height())));
        }
    }

    void aButtonActsAndGoesWithItsNotice() {
        Appearance appearance(*qApp);
        NoticeBar notice(appearance);
        int count = 0;
        notice.showNotice(NoticeKind::Hint, QStringLiteral("One"));
        notice.addButton(QStringLiteral("Act"), [&] { ++count; });
        notice.findChild<QPushButton*>()->click();
        QCOMPARE(count, 1);
        notice.showNotice(NoticeKind::Hint, QStringLiteral("Two"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!notice.findChild<QPushButton*>());
    }
};

QTEST_MAIN(NoticeBarTest)
#include "tst_notice_bar.moc"
