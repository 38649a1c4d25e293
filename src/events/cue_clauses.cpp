// How far each cue reaches over its clause, and by position where there is no tree.
#include "events/factuality.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Kind = Clause::Kind;

constexpr std::uint32_t governed_reach = 10; ///< how far a cue reaches to what it governs, without a tree
constexpr std::uint32_t clause_reach = 40;   ///< how far within a clause that has no end
constexpr int climb = 10;                    ///< steps up a tree

} // namespace

/// Without a tree: cues before the word that govern it, in its clause or in the one that its clause
/// completes.
void FactualityJudge::apply_before(std::uint32_t word, Judgement& judgement) const {
    const auto own = view_.words[word].clause;
    const auto [low, high] = between(word > governed_reach ? word - governed_reach : 0, word);
    for (auto c = low; c < high; ++c) {
        const auto& cue = table_[cues_[c].cue];
        if (cues_[c].word == word || view_.words[cues_[c].word].clause != own)
            continue;
        if (cue.scope == CueScope::complement) {
            const auto distance = word - cues_[c].last;
            if (cue.pos == TriggerPos::verb ? distance <= 6 : distance <= 3)
                apply(cues_[c], judgement);
        }
    }
    apply_opening(word, judgement);
}

/// What a clause completes stands before it: "…, said that", "rumours that".
void FactualityJudge::apply_opening(std::uint32_t word, Judgement& judgement) const {
    const auto& clause = view_.clauses[view_.words[word].clause];
    if (clause.kind != Kind::complement || clause.first == 0)
        return;
    // "resigned hours after it lost": when it happened, and nothing that was said
    auto before = clause.first - 1;
    while (before > 0 && view_.words[before].preposition)
        --before;
    if (view_.words[before].timex != no_index || view_.has(before, ClassOf::later) ||
        view_.has(before, ClassOf::earlier))
        return;
    const auto [first, last] = between(clause.first > 12 ? clause.first - 12 : 0, clause.first);
    for (auto c = last; c > first; --c) {
        const auto& cue = table_[cues_[c - 1].cue];
        if (cue.pos != TriggerPos::verb && cue.pos != TriggerPos::noun)
            continue;
        if (cue.scope == CueScope::complement || cue.scope == CueScope::holder) {
            apply(cues_[c - 1], judgement);
            break;
        }
    }
}

/// Whether what denies a word denies its verb: a subject, or an object with none set against it ("nicht Arvo,
/// sondern Brandt").
bool FactualityJudge::stands_for_verb(std::uint32_t word) const {
    const auto relation = view_.words[word].relation;
    return relation == Deprel::nsubj ||
           (relation == Deprel::obj && std::ranges::none_of(view_.children_of(word), [&](auto child) {
                return view_.words[child].relation == Deprel::conj;
            }));
}

/// "bought Arvo and according to analysts overreached itself": of the second of two joined verbs alone.
bool FactualityJudge::of_joined_verb(std::uint32_t cue, std::uint32_t verb) const {
    if (!view_.parsed || verb > cue)
        return false;
    auto at = cue;
    for (int steps = 0; steps < climb && view_.words[at].upos != Upos::VERB && view_.words[at].head >= 0;
         ++steps)
        at = std::uint32_t(view_.words[at].head);
    const auto& joined = view_.words[at];
    if (joined.upos != Upos::VERB || joined.relation != Deprel::conj || joined.head != std::int32_t(verb))
        return false;
    return std::ranges::any_of(view_.children_of(at), [&](std::uint32_t child) {
        return view_.words[child].relation == Deprel::cc && child < cue;
    });
}

/// "“Nothing more,” said Brandt": whether a quotation ends between the two, with a comma or a full stop.
bool FactualityJudge::closes_quotation(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first + 1; i < last; ++i)
        if (view_.words[i].quote != QuoteMark::none && view_.words[i].quote != QuoteMark::opens &&
            ((view_.words[i - 1].punctuation() && view_.words[i - 1].quote == QuoteMark::none) ||
             view_.text(i + 1) == ","))
            return true;
    return false;
}

