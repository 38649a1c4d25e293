#include "events/tree_words.hpp"

#include <algorithm>

namespace timeloom {

namespace {

class Openings {
  public:
    Openings(const SentenceView& view, Words& words, const WordClasses& classes)
        : view_(view), words_(words), according_(classes.preposition_class("according")),
          pro_drop_(classes.profile().pro_drop) {}

    void run() {
        return_prepositions();
        for (std::uint32_t opening = 0; opening < words_.size(); ++opening)
            if (words_[opening].head > std::int32_t(opening))
                end(opening, std::uint32_t(words_[opening].head));
    }

  private:
    /// "On Tuesday Brandt resigned": the preposition is the date's that it stands before, not the name's.
    void return_prepositions() {
        for (std::uint32_t i = 0; i + 2 < words_.size(); ++i) {
            auto& preposition = words_[i];
            const auto& date = words_[i + 1];
            if (preposition.relation == Deprel::case_ && date.timex != no_index &&
                preposition.head > std::int32_t(i + 1) &&
                date.head == words_[std::size_t(preposition.head)].head &&
                words_[std::size_t(preposition.head)].names()) {
                auto& name = words_[std::size_t(preposition.head)];
                preposition.head = std::int32_t(i + 1);
                if (name.relation == Deprel::obl)
                    name.relation = Deprel::nsubj;
            }
        }
    }

    void end(std::uint32_t opening, std::uint32_t verb) {
        const bool source =
            child_of(words_, opening, 0, [&](const auto& w) {
                return w.relation == Deprel::case_ && according_ != 0 && w.preposition == according_;
            }) != no_index;
        if (source && part_speaker(opening, verb))
            return;
        if (!source && !opens(opening, verb))
            return;
        const auto first = child_of(words_, opening, opening + 1, [&](const auto& w) {
            return w.relation == Deprel::conj || w.relation == Deprel::appos ||
                   (!source && (w.relation == Deprel::flat || w.relation == Deprel::amod ||
                                w.relation == Deprel::nsubj)) ||
                   (w.relation == Deprel::nmod && bare(std::uint32_t(number(words_, w))));
        });
        if (first == no_index || first > verb || !words_[first].names() || !bare(first))
            return;
        bool comma = false;
        for (auto i = opening + 1; i < first; ++i)
            comma |= view_.text(i) == ",";
        const auto subject = child_of(words_, verb, 0, [&](const auto& w) {
            return w.relation == Deprel::nsubj && number(words_, w) < std::int32_t(verb);
        });
        const auto joined =
            subject == no_index
                ? no_index
                : child_of(words_, subject, first, [](const auto& w) { return w.relation == Deprel::cc; });
        // "Arvo, Tarvex and Lume" with only the last one for a subject
        const bool list = subject != no_index && subject > first && joined < subject;
        if (subject != no_index && !list)
            return;
        const bool listed = list || words_[first].relation == Deprel::conj;
        if (source   ? !comma
            : listed ? !comma || (words_[opening].names() && pro_drop_)
                     : !reaches(first, verb))
            return;
        if (list) {
            words_[subject].head = std::int32_t(first);
            words_[subject].relation = Deprel::conj;
        }
        for (auto i = first + 1; i < words_.size(); ++i)
            if (words_[i].head == std::int32_t(opening) && words_[i].relation == Deprel::conj)
                words_[i].head = std::int32_t(first);
        words_[first].head = std::int32_t(verb);
        words_[first].relation = Deprel::nsubj;
    }

    /// "according to the head of Arvo, Ana Rubio, Brandt bought …": the name between commas is the source's,
    /// and what follows is no name of either.
    bool part_speaker(std::uint32_t source, std::uint32_t verb) {
        if (words_[source].relation == Deprel::nsubj)
            words_[source].relation = Deprel::obl;
        auto name = source + 1;
        while (name < verb && view_.text(name) != ",")
            ++name;
        if (++name + 1 >= verb || !words_[name].names() || view_.text(name + 1) != ",")
            return false;
        words_[name].head = std::int32_t(source);
        words_[name].relation = Deprel::appos;
        const auto subject = child_of(words_, verb, name + 2, [](const auto& w) {
            return w.relation == Deprel::nsubj || w.relation == Deprel::nsubj_pass;
        });
        if (subject < verb)
            return true;
        for (auto i = name + 2; i < verb; ++i) {
            auto& word = words_[i];
            const bool noun = word.names() || word.upos == Upos::NOUN || word.upos == Upos::PROPN;
            if (!noun || word.timex != no_index || !bare(i) || word.head > std::int32_t(name))
                continue;
            word.head = std::int32_t(verb);
            word.relation = Deprel::nsubj;
            break;
        }
        return true;
    }

    /// A date, an amount or a place behind its preposition, an adverb: what a clause may begin with.
    bool opens(std::uint32_t opening, std::uint32_t verb) const {
        const auto& word = words_[opening];
        if (word.relation != Deprel::obl && word.relation != Deprel::advmod && word.relation != Deprel::nmod)
            return false;
        if (words_[verb].upos != Upos::VERB)
            return false;
        return word.timex != no_index || word.amount != no_index || word.is(ClassOf::adverb) ||
               (word.names() && has_case(words_, opening));
    }

