#include "events/phrases.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr int deepest_noun =
    3; ///< nouns passed on the way to a possessor ("the head of the board of Brandt")

/// "his boss [Ann Lee]": whether a noun's own name follows it.
bool named_behind(const SentenceView& view, std::uint32_t noun) {
    return std::ranges::any_of(view.children_of(noun), [&](auto child) {
        const auto& c = view.words[child];
        return child > noun && c.names() && (c.relation == Deprel::appos || c.relation == Deprel::flat);
    });
}

} // namespace

std::uint32_t case_of(const SentenceView& view, std::uint32_t word) {
    for (const auto child : view.children_of(word))
        if (view.words[child].relation == Deprel::case_ && view.words[child].preposition)
            return child;
    return no_index;
}

bool has_other_case(const SentenceView& view, std::uint32_t word) {
    bool other = false;
    for (const auto child : view.children_of(word)) {
        const auto& mark = view.words[child];
        if (mark.relation == Deprel::nummod || (mark.relation == Deprel::case_ && mark.preposition))
            return false; // "hasta 31 aviones"
        other |= mark.relation == Deprel::case_ && mark.upos == Upos::ADP && child < word;
    }
    return other;
}

bool subject_said(const SentenceView& view, std::uint32_t word) {
    return std::ranges::any_of(view.children_of(word), [&](auto child) {
        const auto relation = view.words[child].relation;
        return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj;
    });
}

std::uint32_t verb_with_subject(const SentenceView& view, std::uint32_t verb) {
    constexpr int most_joined = 4;
    auto at = verb;
    for (int steps = 0; steps < most_joined && !subject_said(view, at); ++steps) {
        const auto& word = view.words[at];
        if (word.relation != Deprel::conj || word.head < 0)
            return verb;
        at = std::uint32_t(word.head);
    }
    return at;
}

bool is_plural(const SentenceView& view, std::uint32_t verb) {
    for (const auto child : view.children_of(verb)) {
        const auto& word = view.words[child];
        if ((word.relation == Deprel::aux || word.relation == Deprel::aux_pass) &&
            word.features.form == Features::Form::finite)
            return word.features.number == Features::Number::plural;
    }
    return view.words[verb].features.number == Features::Number::plural &&
           view.words[verb].features.form == Features::Form::finite;
}

Place place_of(const BindingContext& context, std::uint32_t word) {
    const auto& view = context.view;
    Place place;
    auto at = word;
    for (int steps = 0; steps < 14 && at > 0; ++steps) {
        const auto& before = view.words[at - 1];
        if (before.clause != view.words[word].clause)
            break;
        if (before.preposition && !(before.is(ClassOf::determiner) && !view.tagged) &&
            !(view.tagged && before.upos == Upos::PART)) {
            const bool of = context.classes.preposition_class(before.preposition) == "of";
            const bool noun_before = at >= 2 && !view.words[at - 2].word_class &&
                                     !view.words[at - 2].punctuation() &&
                                     view.words[at - 2].unit.kind == Unit::Kind::word;
            place.preposition = at - 1;
            if (!of || !noun_before || place.possessed != no_index)
                break;
            // Inside a longer noun phrase: what stands before that decides.
            place.possessed = at - 2;
            place.of = at - 1;
            place.preposition = no_index;
            at -= 2;
            continue;
        }
        const bool list = at >= 2 && view.words[at - 2].names() &&
                          (before.is(ClassOf::coordinator) || view.text(at - 1) == ",");
        if (list) {
            at -= 2;
            continue;
        }
        const bool coordinator = before.is(ClassOf::coordinator) && at >= 3 && view.text(at - 2) == "," &&
                                 view.words[at - 3].names();
        if (coordinator) {
            at -= 3;
            continue;
        }
        if (before.is(ClassOf::determiner) || before.is(ClassOf::possessive)) {
            --at;
            continue;
        }
        const bool noun_phrase = view.tagged && (before.upos == Upos::NOUN || before.upos == Upos::ADJ ||
                                                 before.upos == Upos::PROPN || before.upos == Upos::NUM ||
                                                 before.upos == Upos::DET);
        const bool title = !view.tagged && !before.word_class && at >= 2 && !before.punctuation() &&
                           !before.names() &&
                           (view.words[at - 2].is(ClassOf::determiner) || view.words[at - 2].preposition);
        if (!noun_phrase && !title)
            break;
        --at;
    }
    return place;
}

