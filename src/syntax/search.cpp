// Beam search: several readings of a sentence are followed side by side, because a transition that looks best
// at once may need much worse ones later (Zhang & Clark 2008). Readings are compared by the sum of the doubts
// of all their transitions; a doubt is minus the logarithm of a probability, made of scores by softmax.
// Everything is counted in integers, so that every machine chooses alike.

#include "syntax/choices.hpp"
#include "syntax/model.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace timeloom {

namespace {

constexpr std::int32_t unit = 1024; ///< of doubts: 1 in natural logarithms
constexpr std::int32_t most_behind =
    unit * 3 / 2; ///< a reading with so much more doubt than the best is left
/// What one unit of doubt is in scores, after each stage. Perceptrons are sure of themselves: scores that
/// say 1:20 to the letter are right in two cases of three.
constexpr std::array<std::int32_t, 2> temperature = {3000, 8000};

/// ln(1 + x), for 0 ≤ x ≤ 1.
constexpr double log_above_one(double x) {
    const double z = x / (2 + x);
    double sum = 0, power = z;
    for (int n = 1; n < 40; n += 2, power *= z * z)
        sum += power / n;
    return 2 * sum;
}

/// By the doubt of the second of two in 32nds, the doubt of the first: ln(1 + e^−gap).
constexpr std::array<std::int32_t, 256> doubts_of_best = [] {
    std::array<std::int32_t, 256> all{};
    double other = 0.98449643700540845; // e^(−1/64): the middle of the first step
    for (std::int32_t& doubt : all) {
        doubt = static_cast<std::int32_t>(unit * log_above_one(other) + 0.5);
        other *= 0.96923323447634413; // e^(−1/32)
    }
    return all;
}();

std::int32_t doubt_of_best(std::int32_t gap) {
    const auto step = static_cast<std::size_t>(gap / (unit / 32));
    return step < doubts_of_best.size() ? doubts_of_best[step] : 0;
}

struct Reading {
    Configuration configuration;
    std::int32_t doubt;
    std::size_t ways = 0; ///< to go on that are not taken yet
};

/// To go on from a reading by a transition.
struct Way {
    std::size_t from;
    Transition transition;
    std::int32_t doubt; ///< of the whole reading
};

/// A sentence and its readings.
struct Course {
    const ParseInput* input;
    std::vector<Reading> readings, grown;
    std::vector<Way> ways; ///< the least doubtful first

    explicit Course(const ParseInput& input_) : input(&input_) {
        readings.push_back({Configuration(input_.size()), 0});
    }

    void offer(const Way& way) {
        const auto later = [](const Way& a, const Way& b) {
            return a.doubt < b.doubt || (a.doubt == b.doubt && a.from < b.from);
        };
        ways.insert(std::upper_bound(ways.begin(), ways.end(), way, later), way);
    }
    /// Leaves the best ways, and one reading for each: as it was before the transition.
    void grow(std::size_t width);
};

void Course::grow(std::size_t width) {
    const std::int32_t least = ways.front().doubt; // taken off all: sums stay small however long the sentence
    while (ways.size() > width || ways.back().doubt - least > most_behind)
        ways.pop_back();
    for (const Way& way : ways)
        ++readings[way.from].ways;
    grown.clear();
    for (const Way& way : ways) {
        Reading& from = readings[way.from];
        if (--from.ways > 0)
            grown.push_back({from.configuration, way.doubt - least});
        else
            grown.push_back({std::move(from.configuration), way.doubt - least});
    }
    std::swap(readings, grown);
}

struct OneReading {
    Course* course;
    std::size_t at;

