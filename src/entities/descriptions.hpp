// Noun phrases that stand for a body or thing named elsewhere. Each function notes what it resolves in the
// context and gives the end of the phrase, or the piece it was asked about when nothing is resolved there.
#pragma once

#include "entities/offices.hpp"
#include "entities/reference_context.hpp"

namespace timeloom {

/// "la compañía", "the ChatGPT maker", "la empresa de Redmond", "der KI-Konzern" at piece i, an article.
std::size_t describe(ReferenceContext& c, const Offices& offices, const People& people, std::size_t i);

/// "carmaker Brontix", "il gruppo francese Brontix": the noun at piece i, of the name behind it; "company CEO
/// Ana Ruiz": of whose office it is.
std::size_t describe_beside(ReferenceContext& c, std::size_t i);

/// "both companies", "las dos compañías", "die beiden Unternehmen": the last two organisations; "os dois
/// empresários", "die beiden", "os denunciados": the persons that can be meant.
std::size_t describe_several(ReferenceContext& c, const People& people, std::size_t i);

} // namespace timeloom
