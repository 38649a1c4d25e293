// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta 2011), with the root behind the last
// word.
//
// A stack of words whose heads are not known yet, and a buffer of words to come:
//   shift   the first of the buffer moves to the stack
//   left    the top of the stack becomes a dependent of the first of the buffer, and leaves
//   right   the top of the stack becomes a dependent of the word below it, and leaves
// Twice as many steps as words, always. The root takes one dependent only: when the buffer holds nothing
// else, the words above the lowest one of the stack can only go right.
#pragma once

#include "syntax/tree.hpp"

#include <cstdint>
#include <vector>

namespace timeloom {

enum class Transition : std::uint8_t { shift, left, right };

class Configuration {
  public:
    /// A word's place, 0 … size; `size` is the root, `size + 1` stands for "no such word".
    using Index = std::uint32_t;

    /// What the tree built so far says of a word.
    struct Node {
        std::int32_t head = -1; ///< -1 as long as it has none; the root's place counts as a head
        Deprel relation = Deprel::dep;
        std::uint8_t left_count = 0, right_count = 0; ///< dependents on each side, at most 255
        Index left1, left2;                           ///< the leftmost dependent and the one right of it
        Index right1, right2;                         ///< the rightmost dependent and the one left of it
        Index marker;                                 ///< the last dependent that is a case or a mark
        std::uint64_t relations = 0;                  ///< of its dependents, as bits
    };

    explicit Configuration(std::size_t size);

    bool finished() const { return next_ == size_ && stack_.empty(); }
    bool allows(Transition transition) const;
    /// `relation` is that of the new arc; a dependent of the root always is `root`.
    void apply(Transition transition, Deprel relation = Deprel::dep);
    /// The word that the top of the stack becomes a dependent of.
    Index head_after(Transition transition) const {
        return transition == Transition::left ? next_ : stack(1);
    }

    Index size() const { return size_; }
    Index none() const { return size_ + 1; }
    Index next() const { return next_; } ///< first of the buffer; size() when only the root is left
    /// From the top of the stack: stack(0) is the top; none() when the stack is not that high.
    Index stack(std::size_t depth) const {
        return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : none();
    }
    std::size_t height() const { return stack_.size(); }
    Index buffer(std::size_t ahead) const {
        return next_ + ahead <= size_ ? next_ + static_cast<Index>(ahead) : none();
    }
    const Node& node(Index index) const { return nodes_[index]; }

  private:
    void attach(Index dependent, Index head, Deprel relation);

    Index size_;
    Index next_ = 0;
    std::vector<Index> stack_;
    std::vector<Node> nodes_;
};

} // namespace timeloom
