// Compares texts with golden files, which lie in this folder.
#pragma once

#include <QByteArray>
#include <QString>

namespace namescape {

// Empty where `got` is what the file `name` in tests/golden holds; else the first line that differs, with its number, for a
// person. With UPDATE_GOLDEN=1 in the environment the file is rewritten where it differs, and that is told as a difference too:
//   QCOMPARE(goldenDifference("lesson.svg", svg), QByteArray());
QByteArray goldenDifference(const QString& name, const QByteArray& got);

// Empty where there is no such file.
QByteArray contentsOf(const QString& path);
// The programs NAME.py of a folder in tests, as rows with the column `name` of the test function that is running.
void addProgramRows(const QString& folder);

}  // namespace namescape
