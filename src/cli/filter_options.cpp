#include "cli/filter_options.hpp"

#include "cli/command.hpp"
#include "time/edtf.hpp"

#include <array>
#include <utility>

namespace timeloom {

namespace {

constexpr std::array<std::pair<const char*, Modality>, 5> modality_names = {
    {{"asserted", Modality::asserted},
     {"reported", Modality::reported},
     {"possible", Modality::possible},
     {"conditional", Modality::conditional},
     {"planned", Modality::planned}}};

Modality modality_named(const std::string& name) {
    for (const auto& [known, modality] : modality_names)
        if (name == known)
            return modality;
    throw UsageError("--modality " + name +
                     ": give asserted, reported, possible, conditional, planned or denied");
}

DayBounds days_of(const std::string& option, const std::string& date) {
    if (date.empty())
        return {};
    try {
        return edtf::bounds(edtf::parse(date));
    } catch (const edtf::SyntaxError&) {
        throw UsageError(option + ": “" + date + "” is no date (write a day, month or year such as 2025-01)");
    }
}

/// CLI11's own PositiveNumber tells its range in three hundred digits.
CLI::Validator whole_number_from_1() {
    return {[](const std::string& text) {
                const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
                const bool whole =
                    digits && text.find_first_not_of('0') != std::string::npos && text.size() < 10;
                return whole ? "" : "“" + text + "” is no number of things: give 1, 2, 3 …";
            },
            "from 1"};
}

} // namespace

void FilterOptions::add_to(CLI::App& app) {
    const auto list = [&app](const char* name, std::vector<std::string>& into, const char* description,
                             const char* type) {
        app.add_option(name, into, description)->delimiter(',')->type_name(type)->group("Which events");
    };
    list("--entity", asked_.entities, "Only events in which one of these takes part", "NAMES");
    list("--type", asked_.types, "Only these types of events (acquisition,lawsuit)", "TYPES");
    list("--told-in", asked_.languages, "Only events told in one of these languages (es,de)", "CODES");
    list("--source", asked_.sources, "Only events told by these articles (file or title) or publishers",
         "NAMES");
    list("--modality", modalities_, "Only asserted, reported, possible, conditional, planned, denied",
         "LIST");
    app.add_option("--from", from_, "Only events that may not have ended before this day, month or year")
        ->type_name("DATE")
        ->group("Which events");
    app.add_option("--to", to_, "Only events that may have begun by then")
        ->type_name("DATE")
        ->group("Which events");
    app.add_option("--min-sources", asked_.minimum_sources, "Only events with so many independent sources")
        ->type_name("N")
        ->check(whole_number_from_1())
        ->group("Which events");
    app.add_option("--top", asked_.most_prominent, "Only the N most prominent events")
        ->type_name("N")
        ->check(whole_number_from_1())
        ->group("Which events");
}

Filter FilterOptions::filter() const {
    Filter filter = asked_;
    for (const auto& name : modalities_)
        if (name == "denied")
            filter.denied = true;
        else
            filter.modalities.push_back(modality_named(name));
    filter.from = days_of("--from", from_).earliest;
    filter.to = days_of("--to", to_).latest;
    if (filter.from && filter.to && *filter.to < *filter.from)
        throw UsageError("--from " + from_ + " lies after --to " + to_ + ": exchange the two");
    return filter;
}

Timeline FilterOptions::apply(Timeline timeline, Console& console) const {
    const Filter asked = filter();
    if (asked.asks_nothing())
        return timeline;
    for (const auto& problem : unknown_names(timeline, asked))
        console.say(problem);
    Timeline part = filtered(timeline, asked);
    if (part.events.empty() && !timeline.events.empty())
        console.say("None of the " + std::to_string(timeline.events.size()) +
                    " events passes all that is asked: ask for less.");
    part.storage =
        std::move(timeline.storage); // what the part's quotes view into; a deque keeps its places when moved
    return part;
}

} // namespace timeloom
