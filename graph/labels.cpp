#include "graph/labels.hpp"

#include "base/one_of.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace timeloom {

namespace {

/// Names shown in one place of a pattern.
constexpr std::size_t most_names = 3;

/// Code points of the text that a label quotes, at most.
constexpr std::size_t most_quoted = 72;

/// Bytes at the end of a clause that say too little alone: "wrote", "its merger".
constexpr std::size_t enough_bytes = 24;

/// Bytes before the verb that may still be its auxiliary: "hat … mitgeteilt", "a annoncé".
constexpr std::size_t longest_auxiliary = 8;

/// A label with fewer names says too little alone: "Statement by Ash".
constexpr std::size_t enough_names = 2;

/// At the end of a pattern whose noun does not tell what happened: "Statement by Ash on Birch".
constexpr std::string_view words_follow = "…";

/// A pattern being filled, and how many names it shows so far.
struct Filling {
    const TimelineEvent& event;
    const Timeline& timeline;
    std::size_t names = 0;

    /// "Acme, Widget and Tern"; "" when nobody surely fills the roles ("agent+party").
    std::string names_of(std::string_view roles) {
        std::vector<std::string_view> found;
        for (const auto& name : split(roles, '+'))
            for (const auto& participant : event.participants)
                if (participant.entity != no_index && participant.tier != Tier::nearest &&
                    name_of(participant.role) == name)
                    found.push_back(timeline.entities[participant.entity].name);
        std::string out;
        for (std::size_t i = 0; i < found.size() && i < most_names; ++i) {
            if (i > 0)
                out += i + 1 == found.size() ? " and " : ", ";
            out += found[i];
        }
        names += found.size();
        return found.size() > most_names ? out + " and others" : out;
    }

    /// A part of a pattern without brackets; `filled` tells whether every role in it was.
    std::string fill(std::string_view part, bool& filled) {
        std::string out;
        filled = true;
        while (!part.empty()) {
            const auto open = part.find('{');
            out += part.substr(0, open);
            if (open == std::string_view::npos)
                break;
            const auto close = std::min(part.find('}', open), part.size());
            const auto found = names_of(part.substr(open + 1, close - open - 1));
            filled = filled && !found.empty();
            out += found;
            part.remove_prefix(std::min(close + 1, part.size()));
        }
        return out;
    }

    std::string fill_all(std::string_view pattern) {
        std::string out;
        bool filled = true;
        while (!pattern.empty()) {
            const auto open = pattern.find('[');
            out += fill(pattern.substr(0, open), filled);
            if (open == std::string_view::npos)
                break;
            const auto close = std::min(pattern.find(']', open), pattern.size());
            const auto part = fill(pattern.substr(open + 1, close - open - 1), filled);
            if (filled)
                out += part;
            pattern.remove_prefix(std::min(close + 1, pattern.size()));
        }
        return out;
    }
};

/// Bytes of the marks and blanks that open a quotation.
std::uint32_t opening_marks(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto length = code_point_at(text, at).length;
        if (!is_one_of(text.substr(at, length),
                       {"\"", "“", "„", "«", "»", "–", "—", "-", " ", "\u00A0", "\n"}))
            break;
        at += length;
    }
    return static_cast<std::uint32_t>(at);
}

/// Whether a clause at the end of its sentence only says who told what stands before it: "…, said Ash".
bool only_says_who(const EventMention& mention, std::uint32_t told_from, std::string_view sentence,
                   Span span) {
    if (mention.clause.begin <= span.begin + enough_bytes || mention.clause.end + 2 < span.end ||
        told_from > mention.clause.begin + longest_auxiliary)
        return false;
    const auto before = sentence.substr(0, mention.clause.begin - span.begin);
    const auto said = before.substr(0, before.find_last_not_of(" \n\t") + 1);
    constexpr std::string_view marks[] = {",", "\"", "”", "“", "»", "–", "—"};
    return std::any_of(std::begin(marks), std::end(marks),
                       [said](std::string_view mark) { return said.ends_with(mark); });
}

