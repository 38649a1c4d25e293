#include "export/filter.hpp"

#include "base/utf8.hpp"
#include "export/edtf.hpp"
#include "export/nearest.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace timeloom {
namespace {

template <class Item, class List>
bool contains(const List& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Which entities the filter names, by index.
std::vector<bool> chosen_entities(const Timeline& timeline, const std::vector<std::string>& asked) {
    std::vector<std::string> folded;
    for (const auto& name : asked)
        folded.push_back(fold_name(name));
    std::vector<bool> chosen(timeline.entities.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const auto& entity = timeline.entities[i];
        chosen[i] = contains(asked, entity.id) || contains(folded, fold_name(entity.name)) ||
                    std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                [&](const std::string& alias) { return contains(folded, fold_name(alias)); });
    }
    return chosen;
}

bool tells(const TimelineDocument& document, const std::vector<std::string>& asked) {
    return std::any_of(asked.begin(), asked.end(), [&](const std::string& name) {
        const auto folded = fold_name(name);
        return name == document.id || name == document.uri || folded == fold_name(document.publisher) ||
               folded == fold_name(document.title);
    });
}

bool in_range(const TimelineEvent& event, const Filter& filter) {
    if (!filter.from && !filter.to)
        return true;
    const auto extent = extent_of(event.time, event.kind);
    if (!extent.first())
        return false;                          // undated
    const auto& first = extent.start.earliest; // before that, and after `last`, it surely was not
    const auto& last = extent.end.latest;
    return (!filter.from || !last || *last >= *filter.from) && (!filter.to || !first || *first <= *filter.to);
}

/// A copy that holds only what `keep` marks, with all indices moved.
class Selection {
  public:
    explicit Selection(const Timeline& from) : from_(from) {}

    Timeline of(const std::vector<bool>& keep) {
        mark(keep);
        for (std::size_t i = 0; i < from_.documents.size(); ++i)
            if (documents_[i])
                documents_[i] = add(to_.documents, from_.documents[i]);
        for (std::size_t i = 0; i < from_.entities.size(); ++i)
            if (entities_[i])
                entities_[i] = add(to_.entities, from_.entities[i]);
        for (auto& entity : to_.entities) {
            std::erase_if(entity.mentions,
                          [this](const Quote& quote) { return !documents_[quote.document]; });
            for (auto& quote : entity.mentions)
                move(quote);
        }
        std::vector<std::uint32_t> events(from_.events.size());
        for (std::size_t i = 0; i < from_.events.size(); ++i)
            if (keep[i]) {
                events[i] = add(to_.events, from_.events[i]);
                move(to_.events.back());
            }
        for (const auto& relation : from_.relations)
            if (events[relation.from] && events[relation.to]) {
                add(to_.relations, relation);
                to_.relations.back().from = events[relation.from] - 1;
                to_.relations.back().to = events[relation.to] - 1;
            }
        for (const auto& conflict : from_.conflicts)
            if (std::all_of(conflict.about.begin(), conflict.about.end(),
                            [&](auto event) { return events[event] != 0; })) {
                add(to_.conflicts, conflict);
                for (auto& event : to_.conflicts.back().about)
                    event = events[event] - 1;
            }
        return std::move(to_);
    }

  private:
    /// Appends, and gives the new index plus one: 0 stands for what is left out.
    template <class Item>
    static std::uint32_t add(std::vector<Item>& to, const Item& item) {
        to.push_back(item);
        return static_cast<std::uint32_t>(to.size());
    }

    void mark(const std::vector<bool>& keep) {
        documents_.assign(from_.documents.size(), 0);
        entities_.assign(from_.entities.size(), 0);
        const auto mark_holders = [this](const CompactList<TimelineAttribution>& attribution) {
            for (const auto& who : attribution)
                if (who.entity != no_index)
                    entities_[who.entity] = 1;
        };
        for (std::size_t i = 0; i < from_.events.size(); ++i) {
            if (!keep[i])
                continue;
            const auto& event = from_.events[i];
            for (const auto& participant : event.participants)
                if (participant.entity != no_index)
                    entities_[participant.entity] = 1;
            mark_holders(event.attribution);
            for (const auto& expression : event.time.expressions)
                documents_[expression.quote.document] = 1;
            for (const auto& mention : event.mentions) {
                documents_[mention.quote.document] = 1;
                mark_holders(mention.attribution);
            }
        }
        // A copy's original comes along.
        std::set<std::string_view> originals;
        for (std::size_t i = 0; i < from_.documents.size(); ++i)
            if (documents_[i])
                originals.insert(from_.documents[i].copies_of);
        for (std::size_t i = 0; i < from_.documents.size(); ++i)
            if (originals.contains(from_.documents[i].id))
                documents_[i] = 1;
    }

    void move(Quote& quote) const { quote.document = documents_[quote.document] - 1; }
    void move(CompactList<TimelineAttribution>& attribution) const {
        for (auto& who : attribution)
            if (who.entity != no_index)
                who.entity = entities_[who.entity] - 1;
    }
    void move(TimelineEvent& event) const {
        for (auto& participant : event.participants)
            if (participant.entity != no_index)
                participant.entity = entities_[participant.entity] - 1;
        move(event.attribution);
        for (auto& expression : event.time.expressions)
            move(expression.quote);
        for (auto& mention : event.mentions) {
            move(mention.quote);
            move(mention.attribution);
        }
    }

