// EDTF (ISO 8601-2:2019) as exports need it: one date as numbers, and in English words. time/edtf reads it.
#pragma once

#include "graph/timeline.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace timeloom {

/// "2025-01-21", "2025-01", "2025", "202X", "2024-21" (spring; 22 summer … 33 to 36 quarters), with "~", "?"
/// or "%".
struct EdtfDate {
    int year = 0;       ///< the first one that the date may mean
    unsigned month = 0; ///< 1 to 12, a season or quarter 21 to 41; 0 when not said
    unsigned day = 0;   ///< 0 when not said
    int year_span = 1;  ///< 10 for "202X", 100 for "20XX"
    bool approximate = false;
    bool uncertain = false;
    DayBounds days; ///< first and last day, both present

    bool has_month() const { return month >= 1 && month <= 12; }
};

/// nullopt for what is no EDTF date ("2025-13-45", "1/2/2025"), for intervals and sets, and for dates outside
/// of the calendar (Y170000).
std::optional<EdtfDate> read_edtf_date(std::string_view text);

/// A day as day_text() writes it: "2025-01-21", "-0044-03-15", "12025-03-01". nullopt for what is none.
std::optional<Day> read_day(std::string_view text);

/// Whether `text` is EDTF: a date, a set, or an interval of two ends, each a date, ".." or "". Their order is
/// not looked at.
bool is_edtf(std::string_view text);

/// Whether both ends of an interval are dates and its last day lies before its first:
/// "2025-03-01/2025-01-21".
bool ends_before_start(std::string_view edtf);

/// "21 January 2025", "about June 2024", "the 2020s", "spring 2024". The text itself when it is no date.
std::string date_words(std::string_view edtf);
void append_date_words(std::string& out, std::string_view edtf);

/// "since 21 January 2025", "by June 2024", "2019 – about 2029", "undated".
std::string time_words(const TimelineTime& time, EventKind kind);
void append_time_words(std::string& out, const TimelineTime& time, EventKind kind);

/// First and last day that the EDTF of a time names, where no bounds are proved ("2025-09-24~"); nullopt
/// where there are bounds, or no day at all.
std::optional<DayBounds> days_without_bounds(const TimelineTime& time, EventKind kind);

/// Where a time lies for who must draw or sort it: the bounds that are proved, else the days that its EDTF
/// names.
struct Extent {
    DayBounds start;
    DayBounds end;

    /// The first day that any of them names; absent for what has no date.
    std::optional<Day> first() const;
};
Extent extent_of(const TimelineTime& time, EventKind kind);

/// A date without "~", "?" and "%" whose fields count: "2025", "2025-01", "2025-01-21"; "" for decades and
/// seasons.
std::string plain_date(const EdtfDate& date);

} // namespace timeloom
