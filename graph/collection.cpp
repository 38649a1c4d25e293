#include "graph/collection.hpp"

#include <algorithm>
#include <tuple>

namespace timeloom {

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
    out.document_of.reserve(out.mention_count());
    for (std::uint32_t d = 0; d < readings.size(); ++d)
        out.document_of.resize(out.first_mention[d + 1], d);
    out.readings = std::move(readings);
    return out;
}

} // namespace timeloom
