#include "events/missing_verb.hpp"

#include "events/tree_words.hpp"

#include <algorithm>

namespace timeloom {

namespace {

bool nominal(const SentenceWord& word) {
    return word.upos == Upos::NOUN || word.upos == Upos::PROPN || word.upos == Upos::NUM || word.names();
}

bool finite(const SentenceWord& word) {
    return (word.upos == Upos::VERB || word.upos == Upos::AUX) &&
           word.features.form == Features::Form::finite;
}

/// The tense that a word taken for a noun has as a finite verb of the lexicon, if it is one: the present, or
/// a past that is no participle as well ("shook"). A verb of several words counts by its first.
Features::Tense tense_as_verb(const SentenceView& view, std::uint32_t i, const Lexicon& lexicon) {
    using Tense = Features::Tense;
    const auto& word = view.words[i];
    const bool taken_for_noun = word.upos == Upos::NOUN || word.upos == Upos::PROPN ||
                                word.upos == Upos::ADJ || word.upos == Upos::ADP || word.upos == Upos::X;
    if (word.unit.kind != Unit::Kind::word || word.word_class || word.names() || !taken_for_noun ||
        view.document->tokens[word.first_token].capital)
        return Tense::none;
    auto tense = Tense::none;
    bool participle = false;
    for (const auto& pattern : lexicon.at(word.key)) {
        if (pattern.pos != TriggerPos::verb)
            continue;
        participle |= pattern.features.form == Features::Form::participle;
        if (pattern.features.form == Features::Form::finite && tense != Tense::present &&
            (pattern.features.tense == Tense::present || pattern.features.tense == Tense::past))
            tense = pattern.features.tense;
    }
    return tense == Tense::past && participle ? Tense::none : tense;
}

/// Whether a verb's object may begin with the word.
bool begins_object(const SentenceView& view, std::uint32_t i) {
    const auto& word = view.words[i];
    return nominal(word) || word.is(ClassOf::determiner) || word.upos == Upos::ADJ ||
           word.features.form == Features::Form::infinitive ||
           (word.is(ClassOf::infinitive) && i + 1 < view.words.size() &&
            view.words[i + 1].features.form == Features::Form::infinitive);
}

bool known_noun(const SentenceWord& word, const Lexicon& lexicon) {
    return std::ranges::any_of(lexicon.at(word.key),
                               [](const auto& pattern) { return pattern.pos == TriggerPos::noun; });
}

/// A form of a verb, finite or not, that is no participle, which may be an adjective.
bool verb_form(const TriggerPattern& pattern) {
    return pattern.pos == TriggerPos::verb && !pattern.participle &&
           pattern.features.form != Features::Form::participle &&
           pattern.features.form != Features::Form::gerund;
}

/// "will not *own* a stake", "plans to *fine* Brandt": whether a word stands where only an infinitive does:
/// behind a modal, or behind what opens or denies one and before its object.
bool place_of_infinitive(const SentenceView& view, std::uint32_t i) {
    if (i == 0)
        return false;
    const auto& words = view.words;
    const auto& before = words[i - 1];
    const bool denied = before.is(ClassOf::negation) && i > 1;
    if (before.is(ClassOf::modal) || (denied && words[i - 2].is(ClassOf::modal)))
        return true;
    const bool object = i + 1 < words.size() && (words[i + 1].names() || words[i + 1].is(ClassOf::definite) ||
                                                 words[i + 1].is(ClassOf::determiner));
    // "did not fine Brandt", but "is not clear", "and not fine wines"
    const bool helped = denied && words[i - 2].unit.kind == Unit::Kind::word && !words[i - 2].word_class;
    return object && (before.is(ClassOf::infinitive) || helped);
}

/// "verklagte Arvo und *bestellte* Brandt": whether a word stands where a second finite verb does, behind
/// "and" and before a name or an article; no adjective does.
bool place_of_second(const SentenceView& view, std::uint32_t i) {
    const auto& words = view.words;
    return i > 1 && i + 1 < words.size() && words[i - 1].is(ClassOf::coordinator) &&
           ((words[i + 1].names() && !words[i + 1].compound) || words[i + 1].is(ClassOf::definite));
}

} // namespace

void mark_verbs(SentenceView& view, const Lexicon& lexicon) {
    for (auto& word : view.words) {
        const auto patterns = lexicon.at(word.key);
        if (patterns.empty() || word.unit.kind != Unit::Kind::word || word.word_class)
            continue;
        const bool opening =
            &word == view.words.data() && std::ranges::any_of(patterns, [](const auto& pattern) {
                return pattern.features.form == Features::Form::finite;
            });
        word.unit.verb = (opening || !view.document->tokens[word.first_token].capital) &&
                         std::ranges::all_of(patterns, verb_form);
        word.unit.placed = place_of_infinitive(view, std::uint32_t(&word - view.words.data())) &&
                           std::ranges::any_of(patterns, [](const auto& pattern) {
                               return pattern.pos == TriggerPos::verb && !pattern.split &&
                                      pattern.features.form == Features::Form::infinitive;
                           });
        word.unit.placed |= place_of_second(view, std::uint32_t(&word - view.words.data())) &&
                            std::ranges::any_of(patterns, [](const auto& pattern) {
                                return pattern.pos == TriggerPos::verb &&
                                       pattern.features.form == Features::Form::finite &&
                                       pattern.features.tense == Features::Tense::past;
                            });
    }
}

void swap_nouns(SentenceView& view, const Lexicon& lexicon) {
    if (!view.parsed)
        return;
    auto& words = view.words;
    bool changed = false;
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto& noun = words[i];
        auto& attribute = words[i - 1];
        if (noun.upos != Upos::ADJ || noun.relation != Deprel::amod || noun.head + 1 != std::int32_t(i) ||
            attribute.upos != Upos::NOUN || attribute.names() || !known_noun(noun, lexicon) ||
            known_noun(attribute, lexicon))
            continue;
        noun.head = attribute.head;
        noun.relation = attribute.relation;
        for (auto& word : words)
            if (word.head + 1 == std::int32_t(i))
                word.head = std::int32_t(i);
        attribute.head = std::int32_t(i);
        attribute.relation = Deprel::amod;
        std::swap(noun.upos, attribute.upos);
        changed = true;
    }
    if (changed)
        index_children(view);
}

