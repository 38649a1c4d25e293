// One format, one exporter: a function that writes a story to an output. The list of all is
// export/formats.hpp.
#pragma once

#include "graph/knowledge_graph.hpp"
#include "graph/timeline.hpp"

#include <functional>
#include <string_view>

namespace timeloom {

/// Takes bytes in order; throws OutputError (export/output.hpp) when they cannot be kept.
using Sink = std::function<void(std::string_view)>;

/// What is written: a timeline and what the frames say of its event types. Both must outlive the story.
struct Story {
    const Timeline& timeline;
    const EventTypes& types;
    KnowledgeGraph::Shape shape = KnowledgeGraph::Shape::full;

    KnowledgeGraph graph() const { return {timeline, types, shape}; }
};

class Output;

struct Format {
    std::string_view name; ///< as on the command line: "graphml"
    std::string_view
        file; ///< its file in the output folder: "graph.graphml"; ends in '/' for a bundle of files
    std::string_view description; ///< one line for `timeloom formats`
    void (*write)(const Story& story, Output& output);
};

} // namespace timeloom