/// Cues for a whole clause: negation and adverbs near the verb.
void FactualityJudge::apply_clause(std::uint32_t word, std::uint32_t verb, Judgement& judgement) const {
    const auto own = view_.words[word].clause;
    const auto& clause = view_.clauses[own];
    const auto from = std::max(clause.first, word > clause_reach ? word - clause_reach : 0);
    const auto [low, high] = between(from, std::min(clause.end, word + clause_reach));
    for (auto c = low; c < high; ++c) {
        const auto& found = cues_[c];
        const auto& cue = table_[found.cue];
        if (view_.words[found.word].clause != own ||
            (found.whole ? found.word <= word && word <= found.last && found.word != found.last
                         : word == found.word || word == found.last))
            continue;
        if ((cue.scope == CueScope::holder || cue.scope == CueScope::source) &&
            cue.pos == TriggerPos::fixed) {
            if (!of_joined_verb(found.word, verb))
                apply(found, judgement);
            continue;
        }
        if (cue.scope != CueScope::clause)
            continue;
        // By position a negation stands right before its verb, or behind it where verbs come late.
        if (!view_.parsed && cue.negative) {
            const auto at = verb;
            const auto distance = found.last < at ? at - found.last : found.word - at;
            if (distance > (found.last < at ? 5U : 8U) || (found.last < at && cut_between(found.last, at)))
                continue;
        }
        // In a tree the cue must hang on the trigger's own verb, or on what governs it.
        if (view_.parsed) {
            // What stands beside the clause ("after buying …") has its own doubts.
            const auto beside = [&](std::uint32_t i) {
                const auto relation = view_.words[i].relation;
                return relation == Deprel::advcl || relation == Deprel::acl_relcl ||
                       relation == Deprel::parataxis;
            };
            // "contratado em janeiro, deve deixar": a participle beside its noun has no modal
            if (cue.negative && closes_quotation(found.last, word))
                continue;
            const bool aside = !cue.negative && view_.words[word].relation == Deprel::acl &&
                               view_.words[word].features.form == Features::Form::participle;
            const auto hangs = [&](std::uint32_t part) {
                auto head = view_.words[part].head;
                // "nem X assinou": on the subject; "hat nicht die Fabrik verkauft": on the object.
                if (head >= 0 && cue.negative && stands_for_verb(std::uint32_t(head)))
                    head = view_.words[std::size_t(head)].head;
                if (head >= 0 && head != std::int32_t(word) && cue.negative &&
                    (denies(std::uint32_t(head)) || settles(std::uint32_t(head))))
                    return false; // "not rule out …", "not confirm …" are weighed above
                return head == std::int32_t(word) || head == std::int32_t(verb) ||
                       (head == view_.words[word].head && !beside(word) && !aside) ||
                       (view_.words[part].relation == Deprel::root && !aside) ||
                       (verb != no_index && head == view_.words[verb].head && !beside(verb));
            };
            // "according to unconfirmed reports": beside the noun of a phrase that hangs on the verb.
            const auto up = view_.words[found.word].head;
            const bool attribute = view_.words[found.word].relation == Deprel::amod && !cue.negative &&
                                   up >= 0 && view_.words[std::size_t(up)].relation == Deprel::obl;
            // "onde deve se encontrar": a modal that was taken for the verb.
            const auto completes = [&](std::uint32_t i) {
                return i != no_index && view_.words[i].relation == Deprel::xcomp &&
                       view_.words[i].head == std::int32_t(found.word);
            };
            // The head of an expression is not always its first word ("no longer").
            const bool ours = hangs(found.word) || hangs(found.last) ||
                              (attribute && hangs(std::uint32_t(up))) || completes(word) || completes(verb);
            // Several words together ("al parecer") are no accident of the parser.
            const bool expression = cue.pos == TriggerPos::fixed && found.last > found.word && !cue.negative;
            if (!ours && !expression && (cue.negative || found.word > word))
                continue;
            if (!ours && !expression && view_.words[found.word].upos != Upos::ADV &&
                view_.words[found.word].upos != Upos::PART)
                continue;
        }
        apply(found, judgement);
    }
}

/// What stands in a clause of its own: "según X" and "ao que parece" at the head of the sentence hold for its
/// main clauses, a phrase without a verb ("sans doute") for the clause around it.
void FactualityJudge::apply_detached(std::uint32_t word, Judgement& judgement) const {
    const auto own = view_.words[word].clause;
    const auto& clause = view_.clauses[own];
    const bool main =
        clause.kind == Kind::main || clause.kind == Kind::coordinate || clause.kind == Kind::complement;
    for (const auto& found : cues_) {
        const auto& cue = table_[found.cue];
        const auto place = view_.words[found.word].clause;
        if (cue.pos != TriggerPos::fixed || place == own ||
            (found.word > 0 && view_.clauses[place].kind == Kind::relative))
            continue;
        const bool expression = (cue.scope == CueScope::clause || cue.scope == CueScope::source) &&
                                cue.modality && found.last > found.word;
        const bool head = main && found.word <= 2 && cue.modality == Modality::reported;
        const bool inside = view_.clauses[place].parent == own && view_.clauses[place].verb == no_index;
        if (cue.scope == CueScope::holder ? main && found.word <= 2 : expression && (head || inside))
            apply(found, judgement);
    }
}

bool FactualityJudge::cut_between(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first + 1; i < last; ++i)
        if (view_.words[i].punctuation())
            return true;
    return false;
}

/// "Brandt will wait until Arvo *pays*": what a plan waits for, or comes before, is still to come.
void FactualityJudge::apply_awaited(std::uint32_t word, Judgement& judgement) const {
    constexpr std::uint32_t longest = 3; // "antes de que", "jusqu'à ce que"
    const auto& clause = view_.clauses[view_.words[word].clause];
    if (judgement.modality != Modality::asserted || judgement.tense != ClauseTense::present ||
        clause.opener == no_index || clause.parent == no_index)
        return;
    auto opener = clause.opener;
    while (opener > 0 && clause.opener - opener < longest && !view_.has(opener, ClassOf::awaiting))
        --opener;
    auto main = view_.clauses[clause.parent].verb;
    if (!view_.has(opener, ClassOf::awaiting) || main == no_index)
        return;
    const auto relation = view_.words[main].relation;
    if ((relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop) &&
        view_.words[main].head >= 0)
        main = std::uint32_t(view_.words[main].head);
    if (main != word && judge(main, main, {}).modality == Modality::planned)
        judgement.weaken(Modality::planned);
}

} // namespace timeloom