namespace {

/// "Brandt to buy Arvo", "Arvo and Tarvex to be sold": in a headline the infinitive right behind a name tells
/// what is to come.
bool restore_infinitive(SentenceView& view) {
    auto& words = view.words;
    std::uint32_t to = 1;
    while (to < words.size() &&
           !(words[to].is(ClassOf::infinitive) && words[to - 1].names() && words[to].head > std::int32_t(to)))
        ++to;
    if (to == words.size() || has_case(words, to - 1))
        return false;
    const auto verb = std::uint32_t(words[to].head);
    auto name = to - 1;
    for (std::uint32_t i = name; words[i].relation == Deprel::conj && words[i].head >= 0 && i > 0; i = name)
        name = std::min(name - 1, std::uint32_t(words[i].head));
    if (words[verb].upos != Upos::VERB || !words[name].names() ||
        (words[name].head >= 0 && words[name].head != std::int32_t(verb)))
        return false;
    const bool passive =
        child_of(words, verb, to, [](const auto& w) { return w.relation == Deprel::aux_pass; }) != no_index;
    for (auto& word : words)
        if (word.head == std::int32_t(name) && word.relation == Deprel::punct)
            word.head = std::int32_t(verb);
    words[verb].head = -1;
    words[verb].relation = Deprel::root;
    auto& finite_one = passive ? words[to + 1] : words[verb];
    finite_one.features.form = Features::Form::finite;
    finite_one.features.tense = Features::Tense::future;
    words[name].head = std::int32_t(verb);
    words[name].relation = passive ? Deprel::nsubj_pass : Deprel::nsubj;
    index_children(view);
    return true;
}

} // namespace

void restore_missing_verb(SentenceView& view, const Lexicon& lexicon, const ClauseProfile& profile) {
    if (!view.parsed || std::ranges::any_of(view.words, finite) ||
        (!profile.verb_final && restore_infinitive(view)))
        return;
    const auto size = std::uint32_t(view.words.size());
    std::uint32_t verb = 1;
    while (verb + 1 < size &&
           !(nominal(view.words[verb - 1]) && tense_as_verb(view, verb, lexicon) != Features::Tense::none &&
             begins_object(view, verb + 1)))
        ++verb;
    if (verb + 1 >= size)
        return;
    const auto tense = tense_as_verb(view, verb, lexicon);
    auto& root = view.words[verb];
    root.upos = Upos::VERB;
    root.relation = Deprel::root;
    root.head = -1;
    root.features.form = Features::Form::finite;
    root.features.tense = tense;
    // What hung on words of the other side, or on none, now hangs on the verb.
    const auto crosses = [&](std::uint32_t i) {
        const auto head = view.words[i].head;
        return head < 0 || (head <= std::int32_t(verb)) != (i <= verb);
    };
    bool object = false;
    for (auto i = size; i-- > 0;) {
        auto& word = view.words[i];
        if (i == verb || (word.head != std::int32_t(verb) && !crosses(i)))
            continue;
        word.head = std::int32_t(verb);
        if (i > verb && word.features.form == Features::Form::infinitive)
            word.relation = Deprel::xcomp;
        if (!nominal(word))
            continue;
        const bool first = i == verb - 1;
        word.relation = first ? Deprel::nsubj : i < verb ? Deprel::dep : Deprel::obl;
    }
    for (auto i = verb + 1; i < size && !object; ++i)
        if (view.words[i].head == std::int32_t(verb) && view.words[i].relation == Deprel::obl) {
            object = true;
            if (!has_case(view.words, i))
                view.words[i].relation = Deprel::obj;
        }
    index_children(view);
}

} // namespace timeloom
