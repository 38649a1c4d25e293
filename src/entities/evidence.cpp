// What the words in and around a name say of its type.
#include "entities/spotter.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

void vote(TypeVotes& votes, EntityType type, std::uint16_t weight) {
    votes[static_cast<std::size_t>(type)] += weight;
}

bool adjacent(const Piece& piece) {
    return piece.gap == Gap::space || piece.gap == Gap::none;
}

void weigh_inside(const SpotterText& r, Candidate& c) {
    const auto letters = [&](std::size_t i) { return r.pieces[i].span.of(r.text); };
    const auto length = c.end - c.first;
    for (auto i = c.first; i < c.end && length > 1; ++i)
        if (const auto word = r.words.name_word(r.pieces[i], r.text)) {
            if (word->use == NameWordUse::head && (i == c.first || word->type == EntityType::organization))
                vote(c.votes, word->type, i == c.first ? 6 : 4);
            if (word->use == NameWordUse::before && i == c.first) // "Construtora Brontix"
                vote(c.votes, word->type, 4);
            if (word->use == NameWordUse::part)
                vote(c.votes, word->type, i + 1 == c.end || i == c.first ? 5 : 3);
        }
    if (length > 1 && c.readings.empty() && r.words.openings.find(r.pieces[c.first].word))
        vote(c.votes, EntityType::organization, 3);
    bool legal = false; // "Inc", or "S.p.A." cut at its points
    auto form = empty_name_hash;
    for (auto i = c.end; i > c.first + 1 && i + 3 > c.end; --i) {
        form = empty_name_hash;
        for (auto k = i - 1; k < c.end; ++k)
            form = extend_name_hash(form, letters(k));
        legal |= r.world.is_legal_form(form);
    }
    if (legal)
        vote(c.votes, EntityType::organization, 8);
    const auto first = name_hash(letters(c.first));
    // "Mark Quell" is a person, "Mark" a word and "Mark Foundation" a body
    const bool given = r.world.is_given_name(first) || (length > 1 && r.world.may_be_given_name(first) &&
                                                        !r.words.is_common(r.pieces[c.end - 1], r.text) &&
                                                        !r.words.name_word(r.pieces[c.end - 1], r.text));
    const auto family = r.world.is_family_name(name_hash(letters(c.end - 1)));
    if (length > 1) {
        if (const auto small = r.words.small(r.pieces[c.first]);
            (small & small_particle) && !(small & small_article)) // "De Vries"
            vote(c.votes, EntityType::person, 3);
        if (const auto& last = r.pieces[c.end - 1];
            last.hyphen && !last.capital && !last.number) // "Park Seo-yun"
            vote(c.votes, EntityType::person, 9);
        if (given)
            vote(c.votes, EntityType::person, 5);
        if (family)
            vote(c.votes, EntityType::person, 2);
    } else if (given || family) {
        vote(c.votes, EntityType::person, 1);
    }
    if (r.world.is_town(word_key(cover(r.text, r.pieces, c.first, c.end).of(r.text))))
        vote(c.votes, EntityType::place, 2);
    bool camel = false, capitals = false, digit = false;
    for (auto i = c.first; i < c.end; ++i) {
        if (i > c.first && r.pieces[i].gap == Gap::ampersand) // "Quell & Dean"
            vote(c.votes, EntityType::organization, 8);
        camel |= r.pieces[i].camel;
        capitals |= r.pieces[i].all_capitals;
        digit |= r.pieces[i].digit;
    }
    if (digit)
        vote(c.votes, EntityType::product, 3);
    if (camel || (capitals && length == 1))
        vote(c.votes, EntityType::organization, 2);
    if (c.owner != unknown_entity)
        vote(c.votes, EntityType::product, 3);
}

/// Does the noun before piece `end` name somebody who governs a place?
bool governs(const SpotterText& r, std::size_t end) {
    const auto& persons = r.words.persons;
    for (std::size_t length = 1; length < 4 && length <= end; ++length)
        if (const auto noun = persons.at(r.pieces, end - length, end, r.text);
            noun.length == length &&
            (noun.kinds & (persons.bit_of("mayor") | persons.bit_of("governor"))) != 0)
            return true;
    return false;
}

/// "El alcalde de Tudela, Unai Carpintero", "the head of Brontix, Ana Ruiz": an office with an article and
/// what it is of, up to the comma before a name.
bool titled_before_comma(const SpotterText& r, const Candidate& c) {
    constexpr std::size_t farthest = 8;
    for (std::size_t i = c.first; i > 0 && i + farthest > c.first; --i) {
        const std::size_t at = i - 1;
        if (r.pieces[at].sentence != r.pieces[c.first].sentence || r.pieces[at].barred)
            return false;
        const bool opens = at == 0 || !adjacent(r.pieces[at]) || r.pieces[at].first ||
                           (r.words.small(r.pieces[at - 1]) & (small_article | small_indefinite)) != 0;
        if (opens && r.words.title_at(r.pieces, at, c.first, r.text) > 0)
            return true;
        if (!adjacent(r.pieces[at]))
            return false;
    }
    return false;
}

