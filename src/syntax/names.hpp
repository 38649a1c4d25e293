// The names that Universal Dependencies gives to tags, relations and features, and back.
#pragma once

#include "syntax/tree.hpp"

#include <optional>
#include <string_view>

namespace timeloom {

constexpr std::size_t upos_count = 17;
constexpr std::size_t deprel_count = static_cast<std::size_t>(Deprel::dep) + 1;

std::string_view name(Upos upos);
std::string_view name(Deprel relation); ///< as the treebanks write it: "nsubj:pass", "case"

std::optional<Upos> upos_of(std::string_view name);

/// Subtypes that Deprel lacks are cut ("obl:arg" → obl, "csubj:pass" → csubj). Unknown relations read as dep.
Deprel deprel_of(std::string_view name);

/// The relation without its subtype: obl_agent → obl. What the LAS of `timeloom-train evaluate` compares.
Deprel universal(Deprel relation);

/// Reads the FEATS column of CoNLL-U ("Gender=Masc|Number=Sing"); features that have no place in Features are
/// left out.
Features features_of(std::string_view feats);

/// Features as one number, and back: what models store.
std::uint32_t pack(const Features& features);
Features unpack_features(std::uint32_t packed);

} // namespace timeloom
