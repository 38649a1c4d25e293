// Multi-word tokens ("del" = de + el, "don't" = do + n't), split as the treebanks split them.
#pragma once

#include "syntax/key_table.hpp"
#include "syntax/linear_model.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

class Splitter {
  public:
    /// One way to split a token, with the forms of its parts; no part at all: it stays whole.
    using Parts = std::vector<std::string>;

    Splitter() = default;

    /// `tokens`: form_key of a token → index into `choices`. A token with more than one way ("des" as de +
    /// les or as an article) has several consecutive choices, from that index to one marked `last`; `context`
    /// tells them apart: class 0 is the first.
    struct Choice {
        Parts parts;
        bool last = true;
    };
    Splitter(std::vector<Choice> choices, KeyTable tokens, LinearModel context);

    /// The parts of token `at` of a sentence whose normal forms are given; nullptr when it stays whole.
    const Parts* split(std::span<const std::string> normal, std::size_t at) const;

    /// Features by which `context` chooses.
    static void features(std::span<const std::string> normal, std::size_t at,
                         std::vector<std::uint32_t>& keys);

  private:
    std::vector<Choice> choices_;
    KeyTable tokens_;
    LinearModel context_;
};

} // namespace timeloom
