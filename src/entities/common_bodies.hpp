// Names in plain words, of which every country or place may have its own: "Democratic Party", "National
// Assembly"; whose they are is told by the words beside them.
#pragma once

#include "entities/name_looks.hpp"

namespace timeloom {

/// "Kurdistan Democratic Party", "New Democratic Party": whether the word at piece i says that it is another
/// body than the known one behind it.
bool tells_apart(const NameLooks& looks, std::size_t i, const Candidate& known);

/// "Iraqi National Congress": whether a nationality before an attribute that begins names is the name's own.
bool opens_with_nationality(const NameLooks& looks, std::size_t i, std::size_t end);

/// "East African", "American-Hungarian", "Sunni Arab": attributes, and no name.
bool only_peoples(const NameLooks& looks, std::size_t begin, std::size_t end);

/// The end of a name that begins as the known body does, but goes on with another country than its own:
/// "Partido Demócrata de Brontia", "Parti socialiste belge"; the known name's own end when it does not.
std::size_t foreign_end(const NameLooks& looks, const Candidate& known);

/// "Fish and Wildlife Service", "Immigration and Naturalization Service": past a body's name in plain words
/// that the conjunction at piece j joins; j itself when there is no such name.
std::size_t joined_tasks(const NameLooks& looks, std::size_t first, std::size_t j);

} // namespace timeloom
