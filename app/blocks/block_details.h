// What there is to say and to fill in of one block: which of its runs is looked at, and the arguments of its call.
#pragma once

#include "blocks/arguments_model.h"
#include "rewrite/program_blocks.h"

#include <QWidget>

#include <cstdint>

class QLabel;
class QToolButton;
class QTreeView;

namespace namescape {

class Appearance;

class BlockDetails : public QWidget {
    Q_OBJECT

public:
    explicit BlockDetails(const Appearance& appearance, QWidget* parent = nullptr);

    // The block of a program; kNoBlock: none. Of a call that is the same as before, the current row stays.
    void showBlock(const ProgramBlocks& blocks, BlockNumber block);
    // How often the block ran, and which of these times is shown, from 1; 0: all.
    void showRuns(std::uint32_t run, std::uint32_t count);

    ArgumentsModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }
    QToolButton& previousRun() { return *m_previous; }
    QToolButton& nextRun() { return *m_next; }
    QString runText() const;
    // Opens the editor of the current argument, or of the first.
    void editCurrent();

Q_SIGNALS:
    void argumentRequested(const namescape::CallParameter& parameter, const QString& value);
    void previousRunRequested();
    void nextRunRequested();
    // The user is done here.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const Appearance& appearance);
    void editValue(const QModelIndex& index);

    CallForms m_forms;
    BlockNumber m_block = kNoBlock;
    ArgumentsModel* m_model;
    QTreeView* m_view;
    QLabel* m_empty;
    QLabel* m_title;
    QLabel* m_runs;
    QToolButton* m_previous;
    QToolButton* m_next;
};

}  // namespace namescape
