#include "train/learners.hpp"
#include "train/perceptron.hpp"
#include "train/survey.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

class ParserLearner {
  public:
    ParserLearner(Survey survey, const Effort& effort)
        : classes_(std::move(survey.relations)), sure_relations_(std::move(survey.sure_relations)),
          known_relations_(table_of(sure_relations_)),
          transitions_(std::move(survey.transition_keys), effort.least_parser),
          relations_(static_cast<std::uint32_t>(classes_.size()), std::move(survey.relation_keys),
                     effort.least_parser) {}

    /// Walks through one sentence; from its own choices when it explores, else from right ones only.
    void visit(const Course& course, bool explores, Dice& dice) {
        for (Configuration c(course.relations.size()); !c.finished();) {
            if (is_forced(c)) {
                c.apply(c.height() == 0 ? Transition::shift : Transition::left);
                continue;
            }
            const auto [right, chosen] = transition_of(course, c);
            const bool own = explores && dice.roll(10) < 9;
            const Transition taken = own ? chosen : right;
            if (taken == Transition::shift)
                c.apply(taken);
            else
                c.apply(taken, relation_of(course, c, c.head_after(taken), own));
        }
    }

    void start_anew() {
        transitions_.start_anew();
        relations_.start_anew();
    }

    void finish(const Effort& effort, ModelParts& parts) const {
        parts.transition = transitions_.average(effort.least_weight);
        parts.relations = classes_;
        parts.sure_relations = sure_relations_;
        parts.relation = relations_.average(effort.least_relation_weight);
    }

  private:
    struct Outcome {
        Transition right, chosen;
    };
    Outcome transition_of(const Course& course, const Configuration& c) {
        const auto costs = course.oracle.costs(c);
        const int least = *std::ranges::min_element(costs);
        std::size_t chosen = 3, right = 3;
        ids_.clear();
        for (const Stage stage : stages) {
            transition_features(stage, course.input, c, keys_);
            transitions_.features().find(keys_, course.at_home, ids_);
            transitions_.score(ids_, scores_);
            chosen = right = 3;
            for (std::size_t i = 0; i < 3; ++i) {
                if (costs[i] == Oracle::impossible)
                    continue;
                if (chosen == 3 || scores_[i] > scores_[chosen])
                    chosen = i;
                if (costs[i] == least && (right == 3 || scores_[i] > scores_[right]))
                    right = i;
            }
            transitions_.learn(ids_, right, chosen);
        }
        return {static_cast<Transition>(right), static_cast<Transition>(chosen)};
    }

    /// The relation for the new arc from the top of the stack to `head`: the learner's `own`, or the right
    /// one.
    Deprel relation_of(const Course& course, const Configuration& c, Configuration::Index head, bool own) {
        const Configuration::Index dependent = c.stack(0);
        for (const std::uint32_t key : sure_keys(course.input, c, head))
            if (const std::uint32_t* sure = known_relations_.find(key))
                return classes_[*sure];
        const Deprel gold = course.relations[dependent];
        const auto right = std::ranges::find(classes_, gold);
        std::size_t chosen = 0;
        ids_.clear();
        for (const Stage stage : stages) {
            relation_features(stage, course.input, c, head, keys_);
            relations_.features().find(keys_, course.at_home, ids_);
            relations_.score(ids_, scores_);
            chosen = static_cast<std::size_t>(std::ranges::max_element(scores_) - scores_.begin());
            if (right != classes_.end()) // it is the root, on a wrong way
                relations_.learn(ids_, static_cast<std::size_t>(right - classes_.begin()), chosen);
        }
        if (right == classes_.end())
            return classes_[chosen];
        return own ? classes_[chosen] : gold;
    }

    std::vector<Deprel> classes_; ///< of relations_
    KeyValues sure_relations_;
    KeyTable known_relations_; ///< the same
    TernaryPerceptron transitions_;
    Perceptron relations_;
    FeatureKeys keys_;
    Ids ids_;
    std::vector<std::int32_t> scores_;
};

} // namespace

void learn_transitions(const std::vector<TaggedLesson>& lessons, const Effort& effort, ModelParts& parts) {
    const KeyTable lexicon = table_of(parts.lexicon);
    std::vector<Course> plain, units;
    for (const TaggedLesson& lesson : lessons) {
        const bool home = lesson.lesson->plain.treebank == effort.trees_home;
        plain.emplace_back(lesson.lesson->plain, lesson.plain, lexicon, home);
        units.emplace_back(lesson.lesson->units, lesson.units, lexicon, home);
    }
    ParserLearner learner(Survey(plain), effort);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < plain.size(); ++i)
        order.push_back(i);
    Dice dice(20260103);
    for (int epoch = 0; epoch < effort.parser_epochs * effort.runs; ++epoch) {
        if (epoch > 0 && epoch % effort.parser_epochs == 0)
            learner.start_anew();
        dice.shuffle(order);
        for (const std::size_t i : order)
            learner.visit(dice.roll(effort.units_every) == 0 ? units[i] : plain[i],
                          epoch % effort.parser_epochs > 0, dice);
    }
    learner.finish(effort, parts);
}

} // namespace timeloom
