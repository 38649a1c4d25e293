// The part of a timeline that is asked for. Every format then writes it as if it were all.
#pragma once

#include "graph/timeline.hpp"

#include <optional>
#include <string>
#include <vector>

namespace timeloom {

/// Empty lists and absent values ask for nothing. An event must satisfy all that is asked.
struct Filter {
    std::vector<std::string> entities = {};  ///< ids, names or aliases (folded); any of them takes part
    std::vector<std::string> types = {};     ///< event types
    std::vector<std::string> languages = {}; ///< two letters; told in any of them
    std::vector<std::string> sources = {};   ///< ids, uris, titles or publishers of documents
    std::vector<Modality> modalities = {};
    bool denied = false; ///< beside the modalities: events that are denied
    std::optional<Day> from =
        {}; ///< events that may have ended before, or begun after, are out; undated ones too
    std::optional<Day> to = {};
    std::uint32_t minimum_sources = 0; ///< independent ones
    std::size_t most_prominent =
        0; ///< keep so many events, by independent sources, then mentions; 0 keeps all

    bool asks_nothing() const;
};

/// The events that pass, and the documents, entities, relations and conflicts that they touch, in their old
/// order. The quotes view into `timeline`'s storage, which must outlive the result.
Timeline filtered(const Timeline& timeline, const Filter& filter);

/// What the filter asks for that the timeline does not hold, a sentence each: "--entity Microsft: nobody here
/// is called so (did you mean “Microsoft”?)".
std::vector<std::string> unknown_names(const Timeline& timeline, const Filter& filter);

/// One timeline an entity that takes part in an event, by the entity's name.
struct EntityTimeline {
    std::string name;
    Timeline timeline;
};
std::vector<EntityTimeline> by_entity(const Timeline& timeline);

} // namespace timeloom
