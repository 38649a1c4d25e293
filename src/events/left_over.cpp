// Names that no path of the tree gave to a draft.
#include "events/draft.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::size_t enough = 2; ///< names from which a predicate beside the main one needs no others

constexpr std::size_t most_matters = 4; ///< names that a statement takes, with the speaker

} // namespace

std::optional<Role> free_role(const ReadingContext& context, const Draft& draft, std::uint32_t mention) {
    constexpr Role order[] = {Role::object, Role::counterparty, Role::patient, Role::beneficiary,
                              Role::holder, Role::agent,        Role::party,   Role::source};
    const auto& frame = context.frames[context.lexicon[draft.trigger.entry].frame];
    if (const auto body = frame.role_of("body");
        body && !draft.fills(*body) && context.type_of(mention) == EntityType::organization)
        return body;
    if (const auto topic = frame.role_of("topic");
        topic && draft.main && !draft.fills(*topic) && context.type_of(mention) == EntityType::organization)
        return topic;
    const auto doer = frame.role_of("A"), undergoer = frame.role_of("B");
    if (draft.use == Use::active && !draft.unnamed_object && doer && undergoer && draft.fills(*doer) &&
        !draft.fills(*undergoer) && frame.accepts(*undergoer, context.type_of(mention)))
        return undergoer;
    // "The head of Brandt was arrested": whose it is only a phrase of the object tells.
    const auto whose = frame.role_of("from") ? std::nullopt : frame.role_of("whose");
    // "The head of Brandt, Ann Lee, was arrested" does not say by whom.
    const bool done = draft.use == Use::passive && doer && undergoer && draft.fills(*undergoer);
    // "Arvo … 23 dead": whoever is only named near a death did not bring it about.
    const bool by_another = doer && doer != Role::agent;
    for (const auto role : order)
        if (role != whose && !(by_another && role == Role::agent) &&
            !(draft.unnamed_object && role == undergoer) &&
            !((done || (draft.unnamed_subject && (draft.use == Use::active || draft.use == Use::support))) &&
              role == doer) &&
            frame.accepts(role, context.type_of(mention)) && (role == Role::object || !draft.fills(role)))
            return role;
    return std::nullopt;
}

