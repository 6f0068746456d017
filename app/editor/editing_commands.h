// What keys do to a program's text beyond inserting a letter: indentation, comments, moving lines. Each is one undo step.
#pragma once

#include <QString>
#include <QTextCursor>

namespace namescape {

inline constexpr int indentWidth = 4;

// A new line with the indentation that Python wants there: deeper behind a colon or an open bracket, less deep behind return and
// its like.
void insertNewLine(QTextCursor cursor);

// Spaces up to the next stop; a selection over several lines is moved right as a whole.
void indent(QTextCursor cursor);

// Moves the line or the selected ones left by one stop.
void unindent(QTextCursor cursor);

// In the white space that a line begins with: deletes back to the last stop. Returns whether there was any.
bool deleteIndentBackwards(QTextCursor cursor);

// Puts "# " before each selected line, or takes it away where all have it.
void toggleComment(QTextCursor cursor);

// Exchanges the selected lines with the one above or below; the returned cursor selects them where they are now.
enum class LineMove { Up, Down };
QTextCursor moveLines(QTextCursor cursor, LineMove where);

// Puts a copy of the selected lines, or of the cursor's line, below them.
void duplicateLines(QTextCursor cursor);

// From the line's first letter to its beginning and back.
int smartLineStart(const QTextCursor& cursor);

}  // namespace namescape
