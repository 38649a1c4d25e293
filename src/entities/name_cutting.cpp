#include "entities/name_cutting.hpp"

#include "entities/common_bodies.hpp"
#include "entities/name_extent.hpp"

#include <algorithm>

namespace timeloom {

namespace {

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// "API de OpenAI" and "OpenAI-API" are named "OpenAI API".
void compose(const KnownEntity& owner, std::string_view noun, Candidate& product) {
    product.name = owner.name + " " + std::string(noun);
    product.hash = name_hash(product.name);
    product.doubtful = false;
}

void set_owner(const NameLooks& looks, const Candidate& known, Candidate& product) {
    const KnownEntity& entity = looks.world[known.readings[0].entity];
    if (entity.type == EntityType::organization)
        product.owner = known.readings[0].entity;
    if (entity.type == EntityType::product)
        product.owner = entity.owner;
}

/// Whether the last of the pieces [first, end) are a legal form, with others before it.
bool ends_company(const NameLooks& looks, std::size_t first, std::size_t end) {
    for (auto i = first + 1; i < end; ++i)
        if (legal_form_end(looks, i) == end)
            return true;
    return false;
}

/// "assessore ai Trasporti Vito Neri", "mayor of Brontia Ann Lee": a plain word behind an office and its
/// preposition, or any word before a given name there, tells of what the office is, and begins no name.
bool is_department(const NameLooks& looks, std::size_t i, std::size_t end) {
    if (i + 2 >= end)
        return false;
    const bool person = looks.is_given_name(i + 1);
    const bool plain = looks.words.is_plain_word(looks.pieces[i], looks.text);
    const auto known = looks.known_at(i);
    const bool place =
        !known.readings.empty() && looks.world[known.readings[0].entity].type == EntityType::place;
    if (!(person || plain) || !(person || known.readings.empty()) ||
        (looks.is_given_name(i) && !(person && (plain || place))))
        return false;
    constexpr auto joins = small_of | small_in | small_for | small_article | small_plural;
    auto office = i; // "ministre de la", "assessore regionale ai"
    while (office > 0 && i - office < 2 && looks.has(office - 1, joins))
        --office;
    return office < i &&
           (looks.title_before(office) > 0 || (office > 1 && looks.title_before(office - 1) > 0));
}

/// Titles and nationalities before a name are not part of it: past them. The body or place of an office
/// ("CEO di Brontix Anna Ruiz") is a name of its own.
std::size_t skip_titles(const NameLooks& looks, std::size_t begin, std::size_t end,
                        std::vector<Candidate>& out) {
    for (bool stripped = true; stripped && begin < end;) {
        stripped = false;
        if (const auto here = looks.known_at(begin); !here.readings.empty() && here.end > begin + 1)
            break;
        if (const auto length = looks.title_at(begin, end);
            length > 0 && begin + length < end && !looks.is_body_noun(begin + length, end)) {
            begin += length;
            stripped = true;
        } else if (begin + 1 < end &&
                   (looks.words.demonyms.contains(looks.pieces[begin].word) || looks.common(begin)) &&
                   (looks.known_at(begin).readings.empty()) &&
                   (looks.title_at(begin + 1, end) > 0 ||
                    (!looks.known_at(begin + 1).readings.empty() &&
                     !opens_with_nationality(looks, begin, end) &&
                     !tells_apart(looks, begin, looks.known_at(begin + 1))))) {
            ++begin;
            stripped = true;
        } else if (is_department(looks, begin, end)) {
            if (const auto known = looks.known_at(begin); !known.readings.empty())
                out.push_back(known);
            else if (!looks.words.is_plain_word(looks.pieces[begin], looks.text))
                add_unknown(looks, begin, begin + 1, out);
            ++begin;
            stripped = true;
        } else if (const auto word = looks.name_word(begin);
                   word && word->use == NameWordUse::before && begin + 1 < end &&
                   !looks.capital_for_a_name(begin) && looks.known_at(begin).readings.empty()) {
            ++begin;
            stripped = true;
        }
    }
    return begin;
}

/// "District Court Judge Robert Jones": where the office of a person begins in a run of words; `end` where
/// none does.
std::size_t office_within(const NameLooks& looks, std::size_t begin, std::size_t end) {
    for (auto i = begin + 1; i + 1 < end; ++i)
        if (const auto length = looks.title_at(i, end);
            length > 0 && i + length < end && looks.is_given_name(i + length))
            return i;
    return end;
}

} // namespace

bool add_product(const NameLooks& looks, std::size_t i, std::vector<Candidate>& out) {
    const auto noun = looks.words.product_noun(looks.pieces[i]);
    const auto text = looks.pieces[i].span.of(looks.text);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool several = text.size() > 2 && is_capital(text[0]) && is_capital(text[1]); // "APIs"
    if (noun.empty() || !(looks.striking(i) || several))
        return false;
    auto k = i + 1;
    while (k < looks.pieces.size() && k < i + 3 && looks.joined(k) &&
           looks.has(k, small_of | small_article) && !looks.pieces[k].capital)
        ++k;
    if (k >= looks.pieces.size() || !looks.joined(k))
        return false;
    auto known = looks.known_at(k);
    if (known.readings.empty())
        return false;
    const KnownEntity& entity = looks.world[known.readings[0].entity];
    if (entity.type != EntityType::organization && entity.type != EntityType::product)
        return false;
    Candidate product;
    product.first = static_cast<std::uint32_t>(i);
    product.end = known.end;
    compose(entity, noun, product);
    set_owner(looks, known, product);
    known.nested = true;
    out.push_back(product);
    out.push_back(known);
    return true;
}

void add_unknown(const NameLooks& looks, std::size_t begin, std::size_t end, std::vector<Candidate>& out) {
    while (begin < end && !looks.name_like(begin) && !looks.name_word(begin))
        ++begin;
    if (begin >= end)
        return;
    if (only_peoples(looks, begin, end))
        return;
    // a word of names, a letter or an amount ("16GB") alone is no name
    if (end == begin + 1 &&
        ((looks.name_word(begin) && !looks.coined_body(begin)) || code_points(looks.letters(begin)) < 2 ||
         !(looks.pieces[begin].capital || looks.pieces[begin].camel)))
        return;
    // "Amtsvorgänger John Bolton": what stands before the given name is no part of the person's name
    for (auto i = begin + 1; i + 1 < end; ++i) {
        const auto head = looks.name_word(i - 1);
        const bool police = looks.words.capital_nouns && head && head->local; // and a court, a fire brigade
        if (looks.pieces[i].gap != Gap::space || (head && !police))
            break;
        const bool acronym =
            i == begin + 1 && looks.pieces[begin].all_capitals && code_points(looks.letters(begin)) > 2;
        if (looks.is_given_name(i - 1) || code_points(looks.letters(i - 1)) < 3 ||
            (looks.striking(i - 1) && !acronym))
            break;
        const bool noun =
            looks.words.capital_nouns && looks.words.is_plain_word(looks.pieces[i - 1], looks.text);
        if (looks.is_given_name(i) && (noun || acronym || looks.common(i - 1))) {
            if (acronym)
                add_unknown(looks, begin, i, out);
            begin = i;
            break;
        }
    }
    Candidate c;
    c.first = static_cast<std::uint32_t>(begin);
    c.end = static_cast<std::uint32_t>(end);
    c.hash = looks.hash_of(begin, end);
    c.doubtful = looks.doubtful(begin, end) && !(end == begin + 1 && looks.coined_body(begin));
    out.push_back(c);
}

void split_run(const NameLooks& looks, std::size_t begin, std::size_t end, std::vector<Candidate>& out) {
    begin = skip_titles(looks, begin, end, out);
    if (begin >= end)
        return;

    if (const auto office = office_within(looks, begin, end); office < end) {
        split_run(looks, begin, office, out);
        return split_run(looks, office, end, out);
    }
    if (opens_with_nationality(looks, begin, end)) {
        add_unknown(looks, begin, end, out);
        out.back().doubtful = false;
        return;
    }
    auto at = begin;
    Candidate known = looks.known_at(at);
    while (known.readings.empty() && ++at < end && legal_form_end(looks, at) != end)
        known = looks.known_at(at);
    if (known.readings.empty())
        return add_unknown(looks, begin, end, out);
    const KnownEntity& entity = looks.world[known.readings[0].entity];
    const bool single = known.end == known.first + 1;

    // "Nelson Aragão": two names of places, but a person's
    if (at == begin && single && known.end + 1 == end && entity.type == EntityType::place &&
        looks.is_given_name(begin) && looks.pieces[begin + 1].gap == Gap::space &&
        !looks.striking(begin + 1) &&
        (looks.title_before(begin) > 0 || looks.world.is_family_name(looks.hash_of(begin + 1, end))))
        return add_unknown(looks, begin, end, out);
    // "ZF Friedrichshafen", "FC Köln": what of many places one has
    if (at == begin + 1 && known.end == end && entity.type == EntityType::place && at < end &&
        looks.pieces[begin].all_capitals && !looks.pieces[begin].heading && !looks.pieces[at].all_capitals &&
        looks.pieces[at].gap == Gap::space && code_points(looks.letters(begin)) < 5) {
        add_unknown(looks, begin, end, out);
        out.back().votes[static_cast<std::size_t>(EntityType::organization)] += 4;
        known.nested = true;
        out.push_back(known);
        return;
    }
    if (at == begin + 1 && known.end == end && !looks.pieces[begin].heading &&
        tells_apart(looks, begin, known))
        return add_unknown(looks, begin, end, out);
    if (at > begin) {
        // "Atlético Ribera": not the known person of that surname
        if (single && entity.type == EntityType::person && known.end == end && !looks.may_be_plain(begin) &&
            !looks.pieces[begin].heading && !looks.common(at - 1) && !looks.words.capital_nouns &&
            looks.pieces[at].gap == Gap::space)
            return add_unknown(looks, begin, end, out);
        const bool given = looks.is_given_name(begin);
        if (given && single && known.end <= end && !looks.striking(at)) { // "Melania Trump", "Tim Apple"
            auto stop = known.end;
            while (stop < end && looks.name_like(stop) && looks.known_at(stop).readings.empty())
                ++stop;
            add_unknown(looks, begin, stop, out);
            if (stop < end)
                split_run(looks, stop, end, out);
            return;
        }
        // "the Serious Fraud Office": a noun of bodies that is a product's name too
        if (const auto noun = looks.name_word(at); single && known.end >= end && noun &&
                                                   noun->type == EntityType::organization &&
                                                   entity.type != EntityType::organization &&
                                                   !looks.pieces[begin].first && !looks.pieces[begin].heading)
            return add_unknown(looks, begin, end, out);
        bool words_of_names = false;
        for (auto i = begin; i < at; ++i) {
            const auto word = looks.name_word(i);
            words_of_names |= word && word->use != NameWordUse::before;
        }
        const bool plain = looks.may_be_plain(begin) || (single && entity.type != EntityType::organization &&
                                                         entity.type != EntityType::place);
        if ((words_of_names || (single && !plain)) && known.end >= end) { // "Grupo Santander"
            add_unknown(looks, begin, end, out);
            known.nested = true;
            out.push_back(known);
            return;
        }
        if (!looks.may_be_plain(begin))
            add_unknown(looks, begin, at, out);
        return split_run(looks, at, end, out);
    }
    const auto rest = known.end;
    if (known.cut && looks.words.capital_nouns && rest < end) { // a genitive: "Microsofts Angebot"
        out.push_back(known);
        return split_run(looks, rest, end, out);
    }
    if (rest >= end) {
        out.push_back(known);
        return;
    }
    const bool version =
        rest + 1 < end && looks.name_word(rest + 1) && looks.name_word(rest + 1)->type == EntityType::product;
    const bool number = looks.pieces[rest].number && entity.type != EntityType::product && !version;
    const bool acronym = !single && rest + 1 == end && looks.pieces[rest].all_capitals &&
                         entity.type == EntityType::organization;
    // "Texas Eastern Corp."
    if (single && at == begin && entity.type == EntityType::place && ends_company(looks, rest, end)) {
        add_unknown(looks, begin, end, out);
        known.nested = true;
        out.push_back(known);
        return;
    }
    // "Democratic Party of Brontia", "National Bank of Brontia": another body than the one without "of"
    if (entity.type == EntityType::organization && looks.has(rest, small_of | small_for)) {
        add_unknown(looks, begin, end, out);
        out.back().doubtful = false;
        return;
    }
    const bool title = number || acronym || looks.title_at(rest, end) > 0;
    const bool person_follows = end - rest >= 2 && entity.type != EntityType::person &&
                                looks.is_given_name(rest) && !looks.common(rest);
    if (single && at == begin && entity.type == EntityType::place && looks.known_at(rest).end == end &&
        tells_apart(looks, begin, looks.known_at(rest))) {
        add_unknown(looks, begin, end, out);
        known.nested = true;
        out.push_back(known);
        return;
    }
    // "the National Congress": a noun of bodies that is a known name too
    if (single && at == begin && looks.words.openings.find(looks.pieces[begin].word) &&
        looks.is_body_noun(rest, end) && !looks.pieces[begin].first && !looks.pieces[begin].heading) {
        add_unknown(looks, begin, end, out);
        out.back().doubtful = false;
        return;
    }
    const bool known_beside = !looks.known_at(rest).readings.empty() && legal_form_end(looks, rest) != end;
    if (title || person_follows || known_beside || !looks.joined(rest) ||
        (looks.pieces[rest].hyphen && looks.common(rest))) {
        out.push_back(known);
        return split_run(looks, rest, end, out);
    }
    // a known name that goes on: "Apple Corps", "OpenAI API", "iPhone 3GS", "California Highway Patrol"
    if (single && entity.type == EntityType::person && !looks.pieces[rest].number)
        return add_unknown(looks, known.first, end, out);
    if (!single && entity.type == EntityType::person) {
        out.push_back(known);
        return split_run(looks, rest, end, out);
    }
    auto stop = rest + 1;
    while (stop < end && (looks.known_at(stop).readings.empty() || looks.has(stop - 1, small_of | small_for)))
        ++stop; // "National Bank of Brontia"
    add_unknown(looks, known.first, stop, out);
    if (!out.empty() && out.back().end == stop) {
        out.back().doubtful = false;
        const auto noun = looks.words.product_noun(looks.pieces[rest]);
        if (stop == rest + 1 && !noun.empty())
            compose(entity, noun, out.back());
        const bool legal = looks.world.is_legal_form(looks.hash_of(rest, stop));
        if (legal) {
            out.back().readings = known.readings;
        } else {
            set_owner(looks, known, out.back());
            auto& votes = out.back().votes;
            if (entity.type == EntityType::product || entity.type == EntityType::project)
                votes[static_cast<std::size_t>(EntityType::product)] += 2;
            if (entity.type == EntityType::place)
                votes[static_cast<std::size_t>(EntityType::organization)] += 2;

            known.nested = true;
            out.push_back(known);
        }
    }
    if (stop < end)
        split_run(looks, stop, end, out);
}

} // namespace timeloom