bool owns_named(const SentenceView& view, std::uint32_t word) {
    const auto& w = view.words[word];
    return view.parsed && w.head >= 0 &&
           (w.relation == Deprel::nmod || w.relation == Deprel::compound || w.relation == Deprel::det) &&
           !view.words[std::size_t(w.head)].names() && named_behind(view, std::uint32_t(w.head));
}

bool names_place(const BindingContext& context, std::uint32_t word) {
    const auto& w = context.view.words[word];
    for (auto m = w.first_mention; m < w.first_mention + w.mention_count; ++m)
        if (context.entities.entities[context.entities.mentions[m].entity].type != EntityType::place)
            return false;
    return w.names();
}

bool only_situates(const BindingContext& context, std::uint32_t word) {
    const auto& w = context.view.words[word];
    const bool attribute = w.relation == Deprel::compound || w.relation == Deprel::amod;
    if (!names_place(context, word) || !(w.compound || (attribute && w.head >= 0)))
        return false;
    const auto noun = w.compound ? word : std::uint32_t(w.head);
    const auto& nouns = context.lexicon.noun_classes();
    NounClassBits things = 0;
    for (const auto* of : {"firm", "site", "goods", "vehicle"})
        things |= nouns.bit(of).value_or(0);
    return (nouns.of(context.view.text(noun), context.view.words[noun].key,
                     context.classes.profile().compounds) &
            things) != 0;
}

bool is_outsider(const BindingContext& context, std::uint32_t word) {
    const auto& nouns = context.lexicon.noun_classes();
    const auto outsider = nouns.bit("outsider");
    return outsider && (nouns.of(context.view.text(word), context.view.words[word].key,
                                 context.classes.profile().compounds) &
                        *outsider) != 0;
}

bool tells_event(const BindingContext& context, std::uint32_t noun) {
    return std::ranges::any_of(context.lexicon.at(context.view.words[noun].key),
                               [&](const TriggerPattern& pattern) {
                                   return pattern.pos == TriggerPos::noun && pattern.parts.empty() &&
                                          context.lexicon[pattern.entry].construction != "copular";
                               });
}

namespace {

/// "Arvo, not [Brandt], sold it": a name that only says who it was not.
bool is_denied(const SentenceView& view, std::uint32_t word) {
    auto before = word;
    while (before > 1 && (view.has(before - 1, ClassOf::determiner) || view.words[before - 1].preposition))
        --before;
    if (before < 2 || !view.has(before - 1, ClassOf::negation))
        return false;
    return view.text(before - 2) == "," || view.has(before - 2, ClassOf::coordinator);
}

/// "Brandt Inc., *Leipzig, Germany*, sold it": a place that stands between commas behind who is no place.
bool is_seat(const BindingContext& context, std::uint32_t name, std::uint32_t word) {
    const auto& view = context.view;
    return name < word && view.text(word - 1) == "," && view.words[name].names() &&
           names_place(context, word) && !names_place(context, name) &&
           std::ranges::none_of(view.children_of(name), [&](auto sibling) {
               return std::ranges::any_of(view.children_of(sibling),
                                          [&](auto mark) { return view.words[mark].relation == Deprel::cc; });
           });
}

} // namespace

namespace {

/// "la concejala de Urbanismo Irene Maroto": a plain noun with a capital behind "of", which tells of what an
/// office is, and so is no owner of whoever is named behind it.
bool is_department(const BindingContext& context, std::uint32_t noun) {
    const auto& view = context.view;
    const auto text = view.text(noun);
    const auto preposition = case_of(view, noun);
    return !context.classes.profile().capital_nouns && !view.words[noun].names() &&
           view.words[noun].relation == Deprel::nmod && preposition != no_index &&
           context.classes.preposition_class(view.words[preposition].preposition) == "of" &&
           fold_case(text) != text;
}

} // namespace

