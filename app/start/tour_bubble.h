// A hint that points at a part of the window: a title, some words, how far one is, and the ways on.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace namescape {

class TourBubble : public QWidget {
    Q_OBJECT

public:
    // A child of the window; it lies over what else is there.
    explicit TourBubble(QWidget& window);

    void showHint(const QString& title, const QString& words, int number, int count);
    // Beside `target`, in the window's coordinates, on the side where there is room; it never lies upon it unless it fills the window.
    void pointAt(const QRect& target);
    // Gives it the keyboard.
    void takeKeyboard();

    QString title() const;
    QString progress() const;
    QPushButton& nextButton() { return *m_next; }
    QPushButton& backButton() { return *m_back; }
    QPushButton& dismissButton() { return *m_dismiss; }

Q_SIGNALS:
    void nextRequested();
    void backRequested();
    // It is not to come back.
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Side { None, Left, Right, Above, Below };

    QRect placeOn(Side side, const QRect& target) const;
    void readFont();

    QLabel* m_title;
    QLabel* m_words;
    QLabel* m_progress;
    QPushButton* m_dismiss;
    QPushButton* m_back;
    QPushButton* m_next;
    Side m_side = Side::None;  // of the target, where the bubble is
    QPoint m_tip;              // of its arrow, in its own coordinates
};

}  // namespace namescape
