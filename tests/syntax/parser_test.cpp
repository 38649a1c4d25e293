// The parser at work: sentences of every language, and input that is out of the ordinary.

#include "base/data.hpp"
#include "syntax/names.hpp"
#include "syntax/parser.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <string>

using namespace timeloom;

namespace {

const Parser* parser(const std::string& language) {
    static std::map<std::string, Parser> loaded;
    const auto file = find_data() / "models" / (language + ".model");
    if (!std::filesystem::exists(file)) {
        MESSAGE("skipped: there is no " << file.string());
        return nullptr;
    }
    auto found = loaded.find(language);
    if (found == loaded.end())
        found = loaded.emplace(language, Parser::load(file)).first;
    return &found->second;
}

/// One unit between blanks; "_" in a unit makes it a name of several words, "~" a time.
struct Input {
    std::string text;
    std::vector<Unit> units;
};
Input input(std::string text) {
    Input out{std::move(text), {}};
    for (std::size_t begin = 0; begin < out.text.size();) {
        const std::size_t end = std::min(out.text.find(' ', begin), out.text.size());
        Unit unit{Unit::Kind::word, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
        if (unit.span.of(out.text).find('_') != std::string_view::npos)
            unit.kind = Unit::Kind::name;
        if (unit.span.of(out.text).find('~') != std::string_view::npos)
            unit.kind = Unit::Kind::time;
        out.units.push_back(unit);
        begin = end + 1;
    }
    return out;
}

Tree tree_of(const Parser& parser, const Input& in) {
    return parser.parse(in.text, {&in.units, 1}).front();
}

std::int32_t place(const Tree& tree, std::string_view form) {
    for (std::size_t i = 0; i < tree.words.size(); ++i)
        if (tree.words[i].form == form)
            return static_cast<std::int32_t>(i);
    return -9;
}

void check_tree(const Tree& tree) {
    std::size_t roots = 0;
    for (const SyntacticWord& word : tree.words)
        roots += word.head < 0;
    CHECK(roots == (tree.words.empty() ? 0 : 1));
    // No cycle: every word that is reached from the root by way of heads is counted once.
    std::vector<char> good(tree.words.size(), 0);
    std::vector<std::size_t> path;
    for (std::size_t i = 0; i < tree.words.size(); ++i) {
        std::size_t at = i;
        path.clear();
        while (!good[at] && path.size() <= tree.words.size()) {
            path.push_back(at);
            if (tree.words[at].head < 0)
                break;
            at = static_cast<std::size_t>(tree.words[at].head);
        }
        REQUIRE(path.size() <= tree.words.size());
        for (const std::size_t seen : path)
            good[seen] = 1;
    }
}

struct Expected {
    const char* language;
    const char* text;
    const char* verb;
    const char* lemma;   ///< of the verb
    const char* subject; ///< "" for none
    Deprel subject_relation;
    const char* object; ///< "" for none
    Deprel object_relation;
};

constexpr Expected sentences[] = {
    {"es", "Nubara_Labs compró la empresa en marzo .", "compró", "comprar", "Nubara_Labs", Deprel::nsubj,
     "empresa", Deprel::obj},
    {"es", "El banco fue multado por el tribunal .", "multado", "multar", "banco", Deprel::nsubj_pass,
     "tribunal", Deprel::obl_agent},
    {"en", "Nubara_Labs bought the company in March .", "bought", "buy", "Nubara_Labs", Deprel::nsubj,
     "company", Deprel::obj},
    {"en", "The bank was fined by the court .", "fined", "fine", "bank", Deprel::nsubj_pass, "court",
     Deprel::obl_agent},
    {"fr", "Nubara_Labs a acheté l' entreprise en mars .", "acheté", "acheter", "Nubara_Labs", Deprel::nsubj,
     "entreprise", Deprel::obj},
    {"fr", "La banque a été condamnée par le tribunal .", "condamnée", "condamner", "banque",
     Deprel::nsubj_pass, "tribunal", Deprel::obl_agent},
    {"it", "Nubara_Labs ha acquistato la società a marzo .", "acquistato", "acquistare", "Nubara_Labs",
     Deprel::nsubj, "società", Deprel::obj},
    {"pt", "A Nubara_Labs comprou a empresa em março .", "comprou", "comprar", "Nubara_Labs", Deprel::nsubj,
     "empresa", Deprel::obj},
    {"pt", "O banco foi multado pelo tribunal .", "multado", "multar", "banco", Deprel::nsubj_pass,
     "tribunal", Deprel::obl_agent},
    {"de", "Nubara_Labs kauft die Firma im März .", "kauft", "kaufen", "Nubara_Labs", Deprel::nsubj, "Firma",
     Deprel::obj},
    {"de", "Im~März hat der Konzern die Firma gekauft .", "gekauft", "kaufen", "Konzern", Deprel::nsubj,
     "Firma", Deprel::obj},
    {"de", "Gestern hat Nubara_Labs die Fabrik verkauft .", "verkauft", "verkaufen", "Nubara_Labs",
     Deprel::nsubj, "Fabrik", Deprel::obj},
    {"fr", "Elle a vendu des actions .", "vendu", "vendre", "Elle", Deprel::nsubj, "actions", Deprel::obj},
};

} // namespace

TEST_CASE("the six languages have their models, without which tests are skipped") {
    for (const char* language : {"de", "en", "es", "fr", "it", "pt"})
        CHECK(parser(language));
}

TEST_CASE("who did what: subjects and objects of plain sentences, with names nobody has seen") {
    for (const Expected& expected : sentences) {
        const Parser* reader = parser(expected.language);
        if (!reader)
            continue;
        CAPTURE(std::string(expected.text));
        const Input in = input(expected.text);
        const Tree tree = tree_of(*reader, in);
        check_tree(tree);
        const std::int32_t verb = place(tree, expected.verb);
        REQUIRE(verb >= 0);
        CHECK(tree.words[static_cast<std::size_t>(verb)].lemma == expected.lemma);
        const auto hangs = [&](std::string_view form, Deprel relation) {
            const std::int32_t at = place(tree, form);
            REQUIRE(at >= 0);
            CHECK(tree.words[static_cast<std::size_t>(at)].head == verb);
            CHECK(name(tree.words[static_cast<std::size_t>(at)].relation) == name(relation));
        };
        hangs(expected.subject, expected.subject_relation);
        hangs(expected.object, expected.object_relation);
    }
}

TEST_CASE("multi-word tokens are split, names never") {
    const auto forms = [](const std::string& language, const std::string& text) {
        std::vector<std::string> out;
        if (const Parser* reader = parser(language)) {
            const Input in = input(text);
            for (const SyntacticWord& word : reader->tag(in.text, in.units).words) {
                CHECK(word.span == in.units[word.unit].span);
                CHECK(word.head == -1);
                out.push_back(word.form);
            }
        }
        return out;
    };
    using Forms = std::vector<std::string>;
    constexpr struct {
        const char *language, *text;
    } cases[] = {{"es", "salió del puerto_del_norte"},
                 {"it", "arriva dalla città"},
                 {"pt", "saiu pelo porto"},
                 {"de", "fährt zum Hafen"},
                 {"fr", "vient du port"},
                 {"en", "they don't know"}};
    const Forms expected[] = {{"salió", "de", "el", "puerto_del_norte"},
                              {"arriva", "da", "la", "città"},
                              {"saiu", "por", "o", "porto"},
                              {"fährt", "zu", "dem", "Hafen"},
                              {"vient", "de", "le", "port"},
                              {"they", "do", "n't", "know"}};
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        const Forms found = forms(cases[i].language, cases[i].text);
        if (!found.empty())
            CHECK(found == expected[i]);
    }
}

