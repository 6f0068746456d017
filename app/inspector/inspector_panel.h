// The panel that tells all about what is selected: type, attributes, what it uses and who uses it, each to go to.
#pragma once

#include "inspector/inspector_page.h"

#include <QTextBrowser>

#include <memory>

class QLabel;

namespace namescape {

class Appearance;
class Selection;

class InspectorPanel : public QTextBrowser {
    Q_OBJECT

public:
    InspectorPanel(Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    const InspectorPage& page() const { return m_page; }

Q_SIGNALS:
    void goToRequested(const std::string& fullName);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void readSelection();
    void showPage();
    void follow(const QUrl& link);

    Selection& m_selection;
    const Appearance& m_appearance;
    QLabel* m_empty;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::string m_shownName;
    std::set<QString> m_expanded;
    InspectorPage m_page;
};

}  // namespace namescape
