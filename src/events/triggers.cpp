#include "events/triggers.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "events/pattern_parts.hpp"
#include "events/trigger_choice.hpp"
#include "events/word_use.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t support_before = 14; ///< how far a support verb may stand before its noun
constexpr std::uint32_t support_after = 12;  ///< and behind it ("Verträge schließen")
constexpr std::uint32_t prefix_search = 40;  ///< how far a separable prefix may stand from its verb
constexpr std::size_t shortest_head = 5;     ///< letters of the last part of a compound
constexpr std::size_t shortest_compound = 9;

} // namespace

struct TriggerFinder::Search {
    const Lexicon& lexicon;
    const WordClasses& classes;
    const SentenceView& view;
    const PatternParts further;
    const WordUse use;
    std::vector<Trigger> found;

    const SentenceWord& word(std::uint32_t i) const { return view.words[i]; }
    const Token& token(std::uint32_t i) const { return view.document->tokens[view.words[i].first_token]; }
    bool last_in_clause(std::uint32_t i) const {
        return i + 1 >= view.words.size() || word(i + 1).punctuation() ||
               word(i + 1).clause != word(i).clause;
    }

    /// The further words of an expression, each within `gap` words of the one before; the index of the last,
    /// or none.
    std::uint32_t follow(std::uint32_t from, std::span<const std::uint32_t> parts, std::uint32_t gap) const {
        auto at = from;
        for (const auto part : parts) {
            auto next = at + 1;
            while (next < view.words.size() && next <= at + 1 + gap && !further.match(part, next))
                ++next;
            if (next >= view.words.size() || next > at + 1 + gap)
                return no_index;
            at = next;
        }
        return at;
    }

    /// A reflexive pronoun near the verb.
    bool has_reflexive(std::uint32_t i) const {
        const auto low = i >= 5 ? i - 5 : 0;
        for (auto k = low; k < std::min<std::size_t>(view.words.size(), i + 6); ++k)
            if (word(std::uint32_t(k)).is(ClassOf::reflexive) &&
                word(std::uint32_t(k)).clause == word(i).clause)
                return true;
        if (classes.profile().verb_final)
            for (auto k = i; k > 0 && i - k < prefix_search; --k)
                if (word(k - 1).is(ClassOf::reflexive) && word(k - 1).clause == word(i).clause)
                    return true;
        return false;
    }

    bool quote(std::uint32_t i) const {
        constexpr std::string_view quotes[] = {"\"", "“", "”", "„", "«", "»", "‘", "’", "'"};
        return std::ranges::find(quotes, view.text(i)) != std::end(quotes);
    }

    /// The support verb of a noun at `first` (where its expression begins): before it in the clause, or
    /// behind it.
    std::uint32_t support_verb(std::uint32_t part, std::uint32_t first, std::uint32_t last) const {
        for (auto k = first; k > 0 && first - k < support_before; --k) {
            const auto i = k - 1;
            // "announced that its purchase …"
            if ((word(i).punctuation() && view.text(i) != "," && !quote(i)) ||
                view.clauses[word(first).clause].opener == i)
                break;
            const bool hung = i + 1 == first && word(i).head == std::int32_t(first); // "font grève"
            if (further.match(part, i) && (hung || use.supports(i)))
                return i;
        }
        const auto end = std::min<std::size_t>(view.words.size(), last + 1 + support_after);
        for (auto i = last + 1; i < end; ++i) {
            if (word(i).clause != word(last).clause && word(i).is(ClassOf::subordinator))
                break;
            if (word(i).punctuation() && view.text(i) != "," && !quote(i))
                break;
            if (further.match(part, i) && use.supports(i))
                return i;
        }
        // "hat den Vertrag mit Trainer Lee bis 2029 verlängert": the verb that it hangs on, however far.
        for (auto i = first; i <= last; ++i)
            if (const auto head = word(i).head;
                head >= 0 && further.match(part, std::uint32_t(head)) && use.supports(std::uint32_t(head)))
                return std::uint32_t(head);
        // "the right that they hold": the noun's own relative clause has the verb.
        for (auto i = first; i <= last; ++i)
            for (const auto child : view.children_of(i))
                if (word(child).relation == Deprel::acl_relcl && further.match(part, child) &&
                    use.supports(child))
                    return child;
        return no_index;
    }

    /// The word of an expression that hangs on none of the others; the first where no tree tells.
    std::uint32_t head_of(std::uint32_t first, std::uint32_t last) const {
        for (auto i = first; view.parsed && i <= last; ++i)
            if (word(i).head < std::int32_t(first) || word(i).head > std::int32_t(last))
                return i;
        return first;
    }

