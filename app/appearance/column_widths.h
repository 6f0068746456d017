// Shares a table's width out among its columns: each gets what its texts need, and the long ones give way where room is short.
#pragma once

#include <QObject>

#include <vector>

class QTimer;
class QTreeView;

namespace namescape {

// The width that each column gets: all that it needs where there is room, the last one the rest of it. Where there is not, those that need
// most are cut to one width, and the first, which says what a row is, to twice that; but none below what its title needs.
std::vector<int> sharedWidths(const std::vector<int>& needed, const std::vector<int>& least, int room);

// Belongs to its view, which needs a model. Once the user has drawn a column to another width, all stay as they are.
class ColumnWidths : public QObject {
    Q_OBJECT

public:
    explicit ColumnWidths(QTreeView& view);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void shareLater();
    void share();

    QTreeView& m_view;
    QTimer* m_timer;
    bool m_isOfRows = false;  // the widths, and not of the titles alone
    bool m_isSharing = false;
    bool m_isChosenByUser = false;
};

}  // namespace namescape
