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

/// "Arvo hat Brandt verklagt, so Lee", "Arvo, so die Sprecherin Lee, hat …": who is cited stands behind a
/// preposition, and the verb of the rest takes no part of it.
void part_sources(const SentenceView& view, Words& words, const WordClasses& classes) {
    constexpr std::uint32_t farthest = 4; // an article, adjectives, an office before the name
    for (std::uint32_t i = 1; i + 1 < words.size(); ++i) {
        if (!words[i].is(ClassOf::citing) ||
            (view.text(i - 1) != "," && words[i - 1].quote == QuoteMark::none))
            continue;
        auto name = i + 1;
        while (name < words.size() && name <= i + farthest && !words[name].names() &&
               (words[name].is(ClassOf::determiner) || words[name].upos == Upos::NOUN ||
                words[name].upos == Upos::ADJ || words[name].upos == Upos::PROPN))
            ++name;
        while (name + 1 < words.size() && words[name].names() && words[name + 1].names()) // "Sprecherin Lee"
            ++name;
        if (name >= words.size() || !words[name].names())
            continue;
        const auto end = name + 1;
        const auto inside = [&](std::int32_t w) { return w >= std::int32_t(i) && w < std::int32_t(end); };
        auto main = no_index; // the verb that the rest hangs on
        for (std::uint32_t w = 0; w < words.size() && main == no_index; ++w)
            if (!inside(std::int32_t(w)) && words[w].upos == Upos::VERB &&
                (words[w].head < 0 || inside(words[w].head)))
                main = w;
        if (main == no_index)
            continue;
        for (std::uint32_t w = 0; w < words.size(); ++w)
            if (!inside(std::int32_t(w)) && w != main && inside(words[w].head))
                words[w].head = std::int32_t(main);
        if (inside(words[main].head)) {
            words[main].head = -1;
            words[main].relation = Deprel::root;
        }
        for (auto w = i; w < name; ++w)
            if (!inside(words[w].head))
                words[w].head = std::int32_t(name);
        words[i].head = std::int32_t(name);
        words[i].relation = Deprel::case_;
        words[i].preposition = classes.preposition_class("according");
        words[name].head = std::int32_t(main);
        words[name].relation = Deprel::obl;
    }
}

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
