// The sentences of tests/events/sentences are read as a user's text is: names found, dates tagged, tree and
// all.
#include "base/data.hpp"
#include "base/table.hpp"
#include "entities/finder.hpp"
#include "events/extractor.hpp"
#include "text/segmenter.hpp"
#include "time/tagger.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace timeloom;

namespace {

/// Everything that one language is read with.
struct Reader {
    Frames frames{find_data()};
    World world{find_data()};
    Segmenter segmenter;
    Tagger tagger;
    EntityFinder finder;
    Parser parser;
    Extractor extractor;

    explicit Reader(const std::string& language)
        : segmenter(find_data(), language), tagger(find_data(), language),
          finder(find_data(), language, world),
          parser(Parser::load(find_data() / "models" / (language + ".model"))),
          extractor(find_data(), language, frames, &parser) {}

    /// One set of words an event, as the tables write them: type, what is not plain fact, role=name.
    std::vector<std::set<std::string>> read(const std::string& language, std::string_view text) const {
        Document document;
        document.text = text;
        document.language = language;
        document.published.edtf = "2024-03-05";
        segmenter.segment(document);
        const auto times = tagger.tag(document);
        auto entities = finder.find(document, times);
        std::vector<std::set<std::string>> told;
        for (const auto& event : extractor.extract(document, times, entities)) {
            constexpr std::string_view modalities[] = {"asserted", "reported", "possible", "conditional",
                                                       "planned"};
            const auto& frame = frames[event.frame];
            std::set<std::string> words{frame.type, frame.under,
                                        std::string(modalities[std::size_t(event.modality)])};
            if (event.polarity == Polarity::negative)
                words.insert("negative");
            else
                words.insert("positive");
            const auto filled = [](std::string_view slot, std::string name) {
                std::replace(name.begin(), name.end(), ' ', '+');
                return std::string(slot) + "=" + name;
            };
            words.insert(event.attribution.empty() ? "nobody" : "attributed");
            for (const auto& holder : event.attribution)
                words.insert(filled("by", holder.entity == unknown_entity
                                              ? std::string(holder.span.of(document.text))
                                              : entities.entities[holder.entity].name));
            for (const auto& participant : event.participants)
                if (participant.is_entity())
                    words.insert(
                        filled(name_of(participant.role), entities.entities[participant.entity].name));
            told.push_back(std::move(words));
        }
        return told;
    }
};

/// Whether an event has the type, the marks and the names that are promised, and no names besides (of those
/// who say so only where one is promised).
bool fits(const std::set<std::string>& told, const std::vector<std::string>& promised) {
    bool plain = true, open = false, held = false;
    for (const auto& word : promised) {
        open |= word == "…";
        held |= word.starts_with("by=");
        plain &= word != "?" && word != "planned" && word != "possible" && word != "conditional" &&
                 word != "reported" && word != "negative";
        if (!word.empty() && word != "…" && word != "?" && !told.contains(word))
            return false;
    }
    const auto besides = [&](const std::string& word) {
        return word.find('=') != std::string::npos && !word.starts_with("place=") &&
               (held || !word.starts_with("by=")) &&
               std::find(promised.begin(), promised.end(), word) == promised.end();
    };
    return (open || std::none_of(told.begin(), told.end(), besides)) && (!plain || told.contains("asserted"));
}

} // namespace

TEST_CASE("sentences of many desks tell what their rows promise") {
    const auto folder = std::filesystem::path(TIMELOOM_SOURCE) / "tests/events/sentences";
    std::size_t rows = 0, misread = 0;
    for (const std::string language : {"de", "en", "es", "fr", "it", "pt"}) {
        const Reader reader(language);
        for (const auto& row : read_table(folder / (language + ".tsv"), {2, 2}).rows) {
            const auto told = reader.read(language, row[0]);
            constexpr std::string_view mark = "misread; ";
            const bool known = row[1].starts_with(mark);
            const auto events = known ? row[1].substr(mark.size()) : row[1];
            ++rows;
            bool right = events != "-" || told.empty();
            for (const auto& event : split(events == "-" ? std::string_view() : events, ';')) {
                if (event == "alone") {
                    right = right && told.size() == 1;
                    continue;
                }
                const auto promised = split(event, ' ');
                right = right && std::any_of(told.begin(), told.end(),
                                             [&](const auto& words) { return fits(words, promised); });
            }
            misread += !right;
            const std::string sentence(row[0]);
            CHECK_MESSAGE((right || known), "not read as promised: " << sentence);
            CHECK_MESSAGE((!right || !known), "read as promised now, take its mark away: " << sentence);
        }
    }
    MESSAGE(misread << " of " << rows << " sentences are not read as promised, and are marked so");
}