/// "Il CEO della società Anna Ruiz": the noun before the name is of the office before it, not the name's.
bool holds_office_of_body(const SpotterText& r, const Candidate& c) {
    if (c.end == c.first + 1 || !r.world.is_given_name(name_hash(r.pieces[c.first].span.of(r.text))))
        return false;
    const auto noun = r.words.descriptions_index.before(r.pieces, c.first);
    std::size_t at = c.first - std::max<std::size_t>(noun.length, 1);
    const auto joins = [&](std::size_t i) {
        return i > 0 && adjacent(r.pieces[i]) &&
               (r.words.small(r.pieces[i - 1]) & (small_of | small_article)) != 0;
    };
    if (!joins(at))
        return false;
    while (joins(at))
        --at;
    return at > 0 && adjacent(r.pieces[at]) && r.words.title_before(r.pieces, at, r.text) > 0;
}

void weigh_before(const SpotterText& r, Candidate& c) {
    if (c.first == 0)
        return;
    const Piece& first = r.pieces[c.first];
    // "Ana Pereira (PSB)": the party of whoever is named before
    if (const auto before = r.pieces[c.first - 1].span.end;
        c.end == c.first + 1 && first.all_capitals && r.pieces[c.first - 1].capital && c.first > 1 &&
        r.pieces[c.first - 2].capital && r.text.substr(before, first.span.begin - before) == " (" &&
        r.text.substr(first.span.end).starts_with(')'))
        vote(c.votes, EntityType::organization, 3);
    if (first.gap == Gap::comma && c.end > c.first + 1 && titled_before_comma(r, c))
        vote(c.votes, EntityType::person, 4);
    if (!adjacent(first) && !first.quoted)
        return;
    auto at = static_cast<std::size_t>(c.first);
    if (const auto title = r.words.title_before(r.pieces, at, r.text); title > 0) {
        vote(c.votes, EntityType::person, c.end - c.first == 1 && !c.readings.empty() ? 4 : 5);
        return;
    }
    if (holds_office_of_body(r, c)) {
        vote(c.votes, EntityType::person, 5);
        return;
    }
    if (const auto word = r.words.name_word(r.pieces[at - 1], r.text);
        word && (word->use == NameWordUse::before || !r.pieces[at - 1].capital)) {
        // "the tanker Alba Nova", "the film Silent River" are no person and no river
        const bool thing = word->type == EntityType::product || word->type == EntityType::work;
        vote(c.votes, word->type, thing ? 8 : 5);
        return;
    }
    // "le transporteur Brontix", "l'américaine Brontix"
    if (const auto noun = r.words.descriptions_index.before(r.pieces, at);
        noun.length > 0 && !r.pieces[at - 1].capital && !r.words.descriptions[noun.value].many) {
        const auto type = r.words.descriptions[noun.value].type;
        vote(c.votes, type, type == EntityType::work ? 8 : 5);
        return;
    }
    if (!r.words.capital_nouns && c.end == c.first + 1 && r.words.demonyms.contains(r.pieces[at - 1].word) &&
        at > 1 && adjacent(r.pieces[at - 1]) && (r.words.small(r.pieces[at - 2]) & small_article) != 0)
        vote(c.votes, EntityType::organization, 2);
    const auto small = r.words.small(r.pieces[at - 1]);
    if ((small & (small_of | small_article)) != 0) {
        while (at > 0 && (r.words.small(r.pieces[at - 1]) & (small_of | small_article)) != 0 &&
               adjacent(r.pieces[at - 1]))
            --at;
        // "della Hollmer Werft": full names of persons have no article, but for a title
        if ((small & small_article) != 0 && c.end - c.first > 1)
            vote(c.votes, EntityType::organization, 2);
        if (at == 0)
            return;
        const auto word = r.words.name_word(r.pieces[at - 1], r.text);
        if (governs(r, at) || (word && word->type == EntityType::place && (small & small_of) != 0))
            vote(c.votes, EntityType::place, 4); // "mayor of X", "la ciudad de X"
        else if (const auto* whose = r.words.owned.find(r.pieces[at - 1].word);
                 whose && (small & small_of) != 0)
            vote(c.votes, *whose, 4); // "shareholders of X"
        else if (r.words.title_before(r.pieces, at, r.text) > 0)
            vote(c.votes, EntityType::organization, 2); // "CEO of X"
    } else if ((small & (small_in | small_at)) != 0) {
        if (const auto* whose =
                at > 1 && (small & small_at) != 0 ? r.words.owned.find(r.pieces[at - 2].word) : nullptr;
            whose && *whose == EntityType::organization)
            vote(c.votes, EntityType::organization, 4); // "workers at X"
        else if ((small & small_in) != 0)
            vote(c.votes, EntityType::place, c.end - c.first == 1 ? 2 : 1);
    }
}

