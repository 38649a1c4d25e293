#include "syntax/names.hpp"
#include "syntax/parse_features.hpp"
#include "train/learners.hpp"
#include "train/oracle.hpp"
#include "train/perceptron.hpp"

#include <algorithm>
#include <map>

namespace timeloom {

namespace {

/// All that learning needs of one example, made once.
struct Course {
    ParseInput input;
    Oracle oracle;
    std::vector<Deprel> relations;

    Course(const Example& example, const Tree& tagged, const KeyTable& lexicon)
        : input(tagged, clues_of(example.words, lexicon)), oracle(example.gold) {
        for (const GoldWord& word : example.gold)
            relations.push_back(deprel_of(word.relation));
    }
};

/// The transitions of a kind give their new arc to the top of the stack.
Transition with_relation(Transition::Kind kind, const Course& course, const Configuration& configuration) {
    if (kind == Transition::Kind::shift)
        return {};
    return {kind, course.relations[configuration.stack(0)]};
}

class TransitionLearner {
  public:
    TransitionLearner(const std::vector<Course>& courses, const Effort& effort)
        : transitions_(list(courses)), perceptron_(static_cast<std::uint32_t>(transitions_.size()),
                                                   features(courses), effort.least_parser) {}

    /// Walks through one sentence; from its own choices when it explores, else from right ones only.
    void visit(const Course& course, bool explores, Dice& dice) {
        Configuration c(course.relations.size());
        while (!c.finished()) {
            if (c.next() == c.size() && c.allows(Transition::Kind::left)) {
                c.apply({Transition::Kind::left, Deprel::root});
                continue;
            }
            const auto costs = course.oracle.costs(c);
            const int least = *std::ranges::min_element(costs);
            parse_features(course.input, c, keys_);
            perceptron_.find(keys_, ids_);
            perceptron_.score(ids_, scores_);
            std::size_t chosen = scores_.size(), right = scores_.size();
            for (std::size_t i = 0; i < scores_.size(); ++i) {
                const Transition transition = transitions_[i];
                if (costs[static_cast<unsigned>(transition.kind)] == Oracle::impossible)
                    continue;
                if (chosen == scores_.size() || scores_[i] > scores_[chosen])
                    chosen = i;
                if (costs[static_cast<unsigned>(transition.kind)] == least &&
                    transition == with_relation(transition.kind, course, c) &&
                    (right == scores_.size() || scores_[i] > scores_[right]))
                    right = i;
            }
            if (right == scores_.size())
                right = chosen; // a relation that was never seen on this side
            perceptron_.learn(ids_, right, chosen);
            c.apply(transitions_[explores && dice.roll(10) < 9 ? chosen : right]);
        }
    }

    void start_anew() { perceptron_.start_anew(); }

    void finish(const Effort& effort, ModelParts& parts) const {
        parts.transitions = transitions_;
        parts.transition = perceptron_.average(effort.least_weight);
    }

  private:
    /// Follows the cheapest transitions to the end, telling each step beforehand.
    template <class Tell>
    static void follow(const Course& course, Tell tell) {
        Configuration c(course.relations.size());
        while (!c.finished()) {
            const auto costs = course.oracle.costs(c);
            const auto kind = static_cast<Transition::Kind>(std::ranges::min_element(costs) - costs.begin());
            const Transition transition = with_relation(kind, course, c);
            if (c.next() < c.size() || kind != Transition::Kind::left)
                tell(c, transition);
            c.apply(transition);
        }
    }

    static std::vector<Transition> list(const std::vector<Course>& courses) {
        std::map<Transition, bool> seen = {{{Transition::Kind::shift, Deprel::dep}, true},
                                           {{Transition::Kind::left, Deprel::dep}, true},
                                           {{Transition::Kind::right, Deprel::dep}, true}};
        for (const Course& course : courses)
            follow(course,
                   [&](const Configuration&, Transition transition) { seen.emplace(transition, true); });
        std::vector<Transition> transitions;
        for (const auto& [transition, _] : seen)
            transitions.push_back(transition);
        return transitions;
    }

    static std::vector<std::uint32_t> features(const std::vector<Course>& courses) {
        std::vector<std::uint32_t> all, keys;
        for (const Course& course : courses)
            follow(course, [&](const Configuration& c, Transition) {
                parse_features(course.input, c, keys);
                all.insert(all.end(), keys.begin(), keys.end());
            });
        return all;
    }

    std::vector<Transition> transitions_;
    Perceptron perceptron_;
    std::vector<std::uint32_t> keys_;
    Perceptron::Ids ids_;
    std::vector<std::int32_t> scores_;
};

} // namespace

void learn_transitions(const std::vector<TaggedLesson>& lessons, const Effort& effort, ModelParts& parts) {
    std::vector<std::uint32_t> forms, tags;
    for (const auto& [form, seen] : parts.lexicon) {
        forms.push_back(form);
        tags.push_back(seen);
    }
    const KeyTable lexicon(forms, tags);
    std::vector<Course> plain, units;
    for (const TaggedLesson& lesson : lessons) {
        plain.emplace_back(lesson.lesson->plain, lesson.plain, lexicon);
        units.emplace_back(lesson.lesson->units, lesson.units, lexicon);
    }
    TransitionLearner learner(plain, effort);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < plain.size(); ++i)
        order.push_back(i);
    Dice dice(20260103);
    for (int epoch = 0; epoch < effort.parser_epochs * effort.runs; ++epoch) {
        if (epoch > 0 && epoch % effort.parser_epochs == 0)
            learner.start_anew();
        dice.shuffle(order);
        for (const std::size_t i : order)
            learner.visit(dice.roll(3) == 0 ? units[i] : plain[i], epoch % effort.parser_epochs > 0, dice);
    }
    learner.finish(effort, parts);
}

} // namespace timeloom
