// The panel of blocks: the program as nested blocks, to look at and to edit. Every edit is an edit of the text.
#pragma once

#include "rewrite/block_edits.h"
#include "live/live_build.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <vector>

class QAction;
class QKeySequence;
class QLabel;
class QMenu;
class QSplitter;
class QTreeView;

namespace namescape {

class Appearance;
class BlockDetails;
class BlockPalette;
class BlocksModel;
struct CallParameter;
class Document;

class BlocksPanel : public QWidget {
    Q_OBJECT

public:
    BlocksPanel(Document& document, const Appearance& appearance, QWidget* parent = nullptr);
    ~BlocksPanel() override;

    // What the newest text came to.
    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    // The text cursor stands in this line, from 1: its block becomes the current one.
    void showLine(int line);

    BlocksModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }
    BlockDetails& details() { return *m_details; }
    BlockPalette& palette() { return *m_palette; }
    // All that can be done, each with its key; for a menu.
    const QList<QAction*>& blockActions() const { return m_actions; }

public Q_SLOTS:
    // On the selected blocks, or the current one.
    void removeSelected();
    void duplicateSelected();
    void moveSelected(int rows);
    void moveOut();
    void moveIn();
    void toggleSelected();
    void wrapSelected(const QString& header);
    void unwrapCurrent();
    void cut();
    void copy();
    void paste();
    void selectAll();
    // Opens the current block's arguments; of one that has none, its line.
    void editArguments();
    // Looks at the next or the previous one of the current block's runs, or at all of them.
    void showNextRun();
    void showPreviousRun();
    // Behind the current block, or at its beginning where it can have blocks inside and is open.
    void insert(const QString& statements);
    // The same with names that nobody has yet, and what is to be written in it selected.
    void insertNew(const QString& statements);

Q_SIGNALS:
    // The user chose a block: its line, from 1.
    void lineRequested(int line);
    // The user looks at one run of a block: the scope that it opened, or the variable that it asked for.
    void scopeChosen(const QString& fullName);
    void variableChosen(const QString& name);
    // Why an edit cannot be made.
    void refused(const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    using Edit = Result<TextEdits>;
    enum class Imports { None, MayBeFirst };

    void build(const Appearance& appearance);
    void makeActions();
    QAction* make(const QString& text, const QKeySequence& keys, void (BlocksPanel::*slot)());
    void makeMenuAction(const QString& text, const QKeySequence& keys, QMenu* menu);
    void insertAt(const QString& statements, BlockPlace place);
    void insertNewAt(const QString& statements, BlockPlace place);
    // Of the new scope, too, the name is selected to be written.
    void wrapInNew(const QString& header);
    void writeCurrent();
    QMenu* insertMenu();
    QMenu* wrapMenu();
    void handleTextChange();
    // Makes blocks of the text as it is now; while nobody sees them, only then.
    void bringUpToDate();
    void showDetails();
    void showRunsOfCurrent();
    void showRun(std::uint32_t run);
    void showRunBeyond(std::int64_t step);
    void setArgument(const CallParameter& parameter, const QString& value);
    void showEmptyState();
    void makeCurrent(const QModelIndex& index);
    void handleCurrent();
    std::vector<BlockNumber> selected() const;
    BlockPlace placeForNew() const;
    // Makes the edits as one step of undo, and selects the block that they are about.
    void apply(const Edit& edits, Imports imports = Imports::None);
    // What an editor asks for that is closing: made when it is gone, which it would take away under itself, but before any other edit. The user may have gone
    // on to another block by then, and stays there.
    void applyInPlace(const Edit& edits);
    void makeWaitingEdit();
    void afterDrop(std::function<void()> edit);
    void move(const std::vector<BlockNumber>& blocks, BlockPlace place, bool isCopy);
    void selectOnwards(int count);

    Document& m_document;
    BlocksModel* m_model;
    QTreeView* m_view;
    BlockDetails* m_details;
    BlockPalette* m_palette;
    QLabel* m_empty;
    QList<QAction*> m_actions;
    bool m_isShowingLine = false;
    bool m_isApplying = false;
    bool m_isOld = false;    // the text is another one than the blocks were made of
    int m_line = 0;          // that the cursor stands in, from 1
    std::shared_ptr<const Snapshot> m_snapshot;
    TextEdits m_waiting;     // for an editor to close, and the text that they are edits of
    std::uint64_t m_waitingRevision = 0;
};

}  // namespace namescape
