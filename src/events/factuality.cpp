#include "events/factuality.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Kind = Clause::Kind;
using Form = Features::Form;

/// The stronger doubt wins when several cues govern one word.
constexpr int rank(Modality modality) {
    switch (modality) {
    case Modality::asserted:
        return 0;
    case Modality::reported:
        return 1;
    case Modality::planned:
        return 2;
    case Modality::possible:
        return 3;
    case Modality::conditional:
        return 4;
    }
    return 0;
}

/// "hätte", "wäre"
bool past_subjunctive(const Features& features) {
    return features.mood == Features::Mood::subjunctive &&
           (features.tense == Features::Tense::past || features.tense == Features::Tense::imperfect);
}

/// Verbs that one auxiliary serves: "had warned, dismissed and replaced".
constexpr int most_joined = 4;

bool is_auxiliary(Deprel relation) {
    return relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
}

} // namespace

void Judgement::weaken(Modality doubt) {
    if (rank(doubt) > rank(modality))
        modality = doubt;
}

/// "sobre si alojar o no", "se ospitare o meno", "no quiso decir si vende": what is open, no condition.
bool FactualityJudge::asks(const FoundCue& cue) const {
    const auto next = cue.last + 1;
    const auto said = cue.word > 0 ? cue_at_[cue.word - 1] : no_index;
    if (said != no_index && cues_[said].word == cue.word - 1 && table_[cues_[said].cue].attribution &&
        view_.words[cue.word - 1].features.form == Form::infinitive)
        return true;
    return cue.word == cue.last &&
           ((cue.word > 0 && view_.words[cue.word - 1].preposition) ||
            (next < view_.words.size() && view_.words[next].features.form == Form::infinitive));
}

/// "desde que voltou": with a verb that tells what was, since when it is; no condition.
bool FactualityJudge::counts_time(const FoundCue& cue) const {
    const auto verb = view_.clauses[view_.words[cue.last].clause].verb;
    if (cue.last != cue.word + 1 || view_.words[cue.word].preposition == 0 || verb == no_index)
        return false;
    const auto& features = view_.words[verb].features;
    return features.mood == Features::Mood::indicative && features.tense == Features::Tense::past;
}

FactualityJudge::FactualityJudge(const SentenceView& view, const CueTable& table)
    : view_(view), table_(table), cues_(table.find(view)), cue_at_(view.words.size(), no_index),
      asked_(!view.words.empty() && view.text(std::uint32_t(view.words.size() - 1)) == "?" &&
             std::ranges::none_of(view.words.begin(),
                                  view.words.begin() +
                                      std::min<std::ptrdiff_t>(3, view.words.end() - view.words.begin()),
                                  [](const auto& word) { return word.is(ClassOf::asking); })) {
    for (std::uint32_t c = 0; c < cues_.size(); ++c) {
        // What hangs on any word of a fixed expression hangs on the cue; a verb's words may have others
        // between.
        const bool fixed = table_[cues_[c].cue].pos == TriggerPos::fixed;
        for (auto i = cues_[c].word; i <= cues_[c].last; ++i)
            if (i == cues_[c].word || (cue_at_[i] == no_index && (fixed || i == cues_[c].last)))
                cue_at_[i] = c;
        const auto word = cues_[c].word;
        const bool pronoun = view.has(word, ClassOf::reflexive) &&
                             view.clauses[view.words[word].clause].opener != word && word > 0 &&
                             !view.words[word - 1].punctuation();
        const auto scope = table_[cues_[c].cue].scope;
        if (scope == CueScope::opening ||
            (scope == CueScope::condition && !pronoun && !asks(cues_[c]) && !counts_time(cues_[c])))
            condition_clauses_.push_back({view.words[cues_[c].last].clause, table_[cues_[c].cue].negative});
    }
    std::ranges::sort(condition_clauses_, {}, &Condition::clause);
}

