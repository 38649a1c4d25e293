#include "train/survey.hpp"

#include "syntax/names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace timeloom {

namespace {

/// By key, how often each relation was right.
using Counts = std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>>;

constexpr std::uint32_t times_to_be_sure = 20;

/// Those that were seen so often, and wrong in one case of 200 at most.
KeyValues sure(const Counts& seen) {
    KeyValues sure;
    for (const auto& [key, counts] : seen) {
        std::uint32_t all = 0;
        for (const auto& [relation, times] : counts)
            all += times;
        const auto [relation, times] =
            *std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
        if (all >= times_to_be_sure && times >= all - all / 200)
            sure.emplace_back(key, relation);
    }
    return sure;
}

} // namespace

Course::Course(const Example& example, const Tree& tagged, const KeyTable& lexicon, bool home)
    : input(tagged, clues_of(example.words, lexicon)), oracle(example.gold), at_home(home) {
    for (const GoldWord& word : example.gold)
        relations.push_back(deprel_of(word.relation));
}

Survey::Survey(const std::vector<Course>& courses) {
    std::set<Deprel> seen = {Deprel::dep};
    for (const Course& course : courses)
        seen.insert(course.relations.begin(), course.relations.end());
    seen.erase(Deprel::root);
    relations.assign(seen.begin(), seen.end());

    Counts seen_with;
    FeatureKeys keys;
    for (const Course& course : courses)
        for (Configuration c(course.relations.size()); !c.finished();) {
            const auto costs = course.oracle.costs(c);
            const auto cheapest = static_cast<Transition>(std::ranges::min_element(costs) - costs.begin());
            for (const Stage stage : stages)
                if (!is_forced(c)) {
                    transition_features(stage, course.input, c, keys);
                    transition_keys.insert(transition_keys.end(), keys.begin(), keys.end());
                }
            if (cheapest == Transition::shift) {
                c.apply(cheapest);
                continue;
            }
            const Configuration::Index head = c.head_after(cheapest);
            const Deprel relation = course.relations[c.stack(0)];
            for (const Stage stage : stages) {
                relation_features(stage, course.input, c, head, keys);
                relation_keys.insert(relation_keys.end(), keys.begin(), keys.end());
            }
            const auto place = std::ranges::find(relations, relation);
            if (head < c.size() && place != relations.end())
                for (const std::uint32_t key : sure_keys(course.input, c, head))
                    ++seen_with[key][static_cast<std::uint32_t>(place - relations.begin())];
            c.apply(cheapest, relation);
        }
    sure_relations = sure(seen_with);
}

} // namespace timeloom
