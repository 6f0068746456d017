// The text widget for programs: line margin, marks in the text, and keys that know Python's indentation.
#pragma once

#include "support/diagnostic.h"

#include <QPlainTextEdit>
#include <QTextCursor>

#include <cstdint>
#include <vector>

namespace namescape {

class Appearance;
class CodeMargin;
class Document;
class Highlighter;

// A problem where it stands in the text; the cursor keeps it in place while one types.
struct ProblemMark {
    QTextCursor cursor;  // selects what is underlined
    Severity severity;
    std::uint32_t problem;  // its number among the snapshot's diagnostics
    QString toolTip;        // rich text
};

// The lines of a scope block, shown as a bar in the margin.
struct ScopeBar {
    int firstLine;  // from 0
    int lastLine;
    std::string nameScope;
    bool operator==(const ScopeBar&) const = default;
};

class CodeEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int kDefaultFontSize = 11;
    static constexpr int kSmallestFontSize = 6;
    static constexpr int kLargestFontSize = 40;

    CodeEditor(Document& document, const Appearance& appearance, QWidget* parent = nullptr);

    int fontSize() const { return m_fontSize; }
    void setFontSize(int points);

    void setProblems(std::vector<ProblemMark> problems);
    const std::vector<ProblemMark>& problems() const { return m_problems; }
    // Lines that belong to what is selected in another view.
    void setLinkedPlaces(std::vector<QTextCursor> places);
    void setScopeBars(std::vector<ScopeBar> bars);
    // Stretches that a search has found.
    void setSearchHits(std::vector<QTextCursor> hits);

    // Puts the cursor there and scrolls so that it is seen; the keyboard stays where it is.
    void revealPosition(int position);
    void goToLine(int line);  // from 1

    // Problems on the cursor's line.
    std::vector<const ProblemMark*> problemsAtCursor() const;

Q_SIGNALS:
    void fontSizeChanged(int points);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    friend class CodeMargin;

    bool handleEditingKey(const QKeyEvent& event);
    void goToLineStart(bool selects);
    void replaceCursor(const QTextCursor& cursor);
    void useFont();
    void placeMargin();
    void showMarks();
    void addBracketMarks(QList<QTextEdit::ExtraSelection>& marks) const;
    bool showProblemToolTip(const QPoint& position, const QPoint& globalPosition);

    Document& m_document;
    const Appearance& m_appearance;
    Highlighter* m_highlighter;
    CodeMargin* m_margin;
    int m_fontSize = kDefaultFontSize;
    std::vector<ProblemMark> m_problems;
    std::vector<QTextCursor> m_linkedPlaces;
    std::vector<QTextCursor> m_searchHits;
};

}  // namespace namescape
