#include "entities/name_looks.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

std::uint64_t NameLooks::hash_of(std::size_t first, std::size_t end) const {
    auto hash = empty_name_hash;
    for (auto i = first; i < end; ++i)
        hash = extend_name_hash(hash, letters(i));
    return hash;
}

/// Looks that hardly any common word has.
bool NameLooks::striking(std::size_t i) const {
    const Piece& piece = pieces[i];
    if (piece.barred || piece.number)
        return false;
    if (piece.camel)
        return true;
    if (piece.all_capitals && !piece.heading)
        return true;
    return piece.capital && piece.digit;
}

std::vector<std::uint64_t> NameLooks::declared_names() const {
    std::vector<std::uint64_t> declared;
    for (std::size_t i = 0; words.capital_nouns && i < pieces.size(); ++i) {
        const bool office =
            i + 1 < pieces.size() && pieces[i + 1].hyphen && title_at(i + 1, pieces.size()) > 0;
        const auto kind = i > 0 && pieces[i].gap == Gap::space ? name_word(i - 1) : std::nullopt;
        if (pieces[i].capital && (office || (kind && kind->use == NameWordUse::before)))
            declared.push_back(pieces[i].word);
    }
    std::sort(declared.begin(), declared.end());
    return declared;
}

bool NameLooks::double_name(std::size_t i) const {
    return i + 1 < pieces.size() && pieces[i + 1].hyphen && pieces[i + 1].capital &&
           !pieces[i].all_capitals && !pieces[i].heading && (!plain_noun(i + 1) || is_given_name(i + 1)) &&
           !name_word(i + 1) && title_at(i + 1, pieces.size()) == 0 && words.is_function_word(pieces[i]);
}

bool NameLooks::begins_with_particle(std::size_t i) const {
    const auto next = i + 1;
    if (!has(i, small_particle) || pieces[i].all_capitals || pieces[i].heading || next >= pieces.size() ||
        pieces[next].gap != Gap::space || !pieces[next].capital || !(only_particle(i) || !pieces[i].first))
        return false;
    return has(next, small_particle) || (!plain_noun(next) && name_like(next));
}

bool NameLooks::goes_on_as_name(std::size_t i) const {
    const auto next = i + 1;
    if (next >= pieces.size() || !joined(next) || pieces[next].hyphen || !pieces[next].capital ||
        pieces[next].heading)
        return false;
    const auto word = name_word(next);
    return (word && word->use == NameWordUse::part) || world.is_legal_form(hash_of(next, next + 1));
}

bool NameLooks::coined_alone(std::size_t i) const {
    const auto next = i + 1;
    const bool goes_on = next < pieces.size() && joined(next) &&
                         pieces[next].sentence == pieces[i].sentence &&
                         (pieces[next].hyphen || pieces[next].capital);
    return !goes_on && !pieces[i].hyphen && words.is_coined(pieces[i], text);
}

bool NameLooks::begins_company(std::size_t i) const {
    constexpr std::size_t longest = 4;
    for (auto next = i + 1;
         next < pieces.size() && next < i + longest && joined(next) && pieces[next].capital; ++next)
        if (world.is_legal_form(hash_of(next, next + 1)))
            return true;
    return false;
}

bool NameLooks::of_place(std::size_t i) const {
    const auto word = letters(i);
    return std::any_of(
        words.place_endings.begin(), words.place_endings.end(), [&](const std::string& ending) {
            if (!word.ends_with(ending) || word.size() < ending.size() + 3)
                return false;
            const auto place = word.substr(0, word.size() - ending.size());
            const auto readings = world.look_up(name_hash(place)).readings;
            return world.is_town(word_key(place)) ||
                   std::any_of(readings.begin(), readings.end(), [&](const NameReading& reading) {
                       return world[reading.entity].type == EntityType::place;
                   });
        });
}

bool NameLooks::attribute_of_name(std::size_t i) const {
    const auto next = i + 1;
    if (!words.capital_nouns || pieces[i].first || pieces[i].heading || next >= pieces.size() ||
        pieces[next].gap != Gap::space || !pieces[next].capital || pieces[next].heading)
        return false;
    if (!of_place(i))
        return false;
    const auto noun = name_word(next);
    return noun ? noun->type == EntityType::organization && noun->use != NameWordUse::before
                : attribute_of_name(next);
}

bool NameLooks::opens_name(std::size_t i) const {
    const auto next = i + 1;
    return pieces[i].first && !pieces[i].heading && pieces[i].capital && !pieces[i].all_capitals &&
           words.openings.find(pieces[i].word) && next < pieces.size() && pieces[next].gap == Gap::space &&
           pieces[next].capital && pieces[next].sentence == pieces[i].sentence &&
           words.small(pieces[next]) == 0 && !is_given_name(next) &&
           !words.common.contains(pieces[next].word);
}

