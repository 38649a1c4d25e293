// When an event was that is told by another one: lengths counted from it, and what began and ended it.
#include "telling.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

/// Of the event of `type`: "two days after attack", "since 2011 until 2015"; "" where nothing is counted.
std::string counted(const std::string& language, const std::string& text, const std::string& type) {
    auto telling = read_telling(language, text);
    telling.document.published.edtf = "2016-12-01";
    const auto times = times_of(telling);
    const auto events = read(language, telling, times);
    for (const auto& event : events) {
        if (frames()[event.frame].type != type)
            continue;
        const auto words = [&](std::uint32_t time) {
            return std::string(times[time].span.of(telling.document.text));
        };
        if (event.until != no_index)
            return words(event.time) + " to " + words(event.until);
        const auto& distance = event.distance;
        if (distance.from == no_index)
            return event.time == no_index ? "" : times[event.time].edtf;
        const auto& from = events[distance.from];
        return (distance.length == no_index ? "some time" : words(distance.length)) +
               (distance.back ? " before " : " after ") + frames()[from.frame].type +
               (from.sentence < event.sentence ? " of " + times[from.time].edtf : "");
    }
    return "not told";
}

} // namespace

TEST_CASE("a length of time is counted from the event that it names") {
    const struct {
        const char* language;
        const char* text;
        const char* type;
        const char* distance;
    } rows[] = {
        {"en", "[Ana Rubio] resigned two days after the acquisition of [Arvo].", "resignation",
         "two days after acquisition"},
        {"en", "[Quellon] bought [Brandt] in May, a week after [Ana Rubio] resigned.", "acquisition",
         "a week after resignation"},
        {"de", "[Ana Rubio] trat zwei Tage nach der Übernahme von [Arvo] zurück.", "resignation",
         "zwei Tage after acquisition"},
        {"es", "[Ana Rubio] dimitió tres días después de la compra de [Arvo].", "resignation",
         "tres días after acquisition"},
        {"fr", "[Ana Rubio] a démissionné deux jours avant le rachat de [Arvo].", "resignation",
         "deux jours before acquisition"},
        {"it", "[Ana Rubio] si è dimessa il giorno dopo l'acquisizione della [Arvo].", "resignation",
         "il giorno dopo after acquisition"},
        {"pt", "[Ana Rubio] renunciou um mês após a compra da [Arvo].", "resignation",
         "um mês after acquisition"},
        // nothing follows that it could be counted from
        {"en", "[Quellon] bought [Arvo] in May. Two days later [Ana Rubio] resigned.", "resignation",
         "2016-05-03/2016-06-02"},
        // the date is that of the noun behind, and so no other's
        {"en", "[Quellon] fired [Ana Rubio] before the merger with [Arvo] in 2011.", "dismissal",
         "some time before merger"},
        {"es", "[Quellon] despidió a [Ana Rubio] antes de la fusión con [Arvo] en 2011.", "dismissal",
         "some time before merger"},
        {"fr", "[Quellon] a licencié [Ana Rubio] avant la fusion avec [Arvo] en 2011.", "dismissal",
         "some time before merger"},
        {"pt", "A [Quellon] demitiu [Ana Rubio] antes da fusão com a [Arvo] em 2011.", "dismissal",
         "some time before merger"},
        {"en", "A year after its merger, [Quellon] in May fired [Ana Rubio].", "dismissal",
         "A year after merger"},
        // counted from the one that was told with its date, not from the noun that takes it up
        {"en",
         "[Arvo] dismissed [Ana Rubio] in May 2014. A day before her dismissal, [Ana Rubio] met [Kai Holm].",
         "meeting", "A day before dismissal of 2014-05"},
        {"es",
         "[Arvo] despidió a [Ana Rubio] en mayo de 2014. Un día antes de su despido, [Ana Rubio] se "
         "reunió con [Kai Holm].",
         "meeting", "Un día before dismissal of 2014-05"},
        // "after" alone opens no clause in some languages: the next noun is the subject
        {"it", "[Quellon] comprò [Arvo] nel 2014. Un anno dopo le due aziende hanno licenziato [Ana Rubio].",
         "dismissal", "Un anno after acquisition of 2014"},
        {"it", "[Arvo] fu venduta nel 2014. Un anno dopo, [Quellon] ha licenziato [Ana Rubio].", "dismissal",
         "2015"},
        // the beginning is that of the other noun
        {"en", "In May 2014 [Quellon] reached an agreement with [Arvo] after a dispute that began in 2011.",
         "agreement", "2014-05"},
        // two expressions make a range
        {"en", "[Quellon] sued [Arvo] between 2011 and 2015.", "lawsuit", "2011 to 2015"},
        {"de", "[Quellon] verklagte [Arvo] von 2011 bis 2015.", "lawsuit", "2011 to 2015"},
        {"es", "[Quellon] demandó a [Arvo] entre 2011 y 2015.", "lawsuit", "2011 to 2015"},
        {"fr", "[Quellon] a poursuivi [Arvo] en justice du 17 mars au 5 mai.", "lawsuit", "17 mars to 5 mai"},
        {"it", "[Quellon] ha collaborato con [Arvo] dal 2011 al 2015.", "partnership", "2011 to 2015"},
        {"pt", "A [Quellon] processou a [Arvo] entre 2011 e 2015.", "lawsuit", "2011 to 2015"},
    };
    for (const auto& row : rows) {
        if (!has_model(row.language)) {
            MESSAGE("SKIPPED: no model for " << std::string(row.language));
            continue;
        }
        CAPTURE(std::string(row.text));
        CHECK(counted(row.language, row.text, row.type) == row.distance);
    }
}

