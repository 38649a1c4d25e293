#include "events/tree_repair.hpp"

#include "events/tree_words.hpp"

#include <algorithm>

namespace timeloom {

namespace {

void collapse_prepositions(Words& words) {
    const auto governed = [](const SentenceWord& w) {
        return !w.complex_preposition && w.preposition == 0 &&
               (w.relation == Deprel::nmod || w.relation == Deprel::obl || w.relation == Deprel::flat ||
                w.relation == Deprel::appos);
    };
    for (std::uint32_t noun = 0; noun < words.size(); ++noun) {
        auto& place = words[noun];
        if (!place.complex_preposition || place.relation == Deprel::case_ || place.relation == Deprel::fixed)
            continue;
        const auto object = child_of(words, noun, noun + 1, governed);
        if (object == no_index)
            continue;
        words[object].head = place.head;
        words[object].relation = place.relation;
        place.head = std::int32_t(object);
        place.relation = Deprel::case_;
        for (auto& word : words)
            if (word.head == std::int32_t(noun)) {
                word.head = std::int32_t(object);
                if (word.complex_preposition)
                    word.relation = Deprel::case_;
            }
    }
}

void part_dates_from_names(Words& words, const WordClasses& classes) {
    const auto by = classes.preposition_class("by");
    const auto joined = [](Deprel relation) {
        return relation == Deprel::flat || relation == Deprel::appos || relation == Deprel::compound ||
               relation == Deprel::nmod || relation == Deprel::dep;
    };
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        // "ha battuto domenica l'Inter"
        const bool beside = word.relation == Deprel::conj && child_of(words, i, 0, [](const auto& w) {
                                                                 return w.relation == Deprel::cc;
                                                             }) == no_index;
        if (word.head < 0 || !(joined(word.relation) || beside))
            continue;
        const auto& head = words[std::size_t(word.head)];
        if (has_case(words, i)) { // "appointed in May by Corvex", "trennte sich am Freitag von Corvex"
            if (word.names() && word.head < std::int32_t(i) && head.timex != no_index && head.head >= 0 &&
                words[std::size_t(head.head)].upos == Upos::VERB &&
                (classes.profile().verb_final || child_of(words, i, 0, [by](const auto& w) {
                                                     return w.relation == Deprel::case_ &&
                                                            w.preposition == by;
                                                 }) != no_index)) {
                word.relation = Deprel::obl;
                word.head = head.head;
            }
            continue;
        }
        const bool date_on_name = word.timex != no_index && head.names();
        const bool name_on_date = word.names() && head.timex != no_index;
        if ((!date_on_name && !name_on_date) || head.head < 0)
            continue;
        const auto verb = std::uint32_t(head.head);
        const auto own = number(words, head);
        const bool free_object =
            name_on_date && words[verb].upos == Upos::VERB && verb < i &&
            !has_case(words, std::uint32_t(own)) &&
            child_of(words, verb, 0, [](const auto& w) { return w.relation == Deprel::obj; }) == no_index;
        word.head = head.head;
        word.relation = free_object ? Deprel::obj : date_on_name ? Deprel::obl : head.relation;
    }
}

/// "Brandt will den Hersteller Arvo kaufen": what stands between a modal and its infinitive is the
/// infinitive's.
void relieve_modals(Words& words) {
    for (std::uint32_t modal = 0; modal + 2 < words.size(); ++modal) {
        if (!words[modal].is(ClassOf::modal) || words[modal].names())
            continue;
        const auto infinitive = child_of(words, modal, modal + 1, [](const auto& w) {
            return w.relation == Deprel::xcomp && w.upos == Upos::VERB && !w.names();
        });
        if (infinitive == no_index)
            continue;
        for (auto i = modal + 1; i < infinitive; ++i)
            if (words[i].head == std::int32_t(modal) &&
                (words[i].relation == Deprel::obj || words[i].relation == Deprel::iobj ||
                 words[i].relation == Deprel::obl))
                words[i].head = std::int32_t(infinitive);
    }
}

/// What hangs on an auxiliary hangs on its verb: "[Arvo], which grew, *has* sued Brandt".
void relieve_auxiliaries(Words& words) {
    for (auto& word : words) {
        if (word.head < 0 || word.relation == Deprel::punct || word.relation == Deprel::conj ||
            word.relation == Deprel::cc)
            continue;
        const auto& head = words[std::size_t(word.head)];
        const bool auxiliary = head.relation == Deprel::aux || head.relation == Deprel::aux_pass;
        if (auxiliary && head.head >= 0 && head.head != number(words, word))
            word.head = head.head;
    }
}

/// "trennte sich von Trainer Ole Werner": a name behind a preposition is no part of the verb's, nor joined
/// to it.
void settle_obliques(Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        const bool joined = word.relation == Deprel::nmod || word.relation == Deprel::conj ||
                            word.relation == Deprel::appos || word.relation == Deprel::dep;
        if (joined && word.head >= 0 && words[std::size_t(word.head)].upos == Upos::VERB &&
            (word.upos == Upos::NOUN || word.upos == Upos::PROPN) && has_case(words, i) &&
            child_of(words, i, 0, [](const auto& w) {
                return w.relation == Deprel::cc || w.relation == Deprel::cop;
            }) == no_index)
            word.relation = Deprel::obl;
    }
}

