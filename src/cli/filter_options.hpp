// The words that say which part of a timeline is wanted: the same for `build`, `convert` and `timeline`.
#pragma once

#include "cli/console.hpp"
#include "export/filter.hpp"
#include "graph/timeline.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace timeloom {

class FilterOptions {
  public:
    void add_to(CLI::App& app);

    /// The filter asked for. Throws UsageError for a date or a modality that is none.
    Filter filter() const;

    /// `timeline` itself when nothing is asked. The result keeps views into `timeline`, which is kept with
    /// it.
    /// Says what is asked for by a name that the timeline does not know.
    Timeline apply(Timeline timeline, Console& console) const;

  private:
    Filter asked_;
    std::vector<std::string> modalities_;
    std::string from_;
    std::string to_;
};

} // namespace timeloom
