#include "train/list_clues.hpp"

#include "base/error.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "entities/name_clues.hpp"
#include "text/segmenter.hpp"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>
#include <memory>

namespace timeloom {

namespace {

struct Label {
    Span span;
    char kind = '-';
};

std::vector<Label> read_labels(std::string_view cell) {
    std::vector<Label> labels;
    for (const auto& part : split(cell, ',')) {
        const auto fields = split(part, '-');
        const auto number = [&](std::size_t i) {
            std::uint32_t value = 0;
            std::from_chars(fields[i].data(), fields[i].data() + fields[i].size(), value);
            return value;
        };
        if (fields.size() != 3)
            throw InputError("clues", "\"" + part + "\" is no labelled span", "write BEGIN-END-LABEL");
        labels.push_back({{number(0), number(1)}, fields[2][0]});
    }
    return labels;
}

char label_of(Span span, std::span<const Label> labels) {
    for (const Label& label : labels)
        if (label.span.overlaps(span)) {
            const bool same = label.span.begin == span.begin && label.span.end <= span.end + 1 &&
                              span.end <= label.span.end + 1; // with the point of an abbreviation or without
            // proper nouns that stand together may be several names
            return same || (label.kind == 'N' && span.begin <= label.span.begin) ? label.kind : 'x';
        }
    return labels.empty() || labels.front().kind != 'U' ? '-' : 'u';
}

/// The type of all readings of a known name; "-" when they differ.
char known_type(const Candidate& candidate, const World& world) {
    constexpr std::string_view letters = "OPLDJWX";
    char type = '-';
    for (const auto& reading : candidate.readings) {
        const char other = letters[static_cast<std::size_t>(world[reading.entity].type)];
        if (candidate.unsure || (type != '-' && type != other))
            return '-';
        type = other;
    }
    return type;
}

struct Tables {
    Segmenter segmenter;
    Vocabulary words;
    Tables(const std::filesystem::path& data, const std::string& language)
        : segmenter(data, language), words(data, language) {}
};

} // namespace

void list_clues(std::istream& in, std::ostream& out, const std::filesystem::path& data) {
    const World world(data);
    std::map<std::string, std::unique_ptr<const Tables>> languages;
    for (std::string line; std::getline(in, line);) {
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            throw InputError("clues", "a line without three cells", "write language, sentence and spans");
        Document document;
        document.language = line.substr(0, first);
        document.text = line.substr(first + 1, second - first - 1);
        const auto labels = read_labels(std::string_view(line).substr(second + 1));
        auto& tables = languages[document.language];
        if (!tables)
            tables = std::make_unique<const Tables>(data, document.language);
        tables->segmenter.segment(document);
        for (auto& sentence : document.sentences)
            sentence.kind = SentenceKind::prose;
        auto pieces = cut_pieces(document, {});
        tables->words.look_up(pieces, document.text);
        const SpotterText reading{document.text, pieces, tables->words, world,
                                  world.language_bit(document.language)};
        for (auto& candidate : spot_names(reading)) {
            weigh_types(reading, candidate);
            const auto span = cover(document.text, pieces, candidate.first, candidate.end);
            out << document.language << '\t' << label_of(span, labels) << '\t'
                << (candidate.doubtful ? "doubtful " : "") << (candidate.nested ? "nested" : "") << '\t'
                << known_type(candidate, world) << '\t';
            for (const auto vote : candidate.votes)
                out << vote << ' ';
            const NameClues clues(reading, candidate);
            for (const auto& clue : clues.all()) {
                out << '\t' << (clue.plain ? "*" : "")
                    << name_clue_kinds[static_cast<std::size_t>(clue.kind)];
                for (const auto& token : clue.tokens)
                    if (token.key != 0)
                        out << ' '
                            << (token.text.starts_with('<') ? std::string(token.text)
                                                            : fold_case(token.text));
            }
            out << '\n';
        }
    }
}

} // namespace timeloom