TEST_CASE("pronouns at the end of a verb are split off, seen before or not") {
    constexpr struct {
        const char *language, *text, *verb, *pronoun;
    } cases[] = {{"es", "quiere refinanciarlos", "refinanciar", "los"},
                 {"it", "vuole rifinanziarlo", "rifinanziar", "lo"},
                 {"pt", "quer refinanciá-lo", "refinanciar", "lo"},
                 {"pt", "ontem disse-lhes", "disse", "lhes"}};
    for (const auto& expected : cases) {
        const Parser* reader = parser(expected.language);
        if (!reader)
            continue;
        const Input in = input(expected.text);
        const Tree tree = reader->tag(in.text, in.units);
        CAPTURE(expected.text);
        REQUIRE(tree.words.size() == 3);
        CHECK(tree.words[1].form == expected.verb);
        CHECK(tree.words[2].form == expected.pronoun);
    }
}

TEST_CASE("a word of two readings is split by its neighbours") {
    if (const Parser* reader = parser("fr")) {
        const Input article = input("Ce sont des amis .");
        CHECK(reader->tag(article.text, article.units).words.size() == article.units.size());
        const Input partitive = input("Elle a vendu des actions .");
        CHECK(reader->tag(partitive.text, partitive.units).words.size() == partitive.units.size());
        const Input contracted = input("Le président des États part .");
        CHECK(reader->tag(contracted.text, contracted.units).words.size() == contracted.units.size() + 1);
    }
}

