#include "export/words.hpp"

#include "export/edtf.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/names.hpp"

namespace timeloom {

std::string_view standing(const TimelineEvent& event) {
    return event.polarity == Polarity::negative ? "denied" : word_for(event.modality);
}

std::string standing_words(const TimelineEvent& event) {
    std::string words(standing(event));
    const auto sources = std::max(event.independent_sources, event.source_documents ? 1u : 0u);
    words += " · " + std::to_string(sources) + (sources == 1 ? " source" : " sources");
    std::string languages;
    for (const auto& language : event.languages)
        languages += (languages.empty() ? "" : ", ") + language;
    if (!languages.empty())
        words += " (" + languages + ")";
    return words;
}

void append_source_words(std::string& out, const TimelineDocument& document) {
    out += !document.publisher.empty() ? document.publisher
           : !document.title.empty()   ? document.title
                                       : document.uri;
    if (const auto& day = document.published.edtf; day.find('/') != std::string::npos) {
        TimelineTime between; // inferred: "from 11 September 2025"
        between.edtf = day;
        append_time_words(out += ", ", between, EventKind::event);
    } else if (!day.empty()) {
        append_date_words(out += ", ", day);
    }
    if (!document.language.empty())
        ((out += " (") += document.language) += ')';
}

std::string source_words(const TimelineDocument& document) {
    std::string words;
    append_source_words(words, document);
    return words;
}

std::string holders_words(const Timeline& timeline, const TimelineEvent& event) {
    std::string holders;
    for (const auto& who : event.attribution)
        (holders += holders.empty() ? "" : ", ") += holder_of(timeline, who);
    return holders;
}

Disputes::Disputes(const Timeline& timeline) : timeline_(timeline) {
    for (const auto& conflict : timeline.conflicts)
        for (const auto event : conflict.about)
            conflicts_.emplace(event, &conflict);
}

std::vector<std::string> Disputes::of(std::size_t event) const {
    constexpr std::string_view about[] = {"when it was", "who or how much", "whether it happened"};
    static_assert(std::size(about) == Names<TimelineConflict::Kind>::all.size());
    std::vector<std::string> sentences;
    const auto [first, last] = conflicts_.equal_range(event);
    for (auto found = first; found != last; ++found) {
        const auto& conflict = *found->second;
        std::string words;
        for (const auto other : conflict.about)
            if (other != event) {
                words += words.empty() ? "Contradicted by “" : " and “";
                words.append(timeline_.events[other].label) += "”";
            }
        if (words.empty())
            words = "Sources contradict each other";
        words.append(" on ").append(about[static_cast<std::size_t>(conflict.kind)]);
        std::string_view before = ": ";
        for (const auto& why : conflict.why) {
            words.append(before) += why;
            before = "; ";
        }
        sentences.push_back(std::move(words));
    }
    return sentences;
}

std::string html_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace timeloom
