// What a language that closes its clauses with the verb leaves to the parser's guess.
#include "events/tree_words.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// "Hat Arvo Brandt verklagt?", "hatte es von Arvo gekauft": behind an auxiliary that makes no passive,
/// nobody suffers it, and "von" tells no doer.
void refuse_perfect_passives(Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (word.relation != Deprel::aux || word.head < 0 || !word.is(ClassOf::perfect) ||
            word.is(ClassOf::passive))
            continue;
        const auto verb = std::uint32_t(word.head);
        if (child_of(words, verb, 0, [](const auto& w) {
                return w.relation == Deprel::aux_pass || w.is(ClassOf::passive);
            }) != no_index)
            continue;
        for (auto& argument : words)
            if (argument.head == std::int32_t(verb) && argument.relation == Deprel::nsubj_pass)
                argument.relation = Deprel::nsubj;
            else if (argument.head == std::int32_t(verb) && argument.relation == Deprel::obl_agent)
                argument.relation = Deprel::obl;
    }
}

/// "wenn Arvo Brandt kauft", "hat Arvo drei Werke geschlossen": of two names, or a name and an amount, side
/// by side before the verb that closes the clause, neither is a part of the other.
void part_neighbours(Words& words) {
    const auto joined = [](const SentenceWord& w) {
        return w.relation == Deprel::flat || w.relation == Deprel::compound || w.relation == Deprel::appos;
    };
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto &first = words[i - 1], &second = words[i];
        const bool amount = second.amount != no_index;
        if (!first.names() || !(second.names() || amount) || has_case(words, i - 1) || has_case(words, i))
            continue;
        const bool forward =
            second.head + 1 == std::int32_t(i) && joined(second) && first.head > std::int32_t(i);
        const bool backward = first.head == std::int32_t(i) && joined(first) && second.head > std::int32_t(i);
        if (!forward && !backward)
            continue;
        const auto verb = forward ? first.head : second.head;
        const auto opening = child_of(words, std::uint32_t(verb), 0, [](const auto& w) {
            return w.relation == Deprel::aux || w.relation == Deprel::mark;
        });
        // what stands before the finite verb of a main clause is one phrase
        if (words[std::size_t(verb)].upos != Upos::VERB || opening == no_index || opening > i - 1)
            continue;
        first.head = second.head = verb;
        first.relation = Deprel::nsubj;
        second.relation = Deprel::obj;
    }
}

/// "hat Arvo verklagt und Brandt übernommen": of two participles with one auxiliary the second has the first
/// one's subject, and the name before it is its object.
void share_subjects(Words& words) {
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        const auto& verb = words[i];
        const bool last = i + 1 == words.size() || words[i + 1].punctuation();
        if (verb.relation != Deprel::conj || verb.upos != Upos::VERB || !last || verb.head < 0 ||
            verb.features.form == Features::Form::finite || !words[i - 1].names() ||
            words[i - 1].head != std::int32_t(i) || words[i - 1].relation != Deprel::nsubj)
            continue;
        const auto first = std::uint32_t(verb.head);
        const auto perfect = [](const SentenceWord& w) {
            return w.relation == Deprel::aux && w.is(ClassOf::perfect);
        };
        const auto other = [](const SentenceWord& w) {
            return w.relation == Deprel::obj || w.relation == Deprel::aux || w.relation == Deprel::aux_pass;
        };
        if (child_of(words, first, 0, perfect) != no_index && child_of(words, i, 0, other) == no_index)
            words[i - 1].relation = Deprel::obj;
    }
}

/// "Am Montag verklagte Arvo Brandt", "lieferte Arvo Brandt aus": of two names right behind the finite verb
/// the first is its subject, the second its object, where it has no other.
void part_followers(Words& words) {
    const auto joined = [](const SentenceWord& w) {
        return w.relation == Deprel::flat || w.relation == Deprel::appos || w.relation == Deprel::compound;
    };
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        const auto& verb = words[i - 2];
        auto &subject = words[i - 1], &object = words[i];
        const bool finite =
            verb.features.form == Features::Form::finite || verb.features.form == Features::Form::none;
        if (verb.upos != Upos::VERB || !finite || !subject.names() || subject.compound || !object.names() ||
            object.renames || object.compound || has_case(words, i) || has_case(words, i - 1) ||
            child_of(words, i - 2, 0, [](const auto& w) { return w.relation == Deprel::obj; }) != no_index)
            continue;
        const auto above = std::int32_t(i) - 2;
        const bool forward = joined(object) && object.head == above + 1 && subject.head == above &&
                             subject.relation == Deprel::nsubj;
        const bool backward = joined(subject) && subject.head == above + 2 && object.head == above &&
                              object.relation == Deprel::nsubj;
        if (!forward && !backward)
            continue;
        subject.head = object.head = above;
        subject.relation = Deprel::nsubj;
        object.relation = Deprel::obj;
    }
}

