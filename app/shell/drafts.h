// Unsaved work put aside from time to time, so that a crash or a power cut loses no more than some seconds of it.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace namescape {

class Document;

struct Draft {
    QString file;  // of the draft itself
    QString name;
    QString path;  // the program's own file; empty for an untitled one
    QString text;
};

// Drafts in `folder` whose program does not run any more.
std::vector<Draft> abandonedDrafts(const QString& folder);
void removeDraft(const Draft& draft);
QString defaultDraftFolder();

// Keeps one document's draft while it has unsaved work; removes it once that is saved or given up.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    DraftKeeper(Document& document, const QString& folder, QObject* parent = nullptr);

    // The work was saved or is given up.
    void discard();
    // Writes the draft now where there is unsaved work.
    void keep();
    QString draftFile() const { return m_file; }

private:
    Document& m_document;
    QString m_file;
    QTimer* m_timer;
};

}  // namespace namescape