    const Timeline& from_;
    Timeline to_;
    std::vector<std::uint32_t> documents_, entities_; ///< new index plus one; 0 is left out
};

} // namespace

bool Filter::asks_nothing() const {
    return entities.empty() && types.empty() && languages.empty() && sources.empty() && modalities.empty() &&
           !denied && !from && !to && minimum_sources == 0 && most_prominent == 0;
}

Timeline filtered(const Timeline& timeline, const Filter& filter) {
    const auto entities = chosen_entities(timeline, filter.entities);
    std::vector<bool> sources;
    for (const auto& document : timeline.documents)
        sources.push_back(tells(document, filter.sources));
    const auto passes = [&](const TimelineEvent& event) {
        const auto takes_part = [&](const TimelineParticipant& p) {
            return p.entity != no_index && entities[p.entity];
        };
        const auto asked_source = [&](const TimelineMention& mention) {
            return sources[mention.quote.document];
        };
        return (filter.types.empty() || contains(filter.types, event.type) ||
                contains(filter.types, event.subtype)) &&
               ((filter.modalities.empty() && !filter.denied) ||
                contains(filter.modalities, event.modality) ||
                (filter.denied && event.polarity == Polarity::negative)) &&
               event.independent_sources >= filter.minimum_sources && in_range(event, filter) &&
               (filter.entities.empty() ||
                std::any_of(event.participants.begin(), event.participants.end(), takes_part)) &&
               (filter.languages.empty() ||
                std::any_of(event.languages.begin(), event.languages.end(),
                            [&](const auto& l) { return contains(filter.languages, l); })) &&
               (filter.sources.empty() ||
                std::any_of(event.mentions.begin(), event.mentions.end(), asked_source));
    };
    std::vector<bool> keep(timeline.events.size());
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < keep.size(); ++i)
        if ((keep[i] = passes(timeline.events[i])))
            kept.push_back(i);
    if (filter.most_prominent && kept.size() > filter.most_prominent) {
        std::sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
            const auto& first = timeline.events[a];
            const auto& second = timeline.events[b];
            return std::tuple(second.independent_sources, second.mentions.size(),
                              std::string_view(first.id)) <
                   std::tuple(first.independent_sources, first.mentions.size(), std::string_view(second.id));
        });
        for (std::size_t i = filter.most_prominent; i < kept.size(); ++i)
            keep[kept[i]] = false;
    }
    return Selection(timeline).of(keep);
}

std::vector<std::string> unknown_names(const Timeline& timeline, const Filter& filter) {
    std::vector<std::string_view> names, types, sources;
    std::set<std::string_view> languages;
    for (const auto& entity : timeline.entities) {
        names.push_back(entity.name);
        names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    }
    for (const auto& event : timeline.events)
        types.insert(types.end(), {event.type, event.finest_type()});
    for (const auto& document : timeline.documents) {
        languages.insert(document.language);
        sources.insert(sources.end(), {document.publisher, document.title, document.uri});
    }
    std::erase(sources, std::string_view());
    std::vector<std::string> out;
    const auto missing = [&](const char* option, const std::string& name, const std::string& problem) {
        out.push_back(std::string(option) + " " + name + ": " + problem);
    };
    const auto or_rather = [](const std::string& name, const std::vector<std::string_view>& known) {
        return known.empty() ? "" : " (did you mean “" + std::string(nearest(name, known)) + "”?)";
    };
    for (const auto& name : filter.entities) {
        const auto chosen = chosen_entities(timeline, {name});
        if (std::find(chosen.begin(), chosen.end(), true) == chosen.end())
            missing("--entity", name, "nobody here is called so" + or_rather(name, names));
    }
    for (const auto& name : filter.types)
        if (!contains(types, std::string_view(name)))
            missing("--type", name, "no event here is of this type" + or_rather(name, types));
    for (const auto& name : filter.languages) {
        std::string known;
        for (const auto language : languages)
            (known += known.empty() ? "" : ", ") += language;
        if (!languages.contains(name))
            missing("--told-in", name, "no document here is in this language (they are in " + known + ")");
    }
    for (const auto& name : filter.sources)
        if (std::none_of(timeline.documents.begin(), timeline.documents.end(),
                         [&](const auto& document) { return tells(document, {name}); }))
            missing("--source", name,
                    "no document or publisher here is called so" + or_rather(name, sources));
    return out;
}

std::vector<EntityTimeline> by_entity(const Timeline& timeline) {
    std::vector<std::vector<bool>> keep(timeline.entities.size());
    for (std::size_t i = 0; i < timeline.events.size(); ++i)
        for (const auto& participant : timeline.events[i].participants) {
            if (participant.entity == no_index)
                continue;
            keep[participant.entity].resize(timeline.events.size());
            keep[participant.entity][i] = true;
        }
    std::vector<EntityTimeline> out;
    for (std::size_t i = 0; i < keep.size(); ++i)
        if (!keep[i].empty())
            out.push_back({timeline.entities[i].name, Selection(timeline).of(keep[i])});
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
}

} // namespace timeloom
