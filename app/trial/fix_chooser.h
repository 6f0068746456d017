// The fixes of some problems in a list, each with a preview of what it would change; a key or a click applies the one that is chosen.
#pragma once

#include "pipeline/snapshot.h"

#include <QFrame>

#include <cstdint>
#include <memory>
#include <vector>

class QListWidget;
class QPushButton;

namespace namescape {

class Appearance;
class BriefLabel;
class Document;
class TrialPreview;

// Pops up, and goes as soon as the text is another one than the fixes are for.
class FixChooser : public QFrame {
    Q_OBJECT

public:
    FixChooser(Document& document, const Appearance& appearance, QWidget* parent);

    // Near a place of the screen. Nothing where none of the problems has a fix, or where the snapshot is of another text: returns whether it is shown.
    bool offer(const std::shared_ptr<const Snapshot>& snapshot, const std::vector<std::uint32_t>& problems, const QRect& place);
    // As one step of undo.
    void applyCurrent();

    QListWidget& list() { return *m_list; }
    TrialPreview& preview() { return *m_preview; }

protected:
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Offer {
        std::uint32_t problem = 0, fix = 0;
    };

    void build();
    void showBorder(const Appearance& appearance);
    void showCurrent();
    void placeNear(const QRect& place);
    const Fix* current() const;

    Document& m_document;
    std::shared_ptr<const Snapshot> m_snapshot;  // null while it is hidden
    std::vector<Offer> m_offers;                 // by row
    BriefLabel* m_problem;
    QListWidget* m_list;
    QPushButton* m_apply;
    TrialPreview* m_preview;
};

}  // namespace namescape