std::pair<std::size_t, std::size_t> FactualityJudge::between(std::uint32_t first, std::uint32_t end) const {
    const auto low = std::ranges::lower_bound(cues_, first, {}, &FoundCue::word);
    const auto high = std::ranges::lower_bound(low, cues_.end(), end, {}, &FoundCue::word);
    return {std::size_t(low - cues_.begin()), std::size_t(high - cues_.begin())};
}

void FactualityJudge::apply(const FoundCue& found, Judgement& judgement) const {
    const auto& cue = table_[found.cue];
    if (cue.negative)
        judgement.polarity = Polarity::negative;
    judgement.ends |= cue.ends;
    judgement.undone |= cue.undone;
    // "would" without any "if" is the future of what was said.
    const bool future =
        cue.modality == Modality::conditional && cue.scope == CueScope::clause && condition_clauses_.empty();
    if (cue.modality)
        judgement.weaken(future ? Modality::planned : *cue.modality);
    if (cue.settles && judgement.modality != Modality::conditional)
        judgement.modality = Modality::asserted;
    if (cue.attribution)
        judgement.holders.push_back(found.word);
}

std::uint32_t FactualityJudge::governor(std::uint32_t word) const {
    if (!view_.parsed)
        return no_index;
    const auto& w = view_.words[word];
    switch (w.relation) {
    case Deprel::acl_relcl:
    case Deprel::parataxis:
    case Deprel::appos:
    case Deprel::root:
        return no_index;
    default:
        return w.head < 0 ? no_index : std::uint32_t(w.head);
    }
}

void FactualityJudge::apply_conditions(std::uint32_t word, Judgement& judgement) const {
    if (condition_clauses_.empty())
        return;
    const auto own = view_.words[word].clause;
    const auto in = std::ranges::lower_bound(condition_clauses_, own, {}, &Condition::clause);
    if (in != condition_clauses_.end() && in->clause == own) {
        judgement.condition = true;
        if (in->negative) // "unless it pays": the condition is that it does not
            judgement.polarity = Polarity::negative;
        judgement.weaken(Modality::conditional);
        return;
    }
    for (const auto& [condition, negative] : condition_clauses_) {
        const auto parent = view_.clauses[condition].parent;
        const bool before = view_.clauses[condition].first <= 2 && view_.clauses[own].kind != Kind::relative;
        if (parent == own ||
            (before && (view_.clauses[own].parent == no_index || view_.clauses[own].parent == condition ||
                        view_.clauses[own].parent == parent))) {
            judgement.condition_clause = condition;
            judgement.weaken(Modality::conditional);
            return;
        }
    }
}

