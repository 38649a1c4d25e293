// How far each cue reaches up and down the tree.
#include "events/factuality.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Kind = Clause::Kind;

constexpr int climb = 10; ///< steps up a tree

} // namespace

/// Whether a word says of its subject that it is planned, failed or possible ("está prevista la fusión"): an
/// adjective, or a verb with nothing else to govern.
bool FactualityJudge::governs_subject(std::uint32_t word, const FoundCue& found) const {
    const auto& cue = table_[found.cue];
    if (cue.scope != CueScope::complement)
        return false;
    return cue.pos == TriggerPos::adjective ||
           std::ranges::none_of(view_.children_of(word), [&](std::uint32_t child) {
               const auto relation = view_.words[child].relation;
               if (child > found.word && child <= found.last) // "came to nothing"
                   return false;
               return relation == Deprel::obj || relation == Deprel::xcomp || relation == Deprel::ccomp ||
                      relation == Deprel::obl;
           });
}

/// Whether the word is itself a denial of what it governs.
bool FactualityJudge::denies(std::uint32_t word) const {
    const auto c = cue_at_[word];
    return c != no_index && table_[cues_[c].cue].negative &&
           table_[cues_[c].cue].scope == CueScope::complement;
}

/// Whether the word says of what it governs that it is so ("confirmed", "managed to").
bool FactualityJudge::settles(std::uint32_t word) const {
    const auto c = cue_at_[word];
    return c != no_index && table_[cues_[c].cue].settles;
}

/// "a report according to which it sold Arvo"
bool FactualityJudge::told_by(std::uint32_t word) const {
    const auto c = cue_at_[view_.clauses[view_.words[word].clause].first];
    return view_.parsed && view_.words[word].relation == Deprel::acl_relcl && c != no_index &&
           table_[cues_[c].cue].pos == TriggerPos::fixed && table_[cues_[c].cue].scope == CueScope::holder;
}

/// Whether a negation hangs on the word.
bool FactualityJudge::denied(std::uint32_t word) const {
    return std::ranges::any_of(view_.children_of(word), [&](std::uint32_t child) {
        const auto c = cue_at_[child];
        return c != no_index && table_[cues_[c].cue].negative &&
               table_[cues_[c].cue].scope == CueScope::clause;
    });
}

/// Cues above the word in the tree, as far as it is what they govern, but for the word `plain`. Whether there
/// was any.
bool FactualityJudge::apply_governing(std::uint32_t word, std::uint32_t plain, Judgement& judgement) const {
    bool any = false;
    bool told = false;     // a verb of saying was passed: what denies it leaves open what it tells
    bool of_noun = false;  // "plans to", "reports that" was passed: what the verb does with the noun counts
    bool reported = false; // … and it was one of hearsay
    bool beside = false;   // "comment on the sale": the noun is only what a verb is about
    auto here = word, below = word;
    for (int steps = 0; steps < climb; ++steps) {
        const auto relation = view_.words[here].relation;
        const auto up = told_by(here) ? std::uint32_t(view_.words[here].head) : governor(here);
        if (up == no_index)
            return any;
        const bool governed =
            relation == Deprel::acl_relcl || relation == Deprel::xcomp || relation == Deprel::ccomp ||
            relation == Deprel::obj || relation == Deprel::csubj || relation == Deprel::acl ||
            relation == Deprel::obl || relation == Deprel::nsubj_pass || relation == Deprel::nmod ||
            relation == Deprel::advcl || relation == Deprel::dep;
        const auto c = up == plain ? no_index : cue_at_[up];
        if (relation == Deprel::nsubj && steps == 0 && c != no_index &&
            view_.words[word].upos == Upos::NOUN && governs_subject(up, cues_[c])) {
            apply(cues_[c], judgement);
            any = true;
        }
        if (governed && c != no_index) {
            const auto& cue = table_[cues_[c].cue];
            const bool mere_noun = relation == Deprel::obj || relation == Deprel::obl ||
                                   relation == Deprel::nsubj_pass || relation == Deprel::nmod;
            // "accused of breaking": the last word of the cue marks what is said, also where that was
            // taken for a part of who is accused.
            const auto last = cues_[c].last;
            const auto beside_noun = view_.words[below].relation;
            const bool part =
                (relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::obl) &&
                (beside_noun == Deprel::acl || beside_noun == Deprel::xcomp ||
                 beside_noun == Deprel::advcl) &&
                view_.words[last].head == std::int32_t(below);
            const bool marked =
                last != cues_[c].word && (view_.words[last].head == std::int32_t(here) || part);
            const bool says =
                cue.scope == CueScope::holder &&
                (relation == Deprel::ccomp || relation == Deprel::xcomp || marked ||
                 (cue.pos == TriggerPos::noun && (relation == Deprel::acl || relation == Deprel::acl_relcl)));
            // "cancelled flights because of the strike"
            const bool reason = cue.undone && relation == Deprel::obl && last == cues_[c].word;
            // "Fundada en 1958, la naviera estuvo a punto de quebrar": what stands before is not governed
            const bool beside_it =
                relation == Deprel::advcl && (cue.pos == TriggerPos::verb || here < cues_[c].word);
            const bool wants = cue.scope == CueScope::complement && !reason && !beside_it &&
                               (!mere_noun || steps == 0 || of_noun);
            if (says || wants) {
                // "«…», a démenti Brandt": what is quoted stands as it is said
                const bool quoted = cue.attribution && cue.negative &&
                                    view_.clauses[view_.words[here].clause].kind == Kind::quotation;
                if (quoted) {
                    judgement.holders.push_back(up);
                    return true;
                }
                const bool denial = cue.negative || cue.undone;
                // "does not rule out selling", "declined to confirm that it sold": it may or may not.
                if ((denial && (told || denied(up))) || (cue.settles && cue.attribution && denied(up)))
                    judgement.weaken(Modality::possible);
                else if (cue.settles && denied(up)) // "did not manage to"
                    judgement.polarity = Polarity::negative;
                else if (!(denial && beside))
                    apply(cues_[c], judgement);
                if (says && cue.plans && steps == 0 && is_bare_infinitive(here))
                    judgement.weaken(Modality::planned);
                if (cue.undone && relation == Deprel::xcomp)
                    judgement.polarity = Polarity::negative;
                // "rejected reports that …", "dropped plans to …"
                if (denial && of_noun && mere_noun && !told) {
                    judgement.polarity = Polarity::negative;
                    if (reported)
                        judgement.holders.push_back(up);
                }
                any = true;
            }
        }
        if (relation == Deprel::advcl && c == no_index && view_.words[up].upos != Upos::NOUN)
            return any;
        // "forgot to pay and sued": a finite verb is not joined to an infinitive
        if (relation == Deprel::conj && view_.words[here].features.tense == Features::Tense::past &&
            view_.words[up].features.form == Features::Form::infinitive)
            return any;
        // A negated or modal verb above passes its doubt on to what it governs.
        if (relation == Deprel::xcomp || relation == Deprel::ccomp ||
            (of_noun && (relation == Deprel::obj || relation == Deprel::obl))) {
            for (const auto child : view_.children_of(up)) {
                const auto k = cue_at_[child];
                if (k == no_index || table_[cues_[k].cue].scope != CueScope::clause)
                    continue;
                if (relation == Deprel::ccomp && c != no_index && table_[cues_[c].cue].attribution)
                    continue;
                if (table_[cues_[k].cue].negative && (denies(up) || told || settles(up)))
                    continue;
                apply(cues_[k], judgement);
            }
        }
        const auto* passed = c == no_index ? nullptr : &table_[cues_[c].cue];
        told |= (relation == Deprel::ccomp || relation == Deprel::xcomp || relation == Deprel::advcl) &&
                passed && passed->attribution && !passed->negative && passed->pos == TriggerPos::verb;
        of_noun = passed && passed->pos == TriggerPos::noun &&
                  (relation == Deprel::acl || relation == Deprel::acl_relcl || relation == Deprel::ccomp ||
                   relation == Deprel::xcomp || relation == Deprel::advcl || relation == Deprel::nmod);
        reported = of_noun && passed->modality == Modality::reported;
        beside |= relation == Deprel::obl && view_.words[up].upos == Upos::VERB && !passed;
        below = here;
        here = up;
    }
    return any;
}

