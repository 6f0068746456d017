#include "appearance/empty_hint.h"

#include <QAbstractScrollArea>
#include <QLabel>
#include <QVBoxLayout>

namespace namescape {

QLabel* addEmptyHint(QAbstractScrollArea& area) {
    auto* hint = new QLabel(&area);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* overlay = new QVBoxLayout(area.viewport());
    overlay->addWidget(hint);
    return hint;
}

}  // namespace namescape