/// "Arvo, 1990 von Brandt gegründet, verklagte Tarvex": a participle that closes what stands between commas
/// behind the first name tells of that name, which is the subject of the verb behind.
void hang_participles(Words& words) {
    constexpr std::uint32_t longest = 9;
    const auto finite = [](const SentenceWord& w) {
        return w.features.form == Features::Form::finite && (w.upos == Upos::VERB || w.upos == Upos::AUX);
    };
    std::uint32_t name = 0;
    while (name < words.size() && name < 3 && !words[name].names())
        ++name;
    auto end = name + 2;
    if (end >= words.size() || !words[name].names() || !words[name + 1].punctuation() ||
        has_case(words, name))
        return;
    while (end < words.size() && !words[end].punctuation() && end - name < longest)
        ++end;
    if (end + 1 >= words.size() || end == name + 2 || !words[end].punctuation() ||
        !(finite(words[end + 1]) || (words[end + 1].upos == Upos::VERB && end + 2 < words.size() &&
                                     !words[end + 2].punctuation()))) // "verklagt Brandt"
        return;
    const auto participle = end - 1;
    const auto& closing = words[participle];
    const bool told = finite(closing) && closing.features.tense == Features::Tense::past; // "verkaufte"
    if (told || closing.upos != Upos::VERB || closing.features.form == Features::Form::infinitive ||
        std::any_of(words.begin() + name + 2, words.begin() + participle, finite))
        return;
    auto main = end + 1;
    if (const auto above = words[main].head;
        above > std::int32_t(main) &&
        (words[main].relation == Deprel::aux || words[main].relation == Deprel::aux_pass ||
         words[main].relation == Deprel::cop))
        main = std::uint32_t(above);
    const auto inside = [&](std::int32_t i) {
        return i > std::int32_t(name) && i <= std::int32_t(participle);
    };
    if (inside(words[main].head) || words[main].head == std::int32_t(name)) {
        words[main].head = -1;
        words[main].relation = Deprel::root;
    }
    for (auto i = name + 2; i < participle; ++i)
        if (!inside(words[i].head))
            words[i].head = std::int32_t(participle);
    for (auto i = end + 1; i < words.size(); ++i)
        if (i != main && inside(words[i].head))
            words[i].head = std::int32_t(main);
    words[participle].head = std::int32_t(name);
    words[participle].relation = Deprel::acl;
    words[participle].features.form = Features::Form::participle; // not "beauftragt" of the present
    words[participle].features.tense = Features::Tense::past;
    words[name].head = std::int32_t(main);
    words[name].relation = Deprel::nsubj;
}

/// "hat angeblich Arvo gekauft": an adjective without an ending describes no noun.
void refuse_bare_attributes(Words& words) {
    for (auto& word : words) {
        if (word.relation != Deprel::amod || word.upos != Upos::ADJ || word.head <= number(words, word) ||
            word.features.gcase != Features::Case::none || word.features.gender != Features::Gender::none ||
            !words[std::size_t(word.head)].names())
            continue;
        const auto verb = words[std::size_t(word.head)].head;
        if (verb < 0 || words[std::size_t(verb)].upos != Upos::VERB)
            continue;
        word.head = verb;
        word.relation = Deprel::advmod;
    }
}

/// "hat den Chef der Bank, Ana Rubio, am Mittwoch verurteilt": over a long way the auxiliary was taken for
/// the verb, and the participle that closes the clause for another.
void restore_perfects(Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& auxiliary = words[i];
        if (!auxiliary.is(ClassOf::perfect) || auxiliary.is(ClassOf::passive) || auxiliary.upos != Upos::VERB)
            continue;
        const auto verb = child_of(words, i, i + 1, [&](const auto& w) {
            const auto next = std::size_t(number(words, w)) + 1;
            return w.upos == Upos::VERB && w.relation == Deprel::conj &&
                   (w.features.form == Features::Form::participle ||
                    w.features.form == Features::Form::none) &&
                   (next == words.size() || words[next].punctuation());
        });
        if (verb == no_index || child_of(words, verb, 0, [](const auto& w) {
                                    return w.relation == Deprel::cc || w.relation == Deprel::aux ||
                                           w.relation == Deprel::nsubj || w.relation == Deprel::mark;
                                }) != no_index)
            continue;
        words[verb].head = auxiliary.head;
        words[verb].relation = auxiliary.relation;
        for (auto& word : words)
            if (word.head == std::int32_t(i))
                word.head = std::int32_t(verb);
        auxiliary.head = std::int32_t(verb);
        auxiliary.relation = Deprel::aux;
        auxiliary.upos = Upos::AUX;
    }
}

