// The line above the picture: the scopes around what one looks at, each to go to, and what is highlighted.
#pragma once

#include "canvas/flow_highlight.h"

#include <QWidget>

#include <string>

class QLabel;
class QToolButton;

namespace namescape {

class Appearance;

class CanvasBar : public QWidget {
    Q_OBJECT

public:
    explicit CanvasBar(const Appearance& appearance, QWidget* parent = nullptr);

    // The scope that one is in, by full name, empty for none; scopes up to `focus` hold all of the picture.
    void showScope(const std::string& fullName, const std::string& focus);
    // What stands out and how much that is.
    void showHighlight(const Highlight& highlight, std::size_t operationCount);
    // What the line says, without markup.
    QString pathText() const { return m_names.join(QStringLiteral(" / ")); }
    QString highlightText() const;

Q_SIGNALS:
    // The user wants to go to a scope; to the whole graph where it is empty.
    void scopeRequested(const std::string& fullName);
    void highlightEndRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPath();

    const Appearance& m_appearance;
    QLabel* m_path;
    QLabel* m_highlight;
    QToolButton* m_end;
    std::string m_shown;    // full name of the innermost scope
    QStringList m_names;    // as shown
    QStringList m_targets;  // full names, the same number
};

}  // namespace namescape
