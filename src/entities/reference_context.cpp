#include "entities/reference_context.hpp"

#include "entities/entity_types.hpp"
#include "entities/people.hpp"

#include <algorithm>

namespace timeloom {

ReferenceContext::ReferenceContext(const SpotterText& reading, NamedEntities& named)
    : r(reading), names(named), pieces(reading.pieces), covering_(pieces.size(), unknown_entity) {
    for (std::uint32_t m = 0; m < names.mentions.size(); ++m) {
        const auto& mention = names.mentions[m];
        for (const auto i : {mention.first, mention.end - 1})
            if (const auto word = r.words.name_word(pieces[i], r.text);
                word && word->use == NameWordUse::head && word->type == EntityType::organization &&
                !names_business(i))
                institutions_.insert(mention.entity);
        for (auto i = mention.first; i < mention.end; ++i)
            if (covering_[i] == unknown_entity)
                covering_[i] = m;
    }
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].sentence >= sentence_start_.size())
            sentence_start_.resize(pieces[i].sentence + 1, i);
        if (i == 0 || pieces[i].sentence != pieces[i - 1].sentence)
            sentence_start_[pieces[i].sentence] = i;
    }
    learn_standing();
    learn_roles();
    learn_kinds();
    learn_bodies();
}

/// "Banco Brontix", "Companhia de …": a company by the noun of its name.
bool ReferenceContext::names_business(std::size_t i) const {
    const auto match = r.words.descriptions_index.at(pieces, i, i + 1);
    if (match.length == 0)
        return false;
    const auto& noun = r.words.descriptions[match.value];
    return noun.type == EntityType::organization &&
           (noun.kinds == 0 || (noun.kinds & (business_kinds | bit_of(Body::company))) != 0);
}

/// Of which bodies the noun right before a piece is said: "the newspaper Brontix".
BodyKinds ReferenceContext::said_before(std::size_t end) const {
    const auto match = r.words.descriptions_index.before(pieces, end);
    const auto kinds = match.length > 0 ? r.words.descriptions[match.value].kinds : 0;
    return (kinds & bit_of(Body::company)) == 0 ? kinds : 0; // "group" tells nothing of what it is
}

/// By what the tables know, else by nouns in the name or right before it.
void ReferenceContext::learn_bodies() {
    bodies_.resize(names.entities.size());
    for (std::size_t e = 0; e < bodies_.size(); ++e)
        if (const auto known = names.entities[e].known; known != unknown_entity)
            bodies_[e] = r.world[known].kinds;
    for (const auto& m : names.mentions) {
        if (m.nested || !is(m.entity, EntityType::organization) ||
            names.entities[m.entity].known != unknown_entity)
            continue;
        if (m.first > 0 && pieces[m.first].gap == Gap::space)
            bodies_[m.entity] |= said_before(m.first);
        for (auto i = m.first; m.end > m.first + 1 && i < m.end; ++i)
            bodies_[m.entity] |= said_before(i + 1);
    }
}

/// Nouns that a body may be called by: those of names in its name, and the one before it.
void ReferenceContext::learn_kinds() {
    for (const auto& m : names.mentions) {
        if (m.nested || !is(m.entity, EntityType::organization))
            continue;
        for (auto i = m.first; m.end > m.first + 1 && i < m.end; ++i)
            if (const auto word = r.words.name_word(pieces[i], r.text);
                word && word->type == EntityType::organization)
                kinds_.emplace(stem(i), m.entity);
        for (auto i = m.first; r.words.capital_nouns && i < m.end; ++i)
            compounds_.emplace_back(i, m.entity);
        if (m.first == 0 || pieces[m.first].gap != Gap::space || has(m.first - 1, ~0u))
            continue;
        const auto* kind = r.words.common.find(pieces[m.first - 1].word);
        const bool article = m.first > 1 && goes_on(m.first - 1) && has(m.first - 2, small_article);
        if ((kind && *kind == 'n') || (!kind && article) || r.words.name_word(pieces[m.first - 1], r.text))
            kinds_.emplace(stem(m.first - 1), m.entity);
    }
}

