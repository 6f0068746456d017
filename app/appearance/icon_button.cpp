#include "appearance/icon_button.h"

#include "appearance/icons.h"

#include <QToolButton>

namespace namescape {

QToolButton* makeIconButton(const char* iconName, const QString& words, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(words);
    button->setAccessibleName(words);
    return button;
}

}  // namespace namescape
