// Which time an event has that says none itself: the one that the story has come to.
#include "telling.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

/// Of the only event of `type`: the time that its own words give it, or "narrated" and the one that it
/// carries on, "by" in front of it in the pluperfect; "" for none.
std::string time_of(const std::string& language, const std::string& text, const std::string& type) {
    auto telling = read_telling(language, text);
    telling.document.published.edtf = "2016-12-01";
    const auto times = times_of(telling);
    for (const auto& event : read(language, telling, times)) {
        if (frames()[event.frame].type != type)
            continue;
        if (event.time != no_index)
            return times[event.time].edtf;
        if (event.narrated != no_index)
            return (event.anterior ? "narrated by " : "narrated ") + times[event.narrated].edtf;
        return "";
    }
    return "not told";
}

/// Reads each row's text, published on 1 December 2016, and lets `check` judge its events; languages without
/// model are named and left out.
template <class Rows, class Check>
void read_each(const Rows& rows, Check check) {
    for (const auto& row : rows) {
        if (!has_model(row.language)) {
            MESSAGE("SKIPPED: no model for " << std::string(row.language));
            continue;
        }
        CAPTURE(std::string(row.text));
        auto telling = read_telling(row.language, row.text);
        telling.document.published.edtf = "2016-12-01";
        const auto times = times_of(telling);
        check(row, read(row.language, telling, times));
    }
}

} // namespace

