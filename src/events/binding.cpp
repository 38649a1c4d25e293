#include "events/binding.hpp"

#include "base/digest.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr int deepest_noun =
    3; ///< nouns passed on the way to a possessor ("the head of the board of Brandt")

using Kind = Clause::Kind;

/// The child of `word` that marks its case: its preposition.
std::uint32_t case_of(const SentenceView& view, std::uint32_t word) {
    for (const auto child : view.children_of(word))
        if (view.words[child].relation == Deprel::case_ && view.words[child].preposition)
            return child;
    return no_index;
}

class Binder {
  public:
    Binder(const BindingContext& context, const Trigger& trigger, Use use)
        : context_(context), view_(context.view), trigger_(trigger), use_(use),
          entry_(context.lexicon[trigger.entry]), frame_(context.frames[entry_.frame]) {}

    std::vector<Argument> run() {
        if (view_.parsed)
            by_path();
        by_position();
        by_amount();
        return std::move(arguments_);
    }

  private:
    bool filled(Role role) const {
        return std::ranges::find(arguments_, role, &Argument::role) != arguments_.end();
    }

    bool used(std::uint32_t entity) const {
        return std::ranges::any_of(arguments_, [&](const Argument& a) {
            return a.mention != no_index && context_.entities.mentions[a.mention].entity == entity;
        });
    }

    bool add(Role role, const Filler& filler) {
        const auto& mention = context_.entities.mentions[filler.mention];
        if (mention.entity >= context_.entities.entities.size())
            return false;
        if (!frame_.accepts(role, context_.entities.entities[mention.entity].type))
            return false;
        if (used(mention.entity))
            return false;
        arguments_.push_back({role, filler.mention, no_index, filler.word, filler.tier});
        return true;
    }

    // ---- dependency paths

    void by_path() {
        std::vector<Filler> fillers;
        for (const auto& path : context_.constructions.of(use_)) {
            const auto start = path.from_verb ? trigger_.verb : trigger_.word;
            const auto form = view_.words[start].features.form;
            if (path.when == ConstructionPath::When::nonfinite && form == Features::Form::finite)
                continue;
            if (path.when == ConstructionPath::When::finite && form != Features::Form::finite)
                continue;
            const bool by_preposition = path.slot == "*";
            if (!by_preposition) {
                const auto role = role_of(context_, entry_, path.slot, no_index, use_);
                if (!role || (path.tier != Tier::path && filled(*role)))
                    continue;
            }
            for (const auto word : follow(view_, start, path)) {
                const auto preposition = by_preposition ? case_of(view_, word) : no_index;
                const auto role =
                    role_of(context_, entry_, by_preposition && preposition == no_index ? "P" : path.slot,
                            preposition, use_);
                if (!role)
                    continue;
                fillers.clear();
                collect_fillers(context_, word, path.tier, fillers);
                for (const auto& filler : fillers)
                    add(*role, filler);
            }
        }
    }

    // ---- position in the clause

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

