#include "events/factuality.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "events/spelling.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

using Kind = Clause::Kind;
using Form = Features::Form;

constexpr std::uint8_t cue_gap = 3;          ///< words between the parts of a cue ("ne … pas")
constexpr std::uint32_t governed_reach = 10; ///< how far a cue reaches to what it governs, without a tree
constexpr std::uint32_t clause_reach = 40;   ///< how far within a clause that has no end
constexpr int climb = 10;                    ///< steps up a tree

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

void weaken(Judgement& judgement, Modality modality) {
    if (rank(modality) > rank(judgement.modality))
        judgement.modality = modality;
}

struct PosName {
    std::string_view name;
    TriggerPos pos;
};
constexpr PosName pos_names[] = {
    {"V", TriggerPos::verb}, {"N", TriggerPos::noun}, {"A", TriggerPos::adjective}, {"X", TriggerPos::fixed}};

constexpr std::array<std::string_view, 4> scope_names = {"complement", "clause", "holder", "condition"};

} // namespace

CueTable::CueTable(const std::filesystem::path& folder) {
    const auto table = read_table(folder / "factuality.tsv", {4, 5});
    const Inflection inflection(folder);
    for (const auto& row : table.rows) {
        Cue cue;
        const auto* pos = std::ranges::find(pos_names, row[1], &PosName::name);
        if (pos == std::end(pos_names))
            table.fail(row, "the pos is \"" + std::string(row[1]) + "\"", "write V, N, A or X");
        cue.pos = pos->pos;
        const auto* scope = std::ranges::find(scope_names, row[3]);
        if (scope == scope_names.end())
            table.fail(row, "the scope is \"" + std::string(row[3]) + "\"", "see languages/README.md");
        cue.scope = CueScope(scope - scope_names.begin());
        for (const auto& effect : split(row[2], '+')) {
            if (effect == "negative")
                cue.negative = true;
            else if (effect == "ends")
                cue.ends = true;
            else if (effect == "attribution")
                cue.attribution = true;
            else if (effect == "asserted")
                cue.settles = true;
            else if (effect == "possible")
                cue.modality = Modality::possible;
            else if (effect == "planned")
                cue.modality = Modality::planned;
            else if (effect == "reported")
                cue.modality = Modality::reported;
            else if (effect == "conditional")
                cue.modality = Modality::conditional;
            else if (effect == "none")
                continue;
            else
                table.fail(row, "unknown effect \"" + effect + "\"", "see languages/README.md");
        }
        if (cue.scope == CueScope::holder)
            cue.attribution = true;
        cues_.push_back(cue);

        const auto words = split(row[0], ' ');
        const char inflects = row[1] == "X" ? char(0) : row[1].front();
        const auto forms = [&](const std::string& word) {
            std::vector<std::string> all = spellings(fold_case(word));
            if (inflects)
                for (auto& form : inflection.forms(word, inflects))
                    all.push_back(std::move(form.text));
            return all;
        };
        Pattern pattern{
            std::uint32_t(cues_.size() - 1), std::uint8_t(inflects == 'V' || cue.negative ? cue_gap : 0), {}};
        for (std::size_t i = 1; i < words.size(); ++i) {
            pattern.more.emplace_back();
            for (const auto& form : forms(words[i]))
                pattern.more.back().push_back(hash_key(form));
        }
        std::vector<std::uint64_t> done;
        for (const auto& form : forms(words.front())) {
            const auto key = hash_key(form);
            if (std::ranges::find(done, key) != done.end())
                continue;
            done.push_back(key);
            patterns_[key].push_back(pattern);
        }
    }
}

