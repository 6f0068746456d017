// What a screen reader finds in the picture.
#include "app/built_program.h"
#include "app/canvas_fixture.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace namescape;
using namespace namescape::test;

class CanvasAccessibleTest : public CanvasFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeAppearance(); }
    void cleanupTestCase() { dropAppearance(); }

    void init() {
        makeCanvas();
        const auto snapshot = builtProgram(sharingProgram).snapshot;
        m_selection->setSnapshots(snapshot, snapshot);
        m_canvas->showPicture(snapshot, Arrival::Fresh);
    }

    void cleanup() { dropCanvas(); }

    void theBoxesAreATreeByTheirScopes() {
        QCOMPARE(outline(*root(), 0), QStringLiteral("placeholder x\n"
                                                     "scope net, open\n"
                                                     "  variable w, shared by 2\n"
                                                     "  operation MatMul\n"
                                                     "scope net_1, open\n"
                                                     "  operation MatMul\n"));
    }

    void aBoxTellsWhereItIsAndWhatItIs() {
        QAccessibleInterface* variable = find(*root(), "variable w, shared by 2");
        QVERIFY(variable);
        QCOMPARE(variable->text(QAccessible::Description), QStringLiteral("net/w"));
        QCOMPARE(variable->role(), QAccessible::TreeItem);
        QCOMPARE(variable->parent()->text(QAccessible::Name), QStringLiteral("scope net, open"));
        QCOMPARE(variable->parent()->parent(), root());
        const QPoint middle = variable->rect().center();
        QCOMPARE(root()->childAt(middle.x(), middle.y()), variable);
        QCOMPARE(variable->parent()->indexOfChild(variable), 0);
    }

    void pressingSelectsAndSelectingIsTold() {
        QAccessibleInterface* variable = find(*root(), "variable w, shared by 2");
        QVERIFY(!variable->state().selected);
        variable->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_selection->current().name, std::string("net/w"));
        QVERIFY(variable->state().selected);
    }

    void aScopeCanBeClosed() {
        QAccessibleInterface* scope = find(*root(), "scope net, open");
        QVERIFY(scope->state().expandable && scope->state().expanded);
        const QSignalSpy closed(m_canvas.get(), &Canvas::closeRequested);
        scope->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(closed.size(), 1);
    }

    void anotherPictureHasOtherBoxes() {
        QVERIFY(find(*root(), "placeholder x"));
        m_canvas->showPicture(builtProgram("import tensorflow as tf\ny = tf.placeholder(tf.float32, [1], name='y')\n").snapshot, Arrival::Edited);
        QCOMPARE(outline(*root(), 0), QStringLiteral("placeholder y\n"));
        m_canvas->showPicture(nullptr, Arrival::Fresh);
        QCOMPARE(root()->childCount(), 0);
    }

private:
    QAccessibleInterface* root() const { return QAccessible::queryAccessibleInterface(m_canvas.get()); }

    static QString outline(const QAccessibleInterface& around, int depth) {
        QString text;
        for (int index = 0; index < around.childCount(); ++index) {
            const QAccessibleInterface* child = around.child(index);
            text += QString(2 * depth, u' ') + child->text(QAccessible::Name) + u'\n' + outline(*child, depth + 1);
        }
        return text;
    }

    static QAccessibleInterface* find(const QAccessibleInterface& around, const char* name) {
        for (int index = 0; index < around.childCount(); ++index) {
            QAccessibleInterface* child = around.child(index);
            if (child->text(QAccessible::Name) == QLatin1String(name)) return child;
            if (QAccessibleInterface* within = find(*child, name)) return within;
        }
        return nullptr;
    }
};

QTEST_MAIN(CanvasAccessibleTest)
#include "tst_canvas_accessible.moc"
