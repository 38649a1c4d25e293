// How far a name goes on from its first word.
#pragma once

#include "entities/name_looks.hpp"

#include <string>

namespace timeloom {

/// The end of the run of words from piece i that hold together as a name would: name-like words, legal forms,
/// numbers behind letters, words of names ("Group"), particles inside names of persons.
std::size_t run_end(const NameLooks& looks, std::size_t i);

/// The end of the legal form at piece i, which may be cut at its points ("S.p.A."); i when there is none.
std::size_t legal_form_end(const NameLooks& looks, std::size_t i);

/// "Ministerio de Economía", "University of Brontia", "Department of Health and Human Services": the end of a
/// name that begins with such a head at piece i; i when there is none.
std::size_t institution_end(const NameLooks& looks, std::size_t i);

/// What the institution at pieces [first, end) is called in every language: "Universität Leiden" and
/// "Universidad de Leiden" are the "University of Leiden"; "" when its head or its place is not known.
std::string local_name(const NameLooks& looks, std::size_t first, std::size_t end);

} // namespace timeloom
