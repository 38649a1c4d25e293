#include "events/tree_words.hpp"

#include <algorithm>
#include <string_view>

namespace timeloom {

namespace {

bool closing_quote(const SentenceWord& word) {
    return word.quote == QuoteMark::closes || word.quote == QuoteMark::straight;
}

/// The first of the auxiliaries and clitics that stand before a verb; the verb itself.
std::uint32_t first_of_verb(const Words& words, std::uint32_t verb) {
    while (verb > 0 && (words[verb - 1].is(ClassOf::perfect) || words[verb - 1].is(ClassOf::clitic)))
        --verb;
    return verb;
}

/// "…, dijo Brandt": a sentence set before its own saying is what is said.
void join_said(const SentenceView& view, Words& words) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& quoted = words[i];
        if (quoted.relation != Deprel::parataxis || quoted.upos != Upos::VERB ||
            quoted.head <= std::int32_t(i))
            continue;
        const auto saying = std::uint32_t(quoted.head);
        const auto first = first_of_verb(words, saying);
        const auto subject =
            child_of(words, saying, saying + 1, [](const auto& w) { return w.relation == Deprel::nsubj; });
        if (first > i && subject != no_index &&
            (view.text(first - 1) == "," || closing_quote(words[first - 1])))
            quoted.relation = Deprel::ccomp;
    }
}

/// "«…», ha detto Brandt", "…, dijo Brandt": the verb behind governs what is said.
void raise_saying(const SentenceView& view, Words& words) {
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        auto& saying = words[i];
        if (saying.relation != Deprel::parataxis || saying.upos != Upos::VERB || saying.head < 0 ||
            saying.head > std::int32_t(i))
            continue;
        const auto said = std::uint32_t(saying.head);
        auto& quoted = words[said];
        bool quote = false;
        for (auto k = said + 1; k + 1 < i; ++k)
            quote |= (closing_quote(words[k]) && view.text(k + 1) == ",") ||
                     (view.text(k) == "," && closing_quote(words[k + 1]));
        // without quotation marks a comma, and the subject behind the verb
        const auto subject = child_of(words, i, 0, [](const auto& w) { return w.relation == Deprel::nsubj; });
        const auto first = first_of_verb(words, i);
        quote |=
            first > 0 && view.text(first - 1) == "," && subject != no_index && subject > i &&
            std::ranges::all_of(words.begin() + std::ptrdiff_t(subject), words.end(),
                                [&](const auto& w) { return w.upos != Upos::VERB && w.upos != Upos::AUX; });
        if (!quote)
            continue;
        saying.head = quoted.head;
        saying.relation = quoted.relation;
        quoted.head = std::int32_t(i);
        quoted.relation = Deprel::ccomp;
    }
}

bool opening_quote(const SentenceWord& word) {
    return word.quote == QuoteMark::opens || word.quote == QuoteMark::straight;
}

/// Where the quotation begins that ends right before word `end`; `end` for none, 0 where an earlier sentence
/// began it.
std::uint32_t quotation_before(const SentenceView& view, std::uint32_t end) {
    if (end < 3)
        return end;
    const auto &last = view.words[end - 1], &other = view.words[end - 2];
    if (!(view.text(end - 1) == "," && closing_quote(other)) &&
        !(closing_quote(last) && (view.text(end - 2) == "," || last.quote == QuoteMark::closes)))
        return end;
    for (auto i = end - 2; i > 0; --i)
        if (opening_quote(view.words[i - 1]))
            return i - 1;
    return 0;
}

/// "«…», ha avvertito Brandt": behind a quotation and its verb of saying stands who says it, and nothing
/// within the quotation is the verb's subject.
void name_speakers(const SentenceView& view, Words& words) {
    for (std::uint32_t i = 3; i < words.size(); ++i) {
        if (words[i].upos != Upos::VERB || words[i].relation == Deprel::acl_relcl)
            continue;
        const auto end = first_of_verb(words, i), begin = quotation_before(view, end);
        const auto quoted = [&](std::uint32_t k) { return k >= begin && k < end; };
        const auto subject_of = [&](std::uint32_t from) {
            return child_of(words, i, from, [](const auto& w) { return w.relation == Deprel::nsubj; });
        };
        const auto verb = [](const auto& w) { return w.upos == Upos::VERB || w.upos == Upos::AUX; };
        if (begin == end || subject_of(0) < begin ||
            std::none_of(words.begin() + begin, words.begin() + end, verb))
            continue;
        for (auto& word : words)
            if (word.head == std::int32_t(i) && word.relation == Deprel::nsubj &&
                quoted(std::uint32_t(number(words, word))))
                word.relation = Deprel::ccomp;
        if (subject_of(i) != no_index)
            continue;
        for (auto k = i + 1; k < words.size() && !words[k].punctuation() && !verb(words[k]); ++k)
            if (words[k].head == std::int32_t(i) && words[k].timex == no_index && !has_case(words, k) &&
                (words[k].upos == Upos::NOUN || words[k].upos == Upos::PROPN)) {
                words[k].relation = Deprel::nsubj;
                break;
            }
    }
}

