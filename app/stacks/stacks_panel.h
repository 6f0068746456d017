// The panel that shows the scopes that are open at the selected place, with what is in force there.
#pragma once

#include "pipeline/scope_stacks.h"

#include <QWidget>

#include <memory>
#include <optional>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace namescape {

class Appearance;
class Selection;
class StackModel;
class StackView;

class StacksPanel : public QWidget {
    Q_OBJECT

public:
    StacksPanel(Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);

    StackView& nameScopes() { return *m_names.view; }
    StackView& variableScopes() { return *m_variables.view; }
    // "Run 2 of 8"; empty where the place ran once.
    QString runText() const;

public Q_SLOTS:
    void showNextRun() { chooseRun(+1); }
    void showPreviousRun() { chooseRun(-1); }

Q_SIGNALS:
    // The user wants to see a line of the program, from 1.
    void lineRequested(int line);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Side {
        StackModel* model = nullptr;
        StackView* view = nullptr;
    };

    Side makeSide(const QString& title, const Appearance& appearance);
    void makeChooser();
    std::optional<StackPlace> selectedPlace() const;
    std::optional<StackPlace> placeOfNode(const std::string& name) const;
    std::uint32_t cursorIn(SourceRange lines) const;
    void keepRun(StackPlace& place) const;
    void chooseRun(int step);
    void showPlace();
    void showStacks();
    void showEmpty();

    Selection& m_selection;
    std::shared_ptr<const Snapshot> m_snapshot;
    StackPlace m_place;
    PlaceRun m_run;  // that the user looks at
    QBoxLayout* m_sides = nullptr;
    QWidget* m_body = nullptr;
    Side m_names;
    Side m_variables;
    QWidget* m_chooser = nullptr;
    QLabel* m_runLabel = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QLabel* m_empty = nullptr;
};

}  // namespace namescape
