#include "graph/subjects.hpp"

#include <algorithm>
#include <span>

namespace timeloom {

namespace {

struct Named {
    std::uint32_t entity = 0;
    std::uint32_t times = 0;     ///< in this document
    std::uint32_t documents = 0; ///< that name it

    /// More telling; of equals, the lesser number.
    bool operator<(const Named& other) const {
        const auto mine = std::uint64_t{times} * other.documents,
                   others = std::uint64_t{other.times} * documents;
        return mine != others ? mine > others : entity < other.entity;
    }
};

/// The entities that the events of a document name, each once, with how often.
class Census {
  public:
    Census(const Collection& collection, const Tellings& tellings)
        : collection_(collection), tellings_(tellings) {}

    std::span<const Named> of(std::uint32_t document) {
        all_.clear();
        named_.clear();
        for (auto m = collection_.first_mention[document]; m < collection_.first_mention[document + 1]; ++m) {
            const auto entities = tellings_[m].entities();
            all_.insert(all_.end(), entities.begin(), entities.end());
        }
        std::sort(all_.begin(), all_.end());
        for (const auto entity : all_) {
            if (named_.empty() || named_.back().entity != entity)
                named_.push_back({entity});
            ++named_.back().times;
        }
        return named_;
    }

  private:
    const Collection& collection_;
    const Tellings& tellings_;
    std::vector<std::uint32_t> all_;
    std::vector<Named> named_;
};

} // namespace

std::vector<Subjects> find_subjects(const Collection& collection, const Tellings& tellings) {
    const auto count = static_cast<std::uint32_t>(collection.readings.size());
    Census census(collection, tellings);
    std::vector<std::uint32_t> documents; // by entity
    for (std::uint32_t d = 0; d < count; ++d)
        for (const auto& named : census.of(d)) {
            if (documents.size() <= named.entity)
                documents.resize(named.entity + 1);
            ++documents[named.entity];
        }
    std::vector<Subjects> out(count);
    std::vector<Named> shared;
    for (std::uint32_t d = 0; d < count; ++d) {
        shared.clear();
        for (auto named : census.of(d))
            if ((named.documents = documents[named.entity]) > 1)
                shared.push_back(named);
        std::sort(shared.begin(), shared.end());
        out[d].fill(no_index);
        for (std::size_t i = 0; i < std::min(shared.size(), out[d].size()); ++i)
            out[d][i] = shared[i].entity;
    }
    return out;
}

} // namespace timeloom
