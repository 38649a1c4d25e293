#include "graph/event_fusion.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "base/word_table.hpp"
#include "graph/components.hpp"
#include "graph/days.hpp"
#include "graph/parallels.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <array>
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

/// Days from which on an event or state counts as rare: acquisitions, appointments, rights.
constexpr int rare = 180;

std::optional<date::days> distance(const DayBounds& a, const DayBounds& b) {
    if (!a.earliest || !a.latest || !b.earliest || !b.latest)
        return std::nullopt;
    return std::max({date::days(0), *a.earliest - *b.latest, *b.earliest - *a.latest});
}

bool days_meet(const Telling& a, const Telling& b) {
    return intersect(a.when, b.when) && intersect(a.when, b.news) && intersect(a.news, b.when) &&
           intersect(a.news, b.news);
}

/// Whether the times of two tellings allow them to tell one event. Where a telling gives no day, the event is
/// taken to lie not long before its publication: two that are published or dated further apart than the event
/// takes to happen again tell different ones.
bool times_agree(const Telling& a, const Telling& b, const Frame& frame) {
    if (!days_meet(a, b))
        return false;
    const bool dated = a.when.earliest && b.when.earliest;
    const auto& day_of_a = a.when.earliest && a.when.latest ? a.when : a.published;
    const auto& day_of_b = b.when.earliest && b.when.latest ? b.when : b.published;
    const auto apart = distance(day_of_a, day_of_b);
    return dated || !apart || apart->count() <= frame.recurs_after_days;
}

/// An exclusivity that is lost and one that stays are two.
bool states_differ(const Telling& a, const Telling& b) {
    return (a.over && !a.still && b.still && !b.over) || (b.over && !b.still && a.still && !a.over);
}

/// How sure it is that two tellings tell one event.
enum class Likeness : std::uint8_t {
    none,
    near,   ///< all fillers, under a type so close that one event may be told under either
    hinted, ///< one filler in common, of more: enough where nothing else comes into question
    subset, ///< all that the one names, two or more, and the other names more
    equal,
};

class Fusion {
  public:
    explicit Fusion(const Frames& frames) : frames_(frames), untyped_(frames.find("other")) {}

    /// Mentions of one document tell one event when they share all fillers, or when one leaves fillers
    /// unsaid.
    bool same_report(const Telling& report, const Telling& mention) const {
        if (report.frame != mention.frame || report.kind != mention.kind || !days_meet(report, mention) ||
            amounts_differ(report, mention) || states_differ(report, mention) ||
            words_differ(report, mention))
            return false;
        const auto match = compare_fillers(report.core, mention.core);
        const bool enough = match.shared >= 2 || !told_apart_by_content(mention);
        return (match.kind == Fillers::equal && enough) || (match.kind == Fillers::missing && enough) ||
               (match.kind == Fillers::subset && match.shared >= 2 &&
                report.when.earliest.has_value() == mention.when.earliest.has_value());
    }

    Likeness compare(const Telling& event, const Telling& report) const {
        if (event.kind != report.kind || states_differ(event, report) ||
            !times_agree(event, report, frames_[report.frame]))
            return Likeness::none;
        const auto match = compare_fillers(event.core, report.core);
        if (event.frame == report.frame && same_words(event, report))
            return Likeness::equal;
        if (words_differ(event, report))
            return Likeness::none;
        if (event.frame != report.frame)
            return event.kind == EventKind::event && match.kind == Fillers::equal && match.shared >= 2 &&
                           !common(event) && !common(report)
                       ? Likeness::near
                       : Likeness::none;
        // Of what is told apart by its content, two tellings of one document with one filler are two events;
        // and so are two different amounts with nothing but one filler in common.
        if (match.shared < 2 && ((told_apart_by_content(report) && event.document == report.document) ||
                                 amounts_differ(event, report)))
            return Likeness::none;
        if (match.kind == Fillers::equal)
            return Likeness::equal;
        if (match.kind == Fillers::subset && match.shared >= 2)
            return Likeness::subset;
        return match.kind == Fillers::subset && is_rare(report) ? Likeness::hinted : Likeness::none;
    }

    /// The types under which the event may have been told: its own and those near it.
    std::vector<FrameIndex> types_of(const Telling& telling) const {
        auto out = frames_[telling.frame].near;
        out.insert(out.begin(), telling.frame);
        return out;
    }

    /// What happens so rarely that one filler may be enough to find it again.
    bool is_rare(const Telling& telling) const { return frames_[telling.frame].recurs_after_days >= rare; }

