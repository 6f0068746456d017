// The whole picture in a corner, with the part that is seen: dragging there moves the view.
#pragma once

#include <QImage>
#include <QWidget>

namespace namescape {

class Appearance;
class Canvas;

class Minimap : public QWidget {
    Q_OBJECT

public:
    Minimap(Canvas& canvas, const Appearance& appearance, QWidget* parent = nullptr);

    // Whether the user wants one. It is shown only where not all of the picture is seen anyway.
    void setWanted(bool isWanted);
    bool isWanted() const { return m_isWanted; }
    // The part of the widget that stands for what is seen.
    QRectF seenRect() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

Q_SIGNALS:
    // It is to be placed anew: its size is another one, or it is shown or hidden.
    void changed();

private:
    void readPicture();
    void readView();
    void renderImage();
    void moveViewTo(QPointF position);
    QRectF imageRect() const;

    Canvas& m_canvas;
    const Appearance& m_appearance;
    QImage m_image;
    bool m_isStale = true;
    bool m_isWanted = true;
    double m_scale = 1;  // pixels per point of the picture
};

}  // namespace namescape
