#include "entities/resolver.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

/// Candidates that are spelled alike, or mean the same entity of the world tables.
struct Group {
    std::uint32_t known = none;
    std::uint32_t longest = 0; ///< the candidate with the fullest form
    std::vector<std::uint32_t> members;
    TypeVotes votes{};
    std::uint32_t owner = none;
    bool confirmed = false;
    std::uint32_t parent = none; ///< the group that this one is a shorter name of
};

std::size_t heaviest(const TypeVotes& votes) {
    return static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

class Resolver {
  public:
    Resolver(const SpotterText& reading, std::vector<Candidate> candidates)
        : r_(reading), c_(std::move(candidates)) {}
    NamedEntities run();

  private:
    std::uint32_t choose(const Candidate& c) const;
    void group();
    void merge_endings();
    void confirm();
    void link_acronyms();
    void link_short_forms();
    void link_variants();

    void link_seats();
    bool plausible(const Group& group) const;
    bool borne_out(const Group& group) const;
    bool stands_as_noun(const Candidate& c) const;
    std::uint32_t root(std::uint32_t g) const {
        while (groups_[g].parent != none)
            g = groups_[g].parent;
        return g;
    }
    std::uint64_t hash_of(std::uint32_t first, std::uint32_t end) const {
        auto hash = empty_name_hash;
        for (auto i = first; i < end; ++i)
            hash = extend_name_hash(hash, r_.pieces[i].span.of(r_.text));
        return hash;
    }
    EntityType type_of(const Group& g) const {
        return g.known != none ? r_.world[g.known].type : static_cast<EntityType>(heaviest(g.votes));
    }
    std::string spelled(const Candidate& c) const;
    bool person_like(const Candidate& c) const;
    void adopt(std::uint32_t child, std::uint32_t parent);

    const SpotterText& r_;
    std::vector<Candidate> c_;
    std::vector<Group> groups_;
    std::unordered_set<std::uint64_t> lower_; ///< words that the document writes without a capital too
    std::vector<std::uint32_t> group_of_;     ///< candidate → group
};

/// The reading of a known name that the context bears out; none when it speaks against all of them.
std::uint32_t Resolver::choose(const Candidate& c) const {
    std::uint32_t best = none;
    int best_score = -1;
    const bool single = c.end == c.first + 1;
    for (const auto& reading : c.readings) {
        if ((reading.languages & r_.language) == 0)
            continue;
        const KnownEntity& entity = r_.world[reading.entity];
        const int score = c.votes[static_cast<std::size_t>(entity.type)] * 2 + 2 * (4 - entity.prominence);
        if (score > best_score) {
            best_score = score;
            best = reading.entity;
        }
    }
    // "President Jordan": a title makes a person of a lone word that is known as something else
    if (best != none && single && r_.world[best].type != EntityType::person &&
        c.votes[static_cast<std::size_t>(EntityType::person)] >= 4)
        return none;
    return best;
}

void Resolver::group() {
    std::unordered_map<std::uint64_t, std::uint32_t> by_hash;
    std::unordered_map<std::uint32_t, std::uint32_t> by_known;
    group_of_.resize(c_.size());
    for (std::uint32_t i = 0; i < c_.size(); ++i) {
        Candidate& c = c_[i];
        const auto known = c.readings.empty() ? none : choose(c);
        const auto fresh = static_cast<std::uint32_t>(groups_.size());
        const auto at = known != none ? by_known.try_emplace(known, fresh).first->second
                                      : by_hash.try_emplace(c.hash, fresh).first->second;
        if (at == fresh)
            groups_.push_back({known, i, {}, {}, none, false, none});
        Group& g = groups_[at];
        g.members.push_back(i);
        for (std::size_t t = 0; t < c.votes.size(); ++t)
            g.votes[t] = static_cast<std::uint16_t>(std::min(9999, g.votes[t] + c.votes[t]));
        if (c.owner != none)
            g.owner = c.owner;
        if (c.end - c.first > c_[g.longest].end - c_[g.longest].first)
            g.longest = i;
        group_of_[i] = at;
    }
}

void Resolver::adopt(std::uint32_t child, std::uint32_t parent) {
    parent = root(parent);
    child = root(child);
    if (child == parent)
        return;
    groups_[child].parent = parent;
    for (std::size_t t = 0; t < groups_[parent].votes.size(); ++t)
        groups_[parent].votes[t] =
            static_cast<std::uint16_t>(std::min(9999, groups_[parent].votes[t] + groups_[child].votes[t]));
    groups_[parent].confirmed = true;
}

/// An unknown name with an ending ("Brontix", "Brontixs") is the name without it, when that occurs too.
void Resolver::merge_endings() {
    std::unordered_map<std::uint64_t, std::uint32_t> by_hash;
    for (std::uint32_t g = 0; g < groups_.size(); ++g)
        if (groups_[g].known == none)
            by_hash.emplace(c_[groups_[g].longest].hash, g);
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        if (groups_[g].known != none)
            continue;
        const Candidate& c = c_[groups_[g].longest];
        const auto last = r_.pieces[c.end - 1].span.of(r_.text);
        for (const auto& ending : r_.words.name_endings) {
            if (last.size() < ending.size() + 3 || !last.ends_with(ending))
                continue;
            const auto stem =
                extend_name_hash(hash_of(c.first, c.end - 1), last.substr(0, last.size() - ending.size()));
            if (const auto at = by_hash.find(stem); at != by_hash.end() && at->second != g)
                adopt(g, at->second);
        }
    }
}

