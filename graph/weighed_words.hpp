// The words that tell events apart, weighed by how many others of their document tell them.
#pragma once

#include "events/event.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace timeloom {

/// Letters of a stem, of a word as of a lemma; words shorter than `shortest_word` are mostly grammar.
constexpr std::size_t stem_letters = 5;
constexpr std::size_t shortest_word = 4;

/// What a word tells that nothing else in its document says; less the more often it is said.
constexpr std::uint32_t sole_weight = 1000;
/// Such a weight in a byte: there are fewer than 200 of them.
enum class WeightCode : std::uint8_t {};
/// A word and how much it tells among the clauses, and among the sentences, of its document. Millions of them
/// are held.
struct [[gnu::packed]] WeighedWord {
    std::uint32_t key = 0;
    WeightCode in_clauses{};
    WeightCode in_sentences{};
};
static_assert(sizeof(WeighedWord) == 6);
using WordWeight = WeightCode WeighedWord::*;

/// The words of a clause or of a sentence as they are compared.
struct WeighedWords {
    std::uint64_t bits = 0;             ///< one a word, by its key
    const WeighedWord* words = nullptr; ///< sorted by key
    std::uint32_t total = 0;            ///< of their weights
    std::uint16_t count = 0;
    std::uint16_t doubles = 0; ///< words whose bit another has set before
};

/// Dice's coefficient, of 1000: what part of the weight of both the shared words have.
constexpr int all_shared = 1000;
template <WordWeight weight>
int likeness_of(const WeighedWords& a, const WeighedWords& b);
/// No less than that, found at a glance.
int most_likeness_of(const WeighedWords& a, const WeighedWords& b);

/// The words of a mention's clause, and of all that its sentence tells.
struct MentionWords {
    WeighedWords clause;
    WeighedWords sentence;
};

/// By mention of the reading. They view `pool`, which must stay as it is; it is filled and shrunk to fit.
std::vector<MentionWords> weigh_words(const DocumentReading& reading, std::vector<WeighedWord>& pool);

} // namespace timeloom
