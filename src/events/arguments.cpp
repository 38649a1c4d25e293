#include "events/arguments.hpp"

#include <algorithm>

namespace timeloom {

bool Arguments::filled(Role role) const {
    return std::ranges::find(found_, role, &Argument::role) != found_.end();
}

bool Arguments::has(std::uint32_t entity) const {
    return std::ranges::any_of(found_, [&](const Argument& a) {
        return a.mention != no_index && entities_.mentions[a.mention].entity == entity;
    });
}

void Arguments::add(Role role, const Filler& filler) {
    const auto entity = entities_.mentions[filler.mention].entity;
    if (entity >= entities_.entities.size() || !frame_.accepts(role, entities_.entities[entity].type) ||
        has(entity))
        return;
    found_.push_back({role, filler.mention, no_index, filler.word, filler.tier});
}

void Arguments::part_body(Role role, Role post) {
    const auto is = [&](const Argument& a, EntityType type) {
        return a.role == role && a.mention != no_index &&
               entities_.entities[entities_.mentions[a.mention].entity].type == type;
    };
    if (filled(post) ||
        std::ranges::none_of(found_, [&](const Argument& a) { return is(a, EntityType::person); }))
        return;
    for (auto& argument : found_)
        if (is(argument, EntityType::organization))
            argument.role = post;
}

void Arguments::add_amount(std::uint32_t amount, std::uint32_t word, Tier tier) {
    found_.push_back({Role::amount, no_index, amount, word, tier});
}

std::vector<Argument> Arguments::finish() {
    std::ranges::stable_sort(found_, {}, &Argument::tier);
    return std::move(found_);
}

} // namespace timeloom