bool NameLooks::named_attribute(std::size_t i) const {
    const auto next = i + 1;
    if (!words.capital_nouns || pieces[i].first || pieces[i].heading || !pieces[i].capital ||
        pieces[i].all_capitals || next >= pieces.size() || pieces[next].gap != Gap::space ||
        !pieces[next].capital || pieces[next].sentence != pieces[i].sentence ||
        !known_at(next).readings.empty())
        return false;
    const auto* kind = words.common.find(pieces[i].word);
    const auto hash = hash_of(next, next + 1);
    return kind && *kind == 'a' && words.small(pieces[i]) == 0 && !words.demonyms.contains(pieces[i].word) &&
           plain_noun(next) && !world.is_given_name(hash) &&
           words.persons.at(pieces, next, next + 1, text).length == 0;
}

bool NameLooks::before_body(std::size_t i) const {
    const auto next = i + 1;
    if (words.capital_nouns || pieces[i].first || pieces[i].heading || words.small(pieces[i]) != 0 ||
        next >= pieces.size() || !joined(next) || !pieces[next].capital)
        return false;
    return is_body_noun(next, next + 1);
}

bool NameLooks::plain_name(std::size_t i) const {
    const auto next = i + 1;
    if (!pieces[i].first || pieces[i].heading || next >= pieces.size() || pieces[next].gap != Gap::space ||
        !capital_for_a_name(next) || words.small(pieces[i]) != 0 || words.small(pieces[next]) != 0 ||
        title_at(i, pieces.size()) > 0 || title_at(next, pieces.size()) > 0)
        return false;
    const auto* kind = words.common.find(pieces[i].word);
    const auto ordinary = [&](std::size_t k) {
        return words.is_plain_word(pieces[k], text) && !is_given_name(k) &&
               !words.demonyms.contains(pieces[k].word) && known_at(k).readings.empty();
    };
    const auto noun = name_word(i);
    const auto* attribute = words.common.find(pieces[next].word);
    return (!kind || *kind == 'n' || *kind == 'a') && !(noun && noun->use == NameWordUse::before) &&
           ordinary(i) && ordinary(next) &&
           ((attribute && *attribute == 'a') || !world.is_family_name(hash_of(next, next + 1)));
}

bool NameLooks::is_body_noun(std::size_t i, std::size_t end) const {
    const auto noun = name_word(i);
    return i + 1 == end && noun && noun->type == EntityType::organization && noun->use != NameWordUse::before;
}

bool NameLooks::coined_body(std::size_t i) const {
    if (!is_body_noun(i, i + 1) || words.name_words.contains(pieces[i].word) || !pieces[i].capital ||
        pieces[i].all_capitals || !words.is_coined(pieces[i], text))
        return false;
    constexpr std::size_t shortest_beginning = 4;
    const auto word = letters(i);
    for (auto cut = shortest_beginning; cut < word.size(); ++cut) // "Countykommission"
        if (const auto key = word_key(word.substr(0, cut));
            words.common.contains(word_key(word.substr(cut))) &&
            (words.foreign.contains(key) || words.foreign_forms.contains(key)))
            return false;
    return true;
}

bool NameLooks::looks_like_name(std::size_t i) const {
    const Piece& piece = pieces[i];
    if (piece.barred || piece.number)
        return false;
    if (has(i, small_never))
        return false;
    if (striking(i))
        return true;
    if (!piece.capital)
        return false;
    if (double_name(i) || begins_with_particle(i) || plain_name(i))
        return true;
    if (words.is_function_word(piece) && !before_body(i))
        return false;
    if (words.small(piece) != 0 && !has(i, small_particle))
        return false;
    if (words.capital_nouns || piece.first || piece.heading) {
        if (words.common.contains(piece.word))
            return attribute_of_name(i) || named_attribute(i) || opens_name(i);
        if (!words.capital_nouns && rare_word(i) && !goes_on_as_name(i))
            return false;
        if (words.capital_nouns && (common(i) || rare_word(i)) &&
            !std::binary_search(declared_.begin(), declared_.end(), piece.word)) {
            const auto hash = hash_of(i, i + 1);
            if (!world.is_family_name(hash) && !world.is_given_name(hash) && !world.is_town(piece.word) &&
                !coined_alone(i) && !begins_company(i) && !attribute_of_name(i))
                return false;
        }
        if (piece.first && words.demonyms.contains(piece.word))
            return false;
    }
    return true;
}