std::vector<FoundCue> CueTable::find(const SentenceView& view) const {
    std::vector<FoundCue> found;
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        const auto& word = view.words[i];
        const auto* patterns = patterns_.find(word.key);
        if (!patterns)
            continue;
        // A name or noun that looks like a cue ("May").
        const auto& token = view.document->tokens[word.first_token];
        const bool noun_like =
            token.capital && !token.all_capitals && i > 0 && !view.words[i - 1].punctuation();
        const FoundCue none{no_index, i, i};
        FoundCue best = none;
        std::size_t longest = 0;
        for (const auto& pattern : *patterns) {
            const auto pos = cues_[pattern.cue].pos;
            if (noun_like && pos != TriggerPos::noun)
                continue;
            if (view.tagged) {
                // Further words tell a verb from its noun better than a tag.
                if (pos == TriggerPos::verb && pattern.more.empty() && word.upos != Upos::VERB &&
                    word.upos != Upos::AUX && word.upos != Upos::ADJ)
                    continue;
                if (pos == TriggerPos::noun && word.upos != Upos::NOUN && word.upos != Upos::PROPN)
                    continue;
            }
            auto at = i;
            const bool fits = std::ranges::all_of(pattern.more, [&](const auto& keys) {
                for (auto next = at + 1; next < view.words.size() && next <= at + 1 + pattern.gap; ++next)
                    if (std::ranges::find(keys, view.words[next].key) != keys.end()) {
                        at = next;
                        return true;
                    }
                // The tree knows a particle at the far end of its clause ("lehnte den Verkauf … ab").
                for (const auto child : view.children_of(i))
                    if (child > at && view.words[child].relation == Deprel::compound_prt &&
                        std::ranges::find(keys, view.words[child].key) != keys.end()) {
                        at = child;
                        return true;
                    }
                return false;
            });
            if (!fits || pattern.more.size() + 1 <= longest)
                continue;
            longest = pattern.more.size() + 1;
            best = {pattern.cue, i, at};
        }
        if (best.cue == no_index)
            continue;
        // A cue inside a longer one is part of it.
        if (!found.empty() && best.last <= found.back().last &&
            longest <= found.back().last - found.back().word)
            continue;
        found.push_back(best);
    }
    return found;
}

bool CueTable::attributes(std::uint64_t key) const {
    const auto* patterns = patterns_.find(key);
    return patterns && std::ranges::any_of(*patterns, [&](const Pattern& p) {
               return p.more.empty() && cues_[p.cue].attribution && cues_[p.cue].pos == TriggerPos::verb;
           });
}

FactualityJudge::FactualityJudge(const SentenceView& view, const CueTable& table)
    : view_(view), table_(table), cues_(table.find(view)), cue_at_(view.words.size(), no_index) {
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
        if (table_[cues_[c].cue].scope == CueScope::condition && !pronoun)
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
    // "would" without any "if" is the future of what was said.
    const bool future =
        cue.modality == Modality::conditional && cue.scope == CueScope::clause && condition_clauses_.empty();
    if (cue.modality)
        weaken(judgement, future ? Modality::planned : *cue.modality);
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

/// Cues above the word in the tree, as far as it is what they govern.
void FactualityJudge::apply_governing(std::uint32_t word, Judgement& judgement) const {
    auto here = word;
    for (int steps = 0; steps < climb; ++steps) {
        const auto relation = view_.words[here].relation;
        const auto up = governor(here);
        if (up == no_index)
            return;
        const bool governed = relation == Deprel::xcomp || relation == Deprel::ccomp ||
                              relation == Deprel::obj || relation == Deprel::csubj ||
                              relation == Deprel::acl || relation == Deprel::obl ||
                              relation == Deprel::nsubj_pass || relation == Deprel::nmod ||
                              relation == Deprel::advcl || relation == Deprel::dep;
        const auto c = cue_at_[up];
        if (governed && c != no_index) {
            const auto& cue = table_[cues_[c].cue];
            const bool mere_noun = relation == Deprel::obj || relation == Deprel::obl ||
                                   relation == Deprel::nsubj_pass || relation == Deprel::nmod;
            const bool says =
                cue.scope == CueScope::holder && (relation == Deprel::ccomp || relation == Deprel::xcomp);
            const bool wants = cue.scope == CueScope::complement &&
                               (cue.pos != TriggerPos::verb || relation != Deprel::advcl) &&
                               (!mere_noun || steps == 0);
            if (says || wants)
                apply(cues_[c], judgement);
        }
        if (relation == Deprel::advcl && c == no_index)
            return;
        // A negated or modal verb above passes its doubt on to what it governs.
        if (relation == Deprel::xcomp || relation == Deprel::ccomp) {
            for (const auto child : view_.children_of(up)) {
                const auto k = cue_at_[child];
                if (k == no_index || table_[cues_[k].cue].scope != CueScope::clause)
                    continue;
                if (relation == Deprel::ccomp && c != no_index && table_[cues_[c].cue].attribution)
                    continue;
                apply(cues_[k], judgement);
            }
        }
        here = up;
    }
}

/// Cues below the word: "without", "planned", and the last word of "plans to".
void FactualityJudge::apply_markers(std::uint32_t word, Judgement& judgement) const {
    for (const auto child : view_.children_of(word)) {
        const auto c = cue_at_[child];
        if (c == no_index || table_[cues_[c].cue].scope != CueScope::complement)
            continue;
        const auto pos = table_[cues_[c].cue].pos;
        const bool marks = cues_[c].word < word && child == cues_[c].last && child != cues_[c].word;
        const bool attribute = view_.words[child].relation == Deprel::amod;
        if (marks || attribute || (pos != TriggerPos::verb && pos != TriggerPos::noun))
            apply(cues_[c], judgement);
    }
}

/// Without a tree: cues before the word that govern it, in its clause or in the one that its clause
/// completes.
void FactualityJudge::apply_before(std::uint32_t word, Judgement& judgement) const {
    const auto own = view_.words[word].clause;
    const auto& clause = view_.clauses[own];
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
    if (clause.kind != Kind::complement || clause.first == 0)
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
            (found.word <= word && word <= found.last && found.word != found.last))
            continue;
        if (cue.scope == CueScope::holder && cue.pos == TriggerPos::fixed) {
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
            const auto hangs = [&](std::uint32_t part) {
                const auto head = view_.words[part].head;
                return head == std::int32_t(word) || head == std::int32_t(verb) ||
                       head == view_.words[word].head || view_.words[part].relation == Deprel::root ||
                       (verb != no_index && head == view_.words[verb].head);
            };
            // "according to unconfirmed reports": beside the noun of a phrase that hangs on the verb.
            const auto up = view_.words[found.word].head;
            const bool attribute = view_.words[found.word].relation == Deprel::amod && !cue.negative &&
                                   up >= 0 && view_.words[std::size_t(up)].relation == Deprel::obl;
            // The head of an expression is not always its first word ("no longer").
            const bool ours =
                hangs(found.word) || hangs(found.last) || (attribute && hangs(std::uint32_t(up)));
            if (!ours && (cue.negative || found.word > word))
                continue;
            if (!ours && view_.words[found.word].upos != Upos::ADV &&
                view_.words[found.word].upos != Upos::PART)
                continue;
        }
        apply(found, judgement);
    }
    // "según X" at the head of the sentence holds for its main clauses.
    if (clause.kind == Kind::main || clause.kind == Kind::coordinate || clause.kind == Kind::complement)
        for (const auto& found : cues_) {
            const auto& cue = table_[found.cue];
            if (found.word > 2)
                break;
            if (cue.scope == CueScope::holder && cue.pos == TriggerPos::fixed &&
                view_.words[found.word].clause != own)
                apply(found, judgement);
        }
}

