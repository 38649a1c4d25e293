#include "graph/knowledge_graph.hpp"

#include <charconv>
#include <cmath>

namespace timeloom {

std::string day_text(Day day) {
    const date::year_month_day civil(day);
    const int year = int(civil.year());
    const auto years = static_cast<unsigned>(year < 0 ? -year : year);
    char text[16];
    char* end = text;
    const auto digit = [&end](unsigned value) { *end++ = static_cast<char>('0' + value % 10); };
    if (year < 0)
        *end++ = '-';
    if (years > 9999)
        digit(years / 10000);
    for (const unsigned unit : {1000u, 100u, 10u, 1u})
        digit(years / unit);
    for (const unsigned part : {unsigned(civil.month()), unsigned(civil.day())}) {
        *end++ = '-';
        digit(part / 10);
        digit(part);
    }
    return {text, end};
}

TimeEnds ends_of(const TimelineTime& time, EventKind kind) {
    const std::string_view edtf = time.edtf;
    if (edtf.empty())
        return {};
    const auto slash = edtf.find('/');
    if (slash != std::string_view::npos)
        return {edtf.substr(0, slash), edtf.substr(slash + 1)};
    const bool open = kind == EventKind::state && !time.end.earliest && !time.end.latest;
    return {edtf, open ? ".." : edtf};
}

std::string_view first_published(const Timeline& timeline, const TimelineEvent& event) {
    std::string_view first;
    for (const auto& mention : event.mentions) {
        const std::string_view published = timeline.documents[mention.quote.document].published.edtf;
        if (!published.empty() && (first.empty() || published < first))
            first = published;
    }
    return first;
}

std::string_view holder_of(const Timeline& timeline, const TimelineAttribution& attribution) {
    return attribution.entity == no_index ? std::string_view(attribution.text)
                                          : std::string_view(timeline.entities[attribution.entity].name);
}

std::string amount_text(const TimelineParticipant& amount) {
    char digits[400]; // the largest double has 309 digits
    // Plain decimals, never 5e+11: readers of the text are people and spreadsheets.
    const bool whole = std::abs(amount.number) < 9e15 && std::floor(amount.number) == amount.number;
    const auto end =
        whole ? std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(amount.number))
              : std::to_chars(digits, digits + sizeof digits, amount.number, std::chars_format::fixed);
    std::string out = amount.bound.empty() ? "" : amount.bound + " ";
    out.append(digits, end.ec == std::errc() ? end.ptr : digits);
    if (!amount.unit.empty())
        out += " " + amount.unit;
    return out;
}

} // namespace timeloom