/// A determiner or an adjective right before: a noun rather than a name, where nouns have capitals.
bool Resolver::stands_as_noun(const Candidate& c) const {
    if (c.first == 0)
        return false;
    const Piece& before = r_.pieces[c.first - 1];
    if (r_.pieces[c.first].gap != Gap::space)
        return false;
    if (c.end < r_.pieces.size() && r_.pieces[c.end].hyphen)
        return false; // "die Brontix-Aktie"
    if ((r_.words.small(before) & (small_article | small_indefinite | small_determiner)) != 0)
        return true;
    const auto at = r_.words.common.find(before.word);
    return at != r_.words.common.end() && at->second == 'a' && !before.capital;
}

/// Is an unknown name of doubtful looks one all the same?
bool Resolver::plausible(const Group& g) const {
    const Candidate& c = c_[g.longest];
    const bool single = c.end == c.first + 1;
    std::size_t sure = 0, nouns = 0, context = 0, headings = 0;
    for (const auto m : g.members) {
        sure += !c_[m].doubtful;
        nouns += stands_as_noun(c_[m]);
        headings += r_.pieces[c_[m].first].heading;
        for (const auto type :
             {EntityType::organization, EntityType::person, EntityType::product, EntityType::project})
            context += c_[m].votes[static_cast<std::size_t>(type)] >= 3;
    }
    const bool common =
        single && r_.words.common.contains(r_.pieces[c.first].word) && !r_.pieces[c.first].camel;
    if (single && r_.words.title_at(r_.pieces, c.first, c.end, r_.text) > 0)
        return false;
    if (context > nouns && !r_.words.demonyms.contains(r_.pieces[c.first].word))
        return true;
    if (single && r_.words.capital_nouns && r_.words.foreign.contains(r_.pieces[c.first].word))
        return false;
    if (common && (r_.words.capital_nouns || sure < 2 || lower_.contains(r_.pieces[c.first].word)))
        return false;

    if (r_.words.demonyms.contains(r_.pieces[c.first].word) && single)
        return false;
    const bool letters_only = single && r_.pieces[c.first].all_capitals;
    if (sure > 0 && !(letters_only && context == 0 && g.members.size() < 2))
        return true;

    if (headings == g.members.size())
        return false;
    return g.members.size() - headings >= 2 && nouns == 0;
}

/// Does the document bear out that a word which is a common one too means the known entity?
bool Resolver::borne_out(const Group& g) const {
    const KnownEntity& entity = r_.world[g.known];
    const auto type = static_cast<std::size_t>(entity.type);
    std::size_t nouns = 0, persons = 0;
    for (const auto m : g.members) {
        if (!c_[m].unsure || c_[m].votes[type] >= (entity.type == EntityType::place ? 2 : 3))
            return true;
        nouns += stands_as_noun(c_[m]);
        persons += c_[m].votes[static_cast<std::size_t>(EntityType::person)] >= 4;
    }
    // only a name of persons speaks against it: "Virginia"
    if (entity.prominence == 2 && entity.type == EntityType::place && persons == 0 &&
        !r_.words.common.contains(r_.pieces[c_[g.longest].first].word))
        return true;
    if (entity.prominence > 1 || nouns > 0)
        return false;
    return g.members.size() > 1 || !r_.words.common.contains(r_.pieces[c_[g.longest].first].word);
}

void Resolver::confirm() {
    for (auto& g : groups_) {
        if (g.known != none && !borne_out(g))
            g.known = none;
        g.confirmed = g.confirmed || g.known != none || plausible(g);
    }
}

