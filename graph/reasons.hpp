// Why an event is dated as it is, in English.
#pragma once

#include "graph/collection.hpp"
#include "graph/shared_texts.hpp"
#include "graph/statements.hpp"
#include "graph/timeline.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

/// The events of an article often have their reasons in common: each list is made but once.
class Reasons {
  public:
    /// Both must outlive this object.
    Reasons(const Timeline& timeline, const Collection& collection)
        : timeline_(timeline), collection_(collection) {}

    /// An expression of time that gave no day.
    struct Expression {
        std::uint32_t document;
        std::uint32_t time; ///< index into the times of its reading
    };

    /// Of an event whose date these statements prove, and which these expressions belong to. Where there is
    /// neither, it is dated as the news of `report`, a document, or not at all (no_index).
    const SharedTexts& of(std::span<const Statement* const> proof, std::span<const Expression> unresolved,
                          std::uint32_t report);

    std::string explain(const Statement& statement) const;

    /// That a document tells it as its news.
    std::string told_as_news(std::uint32_t document) const;

  private:
    std::uint64_t key_of(const Statement& statement) const;
    std::string title_of(std::uint32_t document) const;
    std::string quoted(std::uint32_t document, const Timex& time) const;

    const Timeline& timeline_;
    const Collection& collection_;
    SharedTextsByKey<std::vector<std::uint64_t>> lists_;
};

} // namespace timeloom
