#include "graph/assembly.hpp"

#include "events/constructions.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <type_traits>

namespace timeloom {

namespace {

double weight_of(Tier tier) {
    switch (tier) {
    case Tier::path:
        return 0.9;
    case Tier::repaired:
        return 0.8;
    case Tier::position:
        return 0.65;
    case Tier::nearest:
        return 0.5;
    }
    return 0.5;
}

/// Strongest first: what one source asserts, another's doubt does not undo.
int strength(Modality modality) {
    switch (modality) {
    case Modality::asserted:
        return 4;
    case Modality::reported:
        return 3;
    case Modality::planned:
        return 2;
    case Modality::possible:
        return 1;
    case Modality::conditional:
        return 0;
    }
    return 0;
}

/// A participant that fewer than one in so many mentions names belongs to the mention, not to the event.
constexpr std::size_t least_support = 4;

/// A participant as one mention names it.
struct Part {
    std::uint32_t entity;
    Role role;
    Tier tier;
    FrameIndex frame; ///< that it was told under
};

/// Of the parts of one entity, sorted by role: the first of the roles that weigh most.
Role weightiest_role(std::span<const Part> parts) {
    Role best = parts.front().role;
    double most = 0;
    for (std::size_t begin = 0, end = 0; begin < parts.size(); begin = end) {
        double sum = 0;
        for (; end < parts.size() && parts[end].role == parts[begin].role; ++end)
            sum += weight_of(parts[end].tier);
        if (sum > most) {
            most = sum;
            best = parts[begin].role;
        }
    }
    return best;
}

/// The pair with that key, which is added when there is none. Few pairs.
template <class Key>
std::pair<Key, double>& place_in(std::vector<std::pair<Key, double>>& pairs, Key key) {
    for (auto& pair : pairs)
        if (pair.first == key)
            return pair;
    return pairs.emplace_back(key, 0);
}

/// Adds to a sorted list; false when it was there.
template <class Item>
bool add_once(std::vector<Item>& items, std::type_identity_t<Item> item) {
    const auto place = std::lower_bound(items.begin(), items.end(), item);
    if (place != items.end() && *place == item)
        return false;
    items.insert(place, item);
    return true;
}

class Assembly {
  public:
    Assembly(Collection& collection, FusedEntities& entities, const FusedEvents& events, const Frames& frames,
             const World& world)
        : collection_(collection), entities_(entities), events_(events), frames_(frames), world_(world) {
        for (const auto& frame : frames.all()) {
            types_.push_back(frame.type);
            wide_.push_back(*frames.find(frame.under.empty() ? frame.type : frame.under));
        }
        for (const auto use : {Use::active, Use::passive, Use::nominal, Use::support, Use::predicate})
            constructions_.push_back(name_of(use));
    }

    Timeline run(const std::vector<std::uint32_t>& copies) {
        for (std::uint32_t d = 0; d < collection_.readings.size(); ++d)
            add_document(d, copies[d]);
        name_entities();
        out_.events.resize(events_.events.size());
        make_room_for_mentions();
        for (std::uint32_t d = 0; d < collection_.readings.size(); ++d)
            add_mentions(d);
        for (std::uint32_t e = 0; e < out_.events.size(); ++e)
            settle_event(e, copies);
        return std::move(out_);
    }

  private:
    void add_document(std::uint32_t d, std::uint32_t copied) {
        auto& document = collection_.readings[d].document;
        out_.storage.push_back(std::move(document.text));
        TimelineDocument added;
        added.id = document.id;
        added.uri = std::move(document.uri);
        added.title = std::move(document.title);
        added.language = document.language;
        added.publisher = std::move(document.publisher);
        added.url = std::move(document.url);
        added.published = document.published;
        added.sha256 = std::move(document.sha256);
        if (copied != no_index)
            added.copies_of = collection_.readings[copied].document.id;
        out_.documents.push_back(std::move(added));
    }

    void name_entities() {
        out_.entities.reserve(entities_.entities.size());
        for (auto& fused : entities_.entities) {
            TimelineEntity entity;
            entity.id = "entity:" + hash_hex(fused.key);
            entity.type = fused.type;
            entity.name = std::move(fused.name);
            entity.aliases = std::move(fused.aliases);
            if (fused.known != unknown_entity && !world_[fused.known].wikidata.empty())
                entity.same_as.push_back("wikidata:" + world_[fused.known].wikidata);
            out_.entities.push_back(std::move(entity));
        }
        entities_.entities = {};
    }

    Quote quote(std::uint32_t d, const CodePointOffsets& offsets, Span span) const {
        return {d, offsets.at(span.begin), offsets.at(span.end), span.of(out_.storage[d])};
    }

