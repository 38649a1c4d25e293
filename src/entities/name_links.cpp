#include "entities/name_links.hpp"

#include "base/utf8.hpp"
#include "entities/name_spelling.hpp"

#include <algorithm>
#include <unordered_map>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

/// Whether the text says no more of a name that it is a person's than that it is a body's: "Brandt" of
/// "Brandt Robotics", though many are called so.
bool only_listed(const NameGroup& group) {
    constexpr std::uint16_t told = 3;
    return group.votes[static_cast<std::size_t>(EntityType::person)] <
           told + group.votes[static_cast<std::size_t>(EntityType::organization)];
}

} // namespace

void link_acronyms(NameGroups& n) {
    for (std::uint32_t i = 0; i + 1 < n.candidates.size(); ++i) {
        std::uint32_t j = i + 1;
        while (j < n.candidates.size() && n.candidates[j].first < n.candidates[i].end)
            ++j;
        if (j >= n.candidates.size() || n.candidates[j].first != n.candidates[i].end ||
            n.candidates[i].nested)
            continue;
        const auto between = n.r.text.substr(n.r.pieces[n.candidates[i].end - 1].span.end,
                                             n.r.pieces[n.candidates[j].first].span.begin -
                                                 n.r.pieces[n.candidates[i].end - 1].span.end);
        if (between != " (" && between != " („" && between != " (\"")
            continue;
        const bool i_short = n.candidates[i].end == n.candidates[i].first + 1 &&
                             n.r.pieces[n.candidates[i].first].all_capitals;
        const bool j_short = n.candidates[j].end == n.candidates[j].first + 1 &&
                             n.r.pieces[n.candidates[j].first].all_capitals;
        if (i_short == j_short)
            continue;
        const auto full = n.root(n.group_of[i_short ? j : i]), acronym = n.root(n.group_of[i_short ? i : j]);
        if (full == acronym)
            continue;
        const Candidate& name = n.candidates[i_short ? j : i];
        if (n.groups[full].known != none && n.groups[acronym].known != none)
            continue;
        if (n.type_of(n.groups[full]) == EntityType::person)
            continue; // "Eva Kern (SPD)": her party
        if (n.groups[full].known == none && n.groups[acronym].known != none) {
            if (name.end - name.first > 1)
                n.adopt(full, acronym);
            continue;
        }
        // the letters of the acronym begin words of the name, in order
        const auto letters = n.r.pieces[n.candidates[i_short ? i : j].first].span.of(n.r.text);
        std::size_t matched = 0;
        for (auto p = name.first; p < name.end && matched < letters.size(); ++p) {
            const auto word = n.letters(p);
            for (const char c :
                 word.substr(0, n.r.pieces[p].camel || n.r.pieces[p].all_capitals ? word.size() : 1))
                if (matched < letters.size() && (c & ~32) == letters[matched])
                    ++matched;
        }
        if (matched + 1 >= letters.size() || name.end - name.first > 1)
            n.adopt(acronym, full);
    }
}

void link_endings(NameGroups& n) {
    std::unordered_map<std::uint64_t, std::uint32_t> by_hash;
    for (std::uint32_t g = 0; g < n.groups.size(); ++g)
        if (n.groups[g].known == none)
            by_hash.emplace(n.candidates[n.groups[g].longest].hash, g);
    for (std::uint32_t g = 0; g < n.groups.size(); ++g) {
        if (n.groups[g].known != none)
            continue;
        const Candidate& c = n.candidates[n.groups[g].longest];
        const auto last = n.letters(c.end - 1);
        for (const auto& ending : n.r.words.name_endings) {
            if (last.size() < ending.size() + 3 || !last.ends_with(ending))
                continue;
            const auto stem =
                extend_name_hash(n.hash_of(c.first, c.end - 1), last.substr(0, last.size() - ending.size()));
            if (const auto at = by_hash.find(stem); at != by_hash.end() && at->second != g)
                n.adopt(g, at->second);
        }
    }
}

void link_variants(NameGroups& n) {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> persons; // by last word
    const auto length = [&](const NameGroup& x) { return n.fullest(x).end - n.fullest(x).first; };
    const auto given = [&](const NameGroup& x) { return fold_case(n.letters(n.fullest(x).first)); };
    for (std::uint32_t g = 0; g < n.groups.size(); ++g) {
        const NameGroup& group = n.groups[g];
        if (!group.confirmed || group.parent != none || length(group) < 2 ||
            n.type_of(group) != EntityType::person)
            continue;
        auto& namesakes = persons[n.r.pieces[n.fullest(group).end - 1].word];
        const auto same = std::find_if(namesakes.begin(), namesakes.end(), [&](auto other) {
            const bool both_known = group.known != none && n.groups[other].known != none;
            return !both_known && same_given_name(given(group), given(n.groups[other]));
        });
        if (same == namesakes.end()) {
            namesakes.push_back(g);
            continue;
        }
        const NameGroup& other = n.groups[*same];
        const bool leads = group.known != none || (other.known == none && length(group) > length(other));
        n.adopt(leads ? *same : g, leads ? g : *same);
        if (leads)
            *same = g;
    }
}

/// "la empresa Taboada", beside the person Xoán Taboada: what a noun before it calls a body.
bool surely_body(const NameGroup& group) {
    constexpr std::uint16_t told = 5; // by a noun right before it
    return group.votes[static_cast<std::size_t>(EntityType::organization)] >=
           told + group.votes[static_cast<std::size_t>(EntityType::person)];
}