/// Tense and mood of the verb and its auxiliaries.
void FactualityJudge::apply_verb_group(std::uint32_t verb, const Features& form, Judgement& judgement) const {
    const auto look = [&](const Features& features) {
        if (features.form != Form::finite)
            return;
        switch (features.tense) {
        case Features::Tense::future:
            judgement.tense = ClauseTense::future;
            break;
        case Features::Tense::pluperfect:
            judgement.anterior = true;
            judgement.tense = ClauseTense::past;
            break;
        case Features::Tense::imperfect:
            judgement.ongoing = true;
            [[fallthrough]];
        case Features::Tense::past:
            judgement.tense = ClauseTense::past;
            break;
        case Features::Tense::present:
            if (judgement.tense == ClauseTense::none)
                judgement.tense = ClauseTense::present;
            break;
        default:
            break;
        }
        if (features.tense == Features::Tense::future)
            judgement.weaken(Modality::planned);
        if (features.mood == Features::Mood::conditional) {
            // In what somebody said it is the future of the past; elsewhere the mark of hearsay.
            const auto kind = view_.clauses[view_.words[verb].clause].kind;
            const bool said = kind == Kind::complement || // "dijo el lunes que compraría"
                              (view_.parsed && view_.words[verb].relation == Deprel::ccomp);
            judgement.weaken(said ? Modality::planned : Modality::reported);
        }
    };
    if (verb == no_index)
        return;
    const auto& seen = view_.words[verb].features;
    const bool known = seen.form != Form::none || view_.words[verb].word_class;
    // "qu'elle investirait": what the table says of the form's mood no tagger knows better
    const bool conditional = form.form == Form::finite && form.mood == Features::Mood::conditional;
    look(known && !(conditional && seen.form == Form::finite) ? seen : form);
    judgement.told =
        seen.form == Form::finite && seen.mood == Features::Mood::subjunctive && !past_subjunctive(seen);
    bool perfect = false, unreal = false;
    const auto kind = view_.clauses[view_.words[verb].clause].kind;
    const bool main = kind == Kind::main || kind == Kind::coordinate;
    const bool infinitive = view_.words[verb].features.form == Form::infinitive;
    const auto auxiliary = [&](std::uint32_t i) {
        look(view_.words[i].features);
        // "wird kaufen": the auxiliary of the passive makes the future of an infinitive.
        if (infinitive && view_.words[i].is(ClassOf::passive) && view_.words[i].relation == Deprel::aux &&
            view_.words[i].features.tense == Features::Tense::present &&
            view_.words[i].features.mood != Features::Mood::conditional) {
            judgement.tense = ClauseTense::future;
            judgement.weaken(Modality::planned);
        }
        const auto& word = view_.words[i];
        perfect |= word.is(ClassOf::perfect);
        unreal |= word.features.mood == Features::Mood::conditional ||
                  (past_subjunctive(word.features) && main) ||
                  (cue_at_[i] != no_index && table_[cues_[cue_at_[i]].cue].modality == Modality::conditional);
        judgement.told |= word.features.form == Form::finite &&
                          word.features.mood == Features::Mood::subjunctive &&
                          !past_subjunctive(word.features);
        judgement.anterior |= word.is(ClassOf::perfect) && word.features.form == Form::finite &&
                              word.features.mood != Features::Mood::subjunctive &&
                              (word.features.tense == Features::Tense::past ||
                               word.features.tense == Features::Tense::imperfect);
    };
    if (view_.parsed) {
        const auto above = view_.words[verb].head; // "estaria a comprar": the copula has its tense and mood
        if (infinitive && above >= 0 && view_.words[verb].relation == Deprel::xcomp &&
            view_.words[std::size_t(above)].is(ClassOf::passive))
            look(view_.words[std::size_t(above)].features);
        // "will travel to meet Brandt"
        if (infinitive && above >= 0 && view_.words[verb].relation == Deprel::advcl &&
            view_.words[std::size_t(above)].features.form == Form::finite &&
            view_.words[std::size_t(above)].features.tense == Features::Tense::future)
            judgement.weaken(Modality::planned);
        // "had warned the staff and closed the plant": one auxiliary for both participles.
        auto helped = verb;
        for (int steps = 0; steps < most_joined && view_.words[helped].features.form == Form::participle &&
                            view_.words[helped].relation == Deprel::conj && !has_auxiliary(helped);
             ++steps)
            helped = std::uint32_t(view_.words[helped].head);
        if (helped != verb && view_.words[helped].is(ClassOf::perfect)) // "hatte Arvo gewarnt und entlassen"
            auxiliary(helped);
        for (const auto child : view_.children_of(helped))
            if (is_auxiliary(view_.words[child].relation))
                auxiliary(child);
    } else {
        for (auto i = verb; i > 0 && verb - i < 8; --i) {
            const auto& w = view_.words[i - 1];
            if (w.clause != view_.words[verb].clause)
                break;
            if (w.is(ClassOf::perfect) || w.is(ClassOf::passive) || w.is(ClassOf::modal))
                auxiliary(i - 1);
        }
    }
    if (perfect && judgement.tense == ClauseTense::present)
        judgement.tense = ClauseTense::past;
    judgement.anterior |= perfect && judgement.told && judgement.tense == ClauseTense::past; // "habe gekauft"
    judgement.ongoing &= !judgement.anterior;
    // "would have bought", "ohne das Veto hätte … gekauft": it did not
    if (unreal && perfect && (!hearsay_mood(verb) || lacks_something(verb)))
        judgement.weaken(Modality::conditional);
}

