// On which day what is called for a weekday is to come, where the verb that calls it is past.
#include "telling.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

TEST_CASE("what is called for a weekday is to come, the calling keeps its own day") {
    const struct {
        const char* language;
        const char* text;
        const char* type; ///< of the only event of its type
        const char* time; ///< published on Thursday, 1 December 2016
    } rows[] = {
        {"en", "The ministry summoned [Quellon] and [Brandt] to a meeting on Monday.", "meeting",
         "2016-12-05"},
        {"de", "Das Ministerium lud [Quellon] und [Brandt] am Dienstag zu einem Treffen am Montag ein.",
         "meeting", "2016-12-05"},
        {"es", "El ministerio convocó el martes a [Quellon] y [Brandt] a una reunión el lunes.", "meeting",
         "2016-12-05"},
        {"fr", "[Quellon] a invité [Brandt] à des négociations lundi.", "negotiation", "2016-12-05"},
        {"it", "[Quellon] ha invitato [Ana Rubio] a un incontro lunedì.", "meeting", "2016-12-05"},
        {"pt", "A [Quellon] convidou [Ana Rubio] para um encontro na segunda-feira.", "meeting",
         "2016-12-05"},
        // the present with a date tells what is to come
        {"de", "Es regnet in Köln. Die Sonne scheint in Bonn.\n\n[Ana Rubio] wechselt im März zu [Arvo].",
         "appointment", "2017-03"},
        {"de", "[Quellon] kauft 2014 [Brandt].\n\n[Ana Rubio] wechselt im März zu [Arvo].", "appointment",
         "2016-03"},
        {"de", "Es regnet in Köln.\n\nWie [Quellon] am Montag mitteilt, klagt [Brandt].", "announcement",
         "2016-11-28"},
        // gone by all the same: the pluperfect, a year, and who came
        {"en", "[Quellon] had invited [Ana Rubio] to a meeting on Monday.", "meeting", "2016-11-28"},
        {"en", "[Quellon] invited [Ana Rubio] to a meeting on 4 May 2015.", "meeting", "2015-05-04"},
        {"en", "[Ana Rubio] came to a meeting with [Quellon] on Monday.", "meeting", "2016-11-28"},
    };
    for (const auto& row : rows) {
        if (!has_model(row.language)) {
            MESSAGE("SKIPPED: no model for " << std::string(row.language));
            continue;
        }
        CAPTURE(std::string(row.text));
        auto telling = read_telling(row.language, row.text);
        telling.document.published.edtf = "2016-12-01";
        const Tagger tagger(find_data(), row.language);
        auto times = tagger.tag(telling.document);
        const auto events = read(row.language, telling, times);
        std::vector<std::uint32_t> ahead;
        for (const auto& event : events)
            if (event.dated_back)
                ahead.push_back(event.time);
        tagger.look_ahead(times, ahead, telling.document.published.edtf);
        std::string time = "not told";
        for (const auto& event : events)
            if (frames()[event.frame].type == row.type)
                time = event.time == no_index ? "" : times[event.time].edtf;
        CHECK(time == row.time);
        for (const auto& event : events) // the calling was on another day
            CHECK((event.dated_back || std::ranges::find(ahead, event.time) == ahead.end()));
    }
}