TEST_CASE("what is told on without a date happened when the story has come to") {
    const struct {
        const char* language;
        const char* text;
        const char* type;
        const char* time;
    } rows[] = {
        // the next sentence
        {"en", "[Quellon] bought [Arvo] in May 2014. The court fined [Brandt].", "fine", "narrated 2014-05"},
        {"de", "[Quellon] kaufte [Arvo] im Mai 2014. [Ana Rubio] trat zurück.", "resignation",
         "narrated 2014-05"},
        {"es", "[Quellon] compró [Arvo] en mayo de 2014. [Ana Rubio] dimitió.", "resignation",
         "narrated 2014-05"},
        {"fr", "[Quellon] a racheté [Arvo] en mai 2014. [Ana Rubio] a démissionné.", "resignation",
         "narrated 2014-05"},
        {"it", "[Quellon] comprò [Arvo] nel maggio 2014. [Ana Rubio] si dimise.", "resignation",
         "narrated 2014-05"},
        {"pt", "A [Quellon] comprou a [Arvo] em maio de 2014. [Ana Rubio] renunciou.", "resignation",
         "narrated 2014-05"},
        // counted on from what is told only to have been allowed
        {"en", "The rules allowed [Quellon] to dismiss [Ana Rubio] in 2014. Days later [Arvo] was sold.",
         "sale", "narrated 2014"},
        {"de",
         "Die Regeln erlaubten [Quellon], [Ana Rubio] 2014 zu entlassen. Tage später trat [Kai Holm] zurück.",
         "resignation", "narrated 2014"},
        {"fr",
         "[Ana Rubio] a salué le rachat de [Arvo] en 2014. Quelques jours plus tard, [Kai Holm] a "
         "démissionné.",
         "resignation", "narrated 2014"},
        // what happened when something dated did
        {"en", "When [Quellon] bought [Arvo] in 2014, [Ana Rubio] was appointed.", "appointment",
         "narrated 2014"},
        {"en", "[Ana Rubio] was appointed when [Quellon] bought [Arvo] in 2014.", "appointment",
         "narrated 2014"},
        {"de", "[Ana Rubio] wurde entlassen, als [Quellon] 2014 [Arvo] kaufte.", "dismissal",
         "narrated 2014"},
        {"es", "Cuando [Quellon] compró [Arvo] en 2014, [Ana Rubio] fue nombrada.", "appointment",
         "narrated 2014"},
        {"fr", "Lorsque [Quellon] a racheté [Arvo] en 2014, [Ana Rubio] a démissionné.", "resignation",
         "narrated 2014"},
        {"it", "[Ana Rubio] si dimise quando [Quellon] vendette [Arvo] nel 2014.", "resignation",
         "narrated 2014"},
        {"pt", "Quando a [Quellon] comprou a [Arvo] em 2014, [Ana Rubio] renunciou.", "resignation",
         "narrated 2014"},
        {"en", "[Ana Rubio] resigned although [Quellon] bought [Arvo] in 2014.", "resignation", ""},
        // the year of what is ended, or of what is decided, is not that of the news
        {"en", "[Quellon] cancelled the 2014 contract with [Arvo].", "termination", ""},
        {"fr", "[Quellon] a annulé l'accord de 2014 avec [Arvo].", "termination", ""},
        {"it", "[Quellon] ha annullato l'accordo del 2014 con [Arvo].", "termination", ""},
        {"pt", "A [Quellon] cancelou o acordo de 2014 com a [Arvo].", "termination", ""},
        {"en", "[Quellon] approved the budget for 2018.", "approval", ""},
        {"de", "[Quellon] verkaufte die 2014 übernommene Firma [Arvo] an [Brandt].", "sale", ""},
        {"de", "[Brandt] übernimmt das 2014 geschlossene Werk von [Quellon].", "acquisition", ""},
        {"it", "La multa inflitta a [Quellon] nel 2014 è stata annullata nel maggio 2015.", "ruling",
         "2015-05"},
        {"en", "[Quellon] won the 2014 final.", "victory", "2014"},
        // the pluperfect looks back from there
        {"en", "[Quellon] bought [Arvo] in May 2014. The court had fined [Brandt].", "fine",
         "narrated by 2014-05"},
        // a vague length shorter than the time itself stays within it, a longer one leads out of it
        {"en", "[Quellon] bought [Arvo] in 2014. Days later [Ana Rubio] resigned.", "resignation",
         "narrated 2014"},
        {"en", "[Quellon] bought [Arvo] in 2014. Years later [Ana Rubio] resigned.", "resignation", ""},
        // a statement is of the day of the report, but for "then" or in the same breath
        {"en", "[Quellon] bought [Arvo] in May 2014. [Brandt] criticised [Ana Rubio].", "criticism", ""},
        {"en", "[Quellon] bought [Arvo] in May 2014. At the time, [Brandt] criticised [Ana Rubio].",
         "criticism", "2014-05~"},
        {"de", "[Quellon] kaufte [Arvo] im Mai 2014. Damals kritisierte [Brandt] [Ana Rubio].", "criticism",
         "2014-05~"},
        // another paragraph, or a later day, begins anew
        {"en", "[Quellon] bought [Arvo] in May 2014.\n\nThe court fined [Brandt].", "fine", ""},
        {"en",
         "[Quellon] bought [Arvo] in May 2014. [Quellon] will sell [Brandt] in 2018. [Ana Rubio] resigned.",
         "resignation", ""},
        // a year without preposition, and a closing quote that looks like an opening one
        {"de", "Im Streit hatte [Quellon] 2014 den Plan von [Arvo] als „grundlegend falsch“ kritisiert.",
         "criticism", "2014"},
        // what comes again is no date
        {"en", "[Quellon] bought [Arvo] at its annual meeting in May 2014.", "acquisition", "2014-05"},
        // what is told in an aside moves nothing on, but "days later" counts from it
        {"en", "[Ana Rubio], who bought [Arvo] in May 2014, sold [Brandt].", "sale", ""},
        {"en", "[Ana Rubio] praised the takeover of [Arvo] in 2014. Days later [Kai Holm] resigned.",
         "resignation", "narrated 2014"},
        // behind an aside the main line goes on
        {"en",
         "[Ana Rubio], who has led [Quellon] since 2012, met [Kai Holm] on 3 May 2014. The court fined "
         "[Brandt].",
         "fine", "narrated 2014-05-03"},
        // one auxiliary serves both participles
        {"pt",
         "A [Quellon] comprou a [Arvo] em maio de 2014. A [Brandt] tinha demitido [Ana Rubio] e criticado "
         "[Kai Holm].",
         "criticism", "narrated by 2014-05"},
        // how far back a comparison goes is no date
        {"en", "[Quellon] posted its largest loss since 2009.", "financial-result", ""},
        {"de", "[Quellon] meldet den größten Verlust seit 2009.", "financial-result", ""},
        {"es", "[Quellon] registra las mayores pérdidas desde 2009.", "financial-result", ""},
        {"fr", "[Quellon] annonce la plus lourde perte depuis 2009.", "financial-result", ""},
        {"it", "[Quellon] registra la maggiore perdita dal 2009.", "financial-result", ""},
        {"pt", "A [Quellon] registou o maior prejuízo desde 2009.", "financial-result", ""},
        // nor is the date of the amount that another is compared with
        {"en", "[Quellon] earned 5 million dollars in 2015, up from 4 million dollars in 2011.",
         "financial-result", "2015"},
        {"en", "[Quellon] posted a profit of 5 million dollars, compared with 4 million dollars in 2011.",
         "financial-result", ""},
        {"de", "[Quellon] verdiente 2015 fünf Millionen Euro, nach vier Millionen Euro im Jahr 2011.",
         "financial-result", "2015"},
        {"es", "[Quellon] ganó 5 millones de euros, frente a los 4 millones de euros de 2011.",
         "financial-result", ""},
        {"fr", "[Quellon] a gagné 5 millions d'euros, contre 4 millions d'euros en 2011.", "financial-result",
         ""},
        {"it", "[Quellon] ha guadagnato 5 milioni di euro, contro i 4 milioni di euro del 2011.",
         "financial-result", ""},
        {"pt", "A [Quellon] lucrou 5 milhões de euros, contra 4 milhões de euros em 2011.",
         "financial-result", ""},
        // nor is the date of the event that a reaction is about
        {"en", "The sale of [Brandt] in May was criticised by [Quellon].", "criticism", ""},
        {"de", "Der Verkauf von [Brandt] im Mai wurde von [Quellon] kritisiert.", "criticism", ""},
        {"es", "La venta de [Brandt] en mayo fue criticada por [Quellon].", "criticism", ""},
        // what says "current" of a noun dates nothing where something else does
        {"es", "El convenio actual de [Quellon] vence el 31 de diciembre de 2016.", "termination",
         "2016-12-31"},
        // a preposition that may open a clause opens none before a bare date
        {"en", "500 million dollars of total investment by [Quellon] until 2019.", "investment", "2019"},
        // a clause takes up the date before it
        {"en", "The dispute goes back to 2014, when [Quellon] sold [Arvo] to [Brandt].", "sale", "2014"},
        {"de", "Der Streit geht auf das Jahr 2014 zurück, als [Quellon] die Firma [Arvo] verkaufte.", "sale",
         "2014"},
        {"es", "El conflicto se remonta a 2014, cuando [Quellon] vendió [Arvo].", "sale", "2014"},
        {"fr", "Le conflit remonte à 2014, quand [Quellon] a vendu [Arvo].", "sale", "2014"},
        {"it", "La disputa risale al 2014, quando [Quellon] vendette [Arvo].", "sale", "2014"},
        {"pt", "O conflito remonta a 2014, quando a [Quellon] vendeu a [Arvo].", "sale", "2014"},
        {"es", "El contrato de 2014, en el que [Quellon] vendió [Arvo], sigue vigente.", "sale", "2014"},
        {"pt", "A crise começou em 2014, ano em que a [Quellon] vendeu a [Arvo].", "sale", "2014"},
        {"en", "The contract of 2014, which [Quellon] cancelled, is void.", "termination", ""},
        // a date beside the verb that stands next to this one is the other's
        {"it", "[Ana Rubio] fu arrestata e restò a [Quellon] fino al 2014.", "arrest", ""},
    };
    for (const auto& row : rows) {
        if (!has_model(row.language)) {
            MESSAGE("SKIPPED: no model for " << std::string(row.language));
            continue;
        }
        CAPTURE(std::string(row.text));
        CHECK(time_of(row.language, row.text, row.type) == row.time);
    }
}