/// "will sein Werk schließen": a verb is no adverb of a modal, but what completes it.
void complete_modals(Words& words) {
    for (auto& word : words)
        if (word.upos == Upos::VERB && word.relation == Deprel::advmod && word.head >= 0 &&
            words[std::size_t(word.head)].is(ClassOf::modal))
            word.relation = Deprel::xcomp;
}

/// "Falls Arvo Brandt kauft, …": a word that opens a clause is nobody, though it have a capital.
void open_clauses(Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        const bool argument = word.relation == Deprel::nsubj || word.relation == Deprel::nsubj_pass ||
                              word.relation == Deprel::obj;
        if (!argument || word.upos != Upos::PROPN || word.names() || !word.is(ClassOf::subordinator) ||
            word.head <= std::int32_t(i))
            continue;
        word.upos = Upos::SCONJ;
        word.relation = Deprel::mark;
    }
}

/// "Dass Arvo Brandt kauft, hält Roth für unwahrscheinlich": what such a clause tells is said, not beside it.
void complete_verbs(Words& words) {
    if (auto& opening = words.front(); opening.is(ClassOf::complementizer) &&
                                       opening.relation == Deprel::det && opening.head == 1 &&
                                       words[1].relation == Deprel::mark) {
        const auto verb = words[1].head; // "Dass Arvo …", read as an article
        for (auto& subject : words)
            if (subject.head == verb && subject.relation == Deprel::nsubj)
                subject.relation = Deprel::obj;
        opening.head = verb;
        opening.relation = Deprel::mark;
        words[1].relation = Deprel::nsubj;
    }
    for (auto& mark : words) {
        if (mark.relation != Deprel::mark || !mark.is(ClassOf::complementizer) || number(words, mark) > 1 ||
            mark.head < 0)
            continue;
        auto& verb = words[std::size_t(mark.head)];
        if (verb.relation == Deprel::advcl && verb.head > mark.head)
            verb.relation = Deprel::ccomp;
    }
}

/// "schloss Vorstandschefin Ana Rubio nicht aus": the prefix that ends the clause is the verb's, and so is
/// the negation before it.
void return_prefixes(Words& words) {
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto &negation = words[i - 1], &prefix = words[i];
        if (prefix.relation != Deprel::case_ || prefix.head + 1 != std::int32_t(i) ||
            (i + 1 < words.size() && !words[i + 1].punctuation()) || negation.relation != Deprel::advmod ||
            negation.head < 0 || negation.head > std::int32_t(i))
            continue;
        auto verb = std::uint32_t(negation.head);
        while (words[verb].upos != Upos::VERB && words[verb].head >= 0 &&
               words[verb].head < std::int32_t(verb))
            verb = std::uint32_t(words[verb].head);
        if (words[verb].upos != Upos::VERB)
            continue;
        negation.head = prefix.head = std::int32_t(verb);
        prefix.relation = Deprel::compound_prt;
    }
}

/// "kaufte Arvo und verkaufte Brandt": in front of a bare name stands a verb, no attribute.
void raise_attributes(Words& words) {
    for (std::uint32_t i = 1; i + 1 < words.size(); ++i) {
        auto &verb = words[i], &name = words[i + 1];
        if (verb.relation != Deprel::amod || verb.upos != Upos::ADJ || words[i - 1].upos != Upos::CCONJ ||
            verb.head != std::int32_t(i + 1) || !name.names() || name.relation != Deprel::conj ||
            name.head < 0 || words[std::size_t(name.head)].upos != Upos::VERB)
            continue;
        verb.upos = Upos::VERB;
        verb.features = words[std::size_t(name.head)].features;
        verb.head = name.head;
        verb.relation = Deprel::conj;
        name.head = std::int32_t(i);
        name.relation = Deprel::obj;
        for (std::uint32_t k = 0; k < words.size(); ++k)
            if ((words[k].head == std::int32_t(i + 1) && words[k].relation == Deprel::cc) ||
                (k > i + 1 && words[k].head == verb.head && words[k].relation == Deprel::obl))
                words[k].head = std::int32_t(i);
    }
}

} // namespace

void settle_final_verbs(Words& words) {
    restore_perfects(words);
    complete_modals(words);
    open_clauses(words);
    complete_verbs(words);
    return_prefixes(words);
    raise_attributes(words);
    refuse_perfect_passives(words);
    refuse_bare_attributes(words);
    hang_participles(words);
    part_neighbours(words);
    part_followers(words);
    share_subjects(words);
}

} // namespace timeloom
