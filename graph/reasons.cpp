#include "graph/reasons.hpp"

#include "graph/days.hpp"
#include "graph/lead.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Kind = Statement::Kind;

/// Reasons shown for one date at the most.
constexpr std::size_t most_reasons = 6;

/// What stands for the text of a reason: equal for what is explained alike. Kinds of statements take the
/// numbers below these.
constexpr std::uint64_t unresolved_key = 24, news_key = 25, nothing_key = 26;
constexpr std::uint64_t key(std::uint64_t kind, std::uint64_t document, std::uint64_t index) {
    return kind << 59 ^ document << 32 ^ index;
}

} // namespace

const SharedTexts& Reasons::of(std::span<const Statement* const> proof,
                               std::span<const Expression> unresolved, std::uint32_t report) {
    std::vector<std::uint64_t> keys;
    for (const auto* statement : proof)
        if (keys.size() < most_reasons)
            keys.push_back(key_of(*statement));
    const auto proved = keys.size();
    for (const auto& expression : unresolved)
        keys.push_back(key(unresolved_key, expression.document, expression.time));
    if (keys.empty())
        keys.push_back(report == no_index ? key(nothing_key, 0, 0) : key(news_key, report, 0));
    return lists_.get(keys, [&] {
        std::vector<std::string> out;
        const auto add = [&](std::string why) {
            if (out.size() < most_reasons && std::find(out.begin(), out.end(), why) == out.end())
                out.push_back(std::move(why));
        };
        for (const auto* statement : proof.first(proved))
            add(explain(*statement));
        for (const auto& expression : unresolved)
            add(quoted(expression.document,
                       collection_.readings[expression.document].times[expression.time]));
        if (out.empty())
            add(report == no_index ? "no article says when" : told_as_news(report));
        return out;
    });
}

std::uint64_t Reasons::key_of(const Statement& statement) const {
    const auto [d, mention] = collection_.mention(statement.mention);
    const bool narrated = statement.kind == Kind::narrated;
    const auto of = is_between_events(statement.kind)    ? statement.other
                    : narrated                           ? mention->narrated
                    : statement.kind == Kind::stated     ? mention->time
                    : statement.kind == Kind::ends_range ? mention->until
                    : statement.kind == Kind::counted    ? statement.mention
                                                         : 0;
    return key(2 * static_cast<std::uint64_t>(statement.kind) + (narrated && mention->anterior), d, of);
}

std::string Reasons::told_as_news(std::uint32_t d) const {
    return "told as news by " + title_of(d) + ", published " + timeline_.documents[d].published.edtf;
}

std::string Reasons::title_of(std::uint32_t d) const {
    const auto& document = timeline_.documents[d];
    return name_of_document(document.title, document.uri);
}

/// The words, what they are read as and why: a date, the days between which it lies, else their TIMEX3 value,
/// which names none.
std::string Reasons::quoted(std::uint32_t d, const Timex& time) const {
    const auto& [earliest, latest] = time.bounds;
    const auto read = !time.edtf.empty()    ? time.edtf
                      : earliest && latest  ? edtf_between(*earliest, *latest)
                      : !time.value.empty() ? time.value + ", no day of the calendar"
                                            : "no day of the calendar";
    return "\"" + std::string(time.span.of(timeline_.storage[d])) + "\" in " + title_of(d) + ": " + read +
           (time.why.empty() ? "" : std::string(", ") + time.why);
}

std::string Reasons::explain(const Statement& statement) const {
    if (statement.mention == no_index)
        return "nothing ends before it starts";
    const auto [d, mention] = collection_.mention(statement.mention);
    const auto& times = collection_.readings[d].times;
    const auto where = title_of(d);
    const auto published = timeline_.documents[d].published.edtf;
    switch (statement.kind) {
    case Kind::stated:
        return quoted(d, times[mention->time]);
    case Kind::ends_range:
        return "until " + quoted(d, times[mention->until]);
    case Kind::counted:
        return timeline_.events[statement.event].id + " is " +
               (mention->distance.length == no_index
                    ? ""
                    : "\"" + std::string(times[mention->distance.length].span.of(timeline_.storage[d])) +
                          "\" ") +
               (mention->distance.back ? "before " : "after ") + timeline_.events[statement.other].id +
               ", says " + where;
    case Kind::narrated:
        return (mention->anterior ? "told as done by the time of " : "told along with ") +
               quoted(d, times[mention->narrated]);
    case Kind::told_past:
        return "told as past by " + where + ", published " + published;
    case Kind::told_future:
        return "told as yet to come by " + where + ", published " + published;
    case Kind::holds:
        return "told as holding by " + where + ", published " + published;
    case Kind::ended_by:
        return "it ended with " + timeline_.events[statement.other].id + ", says " + where;
    case Kind::begun_by:
        return "it began with " + timeline_.events[statement.other].id + ", says " + where;
    case Kind::condition:
        return timeline_.events[statement.other].id + " is its condition, says " + where;
    case Kind::order:
        break;
    }
    return "nothing ends before it starts";
}

} // namespace timeloom
