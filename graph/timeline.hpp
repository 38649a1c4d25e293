// The outcome of a run: documents, entities, events, relations and conflicts. Every export is a view of this;
// its JSON form is the contract (docs/timeline.schema.json). Read from JSON or built from readings, it is the
// same.
#pragma once

#include "base/compact_list.hpp"
#include "base/compact_string.hpp"
#include "entities/entity.hpp"
#include "events/event.hpp"
#include "graph/shared_texts.hpp"
#include "time/timex.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace timeloom {

/// Words of a document. Offsets count code points; `text` is exactly what stands there and lives in
/// Timeline::storage.
struct Quote {
    std::uint32_t document = 0; ///< index into Timeline::documents
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< exclusive

    Quote() = default;
    Quote(std::uint32_t of, std::uint32_t from, std::uint32_t to, std::string_view words)
        : document(of), begin(from), end(to), size_(static_cast<std::uint32_t>(words.size())),
          bytes_(words.data()) {}
    std::string_view text() const { return {bytes_, size_}; }

  private:
    std::uint32_t size_ = 0;
    const char* bytes_ = nullptr;
};

struct TimelineDocument {
    std::string id;
    std::string uri;
    std::string title;
    std::string language;
    std::string publisher;
    std::string url;
    Published published; ///< .edtf "" when unknown
    std::string sha256;
    std::string copies_of; ///< id of the document that this one copies; ""
};

struct TimelineEntity {
    std::string id;
    EntityType type = EntityType::other;
    std::string name;
    std::vector<std::string> aliases; ///< sorted
    std::vector<std::string> same_as; ///< "wikidata:Q2283"
    std::vector<Quote> mentions;
};

/// What is said of when, with the bounds that the reasoning has proved.
struct TimelineTime {
    enum class From : std::uint8_t { stated, inferred, published };
    struct Expression {
        Quote quote;
        CompactString value;
    };
    CompactString edtf; ///< "" when nothing is known
    DayBounds start;
    DayBounds end;
    From basis = From::inferred;
    SharedTexts why;
    CompactList<Expression> expressions;
};

struct TimelineParticipant {
    Role role = Role::agent;
    /// How surely it fills the role; where mentions differ, the surest. `nearest`: it is named beside, no
    /// more.
    Tier tier = Tier::path;
    std::uint32_t entity = no_index; ///< index into Timeline::entities; no_index for an amount
    double number = 0;
    CompactString unit;
    CompactString bound;
};

struct TimelineAttribution {
    std::uint32_t entity = no_index; ///< else `text`
    CompactString text;
};

struct TimelineMention {
    Quote quote; ///< the clause
    std::uint32_t trigger_begin = 0;
    std::uint32_t trigger_end = 0;
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    Tier tier = Tier::nearest;
    CompactList<TimelineAttribution> attribution;
    CompactString time_edtf;
    CompactString construction;
};

struct TimelineEvent {
    CompactString id;
    EventKind kind = EventKind::event;
    CompactString type;    ///< of the contract
    CompactString subtype; ///< the finer type of frames.tsv; "" when `type` says all
    CompactString label;
    TimelineTime time;
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    CompactList<TimelineAttribution> attribution;
    CompactList<TimelineParticipant> participants;
    std::uint32_t source_documents = 0;
    std::uint32_t independent_sources = 0;
    SharedTexts languages; ///< sorted
    double confidence = 0; ///< 0 to 1, two decimals
    CompactList<TimelineMention> mentions;

    /// Name of its frame.
    std::string_view finest_type() const { return subtype.empty() ? type : subtype; }
};

enum class RelationType : std::uint8_t {
    before,
    during,
    overlaps,
    ends,
    causes,
    condition_of,
    supersedes,
    contradicts
};

struct TimelineRelation {
    std::string id;
    std::uint32_t from = 0; ///< indices into Timeline::events
    std::uint32_t to = 0;
    RelationType type = RelationType::before;
    std::vector<std::string> why;
};

struct TimelineConflict {
    enum class Kind : std::uint8_t { time, participant, polarity };
    std::vector<std::uint32_t> about; ///< indices into Timeline::events
    Kind kind = Kind::time;
    std::vector<std::string> why;
};

struct Timeline {
    std::vector<TimelineDocument> documents; ///< sorted by id
    std::vector<TimelineEntity> entities;    ///< sorted by id
    std::vector<TimelineEvent> events;       ///< by start, then id
    std::vector<TimelineRelation> relations; ///< sorted by id
    std::vector<TimelineConflict> conflicts;
    std::deque<std::string> storage; ///< owns what the string views point into; moves with the timeline
};

} // namespace timeloom