    void match(std::uint32_t i, const TriggerPattern& pattern) {
        if (!further.all_present(pattern))
            return;
        // Fixed words or the verb right before make a noun of any word: "took them to court", "hicieron
        // huelga"
        const bool fixed =
            pattern.pos == TriggerPos::verb_noun &&
            (pattern.parts.size() > 1 || (i > 0 && further.match(pattern.parts.front(), i - 1)));
        // "exclusive deal", "stock split": the head of a noun of several words need not be the first.
        const bool compound = pattern.pos == TriggerPos::noun && !pattern.parts.empty();
        if (!fixed && !compound && !use.fits(i, pattern.pos, pattern.features))
            return;
        Trigger trigger{
            pattern.entry,      i,     no_index,        i, i, std::uint32_t(pattern.parts.size()) + 1,
            pattern.participle, false, pattern.features};
        if (pattern.pos == TriggerPos::verb_noun) {
            if (!match_support(trigger, pattern))
                return;
        } else if (pattern.split) {
            if (!match_split(trigger, pattern))
                return;
            trigger.verb = i;
        } else {
            trigger.last = follow(i, pattern.parts, pattern.gap);
            if (trigger.last == no_index)
                return;
            // "forced Brandt to back down" is no "forced down"
            if (trigger.last != i && word(trigger.last).relation == Deprel::compound_prt &&
                word(trigger.last).head > std::int32_t(i))
                return;
            if (pattern.pos == TriggerPos::verb)
                trigger.verb = i;
            if (compound) {
                trigger.word = head_of(i, trigger.last);
                if (!use.fits(trigger.word, pattern.pos, pattern.features))
                    return;
            }
        }
        const auto& entry = lexicon[pattern.entry];
        if (entry.pos == TriggerPos::verb && entry.reflexive &&
            (entry.nothing || pattern.features.form != Features::Form::participle || has_auxiliary(i) ||
             plain_verb(i)) &&
            !has_reflexive(i) && !pronoun_inside(i))
            return;
        if (entry.clause && governs_noun(i))
            return;
        found.push_back(trigger);
    }

    /// "detenida en mayo": without its pronoun a participle is the plain verb's.
    bool plain_verb(std::uint32_t i) const {
        return std::ranges::any_of(lexicon.at(word(i).key), [&](const TriggerPattern& pattern) {
            return pattern.pos == TriggerPos::verb && pattern.parts.empty() &&
                   !lexicon[pattern.entry].reflexive;
        });
    }

    /// "a été entendu", "a rendu": no forms of "s'entendre", "se rendre".
    bool has_auxiliary(std::uint32_t i) const {
        const auto auxiliary = [&](auto child) {
            return word(child).relation == Deprel::aux || word(child).relation == Deprel::aux_pass;
        };
        return std::ranges::any_of(view.children_of(i), auxiliary);
    }

    /// Whether the object of a verb, or the subject of its passive, is a noun and no clause is there besides.
    bool governs_noun(std::uint32_t i) const {
        bool noun = false, name = false, subject = false;
        for (const auto child : view.children_of(i)) {
            const auto relation = word(child).relation;
            if (relation == Deprel::ccomp || relation == Deprel::xcomp || relation == Deprel::parataxis)
                return false;
            subject |= relation == Deprel::nsubj;
            const bool object = relation == Deprel::obj || relation == Deprel::nsubj_pass;
            name |= object && word(child).names();
            noun |= object && word(child).upos == Upos::NOUN && !word(child).names();
        }
        noun |= name && subject; // "a lancé Arvo", but "…, a lancé Brandt"
        // "la grève lancée par Brandt"
        const auto& verb = word(i);
        return noun || (verb.relation == Deprel::acl && verb.head >= 0 && verb.head < std::int32_t(i) &&
                        verb.features.form == Features::Form::participle &&
                        word(std::uint32_t(verb.head)).upos == Upos::NOUN);
    }

    /// "aliarse", "allearsi", "demitiu-se": the pronoun is part of the word.
    bool pronoun_inside(std::uint32_t i) const {
        const auto text = fold_case(view.text(i));
        return std::ranges::any_of(classes.reflexives(),
                                   [&](const auto& pronoun) { return text.ends_with(pronoun); });
    }

