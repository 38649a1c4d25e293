// What was named so far, as words that refer back see it.
#pragma once

#include "entities/references.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace timeloom {

/// Sentences back that an antecedent may stand.
constexpr std::uint32_t antecedent_window = 3;

/// For one document, read from its beginning to its end.
class ReferenceContext {
  public:
    /// A mention that later words may refer to.
    struct Antecedent {
        std::uint32_t first, end, entity, sentence;
        bool leads; ///< among the first words of its sentence, before others of its type: most often the
                    ///< subject
        bool owns;  ///< stands as a possessor or behind a preposition: "Brontix's", "of Brontix", "with
                    ///< Brontix"
    };

    ReferenceContext(const SpotterText& reading, NamedEntities& named);

    bool has(std::size_t i, std::uint32_t role) const {
        return i < pieces.size() && (r.words.small(pieces[i]) & role) != 0;
    }
    /// Does piece i go on where the one before it ends?
    bool goes_on(std::size_t i) const {
        return i < pieces.size() && (pieces[i].gap == Gap::space || pieces[i].gap == Gap::none) &&
               pieces[i].sentence == pieces[i - 1].sentence;
    }
    /// The outermost name mention over piece i.
    std::uint32_t name_at(std::size_t i) const { return i < pieces.size() ? covering_[i] : unknown_entity; }
    const NameMention& mention(std::uint32_t m) const { return names.mentions[m]; }
    bool is(std::uint32_t entity, EntityType type) const { return names.entities[entity].type() == type; }
    bool names_a(EntityType type, std::size_t i) const {
        return name_at(i) != unknown_entity && is(mention(name_at(i)).entity, type);
    }
    /// No company: "the group" does not mean it.
    void mark_institution(std::uint32_t entity) { institutions_.insert(entity); }
    bool is_institution(std::uint32_t entity) const { return institutions_.contains(entity); }
    std::uint32_t title_at(std::size_t i) const {
        return r.words.title_at(pieces, i, std::min(i + 6, pieces.size()), r.text);
    }
    /// Past "of" and articles that follow piece i.
    std::size_t past_of(std::size_t i) const;

    std::uint64_t stem(std::size_t i) const { return r.words.stem(pieces[i], r.text); }
    /// Was this word, given by its stem, said of the entity ("the startup Brontix", "Ana Ruiz, director of")?
    bool said_of(std::uint64_t stem, std::uint32_t entity) const;
    /// Is this word part of the name of a body, or the noun before it ("Brontia Harbour Agency", "the club
    /// Brontix")?
    bool names_kind_of(std::uint64_t stem, std::uint32_t entity) const;
    bool names_kind(std::uint64_t stem) const; ///< … of any body?
    /// Does a name of the body end with the noun at piece i, in a language that writes compounds as one word:
    /// "das Gericht" for "Landgericht Brontia"?
    bool ends_kind_of(std::size_t i, std::uint32_t entity) const;
    bool ends_kind(std::size_t i) const; ///< … of any body?
    bool is_role(std::uint64_t stem) const { return roles_.contains(stem); }
    bool has_role(std::uint32_t entity) const { return titled_.contains(entity); }

    /// Who makes or owns a named product, or resides in a named place; unknown_entity when not known.
    std::uint32_t owner_of(std::uint32_t entity);
    /// The entity of that name, added when the document has none.
    std::uint32_t entity_named(const std::string& name, EntityType type);
    /// The entity of the described type that a noun at piece `at` most likely means; unknown_entity when
    /// none. Where a country is given (ISO code), not one that is of another.
    std::uint32_t antecedent(std::size_t at, const Description& description, std::uint64_t stem,
                             std::string_view country) const;
    /// How much the document is about an entity, and how lately it was named.
    int weight_of(const Antecedent& named, std::uint32_t sentence) const {
        constexpr int lately = 6;
        return standing_[named.entity] + std::max(0, lately - 2 * int(sentence - named.sentence));
    }
    /// What kind of body an entity is, as far as the tables or the nouns of its name say so.
    BodyKinds kinds_of(std::uint32_t entity) const { return entity < bodies_.size() ? bodies_[entity] : 0; }
    /// The country of a place, or that an entity is of; "" when not known.
    std::string_view country_of(std::uint32_t entity) const;
    /// The one person or organisation that can be meant: alone in this sentence so far, or the one that
    /// leads; else in the sentence before.
    std::uint32_t only_one(std::size_t at, bool persons, bool organizations) const;

    /// Whose something is ("its plant"): of those in this sentence so far whoever does what the verb right
    /// behind the name tells, the last; else as only_one.
    std::uint32_t owner(std::size_t at, bool persons, bool organizations) const;

    /// What was named last, in this sentence or the one before, of types given as bits; no institution.
    std::uint32_t last_said(std::size_t at, std::uint32_t types) const;
    /// Who says "I" at piece `at`: the person named last.
    std::uint32_t speaker(std::size_t at) const;

    void hear(const NameMention& mention);
    /// Notes a reference; one that is heard may be referred to in turn.
    void refer(std::size_t first, std::size_t end, std::uint32_t entity, MentionKind kind,
               bool group = false);
    void say(std::size_t first, std::size_t end, std::uint32_t entity, bool group = false) {
        // "dal fondo", "al grupo": the preposition that the article is written with is no part of it; pt: "A"
        const bool merged = first + 1 < end && has(first, small_article) && pieces[first].span.length() > 1 &&
                            r.words.prepositions.find(pieces[first].word);
        refer(merged ? first + 1 : first, end, entity, MentionKind::description, group);
        hear({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), entity, false, false});
    }

    const SpotterText& r;
    NamedEntities& names;
    const std::span<const Piece> pieces;
    std::vector<Antecedent> said; ///< by position
    std::vector<Reference> found;

  private:
    bool does(const Antecedent& name) const;
    void learn_roles();
    void learn_standing();
    void learn_kinds();
    void learn_bodies();
    bool names_business(std::size_t i) const;
    BodyKinds said_before(std::size_t end) const;
    int salience(const Antecedent& said_before, std::uint32_t sentence) const;
    std::uint32_t entity_of_known(std::uint32_t known);

    std::vector<std::uint32_t> covering_; ///< piece → outermost name mention over it
    std::vector<std::uint32_t> sentence_start_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> roles_; ///< stem → entities it was said of
    std::set<std::pair<std::uint64_t, std::uint32_t>> kinds_;        ///< stem of a noun for a body, the body
    std::vector<std::pair<std::uint32_t, std::uint32_t>> compounds_; ///< pieces of names of bodies, the body
    std::vector<BodyKinds> bodies_;                                  ///< by entity
    std::unordered_set<std::uint32_t> titled_;                       ///< persons given a title
    std::vector<int> standing_;                      ///< entity → how much the document is about it, 0 to 6
    std::vector<std::uint32_t> topics_;              ///< entities of the highest standing
    std::unordered_set<std::uint32_t> institutions_; ///< ministries, courts, universities: no company
};

} // namespace timeloom
