// What one mention tells, as far as it tells events apart.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace timeloom {

/// Event or state, as this mention tells it: an agreement "until 2030" is in force, and not signed; a
/// partnership that "was mended on Tuesday" is something that happened.
EventKind kind_of(const DocumentReading& reading, const EventMention& mention);

/// As most of its mentions tell it; of equals, an event.
EventKind kind_of(const Collection& collection, const std::vector<std::uint32_t>& mentions);

/// Fused entities in the roles that identify the event, sorted.
std::vector<std::uint32_t> identity_of(const Collection& collection, const FusedEntities& entities,
                                       const Frames& frames, std::uint32_t document,
                                       const EventMention& mention);

/// A word and how much it tells in its document: 1000 where nothing else there says it, less the more often.
struct WeighedWord {
    std::uint32_t key = 0;
    std::uint32_t weight = 0;
};

struct Telling {
    std::uint32_t document = 0;
    std::uint32_t sentence = 0;
    Span clause;
    std::uint32_t trigger = 0; ///< first byte
    FrameIndex frame = 0;
    EventKind kind = EventKind::event;
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    bool over = false;     ///< told as past or ending
    bool ends = false;     ///< of a state: told as ending
    bool stays = false;    ///< of a state: told as holding or to come
    bool headline = false; ///< not in running prose
    bool lead = false;     ///< among the news of its document
    bool dated = false;    ///< an expression of time belongs to it
    bool placed = false;   ///< and says when it was, not since or until when
    std::uint32_t language = 0;
    std::uint32_t time = 0;       ///< key of what dates it; 0 for nothing
    DayBounds when;               ///< of what dates it
    DayBounds news;               ///< days that it must lie in, as fresh news
    DayBounds published;          ///< of its document
    std::uint32_t lemma = 0;      ///< keys of the trigger's lemma and of its first letters; a stem of 0: too
    std::uint32_t stem = 0;       ///< short to tell
    std::uint32_t same_frame = 0; ///< mentions of its document with this frame, itself included
    std::uint32_t words = 0;      ///< key of the clause when it is long enough to be no chance; else 0
    std::vector<std::uint32_t> core; ///< identity_of() it
    std::vector<std::uint32_t> told; ///< by place in `core`: mentions of its document with that entity there
    std::vector<std::uint32_t> entities;                   ///< all participants, sorted
    std::vector<std::uint32_t> agents;                     ///< fused entities that act, sorted
    std::vector<std::uint32_t> patients;                   ///< whom it is done to or with, sorted
    std::vector<std::uint32_t> objects;                    ///< in the role object, sorted
    std::vector<std::uint32_t> holders;                    ///< who says so, sorted
    std::vector<std::pair<std::uint32_t, double>> amounts; ///< key of the unit, number
};

/// The tellings of all mentions, by number in the collection.
class Tellings {
  public:
    Tellings(const Collection& collection, const FusedEntities& entities, const Frames& frames);

    const Telling& operator[](std::uint32_t mention) const { return tellings_[mention]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(tellings_.size()); }
    /// Sorted by key.
    std::span<const WeighedWord> clause_words(std::uint32_t mention) const {
        return words_of(clauses_[mention]);
    }
    /// Of all that the sentence tells.
    std::span<const WeighedWord> sentence_words(std::uint32_t mention) const {
        return words_of(sentences_[mention]);
    }

  private:
    using Range = std::pair<std::uint32_t, std::uint32_t>;
    std::span<const WeighedWord> words_of(Range range) const {
        return std::span(words_).subspan(range.first, range.second - range.first);
    }
    void weigh_words(const Collection& collection, std::uint32_t document);
    void count_in_document(std::uint32_t first, std::uint32_t end);

    std::vector<Telling> tellings_;
    std::vector<WeighedWord> words_;
    std::vector<Range> clauses_;   ///< into words_, by mention
    std::vector<Range> sentences_; ///< the same
};

} // namespace timeloom
