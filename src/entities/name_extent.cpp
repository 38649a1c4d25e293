#include "entities/name_extent.hpp"

#include "entities/common_bodies.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Past the particles that hold a name together before piece j; j itself when they do not.
std::size_t bridge(const NameLooks& looks, std::size_t first, std::size_t j) {
    auto k = j;
    const bool given = looks.is_given_name(first); // "Vito Lo Presti", "Ana Di Marco"
    while (k < looks.pieces.size() && k < j + 3 && looks.joined(k) && looks.has(k, small_particle) &&
           (given || !looks.pieces[k].capital))
        ++k;
    if (k == j || k >= looks.pieces.size() || !looks.joined(k) || !looks.name_like(k) ||
        looks.pieces[k].first)
        return j;
    if (looks.has(j, small_and) &&
        (!looks.known_at(first).readings.empty() || !looks.known_at(k).readings.empty()))
        return j; // "Lula e Macron" are two
    if (looks.has(j, small_and) &&
        (looks.is_given_name(k) || looks.world.may_be_given_name(looks.hash_of(k, k + 1))))
        return j; // "Vasco e Tiago Pimenta" are two
    if (looks.has(j, small_and) && k + 1 < looks.pieces.size() && looks.joined(k + 1) &&
        looks.name_like(k + 1))
        return j; // "Rodolfo da Cunha e Zé Goiaba" too
    // "Ursula von der Leyen", but not "Microsoft de OpenAI"
    const auto start = looks.hash_of(first, first + 1);
    const bool person = looks.world.is_given_name(start) || looks.title_before(first) > 0;
    const bool company = !looks.known_at(k).readings.empty() &&
                         looks.world[looks.known_at(k).readings[0].entity].type != EntityType::person &&
                         !(given && looks.world.is_family_name(looks.hash_of(k, k + 1)));
    // "the tanker Alba de Alción"
    const auto noun = first > 0 && looks.joined(first) ? looks.name_word(first - 1) : std::nullopt;
    const bool ship = noun && noun->use == NameWordUse::before && noun->type == EntityType::product &&
                      !looks.pieces[first - 1].capital;
    return (person || ship) && !company ? k : j;
}

/// Where nouns have capitals, two kinds of plain words go on with a name: a foreign one after a foreign one
/// ("First Amendment Institute"), and after a given name what only looks like a compound ("Naomi Buchwald").
bool continues_foreign(const NameLooks& looks, std::size_t first, std::size_t j) {
    if (!looks.words.capital_nouns || !looks.pieces[j].capital || looks.pieces[j].hyphen ||
        looks.pieces[j].gap != Gap::space || looks.has(j, ~0u))
        return false;
    if (looks.words.foreign.contains(looks.pieces[j].word) &&
        looks.words.foreign.contains(looks.pieces[j - 1].word))
        return true;
    // a noun only when it is a family name too ("Klaus Richter"); no other word has a capital for nothing
    const auto* kind = looks.words.common.find(looks.pieces[j].word);
    const bool noun = kind && *kind == 'n';
    return looks.is_given_name(first) && !looks.name_word(j) &&
           (!noun || (j == first + 1 && looks.world.is_family_name(looks.hash_of(j, j + 1))));
}

/// "Brontia Werft", "Brontia Verlag GmbH": where nouns have capitals, one that texts seldom have goes on with
/// a name, any noun before a legal form.
bool continues_company(const NameLooks& looks, std::size_t j) {
    const auto& piece = looks.pieces[j];
    if (!looks.words.capital_nouns || !piece.capital || piece.hyphen || piece.gap != Gap::space ||
        looks.has(j, ~0u))
        return false;
    const auto next = j + 1;
    const bool before_form =
        next < looks.pieces.size() && looks.joined(next) && legal_form_end(looks, next) > next;
    return before_form || !looks.common(j);
}

