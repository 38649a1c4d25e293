#include "events/pronouns.hpp"

#include "events/phrases.hpp"

#include <algorithm>
#include <numeric>

namespace timeloom {

namespace {

/// "dismissed her": whether a verb asks for persons first of all.
bool asks_person(std::uint8_t types) {
    return (types >> unsigned(EntityType::person) & 1U) && !(types >> unsigned(EntityType::place) & 1U);
}

bool is_subject(Deprel relation) {
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
}

bool is_argument(Deprel relation) {
    return is_subject(relation) || relation == Deprel::obj || relation == Deprel::iobj ||
           relation == Deprel::obl;
}

class Pronouns {
  public:
    Pronouns(const ReadingContext& context, const Discourse& discourse, std::span<const Trigger> triggers,
             SentenceView& view, std::vector<EntityMention>& found)
        : context_(context), discourse_(discourse), triggers_(triggers), view_(view), found_(found) {}

    void resolve() {
        for (std::uint32_t i = 0; i < view_.words.size(); ++i) {
            auto& word = view_.words[i];
            if (word.clitic) {
                stand_for(i, i, *word.clitic);
                continue;
            }
            if ((word.is(ClassOf::relative) || word.is(ClassOf::complementizer)) && word.upos == Upos::PRON &&
                !word.names())
                note_relative(i);
            if (word.is(ClassOf::owner) && !word.names())
                note_owner(i);
            const bool object = word.is(ClassOf::object) && !is_subject(word.relation);
            // "a barganha": an article, whatever the tagger says
            if (object && word.is(ClassOf::determiner) && !before_verb(i))
                continue;
            if ((!object && !word.is(ClassOf::third)) || word.head < 0 ||
                (word.upos != Upos::PRON && word.upos != Upos::PROPN))
                continue;
            if (is_argument(word.relation) && !(word.relation == Deprel::obl && object))
                stand_for(i, std::uint32_t(word.head), *word.word_class);
        }
        std::ranges::sort(view_.named);
    }

  private:
    /// "Brontix, which …": binding finds the antecedent by itself; here it becomes a mention.
    void note_relative(std::uint32_t i) {
        auto verb = view_.words[i].head;
        if (!is_argument(view_.words[i].relation) || verb < 0)
            return;
        const auto& clause = view_.words[std::size_t(verb)];
        if (clause.relation != Deprel::acl_relcl || clause.head < 0)
            return;
        const auto noun = std::uint32_t(clause.head);
        // "Ann Lee of Brontix, who …": the tree may have hung it on either.
        if (noun < i && !view_.words[noun].compound && !belongs_to_name(noun))
            note(i, named_by(noun), MentionKind::pronoun);
    }

    bool belongs_to_name(std::uint32_t i) const {
        const auto& word = view_.words[i];
        return (word.relation == Deprel::nmod && word.head >= 0 &&
                view_.words[std::size_t(word.head)].names()) ||
               owns_named(view_, i);
    }

    bool before_verb(std::uint32_t i) const {
        if (i + 1 == view_.words.size())
            return false;
        const auto upos = view_.words[i + 1].upos;
        return upos == Upos::VERB || upos == Upos::AUX || upos == Upos::PRON;
    }

    /// "Brontix sold [its] plant": of the subject of the clause, unless within it, or somebody else is named
    /// between.
    void note_owner(std::uint32_t i) {
        const auto& word = view_.words[i];
        if (word.head < 0 || std::uint32_t(word.head) < i || word.upos == Upos::AUX)
            return;
        if (const auto owned = view_.words[std::size_t(word.head)].upos;
            owned != Upos::NOUN && owned != Upos::PROPN)
            return;
        auto at = i;
        for (int steps = 0; steps < 6 && view_.words[at].head >= 0; ++steps) {
            const auto child = at;
            at = std::uint32_t(view_.words[at].head);
            for (const auto subject : view_.children_of(at))
                if (is_subject(view_.words[subject].relation) && subject != child && subject < i)
                    return own(i, subject);
        }
    }

    void own(std::uint32_t i, std::uint32_t subject) {
        const auto& word = view_.words[i];
        const auto owners = with_coordinated(subject);
        const bool others = std::ranges::any_of(view_.named, [&](auto n) {
            const auto m = view_.words[n].first_mention;
            return n > subject && n < i && view_.words[n].head != std::int32_t(subject) &&
                   context_.type_of(m) <= EntityType::person &&
                   std::ranges::none_of(owners, [&](auto o) { return entity_of(o) == entity_of(m); });
        });
        if (others)
            return;
        const bool person =
            std::ranges::any_of(owners, [&](auto m) { return context_.type_of(m) == EntityType::person; });
        if (owners.size() == 1 && (word.is(ClassOf::several) || (person && word.is(ClassOf::thing))))
            return;
        note(i, owners, MentionKind::possessive);
    }

    std::uint32_t entity_of(std::uint32_t mention) const {
        return context_.entities.mentions[mention].entity;
    }

    std::vector<std::uint32_t> named_by(std::uint32_t i) const {
        std::vector<std::uint32_t> mentions(view_.words[i].mention_count);
        std::iota(mentions.begin(), mentions.end(), view_.words[i].first_mention);
        return mentions;
    }

    /// What a word names, and what is coordinated with it; nothing where a noun among them names nobody.
    std::vector<std::uint32_t> with_coordinated(std::uint32_t i) const {
        auto mentions = named_by(i);
        for (const auto child : view_.children_of(i)) {
            if (mentions.empty() || view_.words[child].relation != Deprel::conj)
                continue;
            const auto more = named_by(child);
            if (more.empty())
                return {};
            mentions.insert(mentions.end(), more.begin(), more.end());
        }
        return mentions;
    }

