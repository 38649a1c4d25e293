// The words that say what to write and where: the same for `build` and `convert`.
#pragma once

#include "cli/console.hpp"
#include "events/frames.hpp"
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

    /// Writes `timeline`, and says where the results are.
    void write(const Timeline& timeline, const Frames& frames, Console& console) const;

  private:
    bool to_standard_output() const { return folder_ == "-"; }

    std::string folder_ = "out";
    std::string formats_ = "json,graphml,timelinejs,html";
};

} // namespace timeloom
