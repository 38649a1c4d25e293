// What one mention tells, as far as it tells events apart.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"
#include "graph/weighed_words.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace timeloom {

/// Event or state, as this mention tells it: an agreement "until 2030" is in force, and not signed; a
/// partnership that "was mended on Tuesday" is something that happened.
EventKind kind_of(const DocumentReading& reading, const EventMention& mention);

/// What two parties do with each other once in years is told of several days: of the bid, the signing, the
/// closing.
inline bool takes_long(const Frame& frame) {
    constexpr int years = 730;
    return frame.kind == EventKind::event && frame.recurs_after_days >= years;
}

/// Whether a mention, by its index, is a noun in a sentence whose verb has the same date: "cleared the
/// takeover on Friday" dates the clearance.
bool borrows_date(const DocumentReading& reading, std::uint32_t mention);

/// As most of its mentions tell it; of equals, an event.
EventKind kind_of(const Collection& collection, std::span<const std::uint32_t> mentions);

/// Fused entities in the roles that identify the event, sorted.
std::vector<std::uint32_t> identity_of(const Collection& collection, const FusedEntities& entities,
                                       const Frames& frames, std::uint32_t document,
                                       const EventMention& mention);

/// First and last day; the least and the greatest number where there is none.
struct TellingDays {
    std::int32_t first = std::numeric_limits<std::int32_t>::min();
    std::int32_t last = std::numeric_limits<std::int32_t>::max();

    TellingDays() = default;
    explicit TellingDays(const DayBounds& days) {
        if (days.earliest)
            first = days.earliest->time_since_epoch().count();
        if (days.latest)
            last = days.latest->time_since_epoch().count();
    }
    bool has_first() const { return first != std::numeric_limits<std::int32_t>::min(); }
    bool has_both() const { return has_first() && last != std::numeric_limits<std::int32_t>::max(); }
};

/// What is compared first stands first: most pairs differ there. There are millions of them: its size counts.
struct Telling {
    std::uint32_t document = 0;
    FrameIndex frame = 0;
    std::uint16_t language = 0;
    EventKind kind = EventKind::event;
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    bool over : 1 = false;                    ///< told as past or ending
    bool ends : 1 = false;                    ///< of a state: told as ending
    bool stays : 1 = false;                   ///< of a state: told as holding or to come
    bool headline : 1 = false;                ///< not in running prose
    bool named : 1 = false;                   ///< told by a noun
    bool definite : 1 = false;                ///< a noun that names what is known already
    bool further : 1 = false;                 ///< told as another one, or as one more
    bool lead : 1 = false;                    ///< among the news of its document
    bool dated : 1 = false;                   ///< an expression of time belongs to it
    bool placed : 1 = false;                  ///< and says when it was, not since or until when
    bool awaited : 1 = false;                 ///< told as to come
    bool anterior : 1 = false;                ///< told as before what is narrated: no news
    bool counted : 1 = false;                 ///< so many days from another one of its sentence
    std::array<std::uint16_t, 7> list_ends{}; ///< of the lists below, where each ends
    std::uint16_t amounts = 0;                ///< how many it tells
    std::uint16_t same_frame = 0;             ///< mentions of its document with this frame, itself included
    std::uint16_t clause_left = 0;            ///< bytes of its clause before the trigger's first byte,
    std::uint16_t clause_right = 0;           ///< and from there on; 65,535 for more, as above
    std::uint32_t core_bits = 0;              ///< one an entity of core()
    TellingDays when;                         ///< of what dates it
    TellingDays news;                         ///< days that it must lie in, as fresh news
    std::uint32_t time = 0;                   ///< key of what dates it; 0 for nothing
    std::uint32_t lemma = 0;   ///< keys of the trigger's lemma and of its first letters; a stem of 0: too
    std::uint32_t stem = 0;    ///< short to tell
    std::uint32_t doer = 0;    ///< key of the noun that does it and is no entity; 0: none
    std::uint32_t wording = 0; ///< key of the clause's words when it is too long for chance; else 0
    std::uint32_t first_amount = 0; ///< among those of its document
    std::uint32_t sentence = 0;
    std::uint32_t trigger = 0; ///< first byte
    MentionWords words;

    using List = std::span<const std::uint32_t>; ///< sorted, each once
    List core() const { return list(0); }        ///< identity_of() it
    List told() const {
        return list(1);
    } ///< by place in core(): mentions of its document with that entity there
    List entities() const { return list(2); } ///< all participants
    List agents() const { return list(3); }   ///< fused entities that act
    List patients() const { return list(4); } ///< whom it is done to or with
    List objects() const { return list(5); }  ///< in the role object
    List holders() const { return list(6); }  ///< who says so

    const std::uint32_t* members = nullptr; ///< the lists, one after the other

  private:
    List list(std::size_t i) const {
        const std::size_t begin = i ? list_ends[i - 1] : 0;
        return {members + begin, list_ends[i] - begin};
    }
};

struct ToldAmount {
    std::uint32_t unit = 0; ///< its key
    double number = 0;
};

/// The tellings of all mentions, by number in the collection.
class Tellings {
  public:
    Tellings(const Collection& collection, const FusedEntities& entities, const Frames& frames,
             unsigned threads);

    const Telling& operator[](std::uint32_t mention) const { return tellings_[mention]; }
    /// Has it brought near, for it will be compared soon: those of other documents lie far apart in memory.
    void fetch(std::uint32_t mention) const {
        const char* const begin = reinterpret_cast<const char*>(&tellings_[mention]);
        for (std::size_t line = 0; line < sizeof(Telling); line += 64)
            __builtin_prefetch(begin + line);
    }
    const TellingDays& published(const Telling& telling) const { return published_[telling.document]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(tellings_.size()); }
    std::span<const ToldAmount> amounts(const Telling& telling) const {
        return std::span(amounts_[telling.document]).subspan(telling.first_amount, telling.amounts);
    }

  private:
    void add_document(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                      std::uint32_t document);
    void add_amounts(const EventMention& mention, Telling& telling);

    std::vector<Telling> tellings_;
    // By document:
    std::vector<TellingDays> published_;
    std::vector<std::vector<ToldAmount>> amounts_;
    std::vector<std::vector<std::uint32_t>> members_; ///< what tellings point into
    std::vector<std::vector<WeighedWord>> words_;     ///< the same
};

} // namespace timeloom