    void make_room_for_mentions() {
        std::vector<std::uint32_t> named(out_.entities.size());
        for (std::uint32_t d = 0; d < collection_.readings.size(); ++d)
            for (const auto& mention : collection_.readings[d].entities.mentions)
                ++named[entity_of(d, mention.entity)];
        for (std::size_t e = 0; e < named.size(); ++e)
            out_.entities[e].mentions.reserve(named[e]);
        for (std::uint32_t e = 0; e < out_.events.size(); ++e)
            out_.events[e].mentions.reserve(events_.events[e].size());
    }

    void add_mentions(std::uint32_t d) {
        auto& reading = collection_.readings[d];
        const CodePointOffsets offsets(out_.storage[d]);
        for (const auto& mention : reading.entities.mentions) {
            auto& entity = out_.entities[entity_of(d, mention.entity)];
            const auto added = quote(d, offsets, mention.span);
            if (entity.mentions.empty() || entity.mentions.back().document != d ||
                entity.mentions.back().begin != added.begin || entity.mentions.back().end != added.end)
                entity.mentions.push_back(added);
        }
        for (std::uint32_t i = 0; i < reading.events.size(); ++i) {
            const auto& mention = reading.events[i];
            TimelineMention added;
            added.quote = quote(d, offsets, mention.clause);
            added.trigger_begin = offsets.at(mention.trigger.begin);
            added.trigger_end = offsets.at(mention.trigger.end);
            added.modality = mention.modality;
            added.polarity = mention.polarity;
            for (const auto& said : mention.attribution)
                if (said.entity != unknown_entity)
                    added.attribution.push_back({entity_of(d, said.entity), {}});
                else
                    added.attribution.push_back({no_index, std::string(said.span.of(out_.storage[d]))});
            added.construction = constructions_[std::size_t(mention.use)];
            added.tier = mention.tier;
            if (mention.time != no_index) {
                const auto& time = reading.times[mention.time];
                added.time_edtf = time.edtf;
                auto& event = out_.events[events_.of[collection_.mention_number(d, i)]];
                event.time.expressions.push_back({quote(d, offsets, time.span), time.value});
            }
            out_.events[events_.of[collection_.mention_number(d, i)]].mentions.push_back(std::move(added));
        }
        reading.entities = {}; // nothing that comes after needs them, and the timeline needs the room
        reading.clues = {};
    }

    std::uint32_t entity_of(std::uint32_t d, std::uint32_t local) const {
        return entities_.of[collection_.entity_number(d, local)];
    }

    /// The mention that tells an event of this type with most certainty. A mention of another type ("agreed
    /// to buy" of the purchase) and a noun ("the takeover", which may only be planned) count where nothing
    /// else tells it.
    const EventMention& surest_telling(std::uint32_t e, FrameIndex type) const {
        const auto certainty = [&](const EventMention& mention) {
            const bool plain = mention.use == Use::nominal && mention.modality == Modality::asserted;
            return std::make_tuple(wide_[mention.frame] == type, !plain, strength(mention.modality),
                                   mention.polarity == Polarity::positive);
        };
        const EventMention* surest = nullptr;
        for (const auto number : events_.events[e]) {
            const auto [document, told] = collection_.mention(number);
            if (!surest || certainty(*told) > certainty(*surest))
                surest = told;
        }
        return *surest;
    }

    /// Whom an event is about, told in the words of a vaguer type: whoever "left" was dismissed.
    Role role_in(FrameIndex frame, const Part& part) const {
        const auto& vaguer = frames_[frame].vaguer;
        const auto& told = frames_[part.frame].identity;
        const auto& own = frames_[frame].identity;
        const bool about = std::ranges::find(vaguer, part.frame) != vaguer.end() && told.size() == 1 &&
                           own.size() == 1 && told.front() == part.role;
        return about ? own.front() : part.role;
    }

