// What tests of widgets have in common.
#pragma once

#include <QRegularExpression>
#include <QTest>

namespace namescape::test {

// Any warning fails the test, but those that the platform without a screen gives for windows.
inline void failOnWarnings() {
    QTest::failOnWarning(QRegularExpression("^(?!This plugin does not support (propagateSizeHints\\(\\)|raise\\(\\)|grabbing the keyboard))"));
}

}  // namespace namescape::test
