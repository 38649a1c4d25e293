#include "graph/telling.hpp"

#include "base/digest.hpp"
#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "graph/days.hpp"
#include "graph/lead.hpp"
#include "graph/words.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Bytes from which on a clause is told again in the same words by a copy, and not by chance.
constexpr std::uint32_t long_enough = 40;

/// Of a list longer than that the rest is passed over: no sentence of man names so many.
constexpr std::size_t most_members = 8000;

std::uint16_t at_most_16_bits(std::uint32_t count) {
    return static_cast<std::uint16_t>(std::min(count, std::uint32_t{0xFFFF}));
}

std::uint32_t short_key(std::string_view text) {
    return static_cast<std::uint32_t>(hash_key(text));
}

void settle(std::vector<std::uint32_t>& entities) {
    std::sort(entities.begin(), entities.end());
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

bool acts(Role role) {
    return role == Role::agent || role == Role::party || role == Role::holder || role == Role::approver;
}

bool undergoes(Role role) {
    return role == Role::patient || role == Role::counterparty || role == Role::beneficiary;
}

/// Told by a noun: it names what may have been long ago ("since his resignation"; "Ferry fire: captain
/// sentenced").
bool is_named(const EventMention& mention) {
    return mention.use == Use::nominal;
}

/// When an event without a date of its own must have been: what a lead tells as past is news.
DayBounds news_days(const DocumentReading& reading, const EventMention& mention, const DayBounds& published) {
    constexpr date::days fresh{21}, fresh_in_headline{62}; // which leave the dates to the text
    if (mention.time != no_index || !has_happened(mention) || !published.earliest || !told_as_fact(mention) ||
        mention.anterior || is_named(mention) || !in_lead(reading, mention, 1))
        return {};
    const bool prose = reading.document.sentences[mention.sentence].kind == SentenceKind::prose;
    return {*published.earliest - (prose ? fresh : fresh_in_headline), published.latest};
}

/// The words of a clause, as a number that is not 0.
std::uint32_t key_of(const WeighedWords& clause) {
    auto state = hash_start;
    for (std::uint32_t i = 0; i < clause.count; ++i)
        state = (state ^ clause.words[i].key) * 0x100000001b3u;
    return std::max(1u, static_cast<std::uint32_t>(hash_end(state)));
}

/// All but the lists and amounts, the words, and the count of its frame.
Telling telling_of(const DocumentReading& reading, const DayBounds& published, std::uint32_t document,
                   std::uint32_t number) {
    const auto& mention = reading.events[number];
    Telling out;
    out.document = document;
    out.sentence = mention.sentence;
    out.trigger = mention.trigger.begin;
    out.clause_left = at_most_16_bits(out.trigger - std::min(mention.clause.begin, out.trigger));
    out.clause_right = at_most_16_bits(std::max(mention.clause.end, out.trigger) - out.trigger);
    out.frame = mention.frame;
    out.kind = kind_of(reading, mention);
    out.polarity = mention.polarity;
    out.modality = mention.modality;
    out.over = mention.ends || mention.tense == ClauseTense::past || has_happened(mention);
    out.ends = mention.ends;
    out.stays = !mention.ends && mention.polarity == Polarity::positive &&
                (mention.tense == ClauseTense::present || mention.tense == ClauseTense::future);
    out.headline = mention.sentence < reading.document.sentences.size() &&
                   reading.document.sentences[mention.sentence].kind != SentenceKind::prose;
    out.named = is_named(mention);
    out.definite = mention.definite;
    out.further = mention.further;
    out.awaited = mention.kind == EventKind::event &&
                  (mention.tense == ClauseTense::future || mention.modality == Modality::planned ||
                   mention.modality == Modality::possible || mention.modality == Modality::conditional);
    out.anterior = mention.anterior;
    out.counted = mention.distance.from != no_index && mention.distance.length != no_index &&
                  reading.events[mention.distance.from].sentence == mention.sentence;
    out.doer = mention.doer;
    out.lead = in_lead(reading, mention);
    out.news = TellingDays(news_days(reading, mention, published));
    out.language = static_cast<std::uint16_t>(short_key(reading.document.language));
    if (mention.time != no_index && reading.times[mention.time].resolved) {
        const auto& time = reading.times[mention.time];
        out.dated = true;
        out.placed = mention.time_relation == TimeRelation::at && !borrows_date(reading, number);
        out.time = time.edtf.empty() ? 0 : short_key(time.edtf);
        out.when = TellingDays(time.bounds);
    }
    const auto lemma = fold_name(mention.trigger_lemma);
    out.lemma = short_key(lemma);
    out.stem = lemma.size() < stem_letters ? 0 : short_key(std::string_view(lemma).substr(0, stem_letters));
    return out;
}

/// The lists of one telling, in the order in which Telling has them.
struct Lists {
    std::vector<std::uint32_t> core, told, entities, agents, patients, objects, holders;

    template <class Visit>
    void for_each(Visit visit) {
        for (auto* list : {&core, &told, &entities, &agents, &patients, &objects, &holders})
            visit(*list);
    }
};

/// Fills all but `told`, which only the whole document tells.
void fill(Lists& lists, const Collection& collection, const FusedEntities& entities, const Frames& frames,
          std::uint32_t document, const EventMention& mention) {
    const auto fused = [&](std::uint32_t local) {
        return entities.of[collection.entity_number(document, local)];
    };
    lists.for_each([](auto& list) { list.clear(); });
    const auto& identity = frames[mention.frame].identity;
    for (const auto& participant : mention.participants) {
        if (!participant.is_entity())
            continue;
        const auto entity = fused(participant.entity);
        lists.entities.push_back(entity);
        if (std::find(identity.begin(), identity.end(), participant.role) != identity.end())
            lists.core.push_back(entity);
        if (acts(participant.role))
            lists.agents.push_back(entity);
        if (undergoes(participant.role))
            lists.patients.push_back(entity);
        if (participant.role == Role::object)
            lists.objects.push_back(entity);
    }
    for (const auto& said : mention.attribution)
        if (said.entity != unknown_entity)
            lists.holders.push_back(fused(said.entity));
    lists.for_each([](auto& list) {
        settle(list);
        list.resize(std::min(list.size(), most_members));
    });
    lists.told.resize(lists.core.size());
}

/// How often each stands in the list; the list is sorted for it.
template <class Item>
class Counts {
  public:
    explicit Counts(std::vector<Item> items) : items_(std::move(items)) {
        std::sort(items_.begin(), items_.end());
    }
    std::uint32_t of(Item item) const {
        const auto [begin, end] = std::equal_range(items_.begin(), items_.end(), item);
        return static_cast<std::uint32_t>(end - begin);
    }

  private:
    std::vector<Item> items_;
};

} // namespace