    /// The type under which most mentions tell it; `other` only when none knows better.
    void settle_type(Telling& event, const Collection& collection) const {
        std::map<std::pair<FrameIndex, EventKind>, std::size_t> votes;
        for (const auto number : event.mentions) {
            const auto [document, mention] = collection.mention(number);
            votes[{mention->frame, kind_of(collection.readings[document], *mention)}] +=
                mention->frame == untyped_ ? 2 : 3;
        }
        const auto most = std::max_element(votes.begin(), votes.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        std::tie(event.frame, event.kind) = most->first;
    }

    /// Of participants that the article keeps naming together, they tell little.
    static bool common(const Telling& telling) {
        constexpr std::uint32_t many = 3;
        return telling.alike > many;
    }

  private:
    bool told_apart_by_content(const Telling& telling) const {
        return frames_[telling.frame].recurs_after_days <= daily;
    }

    /// What has no type of its own is told apart by its words.
    bool words_differ(const Telling& a, const Telling& b) const {
        return (a.frame == untyped_ || b.frame == untyped_) &&
               std::none_of(a.triggers.begin(), a.triggers.end(), [&](std::string_view trigger) {
                   return std::binary_search(b.triggers.begin(), b.triggers.end(), trigger);
               });
    }

    const Frames& frames_;
    std::optional<FrameIndex> untyped_; ///< `other`
};

/// Keys of what a mention says, when it is long enough to be no chance.
std::vector<std::uint32_t> clause_keys(const DocumentReading& reading, const EventMention& mention) {
    constexpr std::size_t long_enough = 40; // bytes
    const auto words = fold_name(mention.clause.of(reading.document.text));
    if (words.size() < long_enough)
        return {};
    return {static_cast<std::uint32_t>(hash_key(words))};
}

/// Counts for each report of a document those that name all of its core, up to what makes it common.
void count_alike(std::vector<Telling>& reports) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> naming; // fused entity → reports
    for (std::uint32_t r = 0; r < reports.size(); ++r)
        for (const auto entity : reports[r].core)
            naming[entity].push_back(r);
    for (auto& report : reports) {
        report.alike = 0;
        if (report.core.empty()) { // what names nobody is named by all
            report.alike = static_cast<std::uint32_t>(reports.size());
            continue;
        }
        const auto rarest = std::min_element(report.core.begin(), report.core.end(), [&](auto a, auto b) {
            return naming.at(a).size() < naming.at(b).size();
        });
        for (const auto other : naming.at(*rarest)) {
            const auto& core = reports[other].core;
            report.alike += std::includes(core.begin(), core.end(), report.core.begin(), report.core.end());
            if (Fusion::common(report))
                break;
        }
    }
}

std::vector<Telling> reports_of(const Collection& collection, const FusedEntities& entities,
                                const Frames& frames, std::uint32_t document) {
    const Fusion fusion(frames);
    std::vector<Telling> reports;
    const auto published = bounds_of(collection.readings[document].document.published.edtf);
    const auto count = collection.readings[document].events.size();
    for (std::uint32_t i = 0; i < count; ++i) {
        auto mention = telling_of(collection, entities, frames, published, document, i);
        mention.clauses = clause_keys(collection.readings[document], collection.readings[document].events[i]);
        const auto first = reports.size() > look_back ? reports.end() - look_back : reports.begin();
        const auto found =
            std::find_if(std::make_reverse_iterator(reports.end()), std::make_reverse_iterator(first),
                         [&](const Telling& report) { return fusion.same_report(report, mention); });
        if (found != std::make_reverse_iterator(first))
            absorb(*found, mention);
        else
            reports.push_back(std::move(mention));
    }
    count_alike(reports);
    return reports;
}

/// Events found so far, by frame and pairs of fillers (or the one filler).
class EventIndex {
  public:
    explicit EventIndex(const Fusion& fusion) : fusion_(fusion) {}

    void add(std::uint32_t event, const Telling& telling) {
        for (const auto key : keys(telling, telling.frame)) {
            auto& latest = latest_[key];
            entries_.push_back({event, latest});
            latest = static_cast<std::uint32_t>(entries_.size());
        }
    }

