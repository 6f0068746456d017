// The panel that finds operations and scopes of the graph, visible or not, lists them and goes to them.
#pragma once

#include "pipeline/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace namescape {

class FoundModel;
class NewestJob;
class Selection;

class FindPanel : public QWidget {
    Q_OBJECT

public:
    explicit FindPanel(Selection& selection, QWidget* parent = nullptr);

    // Searches it for what was searched for before.
    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    // Takes the keyboard, with what was looked for last.
    void open();
    // From the one that was gone to last, or the selected one; the last is followed by the first.
    void findNext();
    void findPrevious();

    FoundModel& model() { return *m_model; }
    QLineEdit& pattern() { return *m_pattern; }
    QTreeView& view() { return *m_view; }
    QString countText() const;
    bool isSearching() const;

Q_SIGNALS:
    // The user wants to see it, whatever scopes it is in.
    void goToRequested(const std::string& fullName);
    // Other nodes of the snapshot are found, or none are to be marked any more.
    void foundChanged(const std::shared_ptr<const namescape::Snapshot>& snapshot, const std::vector<namescape::NodeId>& nodes);
    // The user is done: the keyboard goes back to the picture.
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Search;

    void build();
    void search();
    void finish(Search& search);
    void clear();
    void step(int direction);
    void goTo(std::size_t hit);
    void showCount();
    void showEmptyState(const QString& failure = {});
    std::optional<std::size_t> hitOfSelection() const;

    Selection& m_selection;
    NewestJob* m_job;
    FoundModel* m_model;
    QLineEdit* m_pattern;
    QLabel* m_count;
    QTreeView* m_view;
    QLabel* m_empty;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::optional<std::size_t> m_current;  // the hit that was gone to
    QString m_note;
};

}  // namespace namescape
