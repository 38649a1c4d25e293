#include "events/deeds.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Form = Features::Form;

bool without_tense(const SentenceWord& word) {
    return word.features.form == Form::infinitive || word.features.form == Form::gerund;
}

/// Whether the word makes a deed of the verb that it stands with.
bool parts_time(const ReadingContext& context, const SentenceWord& word, Form verb) {
    if (word.is(ClassOf::perfect) && word.relation == Deprel::aux)
        return without_tense(word);
    if (word.is(ClassOf::later) || word.is(ClassOf::earlier))
        return verb == Form::infinitive || verb == Form::gerund;
    const auto is = [&](std::string_view preposition) {
        return word.preposition != 0 && word.preposition == context.classes.preposition_class(preposition);
    };
    return (verb == Form::gerund && (is("for") || is("of"))) || (verb == Form::infinitive && is("by"));
}

bool is_deed(const ReadingContext& context, const SentenceView& view, std::uint32_t verb) {
    const auto& word = view.words[verb];
    if (word.relation != Deprel::advcl && word.relation != Deprel::xcomp && word.relation != Deprel::acl)
        return false;
    return (word.is(ClassOf::perfect) && without_tense(word)) || // "*having* sacked", read as two verbs
           std::ranges::any_of(view.children_of(verb), [&](std::uint32_t child) {
               return parts_time(context, view.words[child], word.features.form);
           });
}

} // namespace

std::uint32_t deed_of(const ReadingContext& context, const SentenceView& view, std::uint32_t word) {
    constexpr int highest = 6;
    auto at = std::int32_t(word);
    for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view.words[std::size_t(at)].head)
        if (is_deed(context, view, std::uint32_t(at)))
            return std::uint32_t(at);
    return no_index;
}

} // namespace timeloom
