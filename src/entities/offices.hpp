// Offices that stand for the person who holds them. Each function notes what it resolves in the context and
// gives the end of the phrase, or the piece it was asked about when nothing is resolved there.
#pragma once

#include "entities/people.hpp"
#include "entities/reference_context.hpp"

#include <map>

namespace timeloom {

/// Who holds which office of which organisation, as the document says it anywhere: "Ana Ruiz, head of
/// Brontix", "Brontix CEO Ana Ruiz", "der Vorstandschef von Brontix, Jan Kern".
class Offices {
  public:
    explicit Offices(const ReferenceContext& context);
    /// The holder of the office with that stem; unknown_entity when it is not said.
    std::uint32_t holder(std::uint64_t office, std::uint32_t organization) const;
    /// Is it said who holds an office of that name elsewhere?
    bool held_elsewhere(std::uint64_t office, std::uint32_t organization) const;

  private:
    std::map<std::pair<std::uint64_t, std::uint32_t>, std::uint32_t> holders_; ///< office, organisation
};

/// "el presidente", "CEO of Brontix": the person named beside it, or of whom that was said, or the one person
/// spoken of. The phrase begins at piece i, the office at piece `at`.
std::size_t refer_to_role(ReferenceContext& c, const Offices& offices, const People& people, std::size_t i,
                          std::size_t at);

/// "CEO of Brontix Ana Ruiz", "Brontix CEO Ana Ruiz", and "the Brontix CEO" once that is known.
std::size_t role_beside_name(ReferenceContext& c, const Offices& offices, std::size_t i);

} // namespace timeloom
