// "Arvo, with which Brandt had signed, sued Tarvex": a clause between commas that a relative pronoun opens
// tells of the noun before it, and the verb behind it goes with that noun.
#include "events/tree_words.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t opening_words = 4;   ///< from the comma to the relative pronoun, and one more
constexpr std::uint32_t longest_clause = 60; ///< words between the commas

class Relatives {
  public:
    Relatives(const SentenceView& view, Words& words, const WordClasses& classes)
        : view_(view), words_(words), classes_(classes) {}

    void embed() {
        for (std::uint32_t comma = 1; comma + 4 < words_.size(); ++comma) {
            if (!is_comma(comma) || !nominal(comma - 1))
                continue;
            if (const auto pronoun = opening(comma); pronoun != no_index) {
                if (const auto end = verb_before(comma) ? no_index : closing(pronoun); end != no_index)
                    settle(comma, pronoun, end);
            } else if (const auto end = closing_participle(comma); end != no_index && !verb_before(comma)) {
                settle_participle(comma, end);
            }
        }
    }

  private:
    bool is_comma(std::uint32_t i) const { return words_[i].punctuation() && view_.text(i) == ","; }
    bool nominal(std::uint32_t i) const {
        return words_[i].names() || words_[i].upos == Upos::NOUN || words_[i].upos == Upos::PROPN;
    }
    bool finite(std::uint32_t i) const {
        const auto& word = words_[i];
        return !word.names() && (word.upos == Upos::VERB || word.upos == Upos::AUX) &&
               (word.features.form == Features::Form::finite ||
                (word.features.form == Features::Form::none && word.upos == Upos::AUX));
    }
    bool verb(std::uint32_t i) const { return !words_[i].names() && words_[i].upos == Upos::VERB; }
    bool auxiliary(std::uint32_t i) const {
        return words_[i].upos == Upos::AUX || words_[i].is(ClassOf::perfect) || words_[i].is(ClassOf::modal);
    }

    /// ", which", ", mit dem", ", a la que", ", il cui": the pronoun behind the comma.
    std::uint32_t opening(std::uint32_t comma) const {
        for (auto i = comma + 1; i < comma + opening_words; ++i) {
            const auto& word = words_[i];
            const bool article = word.is(ClassOf::determiner) && !classes_.profile().verb_final;
            if (word.is(ClassOf::relative))
                return i;
            if (!word.preposition && !article)
                return no_index;
        }
        return no_index;
    }

    /// "Brandt kaufte Arvo, das …, sagte Keller": the noun has a verb of its own.
    bool verb_before(std::uint32_t comma) const {
        for (auto i = comma; i > 0; --i) {
            const auto& word = words_[i - 1];
            if (finite(i - 1))
                return true;
            if (word.punctuation() || word.is(ClassOf::complementizer) || word.is(ClassOf::subordinator))
                return false;
        }
        return false;
    }

    /// Past what may stand between subject and verb.
    std::uint32_t past_particles(std::uint32_t i) const {
        for (int steps = 0; steps < 2 && i + 1 < words_.size() &&
                            (words_[i].is(ClassOf::clitic) || words_[i].is(ClassOf::reflexive) ||
                             words_[i].is(ClassOf::adverb) || words_[i].upos == Upos::ADV);
             ++steps)
            ++i;
        return i;
    }

    /// "Arvo, which was founded in 1974, collapsed": a form that may be a participle, where no other verb
    /// could be that of the sentence.
    bool only_verb(std::uint32_t i, std::uint32_t begin, std::uint32_t end) const {
        if (!verb(i) || words_[i].features.form != Features::Form::participle)
            return false;
        for (std::uint32_t k = 0; k < words_.size(); ++k)
            if ((k < begin || k > end) && finite(k))
                return false;
        return true;
    }