void link_short_forms(NameGroups& n) {
    struct Part {
        std::uint32_t group;
        bool prefix;
        bool own; ///< no preposition or article before it, as in "Bank of Ireland"
    };
    std::unordered_map<std::uint64_t, std::vector<Part>> parts;
    for (std::uint32_t g = 0; g < n.groups.size(); ++g) {
        if (!n.groups[g].confirmed || n.groups[g].parent != none)
            continue;
        const Candidate& c = n.candidates[n.groups[g].longest];
        if (c.end - c.first < 2 || c.end - c.first > 8)
            continue;
        auto form = c.first + 1; // where the legal form begins
        while (form < c.end && !n.r.world.is_legal_form(n.hash_of(form, c.end)))
            ++form;
        for (auto cut = c.first + 1; cut < c.end; ++cut) {
            const bool own = n.r.words.small(n.r.pieces[cut - 1]) == 0;
            parts[n.hash_of(c.first, cut)].push_back({g, true, true});
            parts[n.hash_of(cut, c.end)].push_back({g, false, own});
            if (cut < form && form < c.end)
                parts[n.hash_of(cut, form)].push_back({g, false, own});
        }
    }
    for (std::uint32_t g = 0; g < n.groups.size(); ++g) {
        NameGroup& shorter = n.groups[g];
        if (shorter.parent != none)
            continue;
        const Candidate& c = n.candidates[shorter.longest];
        auto at = parts.find(c.hash);
        if (at == parts.end() && !shorter.confirmed) {
            const auto last = n.letters(c.end - 1);
            for (const auto& ending : n.r.words.name_endings)
                if (at == parts.end() && last.size() > ending.size() + 2 && last.ends_with(ending))
                    at = parts.find(extend_name_hash(n.hash_of(c.first, c.end - 1),
                                                     last.substr(0, last.size() - ending.size())));
        }
        if (at == parts.end())
            continue;
        const bool common = c.end == c.first + 1 && n.r.words.common.contains(n.r.pieces[c.first].word);
        const auto own = n.type_of(shorter);
        std::uint32_t best = none;
        for (const auto& part : at->second) {
            const NameGroup& longer = n.groups[part.group];
            if (part.group == g || longer.parent == g)
                continue;
            const auto type = n.type_of(longer);
            bool fits = false;
            if (type == EntityType::person)
                fits = (shorter.known == none || own == EntityType::person || own == EntityType::place ||
                        own == EntityType::product || n.r.world[shorter.known].prominence > 1) &&
                       !(common && part.prefix) && (shorter.known == none || !part.prefix) &&
                       !surely_body(shorter);
            else if (type == EntityType::organization) // "Brontix" of "Brontix Shipping", "Cantieri Brontix"
                fits = shorter.known == none && (own != EntityType::person || only_listed(shorter)) &&
                       (part.prefix ? !common : common || (part.own && own != EntityType::place));
            else if (type == EntityType::place) // "Bréval" for "Bréval-sur-Orne"
                fits = shorter.known == none && part.prefix && !common &&
                       shorter.votes[static_cast<std::size_t>(EntityType::person)] == 0;
            else if (type == EntityType::product)
                fits = shorter.known == none && !part.prefix && !common;
            if (!fits)
                continue;
            // of several, the last one named before
            const auto named = [&](std::uint32_t group) {
                return n.candidates[n.groups[group].members.front()].first;
            };
            if (best == none ||
                (named(part.group) < c.first && (named(best) > c.first || named(part.group) > named(best))))
                best = part.group;
        }
        if (best == none)
            continue;
        // a surname of two persons in the document stays with the known one
        n.adopt(g, best);
        shorter.confirmed = true;
    }
}

void weigh_company(NameGroups& n) {
    constexpr std::uint16_t weight = 3;
    for (std::size_t i = 0; i + 1 < n.candidates.size(); ++i) {
        const Candidate &one = n.candidates[i], &other = n.candidates[i + 1];
        if (one.nested || other.nested || other.first != one.end + 1 ||
            !(n.r.words.small(n.r.pieces[one.end]) & small_and) || n.r.pieces[one.end].gap != Gap::space ||
            n.r.pieces[other.first].gap != Gap::space)
            continue;
        NameGroup &a = n.groups[n.root(n.group_of[i])], &b = n.groups[n.root(n.group_of[i + 1])];
        if ((a.known == none) == (b.known == none))
            continue;
        const auto type = n.type_of(a.known == none ? b : a);
        auto& votes = (a.known == none ? a : b).votes;
        if (votes[heaviest(votes)] < weight &&
            (type == EntityType::person || type == EntityType::organization || type == EntityType::place))
            votes[static_cast<std::size_t>(type)] += weight;
    }
}

void link_seats(NameGroups& n) {
    for (std::uint32_t g = 0; g < n.groups.size(); ++g) {
        if (n.groups[g].known == none || n.groups[g].parent != none || !n.groups[g].confirmed)
            continue;
        const auto resident = n.r.world.resident(n.groups[g].known);
        if (resident == none || n.groups[g].votes[static_cast<std::size_t>(EntityType::place)] > 0)
            continue;
        for (std::uint32_t other = 0; other < n.groups.size(); ++other)
            if (n.groups[other].known == resident && n.groups[other].confirmed) {
                n.adopt(g, other);
                break;
            }
    }
}

} // namespace timeloom