/// "Brandt: accord avec les syndicats": whoever stands before the colon of a heading without verb does what
/// its noun tells.
void head_headings(const SentenceView& view, Words& words) {
    if (words.size() < 3 || !words[0].names() || view.text(1) != ":" || words[0].relation == Deprel::nsubj ||
        std::ranges::any_of(words, [](const auto& w) { return w.upos == Upos::VERB || w.upos == Upos::AUX; }))
        return;
    for (std::uint32_t noun = 2; noun < words.size(); ++noun) {
        if (words[noun].upos != Upos::NOUN || words[noun].head > 0)
            continue;
        words[noun].head = -1;
        words[noun].relation = Deprel::root;
        words[0].head = std::int32_t(noun);
        words[0].relation = Deprel::nsubj;
        return;
    }
}

/// A clause about a noun, read as if the noun were its argument: the verb behind the next comma is the
/// noun's, and the clause hangs on the noun by `relation`.
void embed(const SentenceView& view, Words& words, std::uint32_t told, std::uint32_t noun, Deprel relation) {
    const auto verb = [&](const SentenceWord& w) {
        const auto i = number(words, w);
        return w.upos == Upos::VERB && i > std::int32_t(told) &&
               (w.head == std::int32_t(told) || words[told].head == i);
    };
    const auto main = std::uint32_t(std::ranges::find_if(words, verb) - words.begin());
    if (main == words.size())
        return;
    bool comma = false;
    for (auto i = told + 1; i < main; ++i)
        comma |= view.text(i) == ",";
    if (!comma)
        return;
    if (words[main].head == std::int32_t(told)) {
        words[main].head = words[told].head;
        words[main].relation = words[told].relation;
    }
    words[told].head = std::int32_t(noun);
    words[told].relation = relation;
    words[noun].head = std::int32_t(main);
    if (!has_case(words, noun))
        words[noun].relation = Deprel::nsubj;
}

/// The head of the noun phrase that ends in word `last`, as far as the word `told` governs it: "[il capo] di
/// Arvo, nominato da Brandt".
std::uint32_t phrase_before(const Words& words, std::uint32_t last, std::uint32_t told) {
    for (auto noun = last; words[noun].head >= 0; noun = std::uint32_t(words[noun].head)) {
        if (words[noun].upos != Upos::NOUN && words[noun].upos != Upos::PROPN)
            break;
        if (words[noun].head == std::int32_t(told))
            return noun;
        if (words[noun].head > std::int32_t(last))
            break;
    }
    return no_index;
}

/// "Arvo, comprata da Brandt, ha citato Tarvex"
void embed_participles(const SentenceView& view, Words& words) {
    for (std::uint32_t told = 2; told < words.size(); ++told) {
        const auto form = words[told].features.form;
        if (words[told].upos != Upos::VERB || view.text(told - 1) != "," ||
            (form != Features::Form::participle && form != Features::Form::none))
            continue;
        const auto noun = phrase_before(words, told - 2, told);
        const bool auxiliary = child_of(words, told, 0, [](const auto& w) {
                                   return w.relation == Deprel::aux || w.relation == Deprel::aux_pass ||
                                          w.relation == Deprel::cop || w.relation == Deprel::cc;
                               }) != no_index;
        if (noun != no_index && !has_case(words, noun) && !auxiliary)
            embed(view, words, told, noun, Deprel::acl);
    }
}