void collect_fillers(const BindingContext& context, std::uint32_t word, Tier tier, std::vector<Filler>& out) {
    const auto& view = context.view;
    const auto own = [&](std::uint32_t i, Filler filler) {
        const auto& w = view.words[i];
        if (only_situates(context, i) || is_denied(view, i))
            return;
        filler.word = i;
        filler.outside |= w.compound && is_outsider(context, i);
        for (std::uint32_t m = 0; m < w.mention_count; ++m) {
            filler.mention = w.first_mention + m;
            out.push_back(filler);
        }
    };
    const auto& w = view.words[word];
    if (!w.names() && w.is(ClassOf::relative)) {
        // Up to the relative clause's verb, and from there to its noun.
        auto at = std::int32_t(word);
        for (int steps = 0; view.parsed && at >= 0 && steps < 6; ++steps) {
            const auto& up = view.words[std::size_t(at)];
            if (up.relation == Deprel::acl_relcl || up.relation == Deprel::acl) {
                // A relative clause is about a noun; its place tells which where the parser hung it on a
                // verb.
                if (up.head < 0 || view.words[std::size_t(up.head)].upos == Upos::VERB)
                    break;
                // A pronoun as antecedent would lead on and on.
                if (!view.words[std::size_t(up.head)].is(ClassOf::relative))
                    return collect_fillers(context, std::uint32_t(up.head), Tier::repaired, out);
                return;
            }
            at = up.head;
        }
        const auto antecedent = view.clauses[w.clause].antecedent;
        if (antecedent != no_index && antecedent < word)
            own(antecedent, {.tier = Tier::repaired});
        return;
    }
    struct Open {
        std::uint32_t word;
        int depth;
        Filler as; ///< how what hangs on the word takes part
    };
    std::vector<Open> open{{word, 0, {.tier = tier}}};
    own(word, {.tier = tier});
    const bool found = !out.empty();
    for (std::size_t at = 0; at < open.size() && open.size() < 64; ++at) {
        const auto [here, depth, as] = open[at];
        const bool named = view.words[here].names() && !view.words[here].compound;
        // "his boss Ann Lee", "the head of Brandt, Ann Lee": who has a name stands for nobody else
        const bool lends = !named && depth < deepest_noun && !named_behind(view, here);
        for (const auto child : view.children_of(here)) {
            const auto& c = view.words[child];
            const bool same =
                c.relation == Deprel::conj || c.relation == Deprel::flat || c.relation == Deprel::appos;
            const bool belongs = lends && (c.relation == Deprel::nmod || c.relation == Deprel::compound ||
                                           c.relation == Deprel::det || c.relation == Deprel::amod);
            if (!same && !belongs)
                continue;
            if (belongs && c.relation == Deprel::nmod) {
                const auto preposition = case_of(view, child);
                const auto of = preposition == no_index
                                    ? std::string_view("of")
                                    : context.classes.preposition_class(view.words[preposition].preposition);
                const bool beside = of == "at" && !tells_event(context, here); // "workers at Brandt"
                if ((of != "of" && !beside) || has_other_case(view, child))
                    continue;
            }
            if ((c.relation == Deprel::appos && named && c.names()) || is_seat(context, here, child))
                continue; // another name of the same
            auto next = as;
            next.tier = c.relation == Deprel::conj && (found || tier != Tier::path) ? tier : Tier::repaired;
            // of "20 percent of Brandt" Brandt is what is told
            next.owner |= belongs && !same && view.words[here].amount == no_index;
            next.outside |= belongs && !same && is_outsider(context, here);
            next.described |= c.relation == Deprel::appos && named;
            if (c.relation == Deprel::appos && child == here + 1 && is_department(context, here))
                next.owner = next.outside = false;
            own(child, next);
            open.push_back({child, depth + (c.relation != Deprel::conj), next});
        }
    }
    // "The senator for Kentucky, Ann Lee": a place stands for the noun it belongs to only where nobody else
    // does.
    const auto place = [&](const Filler& filler) {
        const auto entity = context.entities.mentions[filler.mention].entity;
        return filler.owner && context.entities.entities[entity].type == EntityType::place;
    };
    if (!std::ranges::all_of(out, place))
        std::erase_if(out, place);
}

} // namespace timeloom
