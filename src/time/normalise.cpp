#include "time/normaliser.hpp"

#include "time/edtf.hpp"

namespace timeloom::timing {

namespace {

constexpr const char* part_codes[] = {"MO", "MI", "AF", "EV", "NI", "NI", "DT"};

} // namespace

std::optional<Period> Normaliser::run() {
    time_.resolved = true;
    time_.anchor = Anchor::none;
    time_.edtf.clear();
    time_.bounds = {};
    time_.why = {};
    switch (reading_.kind) {
    case Reading::Kind::reference:
        return reference(static_cast<Reference>(at(Slot::reference))), std::nullopt;
    case Reading::Kind::duration:
        return duration(), std::nullopt;
    case Reading::Kind::set:
        return set(), std::nullopt;
    default:
        break;
    }
    if (may_be_nowadays() && !anchors_.day_by_day)
        return reference(Reference::present), std::nullopt;
    return date();
}

void Normaliser::reference(Reference which) {
    if (has(Slot::tense))
        which = at(Slot::tense) == static_cast<int>(Tense::future) ? Reference::future : Reference::past;
    if (reading_.get(Slot::anchor, 0) == 1 && told_before(which))
        return;
    vague_reference(which);
    if (!anchors_.published)
        return;
    time_.anchor = Anchor::published;
    if (which != Reference::future)
        time_.bounds.latest = *anchors_.published;
    if (which != Reference::past)
        time_.bounds.earliest = *anchors_.published;
    if (which == Reference::present)
        time_.edtf = edtf::print_day(*anchors_.published);
    if (which == Reference::past)
        time_.edtf = "../" + edtf::print_day(*anchors_.published);
    if (which == Reference::future)
        time_.edtf = edtf::print_day(*anchors_.published) + "/..";
}

void Normaliser::vague_reference(Reference which) {
    time_.type = TimexType::date;
    time_.value = which == Reference::present ? "PRESENT_REF"
                  : which == Reference::past  ? "PAST_REF"
                                              : "FUTURE_REF";
    time_.why = "a vague time around, before or after the writing";
}

/// "Then": what the story has come to. Behind the writing, or, as the end of what is to come, ahead of it.
bool Normaliser::told_before(Reference which) {
    if (!anchors_.narrated)
        return false;
    const auto& told = *anchors_.narrated;
    const bool is_end = time_.relation == TimeRelation::until || time_.relation == TimeRelation::by;
    const bool ahead = anchors_.published && told.last() > *anchors_.published;
    if (is_end && anchors_.published && !has(Slot::tense))
        which = ahead ? Reference::future : Reference::past;
    const bool fits = which == Reference::future ? ahead
                      : is_end                   ? !anchors_.published || told.first < *anchors_.published
                                                 : anchors_.published && told.last() < *anchors_.published;
    if (!fits)
        return false;
    vague_reference(which);
    time_.anchor = Anchor::narrated;
    time_.bounds = told.bounds();
    time_.edtf = told.edtf() + "~";
    explain({"the time told before, ", told.edtf()});
    return true;
}

std::optional<Period> Normaliser::date() {
    const bool clock = has(Slot::hour) || has(Slot::part);
    time_.type = clock ? TimexType::time : TimexType::date;
    if (const auto fault = impossible(); !fault.empty())
        return unresolved(fault), std::nullopt;
    if (has(Slot::open))
        return open_value("said in general"), std::nullopt;
    auto found = period();
    if (!found)
        return std::nullopt;
    if (has(Slot::part) && unit_or(Unit::day) == Unit::day &&
        at(Slot::part) == static_cast<int>(Part::night) && reading_.get(Slot::relation, 0) == -1 &&
        !has(Slot::unit) && !has(Slot::weekday))
        found = found->shifted(-1);
    time_.value = found->timex();
    time_.edtf = found->edtf();
    time_.bounds = found->bounds();
    if (unit_or(Unit::day) == Unit::week && found->unit == Unit::week && has(Slot::count) &&
        reading_.get(Slot::relation, 0) != 0)
        if (const auto from = anchor())
            weeks_away(*from, at(Slot::relation) * at(Slot::count));
    if (clock && found->unit == Unit::day)
        append_clock();
    else if (clock)
        time_.type = TimexType::date;
    if (about() && !clock && time_.edtf.find_first_of("/~") == std::string::npos)
        time_.edtf += "~";
    if (reading_.get(Slot::anchor, 0) == 2) // what is only compared with does not move the story on
        return std::nullopt;
    return found;
}

void Normaliser::append_clock() {
    if (!has(Slot::hour)) {
        time_.value += part_suffix();
        return;
    }
    int hour = at(Slot::hour);
    const auto part = static_cast<Part>(reading_.get(Slot::part, -1));
    const bool evening =
        reading_.get(Slot::meridiem, -1) == 1 || (has(Slot::part) && part >= Part::afternoon &&
                                                  part <= Part::night && (part != Part::night || hour > 5));
    if (evening && hour < 12)
        hour += 12;
    if ((reading_.get(Slot::meridiem, -1) == 0 || (has(Slot::part) && part >= Part::night)) && hour == 12)
        hour = 0;
    int minute = reading_.get(Slot::minute, 0);
    if (minute < 0) { // "a quarter to nine"
        minute += 60;
        hour = hour == 0 ? 23 : hour - 1;
    }
    std::string clock = "T" + two(hour) + ":" + two(minute);
    if (has(Slot::second))
        clock += ":" + two(at(Slot::second));
    time_.value += clock;
    std::string zone;
    if (has(Slot::zone)) {
        const int offset = at(Slot::zone);
        zone = offset == 0
                   ? "Z"
                   : (offset < 0 ? "-" : "+") + two(std::abs(offset) / 60) + ":" + two(std::abs(offset) % 60);
        if (offset == 0)
            time_.value += zone;
    }
    if (!time_.edtf.starts_with('Y')) // no clock behind a year that stands alone
        time_.edtf += clock + zone;
}

void Normaliser::unresolved(const std::string& why) {
    time_.resolved = false;
    open_value(why);
    time_.resolved = false;
}

void Normaliser::explain(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const auto part : parts)
        size += part.size();
    std::string why;
    why.reserve(size);
    for (const auto part : parts)
        why += part;
    time_.why = why;
}

std::string Normaliser::part_suffix() const {
    return has(Slot::part) ? std::string("T") + part_codes[at(Slot::part)] : "";
}

std::optional<Period> normalise(Timex& time, const Anchors& anchors) {
    return Normaliser(time, anchors).run();
}

} // namespace timeloom::timing
