#include "sharing/sharing_rows.h"

#include "appearance/counted.h"
#include "live/program_phrases.h"
#include "sharing/sharing_texts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <string_view>

namespace namescape {

namespace {

// Nobody reads more of one variable.
constexpr std::size_t kMostListed = 100;
constexpr std::size_t kMostOperations = 6;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(namescape::Sharing)
};

QString toText(std::string_view name) { return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())); }

QString localName(const std::string& name) { return toText(std::string_view(name).substr(name.rfind('/') + 1)); }

QString scopeText(const std::string& name) { return name.empty() ? Texts::tr("(root)") : toText(name); }

QString variablesText(std::uint32_t count) { return counted(count, Texts::tr("1 variable"), Texts::tr("%1 variables")); }

class RowsMaker {
public:
    RowsMaker(const Snapshot& snapshot, const Sharing& sharing, const SharingRowsOptions& options) : m_snapshot(snapshot), m_sharing(sharing), m_options(options) {}

    SharingRows make() {
        m_made.summary = summaryOf(m_sharing);
        m_made.variableCount = static_cast<std::uint32_t>(m_sharing.variables.size());
        findShown();
        addTowers();
        addScopes();
        addHelpers();
        sort();
        return std::move(m_made);
    }

private:
    using Kind = SharingRow::Kind;

    SharingRow& row(int id) { return m_made.rows[static_cast<std::size_t>(id)]; }

    int add(int parent, Kind kind, const QString& name, const QString& key) {
        const int id = static_cast<int>(m_made.rows.size());
        SharingRow& added = m_made.rows.emplace_back();
        added.kind = kind;
        added.parent = parent;
        added.key = key;
        added.texts[NameColumn] = name;
        (parent < 0 ? m_made.top : row(parent).children).push_back(id);
        return id;
    }

    void setCount(int id, SharingColumn column, const ParameterCount& count) {
        row(id).texts[column] = countText(count);
        row(id).order[column] = count.known;
    }

    // --- What is to be seen

    bool matches(const QString& name) const { return m_options.filter.isEmpty() || name.contains(m_options.filter, Qt::CaseInsensitive); }

    // A scope's name is a part of those of all that it holds.
    void findShown() {
        for (const VariableSharing& variable : m_sharing.variables)
            m_isShown.push_back((!m_options.sharedOnly || variable.isShared()) && matches(toText(variable.name)));
        m_shownIn.resize(m_sharing.scopes.size());
        for (std::size_t i = m_sharing.scopes.size(); i-- > 0;) {
            const ScopeSharing& scope = m_sharing.scopes[i];
            for (const std::uint32_t variable : scope.variables) m_shownIn[i] |= m_isShown[variable];
            if (scope.parent != ScopeSharing::kNone) m_shownIn[scope.parent] |= m_shownIn[i];
        }
    }

    // --- Towers

    bool isShown(const TowerSharing& towers) const {
        const auto isSeen = [&](std::uint32_t variable) { return m_isShown[variable]; };
        return std::any_of(towers.scopes.begin(), towers.scopes.end(), [&](const std::string& scope) { return matches(toText(scope)); }) ||
               std::any_of(towers.variables.begin(), towers.variables.end(), isSeen);
    }

    void addTowers() {
        int section = -1;
        for (const TowerSharing& towers : m_sharing.towers) {
            if (!isShown(towers)) continue;
            if (section < 0) section = add(-1, Kind::Section, Texts::tr("Towers: scopes that do the same with the same variables"), QStringLiteral("towers"));
            addTowers(section, towers);
        }
    }

    void addTowers(int section, const TowerSharing& towers) {
        QStringList names;
        for (const std::string& scope : towers.scopes) names += toText(scope);
        const QString all = names.join(QStringLiteral(", "));
        if (names.size() > 4) names = {names[0], names[1], QStringLiteral("…"), names.back()};
        const QString words = Texts::tr("%1 share %2, %3 parameters")
                                  .arg(names.join(QStringLiteral(", ")), variablesText(static_cast<std::uint32_t>(towers.variables.size())), shortCountText(towers.parameters));
        const int group = add(section, Kind::Towers, words, all);
        row(group).toolTip = all;
        setCount(group, ParametersColumn, towers.parameters);
        setUsers(group, static_cast<std::uint32_t>(towers.scopes.size()));
        for (const std::string& scope : towers.scopes) row(add(group, Kind::Tower, toText(scope), toText(scope))).target = scope;
    }

