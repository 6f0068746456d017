// What tests of widgets have in common.
#pragma once

#include <QRegularExpression>
#include <QTest>

namespace namescape::test {

// Any warning fails the test, but the one that the platform without a screen gives for every window.
inline void failOnWarnings() {
    QTest::failOnWarning(QRegularExpression("^(?!This plugin does not support propagateSizeHints)"));
}

}  // namespace namescape::test