    void by_position() {
        std::vector<Candidate> candidates;
        const auto& clause = view_.clauses[view_.words[trigger_.word].clause];
        constexpr std::uint32_t window = 48;
        const auto low = std::max(clause.first, trigger_.word > window ? trigger_.word - window : 0);
        const auto high = std::min<std::uint32_t>(std::uint32_t(view_.words.size()), trigger_.word + window);
        for (auto i = std::min(low, trigger_.first); i < high; ++i) {
            if (!view_.words[i].names() || !reaches(view_.words[i].clause))
                continue;
            candidates.push_back({i, place_of(context_, i), i < trigger_.word});
        }
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

    Tier weaker(Tier tier) const { return view_.parsed ? Tier::nearest : tier; }

    void place(Role role, std::uint32_t word, Tier tier) {
        std::vector<Filler> fillers;
        const auto& w = view_.words[word];
        for (std::uint32_t m = 0; m < w.mention_count; ++m)
            fillers.push_back({w.first_mention + m, word, tier});
        for (const auto& filler : fillers)
            add(role, filler);
    }

    /// Possessors right at the noun: "Brandt's purchase", "the Brandt deal", "its deal", "Red-Hat-Übernahme",
    /// "la compra de Brandt".
    void beside_noun(const std::vector<Candidate>& candidates) {
        const auto n = trigger_.word;
        const auto role = role_of(context_, entry_, "P", no_index, use_);
        if (role && view_.words[n].compound)
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
            if (c.place.preposition == no_index)
                (c.word < verb ? left : right).push_back(&c);
        const bool relative = subject_is_relative();
        // A verb at the end of its clause has both before it: the first is the subject.
        const bool final_verb = context_.classes.profile().verb_final && right.empty() && left.size() >= 2 &&
                                !coordinated(left.front()->word, left.back()->word);
        if (a && !filled(*a) && !relative) {
            if (!left.empty()) {
                const auto* subject = final_verb ? left.front() : nearest_subject(left);
                place_with_list(*a, *subject, left);
            } else if (!right.empty() && (subject_behind() || !b)) {
                place_with_list(*a, *right.front(), right);
            }
        }
        if (b && !object_first() && !filled(*b)) {
            if (final_verb)
                place_with_list(*b, *left.back(), left);
            else if (relative && !left.empty())
                place_with_list(*b, *left.back(), left);
            else if (!right.empty() && (!left.empty() || !subject_behind() || right.size() > 1))
                for (const auto* c : right)
                    if (!filled(*b))
                        place_with_list(*b, *c, right);
        }
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
        if (clause.kind != Kind::relative || clause.antecedent == no_index || use_ == Use::nominal)
            return;
        const auto slot = (use_ == Use::passive) == subject_is_relative() ? "B" : "A";
        const auto role = role_of(context_, entry_, slot, no_index, use_);
        if (!role || filled(*role))
            return;
        std::vector<Filler> fillers;
        collect_fillers(context_, clause.antecedent, weaker(Tier::position), fillers);
        for (const auto& filler : fillers)
            add(*role, filler);
    }

    /// A bare noun takes the subject of its clause: "Quellon completes the purchase".
    void subject_of_clause(const std::vector<Candidate>& candidates) {
        if (view_.parsed)
            return;
        const auto role = role_of(context_, entry_, "A", no_index, use_);
        if (!role || filled(*role))
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
        if (!role || filled(*role))
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
            if (filled(*role))
                return;
        }
    }

    // ---- amounts

    void by_amount() {
        if (!frame_.find(Role::amount))
            return;
        const auto own = view_.words[trigger_.word].clause;
        for (std::uint32_t i = 0; i < view_.words.size(); ++i) {
            const auto amount = view_.words[i].amount;
            if (amount == no_index || view_.words[i].clause != own)
                continue;
            arguments_.push_back(
                {Role::amount, no_index, amount, i, view_.parsed ? Tier::repaired : Tier::position});
            break;
        }
    }

    const BindingContext& context_;
    const SentenceView& view_;
    const Trigger& trigger_;
    Use use_;
    const LexicalEntry& entry_;
    const Frame& frame_;
    std::vector<Argument> arguments_;
};

/// The next finite or non-finite auxiliary before a verb, as far as its clause goes.
bool passive_auxiliary_before(const SentenceView& view, std::uint32_t verb) {
    for (auto i = verb; i > 0 && verb - i < 8; --i) {
        const auto& w = view.words[i - 1];
        if (w.clause != view.words[verb].clause || (w.punctuation() && view.text(i - 1) != ","))
            return false;
        if (w.is(ClassOf::passive))
            return true;
        if (w.is(ClassOf::perfect))
            return false;
    }
    return false;
}

} // namespace

