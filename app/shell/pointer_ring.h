// A ring around the pointer, so that an audience sees where it is. It lets all clicks through.
#pragma once

#include <QWidget>

class QTimer;

namespace namescape {

class PointerRing : public QWidget {
    Q_OBJECT

public:
    // Over all that is in the window, while it is turned on and the pointer is there.
    explicit PointerRing(QWidget& window);

    void setOn(bool isOn);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QTimer* m_timer;
    bool m_isPressed = false;
};

}  // namespace namescape
