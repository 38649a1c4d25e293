#include "events/tree_words.hpp"

namespace timeloom {

namespace {

constexpr std::uint32_t longest_insertion = 10; ///< words between the two commas
constexpr std::uint32_t before_verb = 3;        ///< auxiliaries and the like between the comma and the verb

std::uint32_t next_comma(const SentenceView& view, std::uint32_t from) {
    for (auto i = from; i < view.words.size() && i <= from + longest_insertion; ++i)
        if (view.text(i) == ",")
            return i;
    return no_index;
}

/// The verb that a comma is followed by, past its auxiliaries.
std::uint32_t verb_behind(const Words& words, std::uint32_t comma) {
    for (auto i = comma + 1; i < words.size() && i <= comma + 1 + before_verb; ++i) {
        if (words[i].upos == Upos::VERB)
            return i;
        if (words[i].upos != Upos::AUX && words[i].upos != Upos::ADV && !words[i].is(ClassOf::clitic))
            break;
    }
    return no_index;
}

std::uint32_t verb_before(const Words& words, std::uint32_t from) {
    for (auto i = from; i > 0; --i) {
        if (words[i - 1].punctuation())
            break;
        if (words[i - 1].upos == Upos::VERB)
            return i - 1;
    }
    return no_index;
}

} // namespace

void part_insertions(const SentenceView& view, Words& words) {
    for (std::uint32_t joint = 2; joint + 4 < words.size(); ++joint) {
        if (words[joint].relation != Deprel::cc || view.text(joint + 1) != ",")
            continue;
        const auto comma = next_comma(view, joint + 2);
        const auto second = comma == no_index ? no_index : verb_behind(words, comma);
        const auto first = verb_before(words, joint);
        if (second == no_index || first == no_index)
            continue;
        auto& told = words[second];
        if (told.head >= 0 && told.head < std::int32_t(first)) // of a verb farther up
            continue;
        for (auto i = joint + 2; i < comma; ++i) { // what is inserted goes with the verb behind it
            const auto head = words[i].head;
            if (head >= 0 && head < std::int32_t(joint)) {
                words[i].head = std::int32_t(second);
                words[i].relation = Deprel::obl;
            }
        }
        const auto object = joint - 1;
        if (words[object].head == std::int32_t(second)) {
            words[object].head = std::int32_t(first);
            words[object].relation = Deprel::obj;
        }
        words[joint].head = std::int32_t(second);
        told.head = std::int32_t(first);
        told.relation = Deprel::conj;
    }
}

} // namespace timeloom
