// The arguments that a trigger has got so far.
#pragma once

#include "events/phrases.hpp"

#include <vector>

namespace timeloom {

/// An entity or amount in a role of a trigger.
struct Argument {
    Role role = Role::agent;
    std::uint32_t mention = no_index; ///< index into DocumentEntities::mentions; none for an amount
    std::uint32_t amount = no_index;  ///< index into SentenceView::amounts
    std::uint32_t word = 0;
    Tier tier = Tier::nearest;
};

/// Every filler accepted by the frame, no entity twice.
class Arguments {
  public:
    /// Both must outlive it.
    Arguments(const DocumentEntities& entities, const Frame& frame) : entities_(entities), frame_(frame) {}

    bool filled(Role role) const;

    /// Leaves out fillers that the frame does not accept in this role, and entities that are there.
    void add(Role role, const Filler& filler);
    /// Gives organizations in `role` the role `post` where a person has `role` too and nobody has `post`:
    /// "the departure of Ana Rubio from Brandt", with "of" for "from".
    void part_body(Role role, Role post);
    void add_amount(std::uint32_t amount, std::uint32_t word, Tier tier);

    /// All, best tier first.
    std::vector<Argument> finish();

  private:
    bool has(std::uint32_t entity) const;

    const DocumentEntities& entities_;
    const Frame& frame_;
    std::vector<Argument> found_;
};

} // namespace timeloom