    /// The comma that ends the clause: a finite verb stands behind it, another one before.
    std::uint32_t closing(std::uint32_t pronoun) const {
        const bool final_verb = classes_.profile().verb_final;
        bool told = false;
        const auto last = std::min<std::size_t>(words_.size() - 1, pronoun + longest_clause);
        for (auto i = pronoun + 1; i < last; ++i) {
            told |= finite(i);
            const auto behind = past_particles(i + 1);
            if (is_comma(i) && told && (!final_verb || finite(i - 1)) &&
                !words_[behind].is(ClassOf::relative) && (finite(behind) || only_verb(behind, pronoun, i)))
                return i;
            if (words_[i].punctuation() && !is_comma(i) && view_.text(i) != "(" && view_.text(i) != ")")
                break;
        }
        return no_index;
    }

    /// Where a clause of nothing but a participle between commas stands: "Arvo, bought by Brandt in May, …",
    /// "Arvo, im Mai von Brandt gekauft, …".
    std::uint32_t participle_at(std::uint32_t comma, std::uint32_t end) const {
        const auto at = classes_.profile().verb_final ? end - 1 : past_particles(comma + 1);
        if (at >= end || !verb(at) || words_[at].is(ClassOf::modal) || words_[at].is(ClassOf::perfect))
            return no_index;
        if (words_[at].features.form == Features::Form::participle)
            return at;
        // "bought last year by Brandt": a past form too
        const auto by = classes_.preposition_class("by");
        if (classes_.profile().verb_final || words_[at].features.tense != Features::Tense::past)
            return no_index;
        for (auto i = at + 1; i < end; ++i)
            if (words_[i].relation == Deprel::case_ && words_[i].preposition == by && i + 1 < end &&
                words_[i + 1].names())
                return at;
        return no_index;
    }

    /// The comma that ends such a clause: the sentence's verb stands behind it.
    std::uint32_t closing_participle(std::uint32_t comma) const {
        constexpr std::uint32_t longest = 16;
        const auto last = std::min<std::size_t>(words_.size() - 1, comma + longest);
        for (auto i = comma + 2; i < last; ++i) {
            if (words_[i].punctuation() && !is_comma(i))
                return no_index;
            if (!is_comma(i))
                continue;
            const auto told = participle_at(comma, i);
            const auto behind = past_particles(i + 1);
            if (told == no_index || !(finite(behind) || only_verb(behind, comma, i)))
                return no_index;
            for (auto k = comma + 1; k < i; ++k)
                if (k != told && (finite(k) || verb(k)))
                    return no_index;
            return i;
        }
        return no_index;
    }

    void settle_participle(std::uint32_t comma, std::uint32_t end) {
        const auto told = participle_at(comma, end);
        if (words_[told].relation == Deprel::acl && words_[told].head == std::int32_t(head_before(comma)) &&
            words_[head_before(comma)].head > std::int32_t(end))
            return;
        words_[told].features.form = Features::Form::participle;
        words_[told].features.tense = Features::Tense::none;
        hang(comma, told, end);
        words_[told].relation = Deprel::acl;
    }

    /// The verb that means something, of the one at i or of the one that it helps.
    std::uint32_t meaning(std::uint32_t i, std::uint32_t low, std::uint32_t high) const {
        if (!auxiliary(i))
            return i;
        const auto head = words_[i].head;
        if (head >= std::int32_t(low) && head < std::int32_t(high) && std::uint32_t(head) != i)
            return std::uint32_t(head);
        for (auto k = i + 1; k < high; ++k)
            if (verb(k))
                return k;
        for (auto k = i; k > low; --k)
            if (verb(k - 1))
                return k - 1;
        return i;
    }

    /// The head of the noun phrase that ends before the comma: "der Chef von Arvo".
    std::uint32_t head_before(std::uint32_t comma) const {
        auto at = comma - 1;
        for (int steps = 0; steps < 6; ++steps) {
            const auto& word = words_[at];
            const bool inner = word.relation == Deprel::nmod || word.relation == Deprel::flat ||
                               word.relation == Deprel::appos || word.relation == Deprel::compound ||
                               word.relation == Deprel::conj;
            if (!inner || word.head < 0 || word.head >= std::int32_t(at) ||
                !nominal(std::uint32_t(word.head)))
                break;
            at = std::uint32_t(word.head);
        }
        return at;
    }

