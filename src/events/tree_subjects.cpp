#include "events/tree_words.hpp"

#include <algorithm>

namespace timeloom {

namespace {

class Subjects {
  public:
    Subjects(Words& words, const WordClasses& classes) : words_(words), classes_(classes) {}

    void settle(std::uint32_t verb) {
        if (words_[verb].upos != Upos::VERB && words_[verb].upos != Upos::AUX)
            return;
        lower_object(verb);
        restore_article(verb);
        collect(verb);
        if (passive_)
            return;
        part_receiver();
        refuse_oblique();
        put_pronouns_first();
        part_objects();
        put_names_first();
        place_relative();
        follow_finite();
        if (object_ != no_index || subjects_.empty())
            return;
        const bool final_verb = classes_.profile().verb_final;
        const auto behind = std::ranges::find_if(subjects_, [&](auto s) { return s > verb; });
        if (subjects_.size() > 1) {
            if (final_verb)
                words_[subjects_[1]].relation = Deprel::obj;
            else if (behind != subjects_.end() && subjects_.front() < verb)
                words_[*behind].relation = Deprel::obj;
        } else if (behind != subjects_.end() && words_[*behind].names() && subjectless(verb)) {
            words_[*behind].relation = Deprel::obj;
        } else if (final_verb && completes(verb)) {
            words_[subjects_.front()].relation = Deprel::obj;
        }
    }

  private:
    /// "comprou na segunda-feira a Arvo": behind a time, a word that is an article as well as a preposition
    /// is that of the object, where there is none.
    void restore_article(std::uint32_t verb) {
        const auto completes = [](const SentenceWord& w) {
            return w.relation == Deprel::obj || w.relation == Deprel::ccomp || w.relation == Deprel::xcomp ||
                   w.relation == Deprel::nsubj_pass || w.relation == Deprel::aux_pass;
        };
        for (auto i = verb + 3; i < words_.size(); ++i) {
            auto& article = words_[i - 1];
            if (words_[i].relation != Deprel::obl || words_[i].head != std::int32_t(verb) ||
                !words_[i].names() || article.relation != Deprel::case_ || !article.is(ClassOf::definite) ||
                words_[i - 2].timex == no_index || child_of(words_, verb, 0, completes) != no_index)
                continue;
            article.relation = Deprel::det;
            article.preposition = 0;
            words_[i].relation = Deprel::obj;
        }
    }

    /// "durfte Arvo nicht kaufen": what stands before a bare infinitive that closes the clause is its object.
    void lower_object(std::uint32_t verb) {
        if (!classes_.profile().verb_final)
            return;
        const auto infinitive = child_of(words_, verb, verb + 1, [](const auto& w) {
            return w.relation == Deprel::xcomp && w.features.form == Features::Form::infinitive;
        });
        const auto object = child_of(words_, verb, verb + 1,
                                     [](const auto& w) { return w.relation == Deprel::obj && w.names(); });
        if (infinitive == no_index || object > infinitive ||
            child_of(words_, infinitive, 0, [](const auto& w) {
                return w.relation == Deprel::mark || w.relation == Deprel::obj || w.relation == Deprel::nsubj;
            }) != no_index)
            return;
        words_[object].head = std::int32_t(infinitive);
    }

    void collect(std::uint32_t verb) {
        verb_ = verb;
        subjects_.clear();
        objects_.clear();
        object_ = mark_ = accusative_ = no_index;
        passive_ = false;
        const bool relative =
            words_[verb].relation == Deprel::acl || words_[verb].relation == Deprel::acl_relcl;
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            if (words_[i].head != std::int32_t(verb))
                continue;
            const auto relation = words_[i].relation;
            if (relation == Deprel::nsubj)
                subjects_.push_back(i);
            passive_ |= relation == Deprel::nsubj_pass || relation == Deprel::aux_pass;
            if (relation == Deprel::obj)
                objects_.push_back(i);
            if (relation == Deprel::obl && words_[i].timex == no_index && articled(i) && !has_case(words_, i))
                accusative_ = i;
            if (relation == Deprel::mark && relative && words_[i].is(ClassOf::relative) &&
                words_[verb].head + 3 > std::int32_t(i))
                mark_ = i;
            if (relation == Deprel::obj || relation == Deprel::ccomp)
                object_ = i;
        }
    }

