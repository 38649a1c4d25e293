#include "entities/references.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;
constexpr std::uint32_t window = 3; ///< sentences back that an antecedent may stand

class Referrer {
  public:
    Referrer(const SpotterText& reading, NamedEntities& names);
    std::vector<Reference> run();

  private:
    /// A mention that later words may refer to.
    struct Antecedent {
        std::uint32_t first, end, entity, sentence;
        bool leads; ///< among the first words of its sentence: most often the subject
    };

    bool has(std::size_t i, std::uint32_t role) const {
        return i < p_.size() && (r_.words.small(p_[i]) & role) != 0;
    }
    bool goes_on(std::size_t i) const {
        return i < p_.size() && (p_[i].gap == Gap::space || p_[i].gap == Gap::none) &&
               p_[i].sentence == p_[i - 1].sentence;
    }
    std::uint32_t name_at(std::size_t i) const { return i < p_.size() ? covering_[i] : none; }

    std::size_t describe(std::size_t i);
    std::size_t describe_several(std::size_t i);
    std::size_t refer_to_role(std::size_t i, std::size_t at);
    bool is(std::uint32_t entity, EntityType type) const { return names_.entities[entity].type() == type; }
    std::size_t role_beside_name(std::size_t i);
    std::size_t pronoun(std::size_t i);
    void learn_roles();

    std::optional<std::pair<std::size_t, Description>> noun_at(std::size_t i) const;
    std::uint32_t owner_of(std::uint32_t entity);
    std::uint32_t entity_of_known(std::uint32_t known);
    std::uint32_t antecedent(std::size_t at, EntityType type, std::uint64_t noun) const;
    std::uint32_t only_one(std::size_t at, bool persons, bool organizations) const;
    void hear(const NameMention& mention) {
        const auto sentence = p_[mention.first].sentence;
        said_.push_back({mention.first, mention.end, mention.entity, sentence,
                         mention.first < sentence_start_[sentence] + 4});
    }
    bool is_institution(std::uint32_t entity) const { return institutions_.contains(entity); }
    void say(std::size_t first, std::size_t end, std::uint32_t entity, MentionKind kind, bool group = false);

    const SpotterText& r_;
    NamedEntities& names_;
    std::span<const Piece> p_;
    std::vector<std::uint32_t> covering_; ///< piece → outermost name mention over it
    std::vector<Antecedent> said_;        ///< by position
    std::vector<std::uint32_t> sentence_start_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>
        roles_; ///< word → entities that it was said of
    std::vector<std::uint32_t> counts_;
    std::unordered_set<std::uint32_t> institutions_; ///< ministries, courts, universities: no company

    std::vector<Reference> out_;
};

Referrer::Referrer(const SpotterText& reading, NamedEntities& names)
    : r_(reading), names_(names), p_(reading.pieces), covering_(p_.size(), none),
      counts_(names.entities.size(), 0) {
    for (std::uint32_t m = 0; m < names_.mentions.size(); ++m) {
        const auto& mention = names_.mentions[m];
        ++counts_[mention.entity];
        if (const auto word = r_.words.name_word(p_[mention.first], r_.text);
            word && word->use == NameWordUse::head)
            institutions_.insert(mention.entity);
        for (auto i = mention.first; i < mention.end; ++i)
            if (covering_[i] == none)
                covering_[i] = m;
    }
    for (std::uint32_t i = 0; i < p_.size(); ++i) {
        if (p_[i].sentence >= sentence_start_.size())
            sentence_start_.resize(p_[i].sentence + 1, i);
        if (i == 0 || p_[i].sentence != p_[i - 1].sentence)
            sentence_start_[p_[i].sentence] = i;
    }
}

/// The noun of a description at piece i, with its length.
std::optional<std::pair<std::size_t, Description>> Referrer::noun_at(std::size_t i) const {
    if (const auto match = r_.words.descriptions_index.at(p_, i, std::min(p_.size(), i + 4));
        match.length > 0)
        return std::pair{static_cast<std::size_t>(match.length), r_.words.descriptions[match.value]};
    if (!r_.words.description_endings.empty() && p_[i].span.length() > 6) {
        const auto word = r_.words.fold(p_[i], r_.text);
        for (const auto& [ending, description] : r_.words.description_endings)
            if (word.size() > ending.size() + 1 && word.ends_with(ending))
                return std::pair{std::size_t{1}, description};
    }
    return std::nullopt;
}

std::uint32_t Referrer::entity_of_known(std::uint32_t known) {
    for (std::uint32_t e = 0; e < names_.entities.size(); ++e)
        if (names_.entities[e].known == known)
            return e;
    const KnownEntity& entity = r_.world[known];
    NamedEntity added;
    added.name = entity.name;
    added.known = known;
    added.owner = entity.owner;
    added.votes[static_cast<std::size_t>(entity.type)] = 8;
    names_.entities.push_back(std::move(added));
    counts_.push_back(0);
    return static_cast<std::uint32_t>(names_.entities.size() - 1);
}

