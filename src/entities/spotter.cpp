#include "entities/spotter.hpp"

#include "entities/clubs.hpp"
#include "entities/common_bodies.hpp"
#include "entities/name_cutting.hpp"
#include "entities/name_extent.hpp"
#include "entities/name_looks.hpp"
#include "entities/quoted_names.hpp"

#include <algorithm>
#include <unordered_set>

namespace timeloom {

namespace {

/// "Jobs" or "Kestrel" may begin a sentence as a plain word does: a name of one word, and the last word of a
/// longer one, are looked for everywhere in the document.
void add_tails(const NameLooks& looks, std::vector<Candidate>& found) {
    std::unordered_set<std::uint64_t> tails;
    std::vector<bool> covered(looks.pieces.size(), false);
    for (const auto& c : found) {
        const Piece& last = looks.pieces[c.end - 1];
        if (!c.doubtful && last.span.length() > 1 && // not the "A" of "S.A."
            (c.end > c.first + 1 ? !looks.name_word(c.end - 1) : c.readings.empty()))
            tails.insert(last.word);
        // "HOLMER RESIGNS AFTER REPORT" is no name, but has one
        const bool shouted = c.doubtful && c.end > c.first + 1 && looks.pieces[c.first].heading &&
                             looks.pieces[c.first].all_capitals;
        if (!shouted)
            std::fill(covered.begin() + c.first, covered.begin() + c.end, true);
    }
    if (tails.empty())
        return;
    for (std::size_t i = 0; i < looks.pieces.size(); ++i) {
        const Piece& piece = looks.pieces[i];
        if (covered[i] || !piece.capital || piece.barred || !tails.contains(piece.word) ||
            looks.words.is_function_word(piece))
            continue;
        Candidate c;
        c.first = static_cast<std::uint32_t>(i);
        c.end = c.first + 1;
        c.hash = looks.hash_of(i, i + 1);
        c.doubtful = true;
        found.push_back(c);
    }
}

/// "Mr. al-Rashid", "president van Brontem": the particles between a title and a name are its own; so is
/// one that the document writes with a capital in the whole name ("Le Pen" after "Marine Le Pen").
void take_particles(const NameLooks& looks, std::vector<Candidate>& found) {
    std::unordered_set<std::uint64_t> tails;
    for (const auto& c : found)
        if (c.end > c.first + 2 && looks.has(c.end - 2, small_particle) && looks.pieces[c.end - 2].capital)
            tails.insert(looks.hash_of(c.end - 2, c.end));
    for (auto& c : found) {
        auto first = static_cast<std::size_t>(c.first);
        while (first > 0 && looks.only_particle(first - 1) && looks.joined(first) &&
               looks.pieces[first - 1].sentence == looks.pieces[first].sentence)
            --first;
        const bool titled = first < c.first && looks.joined(first) && looks.title_before(first) > 0;
        const bool tail = c.end == c.first + 1 && c.first > 0 && looks.has(c.first - 1, small_particle) &&
                          looks.pieces[c.first - 1].capital && looks.joined(c.first) &&
                          tails.contains(looks.hash_of(c.first - 1, c.end));
        if (!titled && !tail)
            continue;
        c.first = static_cast<std::uint32_t>(titled ? first : c.first - 1);
        c.hash = looks.hash_of(c.first, c.end);
        c.readings = looks.world.look_up(c.hash).readings;
        c.doubtful = false;
    }
}

/// "Vasco e Tiago Pimenta": a lone given name before another person's whole name has the same family name.
void share_family_names(const NameLooks& looks, std::vector<Candidate>& found) {
    const auto given = [&](std::size_t i) {
        return looks.is_given_name(i) || looks.world.may_be_given_name(looks.hash_of(i, i + 1));
    };
    for (auto& c : found) {
        if (c.end != c.first + 1 || !looks.has(c.end, small_and) || !given(c.first) || !c.readings.empty() ||
            (c.first > 0 && looks.is_given_name(c.first - 1)))
            continue;
        const auto next = std::find_if(found.begin(), found.end(), [&](const Candidate& other) {
            return other.first == c.end + 1 && other.end > other.first + 1 && other.end < other.first + 5;
        });
        if (next == found.end() || !given(next->first) || looks.pieces[next->first].gap != Gap::space)
            continue;
        c.name = looks.letters(c.first);
        for (auto i = next->first + 1; i < next->end; ++i)
            c.name += (looks.pieces[i].hyphen ? "-" : " ") + std::string(looks.letters(i));
        c.hash = name_hash(c.name);
        c.readings = looks.world.look_up(c.hash).readings;
        c.doubtful = false;
        c.votes[static_cast<std::size_t>(EntityType::person)] += 5;
    }
}

/// "il ministro dei Trasporti", "la ministre de l'Économie et des Finances": what a minister is minister of.
bool is_portfolio(const NameLooks& looks, std::size_t i) {
    constexpr std::size_t farthest = 8, longest_noun = 4;
    if (looks.is_given_name(i) || looks.striking(i) ||
        (!looks.common(i) && !looks.known_at(i).readings.empty()))
        return false;
    auto at = i;
    while (at > 0 && i - at < farthest && looks.joined(at) &&
           (looks.has(at - 1, small_of | small_article | small_and) ||
            (at - 1 > 0 && looks.pieces[at - 1].capital && looks.joined(at - 1))))
        --at;
    const auto& persons = looks.words.persons;
    for (std::size_t length = 1; at < i && length <= std::min(longest_noun, at); ++length)
        if (const auto noun = persons.at(looks.pieces, at - length, at, looks.text);
            noun.length == length && (noun.kinds & persons.bit_of("minister")) != 0)
            return true;
    return false;
}

void name_institution(const NameLooks& looks, Candidate& c) {
    c.name = local_name(looks, c.first, c.end);
    if (!c.name.empty())
        c.hash = name_hash(c.name);
}

} // namespace

std::vector<Candidate> spot_names(const SpotterText& reading) {
    const NameLooks looks(reading);
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < looks.pieces.size();) {
        const Piece& piece = looks.pieces[i];
        if (const auto quoted = quoted_name(looks, i); quoted.end > 0 && looks.known_at(i).end < quoted.end) {
            Candidate c;
            c.first = static_cast<std::uint32_t>(i);
            c.end = static_cast<std::uint32_t>(quoted.end);
            c.hash = looks.hash_of(i, quoted.end);
            c.votes[static_cast<std::size_t>(quoted.type)] = 8;
            found.push_back(std::move(c));
            i = quoted.end;
            continue;
        }
        if (piece.barred || !(piece.capital || piece.camel || piece.digit)) {
            if (!piece.barred && (piece.may & may_be_lower_name))
                if (const auto& known = looks.known_at(i); !known.readings.empty()) {
                    found.push_back(known);
                    found.back().doubtful = false;
                    i = known.end;
                    continue;
                }
            const auto end = piece.barred ? i : institution_end(looks, i);
            if (end == i) {
                ++i;
                continue;
            }
            add_unknown(looks, i, end, found);
            found.back().votes[0] = 4;
            found.back().doubtful = false;
            name_institution(looks, found.back());
            i = end;
            continue;
        }
        if (is_portfolio(looks, i)) {
            ++i;
            continue;
        }
        if (add_product(looks, i, found)) {
            i = found.back().end;
            continue;
        }
        const auto known = looks.known_at(i);
        // "El Banco Central Europeo" is not the town of El Banco
        if (known.end > i + 1 && looks.words.is_function_word(piece) &&
            looks.known_at(i + 1).end > known.end) {
            ++i;
            continue;
        }
        // "Prime Minister" is no Amazon Prime
        if (const auto title = known.readings.empty() ? 0 : looks.title_at(i, looks.pieces.size());
            title > known.end - i) {
            i += title;
            continue;
        }
        const auto institution = known.end > i + 1 ? i : institution_end(looks, i);
        const auto run = looks.name_like(i) || (looks.name_word(i) &&
                                                looks.name_word(i)->use == NameWordUse::part && !piece.first)
                             ? run_end(looks, i)
                             : i;
        if (const auto town = looks.town_end(i); town > run && town > institution && town > known.end) {
            Candidate c;
            c.first = static_cast<std::uint32_t>(i);
            c.end = static_cast<std::uint32_t>(town);
            c.hash = looks.hash_of(i, town);
            found.push_back(std::move(c));
            i = town;
        } else if (!known.readings.empty() && known.end >= run && known.end >= institution) {
            found.push_back(known);
            i = known.end;
            if (const auto end = foreign_end(looks, known); end > known.end) {
                found.pop_back();
                add_unknown(looks, known.first, end, found);
                found.back().doubtful = false;
                i = end;
            }
        } else if (institution > run) {
            add_unknown(looks, i, institution, found);
            if (!found.empty() && found.back().end == institution) {
                found.back().doubtful = false;
                name_institution(looks, found.back());
            }
            i = institution;
        } else if (run > i) {
            split_run(looks, i, run, found);
            i = run;
        } else {
            ++i;
        }
    }
    add_tails(looks, found);
    take_particles(looks, found);
    share_family_names(looks, found);
    find_clubs(reading, found);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.end > b.end;
    });
    return found;
}

} // namespace timeloom
