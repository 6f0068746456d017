// The one place that colours of the window come from, for the light and the dark theme.
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

#include <array>

class QApplication;

namespace namescape {

enum class ThemeChoice { System, Light, Dark };

// Colours beside those of the palette, named for what they are used for.
struct Colors {
    QColor window;
    QColor base;  // behind texts and tables
    QColor alternateBase;
    QColor text;
    QColor mutedText;
    QColor border;
    QColor hover;
    QColor accent;
    QColor accentText;  // upon the accent
    QColor selection;   // behind selected text
    QColor currentLine;
    QColor linkedLine;  // lines that belong to what is selected elsewhere
    QColor searchHit;
    QColor bracket;
    QColor error;
    QColor warning;
    QColor hint;
    QColor errorGround;  // behind a notice of that severity
    QColor warningGround;
    QColor hintGround;

    QColor keyword;
    QColor string;
    QColor number;
    QColor comment;
    QColor builtin;
    QColor definition;
    QColor operatorSign;
};

// The colours in force, and the signal that they have changed. One object for the application, handed to whoever paints.
class Appearance : public QObject {
    Q_OBJECT

public:
    // Takes the system's own choice from the palette that the application has at this moment.
    explicit Appearance(QApplication& application);

    ThemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_isDark; }
    const Colors& colors() const;
    // Whether things may glide: off on wish, and where the system asks for reduced motion.
    bool hasMotion() const { return m_hasMotion; }

    void choose(ThemeChoice choice);
    void setMotion(bool enabled);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication& m_application;
    bool m_isSystemDark;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_isDark = false;
    bool m_hasMotion = true;
};

// `share` of `to`, from 0 to 1, and the rest of `from`.
QColor mixed(const QColor& from, const QColor& to, double share);

// The font that programs are shown in.
QFont codeFont(int pointSize);

}  // namespace namescape
