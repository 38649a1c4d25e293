#include "events/binding.hpp"

#include "events/control.hpp"
#include "events/positions.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// "A painting by Brandt was stolen": who made it did not steal it.
bool is_authorship(const BindingContext& context, std::uint32_t noun, std::uint32_t preposition) {
    const auto& nouns = context.lexicon.noun_classes();
    const auto artwork = nouns.bit("artwork");
    const auto& word = context.view.words[noun];
    return artwork &&
           context.classes.preposition_class(context.view.words[preposition].preposition) == "by" &&
           (nouns.of(word.unit.span.of(context.view.document->text), word.key,
                     context.classes.profile().compounds) &
            *artwork) != 0;
}

/// "Brandt's purchase of Arvo": whoever stands before a noun that has its "of" behind it does what it tells.
bool acts(const BindingContext& context, std::uint32_t noun, std::uint32_t word) {
    const auto& view = context.view;
    if (word > noun)
        return false;
    return std::ranges::any_of(view.children_of(noun), [&](auto child) {
        if (child < noun || view.words[child].relation != Deprel::nmod)
            return false;
        const auto preposition = case_of(view, child);
        return preposition != no_index &&
               context.classes.preposition_class(view.words[preposition].preposition) == "of";
    });
}

/// A direct object that no preposition marks.
bool has_object(const SentenceView& view, std::uint32_t verb) {
    return std::ranges::any_of(view.children_of(verb), [&](auto child) {
        return view.words[child].relation == Deprel::obj && case_of(view, child) == no_index;
    });
}

/// "demandó a Brandt", not "compró el barco a Brandt": whether a preposition may mark the direct object.
bool personal_object(const BindingContext& context, const LexicalEntry& entry, std::uint32_t verb,
                     std::uint32_t preposition) {
    return preposition != no_index && context.classes.profile().personal_a &&
           !has_object(context.view, verb) && entry.construction == "transitive" &&
           context.classes.preposition_class(context.view.words[preposition].preposition) == "to" &&
           context.frames[entry.frame].role_of("B");
}

/// "met at Vienna", "a Vienna": prepositions of place.
bool says_where(const BindingContext& context, std::uint32_t preposition) {
    if (preposition == no_index)
        return false;
    const auto of = context.classes.preposition_class(context.view.words[preposition].preposition);
    return of == "in" || of == "at" || of == "to";
}

/// "In Vienna Brandt sold Arvo": whether a phrase stands where the clause of a trigger behind it begins.
bool opens_clause(const BindingContext& context, std::uint32_t preposition, const Trigger& trigger) {
    const auto clause = context.view.words[trigger.word].clause;
    return preposition < trigger.word && context.view.words[preposition].clause == clause &&
           context.view.clauses[clause].first == preposition;
}

/// "struck down the deal": a particle of the trigger that the tree took for the object's preposition.
bool of_trigger(const BindingContext& context, const Trigger& trigger, std::uint32_t preposition) {
    return trigger.verb == trigger.word && trigger.word < preposition && preposition <= trigger.last &&
           context.view.words[preposition].preposition == 0;
}

/// A finite verb that leaves its subject unsaid ("dijo que compró Arvo"), or names it by a pronoun that
/// stands for nobody known ("nachdem es Arvo gekauft hatte").
bool leaves_subject(const BindingContext& context, const LexicalEntry& entry, std::uint32_t verb) {
    const auto& view = context.view;
    bool finite = view.words[verb].features.form == Features::Form::finite;
    for (const auto child : view.children_of(verb)) {
        const auto& word = view.words[child];
        switch (word.relation) {
        case Deprel::nsubj:
        case Deprel::nsubj_pass:
            return word.is(ClassOf::third) && !word.names();
        case Deprel::csubj:
        case Deprel::expl:
            return false;
        case Deprel::aux:
        case Deprel::aux_pass:
            finite |= word.features.form == Features::Form::finite;
            break;
        default:
            if (word.is(ClassOf::reflexive) && !entry.reflexive) // "dijo que se vendió Arvo"
                return false;
        }
    }
    return finite && context.classes.profile().pro_drop;
}

