// Opening, saving and closing one window's document, and what happens when others change its file.
#pragma once

#include "shell/drafts.h"
#include "shell/window_services.h"
#include "support/result.h"

#include <QObject>

#include <optional>

namespace namescape {

class Document;
class NoticeBar;

class FileCommands : public QObject {
    Q_OBJECT

public:
    FileCommands(Document& document, NoticeBar& notice, const WindowServices& services, QWidget& window);

    // Each returns whether it was done; where not, a notice says why.
    bool openFile(const QString& path);
    bool save();
    bool saveAs();
    void reload();
    // Asks about unsaved work. Returns whether the window may close.
    bool confirmClose();
    void restoreDraft(const Draft& draft);
    // The user gives the work up.
    void discardDraft() { m_drafts->discard(); }

private:
    bool saveTo(const QString& path);
    bool report(const std::optional<Failure>& failure);
    void handleChangedOnDisk();
    void handleRemovedFromDisk();

    Document& m_document;
    NoticeBar& m_notice;
    WindowServices m_services;
    QWidget& m_window;
    DraftKeeper* m_drafts;
};

}  // namespace namescape
