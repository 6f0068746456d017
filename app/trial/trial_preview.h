// Shows what would come of edits before anybody makes them: the lines, the problems and the names that would be other ones.
#pragma once

#include "trial/trial.h"

#include <QWidget>

class QLabel;
class QTimer;
class QTreeView;

namespace namescape {

class Appearance;
class ChangesModel;
class DifferenceView;

class TrialPreview : public QWidget {
    Q_OBJECT

public:
    explicit TrialPreview(const Appearance& appearance, QWidget* parent = nullptr);

    // The edits' ranges are of the snapshot's text.
    void tryOut(const std::shared_ptr<const Snapshot>& now, const std::vector<TextEdit>& edits);
    // Nothing is tried; says why.
    void clear(const QString& words);

    Trial& trial() { return *m_trial; }
    ChangesModel& names() { return *m_names; }
    DifferenceView& text() { return *m_text; }
    QTreeView& namesView() { return *m_namesView; }
    QString words() const;

private:
    void showStarted();
    void showOutcome();

    const Appearance& m_appearance;
    Trial* m_trial;
    DifferenceView* m_text;
    QLabel* m_words;
    ChangesModel* m_names;
    QTreeView* m_namesView;
    QTimer* m_slow;  // until it runs out, what was shown before stays: most trials take less
};

}  // namespace namescape
