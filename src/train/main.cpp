// timeloom-train: builds the models of src/syntax from treebanks, and measures them.

#include "base/data.hpp"
#include "base/error.hpp"
#include "base/table.hpp"
#include "train/evaluate.hpp"
#include "train/harmonise.hpp"
#include "train/learners.hpp"
#include "train/list_clues.hpp"

#include <CLI/CLI.hpp>
#include <unicode/dtfmtsym.h>
#include <unicode/unistr.h>

#include <charconv>
#include <cstdio>
#include <iostream>

namespace timeloom {

namespace {

/// A row of models/training.tsv: how one language's model is made.
struct Plan {
    std::string language;
    std::vector<std::string> sets; ///< of treebank sentences: train, dev, …
    std::vector<std::string> date_links;
    Effort effort;
};

int number(const Table& table, const TableRow& row, std::size_t column) {
    int value = 0;
    const std::string_view cell = row[column];
    if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc() || value < 1)
        table.fail(row, "\"" + std::string(cell) + "\" is not a number", "write a whole number from 1");
    return value;
}

std::vector<Plan> read_plans(const std::filesystem::path& file) {
    const Table table = read_table(file, {14, 14});
    std::vector<Plan> plans;
    for (const TableRow& row : table.rows) {
        Plan plan{std::string(row[0]), split(row[1], ' '), split(row[2], ' '), {}};
        plan.effort.tagger_epochs = number(table, row, 3);
        plan.effort.parser_epochs = number(table, row, 4);
        plan.effort.runs = number(table, row, 5);
        plan.effort.units_every = static_cast<std::uint32_t>(number(table, row, 6));
        plan.effort.least_parser = static_cast<std::uint32_t>(number(table, row, 7));
        plan.effort.least_weight = number(table, row, 8);
        plan.effort.least_relation_weight = number(table, row, 9);
        plan.effort.least_tag_weight = number(table, row, 10);
        plan.effort.tags_home = row[11];
        plan.effort.trees_home = row[12];
        plan.effort.width = static_cast<std::uint32_t>(number(table, row, 13));
        plans.push_back(std::move(plan));
    }
    return plans;
}

/// Months and days of the week, as ICU names them.
DateWords dates_of(const Plan& plan) {
    DateWords dates{{}, plan.date_links};
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(plan.language.c_str()), status);
    std::int32_t count = 0;
    const auto add = [&](const icu::UnicodeString* names) {
        for (std::int32_t i = 0; i < count; ++i) {
            std::string name;
            icu::UnicodeString(names[i]).toLower().toUTF8String(name);
            if (!name.empty())
                dates.names.push_back(name);
        }
    };
    if (U_SUCCESS(status)) {
        add(symbols.getMonths(count));
        add(symbols.getWeekdays(count));
    }
    return dates;
}

std::vector<GoldSentence> read_sets(const Plan& plan, const std::filesystem::path& treebanks,
                                    const Harmoniser& harmoniser) {
    std::vector<GoldSentence> all;
    for (const std::string& set : plan.sets)
        for (GoldSentence& sentence : read_conllu(treebanks / plan.language / (set + ".conllu.zst"))) {
            harmoniser.apply(sentence);
            all.push_back(std::move(sentence));
        }
    return all;
}

void train(const Plan& plan, const std::filesystem::path& data, const std::filesystem::path& treebanks,
           const std::filesystem::path& out) {
    const Harmoniser harmoniser = Harmoniser::load(data / "models" / "harmonise.tsv");
    const std::vector<GoldSentence> sentences = read_sets(plan, treebanks, harmoniser);
    const auto lessons = data / "models" / "lessons" / (plan.language + ".conllu");
    const auto own = std::filesystem::exists(lessons) ? read_conllu(lessons) : std::vector<GoldSentence>();
    std::printf("%s: learning from %zu sentences, %zu of our own\n", plan.language.c_str(), sentences.size(),
                own.size());
    std::fflush(stdout);
    write_model(learn_model(plan.language, sentences, own, dates_of(plan), plan.effort), out);
    std::printf("%s: %ju bytes\n", out.c_str(), static_cast<std::uintmax_t>(std::filesystem::file_size(out)));
}

void print(const std::string& file, const Accuracy& a) {
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    const auto speed = [&](double seconds) { return static_cast<double>(a.words) / std::max(seconds, 1e-9); };
    std::printf("%s: words %zu  UPOS %.2f  UAS %.2f  LAS %.2f  lemma %.2f  tagging %.0f words/s  parsing "
                "%.0f words/s\n",
                file.c_str(), a.words, percent(a.upos, a.words), percent(a.heads, a.words),
                percent(a.relations, a.words), percent(a.lemmas, a.with_lemma), speed(a.tag_seconds),
                speed(a.parse_seconds));
}

int run(int argc, char** argv) {
    CLI::App app{"Builds and measures the models of tags and trees.", "timeloom-train"};
    std::string language, out, model, treebanks, asked_data;
    std::vector<std::string> files;
    app.add_option("language", language, "two letters, or \"all\"");
    app.add_option("--ud", treebanks, "folder with LANGUAGE/SET.conllu.zst");
    app.add_option("-o,--output", out, "model file; with \"all\" a folder");
    app.add_option("--data", asked_data, "folder with models/training.tsv and models/harmonise.tsv");
    CLI::App* measure = app.add_subcommand("evaluate", "prints accuracy and speed of a model");
    measure->add_option("model", model)->required();
    measure->add_option("treebank", files, "CoNLL-U, plain or .zst")->required();
    CLI::App* clues =
        app.add_subcommand("clues", "lists candidates for names; see tools/learn_name_clues.py");
    clues->add_option("--data", asked_data, "folder with languages/");
    CLI11_PARSE(app, argc, argv);

    if (*clues) {
        list_clues(std::cin, std::cout, asked_data);
        return 0;
    }
    if (*measure) {
        const SyntaxModel loaded(read_model(model));
        for (const std::string& file : files)
            print(file, evaluate(loaded, read_conllu(file)));
        return 0;
    }
    const std::filesystem::path data = find_data(asked_data);
    bool found = false;
    for (const Plan& plan : read_plans(data / "models" / "training.tsv")) {
        if (language != "all" && language != plan.language)
            continue;
        found = true;
        const std::filesystem::path file = plan.language + ".model";
        train(plan, data, treebanks,
              language == "all" ? std::filesystem::path(out) / file
              : out.empty()     ? file
                                : std::filesystem::path(out));
    }
    if (!found)
        throw InputError("models/training.tsv", "no plan for language \"" + language + "\"", "add a row");
    return 0;
}

} // namespace

} // namespace timeloom

int main(int argc, char** argv) {
    try {
        return timeloom::run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "timeloom-train: " << error.what() << '\n';
        return 1;
    }
}