    bool under(std::uint32_t word, std::uint32_t above) const {
        auto at = std::int32_t(word);
        for (int steps = 0; steps < 12 && at >= 0; ++steps, at = words_[std::size_t(at)].head)
            if (at == std::int32_t(above))
                return true;
        return false;
    }

    void settle(std::uint32_t comma, std::uint32_t pronoun, std::uint32_t end) {
        auto first = pronoun + 1;
        if (classes_.profile().verb_final)
            first = end - 1;
        else
            while (!finite(first))
                ++first;
        const auto told = meaning(first, pronoun + 1, end);
        if (hang(comma, told, end))
            settle_pronoun(comma, pronoun, told);
    }

    /// Hangs the clause of `told` between the commas on the noun before it, and that on the verb behind it;
    /// false where that is so, or cannot be.
    bool hang(std::uint32_t comma, std::uint32_t told, std::uint32_t end) {
        const auto size = std::uint32_t(words_.size());
        const auto main = meaning(past_particles(end + 1), end + 1, size);
        const auto noun = comma - 1, head = head_before(comma);
        if (words_[told].relation == Deprel::acl_relcl && words_[told].head < std::int32_t(comma) &&
            words_[told].head >= 0 && words_[head].head == std::int32_t(main))
            return false;
        const std::uint32_t within[] = {told, noun, head};
        for (const auto inner : within) // what governs the whole governs the verb behind
            if (under(main, inner) && words_[inner].head != std::int32_t(main)) {
                words_[main].head = words_[inner].head;
                words_[main].relation = words_[inner].relation;
            }
        if (under(std::uint32_t(std::max(words_[main].head, 0)), told) && words_[main].head >= 0)
            return false; // no way out of the clause
        if (words_[main].features.form == Features::Form::participle && only_verb(main, comma, end)) {
            words_[main].features.form = Features::Form::finite;
            words_[main].features.tense = Features::Tense::past;
        }
        words_[told].head = std::int32_t(noun);
        words_[told].relation = Deprel::acl_relcl;
        words_[head].head = std::int32_t(main);
        const bool passive = child_of(words_, main, end, [](const auto& w) {
                                 return w.relation == Deprel::aux_pass;
                             }) != no_index;
        if (!has_case(words_, head))
            words_[head].relation = passive ? Deprel::nsubj_pass : Deprel::nsubj;
        for (std::uint32_t i = 0; i < size; ++i) {
            const bool inside = i > comma && i < end;
            if (i != told && i != head && i != main && i != noun &&
                words_[i].head == std::int32_t(inside ? main : told))
                words_[i].head = std::int32_t(inside ? told : main);
        }
        return true;
    }

    /// "mit dem Brandt": read as article and name, it is a pronoun and the subject.
    void settle_pronoun(std::uint32_t comma, std::uint32_t pronoun, std::uint32_t told) {
        auto& relative = words_[pronoun];
        const bool led = pronoun > comma + 1 && words_[pronoun - 1].preposition;
        if (relative.relation != Deprel::det || relative.head != std::int32_t(pronoun) + 1 ||
            !words_[pronoun + 1].names())
            return;
        auto& name = words_[pronoun + 1];
        relative.upos = Upos::PRON;
        relative.head = std::int32_t(told);
        relative.relation = led ? Deprel::obl : Deprel::obj;
        if (led)
            words_[pronoun - 1].head = std::int32_t(pronoun);
        name.head = std::int32_t(told);
        if (led)
            name.relation = Deprel::nsubj;
    }

    const SentenceView& view_;
    Words& words_;
    const WordClasses& classes_;
};

} // namespace

void embed_relatives(const SentenceView& view, Words& words, const WordClasses& classes) {
    Relatives(view, words, classes).embed();
}

} // namespace timeloom
