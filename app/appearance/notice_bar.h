// A strip that tells one thing that is the matter, and offers what can be done about it.
#pragma once

#include <QFrame>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace namescape {

class Appearance;
class BriefLabel;

enum class NoticeKind { Error, Warning, Hint };

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(const Appearance& appearance, QWidget* parent = nullptr);

    // Most lines that words take; what is longer is shortened.
    static constexpr int kMaxLines = 2;

    // Shows the words, plain text, without the buttons of the last notice.
    void showNotice(NoticeKind kind, const QString& words);
    // A button of the notice that is shown; `act` runs on a click.
    void addButton(const QString& words, std::function<void()> act);
    QString words() const;
    // Other words for the same notice: how far something is, say.
    void setWords(const QString& words);
    // Before a height is asked for: where there is little room, the buttons go below the words.
    void arrangeFor(int width);

Q_SIGNALS:
    // The user has closed it.
    void dismissed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void readColors();

    const Appearance& m_appearance;
    NoticeKind m_kind = NoticeKind::Hint;
    QString m_words;
    QLabel* m_icon;
    BriefLabel* m_label;
    QGridLayout* m_grid;
    QHBoxLayout* m_buttons;
    bool m_hasButtonsBelow = false;
    QToolButton* m_close;
};

}  // namespace namescape