/// "Comissão Federal de Comércio (FTC)": a name and the acronym behind it are one entity.
void Resolver::link_acronyms() {
    for (std::uint32_t i = 0; i + 1 < c_.size(); ++i) {
        std::uint32_t j = i + 1;
        while (j < c_.size() && c_[j].first < c_[i].end)
            ++j;
        if (j >= c_.size() || c_[j].first != c_[i].end || c_[i].nested)
            continue;
        const auto between =
            r_.text.substr(r_.pieces[c_[i].end - 1].span.end,
                           r_.pieces[c_[j].first].span.begin - r_.pieces[c_[i].end - 1].span.end);
        if (between != " (" && between != " („" && between != " (\"")
            continue;
        const bool i_short = c_[i].end == c_[i].first + 1 && r_.pieces[c_[i].first].all_capitals;
        const bool j_short = c_[j].end == c_[j].first + 1 && r_.pieces[c_[j].first].all_capitals;
        if (i_short == j_short)
            continue;
        const auto full = root(group_of_[i_short ? j : i]), acronym = root(group_of_[i_short ? i : j]);
        if (full == acronym)
            continue;
        const Candidate& name = c_[i_short ? j : i];
        if (groups_[full].known != none && groups_[acronym].known != none)
            continue;
        if (groups_[full].known == none && groups_[acronym].known != none) {
            if (name.end - name.first > 1)
                adopt(full, acronym);
            continue;
        }
        // the letters of the acronym begin words of the name, in order
        const auto letters = r_.pieces[c_[i_short ? i : j].first].span.of(r_.text);
        std::size_t matched = 0;
        for (auto p = name.first; p < name.end && matched < letters.size(); ++p) {
            const auto word = r_.pieces[p].span.of(r_.text);
            for (const char c :
                 word.substr(0, r_.pieces[p].camel || r_.pieces[p].all_capitals ? word.size() : 1))
                if (matched < letters.size() && (c & ~32) == letters[matched])
                    ++matched;
        }
        if (matched + 1 >= letters.size() || name.end - name.first > 1)
            adopt(acronym, full);
    }
}

/// "Ana M. Ruiz" and "Ana Ruiz": a middle name or initial more or less.
void Resolver::link_variants() {
    std::unordered_map<std::uint64_t, std::uint32_t> persons; // first and last word → the fullest
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        const Group& group = groups_[g];
        const Candidate& c = c_[group.longest];
        if (!group.confirmed || group.parent != none || c.end - c.first < 2 ||
            type_of(group) != EntityType::person)
            continue;
        const auto ends =
            extend_name_hash(hash_of(c.first, c.first + 1), r_.pieces[c.end - 1].span.of(r_.text));
        const auto [at, fresh] = persons.try_emplace(ends, g);
        if (fresh)
            continue;
        const Group& other = groups_[at->second];
        if (group.known != none && other.known != none)
            continue;
        const auto length = [&](const Group& x) { return c_[x.longest].end - c_[x.longest].first; };
        const bool leads = group.known != none || (other.known == none && length(group) > length(other));
        adopt(leads ? at->second : g, leads ? g : at->second);
        if (leads)
            at->second = g;
    }
}

/// "Altman" after "Sam Altman", "SoftBank" beside "SoftBank Group", "Commission" after "European Commission".
void Resolver::link_short_forms() {
    struct Part {
        std::uint32_t group;
        bool prefix;
    };
    std::unordered_map<std::uint64_t, std::vector<Part>> parts;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        if (!groups_[g].confirmed || groups_[g].parent != none)
            continue;
        const Candidate& c = c_[groups_[g].longest];
        if (c.end - c.first < 2 || c.end - c.first > 8)
            continue;
        for (auto cut = c.first + 1; cut < c.end; ++cut) {
            parts[hash_of(c.first, cut)].push_back({g, true});
            parts[hash_of(cut, c.end)].push_back({g, false});
        }
    }
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        Group& shorter = groups_[g];
        if (shorter.parent != none)
            continue;
        const Candidate& c = c_[shorter.longest];
        auto at = parts.find(c.hash);
        if (at == parts.end() && !shorter.confirmed) {
            const auto last = r_.pieces[c.end - 1].span.of(r_.text);
            for (const auto& ending : r_.words.name_endings)
                if (at == parts.end() && last.size() > ending.size() + 2 && last.ends_with(ending))
                    at = parts.find(extend_name_hash(hash_of(c.first, c.end - 1),
                                                     last.substr(0, last.size() - ending.size())));
        }
        if (at == parts.end())
            continue;
        const bool common = c.end == c.first + 1 && r_.words.common.contains(r_.pieces[c.first].word);
        const auto own = type_of(shorter);
        std::uint32_t best = none;
        for (const auto& part : at->second) {
            const Group& longer = groups_[part.group];
            if (part.group == g || longer.parent == g)
                continue;
            const auto type = type_of(longer);
            bool fits = false;
            if (type == EntityType::person)
                fits = (shorter.known == none || own == EntityType::person || own == EntityType::place ||
                        r_.world[shorter.known].prominence > 1) &&
                       !(common && part.prefix) && (shorter.known == none || !part.prefix);
            else if (type == EntityType::organization)
                fits = shorter.known == none && (part.prefix ? !common : common) && own != EntityType::person;
            else if (type == EntityType::product)
                fits = shorter.known == none && !part.prefix && !common;
            if (!fits)
                continue;
            // of several, the last one named before
            if (best == none || (c_[longer.members.front()].first < c.first &&
                                 c_[longer.members.front()].first > c_[groups_[best].members.front()].first))
                best = part.group;
        }
        if (best == none)
            continue;
        // a surname of two persons in the document stays with the known one
        adopt(g, best);
        shorter.confirmed = true;
    }
}

