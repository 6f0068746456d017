#include "live/build_thread.h"

#include <QPointer>

#include <utility>

namespace namescape {

BuildThread::BuildThread(QObject* parent) : QObject(parent), m_worker(new QObject) {
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("build"));
    m_thread.setStackSize(kEvaluationStackBytes);
    m_thread.start();
}

BuildThread::~BuildThread() {
    m_thread.quit();
    m_thread.wait();
}

void BuildThread::run(QObject* context, std::function<void()> job, std::function<void()> finished) {
    // The receiver of the second call lives on another thread than the one that posts it, so it may go at any time: `this`
    // stays, and looks after the context on its own thread.
    const QPointer<QObject> receiver(context);
    QMetaObject::invokeMethod(m_worker, [this, receiver, job = std::move(job), finished = std::move(finished)] {
        job();
        QMetaObject::invokeMethod(this, [receiver, finished] {
            if (receiver) finished();
        });
    });
}

}  // namespace namescape
