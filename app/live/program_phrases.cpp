#include "live/program_phrases.h"

#include "api/reuse_text.h"

#include <QCoreApplication>

namespace namescape {

namespace {

struct Phrases {
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

QString reuseOrigin(ReuseSource source, std::uint32_t line) {
    switch (source) {
    case ReuseSource::Default: return {};
    case ReuseSource::Argument: return Phrases::tr("given here");
    case ReuseSource::Inherited: return line ? Phrases::tr("from line %1").arg(line) : Phrases::tr("inherited");
    case ReuseSource::ScopeObject: return Phrases::tr("of the scope object");
    case ReuseSource::ReuseVariables: return line ? Phrases::tr("reuse_variables() in line %1").arg(line) : QStringLiteral("reuse_variables()");
    }
    return {};
}

}  // namespace

QString lineText(const Snapshot& snapshot, OriginId origin) {
    const std::vector<CodeOrigin>& origins = snapshot.evaluation->origins;
    const std::uint32_t line = snapshot.lineOf(origin);
    OriginId outermost = origin;
    while (outermost < origins.size() && origins[outermost].caller != 0) outermost = origins[outermost].caller;
    const QString own = QString::number(line);
    return outermost == origin ? own : Phrases::tr("%1 (called in %2)").arg(own).arg(snapshot.lineOf(outermost));
}

QString reusePhrase(ReuseValue reuse, ReuseSource source, std::uint32_t line) {
    const QString origin = reuseOrigin(source, line);
    const QString words = QStringLiteral("reuse=") + QLatin1String(reuseText(reuse));
    return origin.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, origin);
}

QString reusePhraseOf(const Snapshot& snapshot, const VariableRequest& request) {
    if (request.reuseSource == ReuseSource::Default) return {};
    const bool isFromBlock = request.reuseSource == ReuseSource::Argument && request.reuseOrigin != request.origin;
    return reusePhrase(request.reuse, isFromBlock ? ReuseSource::Inherited : request.reuseSource, snapshot.lineOf(request.reuseOrigin));
}

}  // namespace namescape