    Configuration& configuration() const { return course->readings[at].configuration; }
};

using TransitionChoices = Choices<TernaryModel, OneReading>;

/// The transitions that a configuration allows.
struct Allowed {
    std::array<std::uint8_t, 3> all{};
    std::uint8_t count = 0;
};

/// By bits of transitions.
constexpr std::array<Allowed, 8> allowed_sets = [] {
    std::array<Allowed, 8> sets{};
    for (std::uint8_t bits = 0; bits < sets.size(); ++bits)
        for (std::uint8_t t = 0; t < 3; ++t)
            if (bits >> t & 1)
                sets[bits].all[sets[bits].count++] = t;
    return sets;
}();

std::span<const std::uint8_t> allowed(const Configuration& c) {
    const auto bit = [&](Transition t) { return std::size_t{c.allows(t)} << static_cast<unsigned>(t); };
    std::size_t bits = bit(Transition::left);
    if (c.next() < c.size() || bits == 0) // else only the root is left for the last word
        bits |= bit(Transition::shift) | bit(Transition::right);
    return std::span(allowed_sets[bits].all).first(allowed_sets[bits].count);
}

/// Offers the ways that a choice leaves open, with their doubts.
void offer(const TransitionChoices::Choice& choice) {
    struct Option {
        Transition transition;
        std::int32_t score, doubt;
    };
    std::array<Option, 3> options;
    std::size_t count = 0;
    for (const std::uint8_t next : choice.classes) {
        const std::int32_t score = choice.scores[next];
        std::size_t at = count++;
        for (; at > 0 && options[at - 1].score < score; --at)
            options[at] = options[at - 1];
        options[at] = {static_cast<Transition>(next), score, 0};
    }
    const std::int64_t scale = temperature[static_cast<std::size_t>(choice.stage)];
    std::int32_t sum = 0; // what is to be added to the doubt of each
    for (std::size_t i = 1; i < count; ++i) {
        options[i].doubt =
            static_cast<std::int32_t>((std::int64_t{options[0].score} - options[i].score) * unit / scale);
        sum += doubt_of_best(options[i].doubt + sum);
    }
    const auto [course, from] = choice.whose;
    const std::int32_t before = course->readings[from].doubt + sum;
    for (std::size_t i = 0; i < (choice.stage == Stage::first ? 1 : count); ++i)
        course->offer({from, options[i].transition, before + options[i].doubt});
}

} // namespace

/// Several sentences, searched side by side.
struct SyntaxModel::Search {
    const SyntaxModel& model;
    std::vector<Course> courses;
    TransitionChoices transitions;
    Choices<LinearModel, OneReading> relations;

    Search(const SyntaxModel& model_, std::span<const ParseInput> inputs)
        : model(model_), courses(inputs.begin(), inputs.end()), transitions(inputs.size() * model.width_),
          relations(inputs.size() * model.width_) {}

    void run() {
        std::vector<Course*> going;
        for (std::size_t step = 0;; ++step) {
            going.clear();
            for (Course& course : courses)
                if (step < 2 * course.input->size())
                    going.push_back(&course);
            if (going.empty())
                return;
            find_ways(going);
            for (Course* course : going)
                course->grow(model.width_);
            follow_ways(going);
        }
    }

    void find_ways(std::span<Course* const> going) {
        transitions.clear();
        for (Course* course : going) {
            course->ways.clear();
            for (std::size_t i = 0; i < course->readings.size(); ++i) {
                const Reading& reading = course->readings[i];
                const std::span<const std::uint8_t> open = allowed(reading.configuration);
                if (open.size() == 1)
                    course->offer({i, static_cast<Transition>(open.front()), reading.doubt});
                else
                    transitions.add({course, i}, open);
            }
        }
        transitions.decide(model.transition_, [](Stage stage, const OneReading& r, FeatureKeys& keys) {
            transition_features(stage, *r.course->input, r.configuration(), keys);
        });
        for (const auto& choice : transitions.all())
            offer(choice);
    }

    void follow_ways(std::span<Course* const> going) {
        relations.clear();
        for (Course* course : going)
            for (std::size_t i = 0; i < course->readings.size(); ++i) {
                Configuration& c = course->readings[i].configuration;
                const Transition transition = course->ways[i].transition;
                if (transition == Transition::shift)
                    c.apply(transition);
                else if (const auto sure = sure_relation(*course->input, c, c.head_after(transition)))
                    c.apply(transition, *sure);
                else
                    relations.add({course, i}, first_classes(model.relations_.size()));
            }
        const auto transition_of = [](const OneReading& r) { return r.course->ways[r.at].transition; };
        relations.decide(model.relation_, [&](Stage stage, const OneReading& r, FeatureKeys& keys) {
            const Configuration& c = r.configuration();
            relation_features(stage, *r.course->input, c, c.head_after(transition_of(r)), keys);
        });
        for (const auto& choice : relations.all())
            choice.whose.configuration().apply(transition_of(choice.whose), model.relations_[choice.best]);
    }

    std::optional<Deprel> sure_relation(const ParseInput& input, const Configuration& configuration,
                                        Configuration::Index head) const {
        if (head == configuration.size())
            return Deprel::root;
        for (const std::uint32_t key : sure_keys(input, configuration, head))
            if (const std::uint32_t* sure = model.sure_relations_.find(key))
                return model.relations_[*sure];
        return std::nullopt;
    }
};

std::vector<Configuration> SyntaxModel::search(std::span<const ParseInput> inputs) const {
    Search search(*this, inputs);
    search.run();
    std::vector<Configuration> found;
    found.reserve(inputs.size());
    for (Course& course : search.courses)
        found.push_back(std::move(course.readings.front().configuration));
    return found;
}

} // namespace timeloom
