// The middle of a window: its picture, or the start page in place of it, and what the page leads to.
#pragma once

#include "shell/window_services.h"

#include <QObject>
#include <QPointer>

class QStackedWidget;
class QWidget;

namespace namescape {

class MainWindow;
class StartPage;
class Tour;

class WindowStart : public QObject {
    Q_OBJECT

public:
    // `picture` becomes the centre's.
    WindowStart(MainWindow& window, const WindowServices& services, QWidget& picture);

    QStackedWidget& centre() { return *m_centre; }
    StartPage& page() { return *m_page; }

    bool isShown() const;
    // Shows the page with the files as they are now, and gives it the keyboard.
    void show();
    // Shows the picture; where the page had the keyboard, it goes back to where it was, or to the program.
    void hide();
    // A program has come: the page makes way for it, and who has come by it is offered the tour, once.
    void begin();

    void startTour();
    // Null before it was asked for.
    Tour* tour() { return m_tour; }
    // The tour takes the keyboard where it is shown and has not got it yet; whether it did.
    bool giveTourTheKeyboard();

private:
    void showFiles();
    void makeTour();
    void rememberKeyboard();
    void giveKeyboardBack();

    MainWindow& m_window;
    UserSettings& m_settings;
    QStackedWidget* m_centre;
    StartPage* m_page;
    QWidget& m_picture;
    Tour* m_tour = nullptr;
    QPointer<QWidget> m_before;  // had the keyboard before the page or the tour
    bool m_offersTour = false;
};

}  // namespace namescape
