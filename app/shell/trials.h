// What is tried before it is done: fixes of problems, and what-ifs on scopes, wherever in the window they are asked for.
#pragma once

#include "explain/scope_opening.h"
#include "support/result.h"

#include <QObject>
#include <QRect>

#include <cstdint>
#include <memory>
#include <vector>

class QWidget;

namespace namescape {

class Appearance;
class Document;
class EditorPanel;
class FixChooser;
class LiveBuild;
class ScopeTrial;
class Selection;
struct Snapshot;

class Trials : public QObject {
    Q_OBJECT

public:
    // All of it must outlive this object.
    struct Window {
        Document& document;
        LiveBuild& live;
        Selection& selection;
        EditorPanel& editor;
        const Appearance& appearance;
        QWidget& widget;
    };

    explicit Trials(const Window& window);

    // Shows what fixes of problems of the latest build would do, near a place of the screen.
    void offerFixes(const std::vector<std::uint32_t>& problems, const QRect& place);
    // Of the scope that is selected in another view than the text; else of those around the text cursor.
    void tryScope();

    FixChooser& chooser() { return *m_chooser; }
    ScopeTrial& scopeTrial() { return *m_scopeTrial; }

Q_SIGNALS:
    // Why there is nothing to try.
    void refused(const QString& reason);

private:
    Result<std::vector<ScopeOpening>> openings(const Snapshot& snapshot) const;
    Result<std::vector<ScopeOpening>> openingsOfSelection(const Snapshot& snapshot) const;
    SourceRange cursorLines(const Snapshot& snapshot) const;

    Window m_window;
    FixChooser* m_chooser;
    ScopeTrial* m_scopeTrial;
};

}  // namespace namescape
