// What kind of body an organisation is, as far as the tables or the text say so: "the company" does not stand
// for a ministry, nor "the airline" for a bank.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace timeloom {

/// Kinds of bodies as bits; none where nothing is known.
using BodyKinds = std::uint32_t;

enum class Body : std::uint8_t {
    company, ///< of nouns that mean other bodies too: "the group"
    authority,
    party,
    union_,
    medium,
    club,
    school,
    society,
    bank,
    airline,
    carmaker,
    planemaker,
    energy,
    drugmaker,
    retailer,
    chipmaker,
    insurer,
    telecom
};

constexpr BodyKinds bit_of(Body body) {
    return BodyKinds{1} << static_cast<unsigned>(body);
}

/// The kind of that name, as tables write it ("authority"); nothing for another word.
std::optional<Body> body_kind(std::string_view name);

/// Kinds whose name fits only what is known to be of them: many bodies of unknown kind are companies, few are
/// parties.
constexpr BodyKinds seldom_unknown =
    bit_of(Body::authority) | bit_of(Body::party) | bit_of(Body::union_) | bit_of(Body::school);

/// Kinds that "the company" may mean.
constexpr BodyKinds business_kinds = bit_of(Body::bank) | bit_of(Body::airline) | bit_of(Body::carmaker) |
                                     bit_of(Body::planemaker) | bit_of(Body::energy) |
                                     bit_of(Body::drugmaker) | bit_of(Body::retailer) |
                                     bit_of(Body::chipmaker) | bit_of(Body::insurer) | bit_of(Body::telecom);

/// How well a noun of some kinds (none: for any company) fits a body of some kinds: above 0 where it is one,
/// below where it is another, a little where that is seldom said of it.
int fitness(BodyKinds noun, BodyKinds body);

} // namespace timeloom
