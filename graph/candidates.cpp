#include "graph/candidates.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

namespace timeloom {

namespace {

/// How many mentions back a mention of the same document is tried.
constexpr std::uint32_t look_back = 64;
/// How many of the latest mentions under one key are tried.
constexpr std::uint32_t tried = 24;
/// Entities of a mention beyond this many add no new candidates.
constexpr std::size_t most_entities = 6;
/// Days after which what happens every day may be told again.
constexpr int daily = 3;
/// Who names more in the roles that identify the event is found by those.
constexpr std::size_t hardly_any = 1;
/// Entries under the same first bits, on average.
constexpr std::size_t bucket_size = 4;

/// Documents in order of publication, those without a date last.
std::vector<std::uint32_t> by_publication(const Collection& collection) {
    std::vector<std::uint32_t> order(collection.readings.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto published = [&](std::uint32_t d) -> const std::string& {
        return collection.readings[d].document.published.edtf;
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::make_tuple(published(a).empty(), std::cref(published(a)), a) <
               std::make_tuple(published(b).empty(), std::cref(published(b)), b);
    });
    return order;
}

std::uint64_t key_of(char kind, std::uint64_t a, std::uint64_t b) {
    std::uint64_t h = static_cast<unsigned char>(kind);
    for (const auto part : {a, b})
        h = (h ^ part) * 0x9E3779B97F4A7C15u, h ^= h >> 32;
    return h * 0x9E3779B97F4A7C15u; // its first bits are those that are kept
}

} // namespace

Candidates::Candidates(const Collection& collection, const Tellings& tellings, const Frames& frames)
    : collection_(collection), tellings_(tellings), subjects_(find_subjects(collection, tellings)),
      first_(collection.readings.size()) {
    for (const auto& frame : frames.all())
        seldom_.push_back(frame.type != "other" && frame.recurs_after_days > daily);
    order_.reserve(tellings.size());
    for (const auto d : by_publication(collection)) {
        first_[d] = static_cast<std::uint32_t>(order_.size());
        for (auto m = collection.first_mention[d]; m < collection.first_mention[d + 1]; ++m)
            order_.push_back(m);
    }
    place_bits_ = (std::uint64_t{1} << std::bit_width(order_.size())) - 1;
    std::size_t count = 0;
    for (std::uint32_t m = 0; m < tellings.size(); ++m)
        for_each_key(m, [&](std::uint64_t) { ++count; });
    entries_.reserve(count);
    for (std::uint32_t place = 0; place < order_.size(); ++place)
        for_each_key(order_[place], [&](std::uint64_t key) { entries_.push_back(upper(key) | place); });
    std::sort(entries_.begin(), entries_.end());
    drop_single();
    bucket_shift_ = 64u - std::max(1u, static_cast<unsigned>(std::bit_width(entries_.size() / bucket_size)));
    buckets_.resize(bucket_of(~std::uint64_t{0}) + 2);
    for (const auto entry : entries_)
        ++buckets_[bucket_of(entry) + 1];
    std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
}

/// What nothing else shares its key with leads nowhere.
void Candidates::drop_single() {
    std::size_t kept = 0;
    for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
        while (end < entries_.size() && upper(entries_[end]) == upper(entries_[begin]))
            ++end;
        for (auto i = begin; end - begin > 1 && i < end; ++i)
            entries_[kept++] = entries_[i];
    }
    entries_.resize(kept);
    entries_.shrink_to_fit();
}

template <class Visit>
void Candidates::for_each_key(std::uint32_t mention, Visit visit) const {
    const auto& telling = tellings_[mention];
    const auto entities = telling.entities();
    const auto count = std::min(entities.size(), most_entities);
    for (std::size_t i = 0; i < count; ++i) {
        visit(key_of('f', telling.frame, entities[i]));
        for (std::size_t j = i + 1; j < count; ++j)
            visit(key_of('e', entities[i], entities[j]));
    }
    if (seldom_[telling.frame] && telling.core().size() <= hardly_any)
        for (const auto subject : subjects_[telling.document])
            if (subject != no_index)
                visit(key_of('s', telling.frame, subject));
    if (telling.wording)
        visit(key_of('w', telling.wording, 0));
}

/// The latest mentions of earlier documents under a key. A long document may say the same thousands of times:
/// its own entries are passed over at once.
void Candidates::Search::look_under(std::uint64_t key, std::uint32_t first_of_document,
                                    std::uint32_t mention) {
    const auto& entries = candidates_.entries_;
    const auto& buckets = candidates_.buckets_;
    const auto upper = candidates_.upper(key);
    const auto own = upper | first_of_document;
    const auto bucket = entries.begin() + buckets[candidates_.bucket_of(own)];
    auto place = std::lower_bound(bucket, entries.begin() + buckets[candidates_.bucket_of(own) + 1], own);
    for (auto left = tried; left && place != bucket && candidates_.upper(*--place) == upper; --left) {
        const auto other = candidates_.order_[*place & candidates_.place_bits_];
        if (looked_for_[other] != mention + 1) {
            found_.push_back(other);
            candidates_.tellings_.fetch(other);
        }
        looked_for_[other] = mention + 1;
    }
}

Candidates::Search::Search(const Candidates& candidates)
    : candidates_(candidates), looked_for_(candidates.order_.size()) {}

const std::vector<std::uint32_t>& Candidates::Search::before(std::uint32_t mention) {
    const auto document = candidates_.tellings_[mention].document;
    found_.clear();
    candidates_.for_each_key(
        mention, [&](std::uint64_t key) { look_under(key, candidates_.first_[document], mention); });
    const auto begin = candidates_.collection_.first_mention[document];
    for (auto other = mention - std::min(look_back, mention - begin); other < mention; ++other)
        found_.push_back(other);
    return found_;
}

} // namespace timeloom