/// Who makes or owns a named product, or resides in a named place.
std::uint32_t Referrer::owner_of(std::uint32_t entity) {
    const NamedEntity& named = names_.entities[entity];
    if (named.type() == EntityType::place)
        return named.known == none || r_.world.resident(named.known) == none
                   ? none
                   : entity_of_known(r_.world.resident(named.known));
    if (named.owner == none || r_.world[named.owner].type != EntityType::organization)
        return none;
    return entity_of_known(named.owner);
}

/// What was said of whom: "the startup Brontix", "Ana Ruiz, director of".
void Referrer::learn_roles() {
    for (const auto& m : names_.mentions) {
        if (m.first > 0 &&
            (p_[m.first].gap == Gap::space || p_[m.first].hyphen || p_[m.first].gap == Gap::comma))
            if (const auto word = p_[m.first - 1].word; !has(m.first - 1, ~0u))
                roles_[word].push_back(m.entity);
        if (m.end < p_.size() && p_[m.end].gap == Gap::comma && p_[m.end].sentence == p_[m.first].sentence)
            for (auto i = m.end; i < m.end + 4 && i < p_.size() && p_[i].sentence == p_[m.first].sentence;
                 ++i)
                if (!has(i, ~0u) && !p_[i].capital)
                    roles_[p_[i].word].push_back(m.entity);
    }
}

std::uint32_t Referrer::antecedent(std::size_t at, EntityType type, std::uint64_t noun) const {
    const auto sentence = p_[at].sentence;
    std::uint32_t best = none;
    int best_score = 0;
    const auto role = roles_.find(noun);
    for (auto it = said_.rbegin(); it != said_.rend() && it->sentence + window >= sentence; ++it) {
        if (names_.entities[it->entity].type() != type || is_institution(it->entity))
            continue;
        int score = 10 - 3 * static_cast<int>(sentence - it->sentence) + (it->leads ? 3 : 0) +
                    std::min(3, static_cast<int>(counts_[it->entity]) / 3);
        if (role != roles_.end() &&
            std::find(role->second.begin(), role->second.end(), it->entity) != role->second.end())
            score += 4;
        if (score > best_score) {
            best_score = score;
            best = it->entity;
        }
    }
    return best;
}

/// The one person or organisation that can be meant: alone in this sentence so far, or the one that leads;
/// else in the sentence before.
std::uint32_t Referrer::only_one(std::size_t at, bool persons, bool organizations) const {
    const auto sentence = p_[at].sentence;
    for (const auto there : {sentence, sentence - 1}) {
        std::uint32_t one = none, leader = none;
        bool several = false;
        for (auto it = said_.rbegin(); it != said_.rend() && it->sentence >= there; ++it) {
            if (it->sentence != there)
                continue;
            const auto type = names_.entities[it->entity].type();
            if (!((type == EntityType::person && persons) ||
                  (type == EntityType::organization && organizations)))
                continue;
            several |= one != none && one != it->entity;
            one = it->entity;
            if (it->leads)
                leader = it->entity;
        }
        if (one != none)
            return several ? leader : one;
        if (there == 0)
            break;
    }
    return none;
}

void Referrer::say(std::size_t first, std::size_t end, std::uint32_t entity, MentionKind kind, bool group) {
    out_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), entity, kind, group});
    const auto sentence = p_[first].sentence;
    said_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), entity, sentence,
                     first < sentence_start_[sentence] + 4});
}