bool borrows_date(const DocumentReading& reading, std::uint32_t number) {
    const auto& mention = reading.events[number];
    const auto dates_verb = [&](const EventMention& other) {
        return other.time == mention.time && other.use != Use::nominal;
    };
    if (mention.time == no_index || !is_named(mention))
        return false;
    for (auto i = number; i > 0 && reading.events[i - 1].sentence == mention.sentence; --i)
        if (dates_verb(reading.events[i - 1]))
            return true;
    for (auto i = number + 1; i < reading.events.size() && reading.events[i].sentence == mention.sentence;
         ++i)
        if (dates_verb(reading.events[i]))
            return true;
    return false;
}

EventKind kind_of(const DocumentReading& reading, const EventMention& mention) {
    if (mention.time == no_index || mention.until != no_index || !reading.times[mention.time].resolved)
        return mention.kind;
    const auto& days = reading.times[mention.time].bounds;
    if (mention.time_relation == TimeRelation::until || mention.time_relation == TimeRelation::since)
        return EventKind::state;
    const bool short_time = days.earliest && days.latest && *days.latest - *days.earliest <= date::days(31);
    const bool happened = mention.time_relation == TimeRelation::at && short_time &&
                          (mention.tense == ClauseTense::past || mention.tense == ClauseTense::future);
    return happened && !mention.begins && !mention.ends ? EventKind::event : mention.kind;
}