TEST_CASE("no words give no tree, and strange ones a tree") {
    if (const Parser* reader = parser("en")) {
        CHECK(reader->parse("", {}).empty());
        for (const char* text :
             {".", "(", "\xF0\x9F\x98\x80", "BANK BUYS RIVAL", "a b c d e f g", "\" \" \" ' '"}) {
            const Input in = input(text);
            check_tree(tree_of(*reader, in));
        }
    }
}

TEST_CASE("a sentence of any length is read in linear time") {
    const Parser* reader = parser("en");
    if (!reader)
        return;
    const auto seconds = [&](const std::string& piece, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i)
            text += piece;
        const Input in = input(text);
        const auto start = std::clock(); // of the processor: others may use the machine
        const Tree tree = tree_of(*reader, in);
        const auto time = std::clock() - start;
        CHECK(tree.words.size() == in.units.size());
        check_tree(tree);
        return double(time) / CLOCKS_PER_SEC;
    };
    CHECK(seconds("word ", 20000) < 2.0);
    CHECK(seconds("( ", 10000) < 1.0);
    CHECK(seconds("( the bank said \" ", 4000) < 2.0);
}

TEST_CASE("the same sentence gives the same tree, however often it is read") {
    if (const Parser* reader = parser("es")) {
        const Input in = input("El banco anunció ayer que comprará la empresa .");
        const Tree first = tree_of(*reader, in), second = tree_of(*reader, in);
        for (std::size_t i = 0; i < first.words.size(); ++i) {
            CHECK(first.words[i].head == second.words[i].head);
            CHECK(first.words[i].relation == second.words[i].relation);
        }
    }
}

TEST_CASE("who knows a word for a verb decides, where the model has hardly seen it") {
    const Parser* reader = parser("de");
    if (!reader)
        return;
    auto condition = input("Kauft Nubara_Labs Tarvex_AG , wird Arvo_AG protestieren .");
    CHECK(tree_of(*reader, condition).words.front().upos != Upos::VERB);
    condition.units.front().verb = true;
    const Tree tree = tree_of(*reader, condition);
    check_tree(tree);
    CHECK(tree.words.front().upos == Upos::VERB);
    // … and not against what the model knows well: a preposition stays one.
    auto plain = input("Nubara_Labs kauft Tarvex_AG mit Geld .");
    plain.units[3].verb = true;
    CHECK(tree_of(*reader, plain).words[3].upos == Upos::ADP);
}

TEST_CASE("sentences side by side come out as each does alone") {
    // Each in text order; German follows several readings of each.
    for (const std::string language : {"es", "de"}) {
        const Parser* reader = parser(language);
        if (!reader)
            continue;
        std::vector<std::string> texts = {"", "Berlin ."};
        for (int i = 0; i < 20; ++i)
            texts.push_back(language == "es"
                                ? "La empresa " + std::string(i % 3 ? "que compró el banco " : "") +
                                      "vendió dos fábricas en Sevilla ."
                                : "Mit dem Geld will die Stadt " + std::string(i % 3 ? "am Montag " : "") +
                                      "Schulen bauen .");
        std::string all;
        std::vector<std::vector<Unit>> parts;
        for (const std::string& text : texts) {
            auto units = input(text).units;
            for (Unit& unit : units)
                unit.span = {unit.span.begin + static_cast<std::uint32_t>(all.size()),
                             unit.span.end + static_cast<std::uint32_t>(all.size())};
            parts.push_back(std::move(units));
            all += text + " ";
        }
        const std::vector<Tree> together = reader->parse(all, parts);
        REQUIRE(together.size() == texts.size());
        for (std::size_t s = 0; s < texts.size(); ++s) {
            const Tree alone = tree_of(*reader, input(texts[s]));
            REQUIRE(together[s].words.size() == alone.words.size());
            for (std::size_t i = 0; i < alone.words.size(); ++i) {
                const SyntacticWord &a = together[s].words[i], &b = alone.words[i];
                CHECK(a.form == b.form);
                CHECK(a.upos == b.upos);
                CHECK(pack(a.features) == pack(b.features));
                CHECK(a.lemma == b.lemma);
                CHECK(a.head == b.head);
                CHECK(a.relation == b.relation);
            }
        }
    }
}