namespace {

/// The mentions at a word that may take part: its own, and the body that a person's description names ("the
/// head of Brandt").
std::vector<std::uint32_t> participants_at(const ReadingContext& context, const SentenceWord& word) {
    const auto& mentions = context.entities.mentions;
    std::vector<std::uint32_t> found;
    for (auto m = word.first_mention; m < word.first_mention + word.mention_count; ++m)
        if (context.type_of(m) != EntityType::place && mentions[m].kind != MentionKind::possessive)
            found.push_back(m);
    if (found.empty() || mentions[found.front()].kind != MentionKind::description ||
        context.type_of(found.front()) != EntityType::person)
        return found;
    for (auto m = word.first_mention + word.mention_count;
         m < mentions.size() && word.unit.span.contains(mentions[m].span); ++m)
        if (context.type_of(m) == EntityType::organization)
            found.push_back(m);
    return found;
}

constexpr int farthest_source = 6; ///< words between a name and the source that it belongs to

/// The noun of a source that a word belongs to: "according to figures that Brandt published"; or no word.
std::uint32_t source_above(const ReadingContext& context, const SentenceView& view, std::uint32_t name) {
    for (int steps = 0; steps < farthest_source; ++steps) {
        const auto preposition = place_of(context.binding(view), name).preposition;
        if (preposition != no_index &&
            context.classes.preposition_class(view.words[preposition].preposition) == "according")
            return name;
        const auto& word = view.words[name];
        if (!view.parsed || word.head < 0 ||
            (word.relation != Deprel::nmod && word.relation != Deprel::acl && word.relation != Deprel::amod &&
             word.relation != Deprel::appos && word.relation != Deprel::conj &&
             word.relation != Deprel::flat && word.relation != Deprel::obl))
            break;
        name = std::uint32_t(word.head);
    }
    return no_index;
}

/// "According to Brandt", "according to a letter sent to Brandt": whoever is named in the source takes part
/// in what the source itself tells, in nothing else.
bool is_source(const ReadingContext& context, const SentenceView& view, std::uint32_t name,
               std::uint32_t trigger) {
    const auto source = source_above(context, view, name);
    return source != no_index && source_above(context, view, trigger) != source;
}

bool is_verb(const Draft& draft) {
    return draft.use != Use::nominal && draft.use != Use::predicate;
}

/// The words that the tree gives to predicates, each to the draft that has it; no_index for the others.
std::vector<std::uint32_t> owners_of(const SentenceView& view, std::span<const Draft> drafts) {
    std::vector<std::uint32_t> owners(view.words.size(), no_index);
    for (std::uint32_t d = 0; d < drafts.size(); ++d)
        for (const auto& argument : drafts[d].arguments)
            if (argument.mention != no_index &&
                argument.tier <= (is_verb(drafts[d]) ? Tier::repaired : Tier::path))
                owners[argument.word] = d;
    return owners;
}

/// "After the resignation of Brandt, Arvo grew": whether a clause opens with a noun that only says when
/// something else happened, and names of whom it is told. What is said dates nothing: "nach Angaben von".
bool dates_another(const ReadingContext& context, const SentenceView& view, const Draft& draft) {
    constexpr std::uint32_t farthest = 4; ///< words between the preposition and its noun
    const auto& frame = context.frames[context.lexicon[draft.trigger.entry].frame];
    if (draft.use != Use::nominal || draft.named() == 0 || frame.type == "statement" ||
        frame.under == "statement")
        return false;
    const auto noun = draft.trigger.first;
    for (auto i = noun; i > 0 && noun - i <= farthest; --i) {
        const auto& before = view.words[i - 1];
        if (before.is(ClassOf::later) || before.is(ClassOf::earlier))
            return view.clauses[view.words[i - 1].clause].first == i - 1;
        if (before.punctuation() || before.names() || before.upos == Upos::VERB || before.timex != no_index)
            return false;
    }
    return false;
}

/// Gives the names of one clause to a draft, bound by `tier`, until it has `most` of them; not those that
/// `taken` says.
template <class Taken>
void take_names(const ReadingContext& context, const SentenceView& view, std::uint32_t clause,
                std::size_t most, Tier tier, Taken taken, Draft& draft) {
    constexpr std::uint32_t window = 40;
    const auto word = draft.trigger.word;
    const auto low = std::max(view.clauses[clause].first, word > window ? word - window : 0);
    const auto high = std::min(view.clauses[clause].end, word + window);
    for (const auto i : view.named) {
        if (draft.named() >= most)
            return;
        if (i < low || i >= high || view.words[i].clause != clause || taken(i) ||
            is_source(context, view, i, draft.trigger.word))
            continue;
        for (const auto mention : participants_at(context, view.words[i])) {
            if (draft.named() >= most ||
                draft.has(context.entities, context.entities.mentions[mention].entity))
                continue;
            if (const auto role = free_role(context, draft, mention))
                draft.arguments.push_back({*role, mention, no_index, i, tier});
        }
    }
}

/// "Brandt criticised the sale of Arvo": whether somebody only speaks of something, and takes no part in it.
bool only_speaks(const ReadingContext& context, const Draft& speech, std::uint32_t word) {
    const auto& frame = context.frames[context.lexicon[speech.trigger.entry].frame];
    const auto speaker = frame.role_of("A");
    return (frame.type == "statement" || frame.under == "statement") && speaker &&
           std::ranges::any_of(speech.arguments, [&](const Argument& argument) {
               return argument.word == word && argument.role == *speaker;
           });
}

/// The clauses that tell what a verb of saying says.
std::vector<std::uint32_t> said_clauses(const SentenceView& view, const Trigger& trigger, bool clausal) {
    const auto own = view.words[trigger.word].clause;
    std::vector<std::uint32_t> said;
    for (const auto child : view.children_of(trigger.word))
        if (view.words[child].relation == Deprel::ccomp && view.words[child].clause != own)
            said.push_back(view.words[child].clause);
    for (std::uint32_t c = 0; clausal && said.empty() && c < view.clauses.size(); ++c)
        if (view.clauses[c].parent == own && view.clauses[c].kind == Clause::Kind::complement)
            said.push_back(c);
    return said;
}

} // namespace

void add_left_over(const ReadingContext& context, const SentenceView& view, std::vector<Draft>& drafts) {
    std::vector<std::uint32_t> leaders(view.clauses.size(), no_index);
    for (std::uint32_t d = 0; d < drafts.size(); ++d) {
        auto& leader = leaders[view.words[drafts[d].trigger.word].clause];
        if (leader == no_index || drafts[d].rank > drafts[leader].rank)
            leader = d;
    }
    const auto owners = owners_of(view, drafts);
    std::vector<bool> dating;
    for (const auto& draft : drafts)
        dating.push_back(dates_another(context, view, draft));
    for (std::uint32_t d = 0; d < drafts.size(); ++d) {
        auto& draft = drafts[d];
        const auto own = view.words[draft.trigger.word].clause;
        // What has two arguments takes none from another, nor does an attribute ("Arvo, *founded* in 1990,
        // sued").
        const bool complete = draft.named() >= enough ||
                              (draft.named() > 0 && view.words[draft.trigger.word].relation == Deprel::acl);
        take_names(
            context, view, own, leaders[own] == d ? view.words.size() : enough, Tier::nearest,
            [&](std::uint32_t i) {
                return owners[i] != no_index && owners[i] != d &&
                       (complete || dating[d] || dating[owners[i]] ||
                        (draft.use == Use::nominal && draft.named() > 0 &&
                         only_speaks(context, drafts[owners[i]], i)));
            },
            draft);
    }
}

void add_subject_matter(const ReadingContext& context, const SentenceView& view, std::vector<Draft>& drafts) {
    for (auto& draft : drafts) {
        const bool clausal = context.lexicon[draft.trigger.entry].construction == "clausal";
        for (const auto clause : said_clauses(view, draft.trigger, clausal))
            take_names(
                context, view, clause, most_matters, Tier::position, [](std::uint32_t) { return false; },
                draft);
    }
}

} // namespace timeloom