/// "ohne Brandt zu kaufen": what is no preposition of the tables opens the infinitive, not the name.
void open_infinitives(Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& opener = words[i];
        if (opener.relation != Deprel::case_ || opener.preposition || opener.head < std::int32_t(i) ||
            (i > 0 && !words[i - 1].punctuation() && !words[i - 1].is(ClassOf::coordinator)))
            continue;
        auto& noun = words[std::size_t(opener.head)];
        if (noun.relation != Deprel::obl || noun.head < opener.head)
            continue;
        const auto verb = std::uint32_t(noun.head);
        if (words[verb].features.form != Features::Form::infinitive ||
            words[verb - 1].relation != Deprel::mark || words[verb - 1].head != noun.head)
            continue;
        opener.head = noun.head;
        opener.relation = Deprel::mark;
        noun.relation = Deprel::obj;
    }
}

/// "protestará se a Brandt comprar a Arvo": no pronoun where no verb is right behind.
void open_conditions(Words& words) {
    for (std::uint32_t i = 1; i + 1 < words.size(); ++i) {
        auto& word = words[i];
        const auto& next = words[i + 1];
        if (!word.is(ClassOf::reflexive) || !word.is(ClassOf::subordinator) || word.upos != Upos::PRON ||
            word.head < 0 || word.head > std::int32_t(i) || !(next.is(ClassOf::definite) || next.names()))
            continue;
        auto verb = i + 1;
        while (verb < words.size() && words[verb].upos != Upos::VERB && !words[verb].punctuation())
            ++verb;
        if (verb == words.size() || words[verb].upos != Upos::VERB)
            continue;
        const auto outer = word.head;
        for (auto k = i + 1; k < verb; ++k)
            if (words[k].head == outer && (words[k].names() || words[k].upos == Upos::NOUN)) {
                words[k].head = std::int32_t(verb);
                words[k].relation = Deprel::nsubj;
            } else if (words[k].relation == Deprel::case_ && words[k].is(ClassOf::definite)) {
                words[k].relation = Deprel::det;
            }
        word.upos = Upos::SCONJ;
        word.relation = Deprel::mark;
        word.head = std::int32_t(verb);
        if (words[verb].head == outer)
            words[verb].relation = Deprel::advcl;
    }
}

/// "Said *on Tuesday* it had bought a mill": a day right behind a verb, before the subject of what it says,
/// is that verb's.
void return_days(Words& words) {
    constexpr std::uint32_t farthest = 3; ///< words from the verb: a preposition, an article
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto& day = words[i];
        if (day.timex == no_index || day.head <= std::int32_t(i))
            continue;
        const auto said = std::uint32_t(day.head);
        const auto verb = words[said].head;
        if (words[said].relation != Deprel::ccomp || verb < 0 || verb >= std::int32_t(i) ||
            i - std::uint32_t(verb) > farthest)
            continue;
        const auto between = std::span(words).subspan(std::uint32_t(verb) + 1, i - std::uint32_t(verb) - 1);
        const bool behind = std::ranges::all_of(
            between, [](const auto& w) { return w.upos == Upos::ADP || w.upos == Upos::DET; });
        const auto opener = child_of(words, said, i + 1, [](const auto& w) {
            return w.relation == Deprel::nsubj || w.relation == Deprel::nsubj_pass ||
                   w.relation == Deprel::mark;
        });
        if (behind && opener < said)
            day.head = verb;
    }
}

