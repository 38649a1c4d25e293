#include "events/clauses.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Kind = Clause::Kind;

constexpr std::size_t deepest = 32;         ///< brackets and quotes further in open no clause of their own
constexpr std::uint32_t long_quotation = 6; ///< words from which a quotation is a clause, not a term
constexpr std::uint32_t verb_search = 12;   ///< how far behind a coordinator its verb may stand

/// One pass from left to right; the open clauses form a stack.
class Cutter {
  public:
    Cutter(SentenceView& view, const std::vector<bool>& finite) : view_(view), finite_(finite) {}

    void run() {
        find_bare_complements();
        open(0, Kind::main, no_index, no_index);
        for (std::uint32_t i = 0; i < view_.words.size(); ++i)
            step(i);
        finish();
    }

  private:
    std::string_view text(std::uint32_t i) const { return view_.text(i); }
    Clause& current() { return view_.clauses[stack_.back()]; }

    void open(std::uint32_t at, Kind kind, std::uint32_t opener, std::uint32_t antecedent) {
        Clause clause;
        clause.kind = kind;
        clause.first = at;
        clause.opener = opener;
        clause.antecedent = antecedent;
        if (!stack_.empty())
            clause.parent = stack_.back();
        view_.clauses.push_back(clause);
        stack_.push_back(std::uint32_t(view_.clauses.size() - 1));
        if (stack_.size() > deepest)
            stack_.erase(stack_.begin() + 1);
    }

    /// A clause beside the open ones: main clauses do not nest.
    void open_beside(std::uint32_t at, Kind kind) {
        const auto earlier = stack_.back();
        const auto outer =
            view_.clauses[earlier].kind == Kind::main || view_.clauses[earlier].kind == Kind::coordinate
                ? earlier
                : stack_.front();
        if (!enclosed())
            stack_.clear();
        open(at, kind, no_index, no_index);
        if (kind == Kind::coordinate)
            current().parent = outer;
    }

    bool enclosed() const {
        return std::ranges::any_of(stack_, [&](auto c) {
            return view_.clauses[c].kind == Kind::parenthesis || view_.clauses[c].kind == Kind::quotation;
        });
    }

    bool opens(std::uint32_t i) const {
        return view_.words[i].quote == QuoteMark::opens || text(i) == "(" || text(i) == "[" || text(i) == "‘";
    }
    bool closes(std::uint32_t i) const {
        return view_.words[i].quote == QuoteMark::closes || text(i) == ")" || text(i) == "]" ||
               text(i) == "’";
    }
    static bool bracket(std::string_view mark) {
        return mark == "(" || mark == "[" || mark == ")" || mark == "]";
    }

    void close(bool round) {
        const auto kind = round ? Kind::parenthesis : Kind::quotation;
        for (std::size_t depth = stack_.size(); depth > 1; --depth)
            if (view_.clauses[stack_[depth - 1]].kind == kind) {
                stack_.resize(depth - 1);
                return;
            }
    }

    /// Whether a quotation that begins at `at` is long enough for a clause.
    bool long_from(std::uint32_t at) const {
        for (auto i = at + 1; i < view_.words.size() && i <= at + long_quotation; ++i)
            if (view_.words[i].punctuation() && (closes(i) || view_.words[i].quote == QuoteMark::straight))
                return false;
        return true;
    }

    /// "and, on Monday, closed its plant": the comma that ends what is inserted behind a coordinator; the
    /// coordinator itself where nothing is.
    std::uint32_t past_insertion(std::uint32_t at) const {
        if (!view_.has(at, ClassOf::coordinator) || at + 1 >= view_.words.size() || text(at + 1) != ",")
            return at;
        for (auto i = at + 2; i < view_.words.size() && i <= at + verb_search; ++i)
            if (text(i) == ",")
                return i;
        return at;
    }

    bool verb_behind(std::uint32_t at) const {
        at = past_insertion(at);
        for (auto i = at + 1; i < view_.words.size() && i <= at + verb_search; ++i) {
            if (view_.words[i].punctuation() && text(i) != "\"")
                return false;
            if (i > at + 1 && (view_.has(i, ClassOf::relative) || view_.has(i, ClassOf::subordinator)) &&
                !view_.has(i, ClassOf::determiner) && !view_.words[i].preposition)
                return false;
            if (finite_[i])
                return true;
        }
        return false;
    }