    bool match_support(Trigger& trigger, const TriggerPattern& pattern) const {
        // Words between verb and noun ("llegar a {un} acuerdo") stand right before the noun, but for an
        // article.
        auto first = trigger.word;
        for (auto part = pattern.parts.size(); part > 1; --part) {
            std::uint32_t k = first, steps = 0;
            while (k > 0 && steps <= 4 && !further.match(pattern.parts[part - 1], k - 1))
                --k, ++steps;
            if (k == 0 || steps > 4)
                return false;
            first = k - 1;
        }
        trigger.verb = support_verb(pattern.parts.front(), first, trigger.word);
        if (trigger.verb == no_index || use.belongs_elsewhere(trigger.word, trigger.verb) ||
            (pattern.prefix != no_index && prefix_of(pattern.prefix, trigger.verb) == no_index))
            return false;
        trigger.first = std::min(first, trigger.verb);
        trigger.last = std::max(trigger.word, trigger.verb);
        return lexicon[pattern.entry].construction == "subject" || has_reflexive(trigger.verb) ||
               !use.does_it(trigger.word, trigger.verb);
    }

    /// The prefix that stands apart from its verb.
    std::uint32_t prefix_of(std::uint32_t part, std::uint32_t verb) const {
        const auto end = std::min<std::size_t>(view.words.size(), verb + prefix_search);
        for (auto i = verb + 1; i < end; ++i) {
            if (!further.match(part, i))
                continue;
            // A prefix that is also a preposition or an article ("an", "ein") must close the clause.
            if (!(word(i).preposition || word(i).is(ClassOf::determiner)) || last_in_clause(i) ||
                (i + 1 < view.words.size() && word(i + 1).is(ClassOf::coordinator)))
                return i;
        }
        return no_index;
    }

    /// "kündigt … an": the prefix closes the clause.
    bool match_split(Trigger& trigger, const TriggerPattern& pattern) const {
        const auto prefix = prefix_of(pattern.parts.front(), trigger.word);
        if (prefix == no_index || follow(trigger.word, pattern.parts.subspan(1), 20) == no_index)
            return false;
        trigger.last = prefix;
        trigger.split = true;
        return true;
    }

    void match_all(std::uint32_t i, std::uint64_t key) {
        for (const auto& pattern : lexicon.at(key))
            match(i, pattern);
    }

    /// Whether a word says of what kind the noun right behind it is.
    bool qualifies_noun(std::uint32_t i) const {
        return view.parsed && word(i).head == std::int32_t(i) + 1 &&
               (word(i).relation == Deprel::amod || word(i).relation == Deprel::compound);
    }

    /// The head of a compound: "Red-Hat-Übernahme", "Milliardenklage".
    void match_compound(std::uint32_t i) {
        const auto text = view.text(i);
        if (const auto hyphen = text.rfind('-');
            hyphen != std::string_view::npos && hyphen + 1 < text.size()) {
            if (qualifies_noun(i)) // "its for-profit arm"
                return;
            match_all(i, word_key(text.substr(hyphen + 1)));
            if (!found.empty() && found.back().word == i)
                return;
            match_all(i, word_key(text.substr(0, text.find('-'))));
            return;
        }
        if (!classes.profile().compounds || !token(i).capital || text.size() < shortest_compound)
            return;
        const auto lower = fold_case(text);
        for (std::size_t cut = 3; cut + shortest_head <= lower.size(); ++cut) {
            if ((static_cast<unsigned char>(lower[cut]) & 0xC0) == 0x80)
                continue;
            const auto before = found.size();
            for (const auto& pattern : lexicon.at(hash_key(std::string_view(lower).substr(cut))))
                if (pattern.pos == TriggerPos::noun || pattern.pos == TriggerPos::verb_noun)
                    match(i, pattern);
            if (found.size() > before)
                return;
        }
    }

    void run() {
        for (std::uint32_t i = 0; i < view.words.size(); ++i) {
            if (word(i).unit.kind != Unit::Kind::word)
                continue;
            const auto before = found.size();
            match_all(i, word(i).key);
            if (found.size() == before && word(i).verb_key)
                match_all(i, word(i).verb_key);
            if (found.size() == before && !word(i).word_class)
                match_compound(i);
        }
        choose_triggers(found, lexicon, view);
    }
};

bool TriggerFinder::any(const Document& document, const Sentence& sentence) const {
    for (auto t = sentence.first_token; t < sentence.end_token; ++t)
        if (!lexicon_.at(document.tokens[t].key).empty())
            return true;
    return false;
}

std::vector<Trigger> TriggerFinder::find(const SentenceView& view) const {
    Search search{lexicon_, classes_, view, {lexicon_, view}, {view, classes_}, {}};
    search.run();
    return std::move(search.found);
}

} // namespace timeloom