/// "announced to buy", but not "announced to have bought"
bool FactualityJudge::is_bare_infinitive(std::uint32_t word) const {
    return view_.words[word].features.form == Features::Form::infinitive &&
           std::ranges::none_of(view_.children_of(word), [&](std::uint32_t child) {
               return view_.words[child].is(ClassOf::perfect) ||
                      view_.words[child].features.form == Features::Form::participle;
           });
}

/// "No company bought Arvo", "kein Unternehmen", "ninguna empresa": a denying determiner of subject or
/// object.
void FactualityJudge::apply_determiners(std::uint32_t word, Judgement& judgement) const {
    if (view_.words[word].upos != Upos::VERB)
        return;
    for (const auto child : view_.children_of(word)) {
        const auto relation = view_.words[child].relation;
        if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass && relation != Deprel::obj)
            continue;
        for (const auto determiner : view_.children_of(child)) {
            const auto c = cue_at_[determiner];
            if (c != no_index && view_.words[determiner].relation == Deprel::det &&
                table_[cues_[c].cue].negative && table_[cues_[c].cue].pos == TriggerPos::adjective)
                judgement.polarity = Polarity::negative;
        }
    }
}

/// Cues below the word: "without", "planned", and the last word of "plans to".
void FactualityJudge::apply_markers(std::uint32_t word, Judgement& judgement) const {
    for (const auto child : view_.children_of(word)) {
        const auto c = cue_at_[child];
        if (c == no_index || table_[cues_[c].cue].scope != CueScope::complement)
            continue;
        // "said that she is willing to sell": what is said has doubts of its own
        const auto relation = view_.words[child].relation;
        if (relation == Deprel::ccomp || relation == Deprel::parataxis || relation == Deprel::conj)
            continue;
        const auto pos = table_[cues_[c].cue].pos;
        const bool marks = cues_[c].word < word && child == cues_[c].last && child != cues_[c].word;
        const bool participle = view_.words[child].features.form == Features::Form::participle &&
                                !table_[cues_[c].cue].attribution; // "the sale planned for May"
        const bool attribute =
            view_.words[child].relation == Deprel::amod ||
            ((pos == TriggerPos::adjective || participle) && view_.words[child].relation == Deprel::acl);
        const bool modal = view_.words[child].relation == Deprel::aux; // what the parser takes for one
        if (marks || attribute || modal || (pos != TriggerPos::verb && pos != TriggerPos::noun))
            apply(cues_[c], judgement);
        // "has no intention of buying"
        if (marks && table_[cues_[c].cue].modality == Modality::planned && denied(cues_[c].word))
            judgement.polarity = Polarity::negative;
    }
    // Right before its noun an adjective is its attribute, whatever the parser thought of it ("la future
    // fusion").
    if (word == 0 || view_.words[word].upos != Upos::NOUN)
        return;
    const auto c = cue_at_[word - 1];
    if (c != no_index && table_[cues_[c].cue].pos == TriggerPos::adjective &&
        table_[cues_[c].cue].scope == CueScope::complement &&
        view_.words[word - 1].head != std::int32_t(word))
        apply(cues_[c], judgement);
}

} // namespace timeloom