bool ReferenceContext::ends_kind_of(std::size_t i, std::uint32_t entity) const {
    constexpr std::size_t least = 3; // bytes of what stands before the noun
    const auto noun = pieces[i].span.of(r.text);
    const auto for_body = [&](std::size_t piece) {
        const auto word = r.words.name_word(pieces[piece], r.text);
        return word && word->type == EntityType::organization;
    };
    if (noun.size() < least || !pieces[i].capital)
        return false;
    const bool known = for_body(i);
    return std::any_of(compounds_.begin(), compounds_.end(), [&](const auto& compound) {
        const auto word = pieces[compound.first].span.of(r.text);
        return (entity == unknown_entity || compound.second == entity) &&
               word.size() >= noun.size() + least && word.ends_with(noun.substr(1)) &&
               (word[word.size() - noun.size()] | 0x20) == (noun[0] | 0x20) &&
               (known || for_body(compound.first));
    });
}

bool ReferenceContext::ends_kind(std::size_t i) const {
    return ends_kind_of(i, unknown_entity);
}

bool ReferenceContext::names_kind(std::uint64_t stem) const {
    const auto at = kinds_.lower_bound({stem, 0});
    return at != kinds_.end() && at->first == stem;
}

bool ReferenceContext::names_kind_of(std::uint64_t stem, std::uint32_t entity) const {
    return kinds_.contains({stem, entity});
}

/// What was said of whom: "the startup Brontix", "Ana Ruiz, director of".
void ReferenceContext::learn_roles() {
    for (const auto& m : names.mentions) {
        if (m.first > 0 && (pieces[m.first].gap == Gap::space || pieces[m.first].hyphen ||
                            pieces[m.first].gap == Gap::comma))
            if (!has(m.first - 1, ~0u))
                roles_[stem(m.first - 1)].push_back(m.entity);
        if (is(m.entity, EntityType::person) && r.words.title_before(pieces, m.first, r.text) > 0)
            titled_.insert(m.entity);
        if (m.end < pieces.size() && pieces[m.end].gap == Gap::comma &&
            pieces[m.end].sentence == pieces[m.first].sentence)
            for (auto i = m.end;
                 i < m.end + 4 && i < pieces.size() && pieces[i].sentence == pieces[m.first].sentence; ++i) {
                if (i > m.end && has(i, small_article) && !has(i - 1, small_of))
                    break; // "Ana Ruiz, a quien el abogado acusó": somebody else
                if (!has(i, ~0u) && (!pieces[i].capital || r.words.capital_nouns))
                    roles_[stem(i)].push_back(m.entity);
                if (is(m.entity, EntityType::person) && title_at(i) > 0)
                    titled_.insert(m.entity);
            }
    }
    for (auto& [noun, entities] : roles_) {
        std::sort(entities.begin(), entities.end());
        entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    }
}

bool ReferenceContext::said_of(std::uint64_t stem, std::uint32_t entity) const {
    const auto at = roles_.find(stem);
    return at != roles_.end() && std::binary_search(at->second.begin(), at->second.end(), entity);
}

std::size_t ReferenceContext::past_of(std::size_t i) const {
    auto k = i + 1;
    while (goes_on(k) && has(k, small_article | small_of))
        ++k;
    return k;
}

std::uint32_t ReferenceContext::entity_of_known(std::uint32_t known) {
    for (std::uint32_t e = 0; e < names.entities.size(); ++e)
        if (names.entities[e].known == known)
            return e;
    const KnownEntity& entity = r.world[known];
    NamedEntity added;
    added.name = entity.name;
    added.known = known;
    added.owner = entity.owner;
    added.votes[static_cast<std::size_t>(entity.type)] = 8;
    names.entities.push_back(std::move(added));
    standing_.push_back(0);
    return static_cast<std::uint32_t>(names.entities.size() - 1);
}

std::uint32_t ReferenceContext::entity_named(const std::string& name, EntityType type) {
    if (const auto known = r.world.find(name); known != unknown_entity && r.world[known].type == type)
        return entity_of_known(known);
    for (std::uint32_t e = 0; e < names.entities.size(); ++e)
        if (names.entities[e].known == unknown_entity && names.entities[e].name == name)
            return e;
    NamedEntity added;
    added.name = name;
    added.votes[static_cast<std::size_t>(type)] = 8;
    names.entities.push_back(std::move(added));
    standing_.push_back(0);
    return static_cast<std::uint32_t>(names.entities.size() - 1);
}

