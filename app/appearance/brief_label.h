// A label that never takes more than a few lines: what does not fit is left out, and told by the tool tip.
#pragma once

#include <QWidget>

namespace namescape {

class BriefLabel : public QWidget {
    Q_OBJECT

public:
    // Paragraphs (parted by "\n") share `maxLines`: each gets as many, and at least one.
    explicit BriefLabel(int maxLines, QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QStringList linesFor(int width) const;

    int m_maxLines;
    QString m_text;
};

}  // namespace namescape
