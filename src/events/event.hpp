// What a document tells: events and states with their roles, time, factuality and the words that say so.
#pragma once

#include "base/boxed.hpp"
#include "base/compact_list.hpp"
#include "base/compact_string.hpp"
#include "base/span.hpp"
#include "entities/entity.hpp"
#include "text/document.hpp"
#include "time/timex.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace timeloom {

enum class EventKind : std::uint8_t { event, state };
enum class Modality : std::uint8_t { asserted, reported, possible, conditional, planned };
enum class Polarity : std::uint8_t { positive, negative };
/// How an argument was bound, best first; it sets the confidence (language.md, "Binding order").
enum class Tier : std::uint8_t { path, repaired, position, nearest };
enum class Role : std::uint8_t {
    agent,
    patient,
    counterparty,
    party,
    holder,
    beneficiary,
    approver,
    object,
    amount,
    source,
    place,
    condition
};

/// How a trigger stands in its clause (events/constructions.hpp).
enum class Use : std::uint8_t { active, passive, nominal, support, predicate };

/// Index into Frames (events/frames.hpp), the table languages/frames.tsv.
using FrameIndex = std::uint16_t;

/// A quantity: 500 billion dollars is {500e9, "USD"}; 27 % is {27, "%"}; "five sites" is {5, "site"}.
struct Amount {
    double number = 0;
    std::string unit;  ///< ISO 4217 code, "%", or the counted noun's lemma
    std::string bound; ///< "", "at least", "at most", "about"
    Span span;
};

/// An entity in a role, or an amount. Amounts are few and large, participants many.
struct Participant {
    Span span;                             ///< where the text names it
    std::uint32_t entity = unknown_entity; ///< index into DocumentEntities::entities; unknown for an amount
    Role role = Role::agent;
    Tier tier = Tier::nearest;
    Boxed<Amount> amount;

    bool is_entity() const { return entity != unknown_entity; }
};

/// Who says so: an entity of the document, or words of the text ("analysts").
struct Attribution {
    std::uint32_t entity = unknown_entity;
    Span span;
};

constexpr std::uint32_t no_index = 0xFFFFFFFF;

/// Grammatical tense of the clause, for dating against the publication date.
enum class ClauseTense : std::uint8_t { none, past, present, future };

/// "Two days after the verdict", "before the merger of 2019": how far an event is from another one of the
/// document.
struct Distance {
    std::uint32_t from = no_index; ///< index of the mention of the other one; none where nothing is said
    std::uint32_t length =
        no_index;      ///< index into DocumentReading::times: "two days"; none where that is not told
    bool back = false; ///< before it
};

struct EventMention {
    Span clause;  ///< the shortest clause that tells it
    Span trigger; ///< its head word
    std::uint32_t sentence = 0;
    std::uint32_t time = no_index;         ///< index into DocumentReading::times
    std::uint32_t until = no_index;        ///< where `time` is only a beginning: index of the time of the end
    std::uint32_t narrated = no_index;     ///< where `time` is none: of the time that the story has come to
    std::uint32_t condition_of = no_index; ///< index of the mention that this one is the condition of
    std::uint32_t doer = 0; ///< key of the noun that does it where that is no entity ("analysts"); 0: none
    Distance distance;      ///< from another event
    FrameIndex frame = 0;
    EventKind kind = EventKind::event;
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    ClauseTense tense = ClauseTense::none;
    TimeRelation time_relation = TimeRelation::at;
    Tier tier = Tier::nearest; ///< the weakest tier among the arguments
    bool dated_back = false;   ///< `time` was read as a day gone by, and is to come: Tagger::look_ahead
    bool anterior = false;     ///< told in the pluperfect, or in passing: before what is narrated
    bool ongoing = false;      ///< told in the imperfect: it went on, and is no news by itself
    bool ends = false;     ///< the mention tells that the state ends ("ya no", "loses"): its time is the end
    bool begins = false;   ///< … that it begins
    bool definite = false; ///< a noun that names what is known already ("the strike")
    bool further = false;  ///< another one, or one more: "also", "another strike"
    Use use = Use::active;
    CompactString trigger_lemma; ///< "firmar acuerdo"; names an `other` event
    CompactList<Participant> participants;
    CompactList<Attribution> attribution;
};

/// All that one document gives; what graph/ builds on. Tokens and trees are gone by then.
struct DocumentReading {
    Document document; ///< without tokens
    std::vector<Timex> times;
    std::vector<PublicationClue> clues;
    DocumentEntities entities;
    std::vector<EventMention> events;
    std::vector<std::string> notes; ///< what the user should know: "no model for this language", …
};

} // namespace timeloom