    /// A relative pronoun, where it is not the article or conjunction that looks like it.
    bool relative_at(std::uint32_t i) const {
        if (!view_.has(i, ClassOf::relative) || i == 0)
            return false;
        const auto& word = view_.words[i];
        if (view_.tagged) {
            if (word.upos == Upos::SCONJ || word.upos == Upos::DET)
                return false;
            if (word.upos == Upos::PRON && view_.has(i, ClassOf::determiner))
                return after_comma(i) && verb_behind(i);
            return word.upos != Upos::NOUN && word.upos != Upos::PROPN;
        }
        if (view_.has(i, ClassOf::determiner))
            return after_comma(i) && !noun_next(i) && verb_behind(i);
        if (view_.has(i, ClassOf::complementizer))
            return !finite_[i - 1] && (noun_like(i - 1) || after_comma(i));
        return noun_like(i - 1) || after_comma(i) || view_.words[i - 1].preposition;
    }

    /// The word that a relative clause from `start` is about: the one before it, or before the verbs that
    /// close the clause around it ("die Nachfolge von Brandt antreten, die …").
    std::uint32_t antecedent_before(std::uint32_t start) const {
        constexpr std::uint32_t most_verbs = 3; ///< and prefixes that stand apart from theirs
        auto before = start;
        while (before > 0 && view_.words[before - 1].punctuation())
            --before;
        const auto verb = [&](std::uint32_t i) {
            return view_.tagged && (view_.words[i].upos == Upos::VERB || view_.words[i].upos == Upos::AUX ||
                                    view_.words[i].relation == Deprel::compound_prt);
        };
        for (auto i = before; i > 0 && before - i <= most_verbs; --i)
            if (!verb(i - 1))
                return i - 1;
        return before > 0 ? before - 1 : no_index;
    }

    bool after_comma(std::uint32_t i) const {
        const auto at = i > 0 && view_.words[i - 1].preposition ? i - 1 : i;
        return at > 0 && text(at - 1) == ",";
    }
    bool noun_next(std::uint32_t i) const {
        return i + 1 < view_.words.size() && view_.document->tokens[view_.words[i + 1].first_token].capital;
    }
    bool noun_like(std::uint32_t i) const {
        return !view_.words[i].punctuation() && !view_.words[i].word_class;
    }

    /// Whether the tagger saw a noun or the like in a word that may be a conjunction ("caso", "while").
    bool open_class(const SentenceWord& word) const {
        return view_.tagged && (word.upos == Upos::NOUN || word.upos == Upos::PROPN ||
                                word.upos == Upos::VERB || word.upos == Upos::ADJ);
    }

    bool subordinator_at(std::uint32_t i) const {
        const auto& word = view_.words[i];
        const bool listed = word.is(ClassOf::subordinator) || word.is(ClassOf::complementizer);
        if (!listed || open_class(word))
            return false;
        if (word.is(ClassOf::complementizer))
            return !view_.tagged || word.upos != Upos::DET;
        if (word.preposition || word.is(ClassOf::reflexive) || word.is(ClassOf::adverb))
            return view_.tagged ? word.upos == Upos::SCONJ && (verb_behind(i) || word.is(ClassOf::reflexive))
                                : !word.preposition && verb_behind(i);
        return true;
    }

    /// "Arvo said [it would sell Brandt]": where the tree hangs a verb with a subject of its own on a verb
    /// before it, and no word opens its clause, the clause begins with that subject.
    void find_bare_complements() {
        if (!view_.parsed)
            return;
        for (std::uint32_t verb = 0; verb < view_.words.size(); ++verb) {
            const auto& word = view_.words[verb];
            if (word.relation != Deprel::ccomp || word.head < 0 || word.head > std::int32_t(verb))
                continue;
            auto subject = no_index;
            for (const auto child : view_.children_of(verb)) {
                const auto relation = view_.words[child].relation;
                if (relation == Deprel::mark)
                    subject = verb;
                if (child < verb && subject == no_index &&
                    (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::expl))
                    subject = child;
            }
            if (subject >= verb)
                continue;
            const auto first = left_edge(subject);
            if (first > std::uint32_t(word.head) && first == left_edge(verb) &&
                !view_.words[first - 1].punctuation())
                bare_.push_back(first);
        }
    }

