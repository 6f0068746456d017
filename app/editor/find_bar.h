// The bar below a program that finds and replaces in it.
#pragma once

#include <QTextCursor>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace namescape {

class CodeEditor;

class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(CodeEditor& editor, QWidget* parent = nullptr);

    // Opens with what is selected, or with what was looked for last, and takes the keyboard.
    void openForFind();
    void openForReplace();

    void findNext();
    void findPrevious();
    void replaceOne();
    void replaceAll();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QToolButton* makeSwitch(const char* iconName, const QString& words);
    void build();
    void open();
    void search();
    void searchFromStart();
    void select(std::size_t hit);
    std::vector<QTextCursor> findAll() const;

    CodeEditor& m_editor;
    QLineEdit* m_pattern;
    QLineEdit* m_replacement;
    QWidget* m_replaceRow;
    QToolButton* m_caseSwitch;
    QToolButton* m_wordSwitch;
    QLabel* m_count;
    std::vector<QTextCursor> m_hits;
    int m_startPosition = 0;  // of the cursor when the search began
};

}  // namespace namescape
