// What can be put into a program, as signs to be dragged to their place, clicked, or chosen by key.
#pragma once

#include <QListView>

namespace namescape {

class Appearance;

class BlockPalette : public QListView {
    Q_OBJECT

public:
    explicit BlockPalette(const Appearance& appearance, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // The user wants these statements where they belong next.
    void chosen(const QString& statements);
    void left();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int heightOfRows() const;
};

}  // namespace namescape
