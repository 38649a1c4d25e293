#include "graph/event_fusion.hpp"

#include "base/digest.hpp"
#include "graph/days.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace timeloom {

namespace {

/// How many of the latest candidates under one key are looked at.
constexpr std::size_t look_back = 64;

/// What may happen again within so many days is told apart by its content, which fillers do not show:
/// statements, announcements, prices.
constexpr int daily = 3;

std::optional<date::days> distance(const DayBounds& a, const DayBounds& b) {
    if (!a.earliest || !a.latest || !b.earliest || !b.latest)
        return std::nullopt;
    return std::max({date::days(0), *a.earliest - *b.latest, *b.earliest - *a.latest});
}

/// Whether the times of two tellings allow them to tell one event. Where a telling gives no day, the event is
/// taken to lie not long before its publication: two that are published or dated further apart than the event
/// takes to happen again tell different ones.
bool times_agree(const Telling& a, const Telling& b, const Frame& frame) {
    if (!intersect(a.when, b.when))
        return false;
    const bool dated = a.when.earliest && b.when.earliest;
    const auto& day_of_a = a.when.earliest && a.when.latest ? a.when : a.published;
    const auto& day_of_b = b.when.earliest && b.when.latest ? b.when : b.published;
    const auto apart = distance(day_of_a, day_of_b);
    return dated || !apart || apart->count() <= frame.recurs_after_days;
}

class Fusion {
  public:
    explicit Fusion(const Frames& frames) : frames_(frames) {}

    /// Mentions of one document tell one event when they share all fillers, or when one leaves fillers
    /// unsaid.
    bool same_report(const Telling& report, const Telling& mention) const {
        if (report.frame != mention.frame || report.kind != mention.kind ||
            !intersect(report.when, mention.when))
            return false;
        const auto match = compare_fillers(report.core, mention.core);
        const bool enough = match.shared >= 2 || frames_[mention.frame].recurs_after_days > daily;
        return (match.kind == Fillers::equal && enough) || (match.kind == Fillers::missing && enough) ||
               (match.kind == Fillers::subset && match.shared >= 2);
    }

    bool same_event(const Telling& event, const Telling& report) const {
        if (event.frame != report.frame || event.kind != report.kind ||
            !times_agree(event, report, frames_[report.frame]))
            return false;
        const auto match = compare_fillers(event.core, report.core);
        if (match.shared < 2 && frames_[report.frame].recurs_after_days <= daily &&
            event.document == report.document)
            return false;
        return match.kind == Fillers::equal || (match.kind == Fillers::subset && match.shared >= 2);
    }

  private:
    const Frames& frames_;
};

std::vector<Telling> reports_of(const Collection& collection, const FusedEntities& entities,
                                const Frames& frames, std::uint32_t document) {
    const Fusion fusion(frames);
    std::vector<Telling> reports;
    const auto count = collection.readings[document].events.size();
    for (std::uint32_t i = 0; i < count; ++i) {
        auto mention = telling_of(collection, entities, frames, document, i);
        const auto first = reports.size() > look_back ? reports.end() - look_back : reports.begin();
        const auto found =
            std::find_if(std::make_reverse_iterator(reports.end()), std::make_reverse_iterator(first),
                         [&](const Telling& report) { return fusion.same_report(report, mention); });
        if (found != std::make_reverse_iterator(first))
            absorb(*found, mention);
        else
            reports.push_back(std::move(mention));
    }
    return reports;
}

/// Events found so far, by frame and pairs of fillers (or the one filler).
class EventIndex {
  public:
    explicit EventIndex(std::vector<Telling>& events) : events_(events) {}

    void add(std::uint32_t event) {
        for (const auto& key : keys(events_[event]))
            places_[key].push_back(event);
    }

    /// Candidates that share a key, least index first, each once.
    std::vector<std::uint32_t> candidates(const Telling& report) const {
        std::vector<std::uint32_t> out;
        for (const auto& key : keys(report)) {
            const auto found = places_.find(key);
            if (found == places_.end())
                continue;
            const auto& list = found->second;
            out.insert(out.end(), list.size() > look_back ? list.end() - look_back : list.begin(),
                       list.end());
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

  private:
    using Key = std::tuple<FrameIndex, std::uint32_t, std::uint32_t>;

    static std::vector<Key> keys(const Telling& telling) {
        constexpr std::size_t most = 8; // fillers beyond this many add no new candidates
        std::vector<Key> out;
        const auto count = std::min(telling.core.size(), most);
        if (count == 1)
            out.emplace_back(telling.frame, telling.core[0], telling.core[0]);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = i + 1; j < count; ++j)
                out.emplace_back(telling.frame, telling.core[i], telling.core[j]);
        return out;
    }

    std::vector<Telling>& events_;
    std::map<Key, std::vector<std::uint32_t>> places_;
};

} // namespace

FusedEvents fuse_events(const Collection& collection, const FusedEntities& entities, const Frames& frames) {
    const Fusion fusion(frames);
    std::vector<Telling> events;
    EventIndex index(events);
    std::vector<std::uint32_t> order(collection.readings.size());
    for (std::uint32_t d = 0; d < order.size(); ++d)
        order[d] = d;
    const auto published = [&](std::uint32_t d) -> const std::string& {
        return collection.readings[d].document.published.edtf;
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::make_tuple(published(a).empty(), std::cref(published(a)), a) <
               std::make_tuple(published(b).empty(), std::cref(published(b)), b);
    });
    for (const auto document : order)
        for (auto& report : reports_of(collection, entities, frames, document)) {
            const auto candidates = index.candidates(report);
            const auto found =
                std::find_if(candidates.begin(), candidates.end(),
                             [&](std::uint32_t candidate) { return fusion.same_event(events[candidate], report); });
            if (found != candidates.end()) {
                absorb(events[*found], report);
            } else {
                events.push_back(std::move(report));
                index.add(static_cast<std::uint32_t>(events.size() - 1));
            }
        }
    FusedEvents out;
    out.of.resize(collection.mention_count());
    for (auto& event : events) {
        for (const auto mention : event.mentions)
            out.of[mention] = static_cast<std::uint32_t>(out.events.size());
        out.events.push_back(std::move(event.mentions));
    }
    return out;
}

} // namespace timeloom
