// The days that the tenses of articles are held against.
#pragma once

#include "graph/collection.hpp"

#include <optional>
#include <vector>

namespace timeloom {

/// By document.
struct ReportDays {
    explicit ReportDays(const Collection& collection);

    /// Whether a mention (its number) was written on another day than the article: its tense says nothing of
    /// the day of publication.
    bool written_later(const Collection& collection, std::uint32_t number) const;

    std::vector<DayBounds> published;
    std::vector<std::optional<Day>> news; ///< the day by which its news had happened

  private:
    std::vector<bool> updated_; ///< some of it was written later
};

} // namespace timeloom