TEST_CASE("a definite noun that the present speaks of stays present") {
    const struct {
        const char* language;
        const char* text;
        ClauseTense tense;
    } rows[] = {
        {"en", "The resignation of [Ana Rubio] marks the end of an era.", ClauseTense::present},
        {"it", "Le dimissioni di [Ana Rubio] segnano la fine di un'epoca.", ClauseTense::present},
        {"en", "The resignation of [Ana Rubio] marked the end of an era.", ClauseTense::past},
    };
    read_each(rows, [](const auto& row, const auto& events) {
        const auto event = std::ranges::find_if(
            events, [](const EventMention& e) { return frames()[e.frame].type == "resignation"; });
        REQUIRE(event != events.end());
        CHECK(event->tense == row.tense);
    });
}

TEST_CASE("what runs until a day holds now: it is neither done nor planned") {
    const struct {
        const char* language;
        const char* text;
    } rows[] = {
        {"en", "The partnership of [Quellon] and [Arvo], which runs until 2031, remains."},
        {"pt", "A parceria entre [Quellon] e [Arvo], que se estende até 2031, continua."},
        {"es", "La alianza entre [Quellon] y [Arvo], que se extiende hasta 2031, continúa."},
    };
    read_each(rows, [](const auto&, const auto& events) {
        const auto event =
            std::ranges::find_if(events, [](const EventMention& e) { return e.time != no_index; });
        REQUIRE(event != events.end());
        CHECK(event->time_relation == TimeRelation::until);
        CHECK(event->tense == ClauseTense::present);
        CHECK(event->modality == Modality::asserted);
    });
}

