// What the words of a time expression say, before any calendar: slots with small numbers in them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace timeloom::timing {

/// The slots of patterns (languages/LANGUAGE/time-patterns.tsv). Names are in reading.cpp.
enum class Slot : std::uint8_t {
    year,
    year2,
    month,
    day,
    weekday,
    week,
    weekend,
    season,
    quarter,
    half,
    decade,
    century,
    millennium,
    holiday,
    part,
    hour,
    minute,
    second,
    meridiem,
    zone,
    era,
    unit,
    count,
    unit2,
    count2,
    fraction,
    relation,
    anchor,
    modifier,
    reference,
    open,
    tense,
    shift,
    nowadays, ///< 1: "today" is no day where the text names no other days; 2: nor a tense beside it
    follows,
    exchangeable, ///< day and month in figures, which others write in the other order
    onward,       ///< from the day or month of the match's expression before: "from Monday to <Friday>"
    exact,        ///< counted to the day: "two years ago today", not in that year
    update,       ///< the day of an update: "Update, 3 March 2024:"; what follows was written then
    hhmm,         ///< hour and minute in four figures; matched readings have them in their own slots
    count_of_slots
};

/// Nothing stands in the slot.
constexpr std::int32_t unset = INT32_MIN;
/// "some", "several": a count that is not told (X in TIMEX3).
constexpr std::int32_t vague = -1;

/// Values of the slots that are not plain numbers; symbols of the tables in reading.cpp. Months are 1 to 12,
/// days 1 to 31, weekdays 1 Monday to 7 Sunday, quarters 1 to 4, eras 1 (before Christ), zones minutes from
/// UTC.
enum class Unit : std::int32_t {
    second,
    minute,
    hour,
    day,
    week,
    weekend,
    month,
    quarter,
    season,
    half,
    year,
    decade,
    century,
    millennium,
    time
};
enum class Part : std::int32_t { morning, noon, afternoon, evening, night, midnight, daytime };
enum class Season : std::int32_t { spring = 1, summer, autumn, winter };
enum class Reference : std::int32_t { present, past, future };
enum class Modifier : std::int32_t { start, middle, end, about, more, less };
enum class Tense : std::int32_t { past = -1, future = 1 };

/// The slots that are filled, few of the many: texts of nothing but dates hold hundreds of thousands of
/// these.
class Reading {
  public:
    enum class Kind : std::uint8_t { none, date, duration, set, reference } kind = Kind::none;
    static constexpr std::size_t most_slots = 14; ///< TimeRules refuses a pattern that could fill more

    /// Requires that fewer than most_slots others are in use.
    std::int32_t& operator[](Slot slot) {
        const auto at = find(slot);
        if (at == used_) {
            slots_[used_] = slot;
            values_[used_++] = unset;
        }
        return values_[at];
    }
    std::int32_t operator[](Slot slot) const {
        const auto at = find(slot);
        return at == used_ ? unset : values_[at];
    }
    bool has(Slot slot) const { return (*this)[slot] != unset; }
    std::int32_t get(Slot slot, std::int32_t otherwise) const {
        const auto value = (*this)[slot];
        return value == unset ? otherwise : value;
    }
    /// Takes over the slots that this lacks.
    void inherit(const Reading& from) {
        for (std::uint8_t i = 0; i < from.used_; ++i)
            if (from.values_[i] != unset && !has(from.slots_[i]))
                (*this)[from.slots_[i]] = from.values_[i];
    }

    bool operator==(const Reading&) const = default;
    /// Different for most different readings.
    std::size_t digest() const {
        return used_ == 0 ? 0
                          : used_ + 5u * static_cast<std::size_t>(slots_[0]) +
                                3u * static_cast<std::size_t>(values_[0]);
    }

  private:
    std::uint8_t used_ = 0;
    std::array<Slot, most_slots> slots_{};
    std::array<std::int32_t, most_slots> values_{};

    std::uint8_t find(Slot slot) const {
        std::uint8_t at = 0;
        while (at < used_ && slots_[at] != slot)
            ++at;
        return at;
    }
};

/// "month" → Slot::month; nothing for a name that no slot has.
std::optional<Slot> slot_named(std::string_view name);
std::optional<Reading::Kind> kind_named(std::string_view name);

/// A value as tables write it: a whole number; a symbol ("spring", "week", "past", "some"); a fixed feast
/// ("12-25"); one that hangs on Easter ("easter-2", "easter+49"); the n-th weekday of a month
/// ("4.thursday.11", "-1.monday.5").
std::optional<std::int32_t> slot_value(std::string_view text);

/// How slot_value writes feasts into one number; calendar.cpp reads it. Fixed: 100 × month + day.
constexpr std::int32_t feast_of_easter = 20000;  ///< plus the days after Easter Sunday
constexpr std::int32_t feast_of_weekday = 40000; ///< plus 1000 × (n + 1) + 100 × weekday + month

} // namespace timeloom::timing
