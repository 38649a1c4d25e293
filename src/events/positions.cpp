#include "events/positions.hpp"

#include "events/control.hpp"
#include "events/use.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Kind = Clause::Kind;

class PositionBinder {
  public:
    PositionBinder(const BindingContext& context, const Trigger& trigger, Use use, Arguments& arguments)
        : context_(context), view_(context.view), trigger_(trigger), use_(use),
          entry_(context.lexicon[trigger.entry]), arguments_(arguments) {}

    void run() {
        std::vector<Candidate> candidates;
        const auto& clause = view_.clauses[view_.words[trigger_.word].clause];
        constexpr std::uint32_t window = 48;
        const auto low = std::max(clause.first, trigger_.word > window ? trigger_.word - window : 0);
        const auto high = std::min<std::uint32_t>(std::uint32_t(view_.words.size()), trigger_.word + window);
        for (const auto i : view_.named)
            if (i >= std::min(low, trigger_.first) && i < high && reaches(view_.words[i].clause))
                candidates.push_back({i, place_of(context_, i), i < trigger_.word});
        if (use_ == Use::nominal || use_ == Use::support || use_ == Use::predicate)
            beside_noun(candidates);
        with_prepositions(candidates);
        if (use_ != Use::nominal || trigger_.verb != no_index)
            subject_and_object(candidates);
        else
            subject_of_clause(candidates);
        antecedent();
        inherited_subject();
    }

  private:
    struct Candidate {
        std::uint32_t word;
        Place place;
        bool left;
    };

    bool reaches(std::uint32_t clause) const {
        const auto own = view_.words[trigger_.word].clause;
        if (clause == own)
            return true;
        return trigger_.verb != no_index && view_.words[trigger_.verb].clause == clause;
    }

    Tier weaker(Tier tier) const { return view_.parsed ? Tier::nearest : tier; }

    void place(Role role, std::uint32_t word, Tier tier) {
        const auto& w = view_.words[word];
        for (std::uint32_t m = 0; m < w.mention_count; ++m)
            arguments_.add(role, {w.first_mention + m, word, tier});
    }

    /// Possessors right at the noun: "Brandt's purchase", "the Brandt deal", "its deal", "Red-Hat-Übernahme",
    /// "la compra de Brandt".
    void beside_noun(const std::vector<Candidate>& candidates) {
        const auto n = trigger_.word;
        const auto role = role_of(context_, entry_, "P", no_index, use_);
        if (role && view_.words[n].compound && !only_situates(context_, n))
            place(*role, n, Tier::position);
        if (view_.parsed || !role)
            return;
        for (const auto& c : candidates) {
            if (c.word + 4 >= n && c.word < n && c.place.preposition == no_index &&
                possessor_before(c.word, n))
                place(*role, c.word, Tier::position);
            else if (c.word == n + 1 && view_.words[c.word].unit.kind == Unit::Kind::name)
                place(*role, c.word, Tier::position);
        }
    }

    bool possessor_before(std::uint32_t name, std::uint32_t noun) const {
        const auto& mention = context_.entities.mentions[view_.words[name].first_mention];
        if (mention.kind == MentionKind::possessive)
            return true;
        for (auto i = name + 1; i < noun; ++i) {
            const auto& w = view_.words[i];
            if (w.is(ClassOf::possessive))
                return true;
            if (w.word_class || w.punctuation())
                return false;
        }
        return name + 1 == noun && trigger_.verb == no_index;
    }

    void with_prepositions(const std::vector<Candidate>& candidates) {
        if (view_.parsed)
            return; // the tree has told already
        for (const auto& c : candidates) {
            if (c.left && use_ == Use::nominal)
                continue;
            const bool ours = c.place.possessed != no_index && trigger_.first <= c.place.possessed &&
                              c.place.possessed <= trigger_.word;
            const auto role = role_of(context_, entry_, "*", ours ? c.place.of : c.place.preposition, use_);
            if (role)
                place(*role, c.word, Tier::position);
        }
    }

    bool object_first() const { return use_ == Use::passive; }

    void subject_and_object(const std::vector<Candidate>& candidates) {
        const auto a = role_of(context_, entry_, object_first() ? "B" : "A", no_index, use_);
        const auto b = role_of(context_, entry_, object_first() ? "A" : "B", no_index, use_);
        std::vector<const Candidate*> left, right;
        const auto verb = trigger_.verb != no_index ? trigger_.verb : trigger_.word;
        for (const auto& c : candidates)
            if (c.place.preposition == no_index && !owns_named(view_, c.word) && !renames_governed(c.word))
                (c.word < verb ? left : right).push_back(&c);
        const bool relative = subject_is_relative();
        // A verb at the end of its clause has both before it: the first is the subject.
        const bool final_verb = context_.classes.profile().verb_final && right.empty() && left.size() >= 2 &&
                                !coordinated(left.front()->word, left.back()->word);
        if (a && !arguments_.filled(*a) && !relative && !unnamed_subject(verb)) {
            if (!left.empty()) {
                const auto* subject = final_verb ? left.front() : nearest_subject(left);
                place_with_list(*a, *subject, left);
            } else if (!right.empty() && (subject_behind() || !b)) {
                place_with_list(*a, *right.front(), right);
            }
        }
        if (b && !object_first() && !arguments_.filled(*b)) {
            if (final_verb)
                place_with_list(*b, *left.back(), left);
            else if (relative && !left.empty())
                place_with_list(*b, *left.back(), left);
            else if (!right.empty() && (!left.empty() || !subject_behind() || right.size() > 1))
                for (const auto* c : right)
                    if (!arguments_.filled(*b))
                        place_with_list(*b, *c, right);
        }
    }