/// "procura di Brontia", "tribunal administratif de Brontia", "corte d'appello di Brontia": what every place
/// has one of, with nouns and adjectives between it and the place; i when no place follows.
std::size_t local_end(const NameLooks& looks, std::size_t i) {
    constexpr std::size_t farthest = 6;
    bool of = false;
    for (auto j = i + 1; j < looks.pieces.size() && j <= i + farthest && looks.joined(j); ++j) {
        if (looks.pieces[j].barred || looks.pieces[j].number)
            return i;
        const bool link = looks.has(j, small_of), article = looks.has(j, small_article);
        if (looks.pieces[j].capital) {
            const auto& known = looks.known_at(j);
            if (!of || looks.has(j, small_never) || looks.begins_person(j))
                return i;
            if (!known.readings.empty())
                return looks.world[known.readings[0].entity].type == EntityType::place ? known.end : i;
            if (!looks.name_like(j) || looks.pieces[i].heading || looks.striking(j))
                return i;
            const auto end = run_end(looks, j);
            // "Tribunal de Distrito de Oslo"
            const bool place_follows = end + 1 < looks.pieces.size() && looks.joined(end) &&
                                       looks.has(end, small_of) && looks.joined(end + 1) &&
                                       !looks.known_at(end + 1).readings.empty();
            return place_follows && looks.common(j) ? looks.known_at(end + 1).end : end;
        }
        const auto* kind = looks.words.common.find(looks.pieces[j].word);
        const bool noun = !kind || *kind == 'n' || *kind == 'a';
        // "the court acquitted the mayor of Brontia"
        const bool another = (article && !link && !of) || looks.title_at(j, looks.pieces.size()) > 0 ||
                             (!link && !article && !looks.has(j, small_for) &&
                              looks.words.prepositions.find(looks.pieces[j].word));
        if (another || (!link && !article && !looks.has(j, small_for) && !noun))
            return i;
        of = link || (of && article);
    }
    return i;
}

/// "Médicos por la Esperanza", "Aguas del Ebro", "Doctors for Hope": a plain noun with a capital that begins
/// no sentence, and what it is for or of; j itself when there is no such name.
std::size_t plain_noun_bridge(const NameLooks& looks, std::size_t first, std::size_t j) {
    if (looks.words.capital_nouns || j != first + 1 || looks.pieces[first].first ||
        looks.pieces[first].heading || looks.is_given_name(first) || looks.name_word(first) ||
        !looks.words.is_plain_word(looks.pieces[first], looks.text) || looks.pieces[first].all_capitals ||
        !looks.has(j, small_of | small_for | small_by) || looks.title_at(first, j) > 0)
        return j;
    auto k = j + 1;
    while (k < looks.pieces.size() && k < j + 3 && looks.joined(k) && looks.has(k, small_article) &&
           !looks.pieces[k].capital)
        ++k;
    const bool goes_on = k < looks.pieces.size() && looks.joined(k) && looks.pieces[k].capital &&
                         !looks.pieces[k].barred && !looks.has(k, small_never);
    if (!goes_on || looks.begins_person(k))
        return j;
    // "Urso de Prata": a rare word that is a person's name too needs plain company
    if (!looks.common(first) && !looks.words.is_plain_word(looks.pieces[k], looks.text))
        return j;
    const auto& known = looks.known_at(k); // "Derechos de Microsoft"
    return known.readings.empty() || looks.world[known.readings[0].entity].type == EntityType::place ? k : j;
}

/// "l'Office allemand des cartels", "l'Agenzia delle entrate": where only the first noun of a body's name has
/// a capital, attributes and what it is for belong to the name; the noun's own end when there is no such
/// name.
std::size_t official_end(const NameLooks& looks, std::size_t i) {
    const auto& head = looks.pieces[i];
    if (looks.words.capital_nouns || !head.capital || head.first || head.heading || head.all_capitals)
        return i;
    const auto plain = [&](std::size_t k) {
        return k < looks.pieces.size() && looks.joined(k) && !looks.pieces[k].capital &&
               !looks.pieces[k].number && !looks.pieces[k].barred && !looks.has(k, ~0u);
    };
    const auto attribute = [&](std::size_t k) {
        const auto* kind = looks.words.common.find(looks.pieces[k].word);
        return plain(k) && ((kind && *kind == 'a') || looks.words.demonyms.contains(looks.pieces[k].word));
    };
    const auto of_plain = [&](std::size_t k) { // "delle entrate", "de la concurrence"
        if (k >= looks.pieces.size() || !looks.joined(k) || !looks.has(k, small_of) ||
            looks.pieces[k].capital)
            return k;
        auto noun = k + 1;
        while (noun < looks.pieces.size() && looks.joined(noun) && looks.has(noun, small_article) &&
               !looks.pieces[noun].capital)
            ++noun;
        return plain(noun) ? noun + 1 : k;
    };
    auto k = i + 1;
    while (k < i + 3 && attribute(k))
        ++k;
    const auto end = of_plain(k);
    if (end == k)
        return k > i + 1 ? k : i; // "Corte costituzionale"
    if (attribute(end))
        return end + 1;
    if (const auto more = of_plain(end); more > end) { // "de sécurité du médicament", not "de suspendre"
        const auto* kind = looks.words.common.find(looks.pieces[more - 1].word);
        const bool article = looks.has(more - 2, small_article);
        return article || (kind && *kind == 'n') ? more : end;
    }
    const auto name = end + 1 < looks.pieces.size() && looks.has(end + 1, small_article) ? end + 2 : end + 1;
    if (end >= looks.pieces.size() || !looks.has(end, small_of) || name >= looks.pieces.size() ||
        !looks.joined(end) || !looks.joined(name) || !looks.pieces[name].capital || looks.begins_person(name))
        return end;
    const auto& known = looks.known_at(name); // "des pêches du Nord", "du film de Brontigny"
    if (known.readings.empty())
        return looks.name_like(name) ? name + 1 : end;
    return looks.world[known.readings[0].entity].type == EntityType::place ? known.end : end;
}

} // namespace

