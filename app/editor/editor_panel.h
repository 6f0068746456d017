// The program's panel: the text with what the last build says about it, and the find bar.
#pragma once

#include "live/live_build.h"

#include <QTextCursor>
#include <QWidget>

#include <cstdint>
#include <utility>
#include <vector>

namespace namescape {

class Appearance;
class CodeEditor;
class Document;
class FindBar;
class NoticeBar;
class Selection;

class EditorPanel : public QWidget {
    Q_OBJECT

public:
    EditorPanel(Document& document, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

    CodeEditor& editor() { return *m_editor; }
    FindBar& findBar() { return *m_findBar; }
    // Above the text: what is the matter with the file.
    NoticeBar& notice() { return *m_notice; }

    // Marks the latest build's problems, and the scopes of the one that is drawn. Both builds must have snapshots.
    void showBuilds(const Build& latest, const Build& picture);
    // Tells the selection what the cursor stands at.
    void followCursor();
    void goToLine();
    // Applies a fix of a problem, as one undo step; nothing where the text has changed since it was found.
    void applyFix(std::uint32_t problem, std::uint32_t fix);
    // Applies the fix of the problem at the cursor; where there are several, offers them.
    void fixAtCursor();
    // Offers the fixes of the problems at the cursor; where there are none, of the program's first problem that has some.
    void offerFixes();
    void toggleComment();
    void duplicateLines();

Q_SIGNALS:
    // Cursor's line and column, from 1.
    void cursorMoved(int line, int column);
    // The user wants to see the fixes of problems before one is applied, near a place of the screen.
    void fixesRequested(const std::vector<std::uint32_t>& problems, const QRect& place);
    // There is no fix at the cursor.
    void noFixFound();

private:
    // What the cursor's line, or the selection, covers, in the text of a build.
    SourceRange placeOfCursor(const Build& build) const;
    // In the text of now: of a byte of the text that was built.
    int positionOf(std::uint32_t place, const Build& build) const;
    QTextCursor cursorOf(SourceRange range, const Build& build) const;
    void showProblems();
    void showScopeBars();
    void handleCursorMove();
    void handleChosen();
    void showLinkedPlaces();
    std::vector<std::uint32_t> fixableAtCursor() const;
    void showMenu(const QPoint& place);

    Document& m_document;
    Selection& m_selection;
    CodeEditor* m_editor;
    FindBar* m_findBar;
    NoticeBar* m_notice;
    Build m_latest;
    Build m_picture;
    std::pair<int, int> m_lastPlace{-1, -1};
    bool m_isMovingCursor = false;
};

}  // namespace namescape