/// "Ostrey, 54, …", "Ostrey (54)", "Ostrey, de 54 años": the age of a person.
bool has_age(const SpotterText& r, std::size_t at) {
    constexpr int youngest = 10, oldest = 110;
    if (at >= r.pieces.size() || r.pieces[at].sentence != r.pieces[at - 1].sentence)
        return false;
    const auto behind = r.text.substr(r.pieces[at - 1].span.end);
    const bool bracket = behind.starts_with(" (");
    if (r.pieces[at].gap != Gap::comma && !bracket)
        return false;
    if ((r.words.small(r.pieces[at]) & small_of) != 0 && at + 1 < r.pieces.size())
        ++at;
    const auto digits = r.pieces[at].span.of(r.text);
    if (!r.pieces[at].number || digits.size() > 3 ||
        digits.find_first_not_of("0123456789") != std::string_view::npos)
        return false;
    int age = 0;
    for (const char digit : digits)
        age = age * 10 + (digit - '0');
    if (age < youngest || age > oldest)
        return false;
    if (bracket)
        return r.text.substr(r.pieces[at].span.end).starts_with(')');
    const auto next = at + 1;
    return next < r.pieces.size() && r.pieces[next].sentence == r.pieces[at].sentence &&
           (r.pieces[next].gap == Gap::comma || (r.words.small(r.pieces[next]) & small_years) != 0);
}

/// "Ostrey died", "Ostrey è morto": what only persons do; "Brontix merged", "Brontix, which merged": what
/// mostly bodies do.
void weigh_doing(const SpotterText& r, Candidate& c) {
    constexpr std::size_t farthest = 2;
    std::size_t begin = c.end;
    if (begin + 1 < r.pieces.size() && r.pieces[begin].gap == Gap::comma &&
        r.pieces[begin].sentence == r.pieces[c.first].sentence)
        if (const auto* pronoun = r.words.pronouns.find(r.pieces[begin].word); pronoun && pronoun->relative)
            ++begin;
    for (std::size_t i = begin; i < r.pieces.size() && i < begin + farthest && adjacent(r.pieces[i]); ++i)
        if (r.pieces[i].capital)
            continue;
        else if (r.words.doings.only_persons(r.pieces[i].word))
            return vote(c.votes, EntityType::person, 3);
        else if (r.words.doings.mostly_bodies(r.pieces[i].word,
                                              i + 1 < r.pieces.size() && r.pieces[i + 1].number))
            return vote(c.votes, EntityType::organization, 2);
}

/// "Brontix's former chief executive": whose executive, coach or player somebody is.
bool has_staff(const SpotterText& r, std::size_t at) {
    const auto behind = r.text.substr(r.pieces[at - 1].span.end);
    if (!behind.starts_with("'s ") && !behind.starts_with("’s "))
        return false;
    while (at < r.pieces.size() &&
           (r.pieces[at].span.length() == 1 || (r.words.small(r.pieces[at]) & small_former) != 0))
        ++at;
    const auto& persons = r.words.persons;
    constexpr std::size_t longest = 3;
    const auto end = std::min(at + longest, r.pieces.size());
    if (at >= end)
        return false;
    const auto noun = persons.at(r.pieces, at, end, r.text);
    return noun.length > 0 && (noun.kinds & (persons.bit_of("executive") | persons.bit_of("coach") |
                                             persons.bit_of("player"))) != 0;
}

void weigh_after(const SpotterText& r, Candidate& c) {
    auto at = static_cast<std::size_t>(c.end);
    if (at < r.pieces.size() && has_staff(r, at))
        vote(c.votes, EntityType::organization, 4);
    if (at >= r.pieces.size())
        return;
    const auto sentence = r.pieces[c.first].sentence;
    if (has_age(r, at))
        return vote(c.votes, EntityType::person, 4);
    if (r.pieces[at].hyphen && r.words.title_at(r.pieces, at, r.pieces.size(), r.text) > 0)
        vote(c.votes, EntityType::organization, 4); // "Südkabel-Chef"
    if (r.pieces[at].sentence != sentence || r.pieces[at].gap != Gap::comma)
        return;
    // "Brontix, which grew": a relative pronoun that stands for one kind
    if (const auto* pronoun = r.words.pronouns.find(r.pieces[at].word);
        pronoun && pronoun->relative && pronoun->person != pronoun->organization)
        return vote(c.votes, pronoun->person ? EntityType::person : EntityType::organization, 3);
    bool article = false;
    for (int skipped = 0; at < r.pieces.size() && skipped < 3 && r.pieces[at].sentence == sentence;
         ++at, ++skipped) {
        if (at > c.end && !adjacent(r.pieces[at]))
            return;
        if (r.words.title_at(r.pieces, at, std::min(at + 6, r.pieces.size()), r.text) > 0)
            return vote(c.votes, EntityType::person, 3);
        if (const auto word = r.words.name_word(r.pieces[at], r.text);
            word && article && word->use != NameWordUse::part)
            return vote(c.votes, word->type, 3);
        article |= (r.words.small(r.pieces[at]) & (small_article | small_indefinite)) != 0;
    }
}

} // namespace

void weigh_types(const SpotterText& r, Candidate& c) {
    weigh_inside(r, c);
    weigh_before(r, c);
    weigh_after(r, c);
    weigh_doing(r, c);
}

} // namespace timeloom
