#include "graph/builder.hpp"

#include "graph/assembly.hpp"
#include "graph/collection.hpp"
#include "graph/copies.hpp"
#include "graph/entity_fusion.hpp"
#include "graph/event_fusion.hpp"
#include "graph/finish.hpp"
#include "graph/labels.hpp"
#include "graph/oppositions.hpp"
#include "graph/publication.hpp"
#include "graph/reasoning.hpp"
#include "graph/relations.hpp"

namespace timeloom {

Timeline build_timeline(std::vector<DocumentReading> readings, const Frames& frames, const World& world,
                        const Resolve& resolve, unsigned threads) {
    auto collection = collect(std::move(readings));
    auto entities = fuse_entities(collection, world);
    for (auto& reading : collection.readings)
        reading.entities.entities = {}; // what they are called is known now
    for (const auto d : infer_from_clues(collection))
        resolve(collection.readings[d], collection.readings[d].document.published.edtf);
    auto events = fuse_events(collection, entities, frames, threads);
    if (const auto dated = infer_from_events(collection, events); !dated.empty()) {
        for (const auto d : dated)
            resolve(collection.readings[d], collection.readings[d].document.published.edtf);
        events = fuse_events(collection, entities, frames, threads); // dates tell events apart
    }
    const auto copies = find_copies(collection);
    Timeline timeline;
    { // What dates are proved from takes much room, which is wanted again.
        const auto times = solve_times(collection, entities, events, frames);
        timeline = assemble(collection, entities, events, copies, frames, world);
        entities = {};
        reason_over_time(timeline, collection, events, frames, times);
    }
    for (auto& reading : collection.readings)
        reading.times = {};
    relate_in_time(timeline);
    find_superseded(timeline);
    find_contradictions(timeline, frames);
    find_disagreements(timeline, collection, events);
    name_relations(timeline);
    label_events(timeline, collection, events, frames);
    drop_unused_entities(timeline);
    sort_timeline(timeline);
    return timeline;
}

} // namespace timeloom
