#include "graph/report_days.hpp"

#include "graph/days.hpp"

namespace timeloom {

ReportDays::ReportDays(const Collection& collection) {
    for (const auto& reading : collection.readings) {
        published.push_back(bounds_of(reading.document.published.edtf));
        // An article whose date is inferred as an interval came out soon after its latest news, which the
        // interval begins with: what it tells as past had happened by then.
        const bool inferred = reading.document.published.basis == Basis::inferred;
        news.push_back(inferred && published.back().latest ? published.back().earliest
                                                           : published.back().latest);
        updated_.push_back(!updated_on(reading.times, no_index).empty());
    }
}

bool ReportDays::written_later(const Collection& collection, std::uint32_t number) const {
    const auto [d, mention] = collection.mention(number);
    return updated_[d] && !updated_on(collection.readings[d].times, mention->sentence).empty();
}

} // namespace timeloom