/// The words that tell an event: its clause from the trigger or the first participant on, whichever comes
/// first (what stands before is "that", "when", "according to the paper"), cut between words; `vague`: what
/// was said counts, which may stand before who said it. `sentence`: the text from `span`, the mention's
/// sentence. `names` tells whether a participant is among the words.
std::string words_of(const EventMention& mention, std::string_view sentence, Span span, bool vague,
                     bool& names) {
    auto begin = mention.trigger.begin;
    for (const auto& participant : mention.participants)
        if (mention.clause.contains(participant.span))
            begin = std::min(begin, participant.span.begin);
    if (vague && only_says_who(mention, begin, sentence, span))
        begin = span.begin + opening_marks(sentence);
    else if (mention.clause.end - begin < enough_bytes)
        begin = mention.clause.begin;
    const auto first = begin;
    std::string out;
    std::size_t cut = 0, count = 0;
    std::size_t at = begin - span.begin, run = at; // what has no blank is added in one
    const auto add_run = [&] { out += sentence.substr(run, at - run); };
    for (; at < sentence.size(); ++count) {
        const auto byte = static_cast<unsigned char>(sentence[at]);
        const auto [value, length] = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(sentence, at);
        const bool blank = value == ' ' || value == '\n' || value == '\t' || value == 0xA0;
        if (blank || count == most_quoted)
            add_run();
        if (blank)
            cut = out.size();
        if (count == most_quoted) {
            out.resize(cut ? cut : out.size());
            out += "…";
            run = at;
            break;
        }
        at += length;
        if (blank) {
            if (out.empty() || out.back() != ' ')
                out += ' ';
            run = at;
        }
    }
    add_run();
    while (!out.empty() && (out.back() == '.' || out.back() == ',' || out.back() == ' '))
        out.pop_back();
    names =
        std::any_of(mention.participants.begin(), mention.participants.end(), [&](const auto& participant) {
            return participant.is_entity() && mention.clause.contains(participant.span) &&
                   participant.span.end - first <= out.size();
        });
    return out;
}

/// What a reader must know before the rest: "Planned: …".
std::string_view prefix_of(const TimelineEvent& event) {
    if (event.polarity == Polarity::negative)
        return "Denied: ";
    switch (event.modality) {
    case Modality::planned:
        return "Planned: ";
    case Modality::possible:
        return "Possible: ";
    case Modality::conditional:
        return "Conditional: ";
    case Modality::reported:
        return "Reported: ";
    case Modality::asserted:
        break;
    }
    return "";
}

/// Fills a pattern of languages/labels.tsv; `sentence` is the text at `span`, the sentence of `told`, the
/// event's first mention.
std::string label_of(const TimelineEvent& event, const Timeline& timeline, std::string_view pattern,
                     const EventMention& told, std::string_view sentence, Span span) {
    Filling filling{event, timeline};
    const bool vague = pattern.ends_with(words_follow);
    auto label = filling.fill_all(pattern.substr(0, pattern.size() - (vague ? words_follow.size() : 0)));
    // A frame without a noun of its own ("{agent}") says nothing of what happened.
    const bool wordless = pattern.starts_with('{');
    if (wordless || vague || filling.names < enough_names) {
        bool names = false;
        const auto words = "“" + words_of(told, sentence, span, vague, names) + "”";
        label = label.empty() || (wordless && names) ? words : label + ": " + words;
    }
    return std::string(prefix_of(event)) + label;
}

} // namespace

void label_events(Timeline& timeline, const Collection& collection, const FusedEvents& events,
                  const Frames& frames) {
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
        auto& event = timeline.events[e];
        const auto frame = frames.find(event.finest_type());
        if (!frame)
            continue;
        const auto [document, told] = collection.mention(events.events[e].front());
        const auto& sentences = collection.readings[document].document.sentences;
        auto span = told->clause;
        if (told->sentence < sentences.size())
            span = {std::min(span.begin, sentences[told->sentence].span.begin),
                    std::max(span.end, sentences[told->sentence].span.end)};
        event.label =
            label_of(event, timeline, frames[*frame].label, *told, span.of(timeline.storage[document]), span);
    }
}

} // namespace timeloom
