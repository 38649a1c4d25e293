#include "export/terminal.hpp"

#include "base/utf8.hpp"
#include "export/buffer.hpp"
#include "export/edtf.hpp"
#include "export/words.hpp"

#include <algorithm>
#include <unicode/uchar.h>

namespace timeloom {
namespace {

std::size_t columns_of_character(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    const auto category = u_charType(point);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
        return 0;
    const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// One line without control characters: nothing in a text may move the cursor.
std::string clean(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto [value, length] = code_point_at(text, i);
        if (value < 32 || (value >= 0x7F && value < 0xA0))
            out += ' ';
        else
            out += text.substr(i, length);
        i += length;
    }
    return out;
}

/// Words to lines of at most `width` columns; a longer word has a line of its own.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        const auto word = std::string_view(text).substr(at, end - at);
        at = end + 1;
        if (word.empty())
            continue;
        const auto length = columns_of_text(word);
        if (used && width && used + 1 + length > width) {
            lines.emplace_back();
            used = 0;
        }
        if (used)
            lines.back() += ' ', ++used;
        lines.back() += word;
        used += length;
    }
    return lines;
}

/// A date in the lines that its column has: a span of days too long for one is broken behind its dash. Where
/// nothing is wrapped, an event is one line.
std::vector<std::string> date_lines(const TimelineEvent& event, std::size_t terminal) {
    const std::size_t widest = terminal < 60 ? 18 : 24;
    const auto when = time_words(event.time, event.kind);
    if (!terminal || columns_of_text(when) <= widest)
        return {when};
    constexpr std::string_view dash = " –";
    const auto at = when.find(dash);
    if (at == std::string::npos)
        return wrapped(when, widest);
    auto lines = wrapped(when.substr(0, at + dash.size()), widest);
    for (auto& line : wrapped(when.substr(at + dash.size()), widest))
        lines.push_back(std::move(line));
    return lines;
}

/// The event and, where it is not simply asserted, how it stands.
std::string event_words(const Timeline& timeline, const TimelineEvent& event, bool disputed) {
    std::string words = clean(event.label), remarks;
    const auto remark = [&](std::string_view text) { (remarks += remarks.empty() ? "" : ", ") += text; };
    const auto how = standing(event);
    if (how != "asserted" && !fold_case(words).starts_with(std::string(how) + ":"))
        remark(how);
    if (const auto holders = holders_words(timeline, event); !holders.empty())
        remark("according to " + clean(holders));
    if (disputed)
        remark("disputed");
    return remarks.empty() ? words : words + " [" + remarks + "]";
}

struct Paint {
    bool on;
    std::string operator()(std::string_view code, const std::string& text) const {
        return on && !code.empty() ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
    }
};

/// ANSI attributes for how an event stands.
std::string_view colour_of(std::string_view standing) {
    if (standing == "denied")
        return "31";
    if (standing == "planned")
        return "34";
    if (standing == "possible" || standing == "conditional")
        return "33";
    return standing == "reported" ? "36" : "";
}

} // namespace

std::size_t columns_of_text(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto [value, length] = code_point_at(text, i);
        columns += columns_of_character(value);
        i += length;
    }
    return columns;
}

void write_terminal(const Timeline& timeline, const TerminalStyle& style, const Sink& sink) {
    Buffer out(sink);
    const Paint paint{style.colour};
    std::vector<bool> disputed(timeline.events.size());
    for (const auto& conflict : timeline.conflicts)
        for (const auto event : conflict.about)
            disputed[event] = true;
    std::size_t date_columns = 8, source_columns = 1;
    for (const auto& event : timeline.events) {
        for (const auto& line : date_lines(event, style.width))
            date_columns = std::max(date_columns, columns_of_text(line));
        source_columns = std::max(source_columns, std::to_string(event.independent_sources).size());
    }
    const std::size_t indent = date_columns + 2 + source_columns + 2;
    const std::size_t width = style.width > indent + 20 ? style.width - indent : style.width ? 20 : 0;
    for (std::size_t i = 0; i < timeline.events.size(); ++i) {
        const auto& event = timeline.events[i];
        const auto dates = date_lines(event, style.width);
        const auto sources = std::to_string(event.independent_sources);
        auto lines = wrapped(event_words(timeline, event, disputed[i]), width);
        const auto words = lines.size();
        if (style.quotations && !event.mentions.empty()) {
            const auto& quote = event.mentions[0].quote;
            for (auto& line : wrapped("“" + clean(quote.text()) + "” — " +
                                          clean(source_words(timeline.documents[quote.document])),
                                      width))
                lines.push_back(std::move(line));
        }
        for (std::size_t n = 0; n < std::max(dates.size(), lines.size()); ++n) {
            const auto date = n < dates.size() ? dates[n] : std::string();
            const auto count = n ? std::string() : sources;
            out << paint(date.empty() ? "" : "1", date);
            if (n < lines.size()) {
                out << std::string(date_columns - columns_of_text(date) + 2 + source_columns - count.size(),
                                   ' ')
                    << paint(count.empty() ? "" : "2", count) << "  "
                    << paint(n < words ? colour_of(standing(event)) : "2", lines[n]);
            }
            out << '\n';
        }
    }
    out.flush();
}

} // namespace timeloom
