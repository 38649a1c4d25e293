// Model files: what is written is read again, and damage is found and named.

#include "base/error.hpp"
#include "syntax/model.hpp"
#include "syntax/parser.hpp"
#include "train/learners.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace timeloom;

namespace {

/// A model learned from one sentence: small, but with every field filled.
ModelParts little_model() {
    const auto sentences = parse_conllu("1\tMara\tMara\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\t_\n"
                                        "2\tviene\tvenir\tVERB\t_\tNumber=Sing|VerbForm=Fin\t0\troot\t_\t_\n"
                                        "3-4\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                        "3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n"
                                        "4\tel\tel\tDET\t_\t_\t5\tdet\t_\t_\n"
                                        "5\tpuerto\tpuerto\tNOUN\t_\tNumber=Sing\t2\tobl\t_\t_\n\n",
                                        "own.conllu");
    const std::vector<GoldSentence> often(50, sentences.front());
    return learn_model("es", often, {}, {}, {.tagger_epochs = 2, .parser_epochs = 3, .width = 2});
}

std::string message(const std::string& bytes) {
    try {
        parts_from_bytes(bytes, "es.model");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

constexpr const char* remedy =
    " (install the models of this version again, or rebuild it with timeloom-train)";

} // namespace

TEST_CASE("a model file holds the whole model, and training twice gives the same bytes") {
    const std::string bytes = to_bytes(little_model());
    CHECK(to_bytes(parts_from_bytes(bytes, "es.model")) == bytes);
    CHECK(to_bytes(little_model()) == bytes);
    const SyntaxModel model(parts_from_bytes(bytes, "es.model"));
    const std::vector<Word> words = {{Word::Kind::plain, "Mara"}, {Word::Kind::plain, "viene"}};
    const Tree tree = model.parse(words);
    CHECK(tree.words[0].head == 1);
    CHECK(tree.words[0].relation == Deprel::nsubj);
    CHECK(tree.words[1].lemma == "venir");
    CHECK(tree.words[1].head == -1);
}

TEST_CASE("a damaged file is refused by name") {
    const std::string bytes = to_bytes(little_model());
    CHECK(message("") == std::string("es.model: this is not a model of timeloom-train") + remedy);
    CHECK(message("PK\3\4 something else altogether") ==
          std::string("es.model: this is not a model of timeloom-train") + remedy);
    std::string other = bytes;
    other[7] = '9';
    CHECK(message(other) ==
          std::string("es.model: the model has version 09, this program reads 05") + remedy);
    const std::string damaged = std::string("es.model: the model is damaged") + remedy;
    for (std::size_t size = 8; size < bytes.size(); ++size)
        CHECK(message(bytes.substr(0, size)) == damaged);
    for (std::size_t at = 8; at < bytes.size(); ++at) {
        std::string wrong = bytes;
        wrong[at] = static_cast<char>(wrong[at] ^ 0x20);
        // Now and then the packing has two ways to say the same.
        const std::string told = message(wrong);
        CHECK((told == damaged || (told.empty() && to_bytes(parts_from_bytes(wrong, "es.model")) == bytes)));
    }
}

TEST_CASE("a missing file is named") {
    CHECK_THROWS_WITH_AS(Parser::load("no/such.model"),
                         (std::string("no/such.model: the model cannot be opened") + remedy).c_str(),
                         InputError);
}
