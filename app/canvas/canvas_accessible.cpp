#include "canvas/canvas_accessible.h"

#include "canvas/canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <map>

namespace namescape {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CanvasAccessible)
};

class CanvasAccessible;

// A box of the picture that the canvas shows. Screen readers may keep it longer than that: then it is not valid.
class BoxAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    BoxAccessible(Canvas& canvas, BoxId box) : m_canvas(&canvas), m_snapshot(canvas.scene()->snapshot()), m_id(box) {}

    bool isValid() const override { return m_canvas && m_canvas->hasPicture() && m_canvas->scene()->snapshot() == m_snapshot; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }
    QAccessible::Role role() const override { return QAccessible::TreeItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QAccessibleInterface* parent() const override;
    QAccessibleInterface* child(int index) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;

    QRect rect() const override {
        if (!isValid()) return {};
        const QRect inCanvas = m_canvas->widgetRect(m_id).toAlignedRect();
        return {m_canvas->mapToGlobal(inCanvas.topLeft()), inCanvas.size()};
    }

    QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        if (kind == QAccessible::Name) return accessibleNameOf(box());
        if (kind == QAccessible::Description) return QString::fromUtf8(box().fullName);
        return kind == QAccessible::Value ? QString::fromStdString(box().sublabel) : QString();
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid) return state;
        state.selectable = state.focusable = true;
        state.selected = m_canvas->selectedBox() == m_id;
        state.focused = state.selected && m_canvas->hasFocus();
        state.expandable = box().isOpen || box().canOpen;
        state.expanded = box().isOpen;
        state.collapsed = !box().isOpen && box().canOpen;
        state.offscreen = !m_canvas->rect().intersects(m_canvas->widgetRect(m_id).toAlignedRect());
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    QStringList actionNames() const override {
        QStringList names{pressAction()};
        if (isValid() && (box().isOpen || box().canOpen)) names.append(toggleAction());
        return names;
    }

    void doAction(const QString& name) override {
        if (!isValid()) return;
        if (name == pressAction()) m_canvas->select(m_id);
        if (name == toggleAction()) m_canvas->toggle(m_id);
    }

    QStringList keyBindingsForAction(const QString&) const override { return {}; }

    BoxId id() const { return m_id; }

private:
    const Box& box() const { return m_snapshot->diagram.box(m_id); }
    CanvasAccessible* canvas() const;

    QPointer<Canvas> m_canvas;
    std::shared_ptr<const Snapshot> m_snapshot;
    BoxId m_id;
};

// Makes the boxes' interfaces when they are asked for, and lets go of them with their picture.
class CanvasAccessible : public QAccessibleWidget {
public:
    explicit CanvasAccessible(Canvas& canvas) : QAccessibleWidget(&canvas, QAccessible::Tree), m_canvas(canvas) {}
    ~CanvasAccessible() override { forget(); }

    int childCount() const override { return static_cast<int>(childrenOf({}).size()); }
    QAccessibleInterface* child(int index) const override { return childOf({}, index); }
    int indexOfChild(const QAccessibleInterface* child) const override { return indexIn({}, child); }

    QAccessibleInterface* childAt(int x, int y) const override {
        if (!m_canvas.hasPicture()) return nullptr;
        const QPointF inPicture = m_canvas.view().toPicture(QPointF(m_canvas.mapFromGlobal(QPoint(x, y))));
        return interfaceOf(m_canvas.scene()->boxAt(inPicture));
    }

    QAccessibleInterface* interfaceOf(BoxId box) const {
        forgetOld();
        if (!box.isValid()) return nullptr;
        const auto [found, isNew] = m_known.try_emplace(box, 0);
        if (isNew) found->second = QAccessible::registerAccessibleInterface(new BoxAccessible(m_canvas, box));
        return QAccessible::accessibleInterface(found->second);
    }

    QAccessibleInterface* childOf(BoxId frame, int index) const {
        const std::vector<BoxId>& children = childrenOf(frame);
        return index < 0 || index >= static_cast<int>(children.size()) ? nullptr : interfaceOf(children[static_cast<std::size_t>(index)]);
    }