    void note(std::uint32_t i, const std::vector<std::uint32_t>& mentions, MentionKind kind) {
        for (const auto m : mentions)
            found_.push_back(
                {view_.words[i].unit.span, view_.index, entity_of(m), kind, false, mentions.size() > 1});
    }

    void stand_for(std::uint32_t i, std::uint32_t verb, const WordClass& pronoun) {
        auto& word = view_.words[i];
        const auto is = [&](ClassOf of) { return pronoun.has(of); };
        const auto barred = beside(verb, i);
        if (word.names()) {
            // What src/entities found holds but where it takes part already.
            const auto entity = context_.entities.mentions[word.first_mention].entity;
            if (std::ranges::find(barred, entity) == barred.end())
                return;
            word.mention_count = 0;
            std::erase(view_.named, i);
        }
        // What a quotation speaks of may be told outside it, by nobody's name.
        if (discourse_.quoted(view_, i))
            return;
        PronounUse use;
        const bool subject = !word.clitic && is_subject(word.relation);
        const bool receiver = word.relation == Deprel::iobj || (word.clitic && is(ClassOf::receiver));
        use.types = accepted(verb, receiver                                         ? "C"
                                   : word.relation == Deprel::nsubj && !word.clitic ? "A"
                                                                                    : "B");
        use.subject = subject || receiver;
        use.thing = is(ClassOf::thing);
        use.human = is(ClassOf::human) || (!use.thing && asks_person(use.types));
        use.several = is(ClassOf::several) || (subject && is_plural(view_, verb));
        const bool he = is(ClassOf::masculine), she = is(ClassOf::feminine);
        if (he != she)
            use.gender = he ? Features::Gender::masculine : Features::Gender::feminine;
        auto here = antecedents_in(view_, i);
        std::erase_if(here, [&](const Antecedent& a) {
            return view_.words[a.word].clause == word.clause || a.mention == no_index;
        });
        auto chosen = choose_antecedent(context_, here, use, barred);
        for (auto back = 0U; chosen.empty() && here.empty() && back < Discourse::remembered; ++back) {
            const auto before = discourse_.named_before(back);
            chosen = choose_antecedent(context_, before, use, barred);
            if (!before.empty())
                break;
        }
        name(i, chosen);
    }

    /// One word holds mentions that follow one another only.
    void name(std::uint32_t i, const std::vector<std::uint32_t>& chosen) {
        for (std::size_t k = 1; k < chosen.size(); ++k)
            if (chosen[k] != chosen[0] + k)
                return;
        if (chosen.empty())
            return;
        view_.words[i].first_mention = chosen[0];
        view_.words[i].mention_count = std::uint32_t(chosen.size());
        view_.named.push_back(i);
        if (!view_.words[i].clitic)
            note(i, chosen, MentionKind::pronoun);
    }

    /// Entities that are arguments of the same verb, or that do what it tells from above: "Bosch bought it",
    /// "Renault veut le racheter".
    std::vector<std::uint32_t> beside(std::uint32_t verb, std::uint32_t pronoun) const {
        std::vector<std::uint32_t> entities;
        const auto take = [&](std::uint32_t i) {
            const auto& word = view_.words[i];
            for (std::uint32_t m = 0; m < word.mention_count; ++m)
                entities.push_back(context_.entities.mentions[word.first_mention + m].entity);
        };
        if (is_subject(view_.words[pronoun].relation)) {
            for (const auto child : view_.children_of(verb))
                if (child != pronoun)
                    take(child);
            return entities;
        }
        auto at = verb;
        for (int steps = 0; steps < 4; ++steps) {
            const auto clause = view_.words[at].clause;
            for (const auto i : view_.named)
                if (i != pronoun && i != verb && view_.words[i].clause == clause)
                    take(i);
            const auto& word = view_.words[at];
            if (word.head < 0 || (word.relation != Deprel::xcomp && word.relation != Deprel::conj))
                break;
            at = std::uint32_t(word.head);
            if (word.relation == Deprel::conj) { // whose subject it shares
                for (const auto child : view_.children_of(at))
                    if (is_subject(view_.words[child].relation))
                        take(child);
                break;
            }
        }
        return entities;
    }

    /// The types of entities that a slot of the verb takes: bits 1 << EntityType.
    std::uint8_t accepted(std::uint32_t verb, std::string_view slot) const {
        // A row that asks for a plain noun is not about a pronoun.
        const auto trigger = std::ranges::find_if(triggers_, [&](const Trigger& t) {
            return t.word == verb &&
                   std::ranges::none_of(context_.lexicon[t.entry].requirements,
                                        [](const auto& r) { return r.nouns != 0 && r.types == 0; });
        });
        if (trigger == triggers_.end())
            return 0xFF;
        const auto& frame = context_.frames[context_.lexicon[trigger->entry].frame];
        const auto role = frame.role_of(slot);
        const auto* spec = role ? frame.find(*role) : nullptr;
        return spec ? spec->types : 0xFF;
    }

    const ReadingContext& context_;
    const Discourse& discourse_;
    std::span<const Trigger> triggers_;
    SentenceView& view_;
    std::vector<EntityMention>& found_;
};

} // namespace

void resolve_pronouns(const ReadingContext& context, const Discourse& discourse,
                      std::span<const Trigger> triggers, SentenceView& view,
                      std::vector<EntityMention>& found) {
    if (view.parsed)
        Pronouns(context, discourse, triggers, view, found).resolve();
}

} // namespace timeloom
