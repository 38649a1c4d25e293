// The words that say what to write and where: the same for `build` and `convert`.
#pragma once

#include "cli/console.hpp"
#include "events/frames.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/timeline.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace timeloom {

class OutputOptions {
  public:
    void add_to(CLI::App& app);

    /// Throws UsageError when the words do not fit together (a format that does not exist, two formats to
    /// "-").
    void check() const;

    /// Writes `timeline`, as many formats side by side as there are `jobs`, and says where the results are.
    void write(const Timeline& timeline, const Frames& frames, Console& console, unsigned jobs) const;

  private:
    bool to_standard_output() const { return folder_ == "-"; }

    void write_entities(const Timeline& timeline, const EventTypes& types, Console& console) const;

    std::string folder_ = "out";
    std::string formats_ = "json,graphml,timelinejs,html";
    bool edges_only_ = false;
    bool per_entity_ = false;
};

} // namespace timeloom
