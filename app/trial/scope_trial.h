// A what-if on a scope: another name or another reuse flag, with what would come of it, before the text is touched.
#pragma once

#include "explain/scope_opening.h"
#include "pipeline/snapshot.h"

#include <QDialog>

#include <memory>
#include <vector>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace namescape {

class Appearance;
class Document;
class TrialPreview;

// Stays open beside the window. When the text changes under it, it looks for its scope in the new one, and goes where that is gone.
class ScopeTrial : public QDialog {
    Q_OBJECT

public:
    ScopeTrial(Document& document, const Appearance& appearance, QWidget* parent);

    // Scopes to choose from, of the snapshot's text; the first is chosen.
    void openOn(const std::shared_ptr<const Snapshot>& snapshot, std::vector<ScopeOpening> openings);
    // What the newest text came to. Does nothing while it is closed.
    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    // As one step of undo; closes.
    void apply();

    QComboBox& scope() { return *m_scope; }
    QLineEdit& name() { return *m_name; }
    QLineEdit& defaultName() { return *m_defaultName; }
    QComboBox& reuse() { return *m_reuse; }
    QPushButton& applyButton() { return *m_apply; }
    TrialPreview& preview() { return *m_preview; }

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
    void placeBesideProgram();
    void fillScopes();
    void fillFields();
    void fillReuse();
    void nameField(QWidget& field, const QString& words);
    void tryWish();
    // Why a wish cannot be granted; empty where it can.
    QString obstacleTo(const ScopeWish& wish) const;
    ScopeWish wish() const;
    void showWish(const ScopeWish& wish);
    bool isOfThisText() const;
    const ScopeOpening& opening() const;

    Document& m_document;
    std::shared_ptr<const Snapshot> m_snapshot;  // that the openings point into; null while it is closed
    std::unique_ptr<const ProgramText> m_program;  // the snapshot's: making it takes as long as walking over all of the tree
    std::vector<ScopeOpening> m_openings;
    bool m_isFilling = false;
    QFormLayout* m_form;
    QComboBox* m_scope;
    QLineEdit* m_name;
    QLineEdit* m_defaultName;
    QComboBox* m_reuse;
    TrialPreview* m_preview;
    QPushButton* m_apply;
};

}  // namespace namescape