    // --- Scopes and variables

    void addScopes() {
        std::vector<int> rows(m_sharing.scopes.size(), -1);
        for (std::size_t i = 0; i < m_sharing.scopes.size(); ++i) {
            const ScopeSharing& scope = m_sharing.scopes[i];
            if (!m_shownIn[i]) continue;
            if (scope.parent != ScopeSharing::kNone) rows[i] = addScope(rows[scope.parent], scope);
            for (const std::uint32_t variable : scope.variables)
                if (m_isShown[variable]) addVariable(rows[i], m_sharing.variables[variable], localName(m_sharing.variables[variable].name));
        }
    }

    int addScope(int parent, const ScopeSharing& scope) {
        const int id = add(parent, Kind::Scope, localName(scope.name) + u'/', toText(scope.name) + u'/');
        row(id).target = scope.name;
        row(id).toolTip = toText(scope.name) + u'\n' + variablesText(scope.variableCount);
        setCount(id, ParametersColumn, scope.total);
        setCount(id, OwnColumn, scope.own);
        if (m_sharing.tellsTrainable) setCount(id, TrainedColumn, scope.trainable);
        setCount(id, SavedColumn, scope.saved);
        row(id).order[UsersColumn] = scope.sharedCount;
        if (scope.sharedCount > 0) row(id).texts[UsersColumn] = Texts::tr("%1 shared").arg(scope.sharedCount);
        return id;
    }

    const VariableInfo& info(const VariableSharing& variable) const { return m_snapshot.variables()[variable.variables.front()]; }

    void addVariable(int parent, const VariableSharing& variable, const QString& name) {
        const VariableInfo& first = info(variable);
        QString words = name;
        if (variable.isPartitioned) words += Texts::tr(" in %1").arg(counted(static_cast<qsizetype>(variable.variables.size()), Texts::tr("1 slice"), Texts::tr("%1 slices")));
        else words += QStringLiteral("  ") + toText(first.shape.text());
        const int id = add(parent, Kind::Variable, words, toText(variable.name));
        row(id).target = first.name;
        row(id).toolTip = toText(variable.name) + (variable.parameters.unknownCount > 0 ? u'\n' + Texts::tr("Its shape is not known.") : QString());
        setCount(id, ParametersColumn, variable.parameters);
        setCount(id, OwnColumn, variable.parameters);
        if (m_sharing.tellsTrainable && variable.isTrainable) setCount(id, TrainedColumn, variable.parameters);
        else if (m_sharing.tellsTrainable) row(id).texts[TrainedColumn] = Texts::tr("no");
        setCount(id, SavedColumn, variable.saved);
        setUsers(id, variable.userCount);
        addRequests(id, first);
        addUses(id, variable);
    }

    void setUsers(int id, std::uint32_t count) {
        row(id).order[UsersColumn] = count;
        if (count > 0) row(id).texts[UsersColumn] = QString::number(count);
    }

    void addRequests(int parent, const VariableInfo& variable) {
        const std::size_t count = std::min(variable.requests.size(), kMostListed);
        for (std::size_t i = 0; i < count; ++i) {
            const VariableRequest& request = variable.requests[i];
            const int id = add(parent, Kind::Request, requestText(request), QStringLiteral("request %1").arg(i));
            row(id).target = variable.name;
            row(id).line = static_cast<int>(m_snapshot.lineOf(request.origin));
        }
        addMore(parent, variable.requests.size(), Texts::tr("… and %1 more requests"));
    }