std::size_t legal_form_end(const NameLooks& looks, std::size_t i) {
    if (!looks.pieces[i].capital)
        return i;
    auto end = i + 1;
    while (end < looks.pieces.size() && end < i + 3 && looks.pieces[end].gap == Gap::none &&
           !looks.pieces[end].hyphen)
        ++end;
    for (; end > i; --end)
        if (looks.world.is_legal_form(looks.hash_of(i, end)))
            return end;
    return i;
}

std::size_t run_end(const NameLooks& looks, std::size_t i) {
    auto j = i + 1;
    while (j < looks.pieces.size() && j < i + longest_name) {
        const Piece& piece = looks.pieces[j];
        if (piece.barred || !looks.joined(j) || piece.sentence != looks.pieces[i].sentence)
            break;
        if (j == i + 1 && looks.named_attribute(i)) {
            ++j;
            continue;
        }
        if (continues_foreign(looks, i, j)) {
            ++j;
            continue;
        }
        // "Park Seo-yun", but not "Paris-based"
        if (piece.hyphen && !piece.capital && !piece.number && j > i + 1 &&
            looks.pieces[j - 1].gap == Gap::space && looks.pieces[j - 1].capital &&
            !looks.pieces[j - 1].all_capitals && !looks.words.is_plain_word(piece, looks.text) &&
            !looks.plain_noun(j) && !looks.has(j, ~0u)) {
            ++j;
            continue;
        }
        if (const auto form = legal_form_end(looks, j); form > j) {
            j = form;
            continue;
        }
        if (continues_company(looks, j)) {
            ++j;
            continue;
        }
        if (looks.name_like(j) && !(piece.hyphen && looks.words.capital_nouns && looks.plain_noun(j))) {
            ++j;
            continue;
        }
        if (piece.capital && looks.name_word(j) && looks.name_word(j)->use != NameWordUse::before &&
            !piece.heading) {
            if (!piece.hyphen || looks.name_word(j)->type == EntityType::product) {
                ++j;
                continue;
            }
        }
        // "Tarn 3 Pro"
        if (const auto version = j + 1; piece.number && piece.span.length() <= 2 &&
                                        version < looks.pieces.size() && looks.joined(version) &&
                                        looks.pieces[version].capital && looks.name_word(version) &&
                                        looks.name_word(version)->type == EntityType::product) {
            j = version + 1;
            continue;
        }
        if (piece.number && piece.span.length() <= 4 && (piece.gap == Gap::none || looks.striking(j - 1))) {
            ++j;
            continue;
        }
        // "Amalgamated Union of Dockers", "High Court of Brontia"
        if (const auto head =
                j > i + 1 && looks.pieces[j - 1].capital ? looks.name_word(j - 1) : std::nullopt;
            head && head->use == NameWordUse::head && head->type == EntityType::organization &&
            looks.has(j, small_of | small_for)) {
            if (const auto end = institution_end(looks, j - 1); end > j) {
                j = end;
                continue;
            }
        }
        if (const auto end = joined_tasks(looks, i, j); end > j) {
            j = end;
            continue;
        }
        auto next = bridge(looks, i, j);
        if (next == j)
            next = plain_noun_bridge(looks, i, j);
        if (next == j)
            break;
        j = next + 1;
    }
    return j;
}

namespace {

/// "… and St Mary's Hospital": does another institution begin at piece k?
bool begins_institution(const NameLooks& looks, std::size_t k) {
    for (auto i = k; i < looks.pieces.size() && i < k + 4 && (i == k || looks.joined(i)); ++i) {
        const auto word = looks.pieces[i].capital ? looks.name_word(i) : std::nullopt;
        if (word && word->type == EntityType::organization && word->use != NameWordUse::before)
            return true;
    }
    return false;
}

} // namespace

