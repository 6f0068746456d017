// What the program has printed.
#pragma once

#include "pipeline/snapshot.h"

#include <QPlainTextEdit>

#include <memory>

namespace namescape {

class OutputPanel : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit OutputPanel(QWidget* parent = nullptr);

    void showSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
};

}  // namespace namescape