    /// "según el presidente, Luis Brandt, murieron …": the name of whoever stands behind a preposition.
    bool renames_governed(std::uint32_t word) const {
        const auto& name = view_.words[word];
        return view_.parsed && name.relation == Deprel::appos && name.head >= 0 &&
               case_of(view_, std::uint32_t(name.head)) != no_index;
    }

    /// "Die Polizei nahm einen Brandt-Manager fest", "customers of Brandt sued": who does it is told, by no
    /// name.
    bool unnamed_subject(std::uint32_t verb) const {
        if (controlled_by_unnamed(context_, verb))
            return true;
        return view_.parsed &&
               std::ranges::any_of(view_.children_of(verb_with_subject(view_, verb)), [&](auto child) {
                   const auto& word = view_.words[child];
                   const bool outsider = is_outsider(context_, child);
                   const auto named = [&](auto of) {
                       const auto& name = view_.words[of];
                       return name.names() && !(outsider && (name.relation == Deprel::nmod ||
                                                             name.relation == Deprel::compound));
                   };
                   return (word.relation == Deprel::nsubj || word.relation == Deprel::nsubj_pass) &&
                          word.upos == Upos::NOUN && !word.names() && word.timex == no_index &&
                          std::ranges::none_of(view_.children_of(child), named);
               });
    }

    const Candidate* nearest_subject(const std::vector<const Candidate*>& left) const {
        // Prefer a name that belongs to no other noun.
        for (auto c = left.rbegin(); c != left.rend(); ++c)
            if ((*c)->place.possessed == no_index)
                return *c;
        return left.back();
    }

    /// Verbs of saying and verbs without object may have their subject behind them.
    bool subject_behind() const {
        return entry_.construction == "clausal" || entry_.construction == "intransitive" ||
               context_.classes.profile().verb_final;
    }

    bool coordinated(std::uint32_t first, std::uint32_t second) const {
        for (auto i = first + 1; i < second; ++i) {
            const auto& w = view_.words[i];
            if (!w.names() && !w.is(ClassOf::coordinator) && !w.is(ClassOf::determiner) &&
                view_.text(i) != ",")
                return false;
        }
        return true;
    }

    void place_with_list(Role role, const Candidate& chosen, const std::vector<const Candidate*>& all) {
        for (const auto* c : all)
            if (c->word == chosen.word ||
                coordinated(std::min(c->word, chosen.word), std::max(c->word, chosen.word)))
                place(role, c->word, weaker(Tier::position));
    }

    bool subject_is_relative() const {
        const auto& clause = view_.clauses[view_.words[trigger_.word].clause];
        if (clause.kind != Kind::relative || clause.opener == no_index)
            return false;
        const auto verb = trigger_.verb != no_index ? trigger_.verb : trigger_.word;
        for (auto i = clause.opener + 1; i < verb; ++i)
            if (view_.words[i].names() && view_.words[i].clause == view_.words[verb].clause)
                return false;
        return clause.first == clause.opener;
    }

    /// The noun before a relative clause is its subject, or its object when the clause has a subject of its
    /// own.
    void antecedent() {
        const auto own = view_.words[trigger_.word].clause;
        const auto& clause = view_.clauses[own];
        if (clause.kind != Kind::relative || clause.antecedent == no_index || use_ == Use::nominal ||
            clause.first != clause.opener) // "to whom Brandt sold it": neither subject nor object
            return;
        const auto slot = (use_ == Use::passive) == subject_is_relative() ? "B" : "A";
        const auto role = role_of(context_, entry_, slot, no_index, use_);
        if (!role || arguments_.filled(*role))
            return;
        std::vector<Filler> fillers;
        collect_fillers(context_, clause.antecedent, weaker(Tier::position), fillers);
        for (const auto& filler : fillers)
            arguments_.add(*role, filler);
    }

    /// A bare noun takes the subject of its clause: "Quellon completes the purchase".
    void subject_of_clause(const std::vector<Candidate>& candidates) {
        if (view_.parsed)
            return;
        const auto role = role_of(context_, entry_, "A", no_index, use_);
        if (!role || arguments_.filled(*role))
            return;
        for (const auto& c : candidates) {
            if (!c.left || c.place.preposition != no_index)
                continue;
            const auto verb = view_.clauses[view_.words[trigger_.word].clause].verb;
            if (verb != no_index && c.word < verb && verb < trigger_.word)
                place(*role, c.word, Tier::position);
        }
    }

    /// A coordinate clause without subject has that of the clause before it.
    void inherited_subject() {
        if (use_ == Use::nominal || view_.parsed)
            return;
        const auto slot = use_ == Use::passive ? "B" : "A";
        const auto role = role_of(context_, entry_, slot, no_index, use_);
        if (!role || arguments_.filled(*role))
            return;
        auto clause = view_.words[trigger_.word].clause;
        for (int steps = 0; steps < 3 && view_.clauses[clause].kind == Kind::coordinate; ++steps) {
            clause = view_.clauses[clause].parent;
            if (clause == no_index)
                return;
            const auto verb = view_.clauses[clause].verb;
            for (auto i = view_.clauses[clause].first; i < view_.clauses[clause].end && i < verb; ++i)
                if (view_.words[i].clause == clause && view_.words[i].names() &&
                    place_of(context_, i).preposition == no_index)
                    place(*role, i, Tier::position);
            if (arguments_.filled(*role))
                return;
        }
    }
    const BindingContext& context_;
    const SentenceView& view_;
    const Trigger& trigger_;
    Use use_;
    const LexicalEntry& entry_;
    Arguments& arguments_;
};

} // namespace

void bind_by_position(const BindingContext& context, const Trigger& trigger, Use use, Arguments& arguments) {
    PositionBinder(context, trigger, use, arguments).run();
}

} // namespace timeloom
