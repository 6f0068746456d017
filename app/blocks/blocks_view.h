// The tree of blocks, with room below the last one: for what is to stand behind all of them, whatever they are nested in.
#pragma once

#include <QTreeView>

namespace namescape {

class BlocksView : public QTreeView {
    Q_OBJECT

public:
    explicit BlocksView(QWidget* parent = nullptr);

protected:
    void updateGeometries() override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void addFreeRow();

    int m_fullRange = 0;  // without the free row
    bool m_isLaidOut = true;
};

}  // namespace namescape
