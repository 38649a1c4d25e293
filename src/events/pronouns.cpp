#include "events/pronouns.hpp"

#include "events/phrases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// "dismissed her": whether a verb asks for persons first of all.
bool asks_person(std::uint8_t types) {
    return (types >> unsigned(EntityType::person) & 1U) && !(types >> unsigned(EntityType::place) & 1U);
}

bool is_subject(Deprel relation) {
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
}

class Pronouns {
  public:
    Pronouns(const ReadingContext& context, const Discourse& discourse, std::span<const Trigger> triggers,
             SentenceView& view)
        : context_(context), discourse_(discourse), triggers_(triggers), view_(view) {}

    void resolve() {
        for (std::uint32_t i = 0; i < view_.words.size(); ++i) {
            auto& word = view_.words[i];
            if (word.clitic) {
                stand_for(i, i, *word.clitic);
                continue;
            }
            const bool object = word.is(ClassOf::object) && !is_subject(word.relation);
            if ((!object && !word.is(ClassOf::third)) || word.head < 0 ||
                (word.upos != Upos::PRON && word.upos != Upos::PROPN))
                continue;
            if (is_subject(word.relation) || word.relation == Deprel::obj || word.relation == Deprel::iobj ||
                (word.relation == Deprel::obl && !object))
                stand_for(i, std::uint32_t(word.head), *word.word_class);
        }
        std::ranges::sort(view_.named);
    }

  private:
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
};

} // namespace

void resolve_pronouns(const ReadingContext& context, const Discourse& discourse,
                      std::span<const Trigger> triggers, SentenceView& view) {
    if (view.parsed)
        Pronouns(context, discourse, triggers, view).resolve();
}

} // namespace timeloom
