// What every format's reader gives: the text and what the file says of itself.
#pragma once

#include <string>
#include <vector>

namespace timeloom {

/// As written in the file, the manifest or the record; "" where nothing is said.
struct Metadata {
    std::string language; ///< a language tag
    std::string published;
    std::string published_from; ///< where `published` stands, for the reader of the timeline: "meta
                                ///< article:published_time"
    std::string title;
    std::string publisher;
    std::string url;
};

struct Page {
    std::string text; ///< UTF-8
    Metadata metadata;
};

} // namespace timeloom
