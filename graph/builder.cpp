#include "graph/builder.hpp"

#include "graph/assembly.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"
#include "graph/event_fusion.hpp"
#include "graph/finish.hpp"

namespace timeloom {

Timeline build_timeline(std::vector<DocumentReading> readings, const Frames& frames, const World& world,
                        const Resolve&) {
    auto collection = collect(std::move(readings));
    const auto entities = fuse_entities(collection, world);
    const auto events = fuse_events(collection, entities, frames);
    const std::vector<std::uint32_t> copies(collection.readings.size(), no_index);
    auto timeline = assemble(collection, entities, events, copies, frames, world);
    date_events(timeline, collection, events);
    drop_unused_entities(timeline);
    sort_timeline(timeline);
    return timeline;
}

} // namespace timeloom