    /// The first word of all that hangs on a word.
    std::uint32_t left_edge(std::uint32_t word) const {
        for (auto first = word;;) {
            for (const auto child : view_.children_of(word))
                first = std::min(first, child);
            if (first == word)
                return first;
            word = first;
        }
    }

    void step(std::uint32_t i) {
        const auto mark = text(i);
        if (std::ranges::find(bare_, i) != bare_.end() && current().verb != no_index) {
            leave_finished();
            open(i, Kind::complement, no_index, no_index);
            comma_ = no_index;
        } else if (view_.words[i].punctuation()) {
            punctuation(i, mark);
        } else if (relative_at(i)) {
            const auto start = i > 0 && view_.words[i - 1].preposition ? i - 1 : i;
            open(start, Kind::relative, i, antecedent_before(start));
            if (start != i)
                view_.words[start].clause = stack_.back();
            comma_ = no_index;
        } else if (subordinator_at(i)) {
            leave_finished();
            open(i, view_.has(i, ClassOf::complementizer) ? Kind::complement : Kind::subordinate, i,
                 no_index);
            comma_ = no_index;
        } else if (view_.has(i, ClassOf::coordinator) && current().verb != no_index && verb_behind(i)) {
            open_beside(i, Kind::coordinate);
            comma_ = no_index;
        }
        view_.words[i].clause = stack_.back();
        if (finite_[i])
            verb(i);
    }

    /// A dependent clause that has its verb ends where another begins.
    void leave_finished() {
        while (stack_.size() > 1 && comma_ != no_index && current().verb != no_index &&
               (current().kind == Kind::relative || current().kind == Kind::subordinate))
            stack_.pop_back();
    }

    void punctuation(std::uint32_t i, std::string_view mark) {
        if (mark == "\"") {
            straight_quote_ = !straight_quote_;
            if (straight_quote_ && long_from(i))
                open(i, Kind::quotation, no_index, no_index);
            else if (!straight_quote_)
                close(false);
        } else if (opens(i)) {
            if (bracket(mark) || long_from(i))
                open(i, bracket(mark) ? Kind::parenthesis : Kind::quotation, no_index, no_index);
        } else if (closes(i)) {
            close(bracket(mark));
        } else if (mark == ",") {
            comma_ = i;
        } else if (mark == ";" || mark == ":" || mark == "–" || mark == "—" || mark == "•" || mark == "!" ||
                   mark == "?" || mark == ".") {
            open_beside(i, Kind::main);
            comma_ = no_index;
        }
    }

    /// A finite verb: the second one of a clause shows that another clause began at the last comma.
    void verb(std::uint32_t i) {
        auto& clause = current();
        if (clause.verb == no_index) {
            clause.verb = i;
            return;
        }
        if (comma_ == no_index || comma_ < clause.first || comma_ < clause.verb)
            return;
        const auto from = comma_;
        if (clause.kind == Kind::relative || clause.kind == Kind::subordinate ||
            clause.kind == Kind::complement) {
            stack_.pop_back();
            while (stack_.size() > 1 && current().verb != no_index && current().kind != Kind::main &&
                   current().kind != Kind::coordinate && current().kind != Kind::parenthesis &&
                   current().kind != Kind::quotation)
                stack_.pop_back();
            if (current().verb != no_index)
                open_beside(from, Kind::coordinate);
        } else {
            open_beside(from, Kind::coordinate);
        }
        for (auto k = from; k <= i; ++k)
            view_.words[k].clause = stack_.back();
        current().verb = i;
        comma_ = no_index;
    }

    void finish() {
        std::vector<bool> begun(view_.clauses.size());
        for (std::uint32_t i = 0; i < view_.words.size(); ++i) {
            auto& clause = view_.clauses[view_.words[i].clause];
            if (!begun[view_.words[i].clause])
                clause.first = i;
            begun[view_.words[i].clause] = true;
            clause.end = i + 1;
        }
    }

    SentenceView& view_;
    const std::vector<bool>& finite_;
    std::vector<std::uint32_t> stack_;
    std::vector<std::uint32_t> bare_; ///< where clauses begin that no word opens
    std::uint32_t comma_ = no_index;  ///< the last comma since a clause was opened
    bool straight_quote_ = false;
};

} // namespace

void cut_clauses(SentenceView& view, const std::vector<bool>& finite) {
    Cutter(view, finite).run();
}

} // namespace timeloom
