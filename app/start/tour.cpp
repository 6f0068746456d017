#include "start/tour.h"

#include "start/tour_bubble.h"

#include <QEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace namescape {

namespace {

using namespace std::chrono_literals;

// Tabs and panels come and go without a word to the window.
constexpr auto followInterval = 150ms;

}  // namespace

Tour::Tour(QWidget& window, std::vector<TourStop> stops) : QObject(&window), m_window(window), m_stops(std::move(stops)), m_bubble(new TourBubble(window)), m_timer(new QTimer(this)) {
    m_timer->setInterval(followInterval);
    connect(m_timer, &QTimer::timeout, this, &Tour::follow);
    connect(m_bubble, &TourBubble::nextRequested, this, [this] { go(1); });
    connect(m_bubble, &TourBubble::backRequested, this, [this] { go(-1); });
    connect(m_bubble, &TourBubble::dismissed, this, &Tour::finish);
    window.installEventFilter(this);
}

std::vector<std::size_t> Tour::stopsInSight() const {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < m_stops.size(); ++at)
        if (!m_stops[at].place().isEmpty()) found.push_back(at);
    return found;
}

void Tour::start() {
    const std::vector<std::size_t> stops = stopsInSight();
    if (stops.empty()) return;
    m_isRunning = true;
    m_current = stops.front();
    m_timer->start();
    showStop();
    m_bubble->takeKeyboard();
}

void Tour::end() {
    m_isRunning = false;
    m_timer->stop();
    m_bubble->hide();
}

void Tour::finish() {
    const bool hadKeyboard = m_bubble->isAncestorOf(m_window.focusWidget());
    end();
    Q_EMIT finished(hadKeyboard);
}

void Tour::go(int direction) {
    const std::vector<std::size_t> stops = stopsInSight();
    const auto next = direction > 0 ? std::find_if(stops.begin(), stops.end(), [this](std::size_t stop) { return stop > m_current; })
                                    : std::find_if(stops.begin(), stops.end(), [this](std::size_t stop) { return stop >= m_current; });
    if (direction > 0 && next == stops.end()) return finish();
    if (direction < 0 && next == stops.begin()) return;
    m_current = direction > 0 ? *next : *(next - 1);
    showStop();
    // A button that can't be pressed any more has lost it.
    if (!m_bubble->isAncestorOf(m_window.focusWidget())) m_bubble->takeKeyboard();
}

void Tour::showStop() {
    const std::vector<std::size_t> stops = stopsInSight();
    const auto number = std::find(stops.begin(), stops.end(), m_current) - stops.begin() + 1;
    const TourStop& stop = m_stops[m_current];
    m_bubble->showHint(stop.title, stop.words, static_cast<int>(number), static_cast<int>(stops.size()));
    m_place = stop.place();
    m_bubble->pointAt(m_place);
}

void Tour::follow() {
    if (!m_isRunning) return;
    const QRect place = m_stops[m_current].place();
    if (place == m_place) return;
    if (!place.isEmpty()) return showStop();
    // What it was about is gone: on with the rest, or back where there is none.
    const std::vector<std::size_t> stops = stopsInSight();
    if (stops.empty()) return end();
    const auto next = std::find_if(stops.begin(), stops.end(), [this](std::size_t stop) { return stop > m_current; });
    m_current = next == stops.end() ? stops.back() : *next;
    showStop();
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    if (m_isRunning && event->type() == QEvent::Resize) QTimer::singleShot(0, this, &Tour::follow);
    return QObject::eventFilter(watched, event);
}

}  // namespace namescape
