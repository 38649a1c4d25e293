// A timeline whose texts are the fuzzer's bytes, made valid UTF-8: what the writers' targets write and read
// again.
#pragma once

#include "base/utf8.hpp"
#include "graph/timeline.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace timeloom {

/// Takes pieces off the input: up to a 0xFF byte, or the end. Bytes that are no UTF-8 become U+FFFD.
class Pieces {
  public:
    Pieces(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}

    std::string next() {
        const auto end = rest_.find('\xFF');
        std::string piece(rest_.substr(0, end));
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        if (is_valid_utf8(piece))
            return piece;
        std::string clean;
        for (const char c : piece)
            clean += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : "\uFFFD";
        return clean;
    }

  private:
    std::string_view rest_;
};

inline Timeline fuzzed_timeline(const std::uint8_t* data, std::size_t size) {
    Pieces pieces(data, size);
    Timeline timeline;
    TimelineDocument document;
    document.id = "doc:" + pieces.next();
    document.uri = pieces.next();
    document.title = pieces.next();
    document.language = "es";
    timeline.documents.push_back(document);
    TimelineEntity entity;
    entity.id = "entity:" + pieces.next();
    entity.name = pieces.next();
    entity.aliases = {pieces.next(), pieces.next()};
    timeline.storage.push_back(pieces.next());
    const Quote quote{0, 0, 1, timeline.storage.back()};
    entity.mentions = {quote};
    timeline.entities.push_back(entity);
    TimelineEvent event;
    event.id = "event:" + pieces.next();
    event.type = pieces.next();
    event.label = pieces.next();
    event.time.edtf = "2025-01-21/2029~";
    event.time.why = {pieces.next()};
    event.participants = {{Role::party, Tier::nearest, 0, 0, "", ""},
                          {Role::amount, Tier::path, no_index, static_cast<double>(size), pieces.next(), ""}};
    event.attribution = {{0, ""}};
    TimelineMention mention;
    mention.quote = quote;
    mention.construction = pieces.next();
    event.mentions = {mention};
    timeline.events.push_back(event);
    return timeline;
}

} // namespace timeloom
