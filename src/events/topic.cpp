#include "events/topic.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// "The union recalls that it had warned", "a minister who called off a visit": whether a noun that names
/// nobody known, in the clause above, is whom a clause without a subject of its own tells of.
bool told_of_another(const SentenceView& view, std::uint32_t verb) {
    const auto names_nobody = [&](std::uint32_t word) {
        const auto upos = view.words[word].upos;
        return (upos == Upos::NOUN || upos == Upos::PROPN) && !view.words[word].names();
    };
    const auto& clause = view.clauses[view.words[verb].clause];
    if (clause.kind == Clause::Kind::relative && clause.antecedent != no_index &&
        clause.first == clause.opener)
        return names_nobody(clause.antecedent);
    constexpr int most_joined = 4;
    auto first = verb; // "… that it had warned and accused"
    for (int steps = 0; steps < most_joined && view.words[first].relation == Deprel::conj &&
                        view.words[first].head >= 0 && !subject_said(view, first);
         ++steps)
        first = std::uint32_t(view.words[first].head);
    const auto& word = view.words[first];
    if (word.relation != Deprel::ccomp || word.head < 0 || subject_said(view, first))
        return false;
    const auto above = verb_with_subject(view, std::uint32_t(word.head));
    return std::ranges::any_of(view.children_of(above), [&](auto child) {
        return view.words[child].relation == Deprel::nsubj && names_nobody(child);
    });
}

/// Whether the finite verb of a draft stands without its subject ("Ha comprado Brandt"), which then is known
/// from before.
bool drops_subject(const ReadingContext& context, const SentenceView& view, const Draft& draft) {
    using Kind = Clause::Kind;
    if (!context.classes.profile().pro_drop || !view.parsed || draft.trigger.verb == no_index ||
        draft.trigger.entry == context.lexicon.unknown_predicate())
        return false;
    const auto kind = view.clauses[view.words[draft.trigger.word].clause].kind;
    if (kind == Kind::relative || kind == Kind::parenthesis || kind == Kind::quotation)
        return false;
    const auto verb = draft.trigger.verb;
    if (subject_said(view, verb_with_subject(view, verb)) || subject_said(view, draft.trigger.word))
        return false;
    const auto children = view.children_of(verb);
    const bool pronominal = context.lexicon[draft.trigger.entry].reflexive; // "se reunió con Brandt"
    const auto impersonal = [&](auto child) {
        const bool reflexive = view.has(child, ClassOf::reflexive);
        return reflexive ? !pronominal : view.words[child].relation == Deprel::expl;
    };
    return std::ranges::none_of(children, impersonal) && !told_of_another(view, verb);
}

/// Whether a noun that names nobody known is the subject: "the prosecution appealed".
bool done_by_another(const ReadingContext& context, const SentenceView& view, const Draft& draft) {
    const auto verb = draft.trigger.verb;
    if (verb == no_index)
        return false;
    if (!view.parsed) {
        const auto first = view.clauses[view.words[verb].clause].first;
        // Nothing in the sentence names anybody: where a subject must be said, it is another.
        if (!context.classes.profile().pro_drop && view.sentence->kind == SentenceKind::prose)
            return verb > first;
        for (auto i = first; i + 1 < verb; ++i)
            if (view.has(i, ClassOf::definite) && !view.words[i].preposition &&
                !view.words[i + 1].word_class && (i == first || !view.words[i - 1].preposition))
                return true;
        return false;
    }
    // "dois deles foram detidos", "nessuno è stato arrestato"; not "hatte er gesagt", "we sold it", which
    // stand for whoever was spoken of or speaks; a relative stands for what is before it
    const auto unnamed = [](const SentenceWord& word) {
        return !word.names() && (word.upos == Upos::NUM || word.upos == Upos::PRON) &&
               !word.is(ClassOf::third) && word.features.person != 1;
    };
    const bool outright = view.clauses[view.words[verb].clause].kind != Clause::Kind::relative;
    const auto subject = [&](auto child) {
        const auto relation = view.words[child].relation;
        // "quando morì un pastore": what has no object has its subject behind it
        const bool behind = relation == Deprel::obj && draft.use == Use::active &&
                            context.lexicon[draft.trigger.entry].construction == "intransitive";
        return (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || behind) &&
               (view.words[child].upos == Upos::NOUN || (outright && unnamed(view.words[child])));
    };
    return told_of_another(view, verb) || std::ranges::any_of(view.children_of(verb), subject) ||
           std::ranges::any_of(view.children_of(draft.trigger.word), subject);
}

/// "Firmaron un acuerdo": gives a verb in the plural those who were spoken of together, if any were. Whether
/// it has a subject that several must be.
bool add_topics(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
                Draft& draft) {
    if (!drops_subject(context, view, draft) || !is_plural(view, draft.trigger.verb))
        return false;
    const auto& entry = context.lexicon[draft.trigger.entry];
    const auto role =
        role_of(context.binding(view), entry, draft.use == Use::passive ? "B" : "A", no_index, draft.use);
    for (const auto mention : discourse.topics())
        if (role && context.frames[entry.frame].accepts(*role, context.type_of(mention)) &&
            !draft.has(context.entities, context.entities.mentions[mention].entity))
            draft.arguments.push_back({*role, mention, no_index, draft.trigger.word, Tier::nearest});
    return true;
}

} // namespace

void add_topic(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
               std::uint32_t speaker, Draft& draft) {
    const auto binding = context.binding(view);
    const auto& entry = context.lexicon[draft.trigger.entry];
    const auto subject = draft.use == Use::passive ? "B" : "A";
    if (draft.named() > 0) {
        const auto role = role_of(binding, entry, subject, no_index, draft.use);
        // "ha incontrato Brandt": whom is told, not who
        const bool shared =
            draft.use == Use::active && role == role_of(binding, entry, "B", no_index, draft.use);
        if (!role || (draft.fills(*role) && !shared) || !drops_subject(context, view, draft))
            return;
    }
    if (add_topics(context, view, discourse, draft))
        return;
    const bool speaks = speaker != no_index && discourse.quoted(view, draft.trigger.word);
    const auto topic = speaks ? speaker : discourse.topic(view);
    if (topic == no_index)
        return;
    if (draft.has(context.entities, context.entities.mentions[topic].entity))
        return;
    if (draft.named() == 0 && done_by_another(context, view, draft)) {
        if (speaks) // "The company rejected it", said the union
            return;
        // Whoever was spoken of is concerned at most; a person only where a word of the clause says so.
        if (context.type_of(topic) == EntityType::person || draft.use == Use::passive)
            return;
        if (const auto role = free_role(context, draft, topic))
            draft.arguments.push_back({*role, topic, no_index, draft.trigger.word, Tier::nearest});
        return;
    }
    for (const auto* slot : {subject, "P", "B"}) {
        const auto role = role_of(binding, entry, slot, no_index, draft.use);
        if (!role || !context.frames[entry.frame].accepts(*role, context.type_of(topic)))
            continue;
        draft.arguments.push_back({*role, topic, no_index, draft.trigger.word, Tier::nearest});
        return;
    }
}

} // namespace timeloom
