#include "events/holders.hpp"

#include "events/control.hpp"
#include "events/phrases.hpp"
#include "events/requirements.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr int climb = 12; ///< steps up a tree

bool is_verb(const SentenceWord& word) {
    return !word.names() && (word.upos == Upos::VERB || word.upos == Upos::AUX);
}

/// Whether `word` hangs on `top`, be it through others.
bool under(const SentenceView& view, std::uint32_t word, std::uint32_t top) {
    auto at = std::int32_t(word);
    for (int steps = 0; at >= 0 && steps < climb; ++steps, at = view.words[std::size_t(at)].head)
        if (at == std::int32_t(top))
            return true;
    return false;
}

/// The noun with the words that belong to it, its preposition left out.
Span phrase_of(const SentenceView& view, std::uint32_t noun) {
    const auto belongs = [&](std::uint32_t i) {
        const auto& word = view.words[i];
        return !word.punctuation() && under(view, i, noun) &&
               (word.head != std::int32_t(noun) ||
                (word.relation != Deprel::case_ && word.relation != Deprel::cc));
    };
    auto first = noun, last = noun;
    while (first > 0 && belongs(first - 1))
        --first;
    while (last + 1 < view.words.size() && belongs(last + 1) && !is_verb(view.words[last + 1]))
        ++last;
    return cover(view.words[first].unit.span, view.words[last].unit.span);
}

/// Whether a verb of saying tells what is said of its subject: "è accusata di", "está acusado de".
bool is_passive(const SentenceView& view, std::uint32_t verb) {
    const auto children = view.children_of(verb);
    const auto has = [&](ClassOf of) {
        return std::ranges::any_of(children, [&](std::uint32_t child) { return view.has(child, of); });
    };
    return view.words[verb].features.form == Features::Form::participle && has(ClassOf::passive) &&
           !has(ClassOf::perfect);
}

/// The subject of a verb of saying: its own, that of the verb before "and", the doer of a passive, the papers
/// that something follows from ("from the files it appears that …").
std::uint32_t subject_of(const ReadingContext& context, const SentenceView& view, std::uint32_t verb) {
    auto at = verb;
    for (int steps = 0; steps < climb; ++steps) {
        auto source = no_index;
        bool passive = is_passive(view, at);
        for (const auto child : view.children_of(at)) {
            const auto relation = view.words[child].relation;
            passive |= relation == Deprel::nsubj_pass || relation == Deprel::aux_pass;
            if ((relation == Deprel::nsubj && !passive) || relation == Deprel::obl_agent)
                return child;
            const auto preposition = case_of(view, child);
            if (relation == Deprel::obl && preposition != no_index && source == no_index &&
                context.classes.preposition_class(view.words[preposition].preposition) == "from")
                source = child;
        }
        if (source != no_index && !passive)
            return source;
        const auto relation = view.words[at].relation;
        if (passive || view.words[at].head < 0 || (relation != Deprel::conj && relation != Deprel::xcomp))
            return no_index;
        at = std::uint32_t(view.words[at].head);
    }
    return no_index;
}

/// The name beside a noun that says who it is; none: no_index.
std::uint32_t name_of(const SentenceView& view, std::uint32_t noun) {
    for (const auto child : view.children_of(noun))
        if (child > noun && view.words[child].names() && view.words[child].relation == Deprel::appos &&
            case_of(view, child) == no_index)
            return child;
    return no_index;
}

/// The noun that a phrase names as its source: the one before a postposition ("Brandt zufolge"), its own
/// ("sources say"), else the first one behind it.
std::uint32_t source_at(const SentenceView& view, const FoundCue& found, const Cue& cue) {
    if (cue.scope == CueScope::source) {
        for (auto i = found.word; i <= found.last; ++i)
            if (!view.words[i].preposition && (view.words[i].upos == Upos::NOUN || i == found.last))
                return i;
    }
    // "Berichte, wonach Arvo …", "un article selon lequel …": no name behind it is the source
    if (const auto& clause = view.clauses[view.words[found.word].clause];
        clause.kind == Clause::Kind::relative && clause.first == found.word)
        return no_index;
    const auto& word = view.words[found.word];
    if (word.relation == Deprel::case_ && word.head >= 0 && word.head < std::int32_t(found.word))
        return std::uint32_t(word.head);
    constexpr std::uint32_t reach = 8;
    const auto end = std::min<std::uint32_t>(std::uint32_t(view.words.size()), found.last + 1 + reach);
    auto noun = no_index;
    for (auto i = found.last + 1; i < end; ++i) {
        const auto& at = view.words[i];
        // "according to rumours Quellon left": the subject of what is said is not its source.
        const bool subject = at.relation == Deprel::nsubj || at.relation == Deprel::nsubj_pass;
        if (at.punctuation() || is_verb(at) || (subject && i > found.last + 1))
            break;
        if (at.names()) // "according to the head of Quellon, Ana Rubio"
            return noun != no_index && name_of(view, noun) != no_index ? noun : i;
        const auto preposition = case_of(view, i); // "laut mit der Sache vertrauten Personen"
        if (noun == no_index && at.upos == Upos::NOUN &&
            (preposition == no_index || preposition <= found.last))
            noun = i;
    }
    return noun;
}

} // namespace