Use use_of(const BindingContext& context, const Trigger& trigger) {
    const auto& view = context.view;
    const auto& entry = context.lexicon[trigger.entry];
    if (entry.pos == TriggerPos::verb_noun)
        return Use::support;
    if (entry.pos == TriggerPos::adjective)
        return Use::predicate;
    if (entry.pos == TriggerPos::noun)
        return entry.construction == "copular" ? Use::predicate : Use::nominal;
    if (entry.pos == TriggerPos::fixed && view.tagged && view.words[trigger.word].upos != Upos::VERB)
        return Use::nominal;
    const auto& word = view.words[trigger.word];
    const auto form = view.tagged ? word.features.form : Features::Form::none;
    const bool participle =
        form == Features::Form::participle || (trigger.participle && form != Features::Form::infinitive);
    if (!participle)
        return Use::active;
    if (view.parsed) {
        bool active_auxiliary = false, passive_auxiliary = false;
        for (const auto child : view.children_of(trigger.word)) {
            const auto relation = view.words[child].relation;
            if (relation == Deprel::aux_pass || relation == Deprel::nsubj_pass ||
                relation == Deprel::obl_agent)
                return Use::passive;
            if (relation == Deprel::aux && view.words[child].is(ClassOf::perfect))
                active_auxiliary = true;
            if ((relation == Deprel::aux || relation == Deprel::cop) &&
                view.words[child].is(ClassOf::passive))
                passive_auxiliary = true;
        }
        if (active_auxiliary)
            return Use::active;
        if (passive_auxiliary)
            return entry.construction == "intransitive" ? Use::active : Use::passive;
        if (word.features.form == Features::Form::finite)
            return Use::active;
        // "was founded and bought": the second participle shares the auxiliary of the first.
        auto first = trigger.word;
        for (int steps = 0;
             steps < 4 && view.words[first].relation == Deprel::conj && view.words[first].head >= 0; ++steps)
            first = std::uint32_t(view.words[first].head);
        const auto shared = view.children_of(first);
        const bool object = std::ranges::any_of(view.children_of(trigger.word), [&](auto child) {
            return view.words[child].relation == Deprel::obj;
        });
        if (first != trigger.word && !object &&
            view.words[first].features.form == Features::Form::participle &&
            std::ranges::any_of(shared, [&](auto child) {
                return view.words[child].relation == Deprel::aux_pass ||
                       view.words[child].relation == Deprel::nsubj_pass;
            }))
            return Use::passive;
        const auto relation = view.words[first].relation;
        if (relation == Deprel::acl || relation == Deprel::amod || relation == Deprel::advcl)
            return Use::passive;
        if (word.relation == Deprel::root &&
            view.words[trigger.word].features.form == Features::Form::participle)
            return Use::passive;
        return Use::active;
    }
    if (passive_auxiliary_before(view, trigger.word))
        return entry.construction == "intransitive" ? Use::active : Use::passive;
    // A participle right behind a noun: "el acuerdo firmado por Brandt"; where it is also a past tense, look
    // for "by".
    if (trigger.word + 1 < view.words.size() &&
        context.classes.preposition_class(view.words[trigger.word + 1].preposition) == "by")
        return Use::passive;
    return Use::active;
}

std::optional<Role> role_of(const BindingContext& context, const LexicalEntry& entry, std::string_view slot,
                            std::uint32_t preposition, Use use) {
    const auto& frame = context.frames[entry.frame];
    if (slot != "*") {
        for (const auto& own : entry.slots)
            if (own.name == slot)
                return own.role;
        if (entry.construction == "intransitive" && slot == "B")
            return role_of(context, entry, "A", preposition, use);
        return frame.role_of(slot);
    }
    if (preposition == no_index)
        return std::nullopt;
    const auto& word = context.view.words[preposition];
    const auto of = context.classes.preposition_class(word.preposition);
    if (use == Use::passive && of == "by")
        return role_of(context, entry, "A", no_index, use);
    for (const auto& own : entry.slots)
        if (hash_key(own.name) == word.preposition_base && own.role != Role::amount)
            return own.role;
    if (of != "of")
        return frame.role_of(of);
    if (entry.pos == TriggerPos::noun || entry.pos == TriggerPos::verb_noun)
        return role_of(context, entry, "P", no_index, use);
    return use == Use::passive ? role_of(context, entry, "A", no_index, use) : frame.role_of("of");
}

