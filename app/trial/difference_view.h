// The lines that an edit takes and gives, with what is other in them marked.
#pragma once

#include "compare/text_difference.h"

#include <QPlainTextEdit>

namespace namescape {

class Appearance;

class DifferenceView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit DifferenceView(const Appearance& appearance, QWidget* parent = nullptr);

    void showDifference(const TextDifference& difference);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();

    const Appearance& m_appearance;
    TextDifference m_difference;
};

}  // namespace namescape