    void settle_event(std::uint32_t e, const std::vector<std::uint32_t>& copies) {
        auto& event = out_.events[e];
        std::vector<std::pair<FrameIndex, double>> frames;
        std::vector<Part> parts;
        std::vector<std::uint32_t> documents, independent;
        std::vector<std::string_view> languages;
        double doubt = 1;
        constexpr double untyped_weight = 0.6; // that one text names no type says little
        const auto untyped = frames_.find("other");
        for (const auto number : events_.events[e]) {
            const auto [d, told] = collection_.mention(number);
            const auto weight = weight_of(told->tier) * (told->frame == untyped ? untyped_weight : 1);
            place_in(frames, told->frame).second += weight;
            for (const auto& participant : told->participants)
                if (participant.is_entity())
                    parts.push_back(
                        {entity_of(d, participant.entity), participant.role, participant.tier, told->frame});
                else if (participant.amount)
                    add_amount(event, *participant.amount);
            if (documents.empty() || documents.back() != d) // mentions come by document
                documents.push_back(d);
            add_once(languages, std::string_view(out_.documents[d].language));
            const auto source = copies[d] == no_index ? d : copies[d];
            if (add_once(independent, source))
                doubt *= 1 - weight_of(told->tier) * 0.9;
        }
        // The wide types are voted on first, then the fine ones of the winner.
        std::sort(frames.begin(), frames.end());
        std::vector<std::pair<FrameIndex, double>> types;
        for (const auto& [index, weight] : frames)
            place_in(types, wide_[index]).second += weight;
        auto frame = std::max_element(frames.begin(), frames.end(), [&](const auto& a, const auto& b) {
                         return std::make_pair(place_in(types, wide_[a.first]).second, a.second) <
                                std::make_pair(place_in(types, wide_[b.first]).second, b.second);
                     })->first;
        constexpr double least_share =
            0.25; // of the more exact word ("dismissed" beside three of "his exit")
        for (const auto& [index, weight] : frames)
            if (const auto& vaguer = frames_[index].vaguer;
                std::ranges::find(vaguer, frame) != vaguer.end() &&
                weight >= least_share * (weight + place_in(frames, frame).second)) {
                frame = index;
                break;
            }
        for (auto& part : parts)
            part.role = role_in(frame, part);
        event.kind = kind_of(collection_, events_.events[e]);
        event.type = types_[wide_[frame]];
        if (wide_[frame] != frame)
            event.subtype = types_[frame];
        const auto& surest = surest_telling(e, wide_[frame]);
        event.modality = surest.modality;
        event.polarity = surest.polarity;
        std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
            return std::tie(a.entity, a.role) < std::tie(b.entity, b.role);
        });
        for (auto begin = parts.begin(), end = begin; begin != parts.end(); begin = end) {
            while (end != parts.end() && end->entity == begin->entity)
                ++end;
            if (least_support * static_cast<std::size_t>(end - begin) < events_.events[e].size())
                continue;
            TimelineParticipant participant;
            participant.role = weightiest_role({begin, end});
            participant.entity = begin->entity;
            participant.tier = Tier::nearest;
            for (auto part = begin; part != end; ++part)
                if (part->role == participant.role)
                    participant.tier = std::min(participant.tier, part->tier);
            event.participants.push_back(std::move(participant));
        }
        std::stable_sort(
            event.participants.begin(), event.participants.end(),
            [](const TimelineParticipant& a, const TimelineParticipant& b) { return a.role < b.role; });
        event.participants.shrink_to_fit();
        std::vector<std::pair<std::uint32_t, std::string_view>> said;
        for (const auto& told : event.mentions)
            for (const auto& holder : told.attribution)
                if (add_once(said, {holder.entity, holder.text}))
                    event.attribution.push_back(holder);
        event.source_documents = static_cast<std::uint32_t>(documents.size());
        event.independent_sources = static_cast<std::uint32_t>(independent.size());
        event.languages = languages_.get(
            languages, [&] { return std::vector<std::string>(languages.begin(), languages.end()); });
        event.confidence = std::round((1 - doubt) * 100) / 100;
        const auto& first = event.mentions.front();
        event.id = "event:" + hash_hex(event.type + "|" + out_.documents[first.quote.document].id + "|" +
                                       std::to_string(first.trigger_begin) + "|" +
                                       std::to_string(events_.events[e].front() -
                                                      collection_.first_mention[first.quote.document]));
    }

    static void add_amount(TimelineEvent& event, const Amount& amount) {
        for (const auto& known : event.participants)
            if (known.entity == no_index && known.number == amount.number && known.unit == amount.unit)
                return;
        TimelineParticipant participant;
        participant.role = Role::amount;
        participant.number = amount.number;
        participant.unit = amount.unit;
        participant.bound = amount.bound;
        event.participants.push_back(std::move(participant));
    }

    Collection& collection_;
    FusedEntities& entities_;
    const FusedEvents& events_;
    const Frames& frames_;
    const World& world_;
    SharedTextsByKey<std::vector<std::string_view>> languages_; ///< of an event
    std::vector<CompactString> types_;                          ///< names of the frames, which events share
    std::vector<FrameIndex> wide_; ///< by frame: the type of the contract that it stands under, or is
    std::vector<CompactString> constructions_; ///< names of the uses, the same
    Timeline out_;
};

} // namespace

Timeline assemble(Collection& collection, FusedEntities& entities, const FusedEvents& events,
                  const std::vector<std::uint32_t>& copies, const Frames& frames, const World& world) {
    return Assembly(collection, entities, events, frames, world).run(copies);
}

} // namespace timeloom
