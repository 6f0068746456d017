#include "live/newest_job.h"

#include <QThread>

#include <new>
#include <utility>

namespace namescape {

NewestJob::~NewestJob() {
    m_stop.request_stop();
    if (!m_thread) return;
    m_thread->disconnect(this);
    m_thread->wait();
}

void NewestJob::start(Work work, Finished finished) {
    m_waiting = Wish{std::move(work), std::move(finished)};
    m_stop.request_stop();
    if (!m_thread) startNext();
}

void NewestJob::drop() {
    m_waiting.reset();
    m_stop.request_stop();
}

void NewestJob::startNext() {
    if (!m_waiting) return;
    m_stop = std::stop_source();
    Wish wish = *std::exchange(m_waiting, std::nullopt);
    m_thread = QThread::create([work = std::move(wish.work), source = m_stop]() mutable {
        try {
            work(source.get_token());
        } catch (const std::bad_alloc&) {
            source.request_stop();  // there is no answer
        }
    });
    m_thread->setParent(this);
    m_thread->setStackSize(m_stackBytes);
    connect(m_thread, &QThread::finished, this, [this, finished = std::move(wish.finished), stop = m_stop.get_token()] {
        m_thread->deleteLater();
        m_thread = nullptr;
        if (!stop.stop_requested()) finished();
        if (!m_thread) startNext();
    });
    m_thread->start();
}

}  // namespace namescape
