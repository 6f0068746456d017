// One thing to begin with on the start page: a wide button with a title, some words below it, and the key that does the same.
#pragma once

#include <QAbstractButton>

class QLabel;
class QToolButton;

namespace namescape {

class BriefLabel;

class StartEntry : public QAbstractButton {
    Q_OBJECT

public:
    // Words take two lines at most.
    StartEntry(const char* iconName, const QString& title, const QString& words, const QString& key, QWidget* parent = nullptr);

    QString words() const;
    // Dimmed: what it stands for is not there now. It can still be pressed, and taken from the list.
    void setMissing();
    bool isMissing() const { return m_isMissing; }
    // Gives it a cross, seen while the pointer or the keyboard is on it; the Delete key does the same.
    void setRemovable();

    QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();

    QLabel* m_icon;
    BriefLabel* m_title;
    BriefLabel* m_words;
    QLabel* m_key;
    QToolButton* m_remove = nullptr;
    QByteArray m_iconName;
    bool m_isMissing = false;
};

}  // namespace namescape
