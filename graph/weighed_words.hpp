// The words that tell events apart, weighed by how many others of their document tell them.
#pragma once

#include "events/event.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace timeloom {

/// Letters of a stem, of a word as of a lemma; words shorter than `shortest_word` are mostly grammar.
constexpr std::size_t stem_letters = 5;
constexpr std::size_t shortest_word = 4;

/// A word and how much it tells in its document: `sole_weight` where nothing else there says it, less the
/// more often.
constexpr std::uint32_t sole_weight = 1000;
struct WeighedWord {
    std::uint32_t key = 0;
    std::uint32_t weight = 0;
};

/// Words as they are compared.
struct WeighedWords {
    std::span<const WeighedWord> words; ///< sorted by key
    std::uint32_t total = 0;            ///< of their weights
    std::uint32_t doubles = 0;          ///< words whose bit another has set before
    std::uint64_t bits = 0;             ///< one a word, by its key
};

/// Dice's coefficient, of 1000: what part of the weight of both the shared words have.
constexpr int all_shared = 1000;
int likeness_of(const WeighedWords& a, const WeighedWords& b);
/// No less than that, found at a glance.
int most_likeness_of(const WeighedWords& a, const WeighedWords& b);

/// The words of each mention's clause, and of all that its sentence tells.
class MentionWords {
  public:
    explicit MentionWords(std::size_t mentions) {
        clauses_.reserve(mentions);
        sentence_of_.reserve(mentions);
    }
    /// Goes on with the mentions of the next document.
    void add(const DocumentReading& reading);

    WeighedWords of_clause(std::uint32_t mention) const { return clauses_[mention]; }
    WeighedWords of_sentence(std::uint32_t mention) const { return sentences_[sentence_of_[mention]]; }

  private:
    /// Lists of word keys, each sorted and without doubles, one after the other.
    struct KeyLists {
        std::vector<std::uint64_t> keys;
        std::vector<std::uint32_t> ends;
    };
    void weigh(const KeyLists& lists, std::vector<WeighedWords>& out);

    std::deque<std::vector<WeighedWord>> words_; ///< what the others view
    std::vector<WeighedWords> clauses_;          ///< by mention
    std::vector<WeighedWords> sentences_;
    std::vector<std::uint32_t> sentence_of_; ///< into sentences_, by mention
};

} // namespace timeloom