    /// Candidates that share a key, least index first, each once.
    std::vector<std::uint32_t> candidates(const Telling& report) const {
        std::vector<std::uint32_t> out;
        for (const auto type : fusion_.types_of(report))
            for (const auto key : keys(report, type)) {
                const auto* latest = latest_.find(key);
                auto at = latest ? *latest : 0;
                for (std::size_t i = 0; i < look_back && at != 0; ++i, at = entries_[at - 1].before)
                    out.push_back(entries_[at - 1].event);
            }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

  private:
    /// One event under one key, and the entry of that key before it.
    struct Entry {
        std::uint32_t event;
        std::uint32_t before; ///< as in latest_
    };

    std::vector<std::uint64_t> keys(const Telling& telling, FrameIndex type) const {
        constexpr std::size_t most = 8; // fillers beyond this many add no new candidates
        std::vector<std::uint64_t> out;
        const auto add = [&](std::uint32_t a, std::uint32_t b) {
            const std::array<std::uint32_t, 3> key{type, a, b};
            out.push_back(hash_key({reinterpret_cast<const char*>(key.data()), sizeof key}));
        };
        for (const auto clause : telling.clauses)
            add(clause, no_index);
        const auto count = std::min(telling.core.size(), most);
        for (std::size_t i = 0; i < count; ++i)
            if (count == 1 || fusion_.is_rare(telling))
                add(telling.core[i], telling.core[i]);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = i + 1; j < count; ++j)
                add(telling.core[i], telling.core[j]);
        return out;
    }

    const Fusion& fusion_;
    WordTable<std::uint32_t> latest_; ///< key → the place behind its latest entry; 0 for none
    std::vector<Entry> entries_;
};

/// The candidate most like the report, of equals the first; one that is only hinted at when it is the only
/// one.
std::uint32_t best_of(const std::vector<std::uint32_t>& candidates, const Telling& report,
                      const std::vector<Telling>& events, const Fusion& fusion) {
    auto best = Likeness::none;
    std::uint32_t found = no_index;
    std::size_t hinted = 0;
    for (const auto candidate : candidates) {
        const auto likeness = fusion.compare(events[candidate], report);
        hinted += likeness == Likeness::hinted;
        if (likeness > best) {
            best = likeness;
            found = candidate;
        }
    }
    return best == Likeness::hinted && hinted > 1 ? no_index : found;
}

/// Joins events that parallel passages tell, the surest first, unless their days or states speak against it.
/// What one article tells as two is two.
void join_parallels(std::vector<Telling>& events, const Collection& collection,
                    const std::vector<ParallelMentions>& parallels, const Fusion& fusion) {
    std::vector<std::uint32_t> event_of(collection.mention_count());
    std::vector<std::vector<std::uint32_t>> documents(events.size()); // sorted
    for (std::uint32_t e = 0; e < events.size(); ++e)
        for (const auto mention : events[e].mentions) {
            event_of[mention] = e;
            const auto document = collection.mention(mention).first;
            if (documents[e].empty() || documents[e].back() != document)
                documents[e].push_back(document);
        }
    Components joined(events.size());
    for (const auto& pair : parallels) {
        const auto [a, b] = std::minmax({joined.of(event_of[pair.a]), joined.of(event_of[pair.b])});
        if (a == b || !days_meet(events[a], events[b]) || states_differ(events[a], events[b]) ||
            std::find_first_of(documents[a].begin(), documents[a].end(), documents[b].begin(),
                               documents[b].end()) != documents[a].end())
            continue;
        absorb(events[a], events[b]);
        documents[a].insert(documents[a].end(), documents[b].begin(), documents[b].end());
        joined.join(a, b);
    }
    std::size_t kept = 0;
    for (std::uint32_t e = 0; e < events.size(); ++e)
        if (joined.of(e) == e) {
            fusion.settle_type(events[e], collection);
            if (kept != e)
                events[kept] = std::move(events[e]);
            ++kept;
        }
    events.resize(kept);
}

} // namespace

FusedEvents fuse_events(const Collection& collection, const FusedEntities& entities, const Frames& frames) {
    const Fusion fusion(frames);
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
    std::vector<Telling> events; // of single documents first
    events.reserve(collection.mention_count());
    for (const auto document : order)
        for (auto& report : reports_of(collection, entities, frames, document))
            events.push_back(std::move(report));
    join_parallels(events, collection, find_parallels(collection, entities, frames), fusion);

    EventIndex index(fusion);
    std::uint32_t found = 0; // events[0 .. found) are what the reports before have been joined into
    for (auto& report : events) {
        if (const auto same = best_of(index.candidates(report), report, events, fusion); same != no_index) {
            absorb(events[same], report);
            report = {};
        } else {
            if (&events[found] != &report)
                events[found] = std::move(report);
            index.add(found, events[found]);
            ++found;
        }
    }
    events.resize(found);
    FusedEvents out;
    out.of.resize(collection.mention_count());
    for (auto& event : events) {
        std::sort(event.mentions.begin(), event.mentions.end());
        for (const auto mention : event.mentions)
            out.of[mention] = static_cast<std::uint32_t>(out.events.size());
        out.events.push_back(std::move(event.mentions));
    }
    return out;
}

} // namespace timeloom
