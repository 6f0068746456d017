// The one thread on which programs are evaluated and laid out, for all windows: layout must never run on two at once.
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace namescape {

// A program's own recursion runs on the stack of the thread that evaluates it.
inline constexpr unsigned kEvaluationStackBytes = 64u << 20;

class BuildThread : public QObject {
    Q_OBJECT

public:
    explicit BuildThread(QObject* parent = nullptr);
    // Waits for the job that runs; those that wait are dropped.
    ~BuildThread() override;

    // Runs the job after those before it, then `finished` on the thread of `context`, unless that is gone by then.
    void run(QObject* context, std::function<void()> job, std::function<void()> finished);

private:
    QThread m_thread;
    QObject* m_worker;
};

}  // namespace namescape
