// What a text says of time: TIMEX3 expressions with value, bounds and the way to them.
#pragma once

#include "base/compact_string.hpp"
#include "base/span.hpp"
#include "time/reading.hpp"

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

using Day = date::sys_days;

/// First and last day that a statement admits; absent where it sets no bound.
struct DayBounds {
    std::optional<Day> earliest;
    std::optional<Day> latest;
    bool operator==(const DayBounds&) const = default;
};

enum class TimexType : std::uint8_t { date, time, duration, set };

/// How the expression stands to what it dates, said by the words before and after it ("until 2030", "since
/// May").
enum class TimeRelation : std::uint8_t {
    at,     ///< "on 3 May", "in 2024"; the default
    before, ///< "before 2030"
    by,     ///< "by 2030", at the latest then
    after,  ///< "after 2030"
    since,  ///< "since 2019", "from June": begins there
    until,  ///< "until 2030": ends there
    over,   ///< "over the next four years", "for three years": lasts that long
};

/// What a relative expression counts from.
enum class Anchor : std::uint8_t { none, published, narrated };

struct Timex {
    Span span;
    std::uint32_t sentence = 0; ///< index into Document::sentences
    TimexType type = TimexType::date;
    TimeRelation relation = TimeRelation::at;
    Anchor anchor = Anchor::none;
    bool resolved = false; ///< false: needs a publication or narrated date that is not known
    std::string value;     ///< TIMEX3 value: "2024-06", "P4Y", "XXXX-WXX-2", "PRESENT_REF"
    std::string edtf;  ///< the same on the calendar; an interval for "over the next four years"; "" where it
                       ///< has no place there
    DayBounds bounds;  ///< of the whole expression: first day of "June 2024" to its last
    CompactString why; ///< in English: "June before the publication date 2025-01-22 (past tense)"; shared by
                       ///< expressions read alike
    timing::Reading reading; ///< what the words say before any calendar; Tagger::resolve reads it again
};

/// The day, as EDTF, on which a sentence was written that stands behind "Update, 3 March 2024:"; "" for one
/// that stands behind no such line. `times` are those of its document.
inline std::string_view updated_on(std::span<const Timex> times, std::uint32_t sentence) {
    std::string_view day;
    for (const auto& time : times) {
        if (time.sentence >= sentence)
            break;
        if (time.reading.has(timing::Slot::update))
            day = time.edtf;
    }
    return day;
}

/// What the text says about the day on which it was written, without naming it ("terça-feira (21)").
struct PublicationClue {
    Span span;
    std::optional<unsigned> weekday;      ///< 0 Sunday to 6 Saturday (date::weekday::c_encoding)
    std::optional<unsigned> day_of_month; ///< 1 to 31
    std::optional<unsigned> month;        ///< 1 to 12
    bool past = true;                     ///< the day lies before (or on) the day of publication
};

} // namespace timeloom