    QString requestText(const VariableRequest& request) const {
        const QString line = lineText(m_snapshot, request.origin);
        QString words = (request.created ? Texts::tr("made in line %1") : Texts::tr("shared in line %1")).arg(line);
        if (const ScopeBlockRun* within = m_snapshot.evaluation->runOf(request.within)) {
            words += Texts::tr(", in variable scope %1").arg(scopeText(within->variableScope));
            if (within->nameScope != within->variableScope) words += Texts::tr(", name scope %1").arg(scopeText(within->nameScope));
        }
        const QString reuse = reusePhraseOf(m_snapshot, request);
        return reuse.isEmpty() ? words : words + QStringLiteral(", ") + reuse;
    }

    void addUses(int parent, const VariableSharing& variable) {
        const std::size_t count = std::min(variable.uses.size(), kMostListed);
        for (std::size_t i = 0; i < count; ++i) {
            const ScopeOfUse& use = variable.uses[i];
            QStringList operations;
            for (std::size_t k = 0; k < std::min(use.operations.size(), kMostOperations); ++k) operations += localName(std::string(m_snapshot.graph().operationName(use.operations[k])));
            if (use.operations.size() > kMostOperations) operations += QStringLiteral("…");
            const int id = add(parent, Kind::Use, Texts::tr("used in %1 by %2").arg(scopeText(use.name), operations.join(QStringLiteral(", "))), QStringLiteral("use ") + toText(use.name));
            row(id).target = std::string(m_snapshot.graph().operationName(use.operations.front()));
        }
        addMore(parent, variable.uses.size(), Texts::tr("… and %1 more scopes that use it"));
    }

    void addMore(int parent, std::size_t count, const QString& words) {
        if (count > kMostListed) add(parent, Kind::More, words.arg(count - kMostListed), words);
    }

    void addHelpers() {
        int section = -1;
        for (std::size_t i = 0; i < m_sharing.variables.size(); ++i) {
            const VariableSharing& variable = m_sharing.variables[i];
            if (!variable.isHelper || !m_isShown[i]) continue;
            if (section < 0) {
                section = add(-1, Kind::Section, Texts::tr("Of optimizers and moving averages"), QStringLiteral("helpers"));
                setCount(section, ParametersColumn, m_sharing.helperParameters);
            }
            addVariable(section, variable, toText(variable.name));
        }
    }

    // --- Order: sections stay where they are, and what a variable has below it comes in the order of time.

    void sort() {
        sortSiblings(m_made.top);
        for (SharingRow& each : m_made.rows)
            if (each.kind == Kind::Scope || each.kind == Kind::Section) sortSiblings(each.children);
        number(m_made.top);
        for (const SharingRow& each : m_made.rows) number(each.children);
    }

    void sortSiblings(std::vector<int>& siblings) {
        if (m_options.sortedBy < 0) return;
        const auto begin = std::find_if(siblings.begin(), siblings.end(), [&](int id) { return row(id).kind != Kind::Section; });
        const auto end = std::find_if(begin, siblings.end(), [&](int id) { return row(id).kind == Kind::Section; });
        const auto column = static_cast<std::size_t>(m_options.sortedBy);
        std::stable_sort(begin, end, [&](int left, int right) {
            const SharingRow &first = row(m_options.isDescending ? right : left), &second = row(m_options.isDescending ? left : right);
            return column == NameColumn ? first.texts[NameColumn].compare(second.texts[NameColumn], Qt::CaseInsensitive) < 0 : first.order[column] < second.order[column];
        });
    }

    void number(const std::vector<int>& siblings) {
        for (std::size_t i = 0; i < siblings.size(); ++i) row(siblings[i]).number = static_cast<int>(i);
    }

    const Snapshot& m_snapshot;
    const Sharing& m_sharing;
    const SharingRowsOptions& m_options;
    std::vector<bool> m_isShown;           // by variable
    std::vector<std::uint8_t> m_shownIn;   // by scope: whether any variable below it is
    SharingRows m_made;
};

}  // namespace

SharingRows sharingRows(const Snapshot& snapshot, const Sharing& sharing, const SharingRowsOptions& options) {
    return RowsMaker(snapshot, sharing, options).make();
}

}  // namespace namescape