NameLooks::Fit NameLooks::fits(const NameReading& reading, std::size_t first, std::size_t end) const {
    if ((reading.languages & language_) == 0)
        return Fit::no;
    const Piece& piece = pieces[first];
    if (end > first + 1) {
        // "El Banco Central subió": an article that begins a sentence, not the town of El Banco
        if (const auto noun = name_word(first + 1); piece.first && words.is_function_word(piece) && noun &&
                                                    noun->use == NameWordUse::head &&
                                                    noun->type != world[reading.entity].type)
            return Fit::no;
        // "El mundo espera": an article before a noun, not the paper "El Mundo"
        const auto rest = pieces.begin() + std::ptrdiff_t(first) + 1;
        if (words.is_function_word(piece) &&
            std::none_of(rest, rest + std::ptrdiff_t(end - first) - 1,
                         [](const Piece& p) { return p.capital || p.camel || p.digit; }))
            return Fit::no;
        // "U.S." may be cut into letters, but "in a" is not the acronym INA
        for (auto i = first; reading.acronym && i < end; ++i)
            if (!pieces[i].capital && !pieces[i].digit)
                return Fit::no;
        return Fit::yes;
    }
    if (reading.acronym && !piece.all_capitals && !piece.digit)
        return Fit::no;
    if (striking(first))
        return reading.needs_context && world[reading.entity].prominence > 1 ? Fit::unsure : Fit::yes;
    if (words.is_function_word(piece))
        return Fit::no;
    const bool telling = !(words.capital_nouns || piece.first || piece.heading);
    // a table of this very language lists the word without a mark: "Unterhaus"
    const bool meant = reading.languages != 0xFFFF && !piece.first && !piece.heading;
    if (!reading.needs_context)
        return telling || meant ||
                       !(words.common.contains(piece.word) ||
                         (world[reading.entity].prominence > 1 && rare_word(first)))
                   ? Fit::yes
                   : Fit::unsure;
    if (world[reading.entity].prominence > 1)
        return Fit::unsure;
    // a noun or adjective without article begins no sentence: "Telefónica vendió …"
    const auto* kind = words.common.find(piece.word);
    const bool bare =
        piece.first && !piece.heading && !words.capital_nouns && (!kind || *kind == 'a' || *kind == 'n');
    return telling || bare ? Fit::yes : Fit::unsure;
}

/// The longest stretch from piece i that the world tables know in this language.
Candidate NameLooks::look_up(std::size_t i) const {
    Candidate best;
    const Piece& start = pieces[i];
    if (start.barred || start.number ||
        !(start.capital || start.camel || start.digit || (start.may & may_be_lower_name)))
        return best;
    auto hash = empty_name_hash;
    for (auto j = i; j < pieces.size() && j < i + longest_name; ++j) {
        if (j > i && (!joined(j) || pieces[j].barred))
            break;
        const auto before = hash;
        hash = extend_name_hash(hash, letters(j));
        auto match = world.look_up(hash);
        bool cut = false;
        if (match.readings.empty() && !match.goes_on && !pieces[j].all_capitals)
            for (const auto& ending : words.name_endings)
                if (letters(j).size() > ending.size() + 2 && letters(j).ends_with(ending)) {
                    const auto stem = letters(j).substr(0, letters(j).size() - ending.size());
                    const auto shorter = world.look_up(extend_name_hash(before, stem));
                    if (!shorter.readings.empty() && (words.capital_nouns || stem.size() > 3)) {
                        match.readings = shorter.readings;
                        cut = true;
                        break;
                    }
                }
        auto fit = Fit::no;
        for (const auto& reading : match.readings)
            fit = std::max(fit, fits(reading, i, j + 1));
        if (fit != Fit::no && !(j == i && has(i, small_never))) {
            best.first = static_cast<std::uint32_t>(i);
            best.end = static_cast<std::uint32_t>(j + 1);
            best.readings = match.readings;
            best.cut = cut;
            best.unsure = fit == Fit::unsure;
            best.hash = cut ? extend_name_hash(before, letters(j).substr(0, letters(j).size() - 1)) : hash;
        }
        if (!match.goes_on)
            break;
    }
    if (!best.readings.empty())
        best.doubtful = doubtful(best.first, best.end);
    return best;
}

std::size_t NameLooks::town_end(std::size_t i) const {
    constexpr std::size_t longest = 4;
    auto end = i;
    for (auto last = i + 1; pieces[i].capital && last < pieces.size() && last < i + longest && joined(last) &&
                            pieces[last].sentence == pieces[i].sentence && !pieces[last].barred;
         ++last)
        if (pieces[last].capital && !(words.is_function_word(pieces[i]) && common(last)) && // "Le Syndicat"
            world.is_town(
                word_key(text.substr(pieces[i].span.begin, pieces[last].span.end - pieces[i].span.begin))))
            end = last + 1;
    return end;
}

bool NameLooks::begins_person(std::size_t i) const {
    const auto& known = known_at(i);
    if (!known.readings.empty())
        return world[known.readings[0].entity].type == EntityType::person;
    return i + 1 < pieces.size() && joined(i + 1) && pieces[i + 1].capital && is_given_name(i) && !common(i);
}

bool NameLooks::doubtful(std::size_t begin, std::size_t end) const {
    for (auto i = begin; i < end; ++i)
        if (striking(i))
            return false;
    if (pieces[begin].heading)
        return true;
    if (end > begin + 1 && (attribute_of_name(begin) || named_attribute(begin)))
        return false;
    bool plain = true; // "Foundation Models": nothing but common words
    for (auto i = begin; i < end; ++i)
        plain &= (words.capital_nouns ? plain_noun(i) : common(i)) || words.small(pieces[i]) != 0;
    if (plain)
        return true;
    if (end > begin + 1)
        return words.capital_nouns && pieces[begin + 1].hyphen;

    return pieces[begin].first || words.capital_nouns;
}

} // namespace timeloom
