// The words that tell events apart, weighed by how many others of their document tell them.
#pragma once

#include "events/event.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

/// Letters of a stem, of a word as of a lemma; words shorter than `shortest_word` are mostly grammar.
constexpr std::size_t stem_letters = 5;
constexpr std::size_t shortest_word = 4;

/// A word and how much it tells in its document: 1000 where nothing else there says it, less the more often.
struct WeighedWord {
    std::uint32_t key = 0;
    std::uint32_t weight = 0;
};

/// Sorted by key.
struct WeighedWords {
    std::span<const WeighedWord> words;
    std::uint32_t total = 0; ///< of their weights
};

/// The words of each mention's clause, and of all that its sentence tells.
class MentionWords {
  public:
    /// Goes on with the mentions of the next document.
    void add(const DocumentReading& reading);

    WeighedWords of_clause(std::uint32_t mention) const { return of(clauses_[mention]); }
    WeighedWords of_sentence(std::uint32_t mention) const { return of(sentences_[mention]); }

  private:
    struct Range {
        std::uint32_t begin = 0; ///< into words_
        std::uint32_t end = 0;
        std::uint32_t total = 0;
    };
    /// Lists of word keys, each sorted and without doubles, one after the other.
    struct KeyLists {
        std::vector<std::uint64_t> keys;
        std::vector<std::uint32_t> ends;
    };
    WeighedWords of(const Range& range) const {
        return {std::span(words_).subspan(range.begin, range.end - range.begin), range.total};
    }
    std::vector<Range> weigh(const KeyLists& lists);

    std::vector<WeighedWord> words_;
    std::vector<Range> clauses_; ///< by mention
    std::vector<Range> sentences_;
};

} // namespace timeloom