/// "forced Brandt to sell Arvo": whether the object of the verb above does what an infinitive tells. So it is
/// with verbs that control it, and with a direct object but of verbs that tell what their subject will do
/// (slot "doing": "promised Brandt to sell"), where the infinitive completes the verb.
bool controlled(const BindingContext& context, std::uint32_t verb, const ConstructionPath& path) {
    const auto above = std::uint32_t(context.view.words[verb].head);
    if (controls_object(context, above))
        return true;
    bool known = false, does = false;
    for (const auto key : {context.view.words[above].key, context.view.words[above].verb_key})
        for (const auto& pattern : context.lexicon.at(key)) {
            const auto& entry = context.lexicon[pattern.entry];
            if (pattern.pos != TriggerPos::verb || entry.reflexive)
                continue;
            known = true;
            does |= context.frames[entry.frame].role_of("doing").has_value();
        }
    return path.steps.back().relation == Deprel::obj && path.steps.front().relation == Deprel::xcomp &&
           !(known && does);
}

/// "bought and later sold Arvo": whether nothing but a conjunction and adverbs stands between a verb without
/// object and the verb that is joined to it.
bool shares_object(const SentenceView& view, std::uint32_t verb) {
    auto joined = no_index;
    for (const auto child : view.children_of(verb)) {
        const auto& word = view.words[child];
        if (word.relation == Deprel::obj || word.relation == Deprel::ccomp || word.relation == Deprel::xcomp)
            return false;
        if (word.relation == Deprel::conj && joined == no_index)
            joined = child;
    }
    if (joined == no_index || joined < verb)
        return false;
    for (auto i = verb + 1; i < joined; ++i) {
        const auto& word = view.words[i];
        if (!word.is(ClassOf::coordinator) && word.upos != Upos::ADV && word.upos != Upos::AUX &&
            word.timex == no_index)
            return false;
    }
    return true;
}

/// Whether the verb form at `start` is one that the path is meant for.
bool applies(const BindingContext& context, const LexicalEntry& entry, const ConstructionPath& path,
             std::uint32_t start) {
    using When = ConstructionPath::When;
    const auto& features = context.view.words[start].features;
    const bool finite = features.form == Features::Form::finite;
    switch (path.when) {
    case When::unsaid: {
        auto verb = start; // "dijo que quería comprar Arvo"
        for (const auto& step : path.steps)
            if (step.up && step.relation == Deprel::xcomp &&
                context.view.words[verb].relation == step.relation)
                verb = std::uint32_t(context.view.words[verb].head);
        return (verb == start || !subject_said(context.view, start)) &&
               leaves_subject(context, entry, verb) &&
               context.view.words[verb].features.mood != Features::Mood::subjunctive;
    }
    case When::controlled:
        return !finite && context.view.words[start].head >= 0 && !subject_said(context.view, start) &&
               controlled(context, start, path);
    case When::shared:
        return entry.construction == "transitive" && shares_object(context.view, start);
    case When::nonfinite:
    case When::finite:
        if (finite != (path.when == When::finite))
            return false;
        break;
    case When::always:
        break;
    }
    return !path.climbs() || !subject_said(context.view, start);
}

/// "Das sagte [Brandt]": whether what is said opens the clause as a bare demonstrative that the tree took for
/// the subject; who says it stands behind the verb.
bool tells_this(const BindingContext& context, const LexicalEntry& entry, std::uint32_t verb) {
    const auto& view = context.view;
    const auto& frame = context.frames[entry.frame];
    const bool speech = entry.construction == "clausal" || frame.under == "statement" ||
                        frame.type == "statement" || frame.type == "announcement";
    if (!context.classes.profile().verb_final || !speech || verb == 0 || verb >= view.words.size())
        return false;
    const auto& first = view.words[verb - 1];
    return first.head == std::int32_t(verb) && first.relation == Deprel::nsubj && !first.names() &&
           first.is(ClassOf::determiner) && first.upos != Upos::NOUN && view.children_of(verb - 1).empty();
}

/// "shares", "a stake": who holds some of a company has that of it, not from it.
bool is_stock(const BindingContext& context, std::uint32_t noun) {
    const auto& nouns = context.lexicon.noun_classes();
    const auto classes = nouns.bit("stake").value_or(0) | nouns.bit("price").value_or(0);
    return (nouns.of(context.view.text(noun), context.view.words[noun].key,
                     context.classes.profile().compounds) &
            classes) != 0;
}

/// Whom those belong to who do something without acting for it: what the frame says, or its object.
std::optional<Role> outsider_role(const BindingContext& context, const LexicalEntry& entry, Use use) {
    if (const auto told = role_of(context, entry, "outsider", no_index, use))
        return told;
    return context.frames[entry.frame].find(Role::object) ? std::optional(Role::object) : std::nullopt;
}

