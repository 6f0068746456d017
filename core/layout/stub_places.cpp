#include "layout/stub_places.h"

#include "diagram/theme.h"

#include <algorithm>

namespace namescape {

namespace {

constexpr double kOver = 6;  // between a leaf and stubs above or below it

double pileHeight(std::size_t count) {
    return count == 0 ? 0 : static_cast<double>(count) * (kMeasures.stubHeight + kMeasures.stubGap) - kMeasures.stubGap;
}

double widestOf(std::span<const Stub> stubs) {
    double widest = 0;
    for (const Stub& stub : stubs) widest = std::max(widest, stub.size.width);
    return widest;
}

std::span<const Stub> sideOf(std::span<const Stub> stubs, Stub::Side side) {
    const auto firstUser = std::ranges::find(stubs, Stub::Side::User, &Stub::side) - stubs.begin();
    return side == Stub::Side::Source ? stubs.first(static_cast<std::size_t>(firstUser)) : stubs.subspan(static_cast<std::size_t>(firstUser));
}

// Data flows from left to right between a stub and its leaf.
DrawnStub drawnBeside(const Stub& stub, const Rect& leaf, double y) {
    const bool isSource = stub.side == Stub::Side::Source;
    DrawnStub drawn;
    drawn.rect = {isSource ? leaf.x - kMeasures.stubLine - stub.size.width : leaf.right() + kMeasures.stubLine, y, stub.size.width, stub.size.height};
    const double middle = drawn.rect.centre().y, corner = kMeasures.boxRadius;
    const double atLeaf = std::clamp(middle, leaf.y + corner, leaf.bottom() - corner);
    if (isSource) drawn.from = {drawn.rect.right(), middle}, drawn.to = {leaf.x, atLeaf};
    else drawn.from = {leaf.right(), atLeaf}, drawn.to = {drawn.rect.x, middle};
    return drawn;
}

// In a pile above the leaf, or below it.
DrawnStub drawnOver(const Stub& stub, const Rect& leaf, double y) {
    const bool isSource = stub.side == Stub::Side::Source;
    DrawnStub drawn;
    drawn.rect = {leaf.centre().x - stub.size.width / 2, y, stub.size.width, stub.size.height};
    const double middle = leaf.centre().x;
    if (isSource) drawn.from = {middle, drawn.rect.bottom()}, drawn.to = {middle, leaf.y};
    else drawn.from = {middle, leaf.bottom()}, drawn.to = {middle, drawn.rect.y};
    return drawn;
}

}  // namespace

StubPlaces::StubPlaces(const Diagram& diagram) : m_diagram(diagram) {
    if (diagram.stubs.empty()) return;
    m_begin.assign(diagram.boxes.size() + 1, 0);
    for (const Stub& stub : diagram.stubs) ++m_begin[stub.at.value + 1];
    for (std::size_t i = 1; i < m_begin.size(); ++i) m_begin[i] += m_begin[i - 1];
}

std::span<const Stub> StubPlaces::of(BoxId leaf) const {
    if (m_begin.empty()) return {};
    return std::span(m_diagram.stubs).subspan(m_begin[leaf.value], m_begin[leaf.value + 1] - m_begin[leaf.value]);
}

StubRoom StubPlaces::room(BoxId leaf) const {
    const auto stubs = of(leaf);
    if (stubs.empty()) return {};
    const auto sources = sideOf(stubs, Stub::Side::Source), users = sideOf(stubs, Stub::Side::User);
    const Size size = m_diagram.box(leaf).size;
    if (m_diagram.direction == FlowDirection::TopToBottom) {
        const auto beside = [](std::span<const Stub> side) { return side.empty() ? 0 : widestOf(side) + kMeasures.stubLine; };
        const double height = pileHeight(std::max(sources.size(), users.size()));
        return {beside(sources), beside(users), std::max(0.0, (height - size.height) / 2)};
    }
    const auto over = [](std::span<const Stub> side) { return side.empty() ? 0 : pileHeight(side.size()) + kOver; };
    return {over(sources), over(users), std::max(0.0, (widestOf(stubs) - size.width) / 2)};
}

void StubPlaces::place(Drawing& drawing) const {
    for (std::size_t begin = 0, end = 0; begin < m_diagram.stubs.size(); begin = end) {
        const BoxId leaf = m_diagram.stubs[begin].at;
        for (end = begin; end < m_diagram.stubs.size() && m_diagram.stubs[end].at == leaf;) ++end;
        const auto stubs = std::span(m_diagram.stubs).subspan(begin, end - begin);
        placeBeside(sideOf(stubs, Stub::Side::Source), drawing.rect(leaf), drawing);
        placeBeside(sideOf(stubs, Stub::Side::User), drawing.rect(leaf), drawing);
    }
}

void StubPlaces::placeBeside(std::span<const Stub> stubs, const Rect& leaf, Drawing& drawing) const {
    if (stubs.empty()) return;
    const bool isDown = m_diagram.direction == FlowDirection::TopToBottom, isSource = stubs.front().side == Stub::Side::Source;
    const double pile = pileHeight(stubs.size());
    double y = isDown ? leaf.centre().y - pile / 2 : isSource ? leaf.y - kOver - pile : leaf.bottom() + kOver;
    for (const Stub& stub : stubs) {
        drawing.stubs.push_back(isDown ? drawnBeside(stub, leaf, y) : drawnOver(stub, leaf, y));
        y += kMeasures.stubHeight + kMeasures.stubGap;
    }
    if (isDown) return;
    // Only the one next to the leaf has a line: the others stand on it.
    const auto begin = drawing.stubs.size() - stubs.size();
    for (std::size_t i = begin; i < drawing.stubs.size(); ++i)
        if (i != (isSource ? drawing.stubs.size() - 1 : begin)) drawing.stubs[i].from = drawing.stubs[i].to;
}

}  // namespace namescape
