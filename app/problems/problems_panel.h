// The panel of problems: choose one to see its place, and its fixes before one is applied by a click or a key.
#pragma once

#include "pipeline/snapshot.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <vector>

class QLabel;
class QMenu;
class QModelIndex;
class QTreeView;

namespace namescape {

class Appearance;
class ProblemsModel;
class Selection;

class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    ProblemsPanel(Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    ProblemsModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }
    // Applies the fix of the problem that is current; where there are several, offers them.
    void fixCurrent();
    // Offers the fixes of the problem that is current.
    void offerFixes();

Q_SIGNALS:
    // The user wants a fix of this problem, both by their numbers in the snapshot.
    void fixRequested(std::uint32_t problem, std::uint32_t fix);
    // The user wants to see the fixes of problems before one is applied, near a place of the screen.
    void fixesRequested(const std::vector<std::uint32_t>& problems, const QRect& place);
    // The user wants to work at the problem's place.
    void placeRequested();
    // There is no fix for the current problem.
    void noFixFound();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void handleClick(const QModelIndex& index);
    void offerFixes(const QModelIndex& index);
    void showMenu(const QPoint& place);
    void addFixes(QMenu& menu, int row);
    void handleViewSelection();
    void showSelection();

    Selection& m_selection;
    ProblemsModel* m_model;
    QTreeView* m_view;
    QLabel* m_empty;
    bool m_isShowingSelection = false;
};

}  // namespace namescape
