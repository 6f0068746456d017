// The tree of blocks, with room below the last one: for what is to stand behind all of them, whatever they are nested in.
#pragma once

#include <QTreeView>

namespace namescape {

class BlocksView : public QTreeView {
    Q_OBJECT

public:
    using QTreeView::QTreeView;

protected:
    void updateGeometries() override;
};

}  // namespace namescape