std::uint32_t ReferenceContext::owner_of(std::uint32_t entity) {
    const NamedEntity& named = names.entities[entity];
    if (named.type() == EntityType::place)
        return named.known == unknown_entity || r.world.resident(named.known) == unknown_entity
                   ? unknown_entity
                   : entity_of_known(r.world.resident(named.known));
    if (named.owner == unknown_entity || r.world[named.owner].type != EntityType::organization)
        return unknown_entity;
    return entity_of_known(named.owner);
}

/// By how often the document names an entity beside the others of its type, and whether its title does.
void ReferenceContext::learn_standing() {
    std::vector<int> counts(names.entities.size(), 0), most(entity_type_spellings.size(), 1);
    std::vector<bool> titled(names.entities.size(), false);
    for (const auto& m : names.mentions) {
        const auto type = static_cast<std::size_t>(names.entities[m.entity].type());
        most[type] = std::max(most[type], ++counts[m.entity]);
        titled[m.entity] = titled[m.entity] || pieces[m.first].sentence == pieces[0].sentence;
    }
    for (std::size_t e = 0; e < counts.size(); ++e)
        standing_.push_back(4 * counts[e] / most[static_cast<std::size_t>(names.entities[e].type())] +
                            (titled[e] ? 2 : 0));
    for (std::uint32_t e = 0; e < standing_.size(); ++e)
        if (standing_[e] == 6)
            topics_.push_back(e);
}

int ReferenceContext::salience(const Antecedent& candidate, std::uint32_t sentence) const {
    return 10 - 3 * static_cast<int>(sentence - candidate.sentence) + (candidate.leads ? 3 : 0) -
           (candidate.owns ? 2 : 0) + standing_[candidate.entity];
}

std::string_view ReferenceContext::country_of(std::uint32_t entity) const {
    const auto known = names.entities[entity].known;
    return known == unknown_entity ? std::string_view() : std::string_view(r.world[known].country);
}

std::uint32_t ReferenceContext::antecedent(std::size_t at, const Description& description, std::uint64_t stem,
                                           std::string_view country) const {
    const auto sentence = pieces[at].sentence;
    // "the bank", "the union"; a ministry is no company
    const auto fits = [&](std::uint32_t entity) {
        if (!is(entity, description.type) || description.type != EntityType::organization)
            return 0;
        return fitness(description.kinds, kinds_of(entity));
    };
    const auto may_be = [&](std::uint32_t entity) {
        return is(entity, description.type) && (!is_institution(entity) || fits(entity) > 0);
    };
    // "the French carmaker"
    const auto home = [&](std::uint32_t entity) {
        const auto own = country_of(entity);
        return country.empty() || own.empty() ? 0 : own == country ? 5 : -20;
    };
    std::uint32_t best = unknown_entity;
    int best_score = 0;
    for (auto it = said.rbegin(); it != said.rend() && it->sentence + antecedent_window >= sentence; ++it) {
        if (!may_be(it->entity))
            continue;
        int score = salience(*it, sentence) + fits(it->entity);
        score += said_of(stem, it->entity) ? 4 : 0;
        score += home(it->entity);
        if (score > best_score) {
            best_score = score;
            best = it->entity;
        }
    }
    // what the whole article is about can be meant from afar
    for (const auto entity : topics_) {
        const int score = 10 - 3 * static_cast<int>(antecedent_window) + standing_[entity] +
                          (said_of(stem, entity) ? 4 : 0) + home(entity) + fits(entity);
        if (may_be(entity) && score > best_score) {
            best_score = score;
            best = entity;
        }
    }
    return best;
}

std::uint32_t ReferenceContext::only_one(std::size_t at, bool persons, bool organizations) const {
    const auto sentence = pieces[at].sentence;
    for (const auto there : {sentence, sentence - 1}) {
        std::uint32_t one = unknown_entity, leader = unknown_entity;
        bool several = false;
        for (auto it = said.rbegin(); it != said.rend() && it->sentence >= there; ++it) {
            if (it->sentence != there)
                continue;
            const auto type = names.entities[it->entity].type();
            if (!((type == EntityType::person && persons) ||
                  (type == EntityType::organization && organizations)))
                continue;
            several |= one != unknown_entity && one != it->entity;
            one = it->entity;
            if (it->leads)
                leader = it->entity;
        }
        if (one != unknown_entity)
            return several ? leader : one;
        if (there == 0)
            break;
    }
    return unknown_entity;
}

