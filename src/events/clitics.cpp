#include "events/clitics.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "events/tree_words.hpp"

#include <algorithm>
#include <optional>

namespace timeloom {

namespace {

constexpr std::size_t shortest_verb = 4; ///< bytes of a verb that a pronoun is written onto

/// The verb form that a key is.
std::optional<Features> as_verb(const Lexicon& lexicon, std::uint64_t key) {
    for (const auto& pattern : lexicon.at(key))
        if (pattern.pos == TriggerPos::verb)
            return pattern.features;
    return std::nullopt;
}

/// The verb form that a key is where it is nothing else: not "compra", which is a noun too.
std::optional<Features> only_verb(const Lexicon& lexicon, std::uint64_t key) {
    const auto verb = [](const TriggerPattern& pattern) { return pattern.pos == TriggerPos::verb; };
    return std::ranges::all_of(lexicon.at(key), verb) ? as_verb(lexicon, key) : std::nullopt;
}

class Clitics {
  public:
    Clitics(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes)
        : view_(view), words_(view.words), lexicon_(lexicon), classes_(classes) {}

    bool settle() {
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            if (words_[i].unit.kind != Unit::Kind::word || words_[i].names())
                continue;
            if (!words_[i].word_class && behind_conjunction(i))
                become_verb(i, *as_verb(lexicon_, words_[i].key));
            else if (!words_[i].word_class && beside_verb(i))
                take_objects(i);
            else if (!words_[i].word_class)
                split(i);
            else if (words_[i].is(ClassOf::object) && words_[i].is(ClassOf::determiner))
                stand_apart(i);
        }
        return changed_;
    }

  private:
    /// Past the auxiliaries behind a word.
    std::uint32_t verb_behind(std::uint32_t i) const {
        auto verb = i + 1;
        while (verb + 1 < words_.size() && words_[verb].is(ClassOf::perfect))
            ++verb;
        return verb < words_.size() ? verb : no_index;
    }

    /// "anunció que compra Arvo": a subject would have an article.
    bool behind_conjunction(std::uint32_t i) const {
        if (i == 0 || !classes_.profile().pro_drop || words_[i].upos != Upos::NOUN ||
            words_[i - 1].upos != Upos::SCONJ || !words_[i - 1].is(ClassOf::complementizer))
            return false;
        const auto form = as_verb(lexicon_, words_[i].key);
        return form && form->form == Features::Form::finite;
    }

    /// "destituye a Keller y ficha a Brandt": joined to a finite verb, without an article and before what a
    /// verb has.
    bool beside_verb(std::uint32_t i) const {
        const auto& word = words_[i];
        if (word.upos != Upos::NOUN || word.relation != Deprel::conj || word.head < 0 ||
            i + 2 >= words_.size() || !words_[i - 1].is(ClassOf::coordinator) || !classes_.profile().pro_drop)
            return false;
        const auto& above = words_[std::size_t(word.head)];
        const auto& next = words_[i + 1];
        const bool object = next.is(ClassOf::determiner) || (next.preposition && words_[i + 2].names());
        const auto form = as_verb(lexicon_, word.key);
        return object && above.upos == Upos::VERB && above.features.form != Features::Form::infinitive &&
               form && form->form == Features::Form::finite;
    }

    /// What stands behind it is its own, not the first verb's.
    void take_objects(std::uint32_t i) {
        const auto above = words_[i].head;
        become_verb(i, *as_verb(lexicon_, words_[i].key));
        for (auto k = i + 1; k < words_.size(); ++k)
            if (words_[k].head == above &&
                (words_[k].relation == Deprel::obj || words_[k].relation == Deprel::obl))
                words_[k].head = std::int32_t(i);
    }

