// Work on a thread of its own; of what is wanted while it runs, only the newest is done next.
#pragma once

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

class QThread;

namespace namescape {

class NewestJob : public QObject {
    Q_OBJECT

public:
    using Work = std::function<void(std::stop_token)>;
    using Finished = std::function<void()>;

    // `stackBytes`: of the thread; 0 for what the system gives.
    explicit NewestJob(QObject* parent = nullptr, unsigned stackBytes = 0) : QObject(parent), m_stackBytes(stackBytes) {}
    // Stops what runs, and waits for that.
    ~NewestJob() override;

    // Stops what runs and starts `work` after it. `finished` is called on this object's thread, unless another work was started
    // or it was dropped by then.
    void start(Work work, Finished finished);
    // Stops what runs; nobody is told.
    void drop();
    bool isRunning() const { return m_thread != nullptr; }

private:
    struct Wish {
        Work work;
        Finished finished;
    };

    void startNext();

    unsigned m_stackBytes;
    QThread* m_thread = nullptr;
    std::stop_source m_stop;
    std::optional<Wish> m_waiting;
};

}  // namespace namescape
