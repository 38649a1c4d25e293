#include "graph/collection.hpp"

#include <algorithm>
#include <tuple>

namespace timeloom {

std::pair<std::uint32_t, const EventMention*> Collection::mention(std::uint32_t number) const {
    const auto next = std::upper_bound(first_mention.begin(), first_mention.end(), number);
    const auto d = static_cast<std::uint32_t>(next - first_mention.begin() - 1);
    return {d, &readings[d].events[number - first_mention[d]]};
}

Collection collect(std::vector<DocumentReading> readings) {
    std::sort(readings.begin(), readings.end(), [](const DocumentReading& a, const DocumentReading& b) {
        const Document &x = a.document, &y = b.document;
        return std::tie(x.id, x.uri, x.text, x.published.edtf) <
               std::tie(y.id, y.uri, y.text, y.published.edtf);
    });
    readings.erase(std::unique(readings.begin(), readings.end(),
                               [](const DocumentReading& a, const DocumentReading& b) {
                                   return a.document.id == b.document.id;
                               }),
                   readings.end());
    Collection out;
    out.first_entity = {0};
    out.first_mention = {0};
    for (const auto& reading : readings) {
        out.first_entity.push_back(out.first_entity.back() +
                                   static_cast<std::uint32_t>(reading.entities.entities.size()));
        out.first_mention.push_back(out.first_mention.back() +
                                    static_cast<std::uint32_t>(reading.events.size()));
    }
    out.readings = std::move(readings);
    return out;
}

} // namespace timeloom
