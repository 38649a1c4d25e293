#include "events/tree_words.hpp"

#include <algorithm>
#include <span>

namespace timeloom {

namespace {

/// "Its head Laura Meier resigned": a possessive right before a name belongs to that, not to the verb.
void join_possessors(Words& words) {
    for (std::uint32_t i = 0; i + 1 < words.size(); ++i) {
        auto& word = words[i];
        if (!word.names() || (word.upos != Upos::PRON && word.upos != Upos::DET) || word.is(ClassOf::third) ||
            word.is(ClassOf::object) || !words[i + 1].names() || word.head <= std::int32_t(i + 1) ||
            words[std::size_t(word.head)].upos != Upos::VERB)
            continue;
        word.head = std::int32_t(i + 1);
        word.relation = Deprel::det;
    }
}

/// "the grocers Fairmart and Hollins": a bare name right behind a noun is its name, no object.
void join_names(Words& words) {
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto& word = words[i];
        if ((word.relation == Deprel::obj || word.relation == Deprel::nsubj) && word.names() &&
            word.head + 1 == std::int32_t(i) && words[i - 1].upos == Upos::NOUN && !has_case(words, i) &&
            child_of(words, i - 1, 0, [](const auto& w) {
                return w.relation == Deprel::cop || w.relation == Deprel::aux_pass;
            }) == no_index)
            word.relation = Deprel::appos;
    }
}

/// "selon le quotidien Brontia Post": a bare name that hangs beside the noun right before it, which has a
/// preposition, is that noun's name.
void join_named_sources(Words& words) {
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        auto& word = words[i];
        const auto& noun = words[i - 1];
        if (word.relation != Deprel::obl || !word.names() || noun.relation != Deprel::obl ||
            (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) || noun.names() || noun.head != word.head ||
            has_case(words, i) || !has_case(words, i - 1))
            continue;
        word.head = std::int32_t(i - 1);
        word.relation = Deprel::appos;
    }
}

/// "charged Lee and Brandt's former head, Ann Kean": what has its case behind it belongs to the noun that
/// follows.
void join_owners(Words& words) {
    constexpr std::uint32_t farthest = 5; ///< words between the mark and the noun
    for (std::uint32_t owner = 0; owner + 2 < words.size(); ++owner) {
        const auto& mark = words[owner + 1];
        if (mark.relation != Deprel::case_ || mark.upos != Upos::PART || mark.head != std::int32_t(owner))
            continue;
        auto noun = owner + 2;
        while (noun < words.size() && noun < owner + 2 + farthest && !words[noun].punctuation() &&
               words[noun].upos != Upos::NOUN && words[noun].upos != Upos::PROPN)
            ++noun;
        while (noun + 1 < words.size() && words[noun].relation == Deprel::compound &&
               words[noun].head == std::int32_t(noun) + 1)
            ++noun;
        if (noun >= words.size() || (words[noun].upos != Upos::NOUN && words[noun].upos != Upos::PROPN) ||
            words[owner].head == std::int32_t(noun))
            continue;
        auto& above = words[noun];
        if (above.head == std::int32_t(owner)) {
            above.head = words[owner].head;
            above.relation = words[owner].relation;
        }
        for (auto& word : words) // what was joined to the owner is joined to the noun
            if (word.head == std::int32_t(owner) && number(words, word) != std::int32_t(owner) + 1 &&
                number(words, word) > std::int32_t(noun))
                word.head = std::int32_t(noun);
        words[owner].head = std::int32_t(noun);
        words[owner].relation = Deprel::nmod;
    }
}

/// "le prestataire informatique Medilog": a bare name behind a noun and its adjectives is its name, not whose
/// it is.
void name_nouns(Words& words) {
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto& word = words[i];
        if (word.relation != Deprel::nmod || !word.names() || word.head < 0 || word.head >= std::int32_t(i) ||
            words[std::size_t(word.head)].upos != Upos::NOUN || has_case(words, i))
            continue;
        const auto relation = words[std::size_t(word.head)].relation;
        if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass && relation != Deprel::obj)
            continue;
        const auto between =
            std::span(words).subspan(std::size_t(word.head) + 1, i - std::size_t(word.head) - 1);
        if (std::ranges::all_of(between, [](const auto& w) { return w.upos == Upos::ADJ; }))
            word.relation = Deprel::appos;
    }
}

/// "al exalcalde de Brontia Julián Cuevas": a bare name right behind another one that a noun has with a
/// preposition is the noun's name.
void name_offices(Words& words) {
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        auto& name = words[i];
        const auto& body = words[i - 1];
        if (!name.names() || !body.names() || body.relation != Deprel::nmod || body.head < 0 ||
            body.head >= std::int32_t(i) - 1 || words[std::size_t(body.head)].upos != Upos::NOUN ||
            (name.head != std::int32_t(i) - 1 && name.head != body.head) || !has_case(words, i - 1) ||
            has_case(words, i))
            continue;
        if (name.relation != Deprel::nmod && name.relation != Deprel::appos && name.relation != Deprel::flat)
            continue;
        name.head = body.head;
        name.relation = Deprel::appos;
    }
}