/// "… sold the plant and the workers bought Arvo": a participle with an object of its own is no attribute of
/// the noun that a conjunction sets beside another, but a verb beside the verb.
void raise_conjuncts(Words& words) {
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto& verb = words[i];
        if (verb.relation != Deprel::acl || verb.upos != Upos::VERB || verb.head + 1 != std::int32_t(i) ||
            verb.features.form == Features::Form::infinitive || verb.features.form == Features::Form::gerund)
            continue;
        auto& noun = words[i - 1];
        if (noun.relation != Deprel::conj || noun.head < 0 || words[std::size_t(noun.head)].head < 0 ||
            child_of(words, i, i + 1, [](const auto& w) { return w.relation == Deprel::obj; }) == no_index)
            continue;
        const auto above = words[std::size_t(noun.head)].head;
        if (words[std::size_t(above)].upos != Upos::VERB)
            continue;
        verb.head = above;
        verb.relation = Deprel::conj;
        noun.head = std::int32_t(i);
        noun.relation = Deprel::nsubj;
    }
}

/// "The board named Lee as head": where nothing else is a verb, the participle right behind the noun that the
/// sentence hangs on, with a name for its object, is the verb; but "a man named Lee".
void raise_roots(Words& words) {
    if (std::ranges::count_if(words,
                              [](const auto& w) { return w.upos == Upos::VERB || w.upos == Upos::AUX; }) != 1)
        return;
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto& verb = words[i];
        auto& noun = words[i - 1];
        if (verb.relation != Deprel::acl || verb.upos != Upos::VERB || verb.head + 1 != std::int32_t(i) ||
            noun.upos != Upos::NOUN || noun.head >= 0 || verb.features.form == Features::Form::infinitive ||
            verb.features.form == Features::Form::gerund)
            continue;
        const auto object = child_of(words, i, i + 1, [](const auto& w) {
            return w.names() && (w.relation == Deprel::obj || w.relation == Deprel::xcomp);
        });
        if (object == no_index || child_of(words, i - 1, 0, [](const auto& w) {
                                      return w.relation == Deprel::det && !w.is(ClassOf::definite);
                                  }) != no_index)
            continue;
        words[object].relation = Deprel::obj;
        verb.head = -1;
        verb.relation = Deprel::root;
        noun.head = std::int32_t(i);
        noun.relation = Deprel::nsubj;
    }
}

/// "obligó a Brandt a vender Arvo": an infinitive with the preposition of an object completes the verb.
void complete_verbs(Words& words, const WordClasses& classes) {
    const auto to = classes.preposition_class("to");
    for (std::uint32_t i = 1; i < words.size(); ++i)
        if (words[i].relation == Deprel::advcl && words[i].head >= 0 && words[i].head < std::int32_t(i) &&
            words[i].features.form == Features::Form::infinitive && words[i - 1].preposition == to &&
            words[std::size_t(words[i].head)].upos == Upos::VERB)
            words[i].relation = Deprel::xcomp;
}

bool is_infinitive(const Words& words, std::uint32_t verb) {
    const auto form = [](const SentenceWord& w) { return w.features.form == Features::Form::infinitive; };
    return form(words[verb]) || child_of(words, verb, 0, [&](const auto& w) {
                                    return w.relation == Deprel::aux && form(w);
                                }) != no_index;
}

/// The preposition that opens an infinitive.
std::uint32_t mark_of(const Words& words, std::uint32_t verb) {
    return child_of(words, verb, 0, [&](const auto& w) {
        return w.relation == Deprel::mark && number(words, w) < std::int32_t(verb);
    });
}

/// "acusó a Brandt de vender y de haber comprado Arvo": of two infinitives with the same preposition the
/// second is joined to the first, not to the verb above.
void join_infinitives(const SentenceView& view, Words& words) {
    for (std::uint32_t i = 3; i < words.size(); ++i) {
        if (words[i].upos != Upos::VERB || words[i].relation != Deprel::conj || words[i].head < 0 ||
            !is_infinitive(words, i))
            continue;
        const auto mark = mark_of(words, i);
        const auto above = std::uint32_t(words[i].head);
        if (mark == no_index || above > mark || is_infinitive(words, above))
            continue;
        for (auto first = mark; first > above + 1; --first) {
            const auto k = first - 1;
            const auto other = words[k].upos == Upos::VERB ? mark_of(words, k) : no_index;
            if (other == no_index || !is_infinitive(words, k) || view.text(other) != view.text(mark))
                continue;
            words[i].head = std::int32_t(k);
            break;
        }
    }
}