std::size_t institution_end(const NameLooks& looks, std::size_t i) {
    const auto head = looks.name_word(i);
    if (!head || head->use != NameWordUse::head || looks.pieces[i].barred)
        return i;
    if (head->local)
        if (const auto end = local_end(looks, i); end > i)
            return end;
    if (head->local && looks.words.capital_nouns) { // "Universität Leiden"
        const auto place = i + 1;
        if (place >= looks.pieces.size() || looks.pieces[place].gap != Gap::space ||
            !looks.pieces[place].capital || looks.has(place, small_never) ||
            looks.begins_person(place)) // "verhaftete die Polizei Klaus Brandt"
            return i;
        const auto& known = looks.known_at(place);
        return known.readings.empty()
                   ? std::max(place + 1, looks.name_like(place) ? run_end(looks, place) : place)
                   : known.end;
    }
    if (!looks.pieces[i].capital && looks.words.descriptions_index.at(looks.pieces, i, i + 1).length > 0)
        return i; // "la società di Brontia": the company there
    if ((looks.pieces[i].heading && !looks.pieces[i].capital))
        return i;
    if (!looks.pieces[i].capital && head->type != EntityType::organization)
        return i;
    if (!looks.pieces[i].capital && looks.words.owned.contains(looks.pieces[i].word))
        return i; // "the board of Brontix": Brontix is named
    auto j = i + 1;
    if (!looks.pieces[i].capital) {
        // a plain noun needs "of" right behind it, and a capital there that is no place or company by itself
        if (!looks.has(j, small_of) || j + 1 >= looks.pieces.size())
            return i;
    }
    auto end = i;
    while (j < looks.pieces.size() && j < i + longest_name && looks.joined(j) && !looks.pieces[j].barred) {
        const bool link = looks.has(j, small_of | small_for) || (end > i && looks.has(j, small_and));
        if (link) {
            auto k = j + 1; // past "la" of "de la Pesca", "dos" of "e dos Portos"
            const auto passed = small_article | (looks.has(j, small_and) ? small_of : 0U);
            while (k < looks.pieces.size() && k < j + 3 && looks.joined(k) && looks.has(k, passed) &&
                   !looks.pieces[k].capital)
                ++k;
            if (k >= looks.pieces.size() || !looks.joined(k) || !looks.pieces[k].capital ||
                looks.pieces[k].barred || looks.pieces[k].number)
                break;
            if (looks.has(j, small_and) &&
                ((!looks.known_at(k).readings.empty() && !looks.common(k)) || begins_institution(looks, k)))
                break;
            if (!looks.pieces[i].capital &&
                (looks.pieces[k].camel || looks.begins_person(k) || // "el gobierno de Ana Soler"
                 (!looks.known_at(k).readings.empty() &&
                  looks.world[looks.known_at(k).readings[0].entity].type != EntityType::work)))
                break;

            j = k + 1;
            end = j;
        } else if (looks.pieces[j].capital && (looks.name_like(j) || !looks.words.capital_nouns) &&
                   !looks.has(j, small_never) && !looks.begins_person(j)) {
            end = ++j;
        } else {
            break;
        }
    }
    if (end > i + 1) {
        // "Parti de la Gauche unie": the attribute of a plain noun
        const auto* kind = end < looks.pieces.size() && looks.joined(end) && !looks.pieces[end].capital
                               ? looks.words.common.find(looks.pieces[end].word)
                               : nullptr;
        const bool attribute = kind && *kind == 'a' && !looks.words.capital_nouns && looks.common(end - 1) &&
                               !looks.words.demonyms.contains(looks.pieces[end].word) &&
                               looks.has(end - 2, small_of | small_article);
        return attribute ? end + 1 : end;
    }
    return head->type != EntityType::organization && head->type != EntityType::other ? i
                                                                                     : official_end(looks, i);
}

std::string local_name(const NameLooks& looks, std::size_t first, std::size_t end) {
    const auto head = looks.words.local_heads.find(looks.pieces[first].word);
    if (head == looks.words.local_heads.end())
        return {};
    auto at = first + 1;
    while (at < end && !looks.pieces[at].capital && looks.has(at, small_of | small_article | small_in))
        ++at;
    if (at >= end)
        return {};
    const auto& known = looks.known_at(at);
    if (known.readings.empty() || known.end != end)
        return {};
    const KnownEntity& place = looks.world[known.readings[0].entity];
    return place.type == EntityType::place ? head->second + " of " + place.name : std::string();
}

} // namespace timeloom
