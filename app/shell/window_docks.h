// The panels around the picture: docks that can be closed, moved and floated, and a layout to come back to.
#pragma once

#include <QByteArray>
#include <QDockWidget>
#include <QObject>
#include <QString>

#include <vector>

class QMainWindow;
class QMenu;
class QTimer;

namespace namescape {

class WindowDocks : public QObject {
    Q_OBJECT

public:
    explicit WindowDocks(QMainWindow& window);

    // A dock of that name, with a title to show; the name is what a saved layout knows it by.
    QDockWidget* add(const char* name, const QString& title, QWidget* content);
    // Once all are added: where they are at first.
    void arrange();
    // The program alone, beside the picture, and its blocks behind it.
    void arrangeForAudience();
    // The width that the program has then.
    void shareWithAudience();
    // Where a layout comes from a larger window: gives the centre back its share of this one.
    void leaveRoomForCentre();
    // The switches that show and hide them.
    void addSwitches(QMenu& menu) const;
    // Opens the dock around `content`, brings it to the front and gives it the keyboard.
    void show(QWidget* content);
    // Takes the panel that has the keyboard out of the window, or puts it back where it was; and puts back all.
    void toggleFloating();
    void dockAll();
    // Gives the keyboard to the panel behind the one that has it, the window's centre and those under tabs included.
    void focusNext();
    QDockWidget* dock(const char* name) const;
    // Puts how many there are of what a dock lists behind its title, unless there is none; when it stays so for a moment.
    void setCount(const char* name, int count);
    // Where in the window a panel is to be seen, or the tab that it is behind; nothing where it is closed or floats.
    QRect placeOf(const char* name) const;

private:
    struct Count {
        QDockWidget* dock;
        QString title;  // without a number
        int count = 0;
    };

    void giveGraphDocksTheirWidth();
    void showCounts();

    QMainWindow& m_window;
    std::vector<QDockWidget*> m_docks;
    std::vector<Count> m_counts;
    QTimer* m_countTimer;
};

}  // namespace namescape