/// Along the paths of constructions.tsv; possessives ("its") apart, as they may stand for the subject.
void by_path(const BindingContext& context, const Trigger& trigger, Use use, bool possessives,
             Arguments& arguments) {
    const auto& view = context.view;
    const auto& entry = context.lexicon[trigger.entry];
    const bool shared = entry.construction == "reciprocal"; ///< one role for both sides
    const auto& frame = context.frames[entry.frame];
    const bool takes_place = frame.find(Role::place) != nullptr;
    const bool speaks = frame.type == "statement" || frame.under == "statement";
    bool subject = false;
    std::vector<Filler> fillers;
    // "accused the company of selling": not the accuser
    const auto controller = use == Use::nominal || use == Use::passive || trigger.verb == no_index
                                ? no_index
                                : controller_of(context, trigger.verb);
    if (controller != no_index && !possessives)
        if (const auto doer = role_of(context, entry, "A", no_index, use)) {
            collect_fillers(context, controller, Tier::repaired, fillers);
            for (const auto& filler : fillers)
                if (!filler.owner && !filler.outside && !filler.described)
                    arguments.add(*doer, filler);
        }
    const FirstSteps from_word(view, trigger.word);
    const FirstSteps from_verb = trigger.verb == no_index ? from_word : FirstSteps(view, trigger.verb);
    for (const auto& path : context.constructions.of(use)) {
        if (!(path.from_verb ? from_verb : from_word).begin(path))
            continue;
        const auto start = path.from_verb ? trigger.verb : trigger.word;
        if (!applies(context, entry, path, start) ||
            (controller != no_index && path.slot == "A" && path.climbs()))
            continue;
        auto reached = follow(view, context.classes, start, path);
        if (reached.empty())
            continue;
        const bool by_preposition = path.slot == "*";
        if (by_preposition) // "In Vienna Brandt will invest in Arvo": who is named takes part before where
            std::stable_partition(reached.begin(), reached.end(),
                                  [&](auto word) { return !names_place(context, word); });
        // "vendeu-lhe": written onto the verb, to whom
        const bool receiver = path.steps.empty() && view.words[start].clitic &&
                              view.words[start].clitic->has(ClassOf::receiver);
        const bool sayer = use == Use::active && path.slot == "B" && tells_this(context, entry, start);
        const std::string_view named = receiver ? "C" : sayer ? "A" : std::string_view(path.slot);
        if (!by_preposition) {
            const auto role = role_of(context, entry, named, no_index, use);
            const bool no_object = entry.construction == "intransitive" && path.slot == "B";
            if (!role || ((path.tier != Tier::path || no_object) && arguments.filled(*role) &&
                          !(shared && !subject && path.slot == "A")))
                continue;
        }
        for (const auto word : reached) {
            if (use == Use::support && word == trigger.word) // whose names have paths of their own
                continue;
            const auto preposition = by_preposition ? case_of(view, word) : no_index;
            if (by_preposition && has_other_case(view, word)) // "near Brandt"
                continue;
            auto slot = named;
            if (preposition != no_index && of_trigger(context, trigger, preposition))
                slot = "B";
            else if (slot == "P" || (by_preposition && preposition == no_index))
                slot = use != Use::predicate && acts(context, start, word) ? "A" : "P";
            else if (by_preposition && use == Use::active &&
                     personal_object(context, entry, start, preposition) &&
                     !arguments.filled(*context.frames[entry.frame].role_of("B")))
                slot = "B";
            const auto role = role_of(context, entry, slot, preposition, use);
            if (!role || (by_preposition && path.steps.front().relation == Deprel::xcomp &&
                          arguments.filled(*role))) // "forced Arvo to sell to Brandt"
                continue;
            if (preposition != no_index && use == Use::support && !path.from_verb &&
                is_authorship(context, trigger.word, preposition))
                continue;
            // "approved the purchase by Brandt": a second doer does what the noun tells.
            if (preposition != no_index && use == Use::active && arguments.filled(*role) &&
                context.classes.preposition_class(view.words[preposition].preposition) == "by")
                continue;
            fillers.clear();
            collect_fillers(context, word, path.tier, fillers);
            const bool actor = *role == Role::party || *role == Role::counterparty || *role == Role::agent ||
                               *role == Role::beneficiary;
            const bool somewhere = by_preposition && says_where(context, preposition);
            // "was questioned in Vienna": somebody else is named already
            const bool told = use != Use::nominal && arguments.filled(*role);
            // "bought the plant of Brandt", "the head of Brandt died"
            const bool nominal =
                use == Use::nominal && // "the death of the head of Brandt"
                (slot == "P" ||
                 (by_preposition && preposition != no_index &&
                  context.classes.preposition_class(view.words[preposition].preposition) == "of"));
            const bool undergoes = slot == "B" || ((slot == "A" || nominal) && role == frame.role_of("B"));
            const auto whose = undergoes && !(nominal && is_stock(context, word)) // "of Brandt shares"
                                   ? role_of(context, entry, "whose", no_index, use)
                                   : std::nullopt;
            // "the head of Brandt resigned": whose post it is
            const auto body =
                role == frame.role_of("P") ? role_of(context, entry, "body", no_index, use) : std::nullopt;
            const auto owns = body ? body : whose;
            for (const auto& filler : fillers) {
                const auto& mention = context.entities.mentions[filler.mention];
                if (possessives != (mention.kind == MentionKind::possessive))
                    continue;
                // "her husband bought Arvo": she did not; but "her spokesman said"
                if (*role == Role::agent && named == "A" && !speaks && (filler.owner || possessives) &&
                    context.entities.entities[mention.entity].type == EntityType::person)
                    continue;
                // "customers of Brandt sued Arvo": Brandt did not; but "appointed Ann Lee chairman"
                const bool becomes = body && view.words[filler.word].relation == Deprel::compound &&
                                     context.entities.entities[mention.entity].type == EntityType::person;
                auto apart = becomes ? role : owns;
                if (filler.outside && !apart)
                    apart = outsider_role(context, entry, use);
                if ((filler.outside || filler.described) && !apart)
                    continue;
                const bool place =
                    somewhere && context.entities.entities[mention.entity].type == EntityType::place;
                const bool opening = place && opens_clause(context, preposition, trigger);
                if (place && !takes_place && (opening || (told && !actor)))
                    continue;
                const bool where = place && takes_place && (opening || actor || told);
                // "the exclusivity of the API": whose it cannot be, it is about
                const bool about = slot == "P" && use == Use::nominal &&
                                   !frame.accepts(*role, context.entities.entities[mention.entity].type) &&
                                   frame.find(Role::object);
                arguments.add(where                            ? Role::place
                              : about                          ? Role::object
                              : filler.owner || filler.outside ? apart.value_or(*role)
                                                               : *role,
                              filler);
                subject |= slot == "A";
            }
        }
    }
}

