#include "export/csv.hpp"

#include "export/edtf.hpp"
#include "export/words.hpp"
#include "graph/names.hpp"

namespace timeloom {
namespace {

constexpr std::string_view columns[] = {"id",
                                        "kind",
                                        "type",
                                        "label",
                                        "time",
                                        "time_words",
                                        "start_earliest",
                                        "start_latest",
                                        "end_earliest",
                                        "end_latest",
                                        "modality",
                                        "polarity",
                                        "attribution",
                                        "participants",
                                        "amounts",
                                        "source_documents",
                                        "independent_sources",
                                        "languages",
                                        "confidence",
                                        "quotation",
                                        "quotation_source"};

std::string joined(const std::string& list, std::string_view item) {
    return list.empty() ? std::string(item) : list + "; " + std::string(item);
}

std::string day_or_nothing(const std::optional<Day>& day) {
    return day ? day_text(*day) : std::string();
}

} // namespace

void write_cell(Buffer& out, std::string_view text, char separator) {
    if (separator == '\t') {
        for (const char c : text)
            out << (c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
        return;
    }
    const char special[] = {separator, '"', '\n', '\r'};
    if (text.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
        out << text;
        return;
    }
    out << '"';
    while (true) {
        const auto quote = text.find('"');
        out << text.substr(0, quote);
        if (quote == std::string_view::npos)
            break;
        out << "\"\"";
        text.remove_prefix(quote + 1);
    }
    out << '"';
}

void write_event_list(const Timeline& timeline, char separator, const Sink& sink) {
    Buffer out(sink);
    const std::string_view line_end = separator == '\t' ? "\n" : "\r\n";
    for (const auto& name : columns) {
        if (&name != columns)
            out << separator;
        out << name;
    }
    out << line_end;
    for (const auto& event : timeline.events) {
        const auto cell = [&](std::string_view text) {
            out << separator;
            write_cell(out, text, separator);
        };
        std::string holders, people, amounts, languages;
        for (const auto& who : event.attribution)
            holders = joined(holders, holder_of(timeline, who));
        for (const auto& participant : event.participants) {
            const auto role = std::string(word_for(participant.role)) + ": ";
            if (participant.entity == no_index)
                amounts = joined(amounts, amount_text(participant));
            else
                people = joined(people, role + timeline.entities[participant.entity].name);
        }
        for (const auto& language : event.languages)
            languages = joined(languages, language);
        write_cell(out, event.id, separator);
        cell(word_for(event.kind));
        cell(event.type);
        cell(event.label);
        cell(event.time.edtf);
        cell(time_words(event.time, event.kind));
        cell(day_or_nothing(event.time.start.earliest));
        cell(day_or_nothing(event.time.start.latest));
        cell(day_or_nothing(event.time.end.earliest));
        cell(day_or_nothing(event.time.end.latest));
        cell(word_for(event.modality));
        cell(word_for(event.polarity));
        cell(holders);
        cell(people);
        cell(amounts);
        out << separator << std::int64_t{event.source_documents};
        out << separator << std::int64_t{event.independent_sources};
        cell(languages);
        out << separator << event.confidence;
        cell(event.mentions.empty() ? std::string_view() : event.mentions[0].quote.text);
        cell(event.mentions.empty() ? std::string()
                                    : source_words(timeline.documents[event.mentions[0].quote.document]));
        out << line_end;
    }
    out.flush();
}

} // namespace timeloom
