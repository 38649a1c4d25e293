// Cuts stretches of name-like words into names.
#pragma once

#include "entities/name_looks.hpp"

#include <vector>

namespace timeloom {

/// The product at piece i that its noun names first: "API de OpenAI", "APIs von OpenAI", "API OpenAI".
bool add_product(const NameLooks& looks, std::size_t i, std::vector<Candidate>& out);

/// One name of no known entity in pieces [begin, end), less what stands before it.
void add_unknown(const NameLooks& looks, std::size_t begin, std::size_t end, std::vector<Candidate>& out);

/// Cuts a run of name-like words into names, with the known names in it as landmarks.
void split_run(const NameLooks& looks, std::size_t begin, std::size_t end, std::vector<Candidate>& out);

} // namespace timeloom
