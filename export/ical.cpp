#include "export/ical.hpp"

#include "export/buffer.hpp"
#include "export/edtf.hpp"
#include "export/words.hpp"

namespace timeloom {
namespace {

/// A content line: text escaped, folded after at most 75 bytes between characters.
void write_line(Buffer& out, std::string_view name, std::string_view value, bool text) {
    std::string line(name);
    line += ':';
    for (const char c : value) {
        if (!text)
            line += c;
        else if (c == '\n')
            line += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            (line += '\\') += c;
        else if (c < 0 || c >= 32 || c == '\t')
            line += c; // other control characters are not allowed
    }
    std::string_view rest = line;
    for (std::size_t room = 75; rest.size() > room; room = 74) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(rest[cut]) & 0xC0) == 0x80)
            --cut;
        out << rest.substr(0, cut) << "\r\n ";
        rest.remove_prefix(cut);
    }
    out << rest << "\r\n";
}

/// "20250121"; nullopt outside of the years that iCalendar can say.
std::optional<std::string> date_value(Day day) {
    const auto text = day_text(day);
    if (text.size() != 10)
        return std::nullopt;
    return text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
}

} // namespace

void write_ical(const Timeline& timeline, const Sink& sink) {
    Buffer out(sink);
    out << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Timeloom//Timeline//EN\r\nCALSCALE:GREGORIAN\r\n";
    const Disputes disputes(timeline);
    for (std::size_t i = 0; i < timeline.events.size(); ++i) {
        const auto& event = timeline.events[i];
        const auto extent = extent_of(event.time, event.kind);
        const auto first = extent.first();
        if (!first)
            continue;
        const auto& end = extent.end;
        const auto last = end.latest ? *end.latest : end.earliest ? *end.earliest : *first;
        const auto from = date_value(*first);
        const auto after = date_value(std::max(last, *first) + date::days(1)); // DTEND is exclusive
        if (!from || !after)
            continue;
        std::string description = time_words(event.time, event.kind) + " · " + standing_words(event);
        if (const auto holders = holders_words(timeline, event); !holders.empty())
            description += "\nAccording to " + holders;
        for (const auto& dispute : disputes.of(i))
            description += "\n" + dispute;
        for (const auto& mention : event.mentions)
            description += "\n“" + std::string(mention.quote.text()) + "” (" +
                           source_words(timeline.documents[mention.quote.document]) + ")";
        for (const auto& why : event.time.why)
            description += "\nWhy then: " + std::string(why);
        const bool firm = event.polarity == Polarity::positive && event.modality == Modality::asserted;
        out << "BEGIN:VEVENT\r\n";
        write_line(out, "UID", event.id, true);
        // The stamp says when the data was made; the day itself keeps the file equal from run to run.
        out << "DTSTAMP:" << *from << "T000000Z\r\n";
        out << "DTSTART;VALUE=DATE:" << *from << "\r\nDTEND;VALUE=DATE:" << *after << "\r\n";
        write_line(out, "SUMMARY", event.label, true);
        write_line(out, "DESCRIPTION", description, true);
        write_line(out, "CATEGORIES", event.type, true);
        out << "STATUS:"
            << (event.polarity == Polarity::negative ? "CANCELLED"
                : firm                               ? "CONFIRMED"
                                                     : "TENTATIVE")
            << "\r\n";
        out << "TRANSP:TRANSPARENT\r\n";
        write_line(out, "X-TIMELOOM-EDTF", event.time.edtf, true);
        out << "END:VEVENT\r\n";
    }
    out << "END:VCALENDAR\r\n";
    out.flush();
}

} // namespace timeloom