bool FactualityJudge::cut_between(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first + 1; i < last; ++i)
        if (view_.words[i].punctuation())
            return true;
    return false;
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
        weaken(judgement, Modality::conditional);
        return;
    }
    for (const auto& [condition, negative] : condition_clauses_) {
        const auto parent = view_.clauses[condition].parent;
        const bool before = view_.clauses[condition].first <= 2 && view_.clauses[own].kind != Kind::relative;
        if (parent == own ||
            (before && (view_.clauses[own].parent == no_index || view_.clauses[own].parent == condition ||
                        view_.clauses[own].parent == parent))) {
            judgement.condition_clause = condition;
            weaken(judgement, Modality::conditional);
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
        case Features::Tense::past:
        case Features::Tense::imperfect:
        case Features::Tense::pluperfect:
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
            weaken(judgement, Modality::planned);
        if (features.mood == Features::Mood::conditional) {
            // In what somebody said it is the future of the past; elsewhere the mark of hearsay.
            const auto kind = view_.clauses[view_.words[verb].clause].kind;
            weaken(judgement, kind == Kind::complement ? Modality::planned : Modality::reported);
        }
    };
    if (verb == no_index)
        return;
    look(view_.tagged || view_.words[verb].word_class ? view_.words[verb].features : form);
    bool perfect = false;
    const auto auxiliary = [&](std::uint32_t i) {
        look(view_.words[i].features);
        perfect |= view_.words[i].is(ClassOf::perfect);
    };
    if (view_.parsed) {
        for (const auto child : view_.children_of(verb))
            if (view_.words[child].relation == Deprel::aux ||
                view_.words[child].relation == Deprel::aux_pass || view_.words[child].relation == Deprel::cop)
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
}

Judgement FactualityJudge::judge(std::uint32_t word, std::uint32_t verb, const Features& form) const {
    Judgement judgement;
    apply_verb_group(verb, form, judgement);
    if (cues_.empty())
        return judgement;
    if (view_.parsed) {
        apply_governing(word, judgement);
        if (verb != word && verb != no_index)
            apply_governing(verb, judgement);
        apply_markers(word, judgement);
        if (verb != word && verb != no_index)
            apply_markers(verb, judgement);
    } else {
        apply_before(word, judgement);
    }
    apply_clause(word, verb == no_index ? word : verb, judgement);
    apply_conditions(word, judgement);
    std::ranges::sort(judgement.holders);
    const auto repeated = std::unique(judgement.holders.begin(), judgement.holders.end());
    judgement.holders.erase(repeated, judgement.holders.end());
    return judgement;
}

} // namespace timeloom