    int indexIn(BoxId frame, const QAccessibleInterface* child) const {
        const auto* box = dynamic_cast<const BoxAccessible*>(child);
        const std::vector<BoxId>& children = childrenOf(frame);
        const auto found = box ? std::find(children.begin(), children.end(), box->id()) : children.end();
        return found == children.end() ? -1 : static_cast<int>(found - children.begin());
    }

    // An invalid frame stands for the picture itself.
    const std::vector<BoxId>& childrenOf(BoxId frame) const {
        forgetOld();
        static const std::vector<BoxId> none;
        const auto found = m_children.find(frame);
        return found == m_children.end() ? none : found->second;
    }

private:
    void forgetOld() const {
        const std::shared_ptr<const Snapshot> snapshot = m_canvas.hasPicture() ? m_canvas.scene()->snapshot() : nullptr;
        if (snapshot == m_snapshot) return;
        forget();
        m_snapshot = snapshot;
        if (!snapshot) return;
        for (std::uint32_t index = 0; index < snapshot->diagram.boxes.size(); ++index) m_children[snapshot->diagram.boxes[index].parent].push_back(BoxId{index});
    }

    void forget() const {
        for (const auto& [box, id] : m_known) QAccessible::deleteAccessibleInterface(id);
        m_known.clear();
        m_children.clear();
    }

    Canvas& m_canvas;
    mutable std::shared_ptr<const Snapshot> m_snapshot;
    mutable std::map<BoxId, QAccessible::Id> m_known;
    mutable std::map<BoxId, std::vector<BoxId>> m_children;  // by frame
};

CanvasAccessible* BoxAccessible::canvas() const {
    return isValid() ? dynamic_cast<CanvasAccessible*>(QAccessible::queryAccessibleInterface(m_canvas)) : nullptr;
}

QAccessibleInterface* BoxAccessible::parent() const {
    CanvasAccessible* around = canvas();
    if (!around) return nullptr;
    return box().parent.isValid() ? around->interfaceOf(box().parent) : around;
}

QAccessibleInterface* BoxAccessible::child(int index) const {
    const CanvasAccessible* around = canvas();
    return around ? around->childOf(m_id, index) : nullptr;
}

int BoxAccessible::childCount() const {
    const CanvasAccessible* around = canvas();
    return around ? static_cast<int>(around->childrenOf(m_id).size()) : 0;
}

int BoxAccessible::indexOfChild(const QAccessibleInterface* child) const {
    const CanvasAccessible* around = canvas();
    return around ? around->indexIn(m_id, child) : -1;
}

QAccessibleInterface* BoxAccessible::childAt(int x, int y) const {
    const CanvasAccessible* around = canvas();
    auto* found = around ? dynamic_cast<BoxAccessible*>(around->childAt(x, y)) : nullptr;
    return found && found->id() != m_id && m_canvas->scene()->isWithin(found->id(), m_id) ? found : nullptr;
}

}  // namespace

QString accessibleNameOf(const Box& box) {
    const QString name = QString::fromStdString(box.label);
    if (box.isOpen) return Words::tr("scope %1, open").arg(name);
    switch (box.kind) {
    case BoxKind::Scope: return Words::tr("scope %1, closed").arg(name);
    case BoxKind::Constant: return Words::tr("constant %1").arg(name);
    case BoxKind::Placeholder: return Words::tr("placeholder %1").arg(name);
    case BoxKind::Variable: return Words::tr("variable %1").arg(name);
    case BoxKind::SharedVariable: return Words::tr("variable %1, shared by %2").arg(name).arg(box.requestCount);
    case BoxKind::Series: return Words::tr("series of %1: %2").arg(box.memberCount).arg(name);
    case BoxKind::Operation:
    case BoxKind::Control: return Words::tr("operation %1").arg(name);
    }
    return name;
}

QAccessibleInterface* accessibleBox(const QAccessibleInterface& canvas, BoxId box) {
    const auto* found = dynamic_cast<const CanvasAccessible*>(&canvas);
    return found ? found->interfaceOf(box) : nullptr;
}

QAccessibleInterface* makeCanvasAccessible(const QString&, QObject* object) {
    auto* canvas = qobject_cast<Canvas*>(object);
    return canvas ? new CanvasAccessible(*canvas) : nullptr;
}

}  // namespace namescape