    /// "le vendió Arvo", "verkaufte ihm Arvo": where something else is given, the pronoun is whom it is given
    /// to.
    void part_receiver() {
        const auto receiver = std::ranges::find_if(objects_, [&](auto o) {
            return words_[o].is(ClassOf::receiver) ||
                   (words_[o].is(ClassOf::relative) && has_case(words_, o)); // "a la que vendió Arvo"
        });
        if (receiver == objects_.end() || (objects_.size() == 1 && subjects_.size() < 2))
            return;
        words_[*receiver].relation = words_[*receiver].is(ClassOf::relative) ? Deprel::obl : Deprel::iobj;
        objects_.erase(receiver);
        object_ = objects_.empty() ? no_index : objects_.front();
    }

    /// "Den Konkurrenten verklagte Brandt": the article tells the object.
    void refuse_oblique() {
        if (accusative_ != no_index && object_ == no_index && !subjects_.empty()) {
            object_ = accusative_;
            words_[object_].relation = Deprel::obj;
        }
        for (auto& subject : subjects_) {
            if (!articled(subject))
                continue;
            words_[subject].relation = Deprel::obj;
            if (object_ != no_index) {
                words_[object_].relation = Deprel::nsubj;
                std::swap(subject, object_);
            } else {
                object_ = subject;
                std::erase(subjects_, subject);
            }
            return;
        }
    }

    /// "nachdem es Arvo gekauft hatte": where the verb closes the clause, a pronoun that may be its subject
    /// and stands before the only other noun is.
    void put_pronouns_first() {
        if (!classes_.profile().verb_final || subjects_.size() != 1 || objects_.size() != 1)
            return;
        auto& subject = subjects_.front();
        const auto& pronoun = words_[objects_.front()];
        if (subject > verb_ || objects_.front() > subject || !pronoun.is(ClassOf::third) || pronoun.names())
            return;
        std::swap(words_[subject].relation, words_[objects_.front()].relation);
        std::swap(subject, objects_.front());
        object_ = objects_.front();
    }

    /// "El martes Brandt compró la empresa Arvo": of two bare nouns around a verb, a name before it is the
    /// subject.
    void put_names_first() {
        if (classes_.profile().verb_final || subjects_.size() != 1 || objects_.size() != 1)
            return;
        auto &subject = subjects_.front(), &object = objects_.front();
        if (object + 1 != verb_ || subject < verb_ || !words_[object].names() ||
            words_[object].is(ClassOf::clitic) || has_case(words_, object) || has_case(words_, subject))
            return;
        std::swap(words_[subject].relation, words_[object].relation);
        std::swap(subject, object);
        object_ = object;
    }

    /// "den Konkurrenten": an article that no subject has.
    bool articled(std::uint32_t noun) const {
        return child_of(words_, noun, 0, [](const auto& w) { return w.is(ClassOf::oblique); }) != no_index;
    }

    /// "vendió Arvo a Brandt": of two objects the one with a preposition is none; where it is the only one
    /// and the language says "a" of whom something is done to, it is.
    void part_objects() {
        if (objects_.size() > 1) {
            const auto bare = std::ranges::find_if(
                objects_, [&](auto o) { return !has_case(words_, o) && !words_[o].is(ClassOf::clitic); });
            if (bare == objects_.end())
                return;
            for (const auto object : objects_)
                if (object != *bare && has_case(words_, object))
                    words_[object].relation = Deprel::obl;
        }
    }

    /// "que Brandt compró", "che ha comprato Brandt": the pronoun is what the name is not.
    void place_relative() {
        const auto relative = [&](std::uint32_t i) {
            return words_[i].is(ClassOf::relative) && !words_[i].names();
        };
        if (subjects_.size() == 2 && object_ == no_index && relative(subjects_[0]) &&
            !classes_.profile().verb_final) {
            object_ = subjects_[0];
            words_[object_].relation = Deprel::obj;
            subjects_.erase(subjects_.begin());
        }
        if (mark_ != no_index && object_ == no_index) { // "que" read as a conjunction
            words_[mark_].relation = subjects_.empty() ? Deprel::nsubj : Deprel::obj;
            (subjects_.empty() ? subjects_.emplace_back() : object_) = mark_;
        }
        if (!subjects_.empty() || objects_.size() != 2)
            return;
        // "hatte Brandt 600 Mitarbeiter entlassen": of two bare objects the first is the subject
        const bool bare =
            words_[objects_[0]].names() && !has_case(words_, objects_[0]) && !has_case(words_, objects_[1]) &&
            !words_[objects_[1]].is(ClassOf::clitic) &&
            (classes_.profile().verb_final || objects_[0] < verb_ ||
             (classes_.profile().pro_drop && objects_[0] == verb_ + 1 && described(objects_[1])));
        if (!relative(objects_[0]) && !bare)
            return;
        words_[objects_[0]].relation = Deprel::nsubj;
        subjects_.push_back(objects_[0]);
    }

