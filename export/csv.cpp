#include "export/csv.hpp"

#include "export/edtf.hpp"
#include "export/words.hpp"
#include "graph/names.hpp"

namespace timeloom {
namespace {

constexpr std::string_view columns[] = {"id",
                                        "kind",
                                        "type",
                                        "subtype",
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
                                        "quotation_source",
                                        "time_why",
                                        "conflicts"};

void append_item(std::string& list, std::string_view item, std::string_view more = {}) {
    if (!list.empty())
        list += "; ";
    list.append(item).append(more);
}

/// The cells of one row after another, and the texts that they are joined in, so that a row allocates
/// nothing.
class Rows {
  public:
    Rows(const Timeline& timeline, char separator, Buffer& out)
        : timeline_(timeline), disputes_(timeline), separator_(separator), out_(out) {}

    void write(std::size_t index) {
        const auto& event = timeline_.events[index];
        write_cell(out_, event.id, separator_);
        plain(word_for(event.kind));
        cell(event.type);
        cell(event.subtype);
        cell(event.label);
        cell(event.time.edtf);
        scratch_.clear();
        append_time_words(scratch_, event.time, event.kind);
        cell(scratch_);
        day(event.time.start.earliest);
        day(event.time.start.latest);
        day(event.time.end.earliest);
        day(event.time.end.latest);
        plain(word_for(event.modality));
        plain(word_for(event.polarity));
        scratch_.clear();
        for (const auto& who : event.attribution)
            append_item(scratch_, holder_of(timeline_, who));
        cell(scratch_);
        participants(event);
        out_ << separator_ << std::int64_t{event.source_documents};
        out_ << separator_ << std::int64_t{event.independent_sources};
        scratch_.clear();
        for (const auto& language : event.languages)
            append_item(scratch_, language);
        cell(scratch_);
        out_ << separator_ << event.confidence;
        quotation(event);
        scratch_.clear();
        for (const auto& why : event.time.why)
            append_item(scratch_, why);
        cell(scratch_);
        scratch_.clear();
        for (const auto& dispute : disputes_.of(index))
            append_item(scratch_, dispute);
        cell(scratch_);
    }

  private:
    void cell(std::string_view text) {
        out_ << separator_;
        write_cell(out_, text, separator_);
    }
    void plain(std::string_view word) { out_ << separator_ << word; }
    void day(const std::optional<Day>& day) {
        out_ << separator_;
        if (!day)
            return;
        if (*day != day_) // the four bounds of an event are often one day
            day_text_ = day_text(day_ = *day);
        out_ << day_text_;
    }
    void participants(const TimelineEvent& event) {
        scratch_.clear();
        amounts_.clear();
        for (const auto& participant : event.participants) {
            if (participant.entity == no_index) {
                append_item(amounts_, amount_text(participant));
                continue;
            }
            append_item(scratch_, word_for(participant.role), ": ");
            scratch_ += timeline_.entities[participant.entity].name;
        }
        cell(scratch_);
        cell(amounts_);
    }
    void quotation(const TimelineEvent& event) {
        if (event.mentions.empty()) {
            out_ << separator_ << separator_;
            return;
        }
        const auto& quote = event.mentions[0].quote;
        cell(quote.text());
        scratch_.clear();
        append_source_words(scratch_, timeline_.documents[quote.document]);
        cell(scratch_);
    }

    const Timeline& timeline_;
    const Disputes disputes_;
    const char separator_;
    Buffer& out_;
    std::string scratch_, amounts_;
    Day day_{};
    std::string day_text_ = day_text(day_);
};

} // namespace

void write_cell(Buffer& out, std::string_view text, char separator) {
    if (separator == '\t') {
        for (const char c : text)
            out << (c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
        return;
    }
    const auto special = [separator](auto c) {
        return (c == static_cast<unsigned char>(separator)) | (c == '"') | (c == '\n') | (c == '\r');
    };
    if (out.write_if_plain(text, special))
        return;
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
    Rows rows(timeline, separator, out);
    for (std::size_t i = 0; i < timeline.events.size(); ++i) {
        rows.write(i);
        out << line_end;
    }
    out.flush();
}

} // namespace timeloom
