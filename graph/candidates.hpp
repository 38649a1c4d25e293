// Pairs of mentions that are worth comparing: neighbours in one document, mentions of two documents that
// share participants or words, and those of one type that hardly name anybody, where their documents have a
// subject in common ("three people died", in two reports of one fire). Of what many documents tell only the
// latest tellings are tried, so that the pairs grow with the number of mentions and not with its square.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/subjects.hpp"
#include "graph/telling.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

class Candidates {
  public:
    /// The first two must outlive this object.
    Candidates(const Collection& collection, const Tellings& tellings, const Frames& frames);

    /// All mentions, by publication of their document, as they stand in it. Taken in this order, a mention
    /// is compared with what was compared just before.
    std::span<const std::uint32_t> order() const { return order_; }

    class Search;

  private:
    template <class Visit>
    void for_each_key(std::uint32_t mention, Visit visit) const;
    /// A key as an entry holds it; the place of a mention takes the rest of the bits.
    std::uint64_t upper(std::uint64_t key) const { return key & ~place_bits_; }
    std::size_t bucket_of(std::uint64_t entry) const { return entry >> bucket_shift_; }
    void drop_single();

    const Collection& collection_;
    const Tellings& tellings_;
    std::vector<bool> seldom_;       ///< by frame: whether it is a type, of what does not happen every day
    std::vector<Subjects> subjects_; ///< by document
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> first_; ///< by document: place of its first mention in the order
    std::uint64_t place_bits_ = 0;
    std::vector<std::uint64_t> entries_; ///< a key that mentions may share, and the place of one; sorted
    unsigned bucket_shift_ = 63;
    std::vector<std::uint32_t> buckets_; ///< by the first bits of a key: where its entries begin
};

/// One thread's search among the candidates.
class Candidates::Search {
  public:
    /// `candidates` must outlive this object.
    explicit Search(const Candidates& candidates);

    /// The mentions that this one is to be compared with, each once, in no order: told before it, in
    /// documents published earlier or in its own. Seen from all mentions, each pair comes once.
    const std::vector<std::uint32_t>& before(std::uint32_t mention);

  private:
    void look_under(std::uint64_t key, std::uint32_t first_of_document, std::uint32_t mention);

    const Candidates& candidates_;
    std::vector<std::uint32_t> looked_for_; ///< by mention: the last one that it was found for, and one
    std::vector<std::uint32_t> found_;
};

} // namespace timeloom
