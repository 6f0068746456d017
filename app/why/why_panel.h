// The panel that says why what is selected is called what it is called.
#pragma once

#include "pipeline/snapshot.h"

#include <QTextBrowser>

#include <memory>
#include <string>

class QLabel;

namespace namescape {

class Appearance;
class Selection;

class WhyPanel : public QTextBrowser {
    Q_OBJECT

public:
    WhyPanel(Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);

Q_SIGNALS:
    // The user wants to see a line of the program, from 1.
    void lineRequested(int line);

protected:
    void showEvent(QShowEvent* event) override;

private:
    std::string chosenName() const;
    void showSoon();
    void showPage();

    Selection& m_selection;
    const Appearance& m_appearance;
    QLabel* m_empty;
    std::shared_ptr<const Snapshot> m_snapshot;
    QString m_page;  // that is shown
    bool m_isSoonShown = false;
};

}  // namespace namescape