    /// "Am Dienstag wird Brandt in Arvo investieren", "Am Dienstag einigten sich Brandt und Arvo": in a
    /// language that closes the clause with the verb, a clause with a finite verb has a subject, and of bare
    /// nouns that follow that verb it is the first.
    void follow_finite() {
        if (!classes_.profile().verb_final || !subjects_.empty() || shares_subject(verb_))
            return;
        const auto first = std::ranges::find_if(objects_, [&](auto o) { return words_[o].names(); });
        if (first == objects_.end() || has_case(words_, *first))
            return;
        auto finite = child_of(words_, verb_, 0, [](const auto& w) {
            return w.relation == Deprel::aux || w.relation == Deprel::cop;
        });
        if (child_of(words_, verb_, 0, [](const auto& w) { return w.relation == Deprel::expl; }) != no_index)
            return;
        if (finite == no_index && words_[verb_].features.form == Features::Form::finite) {
            finite = verb_;
            const auto next = verb_ + 1 < words_.size() && words_[verb_ + 1].is(ClassOf::reflexive);
            if (*first != verb_ + 1 + next)
                return;
        }
        if (finite > *first)
            return;
        words_[*first].relation = Deprel::nsubj;
        subjects_.push_back(*first);
        objects_.erase(first);
        object_ = objects_.empty() ? no_index : objects_.front();
    }

    /// "El lunes compró Brandt la empresa Arvo": an article tells that the second is no name of the first.
    bool described(std::uint32_t noun) const {
        return child_of(words_, noun, 0, [](const auto& w) { return w.relation == Deprel::det; }) != no_index;
    }

    /// Whether no subject may stand behind the verb: its subject is another verb's, or an infinitive has
    /// none.
    bool subjectless(std::uint32_t verb) const {
        if (classes_.profile().verb_final) // "und verkaufte Arvo", not "und gestern verkaufte Brandt Arvo"
            return verb > 0 && shares_subject(verb) && words_[verb - 1].relation == Deprel::cc &&
                   words_[verb].features.mood != Features::Mood::none;
        return shares_subject(verb) || infinitive(verb);
    }

    /// "will Brandt die Firma Arvo kaufen": an infinitive whose subject is that of the verb above.
    bool completes(std::uint32_t verb) const {
        const auto& word = words_[verb];
        return word.relation == Deprel::xcomp && word.head >= 0 && infinitive(verb) &&
               child_of(words_, std::uint32_t(word.head), 0,
                        [](const auto& w) { return w.relation == Deprel::nsubj; }) != no_index;
    }

    /// "comprar Arvo", "avoir racheté Arvo"
    bool infinitive(std::uint32_t verb) const {
        const auto form = [&](const SentenceWord& w) {
            return w.features.form == Features::Form::infinitive;
        };
        return form(words_[verb]) || child_of(words_, verb, 0, [&](const auto& w) {
                                         return w.relation == Deprel::aux && form(w);
                                     }) != no_index;
    }

    /// "Brandt bought Arvo and sold Tarvex": the second verb's subject stands before the first.
    bool shares_subject(std::uint32_t verb) const {
        if (words_[verb].relation != Deprel::conj || words_[verb].head < 0)
            return false;
        const auto first = std::uint32_t(words_[verb].head);
        const auto subject =
            child_of(words_, first, 0, [](const auto& w) { return w.relation == Deprel::nsubj; });
        return subject < first;
    }

    Words& words_;
    const WordClasses& classes_;
    std::vector<std::uint32_t> subjects_, objects_;
    std::uint32_t verb_ = no_index, object_ = no_index, mark_ = no_index,
                  accusative_ = no_index; ///< a bare oblique whose article says that it is an object
    bool passive_ = false;
};

} // namespace

void settle_subjects(Words& words, const WordClasses& classes) {
    Subjects subjects(words, classes);
    for (std::uint32_t verb = 0; verb < words.size(); ++verb)
        subjects.settle(verb);
}

} // namespace timeloom
