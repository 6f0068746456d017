// A tour of the window: hints, one after the other, each beside what it is about. Never in the way: the window works as always.
#pragma once

#include <QObject>
#include <QRect>
#include <QString>

#include <functional>
#include <vector>

class QTimer;
class QWidget;

namespace namescape {

class TourBubble;

struct TourStop {
    QString title;
    QString words;
    // Where it points to, in the window's coordinates; nothing while that is not to be seen: then the stop is left out.
    std::function<QRect()> place;
};

class Tour : public QObject {
    Q_OBJECT

public:
    Tour(QWidget& window, std::vector<TourStop> stops);

    void start();
    void end();
    bool isRunning() const { return m_isRunning; }
    TourBubble& bubble() { return *m_bubble; }

Q_SIGNALS:
    // The user has seen all of it, or wants no more.
    void finished(bool hadKeyboard);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::vector<std::size_t> stopsInSight() const;
    void go(int direction);
    void finish();
    void showStop();
    void follow();

    QWidget& m_window;
    std::vector<TourStop> m_stops;
    TourBubble* m_bubble;
    QTimer* m_timer;
    std::size_t m_current = 0;
    QRect m_place;
    bool m_isRunning = false;
};

}  // namespace namescape