EventKind kind_of(const Collection& collection, std::span<const std::uint32_t> mentions) {
    const auto states = std::count_if(mentions.begin(), mentions.end(), [&](std::uint32_t number) {
        const auto [document, mention] = collection.mention(number);
        return kind_of(collection.readings[document], *mention) == EventKind::state;
    });
    return 2 * static_cast<std::size_t>(states) > mentions.size() ? EventKind::state : EventKind::event;
}

std::vector<std::uint32_t> identity_of(const Collection& collection, const FusedEntities& entities,
                                       const Frames& frames, std::uint32_t document,
                                       const EventMention& mention) {
    std::vector<std::uint32_t> out;
    const auto& identity = frames[mention.frame].identity;
    for (const auto& participant : mention.participants) {
        if (participant.is_entity() &&
            std::find(identity.begin(), identity.end(), participant.role) != identity.end())
            out.push_back(entities.of[collection.entity_number(document, participant.entity)]);
    }
    settle(out);
    return out;
}

Tellings::Tellings(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                   unsigned threads)
    : tellings_(collection.mention_count()), published_(collection.readings.size()),
      amounts_(published_.size()), members_(published_.size()), words_(published_.size()) {
    in_parallel(threads, published_.size(), [&](std::size_t d) {
        add_document(collection, entities, frames, static_cast<std::uint32_t>(d));
    });
}

void Tellings::add_amounts(const EventMention& mention, Telling& telling) {
    auto& amounts = amounts_[telling.document];
    telling.first_amount = static_cast<std::uint32_t>(amounts.size());
    for (const auto& participant : mention.participants)
        if (participant.amount && amounts.size() - telling.first_amount < most_members)
            amounts.push_back({short_key(participant.amount->unit), participant.amount->number});
    telling.amounts = static_cast<std::uint16_t>(amounts.size() - telling.first_amount);
}

void Tellings::add_document(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                            std::uint32_t document) {
    const auto& reading = collection.readings[document];
    const auto published = bounds_of(reading.document.published.edtf);
    published_[document] = TellingDays(published);
    const auto tellings =
        std::span(tellings_).subspan(collection.first_mention[document], reading.events.size());
    Lists lists;
    std::vector<std::uint32_t> members, named; // all lists; all that stand in the core of a telling
    std::vector<FrameIndex> told;
    const auto words = weigh_words(reading, words_[document]);
    for (std::size_t i = 0; i < reading.events.size(); ++i) {
        const auto& mention = reading.events[i];
        auto& telling = tellings[i];
        telling = telling_of(reading, published, document, static_cast<std::uint32_t>(i));
        telling.words = words[i];
        if (mention.clause.length() >= long_enough)
            telling.wording = key_of(words[i].clause);
        add_amounts(mention, telling);
        fill(lists, collection, entities, frames, document, mention);
        const auto begin = members.size();
        lists.for_each([&, i = 0u](const auto& list) mutable {
            members.insert(members.end(), list.begin(), list.end());
            telling.list_ends[i++] = static_cast<std::uint16_t>(members.size() - begin);
        });
        for (const auto entity : lists.core)
            telling.core_bits |= 1u << entity % 32;
        named.insert(named.end(), lists.core.begin(), lists.core.end());
        told.push_back(telling.frame);
    }
    const Counts of_frame(std::move(told));
    const Counts of_entity(std::move(named));
    members.shrink_to_fit();
    members_[document] = std::move(members);
    for (auto* list = members_[document].data(); auto& telling : tellings) {
        telling.members = list;
        telling.same_frame = at_most_16_bits(of_frame.of(telling.frame));
        for (std::size_t i = 0; i < telling.core().size(); ++i)
            list[telling.list_ends[0] + i] = of_entity.of(list[i]);
        list += telling.list_ends.back();
    }
}

} // namespace timeloom
