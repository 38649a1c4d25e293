// Institutions of a country that texts name by common nouns: "the government", "le ministère de la Santé".
#pragma once

#include "entities/vocabulary.hpp"
#include "entities/world.hpp"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

/// Reads institutions.tsv of a language and of the world. Immutable after construction.
class Institutions {
  public:
    /// Throws InputError naming file and line of a row that cannot be used. `world` must outlive this.
    Institutions(const std::filesystem::path& data, const std::string& language, const World& world,
                 const Vocabulary& words);

    /// A noun phrase of the table.
    struct Noun {
        std::uint32_t kind = 0;
        bool needs_country = false; ///< means an institution only beside the name of a country
        std::uint32_t length = 0;   ///< in pieces; 0 when there is none
    };
    /// The longest noun phrase that begins at pieces[at].
    Noun at(std::span<const Piece> pieces, std::size_t at) const {
        const auto match = phrases_.at(pieces, at, pieces.size());
        if (match.length == 0)
            return {};
        return {nouns_[match.value].kind, nouns_[match.value].needs_country, match.length};
    }
    /// "Government of the United Kingdom": what an institution of that kind is called.
    std::string name(std::uint32_t kind, std::uint32_t country) const;

    /// The country that a demonym, or a row of World that lies in it, belongs to; unknown_entity for none.
    std::uint32_t country_of_demonym(std::uint64_t word) const;
    std::uint32_t country_of(std::uint32_t row) const;

  private:
    const World& world_;
    Phrases phrases_; ///< values: into nouns_
    std::vector<Noun> nouns_;
    std::vector<std::string> patterns_;                                    ///< by kind
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> names_; ///< kind, country
    std::map<std::uint32_t, std::string> with_article_;                    ///< country
    std::map<std::string, std::uint32_t, std::less<>> countries_;          ///< ISO code → row
    std::unordered_map<std::uint64_t, std::uint32_t> demonyms_;
};

} // namespace timeloom
