// What the texts say of when, as constraints on the days of events.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"
#include "graph/event_fusion.hpp"
#include "graph/temporal_problem.hpp"

#include <string>
#include <vector>

namespace timeloom {

/// Each event has two days: start and end.
constexpr std::uint32_t start_of(std::uint32_t event) {
    return 2 * event + 1;
}
constexpr std::uint32_t end_of(std::uint32_t event) {
    return 2 * event + 2;
}

struct Statement {
    enum class Kind : std::uint8_t {
        order,       ///< nothing ends before it starts
        stated,      ///< an expression of time says so
        ends_range,  ///< a second expression says until when
        narrated,    ///< the story had come to a time when it told this
        told_past,   ///< told in the past tense by a dated document
        told_future, ///< told as to come
        holds,       ///< a state told in the present tense
        ended_by,    ///< `other` ends this state
        begun_by,    ///< `other` begins this state
        condition,   ///< `other` is the condition of this event
        counted,     ///< so long before or after `other`
    };
    Kind kind = Kind::order;
    std::uint32_t event = 0;          ///< index into the fused events
    std::uint32_t other = no_index;   ///< an event
    std::uint32_t mention = no_index; ///< number of the mention that says so
};

constexpr bool is_between_events(Statement::Kind kind) {
    return kind == Statement::Kind::ended_by || kind == Statement::Kind::begun_by ||
           kind == Statement::Kind::condition;
}

/// All statements about a collection, with the problem that they pose.
struct TemporalStatements {
    std::vector<Statement> statements;
    std::vector<TemporalConstraint> constraints; ///< `statement` is an index into `statements`
    std::vector<std::uint32_t> support;          ///< by statement
};

TemporalStatements collect_statements(const Collection& collection, const FusedEntities& entities,
                                      const FusedEvents& events, const Frames& frames);

} // namespace timeloom