/// The subject of a verb with an auxiliary of the passive is one of the passive.
void mark_passives(Words& words) {
    for (auto& word : words)
        if (word.relation == Deprel::nsubj && word.head >= 0 &&
            child_of(words, std::uint32_t(word.head), 0,
                     [](const auto& w) { return w.relation == Deprel::aux_pass; }) != no_index)
            word.relation = Deprel::nsubj_pass;
}

/// "in New York trading": the preposition is that of the noun, not of what it is compounded with.
void raise_cases(Words& words) {
    for (auto& word : words)
        while (word.relation == Deprel::case_ && word.head > std::int32_t(number(words, word)) &&
               words[std::size_t(word.head)].relation == Deprel::compound &&
               words[std::size_t(word.head)].head > word.head)
            word.head = words[std::size_t(word.head)].head;
}

/// "martedì" and "el viernes" are when, not who; "falls" opens a clause.
void refuse_as_nouns(Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        const bool argument = word.relation == Deprel::nsubj || word.relation == Deprel::obj ||
                              word.relation == Deprel::nsubj_pass || word.relation == Deprel::iobj;
        const bool governed = // "comprou a Arvo à Brandt", "in New York trading, Arvo fell"
            (word.relation == Deprel::iobj && has_case(words, i)) ||
            (word.relation == Deprel::nsubj && word.head > std::int32_t(i) && has_case(words, i) &&
             child_of(words, std::uint32_t(word.head), i + 1,
                      [](const auto& w) { return w.relation == Deprel::nsubj; }) < std::uint32_t(word.head));
        if (governed || (argument && word.timex != no_index))
            word.relation = Deprel::obl;
        // "does not rule out selling": what stands right behind the verb completes it
        if (word.relation == Deprel::advcl && word.features.form == Features::Form::gerund && i > 1 &&
            (word.head + 1 == std::int32_t(i) ||
             (word.head + 2 == std::int32_t(i) && words[i - 1].relation == Deprel::compound_prt)))
            word.relation = Deprel::xcomp;
        const bool noun = word.upos == Upos::PROPN || word.upos == Upos::NOUN;
        if (!word.is(ClassOf::subordinator) || !noun || word.head < 0)
            continue;
        const auto name = child_of(words, i, i + 1, [](const auto& w) { return w.names(); });
        if (name == no_index)
            continue;
        words[name].head = word.head;
        words[name].relation = word.relation;
        word.relation = Deprel::mark;
    }
}

/// "foi nomeada presidente": no auxiliary, so the verb, and the noun is what somebody becomes.
void promote_verbs(Words& words) {
    constexpr auto auxiliary =
        std::uint64_t(ClassOf::perfect) | std::uint64_t(ClassOf::passive) | std::uint64_t(ClassOf::modal);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& verb = words[i];
        if ((verb.relation != Deprel::cop && verb.relation != Deprel::aux &&
             verb.relation != Deprel::aux_pass) ||
            verb.head < 0 || (verb.word_class && (verb.word_class->is & auxiliary)) ||
            verb.features.form == Features::Form::finite)
            continue;
        const auto noun = std::uint32_t(verb.head);
        if (words[noun].upos != Upos::NOUN)
            continue;
        bool passive = false;
        for (std::uint32_t k = 0; k < i; ++k)
            passive |= words[k].head == std::int32_t(noun) && words[k].is(ClassOf::passive);
        for (std::uint32_t k = 0; k < words.size(); ++k) {
            auto& word = words[k];
            if (k == i || word.head != std::int32_t(noun) || (k > noun && word.relation != Deprel::punct))
                continue;
            const bool auxiliary_of = word.relation == Deprel::cop || word.relation == Deprel::aux;
            if (word.relation != Deprel::nsubj && word.relation != Deprel::punct && !auxiliary_of &&
                word.relation != Deprel::obl && word.relation != Deprel::advmod)
                continue;
            word.head = std::int32_t(i);
            if (passive && word.relation == Deprel::nsubj)
                word.relation = Deprel::nsubj_pass;
            else if (auxiliary_of)
                word.relation = passive && word.is(ClassOf::passive) ? Deprel::aux_pass : Deprel::aux;
        }
        verb.upos = Upos::VERB;
        verb.head = words[noun].head;
        verb.relation = words[noun].relation;
        words[noun].head = std::int32_t(i);
        words[noun].relation = Deprel::xcomp;
    }
}