/// "weeks after having been arrested": a clause behind a length of time goes with the verb.
void place_dated_clauses(Words& words) {
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        auto& told = words[i];
        if (told.upos != Upos::VERB || told.head < 0 || told.head > std::int32_t(i) ||
            (told.relation != Deprel::conj && told.relation != Deprel::acl && told.relation != Deprel::nmod))
            continue;
        const auto& date = words[std::size_t(told.head)];
        if (date.timex == no_index || date.head < 0 || mark_of(words, i) == no_index ||
            words[std::size_t(date.head)].upos != Upos::VERB)
            continue;
        told.head = date.head;
        told.relation = Deprel::advcl;
    }
}

/// "Arvo was founded in May and bought Brandt, closed years before": a participle behind a comma is not what
/// the sentence hangs on.
void lower_participles(const SentenceView& view, Words& words) {
    for (std::uint32_t told = 3; told < words.size(); ++told) {
        auto& participle = words[told];
        if (participle.head >= 0 || participle.upos != Upos::VERB || view.text(told - 1) != "," ||
            participle.features.form == Features::Form::infinitive ||
            participle.features.form == Features::Form::gerund)
            continue;
        const auto main = child_of(words, told, 0, [](const auto& w) {
            return w.upos == Upos::VERB && w.relation == Deprel::ccomp;
        });
        const auto own = child_of(words, told, 0, [](const auto& w) {
            return w.relation == Deprel::aux || w.relation == Deprel::aux_pass || w.relation == Deprel::cop ||
                   (w.timex == no_index && (w.relation == Deprel::nsubj || w.relation == Deprel::nsubj_pass));
        });
        const auto noun = told - 2;
        if (main >= noun || own != no_index ||
            (!words[noun].names() && words[noun].upos != Upos::NOUN && words[noun].upos != Upos::PROPN))
            continue;
        for (std::uint32_t i = 0; i < told; ++i)
            if (words[i].head == std::int32_t(told) && i != main)
                words[i].head = std::int32_t(main);
        words[main].head = -1;
        words[main].relation = Deprel::root;
        participle.head = std::int32_t(noun);
        participle.relation = Deprel::acl;
    }
}

/// "Brontia: dimite el alcalde": a name before a colon is no subject of the clause behind it; the bare noun
/// behind the verb is.
void part_topics(const SentenceView& view, Words& words) {
    if (words.size() < 4 || !words[0].names() || view.text(1) != ":" || words[0].relation != Deprel::nsubj ||
        words[0].head != 2 || words[2].upos != Upos::VERB)
        return;
    words[0].relation = Deprel::parataxis;
    const auto noun = child_of(words, 2, 3, [](const auto& w) { return w.relation == Deprel::obj; });
    if (noun != no_index && !has_case(words, noun))
        words[noun].relation = Deprel::nsubj;
}

/// "dijo el lunes que comprará Arvo": a clause behind a verb or its date is what is said, and the word that
/// opens it is no pronoun.
void complete_saying(Words& words) {
    for (auto& told : words) {
        if ((told.relation != Deprel::acl_relcl && told.relation != Deprel::ccomp) || told.head < 0)
            continue;
        const auto& above = words[std::size_t(told.head)];
        const auto verb = above.timex != no_index ? above.head : told.head;
        if (verb < 0 || words[std::size_t(verb)].upos != Upos::VERB)
            continue;
        const auto opening =
            child_of(words, std::uint32_t(number(words, told)), std::uint32_t(verb),
                     [](const auto& w) { return w.is(ClassOf::complementizer) && !w.names(); });
        if (opening == no_index || std::int32_t(opening) > number(words, told))
            continue;
        words[opening].relation = Deprel::mark;
        told.head = verb;
        told.relation = Deprel::ccomp;
    }
}

} // namespace

void settle_clauses(const SentenceView& view, Words& words, const WordClasses& classes) {
    join_said(view, words);
    raise_saying(view, words);
    name_speakers(view, words);
    head_headings(view, words);
    embed_relatives(view, words, classes);
    embed_participles(view, words);
    raise_conjuncts(words);
    raise_roots(words);
    lower_participles(view, words);
    join_infinitives(view, words);
    place_dated_clauses(words);
    if (classes.profile().pro_drop)
        part_topics(view, words);
    complete_verbs(words, classes);
    complete_saying(words);
}

} // namespace timeloom
