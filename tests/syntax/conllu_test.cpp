// The reader of treebanks.

#include "base/error.hpp"
#include "syntax/names.hpp"
#include "train/conllu.hpp"
#include "train/harmonise.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

namespace {

constexpr std::string_view sample =
    "# treebank = Own\n"
    "1\tMara\tMara\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\t_\n"
    "2\tviene\tvenir\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
    "3-4\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n"
    "4\tel\tel\tDET\t_\tGender=Masc|Number=Sing\t5\tdet\t_\t_\n"
    "5\tpuerto\tpuerto\tNOUN\t_\tGender=Masc|Number=Sing\t2\tobl:arg\t_\t_\n"
    "5.1\tviene\tvenir\tVERB\t_\t_\t_\t_\t_\t_\n"
    "\n";

} // namespace

TEST_CASE("words, heads and multi-word tokens are read, empty nodes passed over") {
    const auto sentences = parse_conllu(sample, "own.conllu");
    REQUIRE(sentences.size() == 1);
    const GoldSentence& sentence = sentences[0];
    CHECK(sentence.treebank == "Own");
    REQUIRE(sentence.words.size() == 5);
    CHECK(sentence.words[0].head == 1);
    CHECK(sentence.words[1].head == -1);
    CHECK(sentence.words[4].lemma == "puerto");
    CHECK(unpack_features(sentence.words[1].bundle).tense == Features::Tense::present);
    REQUIRE(sentence.tokens.size() == 4);
    CHECK(sentence.tokens[2].form == "del");
    CHECK(sentence.tokens[2].first == 2);
    CHECK(sentence.tokens[2].count == 2);
    CHECK(sentence.tokens[3].form == "puerto");
}

TEST_CASE("errors name file, line and what is wrong") {
    const auto message = [](std::string_view text) -> std::string {
        try {
            parse_conllu(text, "x.conllu");
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    };
    constexpr const char* see = " (see universaldependencies.org/format.html)";
    CHECK(message("1\tMara\n") == std::string("x.conllu:1: a word needs ten columns") + see);
    CHECK(message("1\ta\ta\tNAME\t_\t_\t0\troot\t_\t_\n") ==
          std::string("x.conllu:1: unknown tag NAME") + see);
    CHECK(message("1\ta\ta\tNOUN\t_\t_\t7\troot\t_\t_\n\n") ==
          std::string("x.conllu:2: a head outside the sentence") + see);
    CHECK(message("2\ta\ta\tNOUN\t_\t_\t0\troot\t_\t_\n") ==
          std::string("x.conllu:1: words must be numbered 1, 2, 3, …") + see);
}

TEST_CASE("relations keep the subtypes that change who did what, and lose the others") {
    CHECK(deprel_of("nsubj:pass") == Deprel::nsubj_pass);
    CHECK(deprel_of("obl:arg") == Deprel::obl);
    CHECK(deprel_of("csubj:pass") == Deprel::csubj);
    CHECK(deprel_of("nonsense") == Deprel::dep);
    CHECK(universal(Deprel::obl_agent) == Deprel::obl);
    for (std::size_t i = 0; i < deprel_count; ++i)
        CHECK(deprel_of(name(static_cast<Deprel>(i))) == static_cast<Deprel>(i));
}

TEST_CASE("features survive packing") {
    const Features features =
        features_of("Case=Dat|Gender=Neut|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin|Mood=Sub");
    const Features again = unpack_features(pack(features));
    CHECK(again.gcase == Features::Case::dative);
    CHECK(again.gender == Features::Gender::neuter);
    CHECK(again.number == Features::Number::plural);
    CHECK(again.person == 3);
    CHECK(again.tense == Features::Tense::imperfect);
    CHECK(again.mood == Features::Mood::subjunctive);
    CHECK(again.form == Features::Form::finite);
}

TEST_CASE("harmonising rewrites what its table says, and marks subjects of passives") {
    const Harmoniser harmoniser(parse_table("Own\tlemma=ser relation=aux\trelation=aux:pass\n"
                                            "Own\tform=mara|eva upos=PROPN\tupos=NOUN\n",
                                            "h.tsv", {3, 3}));
    auto sentence = parse_conllu("# treebank = Own\n"
                                 "1\tMara\tMara\tPROPN\t_\t_\t3\tnsubj\t_\t_\n"
                                 "2\tfue\tser\tAUX\t_\tVerbForm=Fin\t3\taux\t_\t_\n"
                                 "3\telegida\telegir\tVERB\t_\tVerbForm=Part\t0\troot\t_\t_\n\n",
                                 "own.conllu")
                        .front();
    harmoniser.apply(sentence);
    CHECK(sentence.words[1].relation == "aux:pass");
    CHECK(sentence.words[0].relation == "nsubj:pass");
    CHECK(sentence.words[0].upos == Upos::NOUN);
    CHECK_THROWS_WITH(Harmoniser(parse_table("Own\tlema=ser\trelation=aux\n", "h.tsv", {3, 3})),
                      "h.tsv:1: what is lema=ser? (write form=, lemma=, upos=, relation=, case= or verb=)");
}
