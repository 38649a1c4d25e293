#include "export/markdown.hpp"

#include "export/buffer.hpp"
#include "export/edtf.hpp"
#include "export/words.hpp"

namespace timeloom {

std::string markdown_text(std::string_view text) {
    constexpr std::string_view special = "\\`*_{}[]<>#|~&!";
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t')
            out += ' ';
        else if (c >= 0 && c < 32)
            continue;
        else {
            if (special.find(c) != std::string_view::npos)
                out += '\\';
            out += c;
        }
    }
    return out;
}

void write_markdown(const Timeline& timeline, const Sink& sink) {
    Buffer out(sink);
    out << "# Timeline\n";
    std::string heading;
    for (const auto& event : timeline.events) {
        const auto first = extent_of(event.time, event.kind).first();
        const auto year =
            first ? std::to_string(int(date::year_month_day(*first).year())) : std::string("Without a date");
        if (year != heading)
            out << "\n## " << (heading = year) << "\n";
        const bool denied = event.polarity == Polarity::negative;
        out << "\n- **" << time_words(event.time, event.kind) << "**: " << (denied ? "~~" : "")
            << markdown_text(event.label) << (denied ? "~~" : "") << "  \n  *"
            << markdown_text(standing_words(event)) << '*';
        if (const auto holders = holders_words(timeline, event); !holders.empty())
            out << ", according to " << markdown_text(holders);
        out << '\n';
        for (const auto& why : event.time.why)
            out << "  - Why then: " << markdown_text(why) << '\n';
        for (const auto& mention : event.mentions)
            out << "\n  > " << markdown_text(mention.quote.text()) << "  \n  > — "
                << markdown_text(source_words(timeline.documents[mention.quote.document])) << '\n';
    }
    if (!timeline.conflicts.empty())
        out << "\n## Where sources contradict each other\n\n";
    for (const auto& conflict : timeline.conflicts) {
        out << "-";
        for (std::size_t i = 0; i < conflict.about.size(); ++i)
            out << (i ? " ≠ " : " ") << markdown_text(timeline.events[conflict.about[i]].label);
        for (const auto& why : conflict.why)
            out << "\n  - " << markdown_text(why);
        out << '\n';
    }
    out.flush();
}

} // namespace timeloom