TEST_CASE("a state of former times is over") {
    const struct {
        const char* language;
        const char* text;
        bool ends;
    } rows[] = {
        {"de", "[Quellon] war einst Partner von [Arvo].", true},
        {"en", "Until recently [Quellon] owned [Arvo].", true},
        {"es", "Hasta hace poco [Quellon] poseía [Arvo].", true},
        {"fr", "Autrefois, [Quellon] possédait [Arvo].", true},
        {"it", "Fino a poco tempo fa [Quellon] possedeva [Arvo].", true},
        {"pt", "Até recentemente a [Quellon] controlava a [Arvo].", true},
        {"en", "[Quellon] owns [Arvo].", false},
        {"en", "[Quellon] owned [Arvo] in 2014.", false},
    };
    read_each(rows, [](const auto& row, const auto& events) {
        REQUIRE(!events.empty());
        CHECK(std::ranges::any_of(events, [](const EventMention& e) { return e.ends; }) == row.ends);
    });
}

TEST_CASE("the date of an end is that of the end of the state") {
    const struct {
        const char* language;
        const char* text;
    } rows[] = {
        {"de", "Die Partnerschaft zwischen [Quellon] und [Arvo] endete am Montag."},
        {"fr", "Le partenariat entre [Quellon] et [Arvo] a pris fin lundi."},
        {"pt", "A parceria entre a [Quellon] e a [Arvo] terminou na segunda-feira."},
    };
    read_each(rows, [](const auto&, const auto& events) {
        const auto state = std::ranges::find_if(
            events, [](const EventMention& e) { return frames()[e.frame].type == "partnership"; });
        REQUIRE(state != events.end());
        CHECK(state->time != no_index);
        CHECK(state->ends);
    });
}

TEST_CASE("what is told in the imperfect went on") {
    const struct {
        const char* language;
        const char* text;
        bool ongoing;
    } rows[] = {
        {"es", "[Quellon] acusaba a [Arvo] de fraude.", true},
        {"fr", "[Quellon] accusait [Arvo] de fraude.", true},
        {"it", "[Quellon] criticava [Arvo].", true},
        {"pt", "A [Quellon] acusava a [Arvo] de fraude.", true},
        {"es", "[Quellon] acusó a [Arvo] de fraude.", false},
        {"es", "[Quellon] había acusado a [Arvo] de fraude.", false},
    };
    read_each(rows, [](const auto& row, const auto& events) {
        REQUIRE(!events.empty());
        CHECK(events.front().ongoing == row.ongoing);
    });
}

TEST_CASE("a date within an attribute dates what the attribute tells") {
    if (!has_model("en")) {
        MESSAGE("SKIPPED: no model for en");
        return;
    }
    CHECK(time_of("en", "[Quellon] criticises the decision taken in May 2014 by [Brandt].", "criticism") ==
          "");
    if (has_model("it"))
        CHECK(time_of("it", "[Arvo], fondata nel 1998, è stata venduta a [Quellon].", "sale") == "");
}

TEST_CASE("what goes on until or since then is told of the time told before") {
    const struct {
        const char* language;
        const char* text;
        TimeRelation relation;
    } rows[] = {
        {"en", "[Ana Rubio] left [Arvo] in 2011. Until then [Paul Orth] was chairman of [Arvo].",
         TimeRelation::until},
        {"de", "[Ana Rubio] verließ [Arvo] 2011. Bis dahin hatte [Paul Orth] [Arvo] geleitet.",
         TimeRelation::until},
        {"de", "[Ana Rubio] verließ [Arvo] 2011. Seitdem leitet [Paul Orth] [Arvo].", TimeRelation::since},
        {"es", "[Ana Rubio] dejó [Arvo] en 2011. Desde entonces, [Paul Orth] dirige [Arvo].",
         TimeRelation::since},
        {"fr", "[Ana Rubio] a quitté [Arvo] en 2011. Depuis, [Paul Orth] dirige [Arvo].",
         TimeRelation::since},
        {"it", "[Ana Rubio] ha lasciato [Arvo] nel 2011. Da allora [Paul Orth] guida [Arvo].",
         TimeRelation::since},
        {"pt", "A [Ana Rubio] deixou a [Arvo] em 2011. Desde então, [Paul Orth] dirige a [Arvo].",
         TimeRelation::since},
        // so many years back, in the present tense
        {"pt", "[Paul Orth] dirige a [Arvo] há seis anos.", TimeRelation::since},
    };
    read_each(rows, [](const auto& row, const auto& events) {
        REQUIRE(!events.empty());
        CHECK(events.back().kind == EventKind::state);
        CHECK(events.back().time != no_index);
        CHECK(events.back().time_relation == row.relation);
    });
}

TEST_CASE("a contract is extended today, not until it ends") {
    const struct {
        const char* language;
        const char* text;
    } rows[] = {
        {"en", "[Quellon] has extended its contract with [Arvo] until 2028."},
        {"es", "[Quellon] ha renovado su contrato con [Arvo] hasta 2028."},
    };
    read_each(rows, [](const auto&, const auto& events) {
        REQUIRE(!events.empty());
        CHECK(events.front().time == no_index);
    });
}