/// "la compañía", "the ChatGPT maker", "la empresa de Redmond", "der KI-Konzern" at piece i, an article; the
/// end, or i.
std::size_t Referrer::describe(std::size_t i) {
    if (!has(i, small_article | small_this))
        return i;
    auto at = i + 1;
    std::uint32_t modifier = none; // a name inside: "the ChatGPT maker"
    std::size_t noun = 0;
    std::optional<std::pair<std::size_t, Description>> found;
    for (int skipped = 0; goes_on(at) && skipped < 3; ++at, ++skipped) {
        if (name_at(at) != none) {
            const auto& mention = names_.mentions[name_at(at)];
            if (modifier != none || !(goes_on(mention.end)))
                break;
            modifier = mention.entity;
            at = mention.end - 1;
            continue;
        }
        if ((found = noun_at(at))) {
            noun = at;
            break;
        }
        if (has(at, ~0u & ~static_cast<std::uint32_t>(small_never | small_two | small_former)))
            return i;
        if (const auto word = r_.words.common.find(p_[at].word);
            word != r_.words.common.end() && word->second == 'n')
            break;
        if (r_.words.title_at(p_, at, std::min(at + 6, p_.size()), r_.text) > 0)
            break;
    }
    if (!found)
        return refer_to_role(i, i + 1);
    const Description description = found->second;
    auto end = noun + found->first;
    if (description.many || description.except == p_[i].word)
        return i;
    if (goes_on(end) && name_at(end) != none &&
        names_.entities[names_.mentions[name_at(end)].entity].type() == description.type)
        return i; // "the company Brontix": the name says it
    std::uint32_t entity = none;
    // "… of Redmond", "… of ChatGPT"
    if (goes_on(end) && has(end, small_of | small_by)) {
        auto k = end + 1;
        while (goes_on(k) && has(k, small_article | small_of))
            ++k;
        if (goes_on(k) && name_at(k) != none) {
            const auto& mention = names_.mentions[name_at(k)];
            if (names_.entities[mention.entity].type() == EntityType::place || description.maker ||
                description.type == EntityType::organization)
                entity = owner_of(mention.entity);
            if (entity == none)
                return i; // "la empresa de Elon Musk": not known whose it is
            end = mention.end;
        }
    }
    if (entity == none && modifier != none) {
        entity = owner_of(modifier);
        if (entity == none)
            return i;
    }
    if (entity == none && description.maker && !roles_.contains(p_[noun].word))
        return i;
    if (entity == none)
        entity = antecedent(i, description.type, p_[noun].word);
    if (entity == none || names_.entities[entity].type() != description.type)
        return i;
    say(i, end, entity, MentionKind::description);
    return end;
}

/// "el presidente", "CEO of Brontix": the person named beside it, or of whom that was said, or the one person
/// spoken of.
std::size_t Referrer::refer_to_role(std::size_t i, std::size_t at) {
    if (at > i && !goes_on(at))
        return i;
    const auto length = r_.words.title_at(p_, at, std::min(at + 6, p_.size()), r_.text);
    if (length == 0)
        return i;
    auto end = at + length;
    const auto role = roles_.find(p_[end - 1].word);
    bool of_what = false;
    if (goes_on(end) && has(end, small_of)) {
        auto k = end + 1;
        while (goes_on(k) && has(k, small_article | small_of))
            ++k;
        of_what = true;
        if (goes_on(k) && name_at(k) != none &&
            is(names_.mentions[name_at(k)].entity, EntityType::organization))
            end = names_.mentions[name_at(k)].end;
    }
    const auto person = [&](std::uint32_t m) {
        return m != none && is(names_.mentions[m].entity, EntityType::person);
    };
    const auto beside = [&](std::size_t k) {
        return k < p_.size() && p_[k].gap == Gap::comma && p_[k].sentence == p_[i].sentence;
    };
    std::uint32_t entity = none;
    if (i > 0 && beside(i) && person(name_at(i - 1)))
        entity = names_.mentions[name_at(i - 1)].entity; // "Ana Ruiz, the CEO"
    if (entity == none && beside(end) && person(name_at(end)))
        entity = names_.mentions[name_at(end)].entity;
    const auto sentence = p_[i].sentence;
    if (entity == none && (i == at || (goes_on(end) && (name_at(end) != none || p_[end].capital))))
        return i; // "the president Ana Ruiz"
    for (auto it = said_.rbegin();
         it != said_.rend() && it->sentence + 2 * window >= sentence && entity == none; ++it)
        if (is(it->entity, EntityType::person) && role != roles_.end() &&
            std::find(role->second.begin(), role->second.end(), it->entity) != role->second.end())
            entity = it->entity;
    if (entity == none && of_what)
        return i; // of what, may be somebody else
    if (entity == none) {
        for (auto it = said_.rbegin(); it != said_.rend() && it->sentence + 2 >= sentence; ++it) {
            if (!is(it->entity, EntityType::person))
                continue;
            if (entity != none && entity != it->entity)
                return i;
            entity = it->entity;
        }
    }
    if (entity == none)
        return i;
    say(i, end, entity, MentionKind::description);
    return end;
}

/// "both companies", "las dos compañías", "die beiden Unternehmen": the last two organisations.
std::size_t Referrer::describe_several(std::size_t i) {
    auto at = i;
    bool pair = false;
    while (at < i + 3 && at < p_.size() && (at == i || goes_on(at)) &&
           has(at, small_both | small_two | small_article)) {
        pair |= has(at, small_both) || (has(at, small_two) && at > i && has(i, small_article));
        ++at;
    }
    if (!pair || at == i || !goes_on(at))
        return i;
    if (!noun_at(at) && goes_on(at + 1))
        ++at; // an adjective
    const auto found = noun_at(at);
    if (!found)
        return i;
    const auto sentence = p_[i].sentence;
    std::vector<std::uint32_t> two;
    for (auto it = said_.rbegin(); it != said_.rend() && it->sentence + window >= sentence && two.size() < 2;
         ++it)
        if (names_.entities[it->entity].type() == found->second.type && !is_institution(it->entity) &&
            std::find(two.begin(), two.end(), it->entity) == two.end())
            two.push_back(it->entity);
    if (two.size() < 2)
        return i;
    const auto end = at + found->first;
    for (const auto entity : {two[1], two[0]})
        say(i, end, entity, MentionKind::description, true);
    return end;
}

