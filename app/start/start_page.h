// What a window shows in place of a picture while there is nothing to draw: lessons, what was used last, and ways to begin.
#pragma once

#include <QDateTime>
#include <QScrollArea>

#include <vector>

class QBoxLayout;
class QLabel;
class QMimeData;
class QVBoxLayout;

namespace namescape {

class StartEntry;

struct StartLesson {
    QString title;
    QString summary;
};

struct StartFile {
    QString path;
    QString folder;  // as it is shown
    QDateTime used;  // invalid where it is not known
};

class StartPage : public QScrollArea {
    Q_OBJECT

public:
    static constexpr std::size_t kMaxFiles = 5;

    explicit StartPage(QWidget* parent = nullptr);

    void showLessons(const std::vector<StartLesson>& lessons);
    // Last used first. At most kMaxFiles are shown; those that are not there are dimmed.
    void showFiles(const std::vector<StartFile>& files);

    // In the order of the page: lessons, ways to begin, files.
    const std::vector<StartEntry*>& lessonEntries() const { return m_lessonEntries; }
    const std::vector<StartEntry*>& beginEntries() const { return m_beginEntries; }
    const std::vector<StartEntry*>& fileEntries() const { return m_fileEntries; }

public Q_SLOTS:
    // Begins with what the clipboard has: the program, or the file that it names.
    void paste();

Q_SIGNALS:
    void lessonRequested(int lesson);
    void filesRequested(const QStringList& paths);
    void fileRemovalRequested(const QString& path);
    void newProgramRequested();
    void openRequested();
    void programGiven(const QString& text);
    // The user wants the page away.
    void closeRequested();

protected:
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeHeader();
    QVBoxLayout* makeGroup(const QString& title, QBoxLayout* column);
    StartEntry* addEntry(QVBoxLayout* group, StartEntry* entry, std::vector<StartEntry*>& entries);
    void makeBegin(QBoxLayout* column);
    void take(const QMimeData& given);
    void moveFocus(int key);
    // All, as one reads them: by columns.
    std::vector<StartEntry*> entries() const;
    void markDrop(bool isOver);
    void readFonts();

    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_drop;
    QLabel* m_noFiles;
    std::vector<QLabel*> m_headings;
    QBoxLayout* m_columns;
    QVBoxLayout* m_lessons;
    QVBoxLayout* m_begin;
    QVBoxLayout* m_files;
    std::vector<StartEntry*> m_lessonEntries;
    std::vector<StartEntry*> m_beginEntries;
    std::vector<StartEntry*> m_fileEntries;
};

// The files that a clipboard or a drop stands for: its own, or the one that its words name, where it is there.
QStringList filesMeant(const QMimeData& data);

}  // namespace namescape