/// "Redmond" is Microsoft, where Microsoft is spoken of and nothing happens in Redmond.
void Resolver::link_seats() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        if (groups_[g].known == none || groups_[g].parent != none || !groups_[g].confirmed)
            continue;
        const auto resident = r_.world.resident(groups_[g].known);
        if (resident == none || groups_[g].votes[static_cast<std::size_t>(EntityType::place)] > 0)
            continue;
        for (std::uint32_t other = 0; other < groups_.size(); ++other)
            if (groups_[other].known == resident && groups_[other].confirmed) {
                adopt(g, other);
                break;
            }
    }
}

std::string Resolver::spelled(const Candidate& c) const {
    const auto begin = r_.pieces[c.first].span.begin, end = r_.pieces[c.end - 1].span.end;
    std::string name;
    for (const char x : r_.text.substr(begin, end - begin)) {
        const char y = x == '\n' || x == '\t' || x == '\r' ? ' ' : x;
        if (y != ' ' || name.empty() || name.back() != ' ')
            name += y;
    }
    return name;
}

/// Two or three plain words with capitals, when nothing speaks for a type: most often a person.
bool Resolver::person_like(const Candidate& c) const {
    if (c.end - c.first < 2 || c.end - c.first > 3)
        return false;
    for (auto i = c.first; i < c.end; ++i) {
        const Piece& piece = r_.pieces[i];
        if (piece.camel || piece.all_capitals || piece.digit || (piece.hyphen && i > c.first) ||
            r_.words.is_common(piece, r_.text) || r_.words.foreign.contains(piece.word))
            return false;
    }
    return true;
}

NamedEntities Resolver::run() {
    for (const auto& piece : r_.pieces)
        if (!piece.capital && !piece.digit)
            lower_.insert(piece.word);
    group();
    link_acronyms();
    merge_endings();
    confirm();
    link_variants();
    link_short_forms();
    link_seats();

    NamedEntities out;
    std::vector<std::uint32_t> entity_of(groups_.size(), none);
    for (std::uint32_t i = 0; i < c_.size(); ++i) {
        const auto g = root(group_of_[i]);
        if (!groups_[g].confirmed)
            continue;
        const Candidate& c = c_[i];
        if (entity_of[g] == none) {
            entity_of[g] = static_cast<std::uint32_t>(out.entities.size());
            const Group& group = groups_[g];
            NamedEntity entity;
            entity.known = group.known;
            entity.votes = group.votes;
            entity.owner = group.owner;
            if (group.known != none) {
                const KnownEntity& known = r_.world[group.known];
                entity.name = known.name;
                entity.owner = known.owner;
                entity.votes[static_cast<std::size_t>(known.type)] = static_cast<std::uint16_t>(
                    std::min(9999, entity.votes[static_cast<std::size_t>(known.type)] +
                                       8 * static_cast<int>(group.members.size())));
            } else {
                const Candidate& full = c_[group.longest];
                entity.name = full.name.empty() ? spelled(full) : full.name;
                if (entity.evidence() == 0)
                    entity.votes[static_cast<std::size_t>(person_like(full) ? EntityType::person
                                                                            : EntityType::organization)] = 1;
            }
            out.entities.push_back(std::move(entity));
        }
        out.mentions.push_back({c.first, c.end, entity_of[g], c.nested, group_of_[i] != g});
    }
    return out;
}

} // namespace

EntityType NamedEntity::type() const {
    return static_cast<EntityType>(heaviest(votes));
}
std::uint16_t NamedEntity::evidence() const {
    return votes[heaviest(votes)];
}

NamedEntities resolve_names(const SpotterText& reading, std::vector<Candidate> candidates) {
    return Resolver(reading, std::move(candidates)).run();
}

} // namespace timeloom