/// "die Brandt-Tochter Arvo": of two words side by side that name the same, the second is the first one's.
void join_renamed(Words& words) {
    const auto argument = [](const SentenceWord& w) {
        return w.relation == Deprel::nsubj || w.relation == Deprel::obj;
    };
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        const auto& noun = words[i - 1];
        auto& name = words[i];
        if (!name.renames || name.head != noun.head || !argument(noun) || !argument(name))
            continue;
        name.head = std::int32_t(i - 1);
        name.relation = Deprel::appos;
    }
}

/// "hat Brandt Arvo verkauft", "hat die Kommission Brontia verwarnt": where the verb closes the clause, of
/// two names before it the first is the subject, the second the object, unless the verb has another.
void part_names(Words& words) {
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto &subject = words[i - 1], &object = words[i];
        if (subject.head != std::int32_t(i) || subject.relation != Deprel::compound || !subject.names() ||
            !object.names() || object.renames || object.head <= std::int32_t(i) ||
            (object.relation != Deprel::nsubj && object.relation != Deprel::obj))
            continue;
        const auto verb = std::uint32_t(object.head);
        const auto article = child_of(words, i, 0, [](const auto& w) { return w.relation == Deprel::det; });
        if (article != no_index && child_of(words, verb, 0, [&](const auto& w) {
                                       return w.relation == Deprel::obj && &w != &object;
                                   }) != no_index)
            continue;
        if (article != no_index)
            words[article].head = std::int32_t(i - 1);
        subject.head = object.head;
        subject.relation = Deprel::nsubj;
        object.relation = Deprel::obj;
    }
}

/// "the suit of Brandt against Arvo": what stands behind a name with a preposition belongs to the noun that
/// the name belongs to, but for "of" and places.
void part_from_names(Words& words, const WordClasses& classes) {
    const auto apart = [&](std::uint8_t preposition) {
        const auto of = classes.preposition_class(preposition);
        return of == "to" || of == "against" || of == "with" || of == "on" || of == "for";
    };
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        auto& word = words[i];
        if (word.relation != Deprel::nmod || word.head < 0 || word.head >= std::int32_t(i) || !word.names())
            continue;
        const auto& name = words[std::size_t(word.head)];
        if (!name.names() || name.relation != Deprel::nmod || name.head < 0 || name.head > word.head ||
            words[std::size_t(name.head)].upos != Upos::NOUN || words[std::size_t(name.head)].names())
            continue;
        if (child_of(words, i, 0, [&](const auto& w) {
                return w.relation == Deprel::case_ && apart(w.preposition);
            }) != no_index)
            word.head = name.head;
    }
}

/// "sold the plant for two billion euros to Brandt": who is behind the price belongs to the verb.
void part_from_prices(Words& words) {
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        auto& word = words[i];
        if (word.relation != Deprel::nmod || word.head < 0 || word.head >= std::int32_t(i) || !word.names() ||
            words[std::size_t(word.head)].amount == no_index || !has_case(words, std::uint32_t(word.head)))
            continue;
        auto above = words[std::size_t(word.head)].head;
        while (above >= 0 && words[std::size_t(above)].upos != Upos::VERB)
            above = words[std::size_t(above)].head;
        if (above < 0)
            continue;
        word.head = above;
        word.relation = Deprel::obl;
    }
}

/// "approved the purchase of Arvo by Brandt": behind a name that belongs to a noun, "by" says who does what
/// the noun tells, but for a passive verb. Where one word says "by" and "from" ("da") only the complex
/// preposition is sure.
void move_agents(Words& words, const WordClasses& classes) {
    const auto by = classes.preposition_class("by");
    const bool from_apart = classes.preposition_class("from") != 0;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        if ((word.relation != Deprel::obl && word.relation != Deprel::obl_agent &&
             word.relation != Deprel::nmod) ||
            !word.names() || word.head < 0)
            continue;
        const auto first = child_of(
            words, i, 0, [&](const auto& w) { return w.relation == Deprel::case_ && w.preposition == by; });
        const auto above = std::uint32_t(word.head);
        if (first == no_index || first == 0 || first > i || words[first - 1].head < 0 ||
            !(from_apart || words[first].complex_preposition) || child_of(words, above, 0, [](const auto& w) {
                                                                     return w.relation == Deprel::aux_pass ||
                                                                            w.relation == Deprel::nsubj_pass;
                                                                 }) != no_index)
            continue;
        const auto& name = words[first - 1];
        const auto noun = std::uint32_t(name.head);
        if (noun == i || noun == above || noun >= first || !name.names() || name.relation != Deprel::nmod ||
            words[noun].upos != Upos::NOUN)
            continue;
        word.head = std::int32_t(noun);
        word.relation = Deprel::nmod;
    }
}

} // namespace

void settle_names(Words& words, const WordClasses& classes) {
    join_possessors(words);
    join_owners(words);
    join_names(words);
    name_offices(words);
    join_named_sources(words);
    join_renamed(words);
    if (classes.profile().verb_final)
        part_names(words);
    else // a German genitive is bare: "die Tochter Arvos"
        name_nouns(words);
    part_from_names(words, classes);
    part_from_prices(words);
    move_agents(words, classes);
}

} // namespace timeloom
