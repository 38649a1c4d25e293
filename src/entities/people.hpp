// What a document says that its persons are, and which of them a noun means.
#pragma once

#include "entities/reference_context.hpp"

#include <vector>

namespace timeloom {

/// The person whose name closes the noun phrase of an office that ends at piece `end`: "le secrétaire d'État
/// aux Transports Jean Morin"; unknown_entity when none does.
std::uint32_t named_behind(const ReferenceContext& c, std::size_t end);

/// Who is called what, anywhere in the document: "Mayor Ana Ruiz", "el presidente del club, Juan Mora", "Tom
/// Hale, a lawyer from Leeds", "Eva Kern (SPD)"; and who is accused.
class People {
  public:
    explicit People(const ReferenceContext& context);

    /// The person that a noun at piece i means, of whom something of the kind is said and who was named
    /// before; `of` is stem of the word behind "of", or 0. unknown_entity when none or more than one can be
    /// meant.
    std::uint32_t meant(const ReferenceContext& c, std::size_t i, const PersonNoun& noun,
                        std::uint64_t of) const;
    /// All persons of its kinds that were named before piece i, by entity.
    std::vector<std::uint32_t> all_meant(const ReferenceContext& c, std::size_t i,
                                         const PersonNoun& noun) const;
    /// Who holds the office whose noun is at piece i, told in the lead before anybody is named; or
    /// unknown_entity.
    std::uint32_t holder_in_lead(std::size_t i) const { return i == office_ ? holder_ : unknown_entity; }
    /// Is something of these kinds said of the entity?
    bool is_told(std::uint32_t entity, std::uint32_t kinds) const;
    /// Is it said of the entity what it is?
    bool is_told(std::uint32_t entity) const;

  private:
    struct Told {
        std::uint32_t entity, kinds;
        bool man, woman;  ///< said by a noun for men, for women
        std::uint64_t of; ///< stem of the word behind "of"; 0 for none
    };
    void learn_before(const ReferenceContext& c, const NameMention& name);
    void learn_behind(const ReferenceContext& c, const NameMention& name);
    void learn_headline(const ReferenceContext& c);
    void learn_lead(const ReferenceContext& c);
    void learn_accused(const ReferenceContext& c);
    void tell(const ReferenceContext& c, std::uint32_t entity, const PersonNoun& noun, std::size_t end);

    std::vector<Told> told_;
    std::size_t office_ = 0; ///< piece of the noun of an office in the lead
    std::uint32_t holder_ = unknown_entity;
};

} // namespace timeloom
