// "The government", "das US-Justizministerium", "el Senado": institutions whose country the words beside them
// or the whole document tell.
#pragma once

#include "entities/institutions.hpp"
#include "entities/reference_context.hpp"

namespace timeloom {

/// Reads a document with the country in mind that it is mostly about. For one document.
class CountryReferences {
  public:
    CountryReferences(const Institutions& institutions, ReferenceContext& context);

    /// Names that are such a phrase ("Ministerio de Sanidad") are given their country.
    void complete_names();

    /// Notes the institution named at piece i and gives the end of the phrase, or i when there is none.
    std::size_t refer(std::size_t i);

  private:
    struct Phrase {
        std::size_t begin = 0, end = 0;
        std::uint32_t kind = 0, country = unknown_entity;
    };
    std::uint32_t country_of_name(std::size_t i) const;
    Institutions::Noun around_demonym(std::size_t i, std::uint32_t& country) const;
    void look_before(Phrase& phrase, std::size_t noun) const;
    void look_after(Phrase& phrase, std::size_t end) const;

    const Institutions& institutions_;
    ReferenceContext& c_;
    std::uint32_t main_country_; ///< unknown_entity when none leads clearly
};

} // namespace timeloom