    /// "a Brandt" before its verb: an article, though it is a preposition elsewhere.
    bool bare(std::uint32_t word) const {
        return child_of(words_, word, 0, [](const auto& w) {
                   return w.relation == Deprel::case_ && !w.is(ClassOf::determiner);
               }) == no_index;
    }

    /// Whether only auxiliaries, pronouns and adverbs of the verb stand between it and what is joined to a
    /// name.
    bool reaches(std::uint32_t name, std::uint32_t verb) const {
        auto last = name;
        for (auto i = name + 1; i < verb; ++i)
            if (words_[i].head == std::int32_t(name) || words_[i].head == std::int32_t(last) ||
                words_[i].relation == Deprel::cc)
                last = i;
        for (auto i = last + 1; i < verb; ++i)
            if (words_[i].head != std::int32_t(verb) || words_[i].names() || words_[i].punctuation())
                return false;
        return true;
    }

    const SentenceView& view_;
    Words& words_;
    std::uint8_t according_;
    bool pro_drop_;
};

/// "after", "before", read as a preposition.
bool opens_later_clause(const SentenceWord& word) {
    return word.relation == Deprel::case_ && (word.is(ClassOf::later) || word.is(ClassOf::earlier)) &&
           word.is(ClassOf::subordinator);
}

/// Whether the verb has its subject, or shares another's.
bool has_subject(const Words& words, std::uint32_t verb) {
    return child_of(words, verb, 0, [](const auto& w) {
               return w.relation == Deprel::nsubj || w.relation == Deprel::nsubj_pass ||
                      w.relation == Deprel::cc || w.relation == Deprel::mark;
           }) != no_index;
}

/// "resigned after thieves stole the coins": where a verb needs its subject, the noun between "after" and it
/// is one.
void subordinate_nouns(Words& words) {
    for (std::uint32_t i = 0; i + 1 < words.size(); ++i) {
        auto& noun = words[i];
        if (noun.relation != Deprel::obl || noun.head <= std::int32_t(i) ||
            (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) || noun.timex != no_index)
            continue;
        const auto verb = std::uint32_t(noun.head);
        const auto preposition = child_of(words, i, 0, opens_later_clause);
        if (preposition == no_index || words[verb].upos != Upos::VERB ||
            words[verb].features.form != Features::Form::finite || words[verb].head < 0 ||
            words[verb].head > std::int32_t(preposition) || words[verb].relation == Deprel::root ||
            has_subject(words, verb))
            continue;
        noun.relation = Deprel::nsubj;
        words[preposition].relation = Deprel::mark;
        words[preposition].head = noun.head;
        words[verb].relation = Deprel::advcl;
    }
}

/// "grew after the minister, Ana Rubio, resigned": the same where the noun was read as the first verb's.
void subordinate_phrases(Words& words) {
    for (std::uint32_t i = 1; i + 1 < words.size(); ++i) {
        auto& noun = words[i];
        if (noun.relation != Deprel::obl || noun.head < 0 || noun.head > std::int32_t(i) ||
            (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) || noun.timex != no_index)
            continue;
        const auto preposition = child_of(words, i, 0, opens_later_clause);
        const auto verb = child_of(words, std::uint32_t(noun.head), i + 1, [](const auto& w) {
            return w.upos == Upos::VERB && (w.relation == Deprel::conj || w.relation == Deprel::parataxis ||
                                            w.relation == Deprel::xcomp);
        });
        if (preposition == no_index || verb == no_index ||
            words[verb].features.form == Features::Form::infinitive ||
            words[verb].features.form == Features::Form::gerund || has_subject(words, verb) ||
            child_of(words, verb, 0, [](const auto& w) { return w.relation == Deprel::obl_agent; }) !=
                no_index)
            continue;
        // The verb comes right behind what belongs to the noun; commas stand around a second name of it.
        const bool renamed =
            child_of(words, i, i + 1, [](const auto& w) {
                return w.names() && (w.relation == Deprel::appos || w.relation == Deprel::conj);
            }) < verb;
        const auto between = [&](const SentenceWord& w) {
            return (w.head >= std::int32_t(i) && w.head <= std::int32_t(verb)) &&
                   (renamed || !w.punctuation());
        };
        if (!std::all_of(words.begin() + i + 1, words.begin() + verb, between))
            continue;
        words[verb].relation = Deprel::advcl;
        noun.relation = Deprel::nsubj;
        noun.head = std::int32_t(verb);
        words[preposition].relation = Deprel::mark;
        words[preposition].head = std::int32_t(verb);
    }
}

} // namespace

void settle_openings(const SentenceView& view, Words& words, const WordClasses& classes) {
    if (!classes.profile().pro_drop)
        subordinate_nouns(words), subordinate_phrases(words);
    Openings(view, words, classes).run();
}

} // namespace timeloom
