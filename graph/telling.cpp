#include "graph/telling.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "graph/days.hpp"
#include "graph/lead.hpp"
#include "graph/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace timeloom {

namespace {

/// Letters of a lemma's stem, and of a clause's words; words shorter than `shortest` are mostly grammar.
constexpr std::size_t stem_letters = 5;
constexpr std::size_t shortest = 4;

/// Bytes from which on a clause is told again in the same words by a copy, and not by chance.
constexpr std::uint32_t long_enough = 40;

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

/// When an event without a date of its own must have been: what a lead tells as past is news.
DayBounds news_days(const DocumentReading& reading, const EventMention& mention, const DayBounds& published) {
    constexpr date::days fresh{21};
    if (mention.time != no_index || mention.kind != EventKind::event || mention.tense != ClauseTense::past ||
        !published.earliest || !told_as_fact(mention) || !in_lead(reading, mention))
        return {};
    return {*published.earliest - fresh, published.latest};
}

Telling telling_of(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                   const DayBounds& published, std::uint32_t document, const EventMention& mention) {
    const auto& reading = collection.readings[document];
    const auto fused = [&](std::uint32_t local) {
        return entities.of[collection.entity_number(document, local)];
    };
    Telling out;
    out.document = document;
    out.sentence = mention.sentence;
    out.clause = mention.clause;
    out.trigger = mention.trigger.begin;
    out.frame = mention.frame;
    out.kind = kind_of(reading, mention);
    out.polarity = mention.polarity;
    out.modality = mention.modality;
    out.over = mention.ends || mention.tense == ClauseTense::past;
    out.ends = mention.ends;
    out.stays = !mention.ends && mention.polarity == Polarity::positive &&
                (mention.tense == ClauseTense::present || mention.tense == ClauseTense::future);
    out.headline = mention.sentence < reading.document.sentences.size() &&
                   reading.document.sentences[mention.sentence].kind != SentenceKind::prose;
    out.lead = in_lead(reading, mention);
    out.published = published;
    out.news = news_days(reading, mention, out.published);
    out.language = short_key(reading.document.language);
    if (mention.time != no_index && reading.times[mention.time].resolved) {
        const auto& time = reading.times[mention.time];
        out.dated = true;
        out.placed = mention.time_relation == TimeRelation::at;
        out.time = time.edtf.empty() ? 0 : short_key(time.edtf);
        out.when = time.bounds;
    }
    if (mention.clause.length() >= long_enough)
        out.words = short_key(fold_name(mention.clause.of(reading.document.text)));
    const auto lemma = fold_name(mention.trigger_lemma);
    out.lemma = short_key(lemma);
    out.stem = lemma.size() < stem_letters ? 0 : short_key(std::string_view(lemma).substr(0, stem_letters));
    out.core = identity_of(collection, entities, frames, document, mention);
    for (const auto& participant : mention.participants)
        if (const auto* amount = std::get_if<SharedAmount>(&participant.filler)) {
            out.amounts.emplace_back(short_key((*amount)->unit), (*amount)->number);
        } else {
            const auto entity = fused(std::get<std::uint32_t>(participant.filler));
            out.entities.push_back(entity);
            if (acts(participant.role))
                out.agents.push_back(entity);
            if (undergoes(participant.role))
                out.patients.push_back(entity);
            if (participant.role == Role::object)
                out.objects.push_back(entity);
        }
    for (const auto& said : mention.attribution)
        if (said.entity != unknown_entity)
            out.holders.push_back(fused(said.entity));
    settle(out.entities);
    settle(out.agents);
    settle(out.patients);
    settle(out.objects);
    settle(out.holders);
    return out;
}

} // namespace

