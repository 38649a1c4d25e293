#include "graph/candidates.hpp"

#include <algorithm>
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

/// A mention under something that others may share with it.
struct Entry {
    std::uint64_t key;
    std::uint32_t rank; ///< of its document, by day of publication
    std::uint32_t mention;
    bool operator<(const Entry& other) const {
        return std::tie(key, rank, mention) < std::tie(other.key, other.rank, other.mention);
    }
};

/// Documents in order of publication, those without a date last.
std::vector<std::uint32_t> ranks_of(const Collection& collection) {
    std::vector<std::uint32_t> order(collection.readings.size()), ranks(order.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto published = [&](std::uint32_t d) -> const std::string& {
        return collection.readings[d].document.published.edtf;
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::make_tuple(published(a).empty(), std::cref(published(a)), a) <
               std::make_tuple(published(b).empty(), std::cref(published(b)), b);
    });
    for (std::uint32_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = i;
    return ranks;
}

std::uint64_t key_of(char kind, std::uint64_t a, std::uint64_t b) {
    std::uint64_t h = static_cast<unsigned char>(kind);
    for (const auto part : {a, b})
        h = (h ^ part) * 0x9E3779B97F4A7C15u, h ^= h >> 32;
    return h;
}

class Finder {
  public:
    Finder(const Collection& collection, const Tellings& tellings,
           const std::vector<ParallelMentions>& parallels)
        : collection_(collection), tellings_(tellings), ranks_(ranks_of(collection)) {
        std::size_t keys = 2 * parallels.size();
        for (std::uint32_t m = 0; m < tellings.size(); ++m)
            keys += keys_of(m);
        entries_.reserve(keys);
        for (std::uint32_t m = 0; m < tellings.size(); ++m)
            add_keys(m);
        for (std::uint32_t p = 0; p < parallels.size(); ++p) {
            add('p', p, 0, parallels[p].a);
            add('p', p, 0, parallels[p].b);
        }
        std::sort(entries_.begin(), entries_.end());
        drop_single();
        first_.assign(tellings.size() + 1, 0);
        for (const auto& entry : entries_)
            ++first_[entry.mention + 1];
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        places_.resize(entries_.size());
        auto next = first_;
        for (std::uint32_t i = 0; i < entries_.size(); ++i)
            places_[next[entries_[i].mention]++] = i;
    }

    void run(const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
        std::vector<std::uint32_t> found;
        for (std::uint32_t m = 0; m < tellings_.size(); ++m) {
            const auto document = tellings_[m].document;
            found.clear();
            for (auto i = first_[m]; i < first_[m + 1]; ++i)
                look_under(places_[i], found);
            std::sort(found.begin(), found.end());
            found.erase(std::unique(found.begin(), found.end()), found.end());
            for (const auto other : found)
                visit(other, m);
            const auto begin = collection_.first_mention[document];
            for (auto other = m - std::min(look_back, m - begin); other < m; ++other)
                visit(other, m);
        }
    }

  private:
    /// What nothing else shares its key with leads nowhere.
    void drop_single() {
        std::size_t kept = 0;
        for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
            while (end < entries_.size() && entries_[end].key == entries_[begin].key)
                ++end;
            for (auto i = begin; end - begin > 1 && i < end; ++i)
                entries_[kept++] = entries_[i];
        }
        entries_.resize(kept);
        entries_.shrink_to_fit();
    }

    void add(char kind, std::uint64_t a, std::uint64_t b, std::uint32_t mention) {
        entries_.push_back({key_of(kind, a, b), ranks_[tellings_[mention].document], mention});
    }

    /// How many add_keys adds.
    std::size_t keys_of(std::uint32_t m) const {
        const auto count = std::min(tellings_[m].entities().size(), most_entities);
        return count * (count + 1) / 2 + (tellings_[m].words ? 1 : 0);
    }

    void add_keys(std::uint32_t m) {
        const auto& telling = tellings_[m];
        const auto entities = telling.entities();
        const auto count = std::min(entities.size(), most_entities);
        for (std::size_t i = 0; i < count; ++i) {
            add('f', telling.frame, entities[i], m);
            for (std::size_t j = i + 1; j < count; ++j)
                add('e', entities[i], entities[j], m);
        }
        if (telling.words)
            add('w', telling.words, 0, m);
    }

    /// The latest mentions of earlier documents under the key of an entry.
    void look_under(std::uint32_t place, std::vector<std::uint32_t>& found) const {
        const auto& entry = entries_[place];
        // A long document may say the same thousands of times: its own entries are passed over at once.
        const auto own =
            std::lower_bound(entries_.begin(), entries_.begin() + place, Entry{entry.key, entry.rank, 0});
        auto i = own - entries_.begin();
        for (auto left = tried; i > 0 && left && entries_[static_cast<std::size_t>(i) - 1].key == entry.key;
             --i, --left)
            found.push_back(entries_[static_cast<std::size_t>(i) - 1].mention);
    }

    const Collection& collection_;
    const Tellings& tellings_;
    std::vector<std::uint32_t> ranks_;
    std::vector<Entry> entries_;        ///< sorted
    std::vector<std::uint32_t> first_;  ///< into places_, by mention
    std::vector<std::uint32_t> places_; ///< into entries_
};

} // namespace

void for_each_candidate(const Collection& collection, const Tellings& tellings,
                        const std::vector<ParallelMentions>& parallels,
                        const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
    Finder(collection, tellings, parallels).run(visit);
}

} // namespace timeloom
