// Shows one stack as frames within each other, the innermost at the bottom.
#pragma once

#include <QListView>

namespace namescape {

class Appearance;
class StackModel;

class StackView : public QListView {
    Q_OBJECT

public:
    StackView(StackModel& model, const Appearance& appearance, QWidget* parent = nullptr);

    // Pixels between the borders of a frame and of the one in it.
    int indentation() const;
    int depth() const;

Q_SIGNALS:
    // The user wants to see what a row is about: a line of the program, from 1.
    void lineRequested(int line);
    // Left or right: the other stack is to have the keyboard.
    void otherRequested(Qt::Key key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void goTo(const QModelIndex& index);

    StackModel& m_model;
    const Appearance& m_appearance;
};

}  // namespace namescape
