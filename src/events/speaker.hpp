// Who says something.
#pragma once

#include "base/span.hpp"
#include "events/event.hpp"

namespace timeloom {

/// A mention of an entity, or words of the text ("analysts"), or nobody.
struct Speaker {
    std::uint32_t mention = no_index; ///< index into DocumentEntities::mentions
    Span span;

    bool known() const { return mention != no_index || span.length() > 0; }
};

} // namespace timeloom
