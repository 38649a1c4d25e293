// The features by which tags and word features (tense, case, …) are chosen; the trainer uses the same.
#pragma once

#include "syntax/clues.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/names.hpp"
#include "syntax/tree.hpp"

#include <optional>
#include <span>

namespace timeloom {

/// The tag of a word in lower case that training saw often and hardly ever with another tag.
std::optional<Upos> sure_tag(const Clues& word);

/// Whether the training texts never had the word but as a verb, if at all.
bool only_verb_seen(const Clues& word);
/// The same in the lexicon and Clues::known: its number plus one, beside the bits of the tags seen.
constexpr unsigned sure_shift = upos_count;

/// Replaces `keys` by those features of the tag of word `at` that a stage adds. tags[0 … at) are chosen
/// already.
void upos_features(Stage stage, std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                   FeatureKeys& keys);

/// Stands for a form with a tag: what a bundle may be sure of.
std::uint32_t bundle_key(const Clues& word, Upos tag);

/// Replaces `keys` by those features of the bundle (tense, case, …) of word `at` that a stage adds. All tags
/// are known, and the packed bundles[0 … at) are chosen already.
void bundle_features(Stage stage, std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                     std::span<const std::uint32_t> bundles, FeatureKeys& keys);

} // namespace timeloom
