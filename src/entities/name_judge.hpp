// Tells from learned clues whether an unknown word is a name, and of what type.
#pragma once

#include "base/word_table.hpp"
#include "entities/name_clues.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

namespace timeloom {

/// What the clues of one candidate say together; sums of weights, so those of several may be added.
struct NameVerdict {
    std::int32_t name = 0;               ///< above 0: rather a name than a plain word
    std::array<std::int32_t, 3> types{}; ///< organization, person, place: how much speaks for each

    void add(const NameVerdict& other) {
        name += other.name;
        for (std::size_t i = 0; i < types.size(); ++i)
            types[i] += other.types[i];
    }
};

/// Immutable after construction. Knows nothing when there are no tables of the language.
class NameJudge {
  public:
    /// Reads models/name-clues/all.tsv and LANGUAGE.tsv. Throws InputError naming file and line of a row that
    /// cannot be used.
    NameJudge(const std::filesystem::path& data, const std::string& language);

    NameVerdict judge(const SpotterText& reading, const Candidate& candidate) const;

  private:
    void read(const std::filesystem::path& file);

    using Weights = std::array<std::int16_t, 4>; ///< as the columns of the tables
    WordTable<Weights> weights_;
};

} // namespace timeloom
