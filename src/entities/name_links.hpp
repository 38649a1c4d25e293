// Names of one document that differ in form and mean the same.
#pragma once

#include "entities/name_groups.hpp"

namespace timeloom {

/// "Comissão Federal de Comércio (FTC)": a name and the acronym behind it are one entity.
void link_acronyms(NameGroups& names);

/// An unknown name with an ending ("Brontix", "Brontixs") is the name without it, when that occurs too.
void link_endings(NameGroups& names);

/// "Ana M. Ruiz" and "Ana Ruiz", "Theresa May" and "Teresa May": a middle name or initial more or less,
/// another spelling.
void link_variants(NameGroups& names);

/// "Altman" after "Sam Altman", "SoftBank" beside "SoftBank Group", "Commission" after "European Commission".
void link_short_forms(NameGroups& names);

/// "Milano e Cortina": nothing else known, a name is of the type of the known one that "and" joins it with.
void weigh_company(NameGroups& names);

/// "Redmond" is Microsoft, where Microsoft is spoken of and nothing happens in Redmond.
void link_seats(NameGroups& names);

} // namespace timeloom
