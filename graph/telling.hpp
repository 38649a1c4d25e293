// What one or more mentions tell, as far as it tells events apart.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace timeloom {

struct Telling {
    FrameIndex frame = 0;
    EventKind kind = EventKind::event;
    std::vector<std::string_view> triggers; ///< lemmas, sorted, each once; views of the collection
    std::uint32_t document = 0;             ///< the last that tells it
    std::vector<std::uint32_t> core;        ///< fused entities in the identity roles, sorted
    bool over = false;                      ///< a state told as past or ending
    bool still = false;                     ///< a state told as holding or to come
    std::uint32_t alike = 1; ///< reports of its document that name all of `core`, itself included
    DayBounds when;          ///< stated days of the event
    DayBounds news;          ///< days it must lie in, as fresh news
    DayBounds published;     ///< of the first document that tells it
    std::vector<std::pair<std::string_view, double>> amounts; ///< unit (of the collection) and number
    std::vector<std::uint32_t> clauses; ///< keys of the clauses, folded, that are long enough to be no chance
    std::vector<std::uint32_t> mentions; ///< numbers; ascending as long as one document tells it
};

/// Event or state, as this mention tells it: an agreement "until 2030" is in force, and not signed; a
/// partnership that "was mended on Tuesday" is something that happened.
EventKind kind_of(const DocumentReading& reading, const EventMention& mention);

/// How two sets of identity fillers stand to each other.
enum class Fillers : std::uint8_t { equal, subset, overlap, disjoint, missing };

struct FillerMatch {
    Fillers kind;
    std::size_t shared;
};

FillerMatch compare_fillers(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// Both give amounts of one unit, and none of them is the same but for rounding.
bool amounts_differ(const Telling& a, const Telling& b);

/// Told in the same words: by copies of one text, or by two that quote the same.
bool same_words(const Telling& a, const Telling& b);

/// The fused entities in the identity roles of a mention, sorted, each once.
std::vector<std::uint32_t> core_of(const Collection& collection, const FusedEntities& entities,
                                   const Frames& frames, std::uint32_t document, std::uint32_t index);

/// What a mention tells; `published` are the days of its document.
Telling telling_of(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                   const DayBounds& published, std::uint32_t document, std::uint32_t index);

/// Adds what `other` tells.
void absorb(Telling& into, const Telling& other);

} // namespace timeloom