TEST_CASE("when what a noun tells began and ended") {
    const struct {
        const char* language;
        const char* text;
        const char* type;
        const char* from;
        const char* to;
    } rows[] = {
        {"en", "The trial of [Ana Rubio] that began on 3 May 2014 ended on 6 May 2014.", "trial",
         "2014-05-03", "2014-05-06"},
        {"en", "Talks between [Quellon] and [Arvo] that started in May 2014 ended in June 2015.",
         "negotiation", "2014-05", "2015-06"},
        {"de", "Der Streik bei [Quellon], der am 3. Mai 2014 begann, endete am 6. Mai 2014.", "strike",
         "2014-05-03", "2014-05-06"},
        {"es", "La huelga en [Quellon] que empezó en mayo de 2014 terminó en junio de 2015.", "strike",
         "2014-05", "2015-06"},
        {"fr", "La grève chez [Quellon] commencée en mai 2014 dure encore.", "strike", "2014-05", ""},
        {"it", "Lo sciopero alla [Quellon] iniziato nel maggio 2014 è terminato nel giugno 2015.", "strike",
         "2014-05", "2015-06"},
        {"pt", "A greve na [Quellon] que começou em maio de 2014 vai continuar até junho de 2018.", "strike",
         "2014-05", "2018-06"},
    };
    for (const auto& row : rows) {
        if (!has_model(row.language)) {
            MESSAGE("SKIPPED: no model for " << std::string(row.language));
            continue;
        }
        CAPTURE(std::string(row.text));
        auto telling = read_telling(row.language, row.text);
        telling.document.published.edtf = "2016-12-01";
        const auto times = times_of(telling);
        const auto events = read(row.language, telling, times);
        const auto told = std::ranges::find_if(
            events, [&](const EventMention& m) { return frames()[m.frame].type == row.type; });
        REQUIRE(told != events.end());
        REQUIRE(told->time != no_index);
        CHECK(times[told->time].edtf == row.from);
        CHECK(told->time_relation == TimeRelation::since);
        CHECK((told->until == no_index ? "" : times[told->until].edtf) == row.to);
    }
}