EventKind kind_of(const DocumentReading& reading, const EventMention& mention) {
    if (mention.time == no_index || !reading.times[mention.time].resolved)
        return mention.kind;
    const auto& days = reading.times[mention.time].bounds;
    if (mention.time_relation == TimeRelation::until || mention.time_relation == TimeRelation::since)
        return EventKind::state;
    const bool short_time = days.earliest && days.latest && *days.latest - *days.earliest <= date::days(31);
    const bool happened = mention.time_relation == TimeRelation::at && short_time &&
                          (mention.tense == ClauseTense::past || mention.tense == ClauseTense::future);
    return happened && !mention.begins && !mention.ends ? EventKind::event : mention.kind;
}

EventKind kind_of(const Collection& collection, const std::vector<std::uint32_t>& mentions) {
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
        const auto* local = std::get_if<std::uint32_t>(&participant.filler);
        if (local && std::find(identity.begin(), identity.end(), participant.role) != identity.end())
            out.push_back(entities.of[collection.entity_number(document, *local)]);
    }
    settle(out);
    return out;
}

Tellings::Tellings(const Collection& collection, const FusedEntities& entities, const Frames& frames) {
    tellings_.reserve(collection.mention_count());
    for (std::uint32_t d = 0; d < collection.readings.size(); ++d) {
        const auto first = size();
        const auto published = bounds_of(collection.readings[d].document.published.edtf);
        for (const auto& mention : collection.readings[d].events)
            tellings_.push_back(telling_of(collection, entities, frames, published, d, mention));
        count_in_document(first, size());
        weigh_words(collection, d);
    }
}

void Tellings::count_in_document(std::uint32_t first, std::uint32_t end) {
    std::map<FrameIndex, std::uint32_t> frames;
    std::map<std::uint32_t, std::uint32_t> entities;
    for (auto m = first; m < end; ++m) {
        ++frames[tellings_[m].frame];
        for (const auto entity : tellings_[m].core)
            ++entities[entity];
    }
    for (auto m = first; m < end; ++m) {
        tellings_[m].same_frame = frames[tellings_[m].frame];
        for (const auto entity : tellings_[m].core)
            tellings_[m].told.push_back(entities[entity]);
    }
}

void Tellings::weigh_words(const Collection& collection, std::uint32_t document) {
    const auto& reading = collection.readings[document];
    const auto first = collection.first_mention[document];
    const auto count = reading.events.size();
    std::vector<std::vector<std::uint64_t>> clauses(count), sentences(1);
    std::map<std::uint64_t, std::uint32_t> in_clauses, in_sentences; // word → how many say it
    for (std::size_t i = 0; i < count; ++i) {
        const auto& mention = reading.events[i];
        add_word_keys(mention.clause.of(reading.document.text), shortest, stem_letters, clauses[i]);
        settle_keys(clauses[i]);
        for (const auto word : clauses[i])
            ++in_clauses[word];
        if (mention.sentence >= sentences.size())
            sentences.resize(mention.sentence + 1);
        auto& sentence = sentences[mention.sentence];
        sentence.insert(sentence.end(), clauses[i].begin(), clauses[i].end());
    }
    const auto add = [&](const std::vector<std::uint64_t>& keys,
                         const std::map<std::uint64_t, std::uint32_t>& counts) {
        const auto begin = static_cast<std::uint32_t>(words_.size());
        for (const auto key : keys)
            words_.push_back({static_cast<std::uint32_t>(key),
                              static_cast<std::uint32_t>(std::lround(1000 / std::sqrt(counts.at(key))))});
        std::sort(words_.begin() + begin, words_.end(),
                  [](const WeighedWord& a, const WeighedWord& b) { return a.key < b.key; });
        return Range{begin, static_cast<std::uint32_t>(words_.size())};
    };
    for (auto& sentence : sentences) {
        settle_keys(sentence);
        for (const auto word : sentence)
            ++in_sentences[word];
    }
    std::vector<Range> ranges;
    for (const auto& sentence : sentences)
        ranges.push_back(add(sentence, in_sentences));
    for (std::size_t i = 0; i < count; ++i) {
        clauses_.push_back(add(clauses[i], in_clauses));
        sentences_.push_back(ranges[tellings_[first + i].sentence]);
    }
}

} // namespace timeloom