/// Whether a name has a verb right behind it and no preposition before it: "Bosch sold", "Bosch a vendu".
bool ReferenceContext::does(const Antecedent& name) const {
    const auto kind_at = [&](std::size_t i) {
        const auto* kind = goes_on(i) ? r.words.common.find(pieces[i].word) : nullptr;
        return kind ? *kind : ' ';
    };
    if (name.owns || (name.first > 0 && has(name.first - 1, small_of | small_for | small_in | small_by)))
        return false;
    const auto kind = kind_at(name.end);
    return kind == 'v' || ((kind == 'f' || kind == ' ') && goes_on(name.end) && !pieces[name.end].capital &&
                           r.words.small(pieces[name.end]) == 0 && kind_at(name.end + 1) == 'v');
}

std::uint32_t ReferenceContext::owner(std::size_t at, bool persons, bool organizations) const {
    for (auto it = said.rbegin(); it != said.rend() && it->sentence == pieces[at].sentence; ++it) {
        const auto type = names.entities[it->entity].type();
        if (((type == EntityType::person && persons) ||
             (type == EntityType::organization && organizations)) &&
            does(*it))
            return it->entity;
    }
    // "The president called off his visit": whose it is was said, by no name
    for (std::size_t k = sentence_start_[pieces[at].sentence]; persons && k + 1 < at; ++k) {
        if (!has(k, small_article) || name_at(k) != unknown_entity || !goes_on(k + 1))
            continue;
        const auto noun = r.words.persons.at(pieces, k + 1, std::min(k + 7, pieces.size()), r.text);
        const auto referred = [&](const Reference& reference) {
            return reference.first <= k + 1 && k < reference.end;
        };
        if (noun.length > 0 && !noun.many && named_behind(*this, k + 1 + noun.length) == unknown_entity &&
            std::none_of(found.begin(), found.end(), referred))
            return unknown_entity;
    }
    return only_one(at, persons, organizations);
}

std::uint32_t ReferenceContext::last_said(std::size_t at, std::uint32_t types) const {
    for (auto it = said.rbegin(); it != said.rend() && it->sentence + 1 >= pieces[at].sentence; ++it)
        if ((types >> unsigned(names.entities[it->entity].type()) & 1U) && !is_institution(it->entity))
            return it->entity;
    return unknown_entity;
}

std::uint32_t ReferenceContext::speaker(std::size_t at) const {
    const auto sentence = pieces[at].sentence;
    for (auto it = said.rbegin(); it != said.rend() && it->sentence + antecedent_window >= sentence; ++it)
        if (is(it->entity, EntityType::person))
            return it->entity;
    return unknown_entity;
}

void ReferenceContext::hear(const NameMention& mention) {
    const auto sentence = pieces[mention.first].sentence;
    const auto begin = mention.first, end = mention.end;
    const bool genitive = end < pieces.size() && pieces[end].gap == Gap::none && !pieces[end].hyphen &&
                          pieces[end].span.length() == 1; // "Brontix's"
    const bool led = !said.empty() && said.back().sentence == sentence &&
                     names.entities[said.back().entity].type() == names.entities[mention.entity].type();
    auto before = begin; // past articles, "the bank" and the like
    while (before > sentence_start_[sentence] && goes_on(before) &&
           has(before - 1, small_article | small_indefinite | small_determiner))
        --before;
    const bool behind = before > sentence_start_[sentence] && goes_on(before) &&
                        r.words.prepositions.find(pieces[before - 1].word);
    said.push_back({begin, end, mention.entity, sentence,
                    begin < sentence_start_[sentence] + 4 && !led && !behind, genitive || behind});
}

void ReferenceContext::refer(std::size_t first, std::size_t end, std::uint32_t entity, MentionKind kind,
                             bool group) {
    found.push_back(
        {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), entity, kind, group});
}

} // namespace timeloom