/// Whether the sentence has a possessive at all.
bool names_possessor(const BindingContext& context) {
    const auto& mentions = context.entities.mentions;
    return std::ranges::any_of(context.view.named, [&](std::uint32_t i) {
        const auto& word = context.view.words[i];
        return std::any_of(mentions.begin() + word.first_mention,
                           mentions.begin() + word.first_mention + word.mention_count,
                           [](const auto& m) { return m.kind == MentionKind::possessive; });
    });
}

/// The first amount of the clause.
void by_amount(const BindingContext& context, const Trigger& trigger, Arguments& arguments) {
    const auto& view = context.view;
    if (view.amounts.empty() || !context.frames[context.lexicon[trigger.entry].frame].find(Role::amount))
        return;
    const auto own = view.words[trigger.word].clause;
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        const auto amount = view.words[i].amount;
        if (amount == no_index || view.words[i].clause != own)
            continue;
        arguments.add_amount(amount, i, view.parsed ? Tier::repaired : Tier::position);
        break;
    }
}
} // namespace

std::vector<Argument> bind(const BindingContext& context, const Trigger& trigger, Use use) {
    Arguments arguments(context.entities, context.frames[context.lexicon[trigger.entry].frame]);
    if (!context.view.named.empty()) {
        if (context.view.parsed) {
            by_path(context, trigger, use, false, arguments);
            if (names_possessor(context))
                by_path(context, trigger, use, true, arguments);
            const auto& frame = context.frames[context.lexicon[trigger.entry].frame];
            const auto whose = frame.role_of("P"), post = frame.role_of("body");
            if ((use == Use::nominal || use == Use::support) && whose && post)
                arguments.part_body(*whose, *post);
        }
        bind_by_position(context, trigger, use, arguments);
    }
    by_amount(context, trigger, arguments);
    return arguments.finish();
}

} // namespace timeloom