    void stand_apart(std::uint32_t i) {
        if (words_[i].upos == Upos::PRON && words_[i].relation != Deprel::mark)
            return;
        const auto verb = verb_behind(i);
        if (verb == no_index || words_[verb].word_class || words_[verb].names())
            return;
        auto& word = words_[verb];
        const bool finite = word.upos == Upos::VERB && word.features.form == Features::Form::finite;
        if (word.upos != Upos::VERB) {
            const auto form = only_verb(lexicon_, word.key);
            // "las compras", "le racheté": a noun may look like a verb or a participle
            if (!form || (form->form != Features::Form::finite && form->form != Features::Form::infinitive))
                return;
            become_verb(verb, *form);
        } else if (!finite && verb == i + 1) { // "a comprar" has a preposition
            return;
        }
        auto& pronoun = words_[i];
        pronoun.upos = Upos::PRON;
        pronoun.relation = Deprel::obj;
        pronoun.head = std::int32_t(verb);
        pronoun.preposition = 0;
        changed_ = true;
    }

    /// A verb that was taken for a noun: under a verb it completes that, beside a name it has it for subject.
    void become_verb(std::uint32_t verb, const Features& form) {
        auto& word = words_[verb];
        word.upos = Upos::VERB;
        word.features = form;
        changed_ = true;
        if (word.head < 0)
            return;
        auto& above = words_[std::size_t(word.head)];
        if (above.upos == Upos::VERB || above.upos == Upos::AUX) {
            if (word.relation == Deprel::obj || word.relation == Deprel::nsubj)
                word.relation = Deprel::xcomp;
        } else if (above.names() && word.head < std::int32_t(verb)) {
            const auto name = std::uint32_t(word.head);
            word.head = above.head;
            word.relation = above.relation;
            above.head = std::int32_t(verb);
            above.relation = Deprel::nsubj;
            for (std::uint32_t i = verb + 1; i < words_.size(); ++i)
                if (words_[i].head == std::int32_t(name))
                    words_[i].head = std::int32_t(verb);
        }
    }

    /// "comprar-la", "comprar-e-la", "comprá-la": the verb without the pronoun.
    std::optional<Features> verb_of(std::string_view stem, std::uint64_t& key) const {
        std::string verb(stem);
        const bool hyphen = verb.ends_with('-');
        if (hyphen)
            verb.pop_back();
        verb = fold_name(verb);
        for (const auto* ending : {"", "r", "e"}) {
            key = word_key(verb + ending);
            if (auto form = as_verb(lexicon_, key);
                form && (form->form == Features::Form::infinitive || form->form == Features::Form::gerund ||
                         (hyphen && *ending == 0)))
                return form;
        }
        return std::nullopt;
    }

    void split(std::uint32_t i) {
        auto& word = words_[i];
        const auto text = fold_case(view_.text(i));
        if (!lexicon_.at(word.key).empty())
            return;
        for (const auto& pronoun : classes_.objects()) {
            if (text.size() < pronoun.size() + shortest_verb || !text.ends_with(pronoun))
                continue;
            std::uint64_t key = 0;
            const auto form = verb_of(std::string_view(text).substr(0, text.size() - pronoun.size()), key);
            if (!form)
                continue;
            word.verb_key = key;
            word.clitic = classes_.find(hash_key(pronoun));
            if (word.upos != Upos::VERB)
                become_verb(i, *form);
            return;
        }
    }

    SentenceView& view_;
    std::vector<SentenceWord>& words_;
    const Lexicon& lexicon_;
    const WordClasses& classes_;
    bool changed_ = false;
};

} // namespace

bool may_refer(const Document& document, const Sentence& sentence, const Lexicon& lexicon,
               const WordClasses& classes) {
    for (auto i = sentence.first_token; i < sentence.end_token; ++i) {
        const auto* word = classes.find(document.tokens[i].key);
        const auto is = [](const WordClass* c, ClassOf of) { return c && c->has(of); };
        if (is(word, ClassOf::third))
            return true;
        if (!is(word, ClassOf::object))
            continue;
        if (!is(word, ClassOf::determiner))
            return true;
        if (i + 1 == sentence.end_token) // an article, but before a verb
            continue;
        const auto next = document.tokens[i + 1].key;
        if (is(classes.find(next), ClassOf::perfect) || only_verb(lexicon, next))
            return true;
    }
    return false;
}

void settle_clitics(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes) {
    if (!view.parsed || classes.objects().empty())
        return;
    if (Clitics(view, lexicon, classes).settle()) {
        settle_subjects(view.words, classes);
        index_children(view);
    }
}

} // namespace timeloom