/// "la France et l'Espagne se sont mises d'accord": with its own pronoun before it, and its subject before
/// that, a verb is no passive.
void refuse_reflexive_passives(Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        const auto verb = std::uint32_t(words[i].head);
        if (!words[i].is(ClassOf::reflexive) || words[i].head <= std::int32_t(i) ||
            words[verb].upos != Upos::VERB)
            continue;
        const auto subject =
            child_of(words, verb, 0, [](const auto& w) { return w.relation == Deprel::nsubj_pass; });
        if (subject == no_index || subject > i)
            continue;
        words[subject].relation = Deprel::nsubj;
        for (auto& word : words)
            if (word.head == std::int32_t(verb) && word.relation == Deprel::aux_pass)
                word.relation = Deprel::aux;
    }
}

/// "ha citato in giudizio Brandt", "ha accusato di frode Brandt": a name right behind a noun that has a
/// preposition and no article belongs to the verb.
bool behind_bare_noun(const Words& words, std::uint32_t name) {
    const auto& word = words[name];
    const auto noun = name - 1;
    if (name < 3 || word.head != std::int32_t(noun) || !word.names() || has_case(words, name) ||
        (word.relation != Deprel::nmod && word.relation != Deprel::flat && word.relation != Deprel::appos))
        return false;
    const auto& head = words[noun];
    const auto& before = words[noun - 1];
    return head.upos == Upos::NOUN && !head.names() && head.relation == Deprel::obl && head.head >= 0 &&
           head.head < std::int32_t(noun - 1) && words[std::size_t(head.head)].upos == Upos::VERB &&
           before.relation == Deprel::case_ && before.head == std::int32_t(noun) &&
           !before.is(ClassOf::definite) && child_of(words, std::uint32_t(head.head), 0, [](const auto& w) {
                                                return w.relation == Deprel::obj;
                                            }) == no_index;
}

/// A name "flat" or "appos" under a verb: what the verb has none of yet, subject or object.
void part_names_from_verbs(Words& words, const WordClasses& classes) {
    const auto in = classes.preposition_class("in");
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        // "in Wien Paul Keller"
        if ((word.relation == Deprel::flat || word.relation == Deprel::appos) && word.names() &&
            word.head + 1 == std::int32_t(i)) {
            const auto& before = words[std::size_t(word.head)];
            const auto place = child_of(words, i - 1, 0, [&](const auto& w) {
                return w.relation == Deprel::case_ && w.preposition == in;
            });
            if (before.names() && before.relation == Deprel::obl && place != no_index)
                word.head = before.head;
        }
        if (behind_bare_noun(words, i))
            word.head = words[std::size_t(word.head)].head;
        const bool joined = word.relation == Deprel::flat || word.relation == Deprel::appos ||
                            word.relation == Deprel::compound || word.relation == Deprel::dep ||
                            word.relation == Deprel::obl || word.relation == Deprel::nmod;
        if (!joined || !word.names() || word.head < 0 || has_case(words, i) ||
            words[std::size_t(word.head)].upos != Upos::VERB)
            continue;
        const auto has = [&](Deprel relation) {
            return child_of(words, std::uint32_t(word.head), 0,
                            [&](const auto& w) { return w.relation == relation; }) != no_index;
        };
        if (has(Deprel::nsubj_pass) || has(Deprel::aux_pass))
            continue;
        if (!has(Deprel::nsubj))
            word.relation = Deprel::nsubj;
        else if (!has(Deprel::obj))
            word.relation = Deprel::obj;
    }
}

} // namespace

void repair_tree(SentenceView& view, const WordClasses& classes) {
    // What is longer is a list or a table, whose tree says nothing anyway.
    constexpr std::size_t longest = 400;
    auto& words = view.words;
    if (words.size() > longest)
        return;
    collapse_prepositions(words);
    relieve_auxiliaries(words);
    if (classes.profile().verb_final)
        settle_final_verbs(words);
    relieve_modals(words);
    raise_predicates(words);
    open_infinitives(words);
    open_conditions(words);
    part_sources(view, words, classes);
    part_insertions(view, words);
    return_days(words);
    settle_clauses(view, words, classes);
    promote_verbs(words);
    lower_remaining(view, words, classes);
    refuse_reflexive_passives(words);
    part_dates_from_names(words, classes);
    raise_cases(words);
    refuse_as_nouns(words);
    part_names_from_verbs(words, classes);
    settle_obliques(words);
    settle_names(words, classes);
    settle_posts(view, words);
    settle_openings(view, words, classes);
    settle_subjects(words, classes);
    mark_passives(words);
}

} // namespace timeloom
