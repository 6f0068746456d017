// What is selected in a window, once for all views: a place of the text, a node, a variable, a block or a problem, and all that belongs to it.
#pragma once

#include "pipeline/snapshot.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace namescape {

enum class SelectionKind : std::uint8_t { Nothing, Place, Node, Variable, Block, Problem };

// `kind` says what was chosen; the lists say what belongs to it in every view. Names, not ids: they outlive a snapshot.
struct Selected {
    SelectionKind kind = SelectionKind::Nothing;
    std::string name;         // Node: full name; Variable: "foo/v:0"
    std::uint32_t index = 0;  // Block, Problem
    SourceRange range;        // Place

    std::vector<std::string> operations;  // full names
    std::vector<std::string> scopes;      // full names of name scopes
    std::vector<std::string> variables;
    std::vector<std::uint32_t> blocks;    // into the picture's Snapshot::blocks()
    std::vector<std::uint32_t> problems;  // into the latest snapshot's diagnostics
    std::vector<SourceRange> places;      // of the picture's text; first where it was made, then from where that was called
    SourceRange problemRange;             // Problem: of the latest text

    bool operator==(const Selected&) const = default;
};

class Selection : public QObject {
    Q_OBJECT

public:
    explicit Selection(QObject* parent = nullptr);

    const Selected& current() const { return m_current; }
    // Whether it was chosen in another view than the text: there it is then to be shown.
    bool isOutsideText() const {
        return m_current.kind == SelectionKind::Node || m_current.kind == SelectionKind::Variable || m_current.kind == SelectionKind::Block;
    }
    // Whether the text cursor's place decides what is selected when the text changes.
    bool followsCursor() const { return m_current.kind != SelectionKind::Node && m_current.kind != SelectionKind::Variable; }

    // The snapshots that names and numbers are looked up in: the one that is drawn, and the newest. A node or variable stays
    // selected, by name. For anything else ask followsCursor() then, and hand over the cursor's place: numbers mean something else now.
    void setSnapshots(std::shared_ptr<const Snapshot> picture, std::shared_ptr<const Snapshot> latest);

    void clear();
    // A stretch of the picture's text, and the same stretch of the latest text.
    void selectPlace(SourceRange ofPicture, SourceRange ofLatest);
    // The same where nobody chose it: the text has changed under the cursor.
    void followPlace(SourceRange ofPicture, SourceRange ofLatest);
    // An operation or a name scope.
    void selectNode(std::string_view fullName);
    void selectVariable(std::string_view name);
    void selectBlock(std::uint32_t block);
    void selectProblem(std::uint32_t problem);

Q_SIGNALS:
    // Another thing is selected, or other things belong to it.
    void changed();
    // The user chose this very thing just now, maybe again: views may scroll to it.
    void chosen();

private:
    void choose(Selected selected);
    void put(Selected selected);

    std::shared_ptr<const Snapshot> m_picture;
    std::shared_ptr<const Snapshot> m_latest;
    bool m_isOutdated = false;  // its numbers are of a former snapshot
    Selected m_current;
};

}  // namespace namescape
