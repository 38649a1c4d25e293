#include "events/requirements.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "events/phrases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Whether a word is the subject of a draft's verb, or stands within it.
bool in_subject(const SentenceView& view, const Draft& draft, std::uint32_t word) {
    constexpr int highest = 8;
    for (int steps = 0; steps < highest; ++steps) {
        const auto& at = view.words[word];
        if (at.head == std::int32_t(draft.trigger.verb))
            return at.relation == Deprel::nsubj;
        if (at.head < 0)
            return false;
        word = std::uint32_t(at.head);
    }
    return false;
}

bool has_amount(const SentenceView& view, const Draft& draft, const std::string& wanted) {
    return std::ranges::any_of(draft.arguments, [&](const Argument& a) {
        if (a.amount == no_index)
            return false;
        const auto& unit = view.amounts[a.amount].amount.unit;
        const bool money = unit.size() == 3 && unit.front() >= 'A' && unit.front() <= 'Z';
        return wanted == (unit == "%" ? "%" : money ? "money" : "count");
    });
}

/// Whether anything at all hangs on the trigger in that place.
bool has_child(const SentenceView& view, const Draft& draft, std::string_view slot) {
    const bool clause = slot == "clause", copula = slot == "copula";
    return std::ranges::any_of(view.children_of(draft.trigger.word), [&](auto child) {
        const auto relation = view.words[child].relation;
        return copula   ? relation == Deprel::cop
               : clause ? relation == Deprel::ccomp || relation == Deprel::xcomp
                        : relation == Deprel::obj || relation == Deprel::nsubj_pass;
    });
}

bool named(const ReadingContext& context, const SentenceView& view, const Draft& draft,
           const Requirement& requirement) {
    const auto binding = context.binding(view);
    const auto& entry = context.lexicon[draft.trigger.entry];
    const auto role = role_of(binding, entry, requirement.slot, no_index, draft.use);
    // "Lee met Brandt": where subject and object have one role, the object is who is not the subject.
    const bool other = requirement.slot == "B" && draft.use == Use::active &&
                       role == role_of(binding, entry, "A", no_index, draft.use);
    return std::ranges::any_of(draft.arguments, [&](const Argument& a) {
        return a.role == role && a.mention != no_index && a.tier != Tier::nearest &&
               !(other && in_subject(view, draft, a.word)) &&
               (requirement.types >> unsigned(context.type_of(a.mention)) & 1U);
    });
}

/// "the plant that Arvo closes": what a relative pronoun stands for; any other word itself.
std::uint32_t antecedent_of(const SentenceView& view, std::uint32_t word) {
    if (!view.has(word, ClassOf::relative) || view.words[word].upos == Upos::NOUN)
        return word;
    constexpr int highest = 4;
    auto at = word;
    for (int steps = 0; steps < highest && view.words[at].head >= 0; ++steps) {
        const bool relative = view.words[at].relation == Deprel::acl_relcl;
        at = std::uint32_t(view.words[at].head);
        if (relative)
            return at;
    }
    return word;
}

/// Whether a word is a noun of one of the classes, or a name that begins or ends with one ("the Orwell
/// Prize").
bool is_of(const ReadingContext& context, const SentenceView& view, std::uint32_t word,
           NounClassBits classes) {
    const auto& nouns = context.lexicon.noun_classes();
    const bool compounds = context.classes.profile().compounds;
    const auto text = view.text(word);
    if (nouns.of(text, view.words[word].key, compounds) & classes)
        return true;
    if (!view.words[word].names())
        return false;
    for (const auto part : {text.substr(0, text.find(' ')), text.substr(text.rfind(' ') + 1)})
        if (nouns.of(part, word_key(part), compounds) & classes)
            return true;
    return false;
}

/// Without a tree: a noun of the classes behind an active verb, before a passive one.
bool near_noun(const ReadingContext& context, const SentenceView& view, const Draft& draft,
               std::string_view slot, NounClassBits classes) {
    const bool behind = (slot == "A") == (draft.use == Use::passive);
    constexpr std::uint32_t farthest = 6;
    for (std::uint32_t step = 1; step <= farthest; ++step) {
        const auto at = behind ? draft.trigger.word + step : draft.trigger.word - step;
        if (at >= view.words.size() || view.words[at].punctuation())
            break;
        if (is_of(context, view, at, classes))
            return true;
        if (view.words[at].preposition)
            break;
    }
    return false;
}

} // namespace

// Those at the end of the first path of constructions.tsv that leads anywhere.
std::vector<std::uint32_t> words_in(const ReadingContext& context, const SentenceView& view,
                                    const Draft& draft, std::string_view slot) {
    for (const auto& path : context.constructions.of(draft.use)) {
        const bool by_preposition = path.slot == "*";
        if ((path.slot != slot && !by_preposition) || path.steps.empty() ||
            path.when != ConstructionPath::When::always ||
            (path.climbs() && subject_said(view, draft.trigger.word)))
            continue;
        const auto start = path.from_verb ? draft.trigger.verb : draft.trigger.word;
        auto reached = follow(view, context.classes, start, path);
        if (by_preposition)
            std::erase_if(reached, [&](auto word) {
                const auto preposition = case_of(view, word);
                const auto of = preposition == no_index
                                    ? std::string_view()
                                    : context.classes.preposition_class(view.words[preposition].preposition);
                // "llamar a un embajador": an object that is somebody has a preposition.
                const bool object = slot == "B" && of == "to" && draft.use == Use::active &&
                                    context.classes.profile().personal_a;
                const bool owner = slot == "P" && of == "of";
                return of != slot && !object && !owner;
            });
        if (reached.empty())
            continue;
        for (auto& word : reached)
            word = antecedent_of(view, word);
        return reached;
    }
    return {};
}

bool has_noun(const ReadingContext& context, const SentenceView& view, const Draft& draft,
              std::string_view slot, NounClassBits classes) {
    if (!view.parsed)
        return near_noun(context, view, draft, slot, classes);
    const auto words = words_in(context, view, draft, slot);
    const auto measure = context.lexicon.noun_classes().bit("measure");
    return std::ranges::any_of(words, [&](auto word) {
        if (is_of(context, view, word, classes))
            return true;
        // "thousands of bottles", "eight of the hikers"
        return measure && (view.words[word].upos == Upos::NUM || is_of(context, view, word, *measure)) &&
               std::ranges::any_of(view.children_of(word), [&](auto counted) {
                   return view.words[counted].relation == Deprel::nmod &&
                          is_of(context, view, counted, classes);
               });
    });
}

bool meets(const ReadingContext& context, const SentenceView& view, const Draft& draft,
           const Requirement& requirement) {
    if (requirement.slot == "amount")
        return has_amount(view, draft, requirement.unit);
    if (requirement.types == 0 && requirement.nouns == 0)
        return has_child(view, draft, requirement.slot);
    return (requirement.types != 0 && named(context, view, draft, requirement)) ||
           (requirement.nouns != 0 && has_noun(context, view, draft, requirement.slot, requirement.nouns));
}

} // namespace timeloom
