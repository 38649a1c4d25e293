// Multi-word tokens ("del" = de + el, "don't" = do + n't), split as the treebanks split them.
#pragma once

#include "syntax/key_table.hpp"
#include "syntax/linear_model.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

class Splitter {
  public:
    /// One way to split a token, with the forms of its parts; no part at all: it stays whole.
    using Parts = std::vector<std::string>;

    /// Up to six places in a word.
    class Endings {
      public:
        void add(std::size_t place) { places_[size_++] = place; }
        const std::size_t* begin() const { return places_.data(); }
        const std::size_t* end() const { return places_.data() + size_; }

      private:
        std::array<std::size_t, 6> places_;
        std::size_t size_ = 0;
    };

    Splitter() = default;

    /// `tokens`: form_key of a token → index into `choices`. A token with more than one way ("des" as de +
    /// les or as an article) has several consecutive choices, from that index to one marked `last`; `context`
    /// tells them apart: class 0 is the first.
    struct Choice {
        Parts parts;
        bool last = true;
    };
    /// `endings`: ending_key of how a token may end ("arlos") → a choice whose first part takes the place of
    /// that ending ("ar", "los").
    Splitter(std::vector<Choice> choices, KeyTable tokens, KeyTable endings, LinearModel context);

    /// `lexicon` is that of clues_of (syntax/clues.hpp).
    ///
    /// The parts of token `at`, written as `form`, of a sentence whose normal forms are given; none when it
    /// stays whole. By its ending a token is split only when it is in lower case and training has not seen it
    /// whole: no name ends in a pronoun. So is an unseen one where a known pronoun stands behind a known verb
    /// and a hyphen.
    Parts split(std::span<const std::string> normal, std::size_t at, const KeyTable& lexicon,
                std::string_view form) const;

    /// Where the endings of a normal form begin, the longest first: three to eight characters, after three or
    /// more.
    static Endings endings(std::string_view normal);
    static std::uint32_t ending_key(std::string_view ending);

    /// Features by which `context` chooses.
    static void features(std::span<const std::string> normal, std::size_t at, const KeyTable& lexicon,
                         FeatureKeys& keys);

  private:
    std::vector<Choice> choices_;
    KeyTable tokens_;
    KeyTable endings_;
    LinearModel context_;
};

} // namespace timeloom