/// Whether the conditional of the verb may be the mark of hearsay ("aurait vendu").
bool FactualityJudge::hearsay_mood(std::uint32_t verb) const {
    return std::ranges::any_of(view_.children_of(verb), [&](std::uint32_t child) {
        return view_.words[child].features.mood == Features::Mood::conditional &&
               view_.words[child].is(ClassOf::perfect);
    });
}

/// Whether something is told to be missing: "sans le veto".
bool FactualityJudge::lacks_something(std::uint32_t verb) const {
    return std::ranges::any_of(view_.children_of(verb), [&](std::uint32_t child) {
        return view_.words[child].relation == Deprel::obl &&
               std::ranges::any_of(view_.children_of(child), [&](std::uint32_t preposition) {
                   return denies(preposition) && view_.words[preposition].relation == Deprel::case_;
               });
    });
}

bool FactualityJudge::has_auxiliary(std::uint32_t verb) const {
    return std::ranges::any_of(view_.children_of(verb), [&](std::uint32_t child) {
        return is_auxiliary(view_.words[child].relation);
    });
}

/// "soll gekauft haben", "soll gekauft worden sein": a modal before an infinitive of the perfect.
bool FactualityJudge::is_hearsay(std::uint32_t verb) const {
    if (verb == no_index || !view_.parsed || view_.words[verb].features.form == Form::infinitive)
        return false;
    bool modal = false, perfect = false;
    for (const auto child : view_.children_of(verb)) {
        const auto& word = view_.words[child];
        modal |= word.is(ClassOf::hearsay);
        perfect |= word.is(ClassOf::perfect) ||
                   (word.relation == Deprel::aux_pass && word.features.form == Form::participle);
    }
    return modal && perfect;
}

Judgement FactualityJudge::marked(std::uint32_t word) const {
    Judgement judgement;
    apply_markers(word, judgement);
    return judgement;
}

Judgement FactualityJudge::judge(std::uint32_t word, std::uint32_t verb, const Features& form,
                                 bool plain) const {
    Judgement judgement;
    // "no devolvió el dinero que recibió": what is told stands in the clause about its noun
    if (verb != no_index && verb != word && view_.parsed && view_.words[verb].relation == Deprel::acl_relcl &&
        view_.words[verb].head == std::int32_t(word))
        word = verb;
    apply_verb_group(verb, form, judgement);
    // A question asks whether it is so.
    if (asked_ && view_.clauses[view_.words[word].clause].kind == Kind::main)
        judgement.weaken(Modality::possible);
    if (view_.parsed) {
        bool governed = apply_governing(word, plain ? verb : no_index, judgement);
        if (verb != word && verb != no_index)
            governed |= apply_governing(verb, no_index, judgement);
        if (!governed)
            apply_opening(verb == no_index ? word : verb, judgement);
        apply_markers(word, judgement);
        apply_determiners(verb == no_index ? word : verb, judgement);
        if (verb != word && verb != no_index)
            apply_markers(verb, judgement);
    } else {
        apply_before(word, judgement);
    }
    apply_clause(word, verb == no_index ? word : verb, judgement);
    apply_detached(word, judgement);
    if (judgement.modality == Modality::planned && is_hearsay(verb))
        judgement.modality = Modality::reported;
    apply_conditions(word, judgement);
    apply_awaited(verb == no_index ? word : verb, judgement);
    const auto kind = view_.clauses[view_.words[word].clause].kind;
    judgement.told &= (kind == Kind::main || kind == Kind::coordinate) && judgement.holders.empty();
    std::ranges::sort(judgement.holders);
    const auto repeated = std::unique(judgement.holders.begin(), judgement.holders.end());
    judgement.holders.erase(repeated, judgement.holders.end());
    return judgement;
}

} // namespace timeloom
