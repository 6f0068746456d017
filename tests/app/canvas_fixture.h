// A canvas with what it needs, anew for each test.
#pragma once

#include "app/widget_test.h"
#include "appearance/appearance.h"
#include "canvas/canvas.h"
#include "live/selection.h"

#include <QApplication>
#include <QObject>

#include <memory>

namespace namescape::test {

// To be derived from by a test class, whose slots of the test's beginning and end call these.
class CanvasFixture : public QObject {
protected:
    void makeAppearance() { m_appearance = std::make_unique<Appearance>(*qApp); }
    void dropAppearance() { m_appearance.reset(); }

    void makeCanvas() {
        failOnWarnings();
        m_appearance->setMotion(false);
        m_selection = std::make_unique<Selection>();
        m_canvas = std::make_unique<Canvas>(*m_selection, *m_appearance);
        m_canvas->resize(700, 500);
    }
    void dropCanvas() {
        m_canvas.reset();
        m_selection.reset();
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<Canvas> m_canvas;
};

}  // namespace namescape::test