/// "CEO of Brontix Ana Ruiz", "Brontix CEO Ana Ruiz", and "the Brontix CEO" once that is known.
std::size_t Referrer::role_beside_name(std::size_t i) {
    const bool behind = i > 0 && goes_on(i) && name_at(i - 1) != none &&
                        is(names_.mentions[name_at(i - 1)].entity, EntityType::organization);
    bool before = false; // a name not far ahead, or not worth the look
    for (auto k = i + 1; k < i + 8 && k < p_.size() && p_[k].sentence == p_[i].sentence; ++k)
        before |= name_at(k) != none && is(names_.mentions[name_at(k)].entity, EntityType::person);
    if (!behind && !before)
        return i;
    const auto length = r_.words.title_at(p_, i, std::min(i + 6, p_.size()), r_.text);
    if (length == 0)
        return i;
    auto end = i + length;
    if (goes_on(end) && has(end, small_of)) {
        auto k = end + 1;
        while (goes_on(k) && has(k, small_article | small_of))
            ++k;
        if (goes_on(k) && name_at(k) != none &&
            is(names_.mentions[name_at(k)].entity, EntityType::organization))
            end = names_.mentions[name_at(k)].end;
    }
    const auto next = name_at(end);
    const bool beside = next != none && names_.mentions[next].first == end &&
                        is(names_.mentions[next].entity, EntityType::person) &&
                        (goes_on(end) || (p_[end].gap == Gap::comma && p_[end].sentence == p_[i].sentence));
    const auto begin = behind ? names_.mentions[name_at(i - 1)].first : i;
    if (beside) {
        say(begin, end, names_.mentions[next].entity, MentionKind::description);
        return end;
    }
    const auto role = roles_.find(p_[i + length - 1].word);
    if (!behind || role == roles_.end())
        return i;
    for (auto it = said_.rbegin(); it != said_.rend() && it->sentence + 2 * window >= p_[i].sentence; ++it)
        if (is(it->entity, EntityType::person) &&
            std::find(role->second.begin(), role->second.end(), it->entity) != role->second.end()) {
            say(begin, end, it->entity, MentionKind::description);
            return end;
        }
    return i;
}

std::size_t Referrer::pronoun(std::size_t i) {
    const auto at = r_.words.pronouns.find(p_[i].word);
    if (at == r_.words.pronouns.end() || at->second.many || p_[i].all_capitals)
        return i;
    const Pronoun& pronoun = at->second;
    if (pronoun.relative) { // "Brontix, which …": what stands right before the comma
        if (i == 0 || p_[i].gap != Gap::comma || said_.empty() || said_.back().end != i)
            return i;
        out_.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1), said_.back().entity,
                        MentionKind::pronoun, false});
        return i + 1;
    }
    // "it" that begins a sentence often stands for nothing
    if (pronoun.kind == MentionKind::pronoun && pronoun.organization && p_[i].first)
        return i;
    const auto entity = only_one(i, pronoun.person, pronoun.organization);
    if (entity == none)
        return i;
    out_.push_back(
        {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1), entity, pronoun.kind, false});
    return i + 1;
}

std::vector<Reference> Referrer::run() {
    learn_roles();
    for (std::size_t i = 0; i < p_.size();) {
        if (const auto m = covering_[i]; m != none) {
            const auto& mention = names_.mentions[m];
            if (!p_[i].heading || said_.empty())
                hear(mention);
            i = std::max<std::size_t>(mention.end, i + 1);
            continue;
        }
        if (p_[i].barred) {
            ++i;
            continue;
        }
        auto end = i;
        if (const auto small = r_.words.small(p_[i]); small != 0) {
            if (small & (small_both | small_two | small_article))
                end = describe_several(i);
            if (end == i && (small & (small_article | small_this)))
                end = describe(i);
        }
        if (end == i && p_[i].gap == Gap::comma && i > 0 && name_at(i - 1) != none)
            end = refer_to_role(i, i);
        if (end == i)
            end = role_beside_name(i);
        if (end == i)
            end = pronoun(i);
        for (auto inside = i; inside < end; ++inside)
            if (const auto m = covering_[inside]; m != none && names_.mentions[m].first == inside)
                hear(names_.mentions[m]);
        i = std::max(end, i + 1);
    }
    return std::move(out_);
}

} // namespace

std::vector<Reference> find_references(const SpotterText& reading, NamedEntities& names) {
    return Referrer(reading, names).run();
}

} // namespace timeloom