Speaker speaker_at(const ReadingContext& context, const SentenceView& view, std::uint32_t noun) {
    if (noun == no_index)
        return {};
    const auto& word = view.words[noun];
    if (word.names())
        return {word.first_mention, context.entities.mentions[word.first_mention].span};
    if ((word.upos != Upos::NOUN && word.upos != Upos::PROPN) || word.word_class || word.timex != no_index ||
        word.amount != no_index || view.text(noun).find('-') != std::string_view::npos) // "a-t-il"
        return {};
    // "il presidente della società, Mario Rossi"
    if (const auto name = name_of(view, noun); name != no_index)
        return speaker_at(context, view, name);
    // "der frühere Minister Ina Roth", "die Zeitung Radio Lumen"
    for (const auto child : view.children_of(noun))
        if (child > noun && view.words[child].names() && case_of(view, child) == no_index &&
            (view.words[child].relation == Deprel::flat || view.words[child].relation == Deprel::nmod))
            return speaker_at(context, view, child);
    return {no_index, phrase_of(view, noun)};
}

namespace {

/// Whoever a noun of saying that is itself told is by: "according to a report published by Brandt".
Speaker author_of(const ReadingContext& context, std::span<const Draft> drafts, std::uint32_t noun) {
    for (const auto& draft : drafts)
        if (draft.trigger.word == noun)
            for (const auto& argument : draft.arguments)
                if (argument.mention != no_index && argument.role == Role::agent)
                    return {argument.mention, context.entities.mentions[argument.mention].span};
    return {};
}

} // namespace

Speaker holder_at(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                  std::span<const Draft> drafts, std::uint32_t word) {
    const auto* found = judge.cue_at(word);
    if (found && judge.cue(*found).pos == TriggerPos::fixed) {
        const auto source = source_at(view, *found, judge.cue(*found));
        auto speaker = speaker_at(context, view, source);
        if (const auto author = author_of(context, drafts, source);
            speaker.mention == no_index && author.known())
            return author;
        const auto behind = view.words[found->last].unit.span.end; // "d'après" is no part of who says so
        if (judge.cue(*found).scope == CueScope::holder && speaker.mention == no_index &&
            speaker.span.begin < behind && behind < speaker.span.end && found->last + 1 < view.words.size())
            speaker.span.begin = view.words[found->last + 1].unit.span.begin;
        return speaker;
    }
    // "a report by Brandt that …"
    if (found && judge.cue(*found).pos == TriggerPos::noun) {
        for (const auto child : view.children_of(word))
            if (view.words[child].names() && view.words[child].relation == Deprel::nmod)
                return speaker_at(context, view, child);
        return {};
    }
    const auto subject = subject_of(context, view, word);
    if (const auto speaker = speaker_at(context, view, subject); speaker.known())
        return speaker;
    const auto said = std::ranges::find_if(drafts, [&](const Draft& d) { return d.trigger.word == word; });
    if (said != drafts.end())
        for (const auto& argument : said->arguments)
            if (argument.mention != no_index &&
                (argument.role == Role::agent || argument.role == Role::party ||
                 argument.role == Role::approver))
                return {argument.mention, context.entities.mentions[argument.mention].span};
    return {};
}

void spare_accusers(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                    std::vector<Draft>& drafts) {
    const auto people = context.lexicon.noun_classes().bit("people");
    std::erase_if(drafts, [&](Draft& draft) {
        bool accused = false;
        for (const auto at : draft.judgement.holders) {
            const auto* found = judge.cue_at(at);
            if (!found || judge.cue(*found).pos != TriggerPos::verb ||
                judge.cue(*found).modality != Modality::reported)
                continue;
            accused |= controlled_by_unnamed(context.binding(view), draft.trigger.verb);
            const auto holder = holder_at(context, view, judge, {}, at).mention;
            if (holder == no_index)
                continue;
            const auto accuser = context.entities.mentions[holder].entity;
            std::erase_if(draft.arguments, [&](const Argument& a) {
                return a.tier == Tier::nearest && a.mention != no_index &&
                       context.entities.mentions[a.mention].entity == accuser;
            });
        }
        return accused && draft.arguments.empty() &&
               !(people && has_noun(context, view, draft, "B", *people));
    });
}

} // namespace timeloom