Place place_of(const BindingContext& context, std::uint32_t word) {
    const auto& view = context.view;
    Place place;
    auto at = word;
    for (int steps = 0; steps < 14 && at > 0; ++steps) {
        const auto& before = view.words[at - 1];
        if (before.clause != view.words[word].clause)
            break;
        if (before.preposition && !(before.is(ClassOf::determiner) && !view.tagged) &&
            !(view.tagged && before.upos == Upos::PART)) {
            const bool of = context.classes.preposition_class(before.preposition) == "of";
            const bool noun_before = at >= 2 && !view.words[at - 2].word_class &&
                                     !view.words[at - 2].punctuation() &&
                                     view.words[at - 2].unit.kind == Unit::Kind::word;
            place.preposition = at - 1;
            if (!of || !noun_before || place.possessed != no_index)
                break;
            // Inside a longer noun phrase: what stands before that decides.
            place.possessed = at - 2;
            place.of = at - 1;
            place.preposition = no_index;
            at -= 2;
            continue;
        }
        const bool list = at >= 2 && view.words[at - 2].names() &&
                          (before.is(ClassOf::coordinator) || view.text(at - 1) == ",");
        if (list) {
            at -= 2;
            continue;
        }
        const bool coordinator = before.is(ClassOf::coordinator) && at >= 3 && view.text(at - 2) == "," &&
                                 view.words[at - 3].names();
        if (coordinator) {
            at -= 3;
            continue;
        }
        if (before.is(ClassOf::determiner) || before.is(ClassOf::possessive)) {
            --at;
            continue;
        }
        const bool noun_phrase = view.tagged && (before.upos == Upos::NOUN || before.upos == Upos::ADJ ||
                                                 before.upos == Upos::PROPN || before.upos == Upos::NUM ||
                                                 before.upos == Upos::DET);
        const bool title = !view.tagged && !before.word_class && at >= 2 && !before.punctuation() &&
                           !before.names() &&
                           (view.words[at - 2].is(ClassOf::determiner) || view.words[at - 2].preposition);
        if (!noun_phrase && !title)
            break;
        --at;
    }
    return place;
}

void collect_fillers(const BindingContext& context, std::uint32_t word, Tier tier, std::vector<Filler>& out) {
    const auto& view = context.view;
    const auto own = [&](std::uint32_t i, Tier t) {
        const auto& w = view.words[i];
        for (std::uint32_t m = 0; m < w.mention_count; ++m)
            out.push_back({w.first_mention + m, i, t});
    };
    const auto& w = view.words[word];
    if (!w.names() && w.is(ClassOf::relative)) {
        // Up to the relative clause's verb, and from there to its noun.
        auto at = std::int32_t(word);
        for (int steps = 0; view.parsed && at >= 0 && steps < 6; ++steps) {
            const auto& up = view.words[std::size_t(at)];
            if (up.relation == Deprel::acl_relcl || up.relation == Deprel::acl) {
                // A pronoun as antecedent would lead on and on.
                if (up.head >= 0 && !view.words[std::size_t(up.head)].is(ClassOf::relative))
                    return collect_fillers(context, std::uint32_t(up.head), Tier::repaired, out);
                return;
            }
            at = up.head;
        }
        const auto antecedent = view.clauses[w.clause].antecedent;
        if (antecedent != no_index && antecedent < word)
            own(antecedent, Tier::repaired);
        return;
    }
    std::vector<std::pair<std::uint32_t, int>> open{{word, 0}};
    own(word, tier);
    const bool found = !out.empty();
    for (std::size_t at = 0; at < open.size() && open.size() < 64; ++at) {
        const auto [here, depth] = open[at];
        const bool named = view.words[here].names() && !view.words[here].compound;
        for (const auto child : view.children_of(here)) {
            const auto& c = view.words[child];
            const bool same =
                c.relation == Deprel::conj || c.relation == Deprel::flat || c.relation == Deprel::appos;
            const bool belongs = !named && depth < deepest_noun &&
                                 (c.relation == Deprel::nmod || c.relation == Deprel::compound ||
                                  c.relation == Deprel::det || c.relation == Deprel::amod);
            if (!same && !belongs)
                continue;
            if (belongs && c.relation == Deprel::nmod) {
                const auto preposition = case_of(view, child);
                const auto of = preposition == no_index
                                    ? std::string_view("of")
                                    : context.classes.preposition_class(view.words[preposition].preposition);
                if (of != "of")
                    continue;
            }
            if (c.relation == Deprel::appos && named && c.names())
                continue; // another name of the same
            own(child, c.relation == Deprel::conj && (found || tier != Tier::path) ? tier : Tier::repaired);
            open.push_back({child, depth + (c.relation != Deprel::conj)});
        }
    }
}

std::vector<Argument> bind(const BindingContext& context, const Trigger& trigger, Use use) {
    auto arguments = Binder(context, trigger, use).run();
    std::ranges::stable_sort(arguments, {}, &Argument::tier);
    return arguments;
}

} // namespace timeloom
