#include "entities/bodies.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

std::optional<Body> body_kind(std::string_view name) {
    constexpr std::array<std::string_view, 18> names{
        "company", "authority", "party",    "union",     "medium",   "club",
        "school",  "society",   "bank",     "airline",   "carmaker", "planemaker",
        "energy",  "drugmaker", "retailer", "chipmaker", "insurer",  "telecom"};
    const auto at = std::ranges::find(names, name);
    return at == names.end() ? std::nullopt : std::optional(static_cast<Body>(at - names.begin()));
}

int fitness(BodyKinds noun, BodyKinds body) {
    constexpr int fits = 5, seldom = -5, never = -20;
    if ((noun & bit_of(Body::company)) != 0)
        return (noun & body) != 0 ? 0 : fitness(0, body);
    if (noun != 0 && (noun & body) != 0)
        return fits;
    if (body == 0)
        return (noun & seldom_unknown) != 0 ? never : 0;
    if (noun == 0)
        return (body & business_kinds) != 0 ? 0 : (body & bit_of(Body::medium)) != 0 ? seldom : never;
    return never;
}

} // namespace timeloom
